package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A Director, Chief Executive or Lead Member signs the year's memorandum for themselves. */
@UseCase
class SignMemorandum {

    private final CycleCalendar calendar;
    private final ViewersRegion regions;
    private final MemorandumSignatures signatures;
    private final Clock clock;

    SignMemorandum(CycleCalendar calendar, ViewersRegion regions, MemorandumSignatures signatures, Clock clock) {
        this.calendar = calendar;
        this.regions = regions;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * Signs; where the role has signed already, nothing changes.
     *
     * @throws NotInThisState when the year is not open
     */
    void handle(AcademicYear year, Viewer viewer) {
        var authority = viewer.authority();
        var role = MemorandumRole.of(viewer.role());
        if (authority == null || role.isEmpty()) {
            throw new NotYours();
        }
        var cycle = regions.of(viewer)
                .flatMap(region -> calendar.find(region, year))
                .filter(found -> found.state() != CycleState.DRAFT)
                .orElseThrow(NotFound::new);
        if (signatures.existsByCycleAndAuthorityAndRole(cycle.id(), authority, role.get())) {
            return;
        }
        if (!cycle.isOpen()) {
            throw new NotInThisState(cycle.state());
        }
        signatures.saveAndFlush(MemorandumSignature.byThemselves(
                new SignatureId(Uuid7.next()), cycle.id(), authority, role.get(), viewer, clock.instant()));
    }
}
