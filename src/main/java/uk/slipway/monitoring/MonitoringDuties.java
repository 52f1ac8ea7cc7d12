package uk.slipway.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.web.Words;

/** Commentaries that are asked of those who report, and that the clerk waits for. One statement. */
@Component
class MonitoringDuties implements Duties {

    private static final Words WORDS = new Words();

    private final MonitoringRows rows;

    MonitoringDuties(MonitoringRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var duties = new ArrayList<Duty>();
        for (var round : rows.waiting(viewer)) {
            var address = "/monitoring/rounds/" + round.id();
            var figures = WORDS.count(round.waiting(), "figure means", "figures mean");
            if (viewer.account().equals(round.reporter())) {
                duties.add(new Duty(
                        "Say what " + figures + ": " + round.routineName(),
                        address,
                        round.commentaryDue(),
                        Duty.Kind.OWED));
            } else if (viewer.is(Role.PARTNERSHIP_COORDINATOR)) {
                duties.add(new Duty(
                        round.reporterName() + " has to say what " + figures + ": " + round.routineName(),
                        address,
                        round.commentaryDue(),
                        Duty.Kind.WAITING));
            }
        }
        return duties;
    }
}
