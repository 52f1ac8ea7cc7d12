package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.enquiries.FrontDoor.Benchmark;
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.enquiries.FrontDoor.Measure;
import uk.slipway.enquiries.FrontDoor.Notice;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Advisers and the regional manager set up their front door: name, standards, who takes part, notice, campaigns. */
@UseCase
class KeepFrontDoor {

    private final FrontDoorRows doors;
    private final EnquiryRows enquiries;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepFrontDoor(
            FrontDoorRows doors,
            EnquiryRows enquiries,
            LocalAuthorities authorities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.doors = doors;
        this.enquiries = enquiries;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** An authority of the region with what has been entered about it, or null. */
    record Council(LocalAuthority authority, @Nullable Participation participation) {}

    /** A front door as its keepers see it; door null where the region has none yet. */
    record Kept(@Nullable FrontDoor door, List<Council> councils, List<Notice> notices, LocalDate today) {}

    Kept show(Viewer viewer) {
        keeper(viewer);
        var today = LondonTime.today(clock);
        var participations = doors.participations(viewer.organisation());
        return new Kept(
                doors.of(viewer.organisation()).orElse(null),
                authorities.in(region(viewer), today).stream()
                        .map(authority -> new Council(authority, participations.get(authority.id())))
                        .toList(),
                doors.notices(viewer.organisation()),
                today);
    }

    /** The authority of this region with what has been entered about it. */
    Council council(Viewer viewer, String gssCode) {
        return show(viewer).councils().stream()
                .filter(one -> one.authority().gssCode().equals(gssCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Sets what the region has decided. New standards count for every open enquiry at once.
     *
     * @throws EditConflict when somebody else changed it
     */
    void set(Viewer viewer, FrontDoor wanted) {
        keeper(viewer);
        var before = doors.of(viewer.organisation());
        if (before.isPresent() && same(before.get(), wanted)) {
            return;
        }
        doors.save(wanted);
        if (before.isPresent() && !before.get().standards().equals(wanted.standards())) {
            enquiries.standardsChanged(wanted);
        }
        events.publishEvent(
                wanted.changed(before.isEmpty() ? "opened the front door" : "set up the front door", clock.instant()));
    }

    private static boolean same(FrontDoor one, FrontDoor other) {
        return one.equals(new FrontDoor(
                other.owner(),
                other.region(),
                one.version(),
                other.name(),
                other.telephone(),
                other.openHours(),
                other.stagesOverlap(),
                other.leftKept(),
                other.onHoldKept(),
                other.approvedKept(),
                other.heldKept(),
                other.standards()));
    }

    /**
     * From when until when an authority takes part, and its own route.
     *
     * @throws EditConflict when somebody else changed it
     */
    void participates(Viewer viewer, String gssCode, Participation wanted) {
        var council = council(viewer, gssCode);
        var before = council.participation();
        if (before != null
                && before.equals(new Participation(
                        wanted.authority(), before.version(), wanted.from(), wanted.until(), wanted.ownRoute()))) {
            return;
        }
        var door = door(viewer);
        doors.save(door.owner(), wanted);
        events.publishEvent(new FrontDoor.Changed(
                door.owner(),
                wanted.authority(),
                "set how " + council.authority().name() + " takes part in the front door",
                clock.instant()));
    }

    /** Publishes the next version of the privacy notice; the words in force a second time change nothing. */
    void publish(Viewer viewer, String text) {
        keeper(viewer);
        var door = door(viewer);
        if (doors.notices(door.owner()).stream().findFirst().map(Notice::text).equals(Optional.of(text))) {
            return;
        }
        int number = doors.publish(door.owner(), text, clock.instant(), viewer.name() + ", " + viewer.actingAs());
        events.publishEvent(door.changed("published version " + number + " of the privacy notice", clock.instant()));
    }

    List<Campaign> campaigns(Viewer viewer) {
        keeper(viewer);
        return doors.campaigns(viewer.organisation());
    }

    Campaign campaign(Viewer viewer, UUID id) {
        keeper(viewer);
        return doors.campaign(viewer.organisation(), id).orElseThrow(NotFound::new);
    }

    /** Whether this region has a front door yet: campaigns and the rest belong to one. */
    boolean hasDoor(Viewer viewer) {
        keeper(viewer);
        return doors.of(viewer.organisation()).isPresent();
    }

    /**
     * Writes a campaign.
     *
     * @return false where its code is another campaign's
     * @throws EditConflict when somebody else changed it
     */
    boolean save(Viewer viewer, Campaign wanted) {
        keeper(viewer);
        var door = door(viewer);
        var before = doors.campaign(door.owner(), wanted.id());
        if (before.isPresent() && same(before.get(), wanted)) {
            return true;
        }
        if (!doors.save(wanted)) {
            return false;
        }
        events.publishEvent(door.changed(
                (before.isEmpty() ? "added the campaign " : "changed the campaign ") + wanted.name(), clock.instant()));
        return true;
    }

    private static boolean same(Campaign one, Campaign other) {
        return one.code().equals(other.code())
                && one.name().equals(other.name())
                && Objects.equals(one.channel(), other.channel())
                && one.startsOn().equals(other.startsOn())
                && Objects.equals(one.endsOn(), other.endsOn())
                && (one.cost() == null
                        ? other.cost() == null
                        : other.cost() != null && one.cost().compareTo(other.cost()) == 0);
    }

    List<Benchmark> benchmarks(Viewer viewer) {
        keeper(viewer);
        return doors.benchmarks(viewer.organisation()).stream()
                .sorted(Comparator.comparing(Benchmark::measure).thenComparing(Benchmark::whose))
                .toList();
    }

    /** Enters somebody else's figure with its source. */
    void enter(Viewer viewer, UUID id, Measure measure, BigDecimal value, String whose, String source) {
        keeper(viewer);
        var door = door(viewer);
        if (doors.enter(door.owner(), id, measure, value, whose, source)) {
            events.publishEvent(door.changed("entered a benchmark", clock.instant()));
        }
    }

    void remove(Viewer viewer, UUID benchmark) {
        keeper(viewer);
        var door = door(viewer);
        if (doors.remove(door.owner(), benchmark)) {
            events.publishEvent(door.changed("removed a benchmark", clock.instant()));
        }
    }

    private FrontDoor door(Viewer viewer) {
        return doors.of(viewer.organisation()).orElseThrow(NotFound::new);
    }

    private static RegionCode region(Viewer viewer) {
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        return region;
    }

    private static void keeper(Viewer viewer) {
        if (!viewer.is(Role.FRONT_DOOR_ADVISER) && !viewer.is(Role.REGIONAL_MANAGER)) {
            throw new NotYours();
        }
    }
}
