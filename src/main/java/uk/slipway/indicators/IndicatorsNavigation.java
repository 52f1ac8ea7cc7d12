package uk.slipway.indicators;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class IndicatorsNavigation {

    @Bean
    NavigationEntry figuresEntry() {
        return NavigationEntry.forEverybody("Figures", "/indicators", 60);
    }
}
