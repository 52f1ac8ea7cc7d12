package uk.slipway.peerchallenge;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.CurrentActor;
import uk.slipway.selfevaluation.EndPanelsReading;
import uk.slipway.selfevaluation.MarkChallenged;
import uk.slipway.selfevaluation.SelfEvaluation;
import uk.slipway.selfevaluation.ShowSelfEvaluationToPanel;

/** The papers of a forum: what the panel reads, and from when. */
@Component
class Papers {

    private final ShowSelfEvaluationToPanel show;
    private final EndPanelsReading endReading;
    private final MarkChallenged challenged;
    private final Forums forums;
    private final Directory directory;
    private final CurrentActor actor;

    Papers(
            ShowSelfEvaluationToPanel show,
            EndPanelsReading endReading,
            MarkChallenged challenged,
            Forums forums,
            Directory directory,
            CurrentActor actor) {
        this.show = show;
        this.endReading = endReading;
        this.challenged = challenged;
        this.forums = forums;
        this.directory = directory;
        this.actor = actor;
    }

    /** Lets the panel read the authority's submitted self-evaluation; before submission it changes nothing. */
    void release(Forum forum, Viewer by) {
        show.show(forum.authority(), forum.cycle(), forum.id().asRecord(), by);
    }

    /** Ends the panel's reading. */
    void withdraw(Forum forum, String because, Viewer by) {
        endReading.end(forum.authority(), forum.cycle(), forum.id().asRecord(), because, by);
    }

    /** What the authority submitted has been challenged. Where nothing is submitted yet, it is once that comes. */
    void markChallenged(Forum forum, Viewer by) {
        challenged.mark(forum.authority(), forum.cycle(), by);
    }

    /** A panel that was confirmed before the self-evaluation came reads it from submission, in the same transaction. */
    @EventListener
    void releaseOnSubmission(SelfEvaluation.Submitted submitted) {
        submitter(submitted)
                .ifPresent(by -> forums.of(submitted.authority(), submitted.cycle()).stream()
                        .filter(forum -> forum.state().hasReached(ForumState.PANEL_CONFIRMED))
                        .forEach(forum -> release(forum, by)));
    }

    /**
     * What is submitted after the forum, late or as a new version, has been challenged already. At the end of the
     * transaction, since the self-evaluation is still being saved when it says that it was submitted.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void markOnSubmission(SelfEvaluation.Submitted submitted) {
        submitter(submitted)
                .ifPresent(by -> forums.of(submitted.authority(), submitted.cycle()).stream()
                        .filter(forum -> forum.state().hasReached(ForumState.HELD))
                        .findFirst()
                        .ifPresent(forum -> markChallenged(forum, by)));
    }

    private Optional<Viewer> submitter(SelfEvaluation.Submitted submitted) {
        var account = actor.current().account();
        return Stream.of(Role.DIRECTOR, Role.LEAD_MEMBER, Role.CHIEF_EXECUTIVE, Role.LA_OFFICER)
                .flatMap(role -> (account == null
                                ? directory.holding(role, submitted.authority().asOrganisation()).stream()
                                        .map(Person::account)
                                : Stream.of(new AccountId(account)))
                        .flatMap(one -> directory.actingAs(one, role).stream()))
                .filter(viewer -> viewer.worksFor(submitted.authority()))
                .findFirst();
    }
}
