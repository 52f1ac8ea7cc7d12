package uk.slipway.datapacks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.FigureSpeech;

/**
 * One figure of a pack.
 *
 * @param figure as it was on the day the pack was prepared
 * @param finding what it suggests, as the rule proposed; null where the rule says nothing
 * @param rule why it was proposed
 * @param words of the finding, as a person last wrote them
 * @param dropped whether a person decided against the proposal
 */
record PackFigure(
        UUID id,
        long version,
        ComparedFigure figure,
        @Nullable Finding finding,
        @Nullable String rule,
        @Nullable String words,
        boolean dropped,
        FigureState state,
        @Nullable DataQuery query) {

    FigureSpeech speech() {
        return new FigureSpeech(figure.unit(), figure.decimalPlaces());
    }

    String published() {
        return speech().cell(figure.value(), figure.symbol());
    }

    /** The authority's own figure, where it gave one. */
    @Nullable
    String own() {
        return query == null ? null : speech().cell(query.figure(), null);
    }

    /** The figure that both stand by once it is agreed. */
    String agreed() {
        var own = own();
        return own != null && query != null && query.answer() == DataQuery.Answer.ACCEPTED ? own : published();
    }
}
