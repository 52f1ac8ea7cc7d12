package uk.slipway.cycles;

import java.time.LocalDate;
import java.util.List;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.RegionCode;

/**
 * A region's year as the other rooms read it.
 *
 * @param milestones in the order of their kinds; a cycle has all of them
 */
public record CycleView(
        CycleId id,
        RegionCode region,
        AcademicYear year,
        CycleState state,
        List<MilestoneView> milestones,
        JudgementSchemeView scheme,
        SelfEvaluationTemplateView template,
        ForumShape forumShape) {

    public CycleView {
        milestones = List.copyOf(milestones);
    }

    public boolean isOpen() {
        return state == CycleState.OPEN;
    }

    /** The day of a milestone. */
    public LocalDate dayOf(MilestoneKind kind) {
        return milestones.stream()
                .filter(milestone -> milestone.kind() == kind)
                .map(MilestoneView::on)
                .findFirst()
                .orElseThrow();
    }
}
