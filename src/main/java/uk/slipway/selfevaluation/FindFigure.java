package uk.slipway.selfevaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;

/** A writer looks for the published figure that a sentence rests on. Published figures are public. */
@UseCase(readOnly = true)
class FindFigure {

    /** @param chosen the indicator that was asked for, at its newest figure; null where none was, or there is none */
    record Found(List<CitableFigures.Choice> choices, CitableFigures.@Nullable Figure chosen) {}

    private final CitableFigures figures;

    FindFigure(CitableFigures figures) {
        this.figures = figures;
    }

    Found find(LocalAuthorityId authority, String search, @Nullable String indicator) {
        return new Found(
                figures.search(search, authority),
                indicator == null || indicator.isBlank()
                        ? null
                        : figures.figure(authority, indicator, null).orElse(null));
    }
}
