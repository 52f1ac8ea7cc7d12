package uk.slipway.brokering;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class SupportNavigation {

    @Bean
    NavigationEntry supportEntry() {
        return new NavigationEntry(
                "Support",
                "/support",
                73,
                List.of(
                        Role.LA_OFFICER,
                        Role.DIRECTOR,
                        Role.BOARD_PARTNER,
                        Role.PARTNERSHIP_COORDINATOR,
                        Role.REGIONAL_MANAGER));
    }
}
