/** People's accounts, the roles they hold in organisations, their dated appointments, and how they sign in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit", "notifications"})
package uk.slipway.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
