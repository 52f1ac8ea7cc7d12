package uk.slipway.notices;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Told;
import uk.slipway.fosteringprotocol.WhoIsTold;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;

/**
 * Tells those whom the protocol wants told before a clock of the placing authority runs out, and once it has: once for each
 * clock, day and level. Where the protocol says nothing nobody is written to; what is late is seen on the pages.
 */
@UseCase
class CallForHelp {

    private final ShowClocks show;
    private final ClockRows rows;
    private final WhoIsTold whoIsTold;
    private final Messages messages;
    private final PublicAddress address;
    private final Clock clock;

    CallForHelp(
            ShowClocks show,
            ClockRows rows,
            WhoIsTold whoIsTold,
            Messages messages,
            PublicAddress address,
            Clock clock) {
        this.show = show;
        this.rows = rows;
        this.whoIsTold = whoIsTold;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** @return how many clocks warned or called */
    public int round() {
        int calls = 0;
        for (var counted : show.everywhere()) {
            var limits = counted.limits();
            for (var each : counted.clocks()) {
                if (each.calls(limits.after(), counted.today(), counted.calendar())) {
                    calls += call(counted, each, Objects.requireNonNull(limits.after()), true) ? 1 : 0;
                } else if (each.warns(limits.before(), counted.today(), counted.calendar())) {
                    calls += call(counted, each, Objects.requireNonNull(limits.before()), false) ? 1 : 0;
                }
            }
        }
        return calls;
    }

    private boolean call(ShowClocks.Counted counted, StatutoryClock each, Protocol.Call wanted, boolean late) {
        var placement = counted.placement();
        var due = Objects.requireNonNull(each.due(), "A clock that runs is due").on();
        var named = new EnumMap<Told, AccountId>(Told.class);
        named.put(Told.SOCIAL_WORKER, placement.socialWorker());
        var reviewing = placement.reviewingOfficer();
        if (reviewing != null) {
            named.put(Told.REVIEWING_OFFICER, reviewing);
        }
        var people = whoIsTold.of(wanted, placement.placing(), named);
        var names = people.stream().map(Person::name).collect(Collectors.joining(", "));
        if (!rows.called(
                placement.id(),
                each.kind(),
                late ? "CALLED" : "WARNED",
                due,
                clock.instant(),
                names.isEmpty() ? "nobody holds the role" : names)) {
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

                    This goes to %s, as version %d of the region's protocol says.
                    """.formatted(
                            person.name(),
                            placement.reference(),
                            each.kind().inWords(),
                            words,
                            each.kind().regulation().cited(),
                            address.of("/fostering/placements/" + placement.id().value() + "/clocks"),
                            names,
                            placement.protocolNumber()));
        }
        return true;
    }
}
