/** What a board wants to achieve, who does what by when, and how partners’ own plans back it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "accounts",
            "cycles",
            "indicators",
            "partnership",
            "threads",
            "demonstration"
        })
package uk.slipway.roadmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
