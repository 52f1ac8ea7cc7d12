package uk.slipway.notices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.WorkingCalendar;
import uk.slipway.web.Words;

/**
 * One clock of one placement.
 *
 * @param from the day it is counted from
 * @param due by when, or null where no day is set, or none is asked for
 * @param metOn the day what it asks for was done, or null
 * @param progress what has been done and what is missing, a sentence
 */
record StatutoryClock(
        ClockKind kind,
        LocalDate from,
        KnownDays.@Nullable Due due,
        @Nullable LocalDate metOn,
        String progress) {

    private static final Words WORDS = new Words();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /** How many working days before its end a clock says "due soon" on screen. Who is written to, the protocol says. */
    static final int WARNS = 2;

    /** How a clock stands on a day. */
    enum Standing {
        LATE("Late", "govuk-tag--red"),
        SOON("Due soon", "govuk-tag--yellow"),
        RUNNING("Running", "govuk-tag--blue"),
        DONE_LATE("Done late", "govuk-tag--orange"),
        DONE("Done in time", "govuk-tag--green"),
        /** To do, with no day by which. */
        OPEN("To do", "govuk-tag--blue");

        private final String words;
        private final String tag;

        Standing(String words, String tag) {
            this.words = words;
            this.tag = tag;
        }

        String inWords() {
            return words;
        }

        String tag() {
            return tag;
        }

        /** Whether somebody has to see to it now. */
        boolean isOpen() {
            return this == LATE || this == SOON || this == RUNNING || this == OPEN;
        }
    }

    Standing standing(LocalDate today, WorkingCalendar calendar) {
        if (due == null) {
            return metOn == null ? Standing.OPEN : Standing.DONE;
        }
        if (metOn != null) {
            return metOn.isAfter(due.on()) ? Standing.DONE_LATE : Standing.DONE;
        }
        if (today.isAfter(due.on())) {
            return Standing.LATE;
        }
        return calendar.between(today, due.on()) <= WARNS ? Standing.SOON : Standing.RUNNING;
    }

    /** Whether those are told now whom the protocol wants told before it is due. */
    boolean warns(Protocol.@Nullable Call before, LocalDate today, WorkingCalendar calendar) {
        return before != null && metOn == null && due != null && before.isNowBefore(due.on(), today, calendar);
    }

    /** Whether those are told now whom the protocol wants told once it is late. */
    boolean calls(Protocol.@Nullable Call after, LocalDate today, WorkingCalendar calendar) {
        return after != null && metOn == null && due != null && after.isNowAfter(due.on(), today, calendar);
    }

    /** "in 3 working days, Tuesday 5 January", "2 working days late, was due Friday 18 December", "done on …". */
    String inWords(LocalDate today, WorkingCalendar calendar) {
        if (due == null) {
            return metOn == null ? "By when is to be set by the region" : "Done on " + day(metOn, today);
        }
        if (metOn != null) {
            int over = calendar.between(due.on(), metOn);
            return "Done on " + day(metOn, today)
                    + (metOn.isAfter(due.on())
                            ? ", " + days(Math.max(over, 1)) + " late"
                            : ", in time: due " + day(due.on(), today));
        }
        if (today.isAfter(due.on())) {
            int over = calendar.between(due.on(), today);
            return (over == 0 ? "Late since the weekend or a holiday" : days(over) + " late") + ", was due "
                    + day(due.on(), today);
        }
        if (today.equals(due.on())) {
            return "Today, " + day(due.on(), today);
        }
        int left = calendar.between(today, due.on());
        return (left == 0 ? "Before the next working day" : "In " + days(left)) + ", " + day(due.on(), today);
    }

    /** That an announced bank holiday moved it, and from where; empty when none did. */
    String moved(LocalDate today) {
        if (due == null || due.movedFrom() == null) {
            return "";
        }
        return "Moved from " + day(due.movedFrom(), today) + " because "
                + due.because().stream()
                        .map(holiday -> day(holiday.day(), today) + " became a bank holiday (" + holiday.name()
                                + ", announced " + WORDS.shortDate(holiday.on()) + ")")
                        .collect(Collectors.joining(" and "));
    }

    private static String days(int number) {
        return WORDS.count(number, "working day", "working days");
    }

    private static String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() || Math.abs(day.toEpochDay() - today.toEpochDay()) < 60
                ? DAY.format(day)
                : WORDS.date(day);
    }
}
