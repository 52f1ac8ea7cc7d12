package uk.slipway.selfevaluation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A writer names a strength or an area for development, rewords it or takes it away. */
@UseCase
class WritePoint {

    /** Somebody else reworded the point meanwhile. */
    static class Stale extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String theirs;
        private final long version;

        Stale(Point point) {
            super("Reworded by somebody else meanwhile");
            this.theirs = point.text();
            this.version = point.currentVersion();
        }

        String theirs() {
            return theirs;
        }

        long version() {
            return version;
        }
    }

    private final SelfEvaluations evaluations;
    private final Points points;
    private final Desk desk;
    private final Clock clock;

    WritePoint(SelfEvaluations evaluations, Points points, Desk desk, Clock clock) {
        this.evaluations = evaluations;
        this.points = points;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Names it, or rewords it where the id is known.
     *
     * @param point its id, made when the form was rendered
     * @param version the version the writer started from, or null for a new one
     * @return how many signatures became void
     * @throws Stale when somebody else reworded it since
     */
    int write(
            SelfEvaluationId id,
            String code,
            UUID point,
            Point.Kind kind,
            String text,
            @Nullable Long version,
            Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        var known = points.findById(point);
        if (known.isEmpty() && version != null) {
            throw new NotFound();
        }
        if (known.isPresent() && !known.get().section().equals(section.id().value())) {
            throw new NotFound();
        }
        if (known.isPresent() && known.get().text().equals(text)) {
            return 0;
        }
        if (known.isPresent() && (version == null || known.get().currentVersion() != version)) {
            throw new Stale(known.get());
        }
        int voided = noteEdit(evaluation, section);
        if (known.isPresent()) {
            known.get().reword(text);
            points.save(known.get());
        } else {
            points.save(new Point(point, section, kind, text, clock.instant()));
        }
        return voided;
    }

    /** Takes it away; one that is gone already stays so. */
    int remove(SelfEvaluationId id, String code, UUID point, Viewer viewer) {
        var evaluation = desk.forWriting(id, viewer);
        var section = desk.section(evaluation, code);
        var known = points.findById(point)
                .filter(found -> found.section().equals(section.id().value()));
        if (known.isEmpty()) {
            return 0;
        }
        int voided = noteEdit(evaluation, section);
        points.delete(known.get());
        return voided;
    }

    private int noteEdit(SelfEvaluation evaluation, Section section) {
        int voided = evaluation.edited(section.title(), clock.instant());
        if (voided > 0) {
            evaluations.save(evaluation);
        }
        return voided;
    }
}
