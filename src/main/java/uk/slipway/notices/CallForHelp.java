package uk.slipway.notices;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.accounts.Role;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.OrganisationId;

/**
 * Warns the placing authority's social worker and fostering officers before a clock runs out, and calls its commissioners and
 * its Director as well once one has: once for each clock and due day.
 */
@UseCase
class CallForHelp {

    private final ShowClocks show;
    private final ClockRows rows;
    private final Directory directory;
    private final Messages messages;
    private final PublicAddress address;
    private final Clock clock;

    CallForHelp(
            ShowClocks show,
            ClockRows rows,
            Directory directory,
            Messages messages,
            PublicAddress address,
            Clock clock) {
        this.show = show;
        this.rows = rows;
        this.directory = directory;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** @return how many clocks warned or called */
    public int round() {
        int calls = 0;
        for (var counted : show.everywhere()) {
            for (var each : counted.clocks()) {
                var standing = each.standing(counted.today(), counted.calendar());
                if (standing == StatutoryClock.Standing.LATE || standing == StatutoryClock.Standing.SOON) {
                    calls += call(counted, each, standing == StatutoryClock.Standing.LATE) ? 1 : 0;
                }
            }
        }
        return calls;
    }

    private boolean call(ShowClocks.Counted counted, StatutoryClock each, boolean late) {
        var placement = counted.placement();
        var due = Objects.requireNonNull(each.due(), "A clock that runs is due").on();
        var people = people(placement, late);
        var named = people.stream().map(Person::name).collect(Collectors.joining(", "));
        if (!rows.called(
                placement.id(),
                each.kind(),
                late ? "CALLED" : "WARNED",
                due,
                clock.instant(),
                named.isEmpty() ? "nobody holds the role" : named)) {
            return false;
        }
        var words = each.inWords(counted.today(), counted.calendar());
        for (var person : people) {
            messages.send(
                    new Recipient(person.name(), person.email()),
                    (late ? "Late: " : "Due soon: ") + each.kind().inWords() + ", " + placement.reference(),
                    """
                    Dear %s

                    Placement %s: %s. %s.

                    %s of the Care Planning, Placement and Case Review (England) Regulations 2010 asks for it. See what is
                    missing, and what has been done:
                    %s
                    %s
                    """.formatted(
                            person.name(),
                            placement.reference(),
                            each.kind().inWords(),
                            words,
                            each.kind().regulation().cited(),
                            address.of("/fostering/placements/" + placement.id().value() + "/clocks"),
                            late
                                    ? "This went to the social worker, the fostering officers, the commissioners and"
                                            + " the Director of the placing authority.\n"
                                    : ""));
        }
        return true;
    }

    private List<Person> people(PlacementView placement, boolean late) {
        var placing = new OrganisationId(placement.placing().value());
        var people = new LinkedHashMap<String, Person>();
        var roles = new ArrayList<>(List.of(Role.FOSTERING_OFFICER));
        if (late) {
            roles.addAll(List.of(Role.COMMISSIONER, Role.DIRECTOR));
        }
        Stream.concat(
                        directory.find(placement.socialWorker()).stream(),
                        roles.stream().flatMap(role -> directory.holding(role, placing).stream()))
                .forEach(person -> people.putIfAbsent(person.email(), person));
        return List.copyOf(people.values());
    }
}
