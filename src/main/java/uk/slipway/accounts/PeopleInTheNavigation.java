package uk.slipway.accounts;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleInTheNavigation {

    @Bean
    NavigationEntry organisationsEntry() {
        return new NavigationEntry("Organisations", "/organisations", 95, List.of(Role.ADMINISTRATOR));
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry("People", "/accounts", 90, List.of(Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR));
    }
}
