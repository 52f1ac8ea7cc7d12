package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.UUID;
import uk.slipway.indicators.FiguresOfPlaces;
import uk.slipway.indicators.Polarity;

/**
 * A published figure by which a priority is judged: from where it stood, in a straight line, to where it is to be.
 *
 * @param indicator the name in the indicator's address
 * @param baselinePeriod the period of the figure when it was chosen
 * @param targetYear the calendar year in which the target's period ends
 */
record Target(
        UUID id,
        PriorityId priority,
        String indicator,
        int baselinePeriod,
        BigDecimal baseline,
        int targetYear,
        BigDecimal target) {

    /** Where the straight line stands in a year; the baseline before it, the target after it. */
    BigDecimal onTheWay(int year) {
        int from = FiguresOfPlaces.endOf(baselinePeriod);
        if (year <= from || targetYear <= from) {
            return year < targetYear ? baseline : target;
        }
        if (year >= targetYear) {
            return target;
        }
        return baseline.add(target.subtract(baseline)
                .multiply(BigDecimal.valueOf(year - from))
                .divide(BigDecimal.valueOf(targetYear - from), MathContext.DECIMAL64));
    }

    /** How an actual figure lies to the line; empty where no direction is good. */
    Optional<Lies> lies(int year, BigDecimal actual, Polarity polarity) {
        int side = actual.compareTo(onTheWay(year));
        return switch (polarity) {
            case NONE -> Optional.empty();
            case HIGH -> Optional.of(side >= 0 ? Lies.ON_OR_AHEAD : Lies.BEHIND);
            case LOW -> Optional.of(side <= 0 ? Lies.ON_OR_AHEAD : Lies.BEHIND);
        };
    }

    /** On which side of the line. */
    enum Lies {
        ON_OR_AHEAD("on or ahead of the line to the target"),
        BEHIND("behind the line to the target");

        private final String words;

        Lies(String words) {
            this.words = words;
        }

        /** As it is said in the middle of a sentence. */
        String inWords() {
            return words;
        }
    }
}
