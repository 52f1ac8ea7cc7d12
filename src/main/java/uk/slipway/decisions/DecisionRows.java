package uk.slipway.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.MeetingId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardSight;
import uk.slipway.partnership.Declarer;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Protocol;
import uk.slipway.web.NotFound;

/**
 * The tables of decisions. A viewer sees what belongs to boards whose business is theirs, restricted ones only where they may,
 * and of every board what has been decided and is not restricted.
 */
@Component
class DecisionRows {

    private static final String MADE = "d.state in ('DECIDED', 'IMPLEMENTED', 'REVIEWED', 'SUPERSEDED')";

    private static final String DECISION = """
        select d.*, b.name as board_name, s.number as supersedes_number, n.id as successor_id, n.number as successor_number
        from decision d join board b on b.id = d.board_id left join decision s on s.id = d.supersedes_id
            left join decision n on n.supersedes_id = d.id and n.carried
        """ + " where ";

    private final JdbcClient jdbc;
    private final BoardSight sight;

    DecisionRows(JdbcClient jdbc, BoardSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    private String seen() {
        return "((" + sight.business("d.board_id") + ") and (not d.restricted or " + sight.restricted("d.board_id")
                + ") or not d.restricted and " + MADE + ")";
    }

    /** @throws NotFound when the viewer may not see it */
    Decision seenBy(Viewer viewer, DecisionId id) {
        return jdbc.sql(DECISION + "d.id = :id and " + seen())
                .params(sight.parameters(viewer))
                .param("id", id.value())
                .query(DecisionRows::decision)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those of some decisions that a viewer may see. */
    List<Decision> seenBy(Viewer viewer, Set<UUID> ids) {
        return jdbc.sql(DECISION + "d.id in (:ids) and " + seen())
                .params(sight.parameters(viewer))
                .param("ids", ids)
                .query(DecisionRows::decision)
                .list();
    }

    boolean isDecidedUnder(AgendaItemId item) {
        return jdbc.sql("select exists (select 1 from decision d where d.item_id = :item and " + MADE + ")")
                .param("item", item.value())
                .query(Boolean.class)
                .single();
    }

    /** Whoever asks: for rules, never for showing. */
    Optional<Decision> find(DecisionId id) {
        return jdbc.sql(DECISION + "d.id = :id")
                .param("id", id.value())
                .query(DecisionRows::decision)
                .optional();
    }

    /** Nobody else votes on it, decides it or changes it until the transaction ends. */
    void hold(DecisionId id) {
        jdbc.sql("select id from decision where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> number)
                .list();
    }

    /** What a register is narrowed to; each part may be null. */
    record Filter(
            @Nullable UUID board,
            @Nullable String state,
            @Nullable String protocol,
            @Nullable String words) {}

    /** The register that a viewer sees, the newest first within a board; at most 300. */
    List<Decision> register(Viewer viewer, Filter filter) {
        return jdbc.sql(DECISION + seen() + """
             and (cast(:board as uuid) is null or d.board_id = :board)
             and (cast(:state as text) is null or d.state = :state)
             and (cast(:protocol as text) is null or d.protocol = :protocol)
             and (cast(:words as text) is null or strpos(lower(d.title || ' ' || d.text || ' ' || coalesce(d.rationale, '')),
                 lower(:words)) > 0)
            order by coalesce(d.decided_at, d.proposed_at) desc, d.id desc limit 300\
            """)
                .params(sight.parameters(viewer))
                .param("board", filter.board())
                .param("state", filter.state())
                .param("protocol", filter.protocol())
                .param("words", filter.words())
                .query(DecisionRows::decision)
                .list();
    }

    /** The latest of one board that a viewer sees. */
    List<Decision> latest(Viewer viewer, BoardId board, int most) {
        return jdbc.sql(DECISION + "d.board_id = :board and " + seen() + " order by d.number desc limit :most")
                .params(sight.parameters(viewer))
                .param("board", board.value())
                .param("most", most)
                .query(DecisionRows::decision)
                .list();
    }

    List<Decision> under(Viewer viewer, MeetingId meeting) {
        return jdbc.sql(DECISION + "d.item_id in (select id from meeting_item where meeting_id = :meeting) and "
                        + seen() + " order by d.number")
                .params(sight.parameters(viewer))
                .param("meeting", meeting.value())
                .query(DecisionRows::decision)
                .list();
    }

    List<Decision> publishedUnder(MeetingId meeting) {
        return jdbc.sql(DECISION + "d.item_id in (select id from meeting_item where meeting_id = :meeting) and not"
                        + " d.restricted and " + MADE + " order by d.number")
                .param("meeting", meeting.value())
                .query(DecisionRows::decision)
                .list();
    }

    /** The decisions of a board that another may supersede: carried, standing, not restricted to others than the viewer. */
    List<Decision> standing(Viewer viewer, BoardId board) {
        return jdbc.sql(DECISION + "d.board_id = :board and d.carried and d.state <> 'SUPERSEDED' and " + seen()
                        + " order by d.number desc limit 300")
                .params(sight.parameters(viewer))
                .param("board", board.value())
                .query(DecisionRows::decision)
                .list();
    }

    /**
     * Decisions in writing whose deadline is at most that day, that were put to the board before another, and of which nobody
     * has been reminded.
     */
    List<Decision> toRemind(LocalDate until, Instant before) {
        return jdbc.sql(DECISION
                        + "d.written and d.state = 'CIRCULATED' and d.deadline <= :until and d.reminded_on is null"
                        + " and d.circulated_at < :before order by d.deadline, d.id limit 100")
                .param("until", until)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(DecisionRows::decision)
                .list();
    }

    void reminded(DecisionId id, LocalDate on) {
        jdbc.sql("update decision set reminded_on = :on where id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** Numbers it within its board; one at a time. Whether it was added now. */
    boolean propose(DecisionId id, BoardId board, ProposeDecision.Proposal typed, UUID terms, String by, Instant at) {
        jdbc.sql("select id from board where id = :board for update")
                .param("board", board.value())
                .query((row, number) -> number)
                .list();
        return jdbc.sql("""
            insert into decision (id, version, board_id, number, item_id, restricted, state, title, text, options, rationale,
                protocol, terms_id, clause_id, look_again_on, supersedes_id, proposed_by, proposed_at, written)
            values (:id, 0, :board, (select coalesce(max(number), 0) + 1 from decision where board_id = :board), :item,
                :restricted, 'PROPOSED', :title, :text, :options, :rationale, :protocol, :terms, :clause, :again,
                :supersedes, :by, :at, false)
            on conflict (id) do nothing
            """)
                        .param("id", id.value())
                        .param("board", board.value())
                        .param(
                                "item",
                                typed.item() == null ? null : typed.item().value())
                        .param("restricted", typed.restricted())
                        .param("title", typed.words().title())
                        .param("text", typed.words().text())
                        .param("options", typed.words().options())
                        .param("rationale", typed.words().rationale())
                        .param("protocol", typed.protocol().name())
                        .param("terms", terms)
                        .param("clause", typed.clause())
                        .param("again", typed.lookAgainOn())
                        .param(
                                "supersedes",
                                typed.supersedes() == null
                                        ? null
                                        : typed.supersedes().value())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void change(DecisionId id, ProposeDecision.Proposal typed, UUID terms) {
        jdbc.sql("""
            update decision set state = 'PROPOSED', restricted = :restricted, title = :title, text = :text, options = :options,
                rationale = :rationale, protocol = :protocol, terms_id = :terms, clause_id = :clause,
                look_again_on = :again, supersedes_id = :supersedes, reason = null, version = version + 1
            where id = :id
            """)
                .param("id", id.value())
                .param("restricted", typed.restricted())
                .param("title", typed.words().title())
                .param("text", typed.words().text())
                .param("options", typed.words().options())
                .param("rationale", typed.words().rationale())
                .param("protocol", typed.protocol().name())
                .param("terms", terms)
                .param("clause", typed.clause())
                .param("again", typed.lookAgainOn())
                .param(
                        "supersedes",
                        typed.supersedes() == null ? null : typed.supersedes().value())
                .update();
    }

    void circulate(DecisionId id, boolean written, @Nullable LocalDate deadline, Instant at) {
        jdbc.sql("delete from decision_vote where decision_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update decision set state = 'CIRCULATED', written = :written, deadline = :deadline,"
                        + " reminded_on = null, reason = null, circulated_at = :at, version = version + 1 where id"
                        + " = :id")
                .param("id", id.value())
                .param("written", written)
                .param("deadline", deadline)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(DecisionId id, DecisionState to, String reason) {
        jdbc.sql("update decision set state = :to, reason = :reason, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("to", to.name())
                .param("reason", reason)
                .update();
    }

    void decide(DecisionId id, boolean carried, Decision.Outcome outcome) {
        jdbc.sql("""
            update decision set state = 'DECIDED', carried = :carried, decided_at = :at, decided_by = :by, part_taken = :part,
                quorum_needed = :needed, votes_for = :for, votes_against = :against, votes_abstain = :abstain,
                legality = :legality, conflicts = :conflicts, version = version + 1
            where id = :id
            """)
                .param("id", id.value())
                .param("carried", carried)
                .param("at", outcome.at().atOffset(ZoneOffset.UTC))
                .param("by", outcome.by())
                .param("part", outcome.partTaken())
                .param("needed", outcome.needed())
                .param("for", outcome.votesFor())
                .param("against", outcome.against())
                .param("abstain", outcome.abstain())
                .param("legality", outcome.legality())
                .param("conflicts", outcome.conflicts())
                .update();
    }

    /** Whether it stood until now. */
    boolean supersede(DecisionId id) {
        return jdbc.sql("update decision set state = 'SUPERSEDED', version = version + 1 where id = :id and carried and"
                                + " state in ('DECIDED', 'IMPLEMENTED', 'REVIEWED')")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void implemented(DecisionId id, Instant at) {
        jdbc.sql("update decision set state = 'IMPLEMENTED', implemented_at = :at, version = version + 1 where"
                        + " id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void reviewed(DecisionId id, String review) {
        jdbc.sql("update decision set state = 'REVIEWED', review = :review, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("review", review)
                .update();
    }

    List<Vote> votes(DecisionId id) {
        return jdbc.sql("""
            select v.*, coalesce(a.name, m.person_name) || ', ' || coalesce(o.name, m.organisation_name) as who
            from decision_vote v join board_membership m on m.id = v.membership_id left join account a on a.id = m.account_id
                left join organisation o on o.id = m.organisation_id
            where v.decision_id = :id order by lower(coalesce(o.name, m.organisation_name)), m.id
            """)
                .param("id", id.value())
                .query((row, number) -> new Vote(
                        new MembershipId(row.getObject("membership_id", UUID.class)),
                        Vote.Answer.valueOf(row.getString("vote")),
                        row.getString("dissent"),
                        row.getString("who"),
                        row.getString("cast_by"),
                        row.getTimestamp("cast_at").toInstant()))
                .list();
    }

    /** Whether the seat had no vote until now. */
    boolean vote(
            DecisionId id, MembershipId member, Vote.Answer answer, @Nullable String dissent, String by, Instant at) {
        return jdbc.sql("""
            insert into decision_vote (decision_id, membership_id, vote, dissent, cast_by, cast_at)
            values (:id, :member, :vote, :dissent, :by, :at) on conflict (decision_id, membership_id) do nothing
            """)
                        .param("id", id.value())
                        .param("member", member.value())
                        .param("vote", answer.name())
                        .param("dissent", dissent)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** An interest in a decision made outside a meeting. */
    record Declared(MembershipId member, String who, String words, Declarer declaredBy) {}

    List<Declared> interests(DecisionId id) {
        return jdbc.sql("""
            select i.*, coalesce(a.name, m.person_name) || ', ' || coalesce(o.name, m.organisation_name) as who
            from decision_interest i join board_membership m on m.id = i.membership_id
                left join account a on a.id = m.account_id left join organisation o on o.id = m.organisation_id
            where i.decision_id = :id order by i.declared_at
            """)
                .param("id", id.value())
                .query(DecisionRows::declared)
                .list();
    }

    private static Declared declared(ResultSet row, int number) throws SQLException {
        @Nullable UUID account = row.getObject("declared_by_id", UUID.class);
        return new Declared(
                new MembershipId(row.getObject("membership_id", UUID.class)),
                row.getString("who"),
                row.getString("words"),
                new Declarer(account == null ? null : new AccountId(account), row.getString("declared_by")));
    }

    boolean declare(DecisionId id, MembershipId member, String words, Declarer by, Instant at) {
        return jdbc.sql("""
            insert into decision_interest (decision_id, membership_id, words, declared_at, declared_by, declared_by_id)
            values (:id, :member, :words, :at, :by, :account) on conflict do nothing
            """)
                        .param("id", id.value())
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

    void takeBack(DecisionId id, MembershipId member) {
        jdbc.sql("delete from decision_interest where decision_id = :id and membership_id = :member")
                .param("id", id.value())
                .param("member", member.value())
                .update();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        @Nullable UUID item = row.getObject("item_id", UUID.class);
        @Nullable UUID supersedes = row.getObject("supersedes_id", UUID.class);
        @Nullable UUID successor = row.getObject("successor_id", UUID.class);
        var decidedAt = instant(row, "decided_at");
        return new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("board_name"),
                row.getInt("number"),
                item == null ? null : new AgendaItemId(item),
                row.getBoolean("restricted"),
                DecisionState.valueOf(row.getString("state")),
                new Decision.Words(
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("options"),
                        row.getString("rationale")),
                Protocol.valueOf(row.getString("protocol")),
                row.getObject("terms_id", UUID.class),
                row.getObject("clause_id", UUID.class),
                row.getObject("look_again_on", LocalDate.class),
                supersedes == null ? null : new DecisionId(supersedes),
                row.getObject("supersedes_number", Integer.class),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                instant(row, "circulated_at"),
                row.getBoolean("written"),
                row.getObject("deadline", LocalDate.class),
                row.getObject("carried", Boolean.class),
                decidedAt == null
                        ? null
                        : new Decision.Outcome(
                                decidedAt,
                                row.getString("decided_by"),
                                row.getInt("part_taken"),
                                row.getInt("quorum_needed"),
                                row.getInt("votes_for"),
                                row.getInt("votes_against"),
                                row.getInt("votes_abstain"),
                                row.getString("legality"),
                                row.getString("conflicts")),
                row.getString("reason"),
                instant(row, "implemented_at"),
                row.getString("review"),
                successor == null ? null : new DecisionId(successor),
                row.getObject("successor_number", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
