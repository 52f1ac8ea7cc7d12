package uk.slipway.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** The tables of boards, for writing. */
@Component
class BoardRows {

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else changes this board, its terms or its members until the transaction ends. */
    void hold(BoardId board) {
        jdbc.sql("select id from board where id = :id for update")
                .param("id", board.value())
                .query((row, number) -> number)
                .list();
    }

    /** Whether it was added now. */
    boolean add(BoardId id, RegionCode region, OrganisationId owner, KeepBoards.BoardTyped typed) {
        return jdbc.sql("""
            insert into board (id, version, region_code, owner_organisation_id, parent_id, kind, name, purpose, starts_on, ends_on)
            values (:id, 0, :region, :owner, :parent, :kind, :name, :purpose, :starts, :ends) on conflict do nothing
            """)
                        .param("id", id.value())
                        .param("region", region.value())
                        .param("owner", owner.value())
                        .param(
                                "parent",
                                typed.parent() == null ? null : typed.parent().value())
                        .param("kind", typed.kind().name())
                        .param("name", typed.name())
                        .param("purpose", typed.purpose())
                        .param("starts", typed.from())
                        .param("ends", typed.until())
                        .update()
                == 1;
    }

    void change(BoardId id, KeepBoards.BoardTyped typed) {
        jdbc.sql("""
            update board set parent_id = :parent, kind = :kind, name = :name, purpose = :purpose, starts_on = :starts,
                ends_on = :ends, version = version + 1 where id = :id
            """)
                .param("id", id.value())
                .param("parent", typed.parent() == null ? null : typed.parent().value())
                .param("kind", typed.kind().name())
                .param("name", typed.name())
                .param("purpose", typed.purpose())
                .param("starts", typed.from())
                .param("ends", typed.until())
                .update();
    }

    /** How often a board's area was changed: for the form that changes it. */
    long areaVersion(BoardId board) {
        return jdbc.sql("select area_version from board where id = :id")
                .param("id", board.value())
                .query(Long.class)
                .single();
    }

    void areaChanged(BoardId board) {
        jdbc.sql("update board set area_version = area_version + 1 where id = :id")
                .param("id", board.value())
                .update();
    }

    void join(BoardId board, OrganisationId organisation, LocalDate from) {
        jdbc.sql("""
            insert into board_area (id, board_id, organisation_id, starts_on) values (:id, :board, :organisation, :from)
            on conflict (board_id, organisation_id, starts_on) do update set ends_on = null
            """)
                .param("id", Uuid7.next())
                .param("board", board.value())
                .param("organisation", organisation.value())
                .param("from", from)
                .update();
    }

    /** Ends what is open; what would have begun later, or on that day, never was. */
    void leave(BoardId board, OrganisationId organisation, LocalDate from) {
        jdbc.sql("delete from board_area where board_id = :board and organisation_id = :organisation and starts_on >="
                        + " :from")
                .param("board", board.value())
                .param("organisation", organisation.value())
                .param("from", from)
                .update();
        jdbc.sql("update board_area set ends_on = :last where board_id = :board and organisation_id = :organisation"
                        + " and starts_on < :from and (ends_on is null or ends_on > :last)")
                .param("board", board.value())
                .param("organisation", organisation.value())
                .param("from", from)
                .param("last", from.minusDays(1))
                .update();
    }

    void addTerms(BoardId board, UUID id, int number, KeepBoards.TermsTyped typed, String by, Instant at) {
        jdbc.sql("""
            insert into board_terms (id, board_id, number, starts_on, quorum, usual_protocol, conflict_rule, agreed_by, agreed_at)
            values (:id, :board, :number, :from, :quorum, :usual, :rule, :by, :at)
            """)
                .param("id", id)
                .param("board", board.value())
                .param("number", number)
                .param("from", typed.from())
                .param("quorum", typed.quorum())
                .param("usual", typed.usual().name())
                .param("rule", typed.conflictRule())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (var part : typed.minimums().entrySet()) {
            jdbc.sql("insert into board_quorum_part (terms_id, member_type_id, minimum) values (:id, :type, :minimum)")
                    .param("id", id)
                    .param("type", part.getKey())
                    .param("minimum", part.getValue())
                    .update();
        }
        for (var protocol : typed.protocols().entrySet()) {
            jdbc.sql("insert into board_protocol (terms_id, protocol, words) values (:id, :protocol, :words)")
                    .param("id", id)
                    .param("protocol", protocol.getKey().name())
                    .param("words", protocol.getValue())
                    .update();
        }
        int clause = 0;
        for (var words : typed.remit()) {
            jdbc.sql("insert into board_remit_clause (id, terms_id, number, words) values (:id, :terms,"
                            + " :number, :words)")
                    .param("id", Uuid7.next())
                    .param("terms", id)
                    .param("number", ++clause)
                    .param("words", words)
                    .update();
        }
    }

