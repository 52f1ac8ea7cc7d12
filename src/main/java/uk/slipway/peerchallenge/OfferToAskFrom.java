package uk.slipway.peerchallenge;

import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.threads.Origin;

/** Offers what a challenge question can be made from. */
@UseCase(readOnly = true)
class OfferToAskFrom {

    private final WhatToAskFrom origins;

    OfferToAskFrom(WhatToAskFrom origins) {
        this.origins = origins;
    }

    List<Origin> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        return origins.of(viewer, authority, cycle);
    }
}
