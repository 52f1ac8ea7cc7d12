package uk.slipway.peerchallenge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.JudgementAreaView;
import uk.slipway.web.NotFound;

/** Checks of texts that people type. */
final class Typed {

    private Typed() {}

    /** The text without the spaces around it; rejects one that is blank or too long. */
    static String required(@Nullable String text, int longest, String field, String what, Errors errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            errors.rejectValue(field, "blank", "Enter " + what);
        }
        checkLength(typed, longest, field, what, errors);
        return typed;
    }

    /** The text without the spaces around it, or null where nothing was typed; rejects one that is too long. */
    static @Nullable String optional(@Nullable String text, int longest, String field, String what, Errors errors) {
        var typed = text == null ? "" : text.strip();
        checkLength(typed, longest, field, what, errors);
        return typed.isEmpty() ? null : typed;
    }

    private static void checkLength(String typed, int longest, String field, String what, Errors errors) {
        if (typed.length() > longest) {
            errors.rejectValue(
                    field,
                    "long",
                    Character.toUpperCase(what.charAt(0))
                            + what.substring(1)
                            + " must be %,d characters or fewer".formatted(longest));
        }
    }

    /** An id that a form carries; one that is none leads nowhere. */
    static UUID id(@Nullable String typed) {
        try {
            return UUID.fromString(typed == null ? "" : typed);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }

    /** The version a form was opened with; nonsense is an old one. */
    static long version(@Nullable String typed) {
        try {
            return Long.parseLong(typed == null ? "" : typed.strip());
        } catch (NumberFormatException none) {
            return -2;
        }
    }

    /** An area of the scheme, or null. */
    static @Nullable String area(@Nullable String code, CycleView cycle) {
        return cycle.scheme().areas().stream()
                .map(JudgementAreaView::code)
                .filter(one -> one.equals(code))
                .findFirst()
                .orElse(null);
    }
}
