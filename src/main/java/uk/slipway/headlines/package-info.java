/** What a forum found, in words that both sides accept, and with whom the authority shares them. */
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
            "peerchallenge",
            "demonstration"
        })
package uk.slipway.headlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
