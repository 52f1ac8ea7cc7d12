package uk.slipway.region;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A model of statistical neighbours, known by the month it was published.
 *
 * @param published that month
 */
public record NeighbourModel(YearMonth published) implements Comparable<NeighbourModel> {

    public static final NeighbourModel APRIL_2021 = new NeighbourModel(YearMonth.of(2021, 4));
    public static final NeighbourModel MAY_2025 = new NeighbourModel(YearMonth.of(2025, 5));

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** As it is in the address and in files: {@code 2025-05}. */
    public String code() {
        return published.toString();
    }

    /** As it is shown to people: "May 2025". */
    public String inWords() {
        return WORDS.format(published);
    }

    @Override
    public int compareTo(NeighbourModel other) {
        return published.compareTo(other.published);
    }
}
