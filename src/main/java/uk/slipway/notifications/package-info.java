/** Messages to people: an outbox that a mail server empties. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit"})
package uk.slipway.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
