/** What is claimed of the reference data and the pages that show it. */
@NullMarked
package uk.slipway.region;

import org.jspecify.annotations.NullMarked;
