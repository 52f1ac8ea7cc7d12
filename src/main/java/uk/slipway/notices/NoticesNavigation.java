package uk.slipway.notices;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.slipway.accounts.NavigationEntry;
import uk.slipway.accounts.Role;

@Configuration(proxyBeanMethods = false)
class NoticesNavigation {

    /** A region's commissioner is party to no placement. */
    private static final List<Role> READERS =
            List.of(Role.FOSTERING_OFFICER, Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER, Role.COMMISSIONER);

    @Bean
    NavigationEntry clocksEntry() {
        return new NavigationEntry("Clocks", "/clocks", 73, READERS, true);
    }

    @Bean
    NavigationEntry noticesEntry() {
        return new NavigationEntry("Notices", "/notices", 74, READERS, true);
    }
}
