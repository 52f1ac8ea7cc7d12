package uk.slipway.datasets;

import java.util.Set;

/** The time identifiers of the Explore education statistics standard, and how each writes its period. */
final class TimeIdentifiers {

    private static final Set<String> FOUR_DIGITS = Set.of(
            "Calendar year",
            "Reporting year",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Set<String> SIX_DIGITS = Set.of(
            "Academic year",
            "Financial year",
            "Tax year",
            "Autumn term",
            "Spring term",
            "Summer term",
            "Autumn and spring term",
            "Part 1 (April to September)",
            "Part 2 (October to March)",
            "Financial year Q1",
            "Financial year Q2",
            "Financial year Q3",
            "Financial year Q4",
            "Academic year Q1",
            "Academic year Q2",
            "Academic year Q3",
            "Academic year Q4");

    private TimeIdentifiers() {}

    static boolean isKnown(String identifier) {
        return FOUR_DIGITS.contains(identifier)
                || SIX_DIGITS.contains(identifier)
                || identifier.matches("Week ([1-9]|[1-4][0-9]|5[0-3])");
    }

    static boolean fits(String period, String identifier) {
        if (period.length() == 4 && digits(period)) {
            return !SIX_DIGITS.contains(identifier);
        }
        if (period.length() != 6 || !digits(period) || !SIX_DIGITS.contains(identifier)) {
            return false;
        }
        return (Integer.parseInt(period.substring(0, 4)) + 1) % 100 == Integer.parseInt(period.substring(4));
    }

    /** The calendar year in which the period ends, by which it is compared with the dates of codes. */
    static int lastYear(int period) {
        return period > 9999 ? period / 100 + 1 : period;
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
