package uk.slipway.inspections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.slipway.region.LocalAuthority;

/**
 * How many authorities held each grade at the end of each year: one bar a year, best grade first. Lengths are in units of
 * the picture's own box. An authority whose latest report has no such grade counts as that, not with an older one.
 */
record GradesOverTime(int height, List<Bar> bars) {

    static final int WIDTH = 480;
    private static final int LEFT = 52;
    private static final int ROW = 46;
    private static final int BAR = 40;

    /** @param without authorities with no such grade in their latest report, or no report that is held */
    record Bar(String label, int y, Map<Grade, Integer> counts, int without, List<Part> parts) {

        int of(Grade grade) {
            return counts.getOrDefault(grade, 0);
        }
    }

    /** @param dark whether the words on it are white */
    record Part(int x, int y, int width, String fill, boolean dark, String letters, int count) {

        public int middle() {
            return x + width / 2;
        }
    }

    static GradesOverTime of(List<LocalAuthority> ever, List<Inspection> newestFirst, String area, LocalDate today) {
        int first = newestFirst.stream()
                .filter(inspection -> inspection.of(area).map(Judgement::grade).isPresent())
                .mapToInt(inspection -> inspection.published().getYear())
                .min()
                .orElse(today.getYear() + 1);
        List<Bar> bars = new ArrayList<>();
        for (int year = first; year <= today.getYear(); year++) {
            var day = year == today.getYear() ? today : LocalDate.of(year, 12, 31);
            var counts = new EnumMap<Grade, Integer>(Grade.class);
            int without = 0;
            for (var authority : ever) {
                if (authority.fictitious() || !authority.existsOn(day)) {
                    continue;
                }
                var grade = newestFirst.stream()
                        .filter(inspection -> inspection.authority().equals(authority.id())
                                && !inspection.published().isAfter(day))
                        .findFirst()
                        .flatMap(inspection -> inspection.of(area))
                        .map(Judgement::grade);
                if (grade.isPresent()) {
                    counts.merge(grade.get(), 1, Integer::sum);
                } else {
                    without++;
                }
            }
            bars.add(bar(
                    year == today.getYear() ? year + "*" : Integer.toString(year), bars.size() * ROW, counts, without));
        }
        return new GradesOverTime(bars.size() * ROW, List.copyOf(bars));
    }

    private static Bar bar(String label, int y, Map<Grade, Integer> counts, int without) {
        int all = Math.max(
                1,
                without + counts.values().stream().mapToInt(Integer::intValue).sum());
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (var grade : Arrays.asList(Grade.values())) {
            int count = counts.getOrDefault(grade, 0);
            if (count > 0) {
                int x = x(before, all);
                before += count;
                parts.add(new Part(
                        x, y, x(before, all) - x, grade.fill(), grade.ink().equals("#ffffff"), grade.letters(), count));
            }
        }
        if (without > 0) {
            int x = x(before, all);
            parts.add(new Part(x, y, WIDTH - x, "#d9d9d9", false, "–", without));
        }
        return new Bar(label, y, counts, without, parts);
    }

    private static int x(int before, int all) {
        return LEFT + Math.round((float) (WIDTH - LEFT) * before / all);
    }

    int barHeight() {
        return BAR;
    }
}
