/** Layout, GOV.UK form kit, error pages and binders; knows no room. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package uk.slipway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
