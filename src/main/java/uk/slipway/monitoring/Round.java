package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.partnership.BoardId;
import uk.slipway.region.LocalAuthorityId;

/**
 * The figures of a routine as they were on its day.
 *
 * @param marked how many figures are exceptions
 * @param waiting how many indicators have no commentary yet
 */
record Round(
        UUID id,
        UUID routine,
        String routineName,
        BoardId board,
        String boardName,
        @Nullable AccountId reporter,
        String reporterName,
        LocalDate dueOn,
        Instant gatheredAt,
        int indicators,
        int marked,
        int waiting) {

    static final String KIND = "monitoring-round";

    /** So many days after a routine's day its commentaries are due; our own rule. */
    static final int DAYS_FOR_COMMENTARY = 14;

    LocalDate commentaryDue() {
        return dueOn.plusDays(DAYS_FOR_COMMENTARY);
    }

    /** Whether the viewer is asked for the commentaries. */
    boolean reportedBy(Viewer viewer) {
        return viewer.account().equals(reporter);
    }

    /** One indicator of a round. */
    record Of(
            UUID id,
            long version,
            String indicator,
            String name,
            String grouping,
            FigureSpeech speech,
            Polarity polarity,
            String rule,
            @Nullable Integer period,
            @Nullable BigDecimal region,
            @Nullable String regionSymbol,
            @Nullable BigDecimal england,
            @Nullable String englandSymbol,
            @Nullable String release,
            @Nullable String commentary,
            @Nullable String commentedBy,
            @Nullable Instant commentedAt,
            List<Figure> figures) {}

    /** One authority's figure. */
    record Figure(
            LocalAuthorityId authority,
            @Nullable BigDecimal value,
            @Nullable String symbol,
            @Nullable BigDecimal neighbours,
            @Nullable Integer rank,
            int ranked,
            @Nullable Band band,
            @Nullable BigDecimal change,
            @Nullable String exception) {}
}
