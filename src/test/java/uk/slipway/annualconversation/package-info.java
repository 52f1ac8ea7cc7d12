/** What an annual conversation does, and which side sees what of it. */
@NullMarked
package uk.slipway.annualconversation;

import org.jspecify.annotations.NullMarked;
