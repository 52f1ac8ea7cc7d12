package uk.slipway.returns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Appointed;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Words;

/** What key contacts and data leads owe for quarterly returns. At most three statements. */
@Component
class ReturnDuties implements Duties {

    private static final Words WORDS = new Words();

    private final ReturnRows rows;
    private final Directory directory;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ReturnDuties(ReturnRows rows, Directory directory, LocalAuthorities authorities, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (viewer.is(Role.LA_OFFICER)) {
            return ofTheContact(viewer);
        }
        return viewer.isOfTheRegionalTeam() ? ofTheTeam(viewer) : List.of();
    }

    private List<Duty> ofTheContact(Viewer viewer) {
        var authority = Objects.requireNonNull(viewer.authority());
        boolean contact = directory.appointmentsOf(viewer.account(), Set.of(AppointmentKind.KEY_CONTACT)).stream()
                .map(Appointed::subject)
                .anyMatch(authority.value()::equals);
        if (!contact) {
            return List.of();
        }
        var code = authorities.get(authority).gssCode();
        var quarters = rows.quarters(viewer);
        var duties = new ArrayList<Duty>();
        for (var counted :
                rows.answers(viewer, quarters.stream().map(QuarterlyReturn::id).toList())) {
            var answer = counted.answer();
            if (!answer.authority().equals(authority) || !answer.state().isWithTheAuthority()) {
                continue;
            }
            var quarter = quarters.stream()
                    .filter(one -> one.id().equals(answer.quarter()))
                    .findFirst()
                    .orElseThrow();
            var months = quarter.quarter().months();
            duties.add(new Duty(
                    answer.state() == ReturnState.RETURNED
                            ? "Look again at the quarterly return for " + months + ": the region gave it back"
                            : "Submit the quarterly return for " + months,
                    "/returns/" + quarter.id() + "/authorities/" + code,
                    quarter.deadline(),
                    Duty.Kind.OWED));
        }
        return duties;
    }

    private List<Duty> ofTheTeam(Viewer viewer) {
        var quarters = rows.quarters(viewer).stream()
                .filter(quarter -> quarter.team().equals(viewer.organisation()))
                .toList();
        var answers =
                rows.answers(viewer, quarters.stream().map(QuarterlyReturn::id).toList());
        var today = LondonTime.today(clock);
        var duties = new ArrayList<Duty>();
        var kind = viewer.is(Role.DATA_LEAD) ? Duty.Kind.OWED : Duty.Kind.WAITING;
        for (var quarter : quarters) {
            var its = answers.stream()
                    .map(ReturnRows.Counted::answer)
                    .filter(answer -> answer.quarter().equals(quarter.id()))
                    .toList();
            long waiting = its.stream()
                    .filter(answer -> answer.state() == ReturnState.SUBMITTED)
                    .count();
            long late = its.stream()
                    .filter(answer -> answer.state().isWithTheAuthority() && answer.isLate(quarter.deadline(), today))
                    .count();
            var months = quarter.quarter().months();
            if (waiting > 0) {
                duties.add(new Duty(
                        "Accept or return " + WORDS.count(waiting, "quarterly return", "quarterly returns") + " for "
                                + months,
                        "/returns/" + quarter.id() + "?show=submitted",
                        null,
                        kind));
            }
            if (late > 0) {
                duties.add(new Duty(
                        WORDS.count(late, "authority is", "authorities are") + " late with the quarterly return for "
                                + months,
                        "/returns/" + quarter.id() + "?show=late",
                        null,
                        Duty.Kind.WAITING));
            }
        }
        return duties;
    }
}
