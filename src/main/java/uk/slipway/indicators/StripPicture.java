package uk.slipway.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every authority as a point on one line, the chosen ones marked and named. In units of a picture {@value #WIDTH} wide.
 *
 * @param others a path with a dot for each authority
 * @param marks the points that are named, drawn on top of the others
 */
public record StripPicture(int height, int axisY, String others, List<Mark> marks, String least, String most) {

    static final int WIDTH = 640;
    private static final int LEFT = 20;
    private static final int RIGHT = 620;
    private static final int SIZE = 7;
    private static final int DEEPEST = 12;
    private static final int NAME = 22;

    /** A named point: a bar down to the axis, so that it is told from the others without its colour. */
    public record Mark(String css, int x, int nameY, String name, String anchor) {}

    /** A place to be named. */
    public record Named(String name, String css, BigDecimal value) {}

    static StripPicture of(List<BigDecimal> all, List<Named> named, Definition definition) {
        return of(all, named, new FigureSpeech(definition.unit(), definition.decimalPlaces()));
    }

    /**
     * The picture.
     *
     * @param all the figures of every authority that has one, from the least to the most; at least one
     */
    public static StripPicture of(List<BigDecimal> all, List<Named> named, FigureSpeech speech) {
        double least = Math.min(
                all.getFirst().doubleValue(),
                named.stream()
                        .mapToDouble(one -> one.value().doubleValue())
                        .min()
                        .orElse(Double.MAX_VALUE));
        double most = Math.max(
                all.getLast().doubleValue(),
                named.stream()
                        .mapToDouble(one -> one.value().doubleValue())
                        .max()
                        .orElse(-Double.MAX_VALUE));
        double width = most > least ? most - least : 1;
        Map<Integer, Integer> depth = new HashMap<>();
        var columns = new ArrayList<int[]>();
        int deepest = 1;
        for (var value : all) {
            int x = LEFT + (int) Math.round((RIGHT - LEFT) * (value.doubleValue() - least) / width);
            int column = x / SIZE;
            int at = Math.min(depth.merge(column, 1, Integer::sum), DEEPEST);
            deepest = Math.max(deepest, at);
            columns.add(new int[] {column * SIZE + SIZE / 2, at});
        }
        int axis = 6 + NAME * Math.max(3, named.size()) + deepest * SIZE + 6;
        var others = new Dots(3);
        for (var point : columns) {
            others.add(point[0], axis - 4 - (point[1] - 1) * SIZE);
        }
        var marks = new ArrayList<Mark>();
        int row = 0;
        for (var one : named) {
            int x = LEFT + (int) Math.round((RIGHT - LEFT) * (one.value().doubleValue() - least) / width);
            marks.add(new Mark(
                    one.css(),
                    x,
                    18 + NAME * row++,
                    one.name() + " " + speech.cell(one.value(), null),
                    x < 160 ? "start" : x > 480 ? "end" : "middle"));
        }
        return new StripPicture(
                axis + 30,
                axis,
                others.path(),
                marks,
                speech.cell(BigDecimal.valueOf(least), null),
                speech.cell(BigDecimal.valueOf(most), null));
    }
}
