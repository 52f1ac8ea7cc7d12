/** Tests of the house: its boundaries, and what its pages do. */
@NullMarked
package uk.slipway;

import org.jspecify.annotations.NullMarked;
