package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of many small pictures of the same shape: an authority's line over England's. Each has an axis of its own; its first
 * and last period stand below. In units of a picture 300 by 96.
 */
public record SmallPicture(List<String> own, List<Dot> dots, List<String> england, String from, String to) {

    private static final int LEFT = 8;
    private static final int RIGHT = 292;
    private static final int TOP = 10;
    private static final int BOTTOM = 66;

    /** A point of the authority's line. */
    public record Dot(int x, int y) {}

    static SmallPicture of(List<Compared> years) {
        return ofYears(years.stream()
                .map(at -> new ComparedFigure.Year(
                        at.period(),
                        at.own() == null ? null : at.own().value(),
                        at.england() == null ? null : at.england().value()))
                .toList());
    }

    /** Of frozen figures; there is at least one period. */
    public static SmallPicture ofYears(List<ComparedFigure.Year> years) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (var at : years) {
            for (var value : new @Nullable BigDecimal[] {at.own(), at.england()}) {
                if (value != null) {
                    least = Math.min(least, value.doubleValue());
                    most = Math.max(most, value.doubleValue());
                }
            }
        }
        double height = most > least ? most - least : 1;
        double lowest = least;
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < years.size(); i++) {
            var value = years.get(i).own();
            if (value != null) {
                dots.add(new Dot(x(i, years.size()), y(value, lowest, height)));
            }
        }
        return new SmallPicture(
                paths(years, ComparedFigure.Year::own, lowest, height),
                dots,
                paths(years, ComparedFigure.Year::england, lowest, height),
                FigureWords.period(years.getFirst().period()),
                FigureWords.period(years.getLast().period()));
    }

    /** A line stops where there is no figure. */
    private static List<String> paths(
            List<ComparedFigure.Year> years,
            Function<ComparedFigure.Year, @Nullable BigDecimal> of,
            double least,
            double height) {
        var paths = new ArrayList<String>();
        var path = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            var value = of.apply(years.get(i));
            if (value == null) {
                keep(path, paths);
            } else {
                path.append(path.isEmpty() ? "M" : " L")
                        .append(x(i, years.size()))
                        .append(' ')
                        .append(y(value, least, height));
            }
        }
        keep(path, paths);
        return paths;
    }

    private static void keep(StringBuilder path, List<String> paths) {
        if (path.indexOf("L") > 0) {
            paths.add(path.toString());
        }
        path.setLength(0);
    }

    private static int x(int index, int of) {
        return of == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * index / (of - 1);
    }

    private static int y(BigDecimal value, double least, double height) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (value.doubleValue() - least) / height);
    }
}
