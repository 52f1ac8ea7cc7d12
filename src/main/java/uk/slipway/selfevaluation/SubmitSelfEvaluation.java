package uk.slipway.selfevaluation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.datapacks.OpenQueries;
import uk.slipway.datapacks.SharedPacks;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotYours;

/** A writer hands the signed text over: from now on the region and the forum's panel read it. */
@UseCase
class SubmitSelfEvaluation {

    private final SelfEvaluations evaluations;
    private final Desk desk;
    private final Organisations organisations;
    private final Shares shares;
    private final OpenQueries queries;
    private final SharedPacks packs;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubmitSelfEvaluation(
            SelfEvaluations evaluations,
            Desk desk,
            Organisations organisations,
            Shares shares,
            OpenQueries queries,
            SharedPacks packs,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.evaluations = evaluations;
        this.desk = desk;
        this.organisations = organisations;
        this.shares = shares;
        this.queries = queries;
        this.packs = packs;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Hands it over. From now on the regional team and its data group read it, and the panels that read the version
     * before read this one; a second time changes nothing.
     *
     * @param words what the page said of who will read it
     * @throws NotNow when it is not signed off
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
        var open = queries.of(evaluation.authority(), evaluation.cycle());
        if (!open.isEmpty()) {
            events.publishEvent(new SubmittedWithOpenQueries(
                    evaluation.id(), evaluation.authority(), evaluation.cycle(), open, clock.instant()));
        }
        var record = evaluation.id().asRecord();
        shares.show(
                record,
                evaluation.authority(),
                Audience.REGION,
                organisations.regionalTeamOf(region).id().value(),
                words,
                viewer);
        packs.show(
                evaluation.authority(),
                evaluation.cycle(),
                Audience.REGION,
                organisations.regionalTeamOf(region).id().value(),
                words,
                viewer);
        for (var forum : panelsReading(evaluation)) {
            packs.show(evaluation.authority(), evaluation.cycle(), Audience.PANEL, forum, words, viewer);
            shares.show(record, evaluation.authority(), Audience.PANEL, forum, words, viewer);
        }
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
