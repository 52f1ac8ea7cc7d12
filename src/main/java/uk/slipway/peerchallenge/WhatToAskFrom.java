package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.Commitment;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.PackFiguresInThreads;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.selfevaluation.CitedSentences;
import uk.slipway.threads.Origin;
import uk.slipway.web.NotFound;

/**
 * What a challenge question can be made from: a sentence of the year's self-evaluation that cites a figure, a figure of the
 * year's data pack, and what the authority committed to in an earlier year; as far as the viewer sees each.
 */
@Component
class WhatToAskFrom {

    private final CitedSentences sentences;
    private final PackFiguresInThreads packFigures;
    private final CommitmentLedger ledger;
    private final CycleCalendar calendar;

    WhatToAskFrom(
            CitedSentences sentences,
            PackFiguresInThreads packFigures,
            CommitmentLedger ledger,
            CycleCalendar calendar) {
        this.sentences = sentences;
        this.packFigures = packFigures;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    List<Origin> of(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        var year = calendar.find(cycle).orElseThrow(NotFound::new).year();
        var origins = new ArrayList<>(sentences.of(viewer, authority, cycle));
        origins.addAll(packFigures.of(viewer, authority, cycle));
        ledger.trackOf(viewer, authority).stream()
                .filter(commitment -> commitment.madeInYear().compareTo(year) < 0)
                .map(commitment -> Origin.of(
                        new RecordRef(Commitment.KIND, commitment.id().value()),
                        "Commitment of " + commitment.madeInYear().label(),
                        commitment.text()))
                .forEach(origins::add);
        return List.copyOf(origins);
    }
}
