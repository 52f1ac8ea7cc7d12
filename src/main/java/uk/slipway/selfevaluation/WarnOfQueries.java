package uk.slipway.selfevaluation;

import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.OpenQueries;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** Says before the submission how many queries on the year's data pack are open. It never stops anybody. One statement. */
@UseCase(readOnly = true)
class WarnOfQueries {

    private final OpenQueries queries;

    WarnOfQueries(OpenQueries queries) {
        this.queries = queries;
    }

    /** @throws NotFound when the viewer is not the authority's */
    List<OpenQueries.OpenQuery> of(LocalAuthorityId authority, CycleId cycle, Viewer viewer) {
        if (!viewer.worksFor(authority)) {
            throw new NotFound();
        }
        return queries.of(authority, cycle);
    }
}
