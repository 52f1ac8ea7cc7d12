/** What a region asks its authorities for every quarter, what they answer, and what of it may stand in public papers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "accounts",
            "notifications",
            "kept",
            "sharing",
            "cycles",
            "indicators",
            "demonstration"
        })
package uk.slipway.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
