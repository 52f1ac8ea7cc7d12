/** What an authority knows of its own practice, how it knows it and what it plans: written, signed off, submitted. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "notifications",
            "accounts",
            "sharing",
            "threads",
            "cycles",
            "commitments",
            "datapacks",
            "indicators",
            "demonstration"
        })
package uk.slipway.selfevaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
