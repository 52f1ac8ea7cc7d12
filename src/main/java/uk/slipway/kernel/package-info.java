/** Years, working days, identifiers and seals that every room counts on; plain Java but for the {@code @UseCase} stereotype. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.slipway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
