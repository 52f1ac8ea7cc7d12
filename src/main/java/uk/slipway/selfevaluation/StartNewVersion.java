package uk.slipway.selfevaluation;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;

/** Begins the next version of a submitted self-evaluation: a private copy, while readers go on seeing what was submitted. */
@UseCase
class StartNewVersion {

    private final SelfEvaluations evaluations;
    private final Sections sections;
    private final Points points;
    private final EvidenceList evidence;
    private final Desk desk;
    private final Clock clock;

    StartNewVersion(
            SelfEvaluations evaluations,
            Sections sections,
            Points points,
            EvidenceList evidence,
            Desk desk,
            Clock clock) {
        this.evaluations = evaluations;
        this.sections = sections;
        this.points = points;
        this.evidence = evidence;
        this.desk = desk;
        this.clock = clock;
    }

    /** Begins it, or answers the later version that has been begun. */
    SelfEvaluationId startFrom(SelfEvaluationId id, Viewer viewer) {
        var submitted = desk.forWriting(id, viewer);
        var newest = evaluations
                .findNewest(submitted.authority().value(), submitted.cycle().value())
                .orElse(submitted);
        if (newest.number() > submitted.number()) {
            return newest.id();
        }
        var now = clock.instant();
        var next = evaluations.save(submitted.startNewVersion(new SelfEvaluationId(Uuid7.at(now)), viewer.name(), now));
        var copies = sections.findByEvaluationOrderByPosition(id.value()).stream()
                .collect(toMap(
                        section -> section.id().value(),
                        section -> sections.saveAndFlush(section.copiedInto(next, new SectionId(Uuid7.at(now))))));
        copies.values().forEach(section -> sections.keepRevision(section.id().value()));
        for (var point : points.findBySectionInOrderById(copies.keySet())) {
            points.save(point.copiedInto(copyOf(copies, point.section())));
        }
        for (var piece : evidence.findBySectionInOrderById(copies.keySet())) {
            evidence.save(piece.copiedInto(copyOf(copies, piece.section())));
        }
        return next.id();
    }

    private static Section copyOf(java.util.Map<UUID, Section> copies, UUID original) {
        return java.util.Objects.requireNonNull(copies.get(original));
    }
}
