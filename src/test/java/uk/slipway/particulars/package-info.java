@NullMarked
package uk.slipway.particulars;

import org.jspecify.annotations.NullMarked;
