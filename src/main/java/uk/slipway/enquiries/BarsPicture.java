package uk.slipway.enquiries;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts as bars below each other, each named at its left and told at its right; a thin mark is what it is held against.
 * In units of a picture {@value #WIDTH} wide.
 */
record BarsPicture(int height, List<Bar> bars) {

    static final int WIDTH = 640;
    private static final int LEFT = 215;
    private static final int RIGHT = 500;
    private static final int LINE = 34;

    /**
     * One bar.
     *
     * @param width 0 where there is nothing or it is hidden
     * @param words what the count is, in words
     * @param mark where the thin mark stands, or null
     */
    record Bar(
            int y,
            String name,
            int x,
            int width,
            int wordsX,
            String words,
            @Nullable Integer mark) {}

    /** A count to draw; value null where it is hidden, before null where there is nothing to hold it against. */
    record Count(
            String name,
            @Nullable Long value,
            String words,
            @Nullable Long before) {}

    static BarsPicture of(List<Count> counts) {
        long most = 1;
        for (var count : counts) {
            most = Math.max(most, count.value() == null ? 0 : count.value());
            most = Math.max(most, count.before() == null ? 0 : count.before());
        }
        var bars = new ArrayList<Bar>();
        for (var count : counts) {
            int width = width(count.value(), most);
            Integer mark = count.before() == null ? null : LEFT + width(count.before(), most);
            bars.add(new Bar(
                    8 + bars.size() * LINE,
                    count.name(),
                    LEFT,
                    width,
                    Math.max(LEFT + width, mark == null ? 0 : mark) + 8,
                    count.words(),
                    mark));
        }
        return new BarsPicture(16 + counts.size() * LINE, bars);
    }

    private static int width(@Nullable Long value, long most) {
        return value == null || value == 0 ? 0 : Math.max(2, (int) Math.round((double) (RIGHT - LEFT) * value / most));
    }
}
