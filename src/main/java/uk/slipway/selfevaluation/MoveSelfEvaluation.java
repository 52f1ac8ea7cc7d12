package uk.slipway.selfevaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The steps from draft to submitted: send for review, return, approve or sign, record a paper signature, submit. */
@UseCase
class MoveSelfEvaluation {

    private final SelfEvaluations evaluations;
    private final Documents documents;
    private final Desk desk;
    private final CycleCalendar calendar;
    private final Organisations organisations;
    private final Shares shares;
    private final JdbcClient jdbc;
    private final Clock clock;

    MoveSelfEvaluation(
            SelfEvaluations evaluations,
            Documents documents,
            Desk desk,
            CycleCalendar calendar,
            Organisations organisations,
            Shares shares,
            JdbcClient jdbc,
            Clock clock) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.desk = desk;
        this.calendar = calendar;
        this.organisations = organisations;
        this.shares = shares;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A writer asks for review and sign-off; a second time changes nothing. */
    void sendForReview(SelfEvaluationId id, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        if (evaluation.state() != SelfEvaluationState.IN_REVIEW) {
            evaluation.sendForReview(clock.instant());
            evaluations.save(evaluation);
        }
    }

    /** A signatory asks for changes; what is a draft already stays one. */
    void returnToAuthor(SelfEvaluationId id, String because, Viewer viewer) {
        var evaluation = desk.ofOwnAuthority(id, viewer);
        if (viewer.is(Role.LA_OFFICER)) {
            throw new NotYours();
        }
        if (evaluation.state() != SelfEvaluationState.DRAFT) {
            evaluation.returnToAuthor(because, viewer.name(), clock.instant());
            evaluations.save(evaluation);
        }
    }

    /** The viewer puts their own name to the step of their role; a second time changes nothing. */
    void signOff(SelfEvaluationId id, Viewer viewer) {
        var evaluation = desk.ofOwnAuthority(id, viewer);
        var chain = chainOf(evaluation);
        int step = IntStream.range(0, chain.size())
                .filter(each -> chain.get(each).role() == viewer.role())
                .findFirst()
                .orElseThrow(NotYours::new);
        if (evaluation.hasSigned(step)) {
            return;
        }
        var today = LondonTime.today(clock);
        evaluation.signOff(
                step,
                chain,
                new SignOff.Signature(
                        viewer.name(), viewer.actingAs(), viewer.account().value(), today, null, viewer.name()),
                clock.instant());
        evaluations.save(evaluation);
    }

    /** A writer records that somebody signed on paper, with the scan; a step that is signed already stays as it is. */
    void recordPaperSignature(
            SelfEvaluationId id, int step, String name, LocalDate on, CheckedFile scan, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var chain = chainOf(evaluation);
        if (step < 0 || step >= chain.size()) {
            throw new NotFound();
        }
        if (evaluation.hasSigned(step)) {
            return;
        }
        var now = clock.instant();
        var document = documents.keep(evaluation, scan, viewer.name(), now);
        var role = chain.get(step).role();
        evaluation.signOff(
                step,
                chain,
                new SignOff.Signature(
                        name, role.inWords() + ", " + viewer.organisationName(), null, on, document, viewer.name()),
                now);
        evaluations.save(evaluation);
    }

    /**
     * Hands it over. From now on the regional team and its data group read it, and the panels that read the version
     * before read this one; a second time changes nothing.
     *
     * @param words what the page said of who will read it
     */
    void submit(SelfEvaluationId id, String words, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        if (evaluation.state().hasReached(SelfEvaluationState.SUBMITTED)) {
            return;
        }
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        evaluation.submit(viewer.name(), clock.instant());
        evaluations.save(evaluation);
        var record = evaluation.id().asRecord();
        shares.show(
                record,
                evaluation.authority(),
                Audience.REGION,
                organisations.regionalTeamOf(region).id().value(),
                words,
                viewer);
        for (var forum : panelsReading(evaluation)) {
            shares.show(record, evaluation.authority(), Audience.PANEL, forum, words, viewer);
        }
    }

    private List<SignOffStep> chainOf(SelfEvaluation evaluation) {
        return calendar.find(evaluation.cycle())
                .orElseThrow(NotFound::new)
                .template()
                .chain();
    }

    private List<UUID> panelsReading(SelfEvaluation evaluation) {
        var before = evaluation.supersedes();
        if (before == null) {
            return List.of();
        }
        return jdbc.sql("""
            select audience_id from share
            where record_id = :before and audience = 'PANEL' and ended_at is null
            """)
                .param("before", before)
                .query((row, number) -> row.getObject("audience_id", UUID.class))
                .list();
    }
}
