package uk.slipway.commitments;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class CommitmentsNavigation {

    @Bean
    NavigationEntry commitmentsEntry() {
        return new NavigationEntry(
                "Commitments",
                "/commitments",
                60,
                List.of(Role.LA_OFFICER, Role.DIRECTOR, Role.CHIEF_EXECUTIVE, Role.LEAD_MEMBER));
    }
}
