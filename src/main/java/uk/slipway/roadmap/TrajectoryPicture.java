package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import uk.slipway.indicators.FiguresOfPlaces;

/**
 * The actual figures as a line with dots, and the straight line from the baseline to the target, dashed. In units of a
 * picture 340 by 120; the first and the last year stand below.
 */
record TrajectoryPicture(String actual, List<Dot> dots, String way, Dot target, String from, String to) {

    private static final int LEFT = 14;
    private static final int RIGHT = 326;
    private static final int TOP = 14;
    private static final int BOTTOM = 86;

    record Dot(int x, int y) {}

    static TrajectoryPicture of(Target target, List<FiguresOfPlaces.Year> years) {
        int first = FiguresOfPlaces.endOf(target.baselinePeriod());
        int last = target.targetYear();
        double least = Math.min(target.baseline().doubleValue(), target.target().doubleValue());
        double most = Math.max(target.baseline().doubleValue(), target.target().doubleValue());
        for (var year : years) {
            var value = year.value();
            if (value != null) {
                first = Math.min(first, year.endsIn());
                last = Math.max(last, year.endsIn());
                least = Math.min(least, value.doubleValue());
                most = Math.max(most, value.doubleValue());
            }
        }
        var frame = new Frame(first, Math.max(last, first + 1), least, most > least ? most : least + 1);
        var line = new StringBuilder();
        var dots = new ArrayList<Dot>();
        for (var year : years) {
            var value = year.value();
            if (value == null) {
                continue;
            }
            var dot = frame.at(year.endsIn(), value);
            line.append(line.isEmpty() ? "M" : " L").append(dot.x()).append(' ').append(dot.y());
            dots.add(dot);
        }
        var start = frame.at(FiguresOfPlaces.endOf(target.baselinePeriod()), target.baseline());
        var end = frame.at(target.targetYear(), target.target());
        return new TrajectoryPicture(
                line.isEmpty() ? "M0 0" : line.toString(),
                dots,
                "M" + start.x() + " " + start.y() + " L" + end.x() + " " + end.y(),
                end,
                Integer.toString(first),
                Integer.toString(Math.max(last, first + 1)));
    }

    private record Frame(int first, int last, double least, double most) {
        Dot at(int year, BigDecimal value) {
            return new Dot(LEFT + (RIGHT - LEFT) * (year - first) / (last - first), (int)
                    Math.round(BOTTOM - (BOTTOM - TOP) * (value.doubleValue() - least) / (most - least)));
        }
    }
}
