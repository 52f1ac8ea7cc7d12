/** Boards of a region, what they are for and how they decide, and who sits on them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "cycles", "threads", "demonstration"})
package uk.slipway.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
