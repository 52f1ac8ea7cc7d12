package uk.slipway.cycles;

import java.util.Optional;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;

/** Which year runs in the viewer's region. */
@UseCase(readOnly = true)
class FindCurrentYear {

    private final CycleCalendar calendar;
    private final ViewersRegion regions;

    FindCurrentYear(CycleCalendar calendar, ViewersRegion regions) {
        this.calendar = calendar;
        this.regions = regions;
    }

    Optional<AcademicYear> handle(Viewer viewer) {
        return regions.of(viewer).flatMap(calendar::current).map(CycleView::year);
    }
}
