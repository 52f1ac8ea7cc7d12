package uk.slipway.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardSight;
import uk.slipway.partnership.Declarer;
import uk.slipway.partnership.MembershipId;
import uk.slipway.web.NotFound;

/** The tables of meetings. What a viewer may not see is not there: another board's business, and restricted items. */
@Component
class MeetingRows {

    private static final String MEETING =
            "select m.*, b.name as board_name from meeting m join board b on b.id = m.board_id where ";

    private static final String ITEM = """
        select i.*, coalesce(a.name, s.person_name) as lead_person,
               (s.ends_on < :today or a.closed_on is not null) as lead_gone
        from meeting_item i left join board_membership s on s.id = i.lead_membership_id
            left join account a on a.id = s.account_id
        """ + " where ";

    private static final String PAPER =
            "select p.* from meeting_paper p join meeting_item i on i.id = p.item_id where ";

    private final JdbcClient jdbc;
    private final BoardSight sight;

    MeetingRows(JdbcClient jdbc, BoardSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** What of items a viewer sees: of boards whose business is theirs, restricted ones only where they may. */
    private String seenItems() {
        return "(" + sight.business("i.board_id") + ") and (not i.restricted or " + sight.restricted("i.board_id")
                + ")";
    }

    /** @throws NotFound when the board's business is not the viewer's to see */
    Meeting seenBy(Viewer viewer, MeetingId id) {
        return jdbc.sql(MEETING + "m.id = :id and (" + sight.business("m.board_id") + ")")
                .params(sight.parameters(viewer))
                .param("id", id.value())
                .query(MeetingRows::meeting)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Nobody else changes the meeting, its agenda or its attendance until the transaction ends. */
    void hold(MeetingId id) {
        jdbc.sql("select id from meeting where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> number)
                .list();
    }

    Optional<Meeting> find(MeetingId id) {
        return jdbc.sql(MEETING + "m.id = :id")
                .param("id", id.value())
                .query(MeetingRows::meeting)
                .optional();
    }

    /** The meetings of one board whose business the viewer sees, the latest first. */
    List<Meeting> of(Viewer viewer, BoardId board) {
        return jdbc.sql(MEETING + "m.board_id = :board and (" + sight.business("m.board_id")
                        + ") order by m.held_on desc, m.id desc limit 300")
                .params(sight.parameters(viewer))
                .param("board", board.value())
                .query(MeetingRows::meeting)
                .list();
    }

    /** The meetings whose record is public: their minutes have been approved. */
    List<Meeting> published(BoardId board, int most) {
        return jdbc.sql(MEETING + "m.board_id = :board and m.minutes = 'APPROVED' order by m.held_on desc, m.id desc"
                        + " limit :most")
                .param("board", board.value())
                .param("most", most)
                .query(MeetingRows::meeting)
                .list();
    }

    /** The next meeting of a board from a day on. */
    Optional<Meeting> next(BoardId board, LocalDate from) {
        return jdbc.sql(MEETING + "m.board_id = :board and m.state = 'PLANNED' and m.held_on >= :from"
                        + " order by m.held_on, m.id limit 1")
                .param("board", board.value())
                .param("from", from)
                .query(MeetingRows::meeting)
                .optional();
    }

    /** The first meeting of the board that was held after this one, and may so approve its minutes. */
    Optional<Meeting> heldAfter(Meeting meeting) {
        return jdbc.sql(MEETING + "m.board_id = :board and m.state = 'HELD' and m.id <> :id and"
                        + " (m.held_on, m.starts_at) > (:on, :starts) order by m.held_on, m.starts_at, m.id limit 1")
                .param("board", meeting.board().value())
                .param("id", meeting.id().value())
                .param("on", meeting.on())
                .param("starts", meeting.starts())
                .query(MeetingRows::meeting)
                .optional();
    }

    boolean add(MeetingId id, BoardId board, @Nullable String series, PlanMeetings.Arranged typed, LocalDate on) {
        return jdbc.sql("""
            insert into meeting (id, version, board_id, series, title, held_on, starts_at, place, state, minutes)
            values (:id, 0, :board, :series, :title, :on, :starts, :place, 'PLANNED', 'DRAFT') on conflict do nothing
            """)
                        .param("id", id.value())
                        .param("board", board.value())
                        .param("series", series)
                        .param("title", typed.title())
                        .param("on", on)
                        .param("starts", typed.starts())
                        .param("place", typed.place())
                        .update()
                == 1;
    }

    void arrange(MeetingId id, PlanMeetings.Arranged typed) {
        jdbc.sql("update meeting set title = :title, held_on = :on, starts_at = :starts, place = :place,"
                        + " version = version + 1 where id = :id")
                .param("title", typed.title())
                .param("on", typed.on())
                .param("starts", typed.starts())
                .param("place", typed.place())
                .param("id", id.value())
                .update();
    }

    void cancel(MeetingId id, String reason) {
        jdbc.sql("update meeting set state = 'CANCELLED', reason = :reason, version = version + 1 where id = :id")
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    void issue(MeetingId id, Instant at) {
        jdbc.sql("update meeting set issued_at = :at, version = version + 1 where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void held(MeetingId id, @Nullable String others) {
        jdbc.sql("update meeting set state = 'HELD', others_present = :others, version = version + 1 where id = :id")
                .param("others", others)
                .param("id", id.value())
                .update();
    }

    void moveMinutes(MeetingId id, MinutesState to, @Nullable String by, Instant at, @Nullable MeetingId approving) {
        jdbc.sql("""
            update meeting set minutes = :to, version = version + 1, approved_at_id = :approving,
                cleared_by = case :to when 'CLEARED' then :by when 'DRAFT' then null else cleared_by end,
                cleared_at = case :to when 'CLEARED' then cast(:at as timestamptz) when 'DRAFT' then null else cleared_at end,
                circulated_at = case :to when 'CIRCULATED' then cast(:at as timestamptz) when 'DRAFT' then null
                    else circulated_at end,
                approved_at = case :to when 'APPROVED' then cast(:at as timestamptz) end
            where id = :id
            """)
                .param("to", to.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("approving", approving == null ? null : approving.value())
                .param("id", id.value())
                .update();
    }

    /** The items of a meeting that the viewer may see, in order. */
    List<AgendaItem> items(Viewer viewer, MeetingId meeting, LocalDate today) {
        return jdbc.sql(ITEM + "i.meeting_id = :meeting and " + seenItems() + " order by i.place, i.id limit 200")
                .params(sight.parameters(viewer))
                .param("today", today)
                .param("meeting", meeting.value())
                .query(MeetingRows::item)
                .list();
    }

    /** The items of a meeting for the public: without what is restricted. */
    List<AgendaItem> publicItems(MeetingId meeting, LocalDate today) {
        return jdbc.sql(ITEM + "i.meeting_id = :meeting and not i.restricted order by i.place, i.id limit 200")
                .param("today", today)
                .param("meeting", meeting.value())
                .query(MeetingRows::item)
                .list();
    }

    /** What waits for a meeting of the board, oldest first. */
    List<AgendaItem> backlog(Viewer viewer, BoardId board, LocalDate today) {
        return jdbc.sql(ITEM + "i.board_id = :board and i.meeting_id is null and " + seenItems()
                        + " order by i.id limit 200")
                .params(sight.parameters(viewer))
                .param("today", today)
                .param("board", board.value())
                .query(MeetingRows::item)
                .list();
    }

    /** @throws NotFound when the viewer may not see it */
    AgendaItem item(Viewer viewer, AgendaItemId id, LocalDate today) {
        return jdbc.sql(ITEM + "i.id = :id and " + seenItems())
                .params(sight.parameters(viewer))
                .param("today", today)
                .param("id", id.value())
                .query(MeetingRows::item)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whatever it is and whoever asks: for the rules that need to know an item, never for showing it. */
    Optional<AgendaItem> anyItem(AgendaItemId id, LocalDate today) {
        return jdbc.sql(ITEM + "i.id = :id")
                .param("today", today)
                .param("id", id.value())
                .query(MeetingRows::item)
                .optional();
    }

    boolean addItem(AgendaItemId id, BoardId board, @Nullable MeetingId meeting, SetAgenda.ItemTyped typed) {
        return jdbc.sql("""
            insert into meeting_item (id, version, board_id, meeting_id, place, kind, title, note, lead_membership_id, lead_name,
                minutes_allotted, restricted, carried, carried_from_id, minute, minute_version)
            values (:id, 0, :board, :meeting,
                (select coalesce(max(place), 0) + 1 from meeting_item where meeting_id = cast(:meeting as uuid)), :kind,
                :title, :note, :lead, :leadName, :minutes, :restricted, false, null, '', 0)
            on conflict do nothing
            """)
                        .param("id", id.value())
                        .param("board", board.value())
                        .param("meeting", meeting == null ? null : meeting.value())
                        .param("kind", typed.kind().name())
                        .param("title", typed.title())
                        .param("note", typed.note())
                        .param(
                                "lead",
                                typed.lead() == null ? null : typed.lead().value())
                        .param("leadName", typed.leadName())
                        .param("minutes", typed.minutes())
                        .param("restricted", typed.restricted())
                        .update()
                == 1;
    }

    void changeItem(AgendaItemId id, SetAgenda.ItemTyped typed) {
        jdbc.sql("""
            update meeting_item set kind = :kind, title = :title, note = :note, lead_membership_id = :lead,
                lead_name = :leadName, minutes_allotted = :minutes, restricted = :restricted, version = version + 1
            where id = :id
            """)
                .param("id", id.value())
                .param("kind", typed.kind().name())
                .param("title", typed.title())
                .param("note", typed.note())
                .param("lead", typed.lead() == null ? null : typed.lead().value())
                .param("leadName", typed.leadName())
                .param("minutes", typed.minutes())
                .param("restricted", typed.restricted())
                .update();
    }

    /** Puts items of a meeting into this order, and marks the one that was moved as changed. */
    void order(List<AgendaItemId> ids, AgendaItemId moved) {
        jdbc.sql("update meeting_item i set place = o.place, version = i.version + case when i.id = :moved then"
                        + " 1 else 0 end from unnest(cast(:ids as uuid[])) with ordinality o(id, place) where i.id"
                        + " = o.id")
                .param("ids", ids.stream().map(AgendaItemId::value).toArray(UUID[]::new))
                .param("moved", moved.value())
                .update();
    }

    /** Takes items out of the backlog into a meeting, below what is there. */
    void take(MeetingId meeting, Collection<AgendaItemId> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                update meeting_item i set meeting_id = :meeting, version = version + 1, place = o.place + coalesce(
                    (select max(place) from meeting_item where meeting_id = :meeting), 0)
                from unnest(cast(:ids as uuid[])) with ordinality o(id, place)
                where i.id = o.id and i.meeting_id is null
                """)
                    .param("meeting", meeting.value())
                    .param("ids", ids.stream().map(AgendaItemId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    /** Back into the backlog, before the meeting. */
    void putBack(AgendaItemId id) {
        jdbc.sql("update meeting_item set meeting_id = null, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The item stays in its meeting as carried, and goes on in the backlog. */
    void carry(AgendaItemId id) {
        jdbc.sql("update meeting_item set carried = true, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
            insert into meeting_item (id, version, board_id, meeting_id, place, kind, title, note, lead_membership_id, lead_name,
                minutes_allotted, restricted, carried, carried_from_id, minute, minute_version)
            select :new, 0, board_id, null, 0, kind, title, note, lead_membership_id, lead_name, minutes_allotted,
                restricted, false, id, '', 0
            from meeting_item where id = :id on conflict do nothing
            """).param("new", Uuid7.next()).param("id", id.value()).update();
    }

    /** Copies a meeting's items into another, without minutes and papers. */
    void copyItems(MeetingId from, MeetingId to) {
        jdbc.sql("""
            insert into meeting_item (id, version, board_id, meeting_id, place, kind, title, note, lead_membership_id, lead_name,
                minutes_allotted, restricted, carried, carried_from_id, minute, minute_version)
            select uuidv7(), 0, board_id, :to, place, kind, title, note, lead_membership_id, lead_name, minutes_allotted,
                restricted, false, null, '', 0
            from meeting_item where meeting_id = :from
            """).param("from", from.value()).param("to", to.value()).update();
    }

    /** Whether the minute was of that version, and is now this text. */
    boolean minute(AgendaItemId id, long version, String text, String by, Instant at) {
        return jdbc.sql("update meeting_item set minute = :text, minute_version = minute_version + 1, minute_by = :by,"
                                + " minute_at = :at where id = :id and minute_version = :version")
                        .param("text", text)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The papers of the items of a meeting that the viewer may see, those removed too. */
    List<Paper> papers(Viewer viewer, MeetingId meeting) {
        return jdbc.sql(PAPER + "i.meeting_id = :meeting and " + seenItems() + " order by i.place, p.uploaded_at, p.id")
                .params(sight.parameters(viewer))
                .param("meeting", meeting.value())
                .query(MeetingRows::paper)
                .list();
    }

    List<Paper> papersOf(Viewer viewer, AgendaItemId item) {
        return jdbc.sql(PAPER + "i.id = :item and " + seenItems() + " order by p.uploaded_at, p.id")
                .params(sight.parameters(viewer))
                .param("item", item.value())
                .query(MeetingRows::paper)
                .list();
    }

    /** @throws NotFound when the viewer may not see it, or it is a paper of another meeting */
    Paper paper(Viewer viewer, MeetingId meeting, UUID id) {
        return jdbc.sql(PAPER + "p.id = :id and i.meeting_id = :meeting and " + seenItems())
                .params(sight.parameters(viewer))
                .param("meeting", meeting.value())
                .param("id", id)
                .query(MeetingRows::paper)
                .optional()
                .orElseThrow(NotFound::new);
    }

    byte[] content(UUID paper) {
        return jdbc.sql("select content from meeting_paper_content where paper_id = :id")
                .param("id", paper)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whether it was added now. */
    boolean addPaper(Paper paper, byte[] content) {
        boolean added = jdbc.sql("""
            insert into meeting_paper (id, item_id, title, file_name, media_type, bytes, sha256, scanned, uploaded_at, uploaded_by)
            values (:id, :item, :title, :file, :type, :bytes, :sha, :scanned, :at, :by) on conflict do nothing
            """)
                        .param("id", paper.id())
                        .param("item", paper.item().value())
                        .param("title", paper.title())
                        .param("file", paper.fileName())
                        .param("type", paper.mediaType())
                        .param("bytes", paper.bytes())
                        .param("sha", paper.sha256())
                        .param("scanned", paper.scanned())
                        .param("at", paper.uploadedAt().atOffset(ZoneOffset.UTC))
                        .param("by", paper.uploadedBy())
                        .update()
                == 1;
        if (added) {
            jdbc.sql("insert into meeting_paper_content (paper_id, content) values (:id, :content)")
                    .param("id", paper.id())
                    .param("content", content)
                    .update();
        }
        return added;
    }

    void removePaper(UUID id, String by, String because, Instant at) {
        jdbc.sql("update meeting_paper set removed_at = :at, removed_by = :by, removed_because = :because where"
                        + " id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("because", because)
                .param("id", id)
                .update();
        jdbc.sql("delete from meeting_paper_content where paper_id = :id")
                .param("id", id)
                .update();
    }

    List<Attendance> attendance(MeetingId meeting) {
        return jdbc.sql("select a.*, coalesce(acc.name, s.person_name, a.deputy_name) as deputy from"
                        + " meeting_attendance a left join board_membership s on s.id = a.deputy_id left join"
                        + " account acc on acc.id = s.account_id where a.meeting_id = :meeting")
                .param("meeting", meeting.value())
                .query((row, number) -> new Attendance(
                        new MembershipId(row.getObject("membership_id", UUID.class)),
                        Attendance.Status.valueOf(row.getString("status")),
                        membership(row, "deputy_id"),
                        row.getString("deputy")))
                .list();
    }

    /** Says how one member attends, or will; {@link #attendanceChanged} goes with it. */
    void attend(MeetingId meeting, Attendance line) {
        jdbc.sql("""
            insert into meeting_attendance (meeting_id, membership_id, status, deputy_id, deputy_name)
            values (:meeting, :member, :status, :deputy, :name)
            on conflict (meeting_id, membership_id) do update set status = excluded.status, deputy_id = excluded.deputy_id,
                deputy_name = excluded.deputy_name
            """)
                .param("meeting", meeting.value())
                .param("member", line.member().value())
                .param("status", line.status().name())
                .param("deputy", line.deputy() == null ? null : line.deputy().value())
                .param("name", line.deputy() == null ? line.deputyName() : null)
                .update();
    }

    /** A form of who came that was opened before this no longer fits. */
    void attendanceChanged(MeetingId meeting) {
        jdbc.sql("update meeting set attendance_version = attendance_version + 1 where id = :id")
                .param("id", meeting.value())
                .update();
    }

    /** Every interest declared in items of the meeting, whoever asks. */
    List<Interest> interests(MeetingId meeting) {
        return jdbc.sql(INTEREST + "i.meeting_id = :meeting order by d.declared_at, d.id")
                .param("meeting", meeting.value())
                .query(MeetingRows::interest)
                .list();
    }

    List<Interest> interestsIn(AgendaItemId item) {
        return jdbc.sql(INTEREST + "i.id = :item order by d.declared_at, d.id")
                .param("item", item.value())
                .query(MeetingRows::interest)
                .list();
    }

    private static final String INTEREST = """
        select d.*, coalesce(a.name, s.person_name) || ', ' || coalesce(o.name, s.organisation_name) as who
        from declared_interest d join meeting_item i on i.id = d.item_id
            join board_membership s on s.id = d.membership_id left join account a on a.id = s.account_id
            left join organisation o on o.id = s.organisation_id
        """ + " where ";

    boolean declare(AgendaItemId item, MembershipId member, String words, Declarer by, Instant at) {
        return jdbc.sql("""
            insert into declared_interest (id, item_id, membership_id, words, declared_at, declared_by, declared_by_id)
            values (:id, :item, :member, :words, :at, :by, :account) on conflict (item_id, membership_id) do nothing
            """)
                        .param("id", Uuid7.next())
                        .param("item", item.value())
                        .param("member", member.value())
                        .param("words", words)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param(
                                "account",
                                by.account() == null ? null : by.account().value())
                        .update()
                == 1;
    }

    void takeBack(AgendaItemId item, MembershipId member) {
        jdbc.sql("delete from declared_interest where item_id = :item and membership_id = :member")
                .param("item", item.value())
                .param("member", member.value())
                .update();
    }

    private static Interest interest(ResultSet row, int number) throws SQLException {
        @Nullable UUID account = row.getObject("declared_by_id", UUID.class);
        return new Interest(
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                new MembershipId(row.getObject("membership_id", UUID.class)),
                row.getString("who"),
                row.getString("words"),
                row.getTimestamp("declared_at").toInstant(),
                new Declarer(account == null ? null : new AccountId(account), row.getString("declared_by")));
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        @Nullable UUID approving = row.getObject("approved_at_id", UUID.class);
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("board_name"),
                row.getString("series"),
                row.getString("title"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getString("place"),
                Meeting.State.valueOf(row.getString("state")),
                row.getString("reason"),
                instant(row, "issued_at"),
                row.getString("others_present"),
                row.getLong("attendance_version"),
                MinutesState.valueOf(row.getString("minutes")),
                row.getString("cleared_by"),
                instant(row, "cleared_at"),
                instant(row, "circulated_at"),
                instant(row, "approved_at"),
                approving == null ? null : new MeetingId(approving));
    }

    private static AgendaItem item(ResultSet row, int number) throws SQLException {
        @Nullable UUID meeting = row.getObject("meeting_id", UUID.class);
        var lead = membership(row, "lead_membership_id");
        return new AgendaItem(
                new AgendaItemId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                meeting == null ? null : new MeetingId(meeting),
                row.getInt("place"),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("note"),
                lead,
                lead == null ? row.getString("lead_name") : row.getString("lead_person"),
                row.getBoolean("lead_gone"),
                row.getInt("minutes_allotted"),
                row.getBoolean("restricted"),
                row.getBoolean("carried"),
                row.getString("minute"),
                row.getLong("minute_version"),
                row.getString("minute_by"),
                instant(row, "minute_at"));
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                row.getString("title"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("sha256"),
                row.getBoolean("scanned"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"),
                instant(row, "removed_at"),
                row.getString("removed_by"),
                row.getString("removed_because"));
    }

    private static @Nullable MembershipId membership(ResultSet row, String column) throws SQLException {
        @Nullable UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new MembershipId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
