/** What boards decide: the register, votes and dissent, and whether each decision was quorate and within the remit. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "audit",
            "accounts",
            "region",
            "cycles",
            "partnership",
            "meetings",
            "notifications",
            "threads",
            "demonstration"
        })
package uk.slipway.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
