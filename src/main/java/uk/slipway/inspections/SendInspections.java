package uk.slipway.inspections;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;

/**
 * Takes a file of published inspections: one without a problem takes effect, one with warnings waits for somebody to
 * accept them, one with an error changes nothing.
 */
@UseCase
class SendInspections {

    private final InspectionFile file;
    private final Inspections inspections;
    private final SentFiles sent;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendInspections(
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

    /**
     * Takes it; the same id again changes nothing.
     *
     * @return what the file says; it is kept unless that has errors
     */
    ReadFile handle(UUID id, String name, byte[] content, Viewer viewer) {
        var read = file.read(name, content);
        if (read.hasErrors()) {
            return read;
        }
        inspections.lock();
        if (sent.find(id).isPresent()) {
            return read;
        }
        boolean known = sent.knows(content);
        sent.keep(id, name, content, clock.instant(), viewer.name() + ", " + viewer.actingAs());
        if (known) {
            // What came after the first time stands: an old file sent again must not bring old grades back.
            sent.applied(id, new Inspections.Counts(0, 0, read.inspections().size()), null, null);
        } else if (!read.hasWarnings()) {
            var counts = inspections.save(read.inspections());
            sent.applied(id, counts, null, null);
            events.publishEvent(new InspectionsImported(id, counts, 0, clock.instant()));
        }
        return read;
    }
}
