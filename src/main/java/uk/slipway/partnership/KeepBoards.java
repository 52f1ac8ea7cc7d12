package uk.slipway.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.Organisations;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The co-ordinator sets boards up: what they are, whom they are for, how they decide. */
@UseCase
class KeepBoards {

    private static final Words WORDS = new Words();
    private static final String ROUND = "A board cannot report to itself, or to one below it";

    private final Boards boards;
    private final BoardRows rows;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepBoards(
            Boards boards, BoardRows rows, Organisations organisations, ApplicationEventPublisher events, Clock clock) {
        this.boards = boards;
        this.rows = rows;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    record BoardTyped(
            @Nullable BoardId parent,
            BoardKind kind,
            String name,
            String purpose,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** @param minimums by member type */
    record TermsTyped(
            LocalDate from,
            int quorum,
            Map<UUID, Integer> minimums,
            Protocol usual,
            Map<Protocol, String> protocols,
            List<String> remit,
            String conflictRule) {

        static TermsTyped of(Terms terms) {
            var minimums = new LinkedHashMap<UUID, Integer>();
            terms.parts().forEach(part -> minimums.put(part.memberType(), part.minimum()));
            return new TermsTyped(
                    terms.from(),
                    terms.quorum(),
                    minimums,
                    terms.usual(),
                    terms.protocols(),
                    terms.remit().stream().map(Terms.Clause::words).toList(),
                    terms.conflictRule());
        }
    }

    /**
     * Adds a board to the viewer's region; the same id a second time changes nothing. The region's first board brings the
     * first member types.
     *
     * @throws Refused when the board above it is none of the region's, or the board itself
     */
    void add(Viewer viewer, BoardId id, BoardTyped typed) {
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        if (id.equals(typed.parent())) {
            throw new Refused("parent", ROUND);
        }
        if (typed.parent() != null
                && boards.find(typed.parent())
                        .filter(up -> Boards.clerks(viewer, up))
                        .isEmpty()) {
            throw new Refused("parent", "Choose a board of the region");
        }
        rows.firstTypes(region);
        if (rows.add(id, region, viewer.organisation(), typed)) {
            tell(id, "added the board " + typed.name());
        }
    }

    /**
     * Changes what a board is called, what it is for, where it stands and until when.
     *
     * @throws EditConflict when somebody changed it since
     * @throws Refused when the board would stand below itself
     */
    void change(Viewer viewer, BoardId id, long version, BoardTyped typed) {
        var board = clerked(viewer, id);
        if (same(board, typed)) {
            return;
        }
        if (board.version() != version) {
            throw new EditConflict();
        }
        var parent = typed.parent();
        if (parent != null) {
            if (boards.find(parent).filter(up -> Boards.clerks(viewer, up)).isEmpty()) {
                throw new Refused("parent", "Choose a board of the region");
            }
            if (rows.isBelow(parent, id)) {
                throw new Refused("parent", ROUND);
            }
        }
        rows.change(id, typed);
        tell(id, "changed the board " + typed.name());
    }

    private static boolean same(Board board, BoardTyped typed) {
        return typed.equals(new BoardTyped(
                board.parent(),
                board.kind(),
                board.name(),
                board.purpose(),
                board.span().from(),
                board.span().until()));
    }

    /**
     * Says whom a board is for, from a day: what is not among them leaves on the day before.
     *
     * @param version of the area that the form was opened on
     * @throws EditConflict when somebody changed it since
     */
    void setArea(Viewer viewer, BoardId id, long version, Set<OrganisationId> chosen, LocalDate from) {
        var board = clerked(viewer, id);
        var offered = organisations.in(board.region()).stream()
                .filter(one -> one.kind() == OrganisationKind.LOCAL_AUTHORITY || one.kind() == OrganisationKind.DIOCESE)
                .collect(Collectors.toMap(one -> one.id(), one -> one.name()));
        if (!offered.keySet().containsAll(chosen)) {
            throw new NotFound();
        }
        var now = boards.area(id).stream()
                .filter(place ->
                        place.span().until() == null || !place.span().until().isBefore(from))
                .map(Boards.InArea::organisation)
                .collect(Collectors.toSet());
        var joining = new HashSet<>(chosen);
        joining.removeAll(boards.area(id).stream()
                .filter(place -> place.span().contains(from) && place.span().until() == null)
                .map(Boards.InArea::organisation)
                .collect(Collectors.toSet()));
        var leaving = new HashSet<>(now);
        leaving.removeAll(chosen);
        if (joining.isEmpty() && leaving.isEmpty()) {
            return;
        }
        if (rows.areaVersion(id) != version) {
            throw new EditConflict();
        }
        rows.areaChanged(id);
        leaving.forEach(organisation -> rows.leave(id, organisation, from));
        joining.forEach(organisation -> rows.join(id, organisation, from));
        if (!joining.isEmpty()) {
            tell(id, "added " + names(joining, offered) + " to the board’s area from " + WORDS.shortDate(from));
        }
        if (!leaving.isEmpty()) {
            tell(id, "took " + names(leaving, offered) + " out of the board’s area from " + WORDS.shortDate(from));
        }
    }

    private static String names(Set<OrganisationId> ids, Map<OrganisationId, String> names) {
        return WORDS.list(ids.stream()
                .map(id -> names.getOrDefault(id, "another"))
                .sorted()
                .toList());
    }

    /**
     * Makes the next version of a board's terms; the same id a second time changes nothing.
     *
     * @param after the number of the version that the form was opened on; 0 for none
     * @throws EditConflict when somebody made another version since
     * @throws Refused when the version before it is in force from a later day
     */
    void agreeTerms(Viewer viewer, BoardId id, UUID terms, long after, TermsTyped typed) {
        clerked(viewer, id);
        if (rows.hasTerms(terms)) {
            return;
        }
        var latest = boards.latestTerms(id);
        int number = latest.map(Terms::number).orElse(0);
        if (number != after) {
            throw new EditConflict();
        }
        if (latest.filter(before -> before.from().isAfter(typed.from())).isPresent()) {
            throw new Refused(
                    "from",
                    "Version " + number + " is in force from "
                            + WORDS.shortDate(latest.orElseThrow().from()) + "; choose that day or a later one");
        }
        rows.addTerms(id, terms, number + 1, typed, viewer.name() + ", " + viewer.actingAs(), clock.instant());
        tell(id, "set version " + (number + 1) + " of the terms, from " + WORDS.shortDate(typed.from()));
    }

    /**
     * Adds a member type, which may take over from another on its first day.
     *
     * @throws Refused when the region has one of that name, or the other one is not in use then
     */
    void addType(Viewer viewer, UUID id, String name, LocalDate from, @Nullable UUID follows) {
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        var types = boards.memberTypes(region);
        if (types.stream().anyMatch(type -> type.id().equals(id))) {
            return;
        }
        if (types.stream().anyMatch(type -> type.name().equalsIgnoreCase(name))) {
            throw new Refused("name", "There is a type of this name");
        }
        if (follows != null) {
            var before = types.stream()
                    .filter(type -> type.id().equals(follows))
                    .findFirst()
                    .orElseThrow(() -> new Refused("follows", "Choose a type of the list"));
            if (before.ends() != null
                    || before.starts() != null && !before.starts().isBefore(from)) {
                throw new Refused("follows", before.name() + " is not in use on the day before");
            }
            rows.endType(follows, from.minusDays(1));
        }
        rows.addType(id, region, name, from, follows, null);
    }

    /**
     * Says that a member type is used no more after a day, and that none takes over.
     *
     * @throws Refused when it would end before it began, or has ended
     */
    void endType(Viewer viewer, UUID id, LocalDate last) {
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        var type = boards.memberTypes(region).stream()
                .filter(one -> one.id().equals(id) && one.ends() == null)
                .findFirst()
                .orElseThrow(() -> new Refused("ended", "Choose a type that is in use"));
        if (type.starts() != null && last.isBefore(type.starts())) {
            throw new Refused("last", type.name() + " is used from " + WORDS.shortDate(type.starts()));
        }
        rows.endType(id, last);
    }

    private Board clerked(Viewer viewer, BoardId id) {
        rows.hold(id);
        var board = boards.get(id);
        if (!Boards.clerks(viewer, board)) {
            throw new NotFound();
        }
        return board;
    }

    private void tell(BoardId board, String what) {
        events.publishEvent(new Board.Happened(board.value(), what, clock.instant()));
    }
}
