package uk.slipway.inspections;

import java.util.Collection;
import java.util.List;
import uk.slipway.cycles.PublishedScheme;
import uk.slipway.cycles.PublishedSchemes;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;

/** The published inspections of some authorities, for everybody who signs in. Three statements. */
@UseCase(readOnly = true)
class ListInspections {

    private final Inspections inspections;
    private final PublishedSchemes schemes;

    ListInspections(Inspections inspections, PublishedSchemes schemes) {
        this.inspections = inspections;
        this.schemes = schemes;
    }

    /** @param schemes the newest first; @param inspections the newest first */
    record Found(List<PublishedScheme> schemes, List<Inspection> inspections) {}

    Found handle(Collection<LocalAuthorityId> authorities) {
        return new Found(schemes.all(), inspections.of(authorities));
    }
}
