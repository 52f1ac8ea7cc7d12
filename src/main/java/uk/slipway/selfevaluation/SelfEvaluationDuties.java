package uk.slipway.selfevaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.cycles.MilestoneKind;

/** Who has to write, approve, sign or submit the self-evaluation of the open cycle. At most three statements. */
@Component
class SelfEvaluationDuties implements Duties {

    private final CycleCalendar calendar;
    private final Reading reading;
    private final SelfEvaluationSummaries summaries;

    SelfEvaluationDuties(CycleCalendar calendar, Reading reading, SelfEvaluationSummaries summaries) {
        this.calendar = calendar;
        this.reading = reading;
        this.summaries = summaries;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var region = viewer.region();
        boolean ours = viewer.authority() != null && viewer.worksFor(viewer.authority());
        if (region == null || !(ours || viewer.is(Role.REGIONAL_MANAGER))) {
            return List.of();
        }
        var cycle = calendar.current(region).orElse(null);
        if (cycle == null) {
            return List.of();
        }
        return ours ? ofAuthority(viewer, cycle) : ofRegion(viewer, cycle);
    }

    private List<Duty> ofAuthority(Viewer viewer, CycleView cycle) {
        var due = cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE);
        var what = "self-evaluation for " + cycle.year().label();
        boolean writes = viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR);
        var summary = viewer.authority() == null
                ? null
                : summaries.of(viewer, viewer.authority(), cycle.id()).orElse(null);
        if (summary == null) {
            return writes ? List.of(owed("Start the " + what, "/self-evaluations", due)) : List.of();
        }
        var address = "/self-evaluations/" + summary.id().value();
        var deadline = summary.submitted() ? null : due;
        var duties = new ArrayList<Duty>();
        switch (summary.state()) {
            case DRAFT -> {
                if (viewer.is(Role.LA_OFFICER)) {
                    duties.add(owed("Write the " + what + " and send it for review", address, deadline));
                }
            }
            case IN_REVIEW -> {
                var chain = cycle.template().chain();
                var given = reading.signOffs(summary.id());
                for (int step = 0; step < chain.size(); step++) {
                    int at = step;
                    boolean signed = given.stream().anyMatch(each -> each.counts() && each.step() == at);
                    if (!signed && !chain.get(step).optional()) {
                        if (chain.get(step).role() == viewer.role()) {
                            duties.add(owed(
                                    (viewer.is(Role.DIRECTOR) ? "Approve the " : "Sign the ") + what,
                                    address,
                                    deadline));
                        }
                        break;
                    }
                }
            }
            case SIGNED_OFF -> {
                if (writes) {
                    duties.add(owed("Submit the " + what, address + "/submit", deadline));
                }
            }
            case SUBMITTED, CHALLENGED, CLOSED -> {}
        }
        return duties;
    }

    private List<Duty> ofRegion(Viewer viewer, CycleView cycle) {
        long submitted = summaries.inCycle(viewer, cycle.id()).stream()
                .filter(summary -> summary.state() == SelfEvaluationState.SUBMITTED)
                .count();
        if (submitted == 0) {
            return List.of();
        }
        return List.of(new Duty(
                submitted == 1
                        ? "Read the self-evaluation that has been submitted"
                        : "Read the " + submitted + " self-evaluations that have been submitted",
                "/self-evaluations?state=submitted",
                null,
                Duty.Kind.WAITING));
    }

    private static Duty owed(String what, String address, @Nullable LocalDate due) {
        return new Duty(what, address, due, Duty.Kind.OWED);
    }
}
