/** Years, working days and identifiers that every room counts in; plain Java but for the {@code @UseCase} stereotype. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.slipway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
