package uk.slipway.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads what was typed into a form's texts; what cannot be read is rejected in words, and stays as it was typed. */
public final class Typed {

    private Typed() {}

    /** A text that must be given, without spaces around it; empty where it was rejected. */
    public static String text(@Nullable String typed, String field, String what, int longest, Errors errors) {
        var text = optional(typed, field, what, longest, errors);
        if (text.isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "blank", "Enter " + what);
        }
        return text;
    }

    /** A text that may be left out. */
    public static String optional(@Nullable String typed, String field, String what, int longest, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            errors.rejectValue(field, "long", capital(what) + " must be %,d characters or fewer".formatted(longest));
        }
        return text;
    }

    /** Pounds and pence that may be left out: {@code 412.50}, {@code £1,200}. */
    public static @Nullable BigDecimal money(@Nullable String typed, String field, String what, Errors errors) {
        var text = typed == null ? "" : typed.strip().replace(",", "").replaceFirst("^£\\s*", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            errors.rejectValue(field, "money", capital(what) + " must be an amount in pounds, such as 412.50");
            return null;
        }
        return new BigDecimal(text).setScale(2);
    }

    /** The same where it must be given. */
    public static @Nullable BigDecimal amount(@Nullable String typed, String field, String what, Errors errors) {
        var amount = money(typed, field, what, errors);
        if (amount == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "blank", "Enter " + what + ", 0 where there is none");
        }
        return amount;
    }

    /** A whole number that may be left out. */
    public static @Nullable Integer whole(
            @Nullable String typed, String field, String what, int least, int most, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            errors.rejectValue(
                    field, "number", capital(what) + " must be a whole number from " + least + " to " + most);
            return null;
        }
        return Integer.valueOf(text);
    }

    /** The same where it must be given. */
    public static @Nullable Integer required(
            @Nullable String typed, String field, String what, int least, int most, Errors errors) {
        var number = whole(typed, field, what, least, most, errors);
        if (number == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "blank", "Enter " + what);
        }
        return number;
    }

    /** One of an enumeration's constants, or nothing. */
    public static <E extends Enum<E>> Optional<E> one(Class<E> of, @Nullable String typed) {
        for (var constant : of.getEnumConstants()) {
            if (constant.name().equals(typed)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** One of an enumeration's constants, which must be chosen. */
    public static <E extends Enum<E>> @Nullable E chosen(
            Class<E> of, @Nullable String typed, String field, String message, Errors errors) {
        var one = one(of, typed);
        if (one.isEmpty()) {
            errors.rejectValue(field, "none", message);
        }
        return one.orElse(null);
    }

    /** Those of an enumeration's constants that were ticked, in their own order. */
    public static <E extends Enum<E>> List<E> ticked(Class<E> of, @Nullable Collection<String> typed) {
        var chosen = new ArrayList<E>();
        for (var constant : of.getEnumConstants()) {
            if (typed != null && typed.contains(constant.name())) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    /** The version a form carries; one that no record has where it was lost. */
    public static long version(@Nullable String typed) {
        try {
            return Long.parseLong(typed == null ? "" : typed.strip());
        } catch (NumberFormatException none) {
            return -2;
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
