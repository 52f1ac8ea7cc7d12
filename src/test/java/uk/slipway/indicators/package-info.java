/** How authorities compare, against arithmetic written down a second time. */
@NullMarked
package uk.slipway.indicators;

import org.jspecify.annotations.NullMarked;
