package uk.slipway.cycles;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.EditConflict;

/** A regional manager changes what a year's self-evaluation asks; the year then uses a new version. */
@UseCase
class ChangeTemplate {

    private final OwnCycles own;
    private final Cycles cycles;
    private final Templates templates;
    private final ObjectProvider<StartedSelfEvaluations> started;
    private final Clock clock;

    ChangeTemplate(
            OwnCycles own,
            Cycles cycles,
            Templates templates,
            ObjectProvider<StartedSelfEvaluations> started,
            Clock clock) {
        this.own = own;
        this.cycles = cycles;
        this.templates = templates;
        this.started = started;
        this.clock = clock;
    }

    /**
     * What a year asks for.
     *
     * @param number the version that the year uses now
     * @param fixedBecause why it can no longer be changed for this year, as a sentence; null while it can
     */
    record Found(TemplateText text, int number, @Nullable String fixedBecause) {

        boolean mayChange() {
            return fixedBecause == null;
        }
    }

    Found read(AcademicYear year, Viewer viewer) {
        var cycle = own.of(year, viewer);
        var template = templates.findById(cycle.template()).orElseThrow();
        return new Found(template.text(), template.number(), fixedBecause(cycle));
    }

    /** A version that a form was opened with, to set beside what is saved now; empty where the region has none such. */
    Optional<TemplateText> version(AcademicYear year, int number, Viewer viewer) {
        var cycle = own.of(year, viewer);
        return templates.findByRegionAndNumber(cycle.region(), number).map(SelfEvaluationTemplate::text);
    }

    /**
     * Makes the next version and puts it into use; an unchanged text changes nothing.
     *
     * @param number the version that the form was opened with
     * @throws EditConflict when the year uses another version by now
     * @throws NotInThisState when somebody has started from the template
     */
    void handle(AcademicYear year, int number, TemplateText text, Viewer viewer) {
        var cycle = own.of(year, viewer);
        var template = templates.findById(cycle.template()).orElseThrow();
        if (template.text().equals(text)) {
            return;
        }
        if (fixedBecause(cycle) != null) {
            throw new NotInThisState(cycle.state());
        }
        if (template.number() != number) {
            throw new EditConflict();
        }
        int next = templates.lastNumber(cycle.region()).orElse(0) + 1;
        var successor = templates.save(
                template.succeededBy(new TemplateId(Uuid7.next()), next, text, viewer.name(), clock.instant()));
        cycle.use(successor.id(), next, clock.instant());
        cycles.saveAndFlush(cycle);
    }

    private @Nullable String fixedBecause(Cycle cycle) {
        return switch (cycle.state()) {
            case DRAFT -> null;
            case CLOSED -> "The year is closed.";
            case OPEN -> {
                var known = started.getIfAvailable();
                yield known != null && !known.anyIn(cycle.id())
                        ? null
                        : "An authority has begun to write from it, so it stays as it is for this year.";
            }
        };
    }
}
