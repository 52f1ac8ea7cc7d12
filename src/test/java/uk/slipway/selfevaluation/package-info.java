/** Self-evaluations made for tests, and what the room holds to. */
@NullMarked
package uk.slipway.selfevaluation;

import org.jspecify.annotations.NullMarked;
