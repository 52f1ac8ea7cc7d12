package uk.slipway.kernel;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An English academic year, 1 September to 31 August, named by the calendar year in which it starts.
 *
 * @param startsIn the calendar year of its September, 1990 to 2100
 */
public record AcademicYear(int startsIn) implements Comparable<AcademicYear> {

    private static final Pattern SLUG = Pattern.compile("(\\d{4})-(\\d{2})");

    /** @throws IllegalArgumentException when the year is outside 1990 to 2100 */
    public AcademicYear {
        if (startsIn < 1990 || startsIn > 2100) {
            throw new IllegalArgumentException("An academic year starts between 1990 and 2100, not in " + startsIn);
        }
    }

    /** The academic year that a day falls in. */
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** Reads the form used in addresses, {@code 2026-27}; empty when it is not one. */
    public static Optional<AcademicYear> fromSlug(String slug) {
        var matcher = SLUG.matcher(slug);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(matcher.group(1));
        boolean follows = (start + 1) % 100 == Integer.parseInt(matcher.group(2));
        return follows && start >= 1990 && start <= 2100 ? Optional.of(new AcademicYear(start)) : Optional.empty();
    }

    /** As it stands in an address: {@code 2026-27}. */
    public String slug() {
        return "%d-%02d".formatted(startsIn, (startsIn + 1) % 100);
    }

    /** As people write it: {@code 2026/27}. */
    public String label() {
        return "%d/%02d".formatted(startsIn, (startsIn + 1) % 100);
    }

    public LocalDate firstDay() {
        return LocalDate.of(startsIn, Month.SEPTEMBER, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startsIn + 1, Month.AUGUST, 31);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    public AcademicYear next() {
        return new AcademicYear(startsIn + 1);
    }

    public AcademicYear previous() {
        return new AcademicYear(startsIn - 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(startsIn, other.startsIn);
    }

    @Override
    public String toString() {
        return label();
    }
}
