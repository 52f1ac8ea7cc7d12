package uk.slipway.kernel;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quarter of an English financial year, 1 April to 31 March: quarter 1 is April to June. Named by the calendar year in
 * which the financial year starts.
 *
 * @param yearStartsIn the calendar year of its financial year's April, 1990 to 2100
 * @param number 1 to 4
 */
public record Quarter(int yearStartsIn, int number) implements Comparable<Quarter> {

    private static final Pattern SLUG = Pattern.compile("(\\d{4})-(\\d{2})-q([1-4])");
    private static final int MONTHS = 3;
    private static final int QUARTERS = 4;

    /** @throws IllegalArgumentException when the year is outside 1990 to 2100, or the number outside 1 to 4 */
    public Quarter {
        if (yearStartsIn < 1990 || yearStartsIn > 2100) {
            throw new IllegalArgumentException("A financial year starts between 1990 and 2100, not in " + yearStartsIn);
        }
        if (number < 1 || number > QUARTERS) {
            throw new IllegalArgumentException("A quarter is 1 to 4, not " + number);
        }
    }

    /** The quarter that a day falls in. */
    public static Quarter of(LocalDate day) {
        int year = day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
        return new Quarter(year, (day.getMonthValue() + 8) % 12 / MONTHS + 1);
    }

    /** Reads the form used in addresses, {@code 2026-27-q2}; empty when it is not one. */
    public static Optional<Quarter> fromSlug(String slug) {
        var matcher = SLUG.matcher(slug);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(matcher.group(1));
        boolean follows = (start + 1) % 100 == Integer.parseInt(matcher.group(2));
        return follows && start >= 1990 && start <= 2100
                ? Optional.of(new Quarter(start, Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** As it stands in an address: {@code 2026-27-q2}. */
    public String slug() {
        return "%d-%02d-q%d".formatted(yearStartsIn, (yearStartsIn + 1) % 100, number);
    }

    /** As people write it: {@code Q2 2026/27}. */
    public String label() {
        return "Q%d %d/%02d".formatted(number, yearStartsIn, (yearStartsIn + 1) % 100);
    }

    /** Its months, as people say them: {@code July to September 2026}. */
    public String months() {
        return firstDay().getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " to "
                + lastDay().getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " "
                + lastDay().getYear();
    }

    /** Its financial year as Explore education statistics write a time period of two years: {@code 202627}. */
    public String timePeriod() {
        return "%d%02d".formatted(yearStartsIn, (yearStartsIn + 1) % 100);
    }

    /** What Explore education statistics call such a period: {@code Financial year Q2}. */
    public String timeIdentifier() {
        return "Financial year Q" + number;
    }

    public LocalDate firstDay() {
        return LocalDate.of(yearStartsIn, Month.APRIL, 1).plusMonths((long) MONTHS * (number - 1));
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    public Quarter next() {
        return number == QUARTERS ? new Quarter(yearStartsIn + 1, 1) : new Quarter(yearStartsIn, number + 1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(yearStartsIn - 1, QUARTERS) : new Quarter(yearStartsIn, number - 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(yearStartsIn * QUARTERS + number, other.yearStartsIn * QUARTERS + other.number);
    }

    @Override
    public String toString() {
        return label();
    }
}
