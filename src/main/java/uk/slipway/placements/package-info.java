/** Children placed with another authority's foster carers: referral, offers, match, agreement, start and end. */
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
            "fosteringprotocol",
            "vacancies",
            "demonstration"
        })
package uk.slipway.placements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
