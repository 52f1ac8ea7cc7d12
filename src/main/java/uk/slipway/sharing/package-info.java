/** Who may see a record, and who has been shown what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit", "notifications", "accounts"})
package uk.slipway.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
