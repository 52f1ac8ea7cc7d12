@NullMarked
package uk.slipway.commitments;

import org.jspecify.annotations.NullMarked;
