package uk.slipway.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A date as it was typed, in three text fields, so that what cannot be a date is shown again unchanged. Month names are
 * accepted ("dec", "December").
 *
 * @param day as typed, possibly null or blank
 * @param month as typed, possibly null or blank
 * @param year as typed, possibly null or blank
 */
public record DateParts(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{1,2}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH_NAME = Pattern.compile("[a-z]{3,9}");

    /** Nothing typed yet. */
    public static final DateParts EMPTY = new DateParts(null, null, null);

    /** The parts of a date, or empty fields when there is none. */
    public static DateParts of(@Nullable LocalDate date) {
        return date == null
                ? EMPTY
                : new DateParts(
                        Integer.toString(date.getDayOfMonth()),
                        Integer.toString(date.getMonthValue()),
                        Integer.toString(date.getYear()));
    }

    /** Whether nothing was typed in any of the three fields. */
    public boolean isBlank() {
        return trimmed(day).isEmpty()
                && trimmed(month).isEmpty()
                && trimmed(year).isEmpty();
    }

    /** The date, if the three parts make a real one. */
    public Optional<LocalDate> toDate() {
        String typedDay = trimmed(day);
        String typedYear = trimmed(year);
        int monthNumber = monthNumber(trimmed(month));
        if (!TWO_DIGITS.matcher(typedDay).matches()
                || !FOUR_DIGITS.matcher(typedYear).matches()
                || monthNumber == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(typedYear), monthNumber, Integer.parseInt(typedDay)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * Reads a date that may be left out. Rejects the field with the design system's wording when it is incomplete or not a
     * real date.
     *
     * @param parts what was typed, or null when the form did not send the fields
     * @param field the name of the field in the form
     * @param name the date in words that begin a sentence, such as "Forum date"
     * @param errors where a rejection goes
     * @return the date, or null if it was left out or rejected
     */
    public static @Nullable LocalDate optional(@Nullable DateParts parts, String field, String name, Errors errors) {
        if (parts == null || parts.isBlank()) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        if (trimmed(parts.day).isEmpty()) {
            missing.add("day");
        }
        if (trimmed(parts.month).isEmpty()) {
            missing.add("month");
        }
        if (trimmed(parts.year).isEmpty()) {
            missing.add("year");
        }
        if (!missing.isEmpty()) {
            errors.rejectValue(
                    field,
                    "date." + String.join("-", missing),
                    name + " must include a " + String.join(" and ", missing));
            return null;
        }
        if (!FOUR_DIGITS.matcher(trimmed(parts.year)).matches()) {
            errors.rejectValue(field, "date.year", "Year must include 4 numbers");
            return null;
        }
        Optional<LocalDate> date = parts.toDate();
        if (date.isEmpty()) {
            errors.rejectValue(field, "date.real", name + " must be a real date");
        }
        return date.orElse(null);
    }

    /**
     * Reads a date that must be given.
     *
     * @see #optional
     */
    public static @Nullable LocalDate required(@Nullable DateParts parts, String field, String name, Errors errors) {
        if (parts == null || parts.isBlank()) {
            errors.rejectValue(field, "date.blank", "Enter the " + lowerFirst(name));
            return null;
        }
        return optional(parts, field, name, errors);
    }

    private static int monthNumber(String typed) {
        String month = typed.toLowerCase(Locale.ROOT);
        if (TWO_DIGITS.matcher(month).matches()) {
            int number = Integer.parseInt(month);
            return number <= 12 ? number : 0;
        }
        return MONTH_NAME.matcher(month).matches() ? MONTHS.indexOf(month.substring(0, 3)) + 1 : 0;
    }

    private static String lowerFirst(String words) {
        return words.length() > 1 && Character.isUpperCase(words.charAt(1))
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String trimmed(@Nullable String part) {
        return part == null ? "" : part.strip();
    }
}
