/** An authority's peer challenge forum: its day, its panel, the questions put to it and the answers, and the year's plan. */
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
            "selfevaluation",
            "demonstration"
        })
package uk.slipway.peerchallenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
