/** Help that is asked for, found, agreed and looked back upon: the co-ordinating function of the partnership. */
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
            "indicators",
            "headlines",
            "demonstration"
        })
package uk.slipway.brokering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
