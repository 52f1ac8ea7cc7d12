/** Slipway: one application whose packages are its rooms. */
@NullMarked
package uk.slipway;

import org.jspecify.annotations.NullMarked;
