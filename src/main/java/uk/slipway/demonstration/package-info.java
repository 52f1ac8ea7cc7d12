/**
 * The demonstration region: two years of an invented region's work, told once through the rooms' own use cases. A room
 * contributes a {@link uk.slipway.demonstration.Chapter}; this module knows no room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "region", "audit", "accounts"})
package uk.slipway.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
