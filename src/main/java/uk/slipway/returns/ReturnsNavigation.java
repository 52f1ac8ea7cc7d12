package uk.slipway.returns;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class ReturnsNavigation {

    @Bean
    NavigationEntry returnsEntry() {
        return new NavigationEntry(
                "Quarterly returns",
                "/returns",
                63,
                List.of(
                        Role.LA_OFFICER,
                        Role.DIRECTOR,
                        Role.CHIEF_EXECUTIVE,
                        Role.LEAD_MEMBER,
                        Role.REGIONAL_MANAGER,
                        Role.DATA_LEAD));
    }
}
