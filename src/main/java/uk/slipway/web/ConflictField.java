package uk.slipway.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form that two people changed. Every field of the form stands on the page, each with both texts: a text can
 * be changed there; a choice or a date is shown in words, and goes on as it was typed.
 *
 * @param label the field's label
 * @param name the name it is sent under
 * @param mine what the person in front of the screen typed, in words
 * @param theirs what is saved now, in words
 * @param original what both started from, where it is known
 * @param sent of a choice or a date, what is sent for mine, by name; empty for a text
 */
public record ConflictField(
        String label,
        String name,
        String mine,
        String theirs,
        @Nullable String original,
        Map<String, String> sent) {

    private static final Words WORDS = new Words();

    public ConflictField {
        sent = Map.copyOf(sent);
    }

    /** A text that can be changed on the page. */
    public ConflictField(String label, String name, String mine, String theirs, @Nullable String original) {
        this(label, name, mine, theirs, original, Map.of());
    }

    /** A text that may be empty. */
    public static ConflictField text(String label, String name, @Nullable String mine, @Nullable String theirs) {
        return new ConflictField(label, name, mine == null ? "" : mine, theirs == null ? "" : theirs, null);
    }

    /**
     * One of several choices.
     *
     * @param offered what the form offers
     * @param none what it says where nothing is chosen
     */
    public static ConflictField choice(
            String label,
            String name,
            List<Option> offered,
            String none,
            @Nullable String mine,
            @Nullable String theirs) {
        return new ConflictField(
                label,
                name,
                words(offered, none, mine),
                words(offered, none, theirs),
                null,
                Map.of(name, mine == null ? "" : mine));
    }

    private static String words(List<Option> offered, String none, @Nullable String value) {
        return offered.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value == null || value.isBlank() ? none : value);
    }

    /** Several choices of a list, sent under one name with commas between them, which a list in the form takes apart. */
    public static ConflictField several(
            String label,
            String name,
            List<Option> offered,
            String none,
            Collection<String> mine,
            Collection<String> theirs) {
        return new ConflictField(
                label,
                name,
                words(offered, none, mine),
                words(offered, none, theirs),
                null,
                Map.of(name, String.join(",", mine)));
    }

    private static String words(List<Option> offered, String none, Collection<String> values) {
        var chosen = offered.stream()
                .filter(option -> values.contains(option.value()))
                .map(Option::text)
                .toList();
        return chosen.isEmpty() ? none : String.join(", ", chosen);
    }

    /** A checkbox, which sends {@code true} or nothing. */
    public static ConflictField tick(String label, String name, boolean mine, boolean theirs) {
        return new ConflictField(
                label, name, mine ? "Yes" : "No", theirs ? "Yes" : "No", null, Map.of(name, mine ? "true" : ""));
    }

    /** A day, in its three fields. */
    public static ConflictField date(String label, String name, @Nullable LocalDate mine, @Nullable LocalDate theirs) {
        var parts = DateParts.of(mine);
        var sent = new LinkedHashMap<String, String>();
        sent.put(name + ".day", parts.day() == null ? "" : parts.day());
        sent.put(name + ".month", parts.month() == null ? "" : parts.month());
        sent.put(name + ".year", parts.year() == null ? "" : parts.year());
        return new ConflictField(label, name, day(mine), day(theirs), null, sent);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "No day" : WORDS.shortDate(day);
    }

    /** Whether both wrote the same. */
    public boolean same() {
        return mine.equals(theirs);
    }

    /** Whether both texts fit into a few lines. */
    public boolean isShort() {
        return mine.length() <= 160 && theirs.length() <= 160;
    }

    /** Whether it is a choice or a date, which is not changed on the page. */
    public boolean fixed() {
        return !sent.isEmpty();
    }
}
