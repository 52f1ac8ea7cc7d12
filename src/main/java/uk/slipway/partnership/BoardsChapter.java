package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.Organisation;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.Organisations;
import uk.slipway.region.RegionCode;

/**
 * A regional board and two sub-regional ones. Whom the two are for is as a published record of 2017/18 names them (Warrington
 * with the Liverpool City Region; Blackpool, Blackburn with Darwen and Lancashire); terms, members and business are examples.
 */
@Component
@Profile("demonstration")
@Order(10)
class BoardsChapter implements Chapter {

    private static final String COORDINATOR = "coordinator@region.example";
    private static final List<String> CITY_REGION =
            List.of("Halton", "Knowsley", "Liverpool", "St. Helens", "Sefton", "Wirral");
    private static final List<String> LANCASHIRE = List.of("Blackburn with Darwen", "Blackpool", "Lancashire");

    private final KeepBoards boards;
    private final KeepMembers members;
    private final Boards read;
    private final Organisations organisations;
    private final Directory directory;

    BoardsChapter(
            KeepBoards boards, KeepMembers members, Boards read, Organisations organisations, Directory directory) {
        this.boards = boards;
        this.members = members;
        this.read = read;
        this.organisations = organisations;
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.BOARDS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (year.isThisYear()) {
            return;
        }
        // Well before the first meeting is called: a weekend or a holiday may move each of these days by some.
        var since = year.day(-90);
        stage.scene(since, COORDINATOR, coordinator -> {
            var exampleton = stage.fictitious(year).getFirst();
            var regional = add(coordinator, null, BoardKind.REGIONAL, "Example regional board", since);
            area(coordinator, regional, 0, since, one -> true);
            seat(coordinator, regional, "board-chair@partner.example", "Diocese", BoardRole.CHAIR, true, since, null);
            seat(
                    coordinator,
                    regional,
                    "director@bolton.example",
                    "Local authority",
                    BoardRole.VICE_CHAIR,
                    true,
                    since,
                    null);
            seat(
                    coordinator,
                    regional,
                    "director@wigan.example",
                    "Local authority",
                    BoardRole.MEMBER,
                    true,
                    since,
                    null);
            seat(
                    coordinator,
                    regional,
                    Stage.email("director", exampleton),
                    "Local authority",
                    BoardRole.MEMBER,
                    true,
                    since,
                    null);
            seat(
                    coordinator,
                    regional,
                    Stage.email("officer", exampleton),
                    "Local authority",
                    BoardRole.DEPUTY,
                    true,
                    since,
                    null);
            seat(
                    coordinator,
                    regional,
                    "board-member@partner.example",
                    "Diocese",
                    BoardRole.MEMBER,
                    true,
                    since,
                    year.today().plusDays(45));
            seat(
                    coordinator,
                    regional,
                    "board-observer@partner.example",
                    "Diocese",
                    BoardRole.OBSERVER,
                    false,
                    since,
                    null);
            named(coordinator, regional, "Example system leader", "Example school", "System leader", since);
            terms(coordinator, regional, since, 4);

            var cityRegion = add(
                    coordinator,
                    regional,
                    BoardKind.SUB_REGIONAL,
                    "Liverpool City Region and Warrington board (example)",
                    since);
            area(coordinator, cityRegion, 0, since, one -> CITY_REGION.contains(one.name()));
            for (var name : List.of("liverpool", "st-helens", "wirral")) {
                seat(
                        coordinator,
                        cityRegion,
                        "director@" + name + ".example",
                        "Local authority",
                        name.equals("liverpool") ? BoardRole.CHAIR : BoardRole.MEMBER,
                        true,
                        since,
                        null);
            }
            seat(
                    coordinator,
                    cityRegion,
                    "board-member@partner.example",
                    "Diocese",
                    BoardRole.MEMBER,
                    true,
                    since,
                    null);
            terms(coordinator, cityRegion, since, 3);

            var lancashire = add(
                    coordinator, regional, BoardKind.SUB_REGIONAL, "Lancashire sub-regional board (example)", since);
            area(coordinator, lancashire, 0, since, one -> LANCASHIRE.contains(one.name()));
            for (var name : List.of("lancashire", "blackpool", "blackburn-with-darwen")) {
                seat(
                        coordinator,
                        lancashire,
                        "director@" + name + ".example",
                        "Local authority",
                        name.equals("lancashire") ? BoardRole.CHAIR : BoardRole.MEMBER,
                        true,
                        since,
                        null);
            }
            terms(coordinator, lancashire, since, 2);
        });
        // Warrington joins later: an area has days.
        stage.scene(year.day(100), COORDINATOR, coordinator -> {
            var board = read.of(RegionCode.NORTH_WEST).stream()
                    .filter(one -> one.name().startsWith("Liverpool City Region"))
                    .findFirst()
                    .orElseThrow();
            area(
                    coordinator,
                    board.id(),
                    1,
                    year.day(110),
                    one -> CITY_REGION.contains(one.name()) || one.name().equals("Warrington"));
            seat(
                    coordinator,
                    board.id(),
                    "director@warrington.example",
                    "Local authority",
                    BoardRole.MEMBER,
                    true,
                    year.day(110),
                    null);
        });
    }

