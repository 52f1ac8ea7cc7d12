package uk.slipway.selfevaluation;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class SelfEvaluationNavigation {

    @Bean
    NavigationEntry selfEvaluationEntry() {
        return new NavigationEntry(
                "Self-evaluation",
                "/self-evaluations",
                20,
                List.of(
                        Role.LA_OFFICER,
                        Role.DIRECTOR,
                        Role.CHIEF_EXECUTIVE,
                        Role.LEAD_MEMBER,
                        Role.REGIONAL_MANAGER,
                        Role.DATA_LEAD,
                        Role.APPOINTEE));
    }
}
