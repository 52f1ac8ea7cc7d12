package uk.slipway.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;

/**
 * One published inspection of an authority's children's services.
 *
 * @param scheme the code of the scheme by which it judged, or null where the source does not tell
 * @param starts its first day, or null where the source does not tell
 * @param published when its report was published
 * @param source the address of the report, which no other inspection has
 */
record Inspection(
        LocalAuthorityId authority,
        @Nullable String scheme,
        Kind kind,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        LocalDate published,
        String source,
        List<Judgement> judgements) {

    enum Kind {
        SHORT("Short inspection"),
        STANDARD("Standard inspection"),
        OTHER("Inspection of another kind"),
        NOT_STATED("Kind of inspection not stated in source");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    Inspection {
        judgements = List.copyOf(judgements);
    }

    Optional<Judgement> of(String area) {
        return judgements.stream()
                .filter(judgement -> judgement.area().equals(area))
                .findFirst();
    }
}
