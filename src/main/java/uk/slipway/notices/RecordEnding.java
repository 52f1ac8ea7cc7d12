package uk.slipway.notices;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.placements.Placement;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementState;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The placing authority records what the clocks of an ending go by: that it intends one, the review, an immediate risk. */
@UseCase
class RecordEnding {

    private static final Words WORDS = new Words();

    private final SeenPlacements placements;
    private final ClockRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordEnding(SeenPlacements placements, ClockRows rows, ApplicationEventPublisher events, Clock clock) {
        this.placements = placements;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a step, or another day for it; the same again changes nothing.
     *
     * @throws NotYours when the viewer does not give the placing authority's notices
     */
    public void record(Viewer viewer, PlacementId id, EndingStep step, LocalDate on, String words) {
        var placement = placements.find(viewer, id).orElseThrow(NotFound::new);
        if (!GiveNotice.gives(viewer, placement)) {
            throw new NotYours();
        }
        if (placement.state() == PlacementState.CANCELLED) {
            throw new NotFound();
        }
        boolean same = rows.steps(id).stream()
                .anyMatch(known -> known.step() == step
                        && known.on().equals(on)
                        && known.words().equals(words));
        if (same) {
            return;
        }
        var at = clock.instant();
        rows.record(id, step, on, words, at, viewer.name() + ", " + viewer.actingAs());
        events.publishEvent(new Placement.Changed(
                id,
                placement.placing(),
                switch (step) {
                    case INTENDED -> "recorded that the placement is to end on " + WORDS.shortDate(on);
                    case REVIEWED -> "recorded that the child’s case was reviewed before the ending";
                    case IMMEDIATE_RISK -> "recorded an immediate risk, for which the review is not waited for";
                    case LEFT_OUT -> "recorded that regulation 14 does not apply to the ending";
                },
                at));
    }
}
