package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.Organisations;
import uk.slipway.region.RegionCode;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Boards for reading: everybody who has signed in sees what a board is and who sits on it, its members what it does. */
@UseCase(readOnly = true)
class ShowBoards {

    private static final Words WORDS = new Words();
    /** A term that ends within so many days is for the review. */
    private static final int SOON = 90;
    /** So many of the latest events are read at once; those before them on request. */
    private static final int LATEST = 6;

    private final Boards boards;
    private final BoardRows rows;
    private final LocalAuthorities authorities;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final ObjectProvider<OnBoardPage> parts;
    private final ObjectProvider<AttendanceOnBoards> attendance;

    ShowBoards(
            Boards boards,
            BoardRows rows,
            LocalAuthorities authorities,
            Organisations organisations,
            AuditTrail trail,
            ObjectProvider<OnBoardPage> parts,
            ObjectProvider<AttendanceOnBoards> attendance) {
        this.boards = boards;
        this.rows = rows;
        this.authorities = authorities;
        this.organisations = organisations;
        this.trail = trail;
        this.parts = parts;
        this.attendance = attendance;
    }

    LocalDate today() {
        return boards.today();
    }

    Board board(BoardId id) {
        return boards.get(id);
    }

    /** Five statements, whatever the number of boards. */
    BoardPages.ListPage list(Viewer viewer) {
        RegionCode region = viewer.region() == null ? RegionCode.NORTH_WEST : viewer.region();
        var all = boards.of(region);
        var sizes = boards.sizes();
        var areas = boards.areas(region, today());
        var sits = boards.sittingOn(viewer);
        var tree = new ArrayList<BoardPages.Row>();
        var known = all.stream().map(Board::id).collect(Collectors.toSet());
        all.stream()
                .filter(board -> board.parent() == null || !known.contains(board.parent()))
                .forEach(top -> grow(tree, top, 0, all, sizes, areas));
        boolean clerk = viewer.is(Role.PARTNERSHIP_COORDINATOR);
        return new BoardPages.ListPage(
                title(authorities.region(region).name()),
                sits.stream().map(board -> row(board, 0, sizes, areas)).toList(),
                tree,
                clerk,
                all.isEmpty());
    }

    /** "Boards of the North West", "Boards of Yorkshire and The Humber". */
    private static String title(String region) {
        return "Boards of " + (region.matches("(North|South|East|West) .*") ? "the " : "") + region;
    }

    private void grow(
            List<BoardPages.Row> tree,
            Board board,
            int depth,
            List<Board> all,
            Map<BoardId, Integer> sizes,
            Map<BoardId, java.util.Set<LocalAuthorityId>> areas) {
        if (tree.size() > 300) {
            return;
        }
        tree.add(row(board, Math.min(depth, 3), sizes, areas));
        all.stream()
                .filter(one -> board.id().equals(one.parent()))
                .forEach(below -> grow(tree, below, depth + 1, all, sizes, areas));
    }

    private BoardPages.Row row(
            Board board, int depth, Map<BoardId, Integer> sizes, Map<BoardId, java.util.Set<LocalAuthorityId>> areas) {
        var area = areas.getOrDefault(board.id(), java.util.Set.of());
        return new BoardPages.Row(
                board.id().value(),
                board.name(),
                board.kind().inWords(),
                depth,
                area.size() > 8
                        ? WORDS.count(area.size(), "local authority", "local authorities")
                        : WORDS.list(area.stream()
                                .map(id -> authorities.get(id).name())
                                .sorted()
                                .toList()),
                Integer.toString(sizes.getOrDefault(board.id(), 0)),
                ended(board));
    }

    private @Nullable String ended(Board board) {
        if (board.span().contains(today())) {
            return null;
        }
        return board.span().from().isAfter(today())
                ? "Begins on " + WORDS.shortDate(board.span().from())
                : "Ended on " + WORDS.shortDate(board.span().until());
    }

