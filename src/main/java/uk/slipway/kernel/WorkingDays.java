package uk.slipway.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days of England: Monday to Friday without bank holidays, as published for England and Wales on
 * gov.uk/bank-holidays. The table runs from 2024 through 2028; beyond it only weekends are known to be off.
 */
public final class WorkingDays {

    private static final Set<LocalDate> BANK_HOLIDAYS = Set.of(
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 3, 29),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 5, 6),
            LocalDate.of(2024, 5, 27),
            LocalDate.of(2024, 8, 26),
            LocalDate.of(2024, 12, 25),
            LocalDate.of(2024, 12, 26),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 4, 18),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2025, 5, 5),
            LocalDate.of(2025, 5, 26),
            LocalDate.of(2025, 8, 25),
            LocalDate.of(2025, 12, 25),
            LocalDate.of(2025, 12, 26),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 4),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 8, 31),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 26),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 5, 3),
            LocalDate.of(2027, 5, 31),
            LocalDate.of(2027, 8, 30),
            LocalDate.of(2027, 12, 27),
            LocalDate.of(2027, 12, 28),
            LocalDate.of(2028, 1, 3),
            LocalDate.of(2028, 4, 14),
            LocalDate.of(2028, 4, 17),
            LocalDate.of(2028, 5, 1),
            LocalDate.of(2028, 5, 29),
            LocalDate.of(2028, 8, 28),
            LocalDate.of(2028, 12, 25),
            LocalDate.of(2028, 12, 26));

    private WorkingDays() {}

    public static boolean isBankHoliday(LocalDate day) {
        return BANK_HOLIDAYS.contains(day);
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isBankHoliday(day);
    }

    /** The given day if it is a working day, else the next one. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day that is the given number of working days after a day (0: the day itself). */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate candidate = day;
        for (int counted = 0; counted < workingDays; ) {
            candidate = candidate.plusDays(1);
            if (isWorkingDay(candidate)) {
                counted++;
            }
        }
        return candidate;
    }
}
