@NullMarked
package uk.slipway.notices;

import org.jspecify.annotations.NullMarked;
