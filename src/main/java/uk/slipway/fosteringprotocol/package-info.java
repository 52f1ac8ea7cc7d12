/** The protocol under which a region's authorities place children with each other's foster carers, and who adjoins whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit", "accounts", "cycles", "demonstration"})
package uk.slipway.fosteringprotocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
