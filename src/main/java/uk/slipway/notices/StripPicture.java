package uk.slipway.notices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.LondonTime;

/**
 * The clocks of a placement as they are drawn: one row each, from the day it is counted from to the day it is due, and a mark
 * where it was met. Lengths are in the units of the picture's own box.
 *
 * @param height of the box
 * @param days what stands along the top
 * @param today where today is
 */
record StripPicture(int height, List<Tick> days, List<Row> rows, int today) {

    static final int WIDTH = 640;
    private static final int LEFT = 10;
    private static final int USABLE = WIDTH - 2 * LEFT;
    private static final int ROW = 56;
    private static final int TOP = 40;
    /** Days along the top: as many as a phone's width can bear. */
    private static final int TICKS = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    record Tick(String name, int x, String anchor) {}

    /**
     * @param y of the row's text; the bar is below it
     * @param due where it is due, or null
     * @param met where it was met, or null
     */
    record Row(
            String label,
            String words,
            int y,
            int x,
            int width,
            String look,
            @Nullable Integer due,
            @Nullable Integer met) {}

    static StripPicture of(ShowClocks.Counted counted) {
        var today = counted.today();
        var days = counted.clocks().stream()
                .flatMap(clock -> Stream.of(clock.from(), dueOf(clock), clock.metOn()))
                .filter(Objects::nonNull)
                .toList();
        var from = Stream.concat(
                        Stream.of(today, LondonTime.dayOf(counted.placement().approvedAt())), days.stream())
                .min(LocalDate::compareTo)
                .orElse(today)
                .minusDays(1);
        var to = Stream.concat(Stream.of(today), days.stream())
                .max(LocalDate::compareTo)
                .orElse(today)
                .plusDays(1);
        long span = Math.max(1, ChronoUnit.DAYS.between(from, to));
        var ticks = new ArrayList<Tick>();
        for (int tick = 0; tick < TICKS; tick++) {
            var day = from.plusDays(Math.round((double) span * tick / (TICKS - 1)));
            ticks.add(new Tick(
                    DAY.format(day), x(from, day, span), tick == 0 ? "start" : tick == TICKS - 1 ? "end" : "middle"));
        }
        var rows = new ArrayList<Row>();
        for (var clock : counted.clocks()) {
            var due = dueOf(clock);
            var standing = clock.standing(today, counted.calendar());
            var end = due == null ? clock.metOn() : due;
            if (standing == StatutoryClock.Standing.LATE) {
                end = today;
            }
            // What is due before the placement is made has been open since the match was approved.
            var opened = LondonTime.dayOf(counted.placement().approvedAt());
            boolean isBefore = due != null && !clock.from().isBefore(due) && opened.isBefore(due);
            int start = x(from, isBefore ? opened : clock.from(), span);
            int stop = end == null ? start : x(from, end, span);
            rows.add(new Row(
                    clock.kind().inWords(),
                    standing.inWords(),
                    TOP + rows.size() * ROW + 24,
                    Math.min(start, stop),
                    Math.max(3, Math.abs(stop - start)),
                    switch (standing) {
                        case LATE, DONE_LATE -> "slipway-strip__late";
                        case DONE -> "slipway-strip__done";
                        default -> "slipway-strip__running";
                    },
                    due == null ? null : (Integer) x(from, due, span),
                    clock.metOn() == null ? null : (Integer) x(from, clock.metOn(), span)));
        }
        return new StripPicture(TOP + rows.size() * ROW + 30, ticks, rows, x(from, today, span));
    }

    private static @Nullable LocalDate dueOf(StatutoryClock clock) {
        return clock.due() == null ? null : clock.due().on();
    }

    private static int x(LocalDate from, LocalDate day, long span) {
        return LEFT + (int) Math.round((double) ChronoUnit.DAYS.between(from, day) / span * USABLE);
    }
}
