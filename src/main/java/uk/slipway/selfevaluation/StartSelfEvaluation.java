package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.SectionKind;
import uk.slipway.cycles.SelfEvaluationTemplateView;
import uk.slipway.cycles.TemplateSectionView;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** An officer begins the authority's self-evaluation of the open cycle, from the cycle's template. */
@UseCase
class StartSelfEvaluation {

    private final SelfEvaluations evaluations;
    private final Sections sections;
    private final Desk desk;
    private final CycleCalendar calendar;
    private final Clock clock;

    StartSelfEvaluation(
            SelfEvaluations evaluations, Sections sections, Desk desk, CycleCalendar calendar, Clock clock) {
        this.evaluations = evaluations;
        this.sections = sections;
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Begins it, or answers the one that has been begun.
     *
     * @throws NotFound when no cycle is open
     */
    SelfEvaluationId start(Viewer viewer) {
        var authority = viewer.authority();
        var region = viewer.region();
        if (authority == null || region == null || !(viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR))) {
            throw new NotYours();
        }
        var cycle = calendar.current(region).orElseThrow(NotFound::new);
        desk.oneAtATime(authority.value());
        var begun = evaluations.findNewest(authority.value(), cycle.id().value());
        if (begun.isPresent()) {
            return begun.get().id();
        }
        var now = clock.instant();
        var template = cycle.template();
        var evaluation = evaluations.save(SelfEvaluation.start(
                new SelfEvaluationId(Uuid7.at(now)),
                authority,
                cycle.id(),
                cycle.year(),
                template.version(),
                viewer.name(),
                now));
        int position = 0;
        for (var section : template.sections()) {
            sections.save(new Section(
                    new SectionId(Uuid7.at(now)),
                    evaluation,
                    position++,
                    section.code(),
                    section.title(),
                    guidanceOf(section, template),
                    section.areaCode(),
                    section.kind() == SectionKind.PROGRESS));
        }
        return evaluation.id();
    }

    /** A judgement area's guidance ends with the questions that are asked of every area, each on a line. */
    private static String guidanceOf(TemplateSectionView section, SelfEvaluationTemplateView template) {
        if (section.areaCode() == null) {
            return section.guidance();
        }
        var guidance = new StringBuilder(section.guidance());
        template.questions().stream()
                .filter(question -> !section.guidance().contains(question))
                .forEach(question -> guidance.append('\n').append(question));
        return guidance.toString();
    }
}
