package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/** Boards for tests, made through the real use cases. */
@Component
public class BoardFixtures {

    private final KeepBoards keepBoards;
    private final KeepMembers keepMembers;
    private final Boards boards;
    private final BoardRows rows;
    private final AccountsFixtures people;

    BoardFixtures(
            KeepBoards keepBoards, KeepMembers keepMembers, Boards boards, BoardRows rows, AccountsFixtures people) {
        this.keepBoards = keepBoards;
        this.keepMembers = keepMembers;
        this.boards = boards;
        this.rows = rows;
        this.people = people;
    }

    /** A board without members that needs so many voting members, and uses every protocol. */
    public BoardId board(String name, int quorum) {
        return board(name, BoardKind.REGIONAL, quorum);
    }

    /** A board for these authorities alone. */
    public BoardId subRegional(String name, String... authorities) {
        var id = board(name, BoardKind.SUB_REGIONAL, 1);
        area(id, authorities);
        return id;
    }

    private BoardId board(String name, BoardKind kind, int quorum) {
        var coordinator = people.coordinator();
        var id = new BoardId(Uuid7.next());
        keepBoards.add(
                coordinator,
                id,
                new KeepBoards.BoardTyped(null, kind, name, "What it is for", LocalDate.of(2025, 9, 1), null));
        keepBoards.agreeTerms(
                coordinator,
                id,
                Uuid7.next(),
                0,
                new KeepBoards.TermsTyped(
                        LocalDate.of(2025, 9, 1),
                        quorum,
                        Map.of(),
                        Protocol.CONSENSUS,
                        Map.of(
                                Protocol.CONSENSUS,
                                "Nobody objects",
                                Protocol.MAJORITY,
                                "More for than against",
                                Protocol.CHAIR_ACTION,
                                "What cannot wait",
                                Protocol.ADVISORY,
                                "Advice to partners"),
                        List.of("Agree the region’s priorities", "Agree what support costs"),
                        "Who has an interest withdraws"));
        return id;
    }

    public void area(BoardId board, String... authorities) {
        keepBoards.setArea(
                people.coordinator(),
                board,
                rows.areaVersion(board),
                java.util.Arrays.stream(authorities)
                        .map(name -> people.authority(name).asOrganisation())
                        .collect(java.util.stream.Collectors.toSet()),
                LocalDate.of(2025, 9, 1));
    }

    /** Somebody's voting seat, unless the role has none. */
    public MembershipId seat(BoardId board, Viewer person, BoardRole role) {
        return seat(board, person, role, null);
    }

    public MembershipId seat(BoardId board, Viewer person, BoardRole role, @Nullable LocalDate until) {
        return add(board, person.organisation(), null, person, null, role, role.mayVote(), until);
    }

    /** Somebody's seat ends. */
    public void ends(BoardId board, MembershipId seat, LocalDate last) {
        var now = boards.seat(board, seat);
        var typed = KeepMembers.of(now);
        keepMembers.change(
                people.coordinator(),
                board,
                seat,
                now.version(),
                new KeepMembers.SeatTyped(
                        typed.organisation(),
                        typed.organisationName(),
                        typed.memberType(),
                        typed.account(),
                        typed.person(),
                        typed.role(),
                        typed.voting(),
                        new DateSpan(now.term().from(), last)));
    }

    /** A voting member without an account. */
    public MembershipId named(BoardId board, String person) {
        return add(board, null, "A school", null, person, BoardRole.MEMBER, true, null);
    }

    private MembershipId add(
            BoardId board,
            @Nullable OrganisationId organisation,
            @Nullable String organisationName,
            @Nullable Viewer person,
            @Nullable String name,
            BoardRole role,
            boolean voting,
            @Nullable LocalDate until) {
        var id = new MembershipId(Uuid7.next());
        keepMembers.add(
                people.coordinator(),
                board,
                id,
                new KeepMembers.SeatTyped(
                        organisation,
                        organisationName,
                        type(organisation == null ? "System leader" : "Local authority"),
                        person == null ? null : person.account(),
                        name,
                        role,
                        voting,
                        new DateSpan(LocalDate.of(2025, 9, 1), until)));
        return id;
    }

    public UUID type(String name) {
        return boards.memberTypes(RegionCode.NORTH_WEST).stream()
                .filter(type -> type.name().equals(name))
                .map(MemberType::id)
                .findFirst()
                .orElseThrow();
    }
}
