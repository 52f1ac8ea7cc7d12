package uk.slipway.kernel;

import java.time.LocalDate;

/** Counts working days of England by the {@link WorkingCalendar#published() published} bank holidays. */
public final class WorkingDays {

    private WorkingDays() {}

    public static boolean isBankHoliday(LocalDate day) {
        return WorkingCalendar.published().holidayOn(day).isPresent();
    }

    public static boolean isWorkingDay(LocalDate day) {
        return WorkingCalendar.published().isWorkingDay(day);
    }

    /** The given day if it is a working day, else the next one. */
    public static LocalDate onOrAfter(LocalDate day) {
        return WorkingCalendar.published().onOrAfter(day);
    }

    /** The given day if it is a working day, else the last one before it. */
    public static LocalDate onOrBefore(LocalDate day) {
        return WorkingCalendar.published().onOrBefore(day);
    }

    /** The day that is the given number of working days after a day (0: the day itself). */
    public static LocalDate after(LocalDate day, int workingDays) {
        return WorkingCalendar.published().after(day, workingDays);
    }
}
