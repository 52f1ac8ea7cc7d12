/** The PostgreSQL that runs inside a development machine's checkout; absent from production. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package uk.slipway.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
