package uk.slipway.commitments;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;

/** This year, every second authority notes how last year's commitments are going. */
@Component
@Profile("demonstration")
class CommitmentsChapter implements Chapter {

    private final CommitmentLedger ledger;
    private final NoteProgress noteProgress;

    CommitmentsChapter(CommitmentLedger ledger, NoteProgress noteProgress) {
        this.ledger = ledger;
        this.noteProgress = noteProgress;
    }

    @Override
    public Place place() {
        return Place.COMMITMENTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        int place = 0;
        for (var authority : stage.real(year)) {
            if (place++ % 2 == 0) {
                stage.scene(
                        year.day(-35),
                        Stage.email("officer", authority),
                        officer -> ledger.trackOf(officer, authority.id()).stream()
                                .filter(commitment -> commitment.madeInYear().compareTo(year.year()) < 0)
                                .findFirst()
                                .ifPresent(commitment -> noteProgress.handle(
                                        commitment.id(),
                                        Uuid7.next(),
                                        "Example note: the first step is done, the second has begun",
                                        officer)));
            }
        }
    }
}
