@NullMarked
package uk.slipway.cycles;

import org.jspecify.annotations.NullMarked;