    boolean hasTerms(UUID id) {
        return jdbc.sql("select exists (select 1 from board_terms where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Adds the types of 2016 where a region has none yet. */
    void firstTypes(RegionCode region) {
        boolean none = jdbc.sql("select not exists (select 1 from board_member_type where region_code = :region)")
                .param("region", region.value())
                .query(Boolean.class)
                .single();
        if (none) {
            MemberType.FIRST.forEach(name -> addType(Uuid7.next(), region, name, null, null, MemberType.OF_2016));
            addType(Uuid7.next(), region, MemberType.OTHER, null, null, null);
        }
    }

    /** Whether it was added now; false where the region has one with this id or name. */
    boolean addType(
            UUID id,
            RegionCode region,
            String name,
            @Nullable LocalDate from,
            @Nullable UUID follows,
            @Nullable String source) {
        return jdbc.sql("""
            insert into board_member_type (id, region_code, name, starts_on, follows_id, source)
            values (:id, :region, :name, :from, :follows, :source) on conflict do nothing
            """)
                        .param("id", id)
                        .param("region", region.value())
                        .param("name", name)
                        .param("from", from)
                        .param("follows", follows)
                        .param("source", source)
                        .update()
                == 1;
    }

    void endType(UUID id, LocalDate last) {
        jdbc.sql("update board_member_type set ends_on = :last where id = :id")
                .param("id", id)
                .param("last", last)
                .update();
    }

    /** Whether it was added now. */
    boolean seat(MembershipId id, BoardId board, KeepMembers.SeatTyped typed) {
        return jdbc.sql("""
            insert into board_membership (id, version, board_id, organisation_id, organisation_name, member_type_id, account_id,
                person_name, role, voting, starts_on, ends_on)
            values (:id, 0, :board, :organisation, :organisationName, :type, :account, :person, :role, :voting, :starts,
                :ends) on conflict do nothing
            """).param("board", board.value()).params(of(id, typed)).update() == 1;
    }

    void change(MembershipId id, KeepMembers.SeatTyped typed) {
        jdbc.sql("""
            update board_membership set organisation_id = :organisation, organisation_name = :organisationName,
                member_type_id = :type, account_id = :account, person_name = :person, role = :role, voting = :voting,
                starts_on = :starts, ends_on = :ends, version = version + 1
            where id = :id
            """).params(of(id, typed)).update();
    }

    private static Map<String, @Nullable Object> of(MembershipId id, KeepMembers.SeatTyped typed) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put(
                "organisation",
                typed.organisation() == null ? null : typed.organisation().value());
        values.put("organisationName", typed.organisationName());
        values.put("type", typed.memberType());
        values.put("account", typed.account() == null ? null : typed.account().value());
        values.put("person", typed.person());
        values.put("role", typed.role().name());
        values.put("voting", typed.voting());
        values.put("starts", typed.term().from());
        values.put("ends", typed.term().until());
        return values;
    }

    /** Whether a board lies somewhere below another. */
    boolean isBelow(BoardId board, BoardId above) {
        return jdbc.sql("""
            with recursive up(id, parent_id) as (
                select id, parent_id from board where id = :board
                union select b.id, b.parent_id from board b join up on b.id = up.parent_id)
            select exists (select 1 from up where id = :above)
            """)
                .param("board", board.value())
                .param("above", above.value())
                .query(Boolean.class)
                .single();
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
