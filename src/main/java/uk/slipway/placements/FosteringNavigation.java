package uk.slipway.placements;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class FosteringNavigation {

    @Bean
    NavigationEntry fosteringEntry() {
        return new NavigationEntry(
                "Fostering",
                "/fostering",
                74,
                List.of(
                        Role.FOSTERING_OFFICER,
                        Role.SOCIAL_WORKER,
                        Role.REVIEWING_OFFICER,
                        Role.COMMISSIONER,
                        Role.DIRECTOR));
    }

    /** The regional team and Ofsted see numbers and nothing else. */
    @Bean
    NavigationEntry fosteringNumbersEntry() {
        return new NavigationEntry(
                "Fostering",
                "/fostering/numbers",
                74,
                List.of(Role.REGIONAL_MANAGER, Role.DATA_LEAD, Role.OFSTED_COLLEAGUE));
    }
}
