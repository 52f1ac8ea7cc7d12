@NullMarked
package uk.slipway.meetings;

import org.jspecify.annotations.NullMarked;
