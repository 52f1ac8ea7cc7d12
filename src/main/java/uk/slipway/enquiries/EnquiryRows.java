package uk.slipway.enquiries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.notifications.Messages;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.NotFound;

/**
 * The tables of enquiries. What a viewer may not see is not there, and what has been erased is there for nobody: the
 * evaluation alone counts it.
 */
@Component
class EnquiryRows {

    private static final String COLUMNS = """
        e.id, e.version, e.reference, e.authority_id, e.owner_organisation_id, e.lives_in_id, e.destination_id, e.baton,
        e.stage, e.stage_due_on, e.channel, c.name as campaign, e.received_at, e.held_because, e.handler_id,
        e.handler_name, e.next_action, e.next_action_due, e.due_on, e.exit_reason, e.exited_on, n.number as notice,
        e.sealed
        """;

    private static final String FROM =
            " from enquiry e left join campaign c on c.id = e.campaign_id left join privacy_notice n on n.id ="
                    + " e.notice_id ";

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final Messages messages;

    EnquiryRows(JdbcClient jdbc, MaySee maySee, Messages messages) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.messages = messages;
    }

    /** An enquiry and its seal, unopened. */
    record Sealed(Enquiry enquiry, byte[] person) {}

    /** A stage it came to; left on null while it is still there. */
    record Reached(
            EnquiryStage stage,
            LocalDate enteredOn,
            @Nullable LocalDate leftOn) {}

    /** The baton, offered; answer null while nobody has answered. */
    record Offer(
            UUID id,
            LocalAuthorityId authority,
            Side to,
            Instant offeredAt,
            String offeredBy,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy,
            byte @Nullable [] reason) {

        boolean isOpen() {
            return answer == null;
        }
    }

    /** What somebody wrote down about a contact. */
    record Note(UUID id, Side side, Instant writtenAt, String writtenBy, byte[] sealed) {}

    /** A new enquiry as it is written. */
    record New(
            UUID id,
            String reference,
            OrganisationId frontDoor,
            @Nullable LocalAuthorityId livesIn,
            @Nullable LocalAuthorityId destination,
            Channel channel,
            @Nullable UUID campaign,
            Instant receivedAt,
            LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            @Nullable String heldBecause,
            byte[] sealed,
            byte @Nullable [] emailHash,
            byte @Nullable [] telephoneHash,
            List<byte[]> nameHashes,
            @Nullable UUID notice,
            byte[] formKey,
            @Nullable UUID handler,
            @Nullable String handlerName) {}

    private static final String SEEN = "e.erased_at is null and ";

    /** The enquiry, as the viewer may see it. */
    Sealed seenBy(Viewer viewer, UUID id) {
        return one(viewer, id, "");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    Sealed held(Viewer viewer, UUID id) {
        return one(viewer, id, " for update of e");
    }

    private Sealed one(Viewer viewer, UUID id, String ending) {
        return jdbc.sql("select " + COLUMNS + FROM + "where e.id = :id and " + SEEN + maySee.of("e") + ending)
                .params(maySee.atTheFrontDoor(viewer))
                .param("id", id)
                .query(EnquiryRows::sealed)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Writes a new enquiry and its first stage. False where the same form has been written before. */
    boolean put(New one, String sealedUnder) {
        int written = jdbc.sql("""
            insert into enquiry (id, version, reference, owner_organisation_id, lives_in_id, destination_id, baton, stage,
                stage_due_on, channel, campaign_id, received_at, held_because, sealed, email_hash, telephone_hash,
                name_hashes, sealed_under, notice_id, form_key, handler_id, handler_name)
            values (:id, 0, :reference, :frontDoor, :livesIn, :destination, 'FRONT_DOOR', 'ENQUIRY', :due, :channel,
                :campaign, :receivedAt, :held, :sealed, :email, :telephone, :names, :under, :notice, :formKey, :handler,
                :handlerName)
            on conflict (form_key) do nothing
            """)
                .param("id", one.id())
                .param("reference", one.reference())
                .param("frontDoor", one.frontDoor().value())
                .param("livesIn", value(one.livesIn()))
                .param("destination", value(one.destination()))
                .param("due", one.dueOn())
                .param("channel", one.channel().name())
                .param("campaign", one.campaign())
                .param("receivedAt", one.receivedAt().atOffset(ZoneOffset.UTC))
                .param("held", one.heldBecause())
                .param("sealed", one.sealed())
                .param("email", one.emailHash())
                .param("telephone", one.telephoneHash())
                .param("names", one.nameHashes().toArray(byte[][]::new))
                .param("under", sealedUnder)
                .param("notice", one.notice())
                .param("formKey", one.formKey())
                .param("handler", one.handler())
                .param("handlerName", one.handlerName())
                .update();
        if (written == 0) {
            return false;
        }
        enter(one.id(), EnquiryStage.ENQUIRY, one.receivedOn());
        return true;
    }

    /** What the enquiry that this form made is called. */
    Optional<String> referenceOf(byte[] formKey) {
        return jdbc.sql("select coalesce(reference, '') from enquiry where form_key = :key")
                .param("key", formKey)
                .query(String.class)
                .optional();
    }

    /** How many copies have gone to an address since a moment. */
    int copiesSince(byte[] emailHash, Instant since) {
        return jdbc.sql("select count(*) from enquiry where email_hash = :email and received_at > :since and channel ="
                        + " 'FORM' and held_because is null")
                .param("email", emailHash)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Reached> stages(UUID enquiry) {
        return jdbc.sql("select stage, entered_on, left_on from enquiry_stage where enquiry_id = :id limit 20")
                .param("id", enquiry)
                .query((row, number) -> new Reached(
                        EnquiryStage.valueOf(row.getString("stage")),
                        row.getObject("entered_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class)))
                .list();
    }

    List<Offer> offers(UUID enquiry) {
        return jdbc.sql("select * from hand_over where enquiry_id = :id order by offered_at desc, id desc limit 50")
                .param("id", enquiry)
                .query((row, number) -> {
                    var answered = row.getTimestamp("answered_at");
                    return new Offer(
                            row.getObject("id", UUID.class),
                            new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                            Side.valueOf(row.getString("to_side")),
                            row.getTimestamp("offered_at").toInstant(),
                            row.getString("offered_by"),
                            row.getString("answer"),
                            answered == null ? null : answered.toInstant(),
                            row.getString("answered_by"),
                            row.getBytes("reason"));
                })
                .list();
    }

    List<Note> notes(UUID enquiry) {
        return jdbc.sql("select * from enquiry_note where enquiry_id = :id order by written_at desc, id desc limit 200")
                .param("id", enquiry)
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        Side.valueOf(row.getString("side")),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("written_by"),
                        row.getBytes("sealed")))
                .list();
    }

    /** Other enquiries with the same address or number that the viewer may see, newest first. */
    List<Sealed> samePerson(Viewer viewer, UUID enquiry) {
        return jdbc.sql("select " + COLUMNS + FROM + " join enquiry this on this.id = :id where e.id <> :id and"
                        + " (e.email_hash = this.email_hash or e.telephone_hash ="
                        + " this.telephone_hash) and e.held_because is null and "
                        + SEEN
                        + maySee.of("e") + " order by e.received_at desc, e.id desc limit 20")
                .params(maySee.atTheFrontDoor(viewer))
                .param("id", enquiry)
                .query(EnquiryRows::sealed)
                .list();
    }

    /**
     * What a board shows.
     *
     * @param state open, left, approved, apart, offered (to the viewer's side) or declined (of what it offered)
     * @param reference the whole of one, or null
     * @param nameHashes of every word of a name, or none
     * @param handler whose own, or null for everybody's
     */
    record Filter(
            String state,
            @Nullable EnquiryStage stage,
            @Nullable Side baton,
            @Nullable LocalAuthorityId authority,
            @Nullable String reference,
            List<byte[]> nameHashes,
            @Nullable UUID handler,
            @Nullable LocalDate afterDue,
            @Nullable UUID afterId) {}

    /** The enquiries of a board that a viewer may see, those that are due first at the top; at most so many. */
    List<Sealed> board(Viewer viewer, Filter filter, int most) {
        return jdbc.sql("select " + COLUMNS + FROM + " where " + SEEN + maySee.of("e") + """
             and case :state when 'open' then e.held_because is null and e.exit_reason is null and e.stage <> 'APPROVED'
                             when 'left' then e.held_because is null and e.exit_reason is not null
                             when 'approved' then e.held_because is null and e.stage = 'APPROVED'
                             when 'apart' then e.held_because is not null
                             when 'offered' then e.exit_reason is null and exists (select 1 from hand_over h
                                 where h.enquiry_id = e.id and h.answer is null and h.to_side = :side)
                             when 'declined' then e.exit_reason is null and e.baton = :side and 'DECLINED' = (select h.answer
                                 from hand_over h where h.enquiry_id = e.id order by h.offered_at desc, h.id desc limit 1)
                             else e.held_because is null end
             and (cast(:stage as text) is null or e.stage = :stage)
             and (cast(:baton as text) is null or e.baton = :baton)
             and (cast(:authority as uuid) is null or coalesce(e.authority_id, e.destination_id) = :authority)
             and (cast(:reference as text) is null or e.reference = :reference)
             and (cast(:names as bytea[]) is null or (e.name_hashes @> cast(:names as bytea[]) and e.baton = :side))
             and (cast(:handler as uuid) is null or e.handler_id = :handler)
             and (cast(:afterId as uuid) is null or (coalesce(e.due_on, 'infinity'), e.id)
                 > (coalesce(cast(:afterDue as date), 'infinity'), cast(:afterId as uuid)))
             order by coalesce(e.due_on, 'infinity'::date), e.id limit :most
            """)
                .params(maySee.atTheFrontDoor(viewer))
                .param("state", filter.state())
                .param("stage", filter.stage() == null ? null : filter.stage().name())
                .param("baton", filter.baton() == null ? null : filter.baton().name())
                .param("authority", value(filter.authority()))
                .param("reference", filter.reference())
                .param(
                        "names",
                        filter.nameHashes().isEmpty()
                                ? null
                                : filter.nameHashes().toArray(byte[][]::new))
                .param("side", sideOf(viewer).name())
                .param("handler", filter.handler())
                .param("afterDue", filter.afterDue())
                .param("afterId", filter.afterId())
                .param("most", most)
                .query(EnquiryRows::sealed)
                .list();
    }

    /** How many open enquiries stand at a stage, by whoever holds them. */
    record Standing(EnquiryStage stage, Side baton, int open, int late, int offered) {}

    List<Standing> standings(Viewer viewer, LocalDate today) {
        return jdbc.sql("""
            select e.stage, e.baton, count(*) as open, count(*) filter (where e.due_on < :day) as late,
                   count(*) filter (where exists (select 1 from hand_over h
                       where h.enquiry_id = e.id and h.answer is null and h.to_side = :side)) as offered
            from enquiry e
            where e.held_because is null and e.exit_reason is null and e.stage <> 'APPROVED' and %s %s
            group by e.stage, e.baton
            """.formatted(SEEN, maySee.of("e")))
                .params(maySee.atTheFrontDoor(viewer))
                .param("day", today)
                .param("side", sideOf(viewer).name())
                .query((row, number) -> new Standing(
                        EnquiryStage.valueOf(row.getString("stage")),
                        Side.valueOf(row.getString("baton")),
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("offered")))
                .list();
    }

    /** What a viewer owes, counted. */
    record Owed(
            int notContacted,
            @Nullable LocalDate contactBy,
            int apart,
            int offered,
            int actions,
            @Nullable LocalDate actionBy,
            int declined) {}

    Owed owed(Viewer viewer) {
        return jdbc.sql("""
            select count(*) filter (where mine and e.stage = 'ENQUIRY') as not_contacted,
                   min(e.stage_due_on) filter (where mine and e.stage = 'ENQUIRY') as contact_by,
                   count(*) filter (where e.held_because is not null) as apart,
                   count(*) filter (where last.answer = 'OPEN' and last.to_side = :side) as offered,
                   count(*) filter (where mine and e.next_action_due <= :soon) as actions,
                   min(e.next_action_due) filter (where mine) as action_by,
                   count(*) filter (where mine and last.answer = 'DECLINED') as declined
            from enquiry e
            cross join lateral (select e.held_because is null and e.baton = :side as mine) m
            left join lateral (select coalesce(h.answer, 'OPEN') as answer, h.to_side from hand_over h
                where h.enquiry_id = e.id order by h.offered_at desc, h.id desc limit 1) last on true
            where e.exit_reason is null and e.stage <> 'APPROVED' and %s %s
            """.formatted(SEEN, maySee.of("e")))
                .params(maySee.atTheFrontDoor(viewer))
                .param("side", sideOf(viewer).name())
                .param("soon", (LocalDate) maySee.atTheFrontDoor(viewer).get("today"))
                .query((row, number) -> new Owed(
                        row.getInt("not_contacted"),
                        row.getObject("contact_by", LocalDate.class),
                        row.getInt("apart"),
                        row.getInt("offered"),
                        row.getInt("actions"),
                        row.getObject("action_by", LocalDate.class),
                        row.getInt("declined")))
                .single();
    }

    /** On which side a viewer works. */
    static Side sideOf(Viewer viewer) {
        return viewer.is(Role.FRONT_DOOR_ADVISER) ? Side.FRONT_DOOR : Side.AUTHORITY;
    }

    // Writing

    void enter(UUID enquiry, EnquiryStage stage, LocalDate on) {
        jdbc.sql("""
            insert into enquiry_stage (enquiry_id, stage, entered_on) values (:id, :stage, :on)
            on conflict (enquiry_id, stage) do nothing
            """)
                .param("id", enquiry)
                .param("stage", stage.name())
                .param("on", on)
                .update();
    }

    /** Ends every stage that has not ended, but one that may go on beside the next. */
    void leaveStages(UUID enquiry, LocalDate on, @Nullable EnquiryStage but) {
        jdbc.sql("update enquiry_stage set left_on = greatest(entered_on, cast(:on as date)) where enquiry_id ="
                        + " :id and left_on is null and stage is distinct from :but")
                .param("id", enquiry)
                .param("on", on)
                .param("but", but == null ? null : but.name())
                .update();
    }

    void standAt(UUID enquiry, EnquiryStage stage, @Nullable LocalDate due, Viewer by) {
        jdbc.sql("""
            update enquiry set stage = :stage, stage_due_on = :due, next_action = null, next_action_due = null,
                handler_id = :handler, handler_name = :name, version = version + 1
            where id = :id
            """)
                .param("id", enquiry)
                .param("stage", stage.name())
                .param("due", due)
                .param("handler", by.account().value())
                .param("name", by.name())
                .update();
    }

    void dueOn(UUID enquiry, @Nullable LocalDate due) {
        jdbc.sql("update enquiry set stage_due_on = :due, version = version + 1 where id = :id")
                .param("id", enquiry)
                .param("due", due)
                .update();
    }

    void plan(UUID enquiry, NextAction action, LocalDate due, Viewer by) {
        jdbc.sql("""
            update enquiry set next_action = :action, next_action_due = :due, handler_id = :handler, handler_name = :name,
                version = version + 1
            where id = :id
            """)
                .param("id", enquiry)
                .param("action", action.name())
                .param("due", due)
                .param("handler", by.account().value())
                .param("name", by.name())
                .update();
    }

    void goesTo(UUID enquiry, @Nullable LocalAuthorityId destination) {
        jdbc.sql("update enquiry set destination_id = :destination, version = version + 1 where id = :id")
                .param("id", enquiry)
                .param("destination", value(destination))
                .update();
    }

    void exit(UUID enquiry, ExitReason reason, LocalDate on) {
        jdbc.sql("""
            update enquiry set exit_reason = :reason, exited_on = :on, next_action = null, next_action_due = null,
                stage_due_on = null, version = version + 1
            where id = :id
            """)
                .param("id", enquiry)
                .param("reason", reason.name())
                .param("on", on)
                .update();
    }

    void reopen(UUID enquiry, @Nullable LocalDate due) {
        jdbc.sql("""
            update enquiry set exit_reason = null, exited_on = null, stage_due_on = :due, version = version + 1
            where id = :id
            """).param("id", enquiry).param("due", due).update();
    }

    void release(UUID enquiry, @Nullable LocalDate due) {
        jdbc.sql("update enquiry set held_because = null, stage_due_on = :due, version = version + 1 where id = :id")
                .param("id", enquiry)
                .param("due", due)
                .update();
    }

    /** Deletes enquiries that were held apart and were no person's. */
    void discard(Collection<UUID> enquiries) {
        messages.forget(enquiries);
        jdbc.sql("delete from enquiry where id = any(cast(:ids as uuid[])) and held_because is not null")
                .param("ids", enquiries.toArray(UUID[]::new))
                .update();
    }

    void putRight(
            UUID enquiry, byte[] sealed, byte @Nullable [] email, byte @Nullable [] telephone, List<byte[]> names) {
        jdbc.sql("""
            update enquiry set sealed = :sealed, email_hash = :email, telephone_hash = :telephone, name_hashes = :names,
                version = version + 1
            where id = :id
            """)
                .param("id", enquiry)
                .param("sealed", sealed)
                .param("email", email)
                .param("telephone", telephone)
                .param("names", names.toArray(byte[][]::new))
                .update();
    }

    /** Writes a note; the same id a second time changes nothing. */
    boolean note(UUID enquiry, UUID note, Side side, Instant at, String by, byte[] sealed) {
        return jdbc.sql("""
            insert into enquiry_note (id, enquiry_id, side, written_at, written_by, sealed)
            values (:id, :enquiry, :side, :at, :by, :sealed) on conflict (id) do nothing
            """)
                        .param("id", note)
                        .param("enquiry", enquiry)
                        .param("side", side.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("sealed", sealed)
                        .update()
                > 0;
    }

    void offer(UUID enquiry, LocalAuthorityId authority, Side to, Instant at, String by) {
        jdbc.sql("""
            insert into hand_over (id, enquiry_id, authority_id, to_side, offered_at, offered_by)
            values (:id, :enquiry, :authority, :to, :at, :by)
            """)
                .param("id", Uuid7.next())
                .param("enquiry", enquiry)
                .param("authority", authority.value())
                .param("to", to.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        jdbc.sql("update enquiry set authority_id = :authority, version = version + 1 where id = :id")
                .param("id", enquiry)
                .param("authority", authority.value())
                .update();
    }

    void answer(Offer offer, String answer, Instant at, String by, byte @Nullable [] reason) {
        jdbc.sql("""
            update hand_over set answer = :answer, answered_at = :at, answered_by = :by, reason = :reason where id = :id
            """)
                .param("id", offer.id())
                .param("answer", answer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** Who holds the enquiry now. */
    void holds(UUID enquiry, Side baton, @Nullable LocalAuthorityId authority, @Nullable Viewer handler) {
        jdbc.sql("""
            update enquiry set baton = :baton, authority_id = :authority,
                destination_id = coalesce(cast(:authority as uuid), destination_id),
                handler_id = coalesce(cast(:handler as uuid), handler_id),
                handler_name = coalesce(:name, handler_name), version = version + 1
            where id = :id
            """)
                .param("id", enquiry)
                .param("baton", baton.name())
                .param("authority", value(authority))
                .param("handler", handler == null ? null : handler.account().value())
                .param("name", handler == null ? null : handler.name())
                .update();
    }

    /** Sets anew by when open enquiries are to leave the stage they stand at, in one statement. */
    void standardsChanged(FrontDoor door) {
        record Open(UUID id, EnquiryStage stage, LocalDate enteredOn) {}
        var open = jdbc.sql("""
            select e.id, e.stage, s.entered_on from enquiry e join enquiry_stage s on s.enquiry_id = e.id and s.stage = e.stage
            where e.owner_organisation_id = :owner and e.erased_at is null and e.exit_reason is null
              and e.stage <> 'APPROVED' for update of e
            """)
                .param("owner", door.owner().value())
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        EnquiryStage.valueOf(row.getString("stage")),
                        row.getObject("entered_on", LocalDate.class)))
                .list();
        jdbc.sql("""
            update enquiry e set stage_due_on = cast(nullif(n.due, '') as date)
            from unnest(cast(:ids as uuid[]), cast(:due as text[])) n(id, due) where e.id = n.id
            """)
                .param("ids", open.stream().map(Open::id).toArray(UUID[]::new))
                .param(
                        "due",
                        open.stream()
                                .map(one -> {
                                    var due = door.due(one.stage(), one.enteredOn());
                                    return due == null ? "" : due.toString();
                                })
                                .toArray(String[]::new))
                .update();
    }

    // Forgetting

    /** What the schedule of a front door says is to go on a day: personal data, and what was held apart. */
    record Due(List<UUID> toErase, List<UUID> toDiscard) {}

    Due dueToGo(FrontDoor door, LocalDate today) {
        var erase = jdbc.sql("""
            select e.id from enquiry e
            where e.owner_organisation_id = :owner and e.erased_at is null and e.held_because is null and (
                (e.exit_reason <> 'ON_HOLD' and e.exited_on <= cast(:left as date))
                or (e.exit_reason = 'ON_HOLD' and e.exited_on <= cast(:onHold as date))
                or (e.exit_reason is null and e.stage = 'APPROVED' and exists (select 1 from enquiry_stage s
                    where s.enquiry_id = e.id and s.stage = 'APPROVED' and s.entered_on <= cast(:approved as date))))
            order by e.id limit 1000 for update
            """)
                .param("owner", door.owner().value())
                .param("left", before(today, door.leftKept()))
                .param("onHold", before(today, door.onHoldKept()))
                .param("approved", before(today, door.approvedKept()))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        var held = before(today, door.heldKept());
        var discard = held == null
                ? List.<UUID>of()
                : jdbc.sql("""
                    select id from enquiry where owner_organisation_id = :owner and held_because is not null
                      and cast(received_at at time zone 'Europe/London' as date) <= :held order by id limit 1000 for update
                    """)
                        .param("owner", door.owner().value())
                        .param("held", held)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        return new Due(erase, discard);
    }

    private static @Nullable LocalDate before(LocalDate today, @Nullable Integer days) {
        return days == null ? null : today.minusDays(days);
    }

    /** Erases who these people are, whatever was written about them and to them. Stages, dates and reasons stay. */
    void erase(Collection<UUID> enquiries, Instant at) {
        var ids = enquiries.toArray(UUID[]::new);
        messages.forget(enquiries);
        jdbc.sql("delete from enquiry_note where enquiry_id = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        jdbc.sql("update hand_over set reason = null, answer = coalesce(answer, 'TAKEN_BACK'), answered_at ="
                        + " coalesce(answered_at, :at) where enquiry_id = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
            update enquiry set reference = null, sealed = null, email_hash = null, telephone_hash = null,
                name_hashes = null, form_key = null, handler_id = null, handler_name = null, next_action = null,
                next_action_due = null, stage_due_on = null, erased_at = :at, version = version + 1,
                exit_reason = case when exit_reason is null and stage <> 'APPROVED' then 'WITHDREW' else exit_reason end,
                exited_on = case when exit_reason is null and stage <> 'APPROVED' then :day else exited_on end
            where id = any(cast(:ids as uuid[])) and erased_at is null
            """)
                .param("ids", ids)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", LondonTime.dayOf(at))
                .update();
    }

    /** Something sealed, with the id it is bound to. */
    record Bytes(UUID id, byte[] sealed) {}

    /** Who is not sealed under a key yet, held, the oldest first. */
    List<Bytes> notUnder(String key, int most) {
        return jdbc.sql("select id, sealed from enquiry where sealed_under <> :key and sealed is not null"
                        + " order by id limit :most for update skip locked")
                .param("key", key)
                .param("most", most)
                .query(EnquiryRows::bytes)
                .list();
    }

    /** The notes of an enquiry, all of them. */
    List<Bytes> sealedNotes(UUID enquiry) {
        return jdbc.sql("select id, sealed from enquiry_note where enquiry_id = :id order by id")
                .param("id", enquiry)
                .query(EnquiryRows::bytes)
                .list();
    }

    /** What was said at the hand-overs of an enquiry. */
    List<Bytes> sealedReasons(UUID enquiry) {
        return jdbc.sql("select id, reason as sealed from hand_over where enquiry_id = :id and reason is not null"
                        + " order by id")
                .param("id", enquiry)
                .query(EnquiryRows::bytes)
                .list();
    }

    private static Bytes bytes(ResultSet row, int number) throws SQLException {
        return new Bytes(row.getObject("id", UUID.class), row.getBytes("sealed"));
    }

    /** Puts what is sealed anew in its place: nothing that anybody reads changes. */
    void sealAnew(
            Bytes enquiry,
            byte @Nullable [] email,
            byte @Nullable [] telephone,
            List<byte[]> names,
            String key,
            List<Bytes> notes,
            List<Bytes> reasons) {
        jdbc.sql("""
            update enquiry set sealed = :sealed, email_hash = :email, telephone_hash = :telephone, name_hashes = :names,
                sealed_under = :key
            where id = :id
            """)
                .param("id", enquiry.id())
                .param("sealed", enquiry.sealed())
                .param("email", email)
                .param("telephone", telephone)
                .param("names", names.toArray(byte[][]::new))
                .param("key", key)
                .update();
        notes.forEach(note -> jdbc.sql("update enquiry_note set sealed = :sealed where id = :id")
                .param("sealed", note.sealed())
                .param("id", note.id())
                .update());
        reasons.forEach(reason -> jdbc.sql("update hand_over set reason = :sealed where id = :id")
                .param("sealed", reason.sealed())
                .param("id", reason.id())
                .update());
    }

    /** Forgets from which machines the public form was sent before a moment. */
    void forgetArrivals(Instant before) {
        jdbc.sql("delete from enquiry_arrival where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable UUID value(@Nullable LocalAuthorityId authority) {
        return authority == null ? null : authority.value();
    }

    private static @Nullable LocalAuthorityId authority(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new LocalAuthorityId(id);
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(enquiry(row), row.getBytes("sealed"));
    }

    private static Enquiry enquiry(ResultSet row) throws SQLException {
        return new Enquiry(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("reference"),
                authority(row, "authority_id"),
                new OrganisationId(row.getObject("owner_organisation_id", UUID.class)),
                authority(row, "lives_in_id"),
                authority(row, "destination_id"),
                Side.valueOf(row.getString("baton")),
                EnquiryStage.valueOf(row.getString("stage")),
                row.getObject("stage_due_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("campaign"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("held_because"),
                row.getObject("handler_id", UUID.class),
                row.getString("handler_name"),
                NextAction.of(row.getString("next_action")).orElse(null),
                row.getObject("next_action_due", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                ExitReason.of(row.getString("exit_reason")).orElse(null),
                row.getObject("exited_on", LocalDate.class),
                row.getObject("notice", Integer.class));
    }
}
