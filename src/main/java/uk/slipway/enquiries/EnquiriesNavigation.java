package uk.slipway.enquiries;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

/** Enquiries for those who work on them, their evaluation for those who see numbers alone. */
@Configuration(proxyBeanMethods = false)
class EnquiriesNavigation {

    private static final String LABEL = "Fostering enquiries";

    @Bean
    NavigationEntry enquiriesEntry() {
        return new NavigationEntry(LABEL, "/enquiries", 76, List.of(Role.FRONT_DOOR_ADVISER, Role.FOSTERING_OFFICER));
    }

    @Bean
    NavigationEntry evaluationEntry() {
        return new NavigationEntry(
                LABEL,
                "/enquiries/evaluation",
                76,
                List.of(
                        Role.COMMISSIONER,
                        Role.DIRECTOR,
                        Role.REGIONAL_MANAGER,
                        Role.DATA_LEAD,
                        Role.OFSTED_COLLEAGUE));
    }
}
