/** The figures of a year that an authority and the region look at together until both agree them, or keep that they do not. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "accounts",
            "sharing",
            "threads",
            "cycles",
            "indicators",
            "demonstration"
        })
package uk.slipway.datapacks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
