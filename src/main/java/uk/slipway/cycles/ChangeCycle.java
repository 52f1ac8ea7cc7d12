package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.EditConflict;

/** A regional manager changes a year: all of it while it is set up, its dates while it is open. */
@UseCase
class ChangeCycle {

    private final OwnCycles own;
    private final Cycles cycles;
    private final Templates templates;
    private final JudgementSchemes schemes;
    private final Clock clock;

    ChangeCycle(OwnCycles own, Cycles cycles, Templates templates, JudgementSchemes schemes, Clock clock) {
        this.own = own;
        this.cycles = cycles;
        this.templates = templates;
        this.schemes = schemes;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param version the version that the form was opened with
     * @throws EditConflict when somebody has saved since, unless they saved just the same
     */
    void handle(CyclePlan plan, long version, Viewer viewer) {
        var cycle = own.of(plan.year(), viewer);
        if (cycle.plan().equals(plan)) {
            return;
        }
        if (cycle.version() != version) {
            throw new EditConflict();
        }
        if (cycle.state() == CycleState.OPEN) {
            cycle.reschedule(plan.milestones(), clock.instant());
        } else {
            keepAreasInStep(cycle, plan, viewer);
            cycle.change(plan, clock.instant());
        }
        cycles.saveAndFlush(cycle);
    }

    /** Another scheme may judge other areas; the template then gets a version with a section for each. */
    private void keepAreasInStep(Cycle cycle, CyclePlan plan, Viewer viewer) {
        var template = templates.findById(cycle.template()).orElseThrow();
        var text = template.text().forAreas(schemes.areasOf(plan.schemeCode()));
        if (text.equals(template.text())) {
            return;
        }
        int number = templates.lastNumber(cycle.region()).orElse(0) + 1;
        var next = templates.save(
                template.succeededBy(new TemplateId(Uuid7.next()), number, text, viewer.name(), clock.instant()));
        cycle.use(next.id(), number, clock.instant());
    }
}