    BoardPages.BoardPage page(Viewer viewer, BoardId id) {
        var board = boards.get(id);
        boolean clerk = Boards.clerks(viewer, board);
        boolean business = boards.maySeeBusiness(viewer, id);
        var members = boards.members(id, today());
        var region = boards.of(board.region());
        var terms = boards.termsOn(id, today());
        var area = boards.area(id).stream()
                .filter(place ->
                        place.span().until() == null || !place.span().until().isBefore(today()))
                .toList();
        var since = sinceWhen(area);
        var history = business ? history(id) : List.<TimelineEntry>of();
        var coming = boards.latestTerms(id)
                .filter(latest ->
                        terms.isEmpty() || latest.number() > terms.orElseThrow().number());
        return new BoardPages.BoardPage(
                id.value(),
                board.name(),
                board.kind().inWords(),
                board.purpose(),
                ended(board),
                region.stream()
                        .filter(up -> up.id().equals(board.parent()))
                        .map(ShowBoards::crumb)
                        .findFirst()
                        .orElse(null),
                region.stream()
                        .filter(below -> id.equals(below.parent()))
                        .map(ShowBoards::crumb)
                        .toList(),
                clerk,
                business,
                members.stream()
                        .filter(seat -> viewer.account().equals(seat.account()))
                        .map(seat -> "You sit on this board: "
                                + seat.role().inWords().toLowerCase(java.util.Locale.UK) + ", "
                                + seat.organisationName() + ".")
                        .findFirst()
                        .orElse(null),
                area.stream()
                        .map(place -> new BoardPages.Place(
                                place.name(), place.span().equals(since) ? null : days(place.span())))
                        .toList(),
                since == null
                        ? null
                        : "Since " + WORDS.shortDate(since.from())
                                + (area.stream().allMatch(place -> place.span().equals(since))
                                        ? "."
                                        : ", where nothing else is said."),
                terms.map(ShowBoards::terms).orElse(null),
                coming.map(next ->
                                "Version " + next.number() + " is in force from " + WORDS.shortDate(next.from()) + ".")
                        .orElse(null),
                members.stream().map(ShowBoards::row).toList(),
                parts.orderedStream().map(part -> part.of(viewer, id, business)).toList(),
                history.stream().limit(LATEST).toList(),
                history.stream().skip(LATEST).toList(),
                List.of(
                        "Everybody who has signed in sees what the board is for, who sits on it, and its public"
                                + " record.",
                        "Agendas, papers and draft minutes are for its members and the regional team.",
                        "Restricted items are for its voting members and the co-ordinator."),
                BoardPages.CRUMBS);
    }

