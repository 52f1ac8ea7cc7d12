/** Who did what to which record, and when: an append-only trail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "region"})
package uk.slipway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
