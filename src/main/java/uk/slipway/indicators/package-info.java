/** What published figures mean, and how authorities compare by them, with the sector's own arithmetic. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "cycles", "datasets", "demonstration"})
package uk.slipway.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
