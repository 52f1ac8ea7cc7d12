/** People who ask about fostering, through the front door: asked, worked on, handed over, counted, forgotten. */
@NullMarked
package uk.slipway.enquiries;

import org.jspecify.annotations.NullMarked;
