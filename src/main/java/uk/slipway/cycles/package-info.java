/** A region's year: its milestones, judgement scheme, template and memorandum, and what each person owes. */
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
            "demonstration"
        })
package uk.slipway.cycles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
