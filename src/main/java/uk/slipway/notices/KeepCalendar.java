package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** Adds a bank holiday that was announced late, so that open clocks move, and keeps what the region has checked of the law. */
@UseCase
class KeepCalendar {

    /** The one calendar's history in the trail. */
    static final RecordRef REF = new RecordRef("working-days", new UUID(0, 257));

    private static final Set<Role> KEEPERS = Set.of(Role.COMMISSIONER, Role.ADMINISTRATOR);

    private final ClockRows rows;
    private final AuditTrail trail;
    private final Clock clock;

    KeepCalendar(ClockRows rows, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the page shows. */
    record Shown(KnownDays days, Map<Regulation, ClockRows.Checked> checks, boolean keeps, LocalDate today) {}

    public Shown show(Viewer viewer) {
        return new Shown(rows.days(), rows.checks(), keeps(viewer), LondonTime.today(clock));
    }

    /** Adds a holiday, announced today; one that is known changes nothing. */
    public void announce(Viewer viewer, LocalDate day, String name) {
        keeping(viewer);
        var at = clock.instant();
        if (rows.announce(new KnownDays.Announced(day, name, LondonTime.dayOf(at)), at, by(viewer))) {
            tell(viewer, "added the bank holiday " + name + " on " + day);
        }
    }

    /** Takes one back that was added by mistake. */
    public void takeBack(Viewer viewer, LocalDate day) {
        keeping(viewer);
        if (rows.takeBack(day)) {
            tell(viewer, "took the bank holiday on " + day + " back");
        }
    }

    /** The region has compared a regulation with the text in force. */
    public void check(Viewer viewer, Regulation regulation, String words) {
        if (!viewer.is(Role.COMMISSIONER)) {
            throw new NotYours();
        }
        var known = rows.checks().get(regulation);
        if (known != null && known.words().equals(words) && known.by().equals(by(viewer))) {
            return;
        }
        rows.check(new ClockRows.Checked(regulation, LondonTime.today(clock), by(viewer), words));
        tell(viewer, "checked regulation " + regulation.number() + " against the text in force");
    }

    static boolean keeps(Viewer viewer) {
        return KEEPERS.contains(viewer.role());
    }

    private static void keeping(Viewer viewer) {
        if (!keeps(viewer)) {
            throw new NotYours();
        }
    }

    private void tell(Viewer viewer, String what) {
        trail.append(
                REF,
                null,
                what,
                clock.instant(),
                new Actor(viewer.account().value(), viewer.name(), viewer.actingAs()));
    }

    private static String by(Viewer viewer) {
        return viewer.name() + ", " + viewer.actingAs();
    }
}
