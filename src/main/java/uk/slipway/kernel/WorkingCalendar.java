package uk.slipway.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The working days of England as somebody knew them: Monday to Friday without these bank holidays. A value: one to which
 * a holiday was added later is another calendar, so that a clock can say what the holiday moved.
 */
public final class WorkingCalendar {

    private static final WorkingCalendar PUBLISHED = read();

    private final TreeMap<LocalDate, BankHoliday> holidays = new TreeMap<>();

    private WorkingCalendar(Collection<BankHoliday> holidays) {
        holidays.forEach(holiday -> this.holidays.put(holiday.day(), holiday));
    }

    /**
     * The bank holidays of {@code db/reference/bank-holidays.csv}, as published for England and Wales on
     * gov.uk/bank-holidays for 2023 through 2028. Beyond them only weekends are known to be off.
     */
    public static WorkingCalendar published() {
        return PUBLISHED;
    }

    /** The same calendar with more holidays; one on a day that is off already changes nothing. */
    public WorkingCalendar with(Collection<BankHoliday> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(more);
        all.addAll(holidays.values());
        return new WorkingCalendar(all);
    }

    /** Every holiday, earliest first. */
    public List<BankHoliday> holidays() {
        return List.copyOf(holidays.values());
    }

    /** The last year whose holidays are known. */
    public int knownThrough() {
        return holidays.lastKey().getYear();
    }

    /** The holiday on a day, if it is one. */
    public Optional<BankHoliday> holidayOn(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }

    /** Whether people work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.containsKey(day);
    }

    /** The given day if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        var candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The given day if it is a working day, else the last one before it. */
    public LocalDate onOrBefore(LocalDate day) {
        var candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The day that is the given number of working days after a day (0: the day itself). */
    public LocalDate after(LocalDate day, int workingDays) {
        var candidate = day;
        for (int counted = 0; counted < workingDays; ) {
            candidate = candidate.plusDays(1);
            if (isWorkingDay(candidate)) {
                counted++;
            }
        }
        return candidate;
    }

    /** How many working days lie after the first day, up to and with the second; negative when the second is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int counted = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return counted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar calendar && calendar.holidays.equals(holidays);
    }

    @Override
    public int hashCode() {
        return holidays.hashCode();
    }

    private static WorkingCalendar read() {
        var file = WorkingCalendar.class.getResourceAsStream("/db/reference/bank-holidays.csv");
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(file, "db/reference/bank-holidays.csv is missing"), StandardCharsets.UTF_8))) {
            return new WorkingCalendar(lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(cells -> new BankHoliday(LocalDate.parse(cells[0]), cells[1]))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
