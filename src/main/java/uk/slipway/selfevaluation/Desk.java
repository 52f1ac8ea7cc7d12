package uk.slipway.selfevaluation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Where writers of a self-evaluation sit down: lays out what they may work on, and holds the state still meanwhile. */
@Component
class Desk {

    private final SelfEvaluations evaluations;
    private final Sections sections;
    private final CycleCalendar calendar;
    private final JdbcClient jdbc;

    Desk(SelfEvaluations evaluations, Sections sections, CycleCalendar calendar, JdbcClient jdbc) {
        this.evaluations = evaluations;
        this.sections = sections;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /**
     * For a writer: no transition passes until the transaction has ended.
     *
     * @throws NotFound when it is not the viewer's authority's
     * @throws NotYours when the viewer may read and sign but not write
     */
    SelfEvaluation forWriting(SelfEvaluationId id, Viewer viewer) {
        var evaluation = ofOwnAuthority(id, viewer);
        if (!viewer.is(Role.LA_OFFICER) && !viewer.is(Role.DIRECTOR)) {
            throw new NotYours();
        }
        return evaluation;
    }

    /** For anybody who works for the authority. */
    SelfEvaluation ofOwnAuthority(SelfEvaluationId id, Viewer viewer) {
        var evaluation = evaluations.findHeld(id).orElseThrow(NotFound::new);
        if (!viewer.worksFor(evaluation.authority())) {
            throw new NotFound();
        }
        return evaluation;
    }

    Section section(SelfEvaluation evaluation, String code) {
        return sections.findByEvaluationAndCode(evaluation.id().value(), code).orElseThrow(NotFound::new);
    }

    /** Who signs it off, in their order. */
    List<SignOffStep> chainOf(SelfEvaluation evaluation) {
        return calendar.find(evaluation.cycle())
                .orElseThrow(NotFound::new)
                .template()
                .chain();
    }

    /** Only one at a time begins something for an authority; the others wait for its transaction. */
    void oneAtATime(Object of) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "self-evaluation " + of)
                .query((row, number) -> true)
                .list();
    }
}
