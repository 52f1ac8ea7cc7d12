package uk.slipway.cycles;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Ofsted judges for a time, for whoever reads published judgements.
 *
 * @param code such as {@code ILACS_2026}
 * @param shortName such as "ILACS 2026"
 * @param from its first day, or null where that has not been checked; only its month may be known
 * @param until its last day, or null while it is used
 * @param overallGrade whether there is an overall grade beside the areas
 * @param note what a reader should know, or null
 * @param areas all that is judged, the overall grade too where there is one, in the scheme's order
 */
public record PublishedScheme(
        String code,
        String shortName,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean overallGrade,
        @Nullable String note,
        List<JudgementAreaView> areas) {

    public PublishedScheme {
        areas = List.copyOf(areas);
    }

    /** Whether Ofsted judges by it on a day. */
    public boolean isUsedOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether it judges this area for itself. */
    public boolean judges(String area) {
        return areas.stream().anyMatch(known -> known.code().equals(area));
    }
}
