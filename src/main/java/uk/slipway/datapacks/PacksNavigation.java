package uk.slipway.datapacks;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class PacksNavigation {

    @Bean
    NavigationEntry packsEntry() {
        return new NavigationEntry(
                "Data packs",
                "/packs",
                62,
                List.of(Role.LA_OFFICER, Role.DIRECTOR, Role.REGIONAL_MANAGER, Role.DATA_LEAD));
    }
}
