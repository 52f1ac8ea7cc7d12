package uk.slipway.selfevaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Words;

/**
 * What each judgement area stands on, as it is drawn: one bar for each area, other evidence dark, indicators light, below
 * its words. Lengths are in the units of the picture's own box.
 *
 * @param finding the picture's message as a sentence
 * @param height of the box
 */
record EvidencePicture(String finding, int height, List<Row> rows) {

    static final int WIDTH = 640;
    private static final int ROW = 92;
    private static final int TOP = 4;

    /** The longest bar; beyond it every bar shrinks alike. */
    private static final int LONGEST = WIDTH - 4;

    /** How wide one piece is where there are few, so that one piece never fills the picture. */
    private static final int PIECE = 60;

    private static final Words WORDS = new Words();

    /**
     * One area.
     *
     * @param words what the bar shows, in words
     * @param others the length of the dark part
     * @param indicators the length of the light part, which follows it
     * @param warns whether readers will ask about it
     * @param warning what they will ask about, or null
     */
    record Row(
            String area,
            String words,
            int y,
            int others,
            int indicators,
            boolean warns,
            @Nullable String warning,
            Reading.SectionLine line) {}

    /** Draws the sections that are about a judgement area; null where there is none. */
    static @Nullable EvidencePicture of(List<Reading.SectionLine> sections) {
        var areas = sections.stream().filter(line -> line.areaCode() != null).toList();
        if (areas.isEmpty()) {
            return null;
        }
        int most = areas.stream().mapToInt(Reading.SectionLine::evidence).max().orElse(0);
        double piece = Math.min(PIECE, (double) LONGEST / Math.max(1, most));
        var rows = new ArrayList<Row>();
        for (var line : areas) {
            var warning = warning(line);
            rows.add(new Row(
                    line.title(),
                    words(line),
                    TOP + rows.size() * ROW,
                    (int) Math.round((line.evidence() - line.indicators()) * piece),
                    (int) Math.round(line.indicators() * piece),
                    warning != null,
                    warning,
                    line));
        }
        return new EvidencePicture(finding(areas), TOP + rows.size() * ROW, rows);
    }

    private static String words(Reading.SectionLine line) {
        if (line.evidence() == 0) {
            return "no evidence yet";
        }
        int others = line.evidence() - line.indicators();
        return WORDS.count(line.indicators(), "indicator", "indicators") + ", "
                + WORDS.count(others, "other piece", "other pieces");
    }

    private static @Nullable String warning(Reading.SectionLine line) {
        var warnings = new ArrayList<String>();
        if (line.evidence() == 0) {
            warnings.add("there is no evidence");
        } else if (line.evidence() == line.indicators()) {
            warnings.add("the evidence is indicators only");
        }
        if (line.areas() == 0) {
            warnings.add("no area for development is stated");
        }
        return warnings.isEmpty() ? null : String.join(", and ", warnings);
    }

    private static String finding(List<Reading.SectionLine> areas) {
        long bare = areas.stream().filter(line -> line.evidence() == 0).count();
        long figures = areas.stream()
                .filter(line -> line.evidence() > 0 && line.evidence() == line.indicators())
                .count();
        if (bare == areas.size()) {
            return "No judgement area has evidence yet";
        }
        if (bare > 0) {
            return bare + " of " + areas.size() + " judgement areas " + (bare == 1 ? "has" : "have") + " no evidence";
        }
        if (figures > 0) {
            return figures + " of " + areas.size() + " judgement areas " + (figures == 1 ? "stands" : "stand")
                    + " on indicators alone";
        }
        return "Every judgement area stands on more than indicators";
    }
}
