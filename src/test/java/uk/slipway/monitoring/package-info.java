/** What boards watch, through the front door: routines, rounds, exceptions, commentaries. */
@NullMarked
package uk.slipway.monitoring;

import org.jspecify.annotations.NullMarked;
