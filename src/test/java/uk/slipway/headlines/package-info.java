/** What headlines do, and who sees which of them before and after each act. */
@NullMarked
package uk.slipway.headlines;

import org.jspecify.annotations.NullMarked;
