package uk.slipway.partnership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/**
 * Boards for reading, by this room and those above it; each question is one statement unless it says otherwise. That a
 * board exists, what it is for and who sits on it is known to everybody who has signed in; its business is not.
 */
@Component
public class Boards {

    private static final String SEAT = """
        select m.*, coalesce(a.name, m.person_name) as person, a.email, a.closed_on is not null as has_left,
               coalesce(o.name, m.organisation_name) as organisation, t.name as type_name
        from board_membership m join board_member_type t on t.id = m.member_type_id
            left join account a on a.id = m.account_id left join organisation o on o.id = m.organisation_id
        """;

    private static final String IN_ORDER = """

        order by case m.role when 'CHAIR' then 1 when 'VICE_CHAIR' then 2 when 'MEMBER' then 3 when 'DEPUTY' then 4
            when 'ADVISER' then 5 else 6 end, lower(coalesce(o.name, m.organisation_name)), m.id limit 300\
        """;

    private final JdbcClient jdbc;
    private final BoardSight sight;
    private final Clock clock;

    Boards(JdbcClient jdbc, BoardSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /** The board with this id, also one that has ended. */
    public Optional<Board> find(BoardId id) {
        return jdbc.sql("select b.* from board b where b.id = :id")
                .param("id", id.value())
                .query(Boards::board)
                .optional();
    }

    /** @throws NotFound when there is none */
    public Board get(BoardId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Every board of a region, also those that have ended: the regional one first, by name within a kind. */
    public List<Board> of(RegionCode region) {
        return jdbc.sql("select b.* from board b where b.region_code = :region order by" + BY_KIND)
                .param("region", region.value())
                .query(Boards::board)
                .list();
    }

    /** The boards whose business the viewer sees: those they sit on today, and all of the region for its team. */
    public List<Board> seenBy(Viewer viewer) {
        return jdbc.sql("select b.* from board b where " + sight.business("b.id") + " order by" + BY_KIND)
                .params(sight.parameters(viewer))
                .query(Boards::board)
                .list();
    }

    /** The boards that the viewer sits on today, in whatever role. */
    public List<Board> sittingOn(Viewer viewer) {
        return jdbc.sql("select b.* from board b where exists (select 1 from board_membership m where m.board_id = b.id"
                        + " and m.account_id = :account and m.starts_on <= :today and (m.ends_on is null or m.ends_on"
                        + " >= :today)) order by" + BY_KIND)
                .param("account", viewer.account().value())
                .param("today", today())
                .query(Boards::board)
                .list();
    }

    /** Whether the viewer chairs the board today, as chair or vice chair. */
    public boolean mayChair(Viewer viewer, BoardId board) {
        return seatOf(viewer, board)
                .filter(seat -> seat.role() == BoardRole.CHAIR || seat.role() == BoardRole.VICE_CHAIR)
                .isPresent();
    }

    /** Whether the viewer keeps the board's agenda and minutes: its clerk, its chair or vice chair. */
    public boolean mayKeep(Viewer viewer, BoardId board) {
        return asked(viewer, board, sight.keeps("b.id"));
    }

    /** Whether the viewer is the board's clerk: the partnership co-ordinator of its regional team. */
    public boolean mayClerk(Viewer viewer, BoardId board) {
        return find(board).filter(found -> clerks(viewer, found)).isPresent();
    }

    /** Whether the viewer is clerk of a board that has been read. */
    public static boolean clerks(Viewer viewer, Board board) {
        return viewer.is(uk.slipway.accounts.Role.PARTNERSHIP_COORDINATOR)
                && viewer.organisation().equals(board.owner());
    }

    /** Whether the viewer sees the board's business. */
    public boolean maySeeBusiness(Viewer viewer, BoardId board) {
        return asked(viewer, board, sight.business("b.id"));
    }

    /** Whether the viewer sees what is restricted to the board's voting members. */
    public boolean maySeeRestricted(Viewer viewer, BoardId board) {
        return asked(viewer, board, sight.restricted("b.id"));
    }

    /** @throws NotFound when the board's business is not the viewer's to see */
    public Board requireBusiness(Viewer viewer, BoardId board) {
        if (!maySeeBusiness(viewer, board)) {
            throw new NotFound();
        }
        return get(board);
    }

    /**
     * @throws NotFound when the board's business is not the viewer's to see
     * @throws NotYours when it is, and they do not keep its agenda and minutes
     */
    public Board requireKeeper(Viewer viewer, BoardId board) {
        var found = requireBusiness(viewer, board);
        if (!mayKeep(viewer, board)) {
            throw new NotYours();
        }
        return found;
    }

    private boolean asked(Viewer viewer, BoardId board, String predicate) {
        return jdbc.sql("select exists (select 1 from board b where b.id = :board and " + predicate + ")")
                .params(sight.parameters(viewer))
                .param("board", board.value())
                .query(Boolean.class)
                .single();
    }

    /** The viewer's own seat on the board today: the one with most to say where they have several. */
    public Optional<Seat> seatOf(Viewer viewer, BoardId board) {
        return members(board, today()).stream()
                .filter(seat -> viewer.account().equals(seat.account()))
                .findFirst();
    }

    /** Who sits on a board on a day: the chair first, then by organisation. At most 300. */
    public List<Seat> members(BoardId board, LocalDate day) {
        return jdbc.sql(SEAT + " where m.board_id = :board and m.starts_on <= :day and (m.ends_on is null or m.ends_on"
                        + " >= :day)" + IN_ORDER)
                .param("board", board.value())
                .param("day", day)
                .query(Boards::seat)
                .list();
    }

    /** Everybody who sits, has sat or will sit on a board, in the same order. */
    public List<Seat> everyMember(BoardId board) {
        return jdbc.sql(SEAT + " where m.board_id = :board" + IN_ORDER)
                .param("board", board.value())
                .query(Boards::seat)
                .list();
    }

    /** These seats by id, also those whose term is over. */
    public Map<MembershipId, Seat> seats(java.util.Collection<MembershipId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<MembershipId, Seat>();
        jdbc.sql(SEAT + " where m.id in (:ids)" + IN_ORDER)
                .param("ids", ids.stream().map(MembershipId::value).toList())
                .query(Boards::seat)
                .list()
                .forEach(seat -> found.put(seat.id(), seat));
        return found;
    }

    Seat seat(BoardId board, MembershipId id) {
        return jdbc.sql(SEAT + " where m.board_id = :board and m.id = :id")
                .param("board", board.value())
                .param("id", id.value())
                .query(Boards::seat)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The authorities that a board is for on a day; a sub-region is this list and nothing else. */
    public List<LocalAuthorityId> areaOf(BoardId board, LocalDate day) {
        return area(board).stream()
                .filter(place -> place.authority() && place.span().contains(day))
                .map(place -> new LocalAuthorityId(place.organisation().value()))
                .toList();
    }

    /** The authorities of several boards on a day; a board without any has no entry. */
    public Map<BoardId, Set<LocalAuthorityId>> areas(RegionCode region, LocalDate day) {
        var areas = new HashMap<BoardId, Set<LocalAuthorityId>>();
        jdbc.sql("select x.board_id, x.organisation_id from board_area x join board b on b.id = x.board_id"
                        + " join local_authority l on l.id = x.organisation_id where b.region_code = :region"
                        + " and x.starts_on <= :day and (x.ends_on is null or x.ends_on >= :day)")
                .param("region", region.value())
                .param("day", day)
                .query((row, number) -> areas.computeIfAbsent(
                                new BoardId(row.getObject("board_id", UUID.class)), any -> new HashSet<>())
                        .add(new LocalAuthorityId(row.getObject("organisation_id", UUID.class))))
                .list();
        return areas;
    }

    /** An authority or a diocese that a board is for, from a day. */
    record InArea(OrganisationId organisation, String name, boolean authority, DateSpan span) {}

    /** Everything that is or was in a board's area, by name. */
    List<InArea> area(BoardId board) {
        return jdbc.sql("select x.*, o.name, o.kind = 'LOCAL_AUTHORITY' as authority from board_area x"
                        + " join organisation o on o.id = x.organisation_id where x.board_id = :board"
                        + " order by o.kind <> 'LOCAL_AUTHORITY', lower(o.name), x.starts_on limit 500")
                .param("board", board.value())
                .query((row, number) -> new InArea(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("authority"),
                        span(row)))
                .list();
    }

    /** How many sit on each board of a region today. */
    Map<BoardId, Integer> sizes() {
        var sizes = new HashMap<BoardId, Integer>();
        jdbc.sql("select board_id, count(*) as members from board_membership where starts_on <= :today and (ends_on is"
                        + " null or ends_on >= :today) group by board_id")
                .param("today", today())
                .query((row, number) ->
                        sizes.put(new BoardId(row.getObject("board_id", UUID.class)), row.getInt("members")))
                .list();
        return sizes;
    }

    /** The terms in force on a day; empty where the board has agreed none by then. Four statements. */
    public Optional<Terms> termsOn(BoardId board, LocalDate day) {
        return jdbc.sql("select t.* from board_terms t where t.board_id = :board and t.starts_on <= :day"
                        + " order by t.starts_on desc, t.number desc limit 1")
                .param("board", board.value())
                .param("day", day)
                .query(this::termsRow)
                .optional();
    }

    /** A version by its id, as a decision refers to it. Four statements. */
    public Optional<Terms> terms(UUID id) {
        return jdbc.sql("select t.* from board_terms t where t.id = :id")
                .param("id", id)
                .query(this::termsRow)
                .optional();
    }

    /** The version that was made last, in force or not yet. Four statements. */
    public Optional<Terms> latestTerms(BoardId board) {
        return jdbc.sql("select t.* from board_terms t where t.board_id = :board order by t.number desc limit 1")
                .param("board", board.value())
                .query(this::termsRow)
                .optional();
    }

    /** The member types of a region, in order of use, those of former days too. */
    List<MemberType> memberTypes(RegionCode region) {
        return jdbc.sql("select t.*, f.name as follows from board_member_type t left join board_member_type f on f.id ="
                        + " t.follows_id where t.region_code = :region order by t.name = 'Other', t.id limit 200")
                .param("region", region.value())
                .query((row, number) -> new MemberType(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("follows"),
                        row.getString("source")))
                .list();
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }

    private static final String BY_KIND =
            " case b.kind when 'REGIONAL' then 1 when 'SUB_REGIONAL' then 2 else 3 end, lower(b.name), b.id limit 300";

    private Terms termsRow(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var protocols = new EnumMap<Protocol, String>(Protocol.class);
        jdbc.sql("select protocol, words from board_protocol where terms_id = :id")
                .param("id", id)
                .query((one, any) -> protocols.put(Protocol.valueOf(one.getString("protocol")), one.getString("words")))
                .list();
        return new Terms(
                id,
                row.getInt("number"),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("quorum"),
                jdbc.sql("select p.*, t.name from board_quorum_part p join board_member_type t on t.id ="
                                + " p.member_type_id where p.terms_id = :id order by lower(t.name), t.id")
                        .param("id", id)
                        .query((one, any) -> new Terms.Part(
                                one.getObject("member_type_id", UUID.class),
                                one.getString("name"),
                                one.getInt("minimum")))
                        .list(),
                Protocol.valueOf(row.getString("usual_protocol")),
                protocols,
                jdbc.sql("select * from board_remit_clause where terms_id = :id order by number")
                        .param("id", id)
                        .query((one, any) -> new Terms.Clause(
                                one.getObject("id", UUID.class), one.getInt("number"), one.getString("words")))
                        .list(),
                row.getString("conflict_rule"));
    }

    private static Board board(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new Board(
                new BoardId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new RegionCode(row.getString("region_code")),
                new OrganisationId(row.getObject("owner_organisation_id", UUID.class)),
                parent == null ? null : new BoardId(parent),
                BoardKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("purpose"),
                span(row));
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        @Nullable UUID account = row.getObject("account_id", UUID.class);
        @Nullable UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Seat(
                new MembershipId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new BoardId(row.getObject("board_id", UUID.class)),
                row.getString("person"),
                account == null ? null : new AccountId(account),
                row.getString("email"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("organisation"),
                row.getObject("member_type_id", UUID.class),
                row.getString("type_name"),
                BoardRole.valueOf(row.getString("role")),
                row.getBoolean("voting"),
                span(row),
                row.getBoolean("has_left"));
    }

    private static DateSpan span(ResultSet row) throws SQLException {
        return new DateSpan(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
    }
}
