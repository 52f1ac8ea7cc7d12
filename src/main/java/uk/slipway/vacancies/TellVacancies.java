package uk.slipway.vacancies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A fostering service tells which of its homes have room, and confirms them every week. */
@UseCase
class TellVacancies {

    private final VacancyBook book;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TellVacancies(
            VacancyBook book,
            LocalAuthorities authorities,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.authorities = authorities;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }

    List<LocalAuthority> authorities() {
        return authorities.all(today());
    }

    List<Vacancy> all(Viewer viewer) {
        return book.seen(viewer, clock.instant());
    }

    Vacancy one(Viewer viewer, VacancyId id) {
        return book.seen(viewer, id).orElseThrow(NotFound::new);
    }

    List<TrailEntry> history(VacancyId id) {
        return trail.of(Vacancy.refOf(id));
    }

    /** What is wrong with a carer's reference that another vacancy has. */
    static final class ReferenceTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Adds a vacancy; the same id a second time changes nothing.
     *
     * @throws ReferenceTaken when the carer has one already
     */
    void add(
            Viewer viewer,
            VacancyId id,
            LocalAuthorityId area,
            Vacancy.Terms terms,
            List<Vacancy.ChildThere> children) {
        var authority = service(viewer);
        var known = book.held(id);
        if (known.isPresent()) {
            if (!known.get().fostering().equals(authority)) {
                throw new NotFound();
            }
            return;
        }
        requireFree(authority, terms.carerReference(), id);
        book.keep(
                new Vacancy(id, 0, authority, area, terms, Vacancy.State.OPEN, null, clock.instant(), children),
                clock.instant());
        tell(id, authority, "added the vacancy");
    }

    /** Changes what is told of a home; telling it confirms it. @throws EditConflict when it was changed meanwhile */
    void change(
            Viewer viewer,
            VacancyId id,
            long version,
            LocalAuthorityId area,
            Vacancy.Terms terms,
            List<Vacancy.ChildThere> children) {
        var now = own(viewer, id);
        if (now.terms().equals(terms)
                && now.area().equals(area)
                && now.children().equals(children)) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        requireFree(now.fostering(), terms.carerReference(), id);
        book.keep(
                new Vacancy(
                        id,
                        version,
                        now.fostering(),
                        area,
                        terms,
                        now.state(),
                        now.pausedBecause(),
                        clock.instant(),
                        children),
                clock.instant());
        tell(id, now.fostering(), "changed the vacancy");
    }

    /** One press: everything that is open is as it is told. @return how many needed it */
    int confirmAll(Viewer viewer) {
        int confirmed = 0;
        service(viewer);
        for (var vacancy : book.seen(viewer, clock.instant())) {
            if (vacancy.state() == Vacancy.State.OPEN && confirmOne(vacancy)) {
                confirmed++;
            }
        }
        return confirmed;
    }

    void confirm(Viewer viewer, VacancyId id) {
        confirmOne(own(viewer, id));
    }

    private boolean confirmOne(Vacancy vacancy) {
        if (vacancy.state() != Vacancy.State.OPEN
                || LondonTime.dayOf(vacancy.confirmedAt()).equals(today())) {
            return false;
        }
        keep(vacancy, vacancy.state(), null, clock.instant(), "confirmed the vacancy");
        return true;
    }

    /** Takes it off for a time. */
    void pause(Viewer viewer, VacancyId id, String because) {
        var now = own(viewer, id);
        if (now.state() == Vacancy.State.PAUSED && because.equals(now.pausedBecause())) {
            return;
        }
        if (now.state() == Vacancy.State.CLOSED) {
            throw new EditConflict();
        }
        keep(now, Vacancy.State.PAUSED, because, now.confirmedAt(), "paused the vacancy");
    }

    void resume(Viewer viewer, VacancyId id) {
        var now = own(viewer, id);
        if (now.state() == Vacancy.State.PAUSED) {
            keep(now, Vacancy.State.OPEN, null, clock.instant(), "opened the vacancy again");
        }
    }

    /** It is no longer offered; a match that nobody has approved yet cannot be approved any more. */
    void close(Viewer viewer, VacancyId id) {
        var now = own(viewer, id);
        if (now.state() != Vacancy.State.CLOSED) {
            keep(now, Vacancy.State.CLOSED, null, now.confirmedAt(), "closed the vacancy");
        }
    }

    private void keep(Vacancy now, Vacancy.State state, @Nullable String because, Instant confirmedAt, String what) {
        book.keep(
                new Vacancy(
                        now.id(),
                        now.version(),
                        now.fostering(),
                        now.area(),
                        now.terms(),
                        state,
                        because,
                        confirmedAt,
                        now.children()),
                clock.instant());
        tell(now.id(), now.fostering(), what);
    }

    private Vacancy own(Viewer viewer, VacancyId id) {
        service(viewer);
        one(viewer, id);
        return book.held(id).orElseThrow(NotFound::new);
    }

    private void requireFree(LocalAuthorityId authority, String reference, VacancyId id) {
        if (book.isTaken(authority, reference, id)) {
            throw new ReferenceTaken();
        }
    }

    private static LocalAuthorityId service(Viewer viewer) {
        if (!viewer.is(Role.FOSTERING_OFFICER)) {
            throw new NotYours();
        }
        return Objects.requireNonNull(viewer.authority());
    }

    private void tell(VacancyId id, LocalAuthorityId authority, String what) {
        events.publishEvent(new Vacancy.Happened(id, authority, what, clock.instant()));
    }
}
