package uk.slipway.selfevaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.CitableFigures;

/**
 * A published figure as it was when it was cited. It never changes: what is published later is shown beside it.
 *
 * @param indicator the part of the indicator's address that names it
 * @param period such as 2025 or 202425
 * @param value its value, or null where a symbol stood in its place
 * @param words the figure as it was read
 * @param comparators neighbours, region and England as they were read
 * @param source who published it in what
 * @param release the number of the release in its data set
 * @param published when that was published, or null where it is not known
 */
@Embeddable
record CitedFigure(
        @Column(name = "cited_indicator") String indicator,
        @Column(name = "cited_period") Integer period,

        @Column(name = "cited_value") @Nullable BigDecimal value,

        @Column(name = "cited_symbol") @Nullable String symbol,

        @Column(name = "cited_words") String words,
        @Column(name = "cited_comparators") String comparators,
        @Column(name = "cited_source") String source,
        @Column(name = "cited_release") Integer release,

        @Column(name = "cited_published") @Nullable LocalDate published,

        @Column(name = "cited_at") Instant at) {

    static CitedFigure of(CitableFigures.Figure figure, Instant at) {
        return new CitedFigure(
                figure.slug(),
                figure.period(),
                figure.value(),
                figure.symbol(),
                figure.words(),
                figure.comparators(),
                figure.source(),
                figure.release(),
                figure.published(),
                at);
    }

    public String periodInWords() {
        return CitableFigures.inWords(period);
    }

    CitableFigures.Which which() {
        return new CitableFigures.Which(indicator, period);
    }

    /** What has been published since, as a sentence without its full stop; null where nothing has changed. */
    @Nullable
    String since(CitableFigures.@Nullable Now now) {
        if (now == null) {
            return "Since withdrawn: it is published no more";
        }
        var valueNow = now.value();
        boolean same = value == null || valueNow == null
                ? value == null && valueNow == null && java.util.Objects.equals(symbol, now.symbol())
                : value.compareTo(valueNow) == 0;
        if (!same) {
            return "Since revised: it is now " + now.words();
        }
        return now.newest() == period
                ? null
                : "Newer figure: " + now.newestWords() + " in " + CitableFigures.inWords(now.newest());
    }
}
