/** Support through the front door: asked for, proposed, agreed, looked back upon. */
@NullMarked
package uk.slipway.brokering;

import org.jspecify.annotations.NullMarked;
