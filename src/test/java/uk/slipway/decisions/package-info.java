@NullMarked
package uk.slipway.decisions;

import org.jspecify.annotations.NullMarked;
