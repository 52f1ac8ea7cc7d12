@NullMarked
package uk.slipway.notifications;

import org.jspecify.annotations.NullMarked;
