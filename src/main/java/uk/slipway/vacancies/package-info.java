/** Foster homes with room, as each fostering service tells them and confirms them every week. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "accounts",
            "sharing",
            "cycles",
            "fosteringprotocol",
            "demonstration"
        })
package uk.slipway.vacancies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
