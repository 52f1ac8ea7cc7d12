/** What the law asks for when a child is placed, by when it is due, and the written notices: sent, acknowledged, given on paper or withheld. */
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
            "placements",
            "particulars",
            "demonstration"
        })
package uk.slipway.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
