package uk.slipway.kept;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One field of a form as it arrived.
 *
 * @param name the name it was sent under
 * @param text what it held
 */
record TypedField(String name, String text) {

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whether a person typed or chose it, as far as its value tells: no ids, versions or empty fields. */
    boolean wasTyped() {
        return !text.isBlank()
                && !"version".equals(name)
                && !AN_ID.matcher(text).matches();
    }

    boolean isLong() {
        return text.length() > 60 || text.contains("\n");
    }

    /** {@code areasForDevelopment} as {@code Areas for development}. */
    String label() {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.UK);
        return words.isEmpty() ? "Text" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
