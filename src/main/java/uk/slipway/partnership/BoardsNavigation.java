package uk.slipway.partnership;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class BoardsNavigation {

    @Bean
    NavigationEntry boardsEntry() {
        return NavigationEntry.forEverybody("Board", "/boards", 67);
    }
}
