package uk.slipway.partnership;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.web.Words;

/** Reads what was typed into the forms of boards and their meetings; what cannot be read is said beside its field. */
public final class Typed {

    private static final Words WORDS = new Words();

    private Typed() {}

    /**
     * A text that has to be there.
     *
     * @param what it is, as in "Enter the name"
     * @return the text without the space around it, or an empty one where it was rejected
     */
    public static String text(@Nullable String typed, String field, String what, int longest, Errors errors) {
        var text = optional(typed, field, what, longest, errors);
        if (text == null && errors.getFieldErrorCount(field) == 0) {
            errors.rejectValue(field, "blank", "Enter " + what);
        }
        return text == null ? "" : text;
    }

    /** A text that may be left out; null where it was, or was rejected. */
    public static @Nullable String optional(
            @Nullable String typed, String field, String what, int longest, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            errors.rejectValue(
                    field,
                    "long",
                    Character.toUpperCase(what.charAt(0)) + what.substring(1) + " must be " + WORDS.number(longest)
                            + " characters or fewer");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A whole number that has to be there, from least to most. */
    public static int number(
            @Nullable String typed, String field, String what, int least, int most, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        errors.rejectValue(field, "number", "Enter " + what + " as a number from " + least + " to " + most);
        return least;
    }

    /** One of an enumeration's names; null where it was rejected. */
    public static <E extends Enum<E>> @Nullable E choice(
            @Nullable String typed, Class<E> of, String field, String question, Errors errors) {
        var found = Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst();
        if (found.isEmpty()) {
            errors.rejectValue(field, "choose", question);
        }
        return found.orElse(null);
    }

    /** An id that a page put into its own form; empty where it is none. */
    public static Optional<UUID> id(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The version a form was opened on; -1 where it says none, so that it is never the one saved now. */
    public static long version(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
