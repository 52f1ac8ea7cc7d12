package uk.slipway.annualconversation;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/**
 * The meeting at which an authority and its Ofsted colleague talk about the year, on the headlines that the authority
 * has shared. The authority and Ofsted's team see it; the regional team sees its date and whether it was held.
 */
@Entity
@Table(name = "annual_conversation")
class AnnualConversation extends AbstractAggregateRoot<AnnualConversation> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    @EmbeddedId
    private ConversationId id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cycle_id"))
    private CycleId cycle;

    @Column(name = "year_starts_in")
    private short yearStartsIn;

    @Enumerated(EnumType.STRING)
    private Remit remit;

    private LocalDate date;

    @Column(name = "starts_at")
    private @Nullable LocalTime startsAt;

    private @Nullable String place;
    private @Nullable String attendees;

    @Enumerated(EnumType.STRING)
    private ConversationState state;

    private @Nullable String reason;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "agenda_item", joinColumns = @JoinColumn(name = "conversation_id"))
    @OrderColumn(name = "number")
    private List<AgendaItem> agenda = new ArrayList<>();

    protected AnnualConversation() {}

    static AnnualConversation plan(
            ConversationId id,
            LocalAuthorityId authority,
            CycleId cycle,
            AcademicYear year,
            Remit remit,
            Arrangements arrangements,
            List<AgendaItem> agenda,
            Instant at) {
        var conversation = new AnnualConversation();
        conversation.id = id;
        conversation.visibility = Visibility.of(authority);
        conversation.cycle = cycle;
        conversation.yearStartsIn = (short) year.startsIn();
        conversation.remit = remit;
        conversation.state = ConversationState.PLANNED;
        conversation.plannedAt = at;
        conversation.take(arrangements);
        conversation.agenda.addAll(agenda);
        conversation.registerEvent(
                new Happened(id, authority, "planned the conversation for " + DAY.format(arrangements.date()), at));
        return conversation;
    }

    /** Changes when, where and with whom; a postponed one is planned again. @throws IllegalStateException once held */
    void arrange(Arrangements arrangements, Instant at) {
        requireAhead();
        if (state == ConversationState.PLANNED && arrangements.equals(arrangements())) {
            return;
        }
        boolean moved = !arrangements.date().equals(date) || state == ConversationState.POSTPONED;
        take(arrangements);
        state = ConversationState.PLANNED;
        reason = null;
        happened(
                moved
                        ? "moved the conversation to " + DAY.format(date)
                        : "changed the arrangements of the conversation",
                at);
    }

    /** Makes the agenda anew; an item that was on it stays the item it was. @throws IllegalStateException once held */
    void makeAgenda(List<AgendaItem> items, Instant at) {
        requireAhead();
        var known = new ArrayList<>(agenda);
        var made = new ArrayList<AgendaItem>();
        for (var item : items) {
            var same = known.stream().filter(item::saysTheSameAs).findFirst().orElse(item);
            known.remove(same);
            made.add(same);
        }
        if (agenda.equals(made)) {
            return;
        }
        agenda.clear();
        agenda.addAll(made);
        happened("changed the agenda", at);
    }

    void postpone(String because, Instant at) {
        requireAhead();
        state = ConversationState.POSTPONED;
        reason = because;
        happened("postponed the conversation: " + because, at);
    }

    void cancel(String because, Instant at) {
        requireAhead();
        state = ConversationState.CANCELLED;
        reason = because;
        happened("cancelled the conversation: " + because, at);
    }

    /** It took place; who was there is kept. @throws IllegalStateException when it is not ahead */
    void hold(LocalDate on, @Nullable String whoWasThere, Instant at) {
        if (state == ConversationState.HELD || state == ConversationState.CLOSED) {
            return;
        }
        requireAhead();
        date = on;
        attendees = whoWasThere;
        state = ConversationState.HELD;
        reason = null;
        happened("recorded that the conversation was held on " + DAY.format(on), at);
    }

    /** Everything that follows from it is agreed. @throws IllegalStateException when it was not held */
    void close(Instant at) {
        if (state == ConversationState.CLOSED) {
            return;
        }
        if (state != ConversationState.HELD) {
            throw new IllegalStateException("Only what was held can be closed");
        }
        state = ConversationState.CLOSED;
        closedAt = at;
        happened("closed the conversation", at);
    }

    private void take(Arrangements arrangements) {
        date = arrangements.date();
        startsAt = arrangements.startsAt();
        place = arrangements.place();
        attendees = arrangements.attendees();
    }

    private void requireAhead() {
        if (!state.isAhead()) {
            throw new IllegalStateException("The conversation is " + state);
        }
    }

    private void happened(String what, Instant at) {
        registerEvent(new Happened(id, authority(), what, at));
    }

    ConversationId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    LocalAuthorityId authority() {
        return Objects.requireNonNull(visibility.authority());
    }

    CycleId cycle() {
        return cycle;
    }

    AcademicYear year() {
        return new AcademicYear(yearStartsIn);
    }

    Remit remit() {
        return remit;
    }

    ConversationState state() {
        return state;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Arrangements arrangements() {
        return new Arrangements(date, startsAt, place, attendees);
    }

    List<AgendaItem> agenda() {
        return List.copyOf(agenda);
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    RecordRef ref() {
        return refOf(id);
    }

    static RecordRef refOf(ConversationId id) {
        return new RecordRef("conversation", id.value());
    }

    /** Something happened to a conversation. */
    public record Happened(ConversationId conversation, LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(conversation);
        }
    }
}
