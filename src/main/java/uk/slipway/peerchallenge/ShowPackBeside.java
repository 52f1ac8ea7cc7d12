package uk.slipway.peerchallenge;

import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.PackSummaries;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;

/** The authority's data pack in short, beside the questions that are written on it. Two statements. */
@UseCase(readOnly = true)
class ShowPackBeside {

    private final PackSummaries packs;

    ShowPackBeside(PackSummaries packs) {
        this.packs = packs;
    }

    /** Null where none was issued or the viewer may not see it. */
    PackSummaries.@Nullable PackSummary of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return packs.of(viewer, authority, cycle).orElse(null);
    }
}
