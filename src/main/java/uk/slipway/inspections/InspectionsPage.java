package uk.slipway.inspections;

import java.util.List;
import uk.slipway.web.Option;

/** A region's published inspections: how many authorities hold each grade, over time, and the latest of each. */
record InspectionsPage(
        String region,
        String area,
        String finding,
        GradesOverTime picture,
        List<Year> years,
        List<String> judgements,
        List<Row> rows,
        List<Option> regions,
        List<Option> areas,
        String csv,
        String judgementsCsv,
        boolean mayImport,
        List<String> whoCanSee) {

    /** @param counts one for each grade, then those without */
    record Year(String label, List<Integer> counts) {}

    /** @param cells one for each judgement of today's schemes, as the inspection's own scheme has it */
    record Row(String authority, String href, String published, String scheme, List<String> cells) {}
}
