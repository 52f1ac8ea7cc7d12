package uk.slipway.datasets;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class DatasetsNavigation {

    @Bean
    NavigationEntry datasetsEntry() {
        return new NavigationEntry("Data sets", "/datasets", 65, List.of(Role.REGIONAL_MANAGER, Role.DATA_LEAD));
    }
}
