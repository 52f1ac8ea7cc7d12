package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import uk.slipway.indicators.FigureSpeech;

/** A bar for each letter, from nought. In units of a picture 640 wide. */
record BarPicture(int height, List<Bar> bars) {

    private static final int LEFT = 44;
    private static final int LONGEST = 440;
    private static final int ROW = 26;

    /** @param width nought where there is no figure to draw */
    record Bar(int y, String letter, int width, int wordsX, String words) {}

    static BarPicture of(List<Anonymise.Line> lines, FigureSpeech speech) {
        double most = lines.stream()
                .map(Anonymise.Line::value)
                .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var line : lines) {
            BigDecimal value = line.value();
            int width = value == null || most <= 0 ? 0 : (int) Math.round(LONGEST * value.doubleValue() / most);
            bars.add(new Bar(
                    bars.size() * ROW + 4,
                    line.letter(),
                    width,
                    LEFT + width + 8,
                    value == null ? "c" : speech.cell(value, null)));
        }
        return new BarPicture(bars.size() * ROW + 8, bars);
    }
}
