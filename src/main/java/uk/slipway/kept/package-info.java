/** What somebody typed into a form whose session had gone: kept for a day, for them alone, and never executed by itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "accounts"})
package uk.slipway.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
