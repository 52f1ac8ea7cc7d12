package uk.slipway.cycles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;

/** Who has to open the year, and who has still to sign its memorandum. */
@Component
class CyclesDuties implements Duties {

    private final JdbcClient jdbc;
    private final Clock clock;

    CyclesDuties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Unsigned(AcademicYear year, LocalDate due) {}

    private record Year(AcademicYear year, CycleState state) {}

    /** At most one statement. */
    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var role = MemorandumRole.of(viewer.role());
        if (role.isPresent() && viewer.authority() != null) {
            return toSign(viewer, role.get());
        }
        return viewer.is(Role.REGIONAL_MANAGER) ? toOpen(viewer) : List.of();
    }

    private List<Duty> toSign(Viewer viewer, MemorandumRole role) {
        return jdbc
                .sql("""
                    select c.year_starts_in, m.falls_on from cycle c
                    join cycle_milestone m on m.cycle_id = c.id and m.kind = 'MEMORANDUM_SIGNED'
                    where c.region_code = :region and c.state = 'OPEN' and not exists (
                        select 1 from memorandum_signature s
                        where s.cycle_id = c.id and s.authority_id = :authority and s.role = :role)
                    order by c.year_starts_in desc limit 5
                    """)
                .param("region", viewer.region() == null ? "" : viewer.region().value())
                .param("authority", viewer.organisation().value())
                .param("role", role.name())
                .query((row, number) -> new Unsigned(
                        new AcademicYear(row.getInt("year_starts_in")), row.getObject("falls_on", LocalDate.class)))
                .list()
                .stream()
                .map(unsigned -> new Duty(
                        "Sign the memorandum of understanding for "
                                + unsigned.year().label(),
                        "/cycles/" + unsigned.year().slug() + "/memorandum",
                        unsigned.due(),
                        Duty.Kind.OWED))
                .toList();
    }

    private List<Duty> toOpen(Viewer viewer) {
        var years = jdbc.sql(
                        "select year_starts_in, state from cycle where region_code = :region order by year_starts_in"
                                + " desc limit 5")
                .param("region", viewer.region() == null ? "" : viewer.region().value())
                .query((row, number) -> new Year(
                        new AcademicYear(row.getInt("year_starts_in")), CycleState.valueOf(row.getString("state"))))
                .list();
        var today = LondonTime.today(clock);
        var duties = new ArrayList<Duty>();
        for (var year : years) {
            if (year.state() == CycleState.DRAFT) {
                duties.add(new Duty(
                        "Open the year " + year.year().label(),
                        "/cycles/" + year.year().slug(),
                        year.year().firstDay(),
                        Duty.Kind.OWED));
            }
        }
        // From the summer on, the year to come has to be set up.
        var expected = AcademicYear.of(today.plusMonths(2));
        if (years.stream().noneMatch(year -> year.year().compareTo(expected) >= 0)) {
            duties.add(new Duty(
                    "Set up the year " + expected.label(), "/cycles/new", expected.firstDay(), Duty.Kind.OWED));
        }
        return duties;
    }
}
