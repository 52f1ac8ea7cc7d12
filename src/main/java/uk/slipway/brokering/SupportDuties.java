package uk.slipway.brokering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;

/** What those who ask, help and broker owe. One statement. */
@Component
class SupportDuties implements Duties {

    private final SupportRows rows;
    private final Clock clock;

    SupportDuties(SupportRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        boolean broker = SupportRows.brokers(viewer);
        if (!broker && !AskForSupport.mayAsk(viewer)) {
            return List.of();
        }
        var today = LondonTime.today(clock);
        var duties = new ArrayList<Duty>();
        for (var row : rows.all(viewer, null)) {
            var address = "/support/" + row.id().value();
            boolean asker = row.requester().equals(viewer.organisation());
            if (row.state() == SupportState.ASKED && broker) {
                var asked = row.asked();
                duties.add(new Duty(
                        "Find help for " + row.requesterName() + ": " + row.title(),
                        address,
                        asked == null ? null : asked.plusDays(SupportRequest.STUCK_AFTER_DAYS),
                        Duty.Kind.OWED));
            } else if (row.state() == SupportState.PROPOSED) {
                boolean mine = asker ? !row.requesterAgreed() : row.helping() && !row.supporterAgreed();
                if (mine) {
                    duties.add(new Duty(
                            "Agree the terms of support: " + row.title(), address, row.starts(), Duty.Kind.OWED));
                } else if (broker && row.stuck(today) != null) {
                    duties.add(new Duty("See what is stuck: " + row.title(), address, null, Duty.Kind.WAITING));
                }
            } else if (row.state() == SupportState.AGREED) {
                var ends = row.ends();
                if (asker && ends != null && !ends.isAfter(today)) {
                    duties.add(new Duty(
                            "Say whether the support helped: " + row.title(),
                            address + "/look-back",
                            row.lookBackOn(),
                            Duty.Kind.OWED));
                } else if (broker && row.stuck(today) != null) {
                    duties.add(new Duty(
                            "Ask " + row.requesterName() + " to look back: " + row.title(),
                            address,
                            null,
                            Duty.Kind.WAITING));
                }
            }
        }
        return duties;
    }
}
