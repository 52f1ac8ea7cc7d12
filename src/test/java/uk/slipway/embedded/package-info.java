/** What the embedded database survives. */
@NullMarked
package uk.slipway.embedded;

import org.jspecify.annotations.NullMarked;
