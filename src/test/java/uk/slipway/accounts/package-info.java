@NullMarked
package uk.slipway.accounts;

import org.jspecify.annotations.NullMarked;
