/** Years, quarters and working days, without Spring. */
@NullMarked
package uk.slipway.kernel;

import org.jspecify.annotations.NullMarked;
