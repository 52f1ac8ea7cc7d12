package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of many small pictures of the same shape: an authority's line over England's, or alone where England's figure is
 * the sum of all. Each has an axis of its own; its first and last period stand below. In units of a picture 300 by 96.
 *
 * @param own the path of the authority's line
 * @param dots the path of a dot for each of its figures
 * @param england the path of England's line
 */
public record SmallPicture(String own, String dots, String england, String from, String to) {

    private static final int LEFT = 8;
    private static final int RIGHT = 292;
    private static final int TOP = 10;
    private static final int BOTTOM = 66;
    private static final int RADIUS = 3;

    static SmallPicture of(Definition definition, List<Compared> years) {
        return ofYears(years.stream()
                .map(at -> new ComparedFigure.Year(
                        at.period(),
                        at.own() == null ? null : at.own().value(),
                        definition.isCount() || at.england() == null
                                ? null
                                : at.england().value()))
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
        var dots = new Dots(RADIUS);
        for (int i = 0; i < years.size(); i++) {
            var value = years.get(i).own();
            if (value != null) {
                dots.add(x(i, years.size()), y(value, lowest, height));
            }
        }
        return new SmallPicture(
                line(years, ComparedFigure.Year::own, lowest, height),
                dots.path(),
                line(years, ComparedFigure.Year::england, lowest, height),
                FigureWords.period(years.getFirst().period()),
                FigureWords.period(years.getLast().period()));
    }

    /** It stops where there is no figure. */
    private static String line(
            List<ComparedFigure.Year> years,
            Function<ComparedFigure.Year, @Nullable BigDecimal> of,
            double least,
            double height) {
        var line = new BrokenLine();
        for (int i = 0; i < years.size(); i++) {
            var value = of.apply(years.get(i));
            if (value == null) {
                line.stop();
            } else {
                line.to(x(i, years.size()), y(value, least, height));
            }
        }
        return line.path();
    }

    private static int x(int index, int of) {
        return of == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * index / (of - 1);
    }

    private static int y(BigDecimal value, double least, double height) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (value.doubleValue() - least) / height);
    }
}
