package uk.slipway.returns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The data lead keeps the region's list. What a quarter asked stays as it was when that quarter was opened. */
@UseCase
class KeepIndicators {

    private final IndicatorRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepIndicators(IndicatorRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** The list was changed. */
    record Changed(UUID indicator, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return QuarterlyIndicator.refOf(indicator);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }

    /** Another line of the list has this name. */
    static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    List<QuarterlyIndicator> list(Viewer viewer) {
        ofTheTeam(viewer);
        return rows.of(viewer.organisation());
    }

    /** @throws NotFound when it is no line of the viewer's list */
    QuarterlyIndicator get(Viewer viewer, UUID id) {
        ofTheTeam(viewer);
        return rows.find(id, viewer.organisation()).orElseThrow(NotFound::new);
    }

    /**
     * Puts Slipway's suggestion into an empty list; into one that is not empty, nothing.
     *
     * @return how many lines were added
     */
    int start(Viewer viewer) {
        ofTheTeam(viewer);
        if (!rows.of(viewer.organisation()).isEmpty()) {
            return 0;
        }
        for (var definition : FirstIndicators.LIST) {
            add(viewer, Uuid7.next(), definition);
        }
        return FirstIndicators.LIST.size();
    }

    /**
     * Adds a line; the same id again changes nothing.
     *
     * @throws NameTaken when another line has the name
     */
    void add(Viewer viewer, UUID id, QuarterlyDefinition definition) {
        ofTheTeam(viewer);
        if (rows.isTaken(viewer.organisation(), definition.name(), id)) {
            throw new NameTaken();
        }
        if (rows.add(id, viewer.organisation(), definition)) {
            events.publishEvent(new Changed(id, "added a quarterly indicator: " + definition.name(), clock.instant()));
        }
    }

    /**
     * Changes a line; what is the same changes nothing.
     *
     * @throws EditConflict when somebody else changed it since
     * @throws NameTaken when another line has the name
     */
    void change(Viewer viewer, UUID id, long version, QuarterlyDefinition definition, boolean asked) {
        var now = get(viewer, id);
        if (now.definition().equals(definition) && now.asked() == asked) {
            return;
        }
        if (now.version() != version) {
            throw new EditConflict();
        }
        if (rows.isTaken(viewer.organisation(), definition.name(), id)) {
            throw new NameTaken();
        }
        rows.change(id, definition, asked);
        events.publishEvent(new Changed(
                id,
                (asked || !now.asked() ? "changed a quarterly indicator: " : "stopped asking for ") + definition.name(),
                clock.instant()));
    }

    private static void ofTheTeam(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }
}
