@NullMarked
package uk.slipway.kept;

import org.jspecify.annotations.NullMarked;
