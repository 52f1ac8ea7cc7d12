package uk.slipway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and numbers as a reader says them; {@code #words} in every template. Moments are told in the time of
 * Europe/London. What is null becomes an empty string.
 */
public final class Words {
    /** The zone in which every time on a page is told. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** The class of a heading whose words somebody typed: smaller as they get longer, so that a page still begins. */
    public String heading(@Nullable String typed) {
        int length = typed == null ? 0 : typed.length();
        return length > 200 ? "govuk-heading-s" : length > 90 ? "govuk-heading-m" : "govuk-heading-l";
    }

    /** "Friday 5 December 2026". */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    /** "Friday 5 December 2026", of the day that this moment falls on in London. */
    public String date(@Nullable Instant moment) {
        return moment == null ? "" : date(moment.atZone(LONDON).toLocalDate());
    }

    /** "5 December 2026". */
    public String shortDate(@Nullable LocalDate date) {
        return date == null ? "" : SHORT_DATE.format(date);
    }

    /** "5 December 2026", of the day that this moment falls on in London. */
    public String shortDate(@Nullable Instant moment) {
        return moment == null ? "" : shortDate(moment.atZone(LONDON).toLocalDate());
    }

    /** "December 2026". */
    public String month(@Nullable LocalDate date) {
        return date == null ? "" : MONTH.format(date);
    }

    /** "2:30pm", "9am", "midday", "midnight". */
    public String time(@Nullable LocalTime time) {
        if (time == null) {
            return "";
        }
        LocalTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        if (minute.equals(LocalTime.NOON)) {
            return "midday";
        }
        int hour = minute.getHour() % 12 == 0 ? 12 : minute.getHour() % 12;
        String minutes = minute.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", minute.getMinute());
        return hour + minutes + (minute.getHour() < 12 ? "am" : "pm");
    }

    /** "2:30pm", London time. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : time(moment.atZone(LONDON).toLocalTime());
    }

    /** "5 December 2026, 2:30pm", London time. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment(moment.atZone(LONDON).toLocalDateTime());
    }

    /** "5 December 2026, 2:30pm". */
    public String moment(@Nullable LocalDateTime moment) {
        return moment == null ? "" : shortDate(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    /** "today, Friday 5 December", "in 9 days, Friday 5 December", "3 days late, due Friday 5 December 2025". */
    public String dueIn(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        String day = due.getYear() == today.getYear() ? DAY_AND_MONTH.format(due) : date(due);
        if (days == 0) {
            return "today, " + day;
        }
        if (days == 1) {
            return "tomorrow, " + day;
        }
        return days > 0 ? "in " + number(days) + " days, " + day : count(-days, "day", "days") + " late, due " + day;
    }

    /** "24", "1,250". */
    public String number(@Nullable Number number) {
        return number == null ? "" : String.format(Locale.UK, "%,d", number.longValue());
    }

    /** "1 authority", "24 authorities", "no authorities". */
    public String count(long number, String one, String many) {
        if (number == 0) {
            return "no " + many;
        }
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** "Bolton, Bury and Wigan". */
    public String list(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            return "";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
