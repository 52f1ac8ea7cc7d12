/** Published tables as they were released: files are checked whole, and their figures kept with their symbols. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "sharing", "demonstration"})
package uk.slipway.datasets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
