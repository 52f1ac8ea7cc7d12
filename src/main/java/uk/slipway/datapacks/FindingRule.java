package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.util.Optional;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;

/**
 * Proposes strengths and challenges. A strength: in the best quarter of the authorities with data (band A by LAIT's
 * arithmetic), or better than the mean of its statistical neighbours and better than the year before. A challenge: the
 * opposite of either. Bands go first. Where no direction is good there is neither.
 */
final class FindingRule {

    /** The rule as it stands on the pages. */
    static final String IN_WORDS = "A strength is proposed where the authority is in the best quarter of authorities"
        + " (band A), or is better than its statistical neighbours and than the year before; a challenge where it is"
        + " in the quarter furthest from the best (band D), or is worse than its neighbours and than the year before."
        + " Nothing is proposed where neither a high nor a low figure is good in itself.";

    private FindingRule() {}

    /** What is proposed, why, and in which words. */
    record Proposal(Finding finding, String rule, String words) {}

    static Optional<Proposal> of(ComparedFigure figure) {
        var value = figure.value();
        if (figure.polarity() == Polarity.NONE || value == null || figure.period() == null) {
            return Optional.empty();
        }
        if (figure.band() == Band.A) {
            return proposal(figure, value, Finding.STRENGTH, "in the best quarter of authorities in England (band A)");
        }
        if (figure.band() == Band.D) {
            return proposal(
                    figure, value, Finding.CHALLENGE, "in the quarter of authorities furthest from the best (band D)");
        }
        var neighbours = figure.neighbours();
        var change = figure.change();
        if (neighbours == null || change == null) {
            return Optional.empty();
        }
        int direction = figure.polarity() == Polarity.HIGH ? 1 : -1;
        int against = direction * value.subtract(neighbours).signum();
        int since = direction * change.signum();
        if (against > 0 && since > 0) {
            return proposal(figure, value, Finding.STRENGTH, "better than its neighbours and than the year before");
        }
        if (against < 0 && since < 0) {
            return proposal(figure, value, Finding.CHALLENGE, "worse than its neighbours and than the year before");
        }
        return Optional.empty();
    }

    private static Optional<Proposal> proposal(
            ComparedFigure figure, BigDecimal value, Finding finding, String because) {
        var speech = new FigureSpeech(figure.unit(), figure.decimalPlaces());
        var period = figure.period();
        return Optional.of(new Proposal(
                finding,
                because,
                figure.name() + ": " + speech.cell(value, null)
                        + (period == null ? "" : " in " + FigureSpeech.period(period)) + ", " + because));
    }
}
