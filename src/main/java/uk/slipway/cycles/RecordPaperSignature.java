package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** An officer records that one of the three signed the memorandum on paper. */
@UseCase
class RecordPaperSignature {

    private final CycleCalendar calendar;
    private final ViewersRegion regions;
    private final MemorandumSignatures signatures;
    private final Clock clock;

    RecordPaperSignature(CycleCalendar calendar, ViewersRegion regions, MemorandumSignatures signatures, Clock clock) {
        this.calendar = calendar;
        this.regions = regions;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * Records it; where the role has signed already, nothing changes.
     *
     * @param id the id made with the form
     * @return false when the role had signed already by another act than this one
     * @throws NotInThisState when the year is not open
     */
    boolean handle(SignatureId id, AcademicYear year, MemorandumRole role, PaperSignature paper, Viewer viewer) {
        var authority = viewer.authority();
        if (authority == null || !viewer.is(Role.LA_OFFICER)) {
            throw new NotYours();
        }
        var cycle = regions.of(viewer)
                .flatMap(region -> calendar.find(region, year))
                .filter(found -> found.state() != CycleState.DRAFT)
                .orElseThrow(NotFound::new);
        if (signatures.existsById(id)) {
            return true;
        }
        if (signatures.existsByCycleAndAuthorityAndRole(cycle.id(), authority, role)) {
            return false;
        }
        if (!cycle.isOpen()) {
            throw new NotInThisState(cycle.state());
        }
        signatures.saveAndFlush(
                MemorandumSignature.onPaper(id, cycle.id(), authority, role, paper, viewer, clock.instant()));
        return true;
    }
}
