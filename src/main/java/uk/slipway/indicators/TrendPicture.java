package uk.slipway.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines over the years, each named at its end. In units of a picture {@value #WIDTH} wide, and wider to the left where the
 * axis has long values.
 *
 * @param left where the picture begins: 0, or less
 * @param lines what is drawn, the most important last so that it lies on top
 * @param ticks the values of the axis
 * @param years the periods below
 * @param fromZero whether the axis starts at nought; a rate's does not, and the page says so
 */
public record TrendPicture(
        int left, int height, List<Line> lines, List<Tick> ticks, List<Year> years, boolean fromZero) {

    static final int WIDTH = 640;
    private static final int LEFT = 64;
    private static final int RIGHT = 470;
    private static final int TOP = 16;
    private static final int BOTTOM = 260;
    private static final int LABEL = 23;
    /** Where the values of the axis end, and how wide one of their digits is at most. */
    private static final int TICK = 56;

    private static final int DIGIT = 12;
    private static final int RADIUS = 4;

    /** What a line shows: a value for each period, null where there is none. */
    public record Series(String name, String css, List<@Nullable Double> values) {}

    /** A drawn line: its path, the path of a dot for each value, and its name. */
    public record Line(String css, String path, String dots, String name, int nameX, int nameY) {}

    /** A value of the axis. */
    public record Tick(int y, String words) {}

    /** A period below, with the symbol that stands in the place of the first series' figure. */
    public record Year(int x, String words, @Nullable String symbol) {}

    /**
     * The picture.
     *
     * @param years what stands below, one for each value of a series
     * @param symbols what stands below it in the place of the first series' figure, or null
     */
    public static TrendPicture of(
            List<Series> series, List<String> years, List<@Nullable String> symbols, int decimalPlaces) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (var one : series) {
            for (var value : one.values()) {
                if (value != null) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        if (least > most) {
            least = 0;
            most = 1;
        }
        double step = step((most - least) / 4, decimalPlaces);
        double from = Math.floor(least / step) * step;
        double to = Math.ceil(most / step) * step;
        if (to <= from) {
            to = from + step;
        }
        var ticks = new ArrayList<Tick>();
        for (double at = from; at <= to + step / 2; at += step) {
            ticks.add(new Tick(y(at, from, to), words(at, step)));
        }
        var below = new ArrayList<Year>();
        int every = years.size() > 8 ? 2 : 1;
        for (int i = 0; i < years.size(); i++) {
            boolean shown = (years.size() - 1 - i) % every == 0;
            below.add(new Year(x(i, years.size()), shown ? years.get(i) : "", symbols.get(i)));
        }
        var lines = new ArrayList<Line>();
        for (var one : series) {
            lines.add(line(one, from, to));
        }
        int longest =
                ticks.stream().mapToInt(tick -> tick.words().length()).max().orElse(0);
        int left = Math.min(0, TICK - longest * DIGIT);
        return new TrendPicture(left, BOTTOM + 58, apart(lines), ticks, below, from <= 0);
    }

    /** How wide the picture is. */
    public int width() {
        return WIDTH - left;
    }

    private static Line line(Series series, double from, double to) {
        var path = new BrokenLine();
        var dots = new Dots(RADIUS);
        int lastY = BOTTOM;
        boolean any = false;
        for (int i = 0; i < series.values().size(); i++) {
            var value = series.values().get(i);
            if (value == null) {
                path.stop();
            } else {
                int x = x(i, series.values().size());
                lastY = y(value, from, to);
                any = true;
                path.to(x, lastY);
                dots.add(x, lastY);
            }
        }
        return new Line(
                series.css(),
                path.path(),
                dots.path(),
                any ? series.name() : series.name() + ": none",
                RIGHT + 12,
                lastY + 5);
    }

    /** Names that would lie on each other move apart. */
    private static List<Line> apart(List<Line> lines) {
        var byHeight = new ArrayList<>(lines);
        byHeight.sort(Comparator.comparing(Line::nameY));
        int free = TOP;
        var moved = new ArrayList<Line>();
        for (var line : byHeight) {
            int y = Math.max(line.nameY(), free);
            free = y + LABEL;
            moved.add(new Line(line.css(), line.path(), line.dots(), line.name(), line.nameX(), y));
        }
        int over = free - LABEL - (BOTTOM + 10);
        if (over > 0) {
            moved.replaceAll(line ->
                    new Line(line.css(), line.path(), line.dots(), line.name(), line.nameX(), line.nameY() - over));
        }
        moved.sort(Comparator.comparing(
                line -> lines.stream().map(Line::name).toList().indexOf(line.name())));
        return moved;
    }

    private static int x(int index, int of) {
        return of == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * index / (of - 1);
    }

    private static int y(double value, double from, double to) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (value - from) / (to - from));
    }

    private static double step(double raw, int decimalPlaces) {
        double least = Math.pow(10, -decimalPlaces);
        if (raw <= least) {
            return least;
        }
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double nice : new double[] {1, 2, 5, 10}) {
            if (raw <= nice * power) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private static String words(double value, double step) {
        int places = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step));
        return String.format(Locale.UK, "%,." + places + "f", value == 0 ? 0.0 : value);
    }
}
