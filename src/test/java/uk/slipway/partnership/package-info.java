@NullMarked
package uk.slipway.partnership;

import org.jspecify.annotations.NullMarked;
