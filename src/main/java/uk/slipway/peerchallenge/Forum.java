package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.accounts.AccountId;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * The day on which an authority's self-evaluation is challenged by Directors of other authorities, from its place in the
 * year's plan to its end after the annual conversation. Every transition that has been made already is no mistake and
 * changes nothing; one that cannot be made from where the forum stands is refused with {@link OutOfStep}.
 */
@Entity
public class Forum extends AbstractAggregateRoot<Forum> {

    @EmbeddedId
    private ForumId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cycle_id"))
    private CycleId cycle;

    @Enumerated(EnumType.STRING)
    private ForumState state;

    /** Where a postponed forum goes on from when it has a new day. */
    @Enumerated(EnumType.STRING)
    private @Nullable ForumState resumesAs;

    @Embedded
    private @Nullable Sitting sitting;

    @ElementCollection
    @CollectionTable(name = "forum_seat", joinColumns = @JoinColumn(name = "forum_id"))
    @OrderColumn(name = "position")
    private List<PanelSeat> panel = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "forum_step", joinColumns = @JoinColumn(name = "forum_id"))
    @OrderColumn(name = "position")
    private List<ReachedStep> steps = new ArrayList<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Forum() {}

    private Forum(ForumId id, LocalAuthorityId authority, CycleId cycle, Sitting sitting) {
        this.id = id;
        this.visibility = Visibility.of(authority);
        this.cycle = cycle;
        this.state = ForumState.PLANNED;
        this.sitting = sitting;
    }

    /** Puts an authority's forum into the year's plan. */
    static Forum schedule(
            ForumId id, LocalAuthorityId authority, CycleId cycle, Sitting sitting, String by, Instant at) {
        var forum = new Forum(id, authority, cycle, sitting);
        forum.steps.add(new ReachedStep(ForumState.PLANNED, at, by, null));
        forum.registerEvent(new Scheduled(id, authority, cycle, sitting.heldOn(), at));
        return forum;
    }

    public ForumId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    public LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    public CycleId cycle() {
        return cycle;
    }

    public ForumState state() {
        return state;
    }

    Sitting sitting() {
        return sitting == null ? Sitting.NOT_YET : sitting;
    }

    List<PanelSeat> panel() {
        return List.copyOf(panel);
    }

    List<ReachedStep> steps() {
        return List.copyOf(steps);
    }

    boolean hasOnPanel(AccountId account) {
        return panel.stream().anyMatch(seat -> seat.account().equals(account));
    }

    /** Whether challenge questions can still be written and changed: until they are issued. */
    boolean takesQuestions() {
        return !state.isStopped() && !state.hasReached(ForumState.QUESTIONS_ISSUED);
    }

    /** Gives it a day, another day, or another place; a postponed forum goes on from where it stood. */
    void reschedule(Sitting other, String by, Instant at) {
        if (state == ForumState.CANCELLED || state.hasReached(ForumState.HELD)) {
            throw new OutOfStep("The forum can no longer be rescheduled.");
        }
        if (state == ForumState.POSTPONED) {
            if (other.heldOn() == null) {
                throw new OutOfStep("Give the postponed forum a new day.");
            }
            state = resumesAs == null ? ForumState.PLANNED : resumesAs;
            resumesAs = null;
            steps.add(new ReachedStep(state, at, by, null));
        } else if (other.equals(sitting())) {
            return;
        }
        sitting = other;
        registerEvent(new Rescheduled(id, authority(), cycle, other.heldOn(), at));
    }

    /** Takes its day away again; only while nobody outside the regional team has counted on it. */
    void unplace(Instant at) {
        require(state == ForumState.PLANNED, "Only a forum that is still being planned can be taken off its day.");
        if (sitting().heldOn() == null) {
            return;
        }
        sitting = sitting().movedTo(null, null);
        registerEvent(new Unplaced(id, authority(), cycle, at));
    }

    /** Somebody joins the panel; who sits on it already keeps their place. */
    void join(PanelSeat seat, Instant at) {
        require(
                !state.isStopped() && !state.hasReached(ForumState.HELD),
                "The panel can change until the forum is held, and not while it is postponed.");
        if (hasOnPanel(seat.account())) {
            return;
        }
        panel.add(seat);
        registerEvent(new JoinedPanel(
                id, authority(), cycle, seat.account(), seat.name(), seat.part().inWords(), at));
    }

    /** Somebody leaves the panel. */
    void leave(AccountId account, Instant at) {
        var seat = panel.stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElse(null);
        if (seat == null) {
            return;
        }
        require(!state.hasReached(ForumState.HELD), "The panel stays as it was when the forum was held.");
        panel.remove(seat);
        registerEvent(new LeftPanel(id, authority(), cycle, account, seat.name(), at));
    }

    /** The panel is complete and may be named. */
    void confirmPanel(String by, Instant at) {
        if (state.hasReached(ForumState.PANEL_CONFIRMED)) {
            return;
        }
        require(state == ForumState.PLANNED, "The forum is " + asFound() + ".");
        require(sitting().heldOn() != null, "Give the forum a day before you confirm its panel.");
        require(!panel.isEmpty(), "Nobody sits on the panel yet.");
        reach(ForumState.PANEL_CONFIRMED, by, at);
    }

    /** The papers are released to the panel. */
    void issuePack(String by, Instant at) {
        if (state.hasReached(ForumState.PACK_ISSUED)) {
            return;
        }
        require(state == ForumState.PANEL_CONFIRMED, "Confirm the panel before you issue the pack.");
        reach(ForumState.PACK_ISSUED, by, at);
    }

    /** The challenge questions go to the authority. */
    void issueQuestions(int howMany, String by, Instant at) {
        if (state.hasReached(ForumState.QUESTIONS_ISSUED)) {
            return;
        }
        require(state == ForumState.PACK_ISSUED, "Issue the pack before you issue the questions.");
        require(howMany > 0, "There is no question to issue yet.");
        step(ForumState.QUESTIONS_ISSUED, by, at, null);
        registerEvent(new QuestionsIssued(id, authority(), cycle, howMany, at));
    }

    /** The authority sends its written responses. */
    void sendResponses(String by, Instant at) {
        if (state.hasReached(ForumState.RESPONSES_IN)) {
            return;
        }
        require(state == ForumState.QUESTIONS_ISSUED, "The questions have not been issued.");
        reach(ForumState.RESPONSES_IN, by, at);
    }

    /** The day has been. It may have been without written responses. */
    void hold(LocalDate today, String by, Instant at) {
        if (state.hasReached(ForumState.HELD)) {
            return;
        }
        require(state.hasReached(ForumState.PACK_ISSUED), "Issue the pack before you record the forum as held.");
        var day = sitting().heldOn();
        require(day != null && !day.isAfter(today), "The day of the forum is still ahead.");
        reach(ForumState.HELD, by, at);
    }

    void draftHeadlines(String by, Instant at) {
        if (state.hasReached(ForumState.HEADLINES_DRAFT)) {
            return;
        }
        require(state == ForumState.HELD, "Headlines are drafted once the forum has been held.");
        reach(ForumState.HEADLINES_DRAFT, by, at);
    }

    void agreeHeadlines(String by, Instant at) {
        if (state.hasReached(ForumState.HEADLINES_AGREED)) {
            return;
        }
        require(state == ForumState.HEADLINES_DRAFT, "Headlines are agreed once they have been drafted.");
        reach(ForumState.HEADLINES_AGREED, by, at);
    }

    void holdConversation(String by, Instant at) {
        if (state.hasReached(ForumState.CONVERSATION_HELD)) {
            return;
        }
        require(state.hasReached(ForumState.HELD), "The annual conversation follows the forum.");
        reach(ForumState.CONVERSATION_HELD, by, at);
    }

    void close(String by, Instant at) {
        if (state == ForumState.CLOSED) {
            return;
        }
        require(state == ForumState.CONVERSATION_HELD, "A forum closes after the annual conversation.");
        reach(ForumState.CLOSED, by, at);
    }

    /** It will be on another day, not yet known. */
    void postpone(String because, String by, Instant at) {
        if (state == ForumState.POSTPONED) {
            return;
        }
        require(!state.isStopped() && !state.hasReached(ForumState.HELD), "A forum is postponed before it is held.");
        resumesAs = state;
        sitting = sitting().movedTo(null, null);
        stop(ForumState.POSTPONED, because, by, at);
    }

    /** It will not be. */
    void cancel(String because, String by, Instant at) {
        if (state == ForumState.CANCELLED) {
            return;
        }
        require(!state.hasReached(ForumState.HELD), "A forum is cancelled before it is held.");
        resumesAs = null;
        stop(ForumState.CANCELLED, because, by, at);
    }

    private void reach(ForumState next, String by, Instant at) {
        step(next, by, at, null);
        registerEvent(new Reached(id, authority(), cycle, next, at));
    }

    private void stop(ForumState as, String because, String by, Instant at) {
        step(as, by, at, because);
        registerEvent(new Stopped(id, authority(), cycle, as, because, at));
    }

    private void step(ForumState next, String by, Instant at, @Nullable String because) {
        state = next;
        steps.add(new ReachedStep(next, at, by, because));
    }

    private String asFound() {
        return state.inWords().toLowerCase(java.util.Locale.ROOT);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new OutOfStep(otherwise);
        }
    }

    /** Something that happened to a forum. */
    public sealed interface Event extends Recordable {

        ForumId forum();

        CycleId cycle();

        @Override
        default RecordRef record() {
            return forum().asRecord();
        }
    }

    /** It came into the year's plan. */
    public record Scheduled(
            ForumId forum,
            LocalAuthorityId authority,
            CycleId cycle,
            @Nullable LocalDate on,
            Instant at) implements Event {
        @Override
        public String inWords() {
            return on == null ? "put the forum into the year's plan" : "scheduled the forum for " + SpokenDay.of(on);
        }
    }

    /** It has another day, time or place. */
    public record Rescheduled(
            ForumId forum,
            LocalAuthorityId authority,
            CycleId cycle,
            @Nullable LocalDate on,
            Instant at) implements Event {
        @Override
        public String inWords() {
            return on == null ? "changed the forum's arrangements" : "rescheduled the forum for " + SpokenDay.of(on);
        }
    }

    /** It has no day any more. */
    public record Unplaced(ForumId forum, LocalAuthorityId authority, CycleId cycle, Instant at) implements Event {
        @Override
        public String inWords() {
            return "took the forum off its day";
        }
    }

    /** Somebody joined the panel. */
    public record JoinedPanel(
            ForumId forum,
            LocalAuthorityId authority,
            CycleId cycle,
            AccountId account,
            String name,
            String part,
            Instant at)
            implements Event {
        @Override
        public String inWords() {
            return "put " + name + " on the panel (" + part + ")";
        }
    }

    /** Somebody left the panel. */
    public record LeftPanel(
            ForumId forum, LocalAuthorityId authority, CycleId cycle, AccountId account, String name, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return "took " + name + " off the panel";
        }
    }

    /** It came to the next step of its course. */
    public record Reached(ForumId forum, LocalAuthorityId authority, CycleId cycle, ForumState step, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return step.inTheTrail();
        }
    }

    /** The authority has the questions. */
    public record QuestionsIssued(ForumId forum, LocalAuthorityId authority, CycleId cycle, int howMany, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return "issued " + howMany + (howMany == 1 ? " challenge question" : " challenge questions")
                    + " to the authority";
        }
    }

    /** It will be on another day, or not at all. */
    public record Stopped(
            ForumId forum, LocalAuthorityId authority, CycleId cycle, ForumState as, String because, Instant at)
            implements Event {
        @Override
        public String inWords() {
            return as.inTheTrail() + ": " + because;
        }
    }
}
