package uk.slipway.particulars;

import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.placements.PlacementView;

/** Made-up children for the demonstration's placements, written down by their social worker as a real one's would be. */
@Component
@Profile("demonstration")
public class ParticularsOfTheDemonstration {

    private final KeepParticulars keep;
    private final NameWorkers nameWorkers;

    ParticularsOfTheDemonstration(KeepParticulars keep, NameWorkers nameWorkers) {
        this.keep = keep;
        this.nameWorkers = nameWorkers;
    }

    /** A fostering officer names themselves beside the workers of a placement. */
    public void name(Viewer officer, PlacementView placement) {
        nameWorkers.name(officer, placement.id(), officer.account());
    }

    /** Keeps particulars of every child of a placement. */
    public void keep(Viewer socialWorker, PlacementView placement) {
        for (int number = 1; number <= placement.children(); number++) {
            keep.keep(
                    socialWorker,
                    placement.id(),
                    new ChildParticulars(
                            number,
                            "Example Child " + number,
                            LocalDate.of(2016, number, 1),
                            "Example care plan: it shows the form only.",
                            "Example assessment: it shows the form only."),
                    null);
        }
    }
}
