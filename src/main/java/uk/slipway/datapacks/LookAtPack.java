package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** The authority says of each figure whether it agrees; the region answers; both agree the whole. */
@UseCase
class LookAtPack {

    private final PackRows packs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookAtPack(PackRows packs, ApplicationEventPublisher events, Clock clock) {
        this.packs = packs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The authority agrees a figure: the published one, or its own where the region accepted that. Where both had agreed to
     * differ on it, neither side's agreement to the pack stands then.
     *
     * @throws EditConflict when the figure is not as the page showed it
     */
    void agree(Viewer viewer, UUID id, UUID figure, long version) {
        var pack = ours(viewer, id);
        var now = packs.figure(id, figure);
        if (now.state() == FigureState.AGREED) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        packs.settle(figure, FigureState.AGREED);
        if (now.state() == FigureState.NOT_AGREED) {
            packs.reopen(id);
        }
        tell(pack, "agreed " + now.figure().name() + ": " + now.agreed());
    }

    /** The authority agrees every figure that it has not said anything about. */
    int agreeAll(Viewer viewer, UUID id) {
        var pack = ours(viewer, id);
        int agreed = packs.agreeOpen(id);
        if (agreed > 0) {
            tell(pack, agreed == 1 ? "agreed the figure not queried" : "agreed " + agreed + " figures not queried");
        }
        return agreed;
    }

    /**
     * The authority queries a figure with its own and a reason. Neither side's agreement to the pack stands then.
     *
     * @throws EditConflict when the figure is not as the page showed it
     */
    void query(Viewer viewer, UUID id, UUID figure, long version, BigDecimal own, String reason) {
        var pack = ours(viewer, id);
        var now = packs.figure(id, figure);
        var query = now.query();
        if (now.state() == FigureState.QUERIED
                && query != null
                && query.figure().compareTo(own) == 0
                && query.reason().equals(reason)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        packs.query(figure, own, reason, viewer.name() + ", " + viewer.actingAs(), clock.instant());
        packs.reopen(id);
        tell(
                pack,
                "queried " + now.figure().name() + ": " + now.speech().cell(own, null) + " in place of "
                        + now.published() + ", because: " + reason);
    }

    /**
     * The authority does not agree the region's answer: both figures and reasons stay.
     *
     * @throws EditConflict when there is no answer that keeps the published figure, or it is not the one the page showed
     */
    void disagree(Viewer viewer, UUID id, UUID figure, long version) {
        var pack = ours(viewer, id);
        var now = packs.figure(id, figure);
        if (now.state() == FigureState.NOT_AGREED) {
            return;
        }
        if (now.version() != version
                || now.state() != FigureState.ANSWERED
                || now.query() == null
                || now.query().answer() != DataQuery.Answer.KEPT) {
            throw new EditConflict();
        }
        packs.settle(figure, FigureState.NOT_AGREED);
        tell(pack, "did not agree " + now.figure().name() + ": both figures stay");
    }

    /**
     * The region answers a query.
     *
     * @throws EditConflict when the query is not the one the page showed
     */
    void answer(Viewer viewer, UUID id, UUID figure, long version, DataQuery.Answer answer, String words) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var pack = packs.held(viewer, id);
        var now = packs.figure(id, figure);
        var query = now.query();
        if (now.state() == FigureState.ANSWERED
                && query != null
                && query.answer() == answer
                && words.equals(query.words())) {
            return;
        }
        if (now.version() != version || now.state() != FigureState.QUERIED) {
            throw new EditConflict();
        }
        packs.answer(figure, answer, words, viewer.name() + ", " + viewer.actingAs(), clock.instant());
        tell(
                pack,
                (answer == DataQuery.Answer.ACCEPTED
                                ? "accepted the authority’s figure for "
                                : "kept the published figure for ")
                        + now.figure().name() + ": " + words);
    }

    /**
     * One side agrees the whole pack, disagreements kept in it included.
     *
     * @return false while a figure waits for either side
     */
    boolean agreeWhole(Viewer viewer, UUID id) {
        boolean region = viewer.isOfTheRegionalTeam();
        var pack = region ? packs.held(viewer, id) : ours(viewer, id);
        if (region ? pack.regionAgreedAt() != null : pack.authorityAgreedAt() != null) {
            return true;
        }
        if (pack.state() == PackState.PREPARED
                || packs.figures(id).stream().anyMatch(figure -> !figure.state().isSettled())) {
            return false;
        }
        packs.agree(id, !region, viewer.name() + ", " + viewer.actingAs(), clock.instant());
        tell(pack, "agreed the data pack");
        return true;
    }

    private DataPack ours(Viewer viewer, UUID id) {
        var pack = packs.held(viewer, id);
        if (!viewer.worksFor(pack.authority()) || !(viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR))) {
            throw new NotYours();
        }
        return pack;
    }

    private void tell(DataPack pack, String what) {
        events.publishEvent(pack.happened(what, clock.instant()));
    }
}
