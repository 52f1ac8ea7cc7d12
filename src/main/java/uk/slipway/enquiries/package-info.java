/** The fostering front door: one place where people ask about fostering for several authorities, from enquiry to approval. */
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
            "cycles",
            "kept",
            "demonstration"
        })
package uk.slipway.enquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
