/** Tests of inspections. */
@NullMarked
package uk.slipway.inspections;

import org.jspecify.annotations.NullMarked;
