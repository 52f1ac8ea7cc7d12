/** The roof: home pages, the list of authorities, an authority's page; reads what the rooms publish. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "accounts"})
package uk.slipway.dashboards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
