package uk.slipway.monitoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;

/**
 * When a figure is an exception. What is worse follows from the indicator's polarity; where neither direction is good, no
 * figure is ever marked.
 */
enum ExceptionRule {
    WORSE_THAN_ENGLAND("Worse than England by more than a margin", true),
    WORSE_THAN("Worse than a fixed value", true),
    WORSENED("Worse than a year before by more than a margin", true),
    LOWEST_QUARTER("In the quarter of authorities that do worst", false),
    NONE("Marks nothing: watched only", false);

    private final String words;
    private final boolean limited;

    ExceptionRule(String words, boolean limited) {
        this.words = words;
        this.limited = limited;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    /** Whether it needs a margin or a value. */
    boolean isLimited() {
        return limited;
    }

    /** The rule with its number: "Marked where it is worse than England by more than 2 percentage points". */
    String inWords(@Nullable BigDecimal limit, FigureSpeech speech, Polarity polarity) {
        if (polarity == Polarity.NONE || this == NONE) {
            return polarity == Polarity.NONE
                    ? "Nothing is marked: neither high nor low is good in itself"
                    : "Watched only: nothing is marked";
        }
        var worse = polarity == Polarity.HIGH ? "below" : "above";
        return switch (this) {
            case WORSE_THAN_ENGLAND ->
                "Marked where it is more than " + margin(limit, speech) + " " + worse + " England";
            case WORSE_THAN -> "Marked where it is " + worse + " " + speech.cell(limit, null);
            case WORSENED ->
                "Marked where it has gone " + (polarity == Polarity.HIGH ? "down" : "up") + " by more than "
                        + margin(limit, speech) + " since the year before";
            case LOWEST_QUARTER -> "Marked in band D, the quarter of authorities that do worst";
            case NONE -> "";
        };
    }

    private static String margin(@Nullable BigDecimal limit, FigureSpeech speech) {
        return limit == null ? speech.cell(null, null) : speech.apart(limit);
    }

    /**
     * Why a figure is an exception, in words, or null where it is none.
     *
     * @param band the quarter among all authorities, or null where the figure is not one authority's
     * @param change since the year before, or null where that is not known
     */
    @Nullable
    String marks(
            @Nullable BigDecimal limit,
            FigureSpeech speech,
            Polarity polarity,
            @Nullable BigDecimal value,
            @Nullable BigDecimal england,
            @Nullable Band band,
            @Nullable BigDecimal change) {
        if (polarity == Polarity.NONE || value == null) {
            return null;
        }
        var high = polarity == Polarity.HIGH;
        return switch (this) {
            case WORSE_THAN_ENGLAND -> {
                if (limit == null || england == null) {
                    yield null;
                }
                var worseBy = high ? england.subtract(value) : value.subtract(england);
                yield worseBy.compareTo(limit) > 0
                        ? margin(worseBy, speech) + (high ? " below" : " above") + " England"
                        : null;
            }
            case WORSE_THAN ->
                limit != null && (high ? value.compareTo(limit) < 0 : value.compareTo(limit) > 0)
                        ? (high ? "below " : "above ") + speech.cell(limit, null)
                        : null;
            case WORSENED ->
                limit != null && change != null && (high ? change.negate() : change).compareTo(limit) > 0
                        ? speech.change(change) + " since the year before"
                        : null;
            case LOWEST_QUARTER -> band == Band.D ? "band D, the quarter that does worst" : null;
            case NONE -> null;
        };
    }
}
