package uk.slipway.inspections;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class InspectionsNavigation {

    @Bean
    NavigationEntry inspectionsEntry() {
        return new NavigationEntry(
                "Inspections",
                "/inspections",
                70,
                List.of(Role.DIRECTOR, Role.REGIONAL_MANAGER, Role.DATA_LEAD, Role.OFSTED_COLLEAGUE));
    }
}
