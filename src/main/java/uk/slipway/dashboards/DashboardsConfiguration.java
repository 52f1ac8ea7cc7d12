package uk.slipway.dashboards;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class DashboardsConfiguration {

    @Bean
    NavigationEntry homeInTheNavigation() {
        return NavigationEntry.forEverybody("Home", "/", 0);
    }

    @Bean
    NavigationEntry authoritiesInTheNavigation() {
        return NavigationEntry.forEverybody("Authorities", "/authorities", 80);
    }
}
