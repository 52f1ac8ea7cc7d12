/** Inspections of children's services: what Ofsted has published about each authority, with its source. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "audit",
            "notifications",
            "accounts",
            "cycles",
            "demonstration"
        })
package uk.slipway.inspections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
