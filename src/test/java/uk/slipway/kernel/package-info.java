@NullMarked
package uk.slipway.kernel;

import org.jspecify.annotations.NullMarked;
