package uk.slipway.cycles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class CyclesNavigation {

    @Bean
    NavigationEntry thisYearEntry() {
        return NavigationEntry.forEverybody("This year", "/cycles/current", 10);
    }
}