    /** The days that most of an area shares, where they go on and more than one place does; else null. */
    private @Nullable DateSpan sinceWhen(List<Boards.InArea> area) {
        return area.stream()
                .map(Boards.InArea::span)
                .filter(span -> span.until() == null && !span.from().isAfter(today()))
                .collect(Collectors.groupingBy(span -> span, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(shared -> shared.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private List<TimelineEntry> history(BoardId id) {
        return trail.of(Board.refOf(id)).stream()
                .limit(40)
                .map(entry -> new TimelineEntry(
                        WORDS.moment(entry.at()),
                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                        entry.who() + " " + entry.what()))
                .toList();
    }

    private @Nullable String days(DateSpan span) {
        if (span.from().isAfter(today())) {
            return "from " + WORDS.shortDate(span.from());
        }
        return span.until() == null
                ? "since " + WORDS.shortDate(span.from())
                : "until " + WORDS.shortDate(span.until());
    }

    private static BoardPages.TermsView terms(Terms terms) {
        return new BoardPages.TermsView(
                "Version " + terms.number() + ", in force from " + WORDS.shortDate(terms.from()),
                terms.quorumInWords() + ".",
                terms.protocols().entrySet().stream()
                        .map(entry -> new BoardPages.ProtocolView(
                                entry.getKey().inWords() + (entry.getKey() == terms.usual() ? " (the usual way)" : ""),
                                entry.getValue()))
                        .toList(),
                terms.remit().stream().map(Terms.Clause::words).toList(),
                terms.conflictRule());
    }

    private static BoardPages.SeatRow row(Seat seat) {
        return new BoardPages.SeatRow(
                seat.id().value(),
                seat.person(),
                seat.organisationName(),
                seat.memberTypeName(),
                seat.role().inWords(),
                seat.voting() ? (seat.role() == BoardRole.DEPUTY ? "When standing in" : "Yes") : "No",
                WORDS.shortDate(seat.term().from())
                        + (seat.term().until() == null
                                ? ", no end"
                                : " to " + WORDS.shortDate(seat.term().until())),
                seat.left() ? "Has left: the account is closed" : null);
    }

    static Crumb crumb(Board board) {
        return new Crumb(board.name(), "/boards/" + board.id().value());
    }

    static List<Crumb> crumbs(Board board) {
        return List.of(BoardPages.CRUMBS.getFirst(), crumb(board));
    }

    /** The form of a new board, or of one that the viewer is clerk of. */
    BoardPages.FormPage boardForm(Viewer viewer, @Nullable BoardId id) {
        var region = viewer.region() == null ? RegionCode.NORTH_WEST : viewer.region();
        var board = id == null ? null : clerked(viewer, id);
        var parents = boards.of(region).stream()
                .filter(one -> !one.id().equals(id))
                .map(one -> Option.of(one.id().value().toString(), one.name()))
                .toList();
        return form(
                board == null ? "Add a board" : "Change " + board.name(),
                board == null ? "/boards/new" : "/boards/" + board.id().value() + "/change",
                board,
                new Offers(options(BoardKind.values(), BoardKind::inWords), parents, List.of(), List.of(), List.of()),
                List.of(),
                "");
    }

    BoardPages.FormPage areaForm(Viewer viewer, BoardId id) {
        var board = clerked(viewer, id);
        return form(
                "Area of " + board.name(),
                "/boards/" + id.value() + "/area",
                board,
                new Offers(List.of(), List.of(), places(board), List.of(), List.of()),
                List.of(),
                "");
    }

    private List<Option> places(Board board) {
        var today = today();
        return organisations.in(board.region()).stream()
                .filter(one -> one.existsOn(today))
                .filter(one -> one.kind() == OrganisationKind.LOCAL_AUTHORITY || one.kind() == OrganisationKind.DIOCESE)
                .sorted(java.util.Comparator.comparing(one -> one.kind() != OrganisationKind.LOCAL_AUTHORITY))
                .map(one -> Option.of(
                        one.id().value().toString(),
                        authorities
                                .find(new LocalAuthorityId(one.id().value()))
                                .map(authority -> authority.label())
                                .orElse(one.name())))
                .toList();
    }

    /** The form of a board's area as it is, from today on. */
    BoardForms.AreaForm area(BoardId id) {
        return new BoardForms.AreaForm(
                Long.toString(rows.areaVersion(id)),
                boards.area(id).stream()
                        .filter(place -> place.span().until() == null)
                        .map(place -> place.organisation().value().toString())
                        .toList(),
                DateParts.of(today()));
    }

    List<MemberType> types(Viewer viewer, BoardId id) {
        return usable(clerked(viewer, id));
    }

    @Nullable
    Terms latestTerms(BoardId id) {
        return boards.latestTerms(id).orElse(null);
    }

    private List<MemberType> usable(Board board) {
        return boards.memberTypes(board.region()).stream()
                .filter(type -> type.ends() == null || !type.ends().isBefore(today()))
                .toList();
    }

    BoardPages.FormPage termsForm(Viewer viewer, BoardId id, BoardForms.TermsForm typed) {
        var board = clerked(viewer, id);
        var minimums = new ArrayList<BoardPages.MinimumLine>();
        for (var type : usable(board)) {
            minimums.add(
                    new BoardPages.MinimumLine(type.id(), type.name(), typed.minimumOf(type.id()), minimums.size()));
        }
        return form(
                "Terms of " + board.name(),
                "/boards/" + id.value() + "/terms",
                board,
                new Offers(List.of(), List.of(), List.of(), List.of(), List.of()),
                minimums,
                "A version that has been set does not change. Setting another keeps the one before it, and decisions"
                        + " go on quoting the version they were made under.");
    }

    BoardPages.FormPage seatForm(Viewer viewer, BoardId id, @Nullable MembershipId seat) {
        var board = clerked(viewer, id);
        var member = seat == null ? null : boards.seat(id, seat);
        var today = today();
        return form(
                member == null ? "Add a member of " + board.name() : member.person() + " on " + board.name(),
                "/boards/" + id.value() + "/members/"
                        + (member == null ? "new" : member.id().value()),
                board,
                new Offers(
                        List.of(),
                        List.of(),
                        organisations.in(board.region()).stream()
                                .filter(one -> one.existsOn(today))
                                .map(one -> Option.of(one.id().value().toString(), one.name()))
                                .toList(),
                        boards.memberTypes(board.region()).stream()
                                .filter(type -> type.isUsedOn(today)
                                        || member != null && type.id().equals(member.memberType()))
                                .map(type -> Option.of(type.id().toString(), type.name()))
                                .toList(),
                        options(BoardRole.values(), BoardRole::inWords)),
                List.of(),
                "");
    }

    /** The form of a seat as it is; 404 where the viewer is not the board's clerk. */
    BoardForms.SeatForm seat(Viewer viewer, BoardId id, MembershipId seat) {
        clerked(viewer, id);
        return BoardForms.SeatForm.of(boards.seat(id, seat));
    }

    private record Offers(
            List<Option> kinds,
            List<Option> parents,
            List<Option> organisations,
            List<Option> types,
            List<Option> roles) {}

    private static BoardPages.FormPage form(
            String title,
            String action,
            @Nullable Board board,
            Offers offers,
            List<BoardPages.MinimumLine> minimums,
            String lead) {
        return new BoardPages.FormPage(
                title,
                action,
                offers.kinds(),
                offers.parents(),
                offers.organisations(),
                minimums,
                options(Protocol.values(), Protocol::inWords),
                offers.types(),
                offers.roles(),
                lead,
                board == null ? BoardPages.CRUMBS : crumbs(board));
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, java.util.function.Function<E, String> words) {
        return java.util.Arrays.stream(values)
                .map(value -> Option.of(value.name(), words.apply(value)))
                .toList();
    }

    /** The gaps of a board: what its members and the co-ordinator look at once a year. */
    BoardPages.ReviewPage review(Viewer viewer, BoardId id) {
        var board = boards.requireBusiness(viewer, id);
        var today = today();
        var members = boards.members(id, today);
        var everybody = boards.everyMember(id);
        var types = usable(board).stream()
                .filter(type -> type.isUsedOn(today) && !type.name().equals(MemberType.OTHER))
                .filter(type ->
                        members.stream().noneMatch(seat -> seat.memberType().equals(type.id())))
                .map(MemberType::name)
                .toList();
        var places = boards.area(id).stream()
                .filter(place -> place.span().contains(today))
                .filter(place ->
                        members.stream().noneMatch(seat -> place.organisation().equals(seat.organisation())))
                .map(Boards.InArea::name)
                .toList();
        var ending = everybody.stream()
                .filter(seat -> seat.term().until() != null
                        && !seat.term().until().isBefore(today.minusDays(SOON))
                        && !seat.term().until().isAfter(today.plusDays(SOON)))
                .sorted(java.util.Comparator.comparing(
                        seat -> Objects.requireNonNull(seat.term().until())))
                .map(seat -> new BoardPages.EndingRow(
                        seat.id().value(),
                        seat.name() + ", " + seat.role().inWords(),
                        WORDS.date(seat.term().until()),
                        Objects.requireNonNull(seat.term().until()).isBefore(today)))
                .toList();
        var left = members.stream().filter(Seat::left).map(Seat::name).toList();
        var came = new HashMap<MembershipId, AttendanceOnBoards.Attended>();
        attendance.ifAvailable(asked -> came.putAll(asked.of(id)));
        int gaps = types.size() + places.size() + left.size();
        return new BoardPages.ReviewPage(
                id.value(),
                "Review of membership: " + board.name(),
                gaps == 0
                        ? "Every member type, authority and diocese of the board is represented."
                        : WORDS.count(types.size(), "member type has", "member types have") + " no member and "
                                + WORDS.count(places.size(), "authority or diocese is", "authorities or dioceses are")
                                + " not represented.",
                types,
                places,
                ending,
                left,
                members.stream()
                        .filter(seat -> seat.role().isASeat())
                        .map(seat -> new BoardPages.AttendanceRow(
                                seat.name(), seat.role().inWords(), words(came.get(seat.id()))))
                        .toList(),
                Boards.clerks(viewer, board),
                crumbs(board));
    }

    private static String words(AttendanceOnBoards.@Nullable Attended attended) {
        return attended == null || attended.held() == 0
                ? "No meeting held in the last year"
                : attended.attended() + " of " + WORDS.count(attended.held(), "meeting", "meetings");
    }

    BoardPages.TypesPage typesPage(Viewer viewer) {
        var region = viewer.region() == null ? RegionCode.NORTH_WEST : viewer.region();
        var types = boards.memberTypes(region);
        return new BoardPages.TypesPage(
                "Member types",
                types.stream()
                        .map(type -> new BoardPages.TypeRow(
                                type.name(),
                                (type.starts() == null ? "" : "from " + WORDS.shortDate(type.starts()))
                                        + (type.ends() == null
                                                ? type.starts() == null ? "Yes" : ""
                                                : " until " + WORDS.shortDate(type.ends())),
                                type.follows() == null ? "Nothing" : type.follows(),
                                type.source() == null ? "" : type.source()))
                        .toList(),
                types.stream()
                        .filter(type -> type.ends() == null)
                        .map(type -> Option.of(type.id().toString(), type.name()))
                        .toList(),
                BoardPages.CRUMBS);
    }

    private Board clerked(Viewer viewer, BoardId id) {
        var board = boards.get(id);
        if (!Boards.clerks(viewer, board)) {
            throw new NotFound();
        }
        return board;
    }
}
