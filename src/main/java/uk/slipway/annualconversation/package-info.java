/** The annual conversation of an authority with its Ofsted colleague: agenda, each side's notes, and what both agree. */
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
            "selfevaluation",
            "peerchallenge",
            "headlines",
            "demonstration"
        })
package uk.slipway.annualconversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
