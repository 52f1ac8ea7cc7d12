package uk.slipway.peerchallenge;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class ForumsInNavigation {

    @Bean
    NavigationEntry forumsEntry() {
        return new NavigationEntry(
                "Forums",
                "/forums",
                30,
                List.of(
                        Role.LA_OFFICER,
                        Role.DIRECTOR,
                        Role.CHIEF_EXECUTIVE,
                        Role.LEAD_MEMBER,
                        Role.REGIONAL_MANAGER,
                        Role.DATA_LEAD,
                        Role.OFSTED_COLLEAGUE,
                        Role.APPOINTEE));
    }
}
