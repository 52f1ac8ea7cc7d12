/** What happens to the files that are sent for a data set, real ones and broken ones. */
@NullMarked
package uk.slipway.datasets;

import org.jspecify.annotations.NullMarked;
