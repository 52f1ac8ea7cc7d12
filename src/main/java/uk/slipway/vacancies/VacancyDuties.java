package uk.slipway.vacancies;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Words;

/** The weekly confirmation that a fostering service owes. One statement. */
@Component
class VacancyDuties implements Duties {

    private static final Words WORDS = new Words();
    private static final int WARNED_DAYS = 2;

    private final VacancyBook book;
    private final Clock clock;

    VacancyDuties(VacancyBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (!viewer.is(Role.FOSTERING_OFFICER)) {
            return List.of();
        }
        var soon = LondonTime.today(clock).plusDays(WARNED_DAYS);
        var due = book.seen(viewer, clock.instant()).stream()
                .filter(vacancy -> vacancy.state() == Vacancy.State.OPEN)
                .filter(vacancy -> !vacancy.freshUntil().isAfter(soon))
                .toList();
        return due.isEmpty()
                ? List.of()
                : List.of(new Duty(
                        "Confirm " + WORDS.count(due.size(), "vacancy", "vacancies"),
                        "/fostering/vacancies",
                        due.stream()
                                .map(Vacancy::freshUntil)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        Duty.Kind.OWED));
    }
}
