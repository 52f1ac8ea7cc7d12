/** Regions, local authorities and the other organisations of the region, each with its dates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package uk.slipway.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
