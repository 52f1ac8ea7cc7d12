package uk.slipway.inspections;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Lets a file take effect although it has warnings; who did is recorded. A second time changes nothing. */
@UseCase
class AcceptWarnings {

    private final InspectionFile file;
    private final Inspections inspections;
    private final SentFiles sent;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcceptWarnings(
            InspectionFile file,
            Inspections inspections,
            SentFiles sent,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.inspections = inspections;
        this.sent = sent;
        this.events = events;
        this.clock = clock;
    }

    void handle(UUID id, Viewer viewer) {
        inspections.lock();
        var waiting = sent.find(id).orElseThrow(NotFound::new);
        if (!waiting.waits()) {
            return;
        }
        var read = file.read(waiting.name(), waiting.content());
        var counts = inspections.save(read.inspections());
        sent.applied(id, counts, clock.instant(), viewer.name() + ", " + viewer.actingAs());
        events.publishEvent(new InspectionsImported(id, counts, read.problems().size(), clock.instant()));
    }
}