    private BoardId add(Viewer coordinator, @Nullable BoardId parent, BoardKind kind, String name, LocalDate since) {
        var id = new BoardId(Uuid7.next());
        boards.add(
                coordinator,
                id,
                new KeepBoards.BoardTyped(
                        parent,
                        kind,
                        name,
                        "Example purpose: partners agree priorities for schools together, follow what is done about"
                                + " them and hold each other to it.",
                        since,
                        null));
        return id;
    }

    private void area(Viewer coordinator, BoardId board, long version, LocalDate from, Predicate<Organisation> wanted) {
        boards.setArea(
                coordinator,
                board,
                version,
                organisations.in(RegionCode.NORTH_WEST).stream()
                        .filter(one -> one.existsOn(from))
                        .filter(one -> one.kind() == OrganisationKind.LOCAL_AUTHORITY
                                || one.kind() == OrganisationKind.DIOCESE)
                        .filter(wanted)
                        .map(Organisation::id)
                        .collect(Collectors.toSet()),
                from);
    }

    private UUID type(String name) {
        return read.memberTypes(RegionCode.NORTH_WEST).stream()
                .filter(type -> type.name().equals(name))
                .map(MemberType::id)
                .findFirst()
                .orElseThrow();
    }

    private void seat(
            Viewer coordinator,
            BoardId board,
            String email,
            String type,
            BoardRole role,
            boolean voting,
            LocalDate from,
            @Nullable LocalDate until) {
        var person = directory.findByEmail(email).orElseThrow();
        OrganisationId organisation =
                directory.viewer(person.account()).orElseThrow().organisation();
        members.add(
                coordinator,
                board,
                new MembershipId(Uuid7.next()),
                new KeepMembers.SeatTyped(
                        organisation,
                        null,
                        type(type),
                        person.account(),
                        null,
                        role,
                        voting,
                        new DateSpan(from, until)));
    }

    private void named(
            Viewer coordinator, BoardId board, String person, String organisation, String type, LocalDate from) {
        members.add(
                coordinator,
                board,
                new MembershipId(Uuid7.next()),
                new KeepMembers.SeatTyped(
                        null,
                        organisation,
                        type(type),
                        null,
                        person,
                        BoardRole.MEMBER,
                        true,
                        DateSpan.startingOn(from)));
    }

    private void terms(Viewer coordinator, BoardId board, LocalDate from, int quorum) {
        boards.agreeTerms(
                coordinator,
                board,
                Uuid7.next(),
                0,
                new KeepBoards.TermsTyped(
                        from,
                        quorum,
                        Map.of(type("Local authority"), Math.min(2, quorum)),
                        Protocol.CONSENSUS,
                        Map.of(
                                Protocol.CONSENSUS,
                                "Example clause: the board decides by consensus; who stands aside may have that"
                                        + " recorded.",
                                Protocol.MAJORITY,
                                "Example clause: where no consensus is found, more votes for than against decide.",
                                Protocol.CHAIR_ACTION,
                                "Example clause: what cannot wait is decided by the chair and reported to the next"
                                        + " meeting.",
                                Protocol.ADVISORY,
                                "Example clause: on matters of its partners’ own the board gives advice."),
                        List.of(
                                "Example clause: agree the priorities that partners work on together.",
                                "Example clause: agree how partners share what support costs.",
                                "Example clause: agree which figures the board watches, and how often."),
                        "Example rule: a member says at the start of an item what interest they have in it, and takes"
                                + " no part in it."));
    }
}
