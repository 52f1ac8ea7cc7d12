/** What every test stands on: the database, the clock, the house's test annotations, and how the house formats code. */
@NullMarked
package uk.slipway.house;

import org.jspecify.annotations.NullMarked;
