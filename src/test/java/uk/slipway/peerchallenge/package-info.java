@NullMarked
package uk.slipway.peerchallenge;

import org.jspecify.annotations.NullMarked;
