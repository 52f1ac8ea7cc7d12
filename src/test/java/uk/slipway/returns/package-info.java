/** Quarterly returns, through their pages. */
@NullMarked
package uk.slipway.returns;

import org.jspecify.annotations.NullMarked;
