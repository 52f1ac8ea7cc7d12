/** What is claimed of the demonstration region as a whole. */
@NullMarked
package uk.slipway.demonstration;

import org.jspecify.annotations.NullMarked;
