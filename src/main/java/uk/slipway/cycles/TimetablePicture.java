package uk.slipway.cycles;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A year's timetable as it is drawn: one row for each date or span, below each other, over a line of months. Lengths are
 * in the units of the picture's own box.
 *
 * @param height of the box
 * @param months where each month begins
 * @param today where today is, or null where it is outside the picture
 */
record TimetablePicture(
        int height,
        List<Month> months,
        List<Row> rows,
        @Nullable Integer today) {

    static final int WIDTH = 640;
    private static final int LEFT = 6;
    private static final int USABLE = WIDTH - 2 * LEFT;
    private static final int ROW = 58;
    private static final int TOP = 40;

    /** About how wide a letter of the picture's text is. */
    private static final int LETTER = 10;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);

    record Month(String name, int x) {}

    /**
     * @param y of the row's text; the mark is below it
     * @param width 0 for a single day
     * @param look the class that draws it
     * @param textX where the text begins, and from which end
     */
    record Row(String label, String days, int y, int x, int width, String look, int textX, String anchor) {}

    private record Span(String label, LocalDate from, LocalDate to) {}

    static TimetablePicture of(CycleView cycle, LocalDate today) {
        var spans = List.of(
                new Span(
                        "Self-evaluation due",
                        cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE),
                        cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE)),
                new Span(
                        "Memorandum signed",
                        cycle.dayOf(MilestoneKind.MEMORANDUM_SIGNED),
                        cycle.dayOf(MilestoneKind.MEMORANDUM_SIGNED)),
                new Span(
                        "Data group meets",
                        cycle.dayOf(MilestoneKind.DATA_GROUP_MEETS),
                        cycle.dayOf(MilestoneKind.DATA_GROUP_MEETS)),
                new Span("Forums", cycle.dayOf(MilestoneKind.FORUMS_FROM), cycle.dayOf(MilestoneKind.FORUMS_TO)),
                new Span(
                        "Conversations with Ofsted",
                        cycle.dayOf(MilestoneKind.CONVERSATIONS_FROM),
                        cycle.dayOf(MilestoneKind.CONVERSATIONS_TO)));
        var first = spans.stream().map(Span::from).min(LocalDate::compareTo).orElseThrow();
        var last = spans.stream().map(Span::to).max(LocalDate::compareTo).orElseThrow();
        var from = YearMonth.from(first).atDay(1);
        var to = YearMonth.from(last).plusMonths(1).atDay(1);
        long days = ChronoUnit.DAYS.between(from, to);
        var months = new ArrayList<Month>();
        for (var month = YearMonth.from(from); month.atDay(1).isBefore(to); month = month.plusMonths(1)) {
            months.add(new Month(MONTH.format(month), x(from, month.atDay(1), days)));
        }
        var rows = new ArrayList<Row>();
        for (var span : spans) {
            int x = x(from, span.from(), days);
            int width = span.from().equals(span.to())
                    ? 0
                    : Math.max(4, x(from, span.to().plusDays(1), days) - x);
            var dates = span.from().equals(span.to())
                    ? DAY.format(span.from())
                    : DAY.format(span.from()) + " to " + DAY.format(span.to());
            int start = Math.max(x - (width == 0 ? 7 : 0), LEFT);
            int length = (span.label().length() + dates.length() + 2) * LETTER;
            boolean right = start + length > WIDTH;
            rows.add(new Row(
                    span.label(),
                    dates,
                    TOP + rows.size() * ROW + 24,
                    x,
                    width,
                    today.isAfter(span.to()) ? "others" : today.isBefore(span.from()) ? "own" : "second",
                    right ? Math.min(Math.max(x + Math.max(width, 8), length), WIDTH - LEFT) : start,
                    right ? "end" : "start"));
        }
        boolean inside = !today.isBefore(from) && today.isBefore(to);
        return new TimetablePicture(
                TOP + rows.size() * ROW + 10, months, rows, inside ? (Integer) x(from, today, days) : null);
    }

    private static int x(LocalDate from, LocalDate day, long days) {
        return LEFT + (int) Math.round((double) ChronoUnit.DAYS.between(from, day) / days * USABLE);
    }
}
