/** Meetings of boards: agenda, papers and pack, who came, what interest they declared, minutes and the public record. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "cycles", "partnership", "notifications", "demonstration"})
package uk.slipway.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
