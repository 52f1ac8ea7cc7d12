package uk.slipway.web;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a set of radios, checkboxes or a select.
 *
 * @param value what the form sends
 * @param text what the reader sees
 * @param hint a sentence below the text of a radio or checkbox; a select does not show it
 */
public record Option(String value, String text, @Nullable String hint) {
    /** A choice without a hint. */
    public static Option of(String value, String text) {
        return new Option(value, text, null);
    }
}
