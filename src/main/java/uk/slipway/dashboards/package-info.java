/** The roof: home pages, the year's board of states, the list of authorities, an authority's page; reads what the rooms publish. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "notifications",
            "accounts",
            "cycles",
            "selfevaluation",
            "peerchallenge",
            "annualconversation"
        })
package uk.slipway.dashboards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
