/** The figures a board watches, when they are exceptions, and what is said of them: the partnership’s quality assurance. */
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
            "meetings",
            "demonstration"
        })
package uk.slipway.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
