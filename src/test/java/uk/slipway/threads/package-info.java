@NullMarked
package uk.slipway.threads;

import org.jspecify.annotations.NullMarked;
