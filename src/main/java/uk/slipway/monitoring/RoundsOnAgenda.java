package uk.slipway.monitoring;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.SourcesOfItems;
import uk.slipway.web.Crumb;

/** The figures of a round behind the item that it put into the board's backlog: both have the same id. */
@Component
class RoundsOnAgenda implements SourcesOfItems {

    private final MonitoringRows rows;

    RoundsOnAgenda(MonitoringRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<AgendaItemId, Crumb> of(List<AgendaItemId> items) {
        return rows.roundsAmong(items.stream().map(AgendaItemId::value).toList()).stream()
                .collect(toMap(
                        AgendaItemId::new,
                        round -> new Crumb("The figures, and what is said of them", "/monitoring/rounds/" + round)));
    }
}
