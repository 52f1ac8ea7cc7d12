/** A placed child's name, date of birth, care plan and assessment: encrypted, opened by named workers with a reason, every time recorded. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "fosteringprotocol", "placements"})
package uk.slipway.particulars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
