package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.Unit;

/** Reads what was typed for an indicator, and says what is wrong with it or unusual about it. */
final class FigureCheck {

    static final int LONGEST_NOTE = 1000;

    /** When a figure has moved: by more than this share of last quarter's, where at least {@link #TOO_FEW} are counted. */
    private static final BigDecimal MOVED = new BigDecimal("0.25");

    private static final BigDecimal TOO_FEW = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The rule as it stands on the pages. */
    static final String IN_WORDS =
            "A figure is unusual where it is outside the range that the region’s list gives, or differs from last"
                    + " quarter’s by more than a quarter of it while at least ten are counted. A note says why it is"
                    + " right.";

    private FigureCheck() {}

    /** What was typed; never null, possibly blank. */
    record Typed(String numerator, String denominator, String value, String symbol, String note) {

        static Typed of(Figure figure) {
            return new Typed(
                    plain(figure.numerator()),
                    plain(figure.denominator()),
                    plain(figure.value()),
                    figure.symbol() == null ? "" : figure.symbol(),
                    figure.note() == null ? "" : figure.note());
        }
    }

    /** What is wrong: in which part of the line, and what to do. */
    record Problem(String part, String words) {}

    /** The figure, and what is wrong with what was typed; the figure counts only where nothing is. */
    record Read(Figure figure, List<Problem> problems) {}

    static Read read(QuarterlyDefinition definition, Typed typed) {
        var problems = new ArrayList<Problem>();
        var note = typed.note().strip();
        if (note.length() > LONGEST_NOTE) {
            problems.add(new Problem("note", "The note must be %,d characters or fewer".formatted(LONGEST_NOTE)));
        }
        var symbol = typed.symbol().strip();
        if (!symbol.isEmpty() && !List.of("x", "c", "z").contains(symbol)) {
            problems.add(new Problem("symbol", "Choose why there is no figure: x, c or z"));
        }
        var numerator = definition.isRatio() ? number(typed.numerator(), "numerator", problems) : null;
        var denominator = definition.isRatio() ? number(typed.denominator(), "denominator", problems) : null;
        var value = definition.isRatio() ? null : number(typed.value(), "value", problems);
        if (definition.isRatio()) {
            checkRatio(definition, typed, numerator, denominator, problems);
        } else if (value != null) {
            places(value, definition.decimalPlaces(), "value", problems);
            if (definition.unit() == Unit.PERCENT && value.compareTo(HUNDRED) > 0) {
                problems.add(new Problem("value", "A percentage must be 100 or less"));
            }
        }
        boolean typedNumber = definition.isRatio()
                ? !typed.numerator().isBlank() || !typed.denominator().isBlank()
                : !typed.value().isBlank();
        if (!symbol.isEmpty() && typedNumber) {
            problems.add(new Problem(
                    definition.isRatio() ? "numerator" : "value", "Enter a figure or say why there is none, not both"));
        }
        return new Read(
                new Figure(
                        numerator, denominator, value, symbol.isEmpty() ? null : symbol, note.isEmpty() ? null : note),
                problems);
    }

    private static void checkRatio(
            QuarterlyDefinition definition,
            Typed typed,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            List<Problem> problems) {
        if (typed.numerator().isBlank() != typed.denominator().isBlank()) {
            problems.add(
                    typed.numerator().isBlank()
                            ? new Problem("numerator", "Enter how many are counted, or leave both empty")
                            : new Problem("denominator", "Enter out of how many, or leave both empty"));
            return;
        }
        int places = definition.unit() == Unit.NUMBER ? 2 : 0;
        if (numerator != null) {
            places(numerator, places, "numerator", problems);
        }
        if (denominator != null) {
            places(denominator, places, "denominator", problems);
            if (denominator.signum() == 0) {
                problems.add(new Problem(
                        "denominator", "This must be more than 0. If there is nobody to count, choose not applicable"));
            }
        }
        if (numerator != null
                && denominator != null
                && definition.unit() == Unit.PERCENT
                && numerator.compareTo(denominator) > 0) {
            problems.add(new Problem("numerator", "This cannot be more than the number it is out of"));
        }
    }

    private static void places(BigDecimal number, int allowed, String part, List<Problem> problems) {
        if (number.stripTrailingZeros().scale() > allowed) {
            problems.add(new Problem(
                    part,
                    allowed == 0
                            ? "Enter a whole number"
                            : "Enter a number with at most "
                                    + (allowed == 1 ? "1 decimal place" : allowed + " decimal places")));
        }
    }

    /** A number as people type it: with commas or a per cent sign. */
    private static @Nullable BigDecimal number(String text, String part, List<Problem> problems) {
        var typed = text.strip().replace(",", "").replaceFirst("\\s*%$", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            problems.add(new Problem(part, "Enter a number that is 0 or more, such as 125"));
            return null;
        }
        return new BigDecimal(typed);
    }

    /** What is unusual about a figure, each a sentence without its full stop; an unusual figure needs a note. */
    static List<String> unusual(QuarterlyDefinition definition, Figure figure, @Nullable Figure before) {
        var now = figure.worth(definition);
        if (now == null) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var speech = definition.speech();
        if (definition.least() != null && now.compareTo(definition.least()) < 0
                || definition.most() != null && now.compareTo(definition.most()) > 0) {
            found.add(speech.cell(now, null) + " is outside what is usual, " + range(definition));
        }
        var then = before == null ? null : before.worth(definition);
        if (before != null && then != null && then.signum() > 0 && enough(definition, figure, before)) {
            var moved = now.subtract(then).abs();
            if (moved.compareTo(then.multiply(MOVED)) > 0) {
                found.add("It moved from " + speech.cell(then, null) + " last quarter to " + speech.cell(now, null));
            }
        }
        return found;
    }

    static String range(QuarterlyDefinition definition) {
        var speech = definition.speech();
        var least = definition.least();
        var most = definition.most();
        if (least == null) {
            return most == null ? "any" : "at most " + speech.cell(most, null);
        }
        return most == null
                ? "at least " + speech.cell(least, null)
                : speech.cell(least, null) + " to " + speech.cell(most, null);
    }

    private static boolean enough(QuarterlyDefinition definition, Figure figure, Figure before) {
        var now = figure.counted(definition);
        var then = before.counted(definition);
        return now == null || then == null || now.max(then).compareTo(TOO_FEW) >= 0;
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
