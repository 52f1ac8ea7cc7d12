package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTests {

    private final WorkingCalendar england = WorkingCalendar.published();

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026, 2027, 2028})
    void theFileHasTheHolidaysThatTheRulesGive(int year) {
        assertThat(england.holidays().stream().map(BankHoliday::day).filter(day -> day.getYear() == year))
                .containsExactlyElementsOf(byRule(year));
    }

    /** Banking and Financial Dealings Act 1971, the Royal proclamations for its substitutes, and 2023's coronation. */
    private static List<LocalDate> byRule(int year) {
        var days = new ArrayList<LocalDate>();
        days.add(notOnAWeekend(LocalDate.of(year, 1, 1)));
        var easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        if (year == 2023) {
            days.add(LocalDate.of(2023, 5, 8));
        }
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        var christmas = notOnAWeekend(LocalDate.of(year, 12, 25));
        var boxing = LocalDate.of(year, 12, 26);
        if (boxing.getDayOfWeek() == DayOfWeek.SATURDAY || boxing.getDayOfWeek() == DayOfWeek.SUNDAY) {
            boxing = LocalDate.of(year, 12, 28);
        }
        // Where Christmas Day is a Sunday its substitute is the Tuesday, after Boxing Day.
        if (LocalDate.of(year, 12, 25).getDayOfWeek() == DayOfWeek.SUNDAY) {
            christmas = LocalDate.of(year, 12, 27);
        }
        days.add(christmas);
        days.add(boxing);
        return days.stream().sorted().toList();
    }

    private static LocalDate notOnAWeekend(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    /** Gauss's rule for the Gregorian Easter, with its two exceptions. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int shift = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30;
        int moon = (19 * (year % 19) + shift) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + (4 + century - century / 4) % 7) % 7;
        int days = moon + sunday;
        if (moon == 29 && sunday == 6 || moon == 28 && sunday == 6 && (11 * shift + 11) % 30 < 19) {
            days -= 7;
        }
        return LocalDate.of(year, Month.MARCH, 22).plusDays(days);
    }

    @Test
    void aDayOffIsMovedOnToTheNextWorkingDayOrBackToTheLast() {
        // Boxing Day 2026 is a Saturday: Christmas Day was the Friday, and the Monday is its substitute.
        var boxingDay = LocalDate.of(2026, 12, 26);
        assertThat(england.onOrAfter(boxingDay)).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(england.onOrBefore(boxingDay)).isEqualTo(LocalDate.of(2026, 12, 24));
        var tuesday = LocalDate.of(2026, 12, 29);
        assertThat(england.onOrAfter(tuesday)).isEqualTo(tuesday);
        assertThat(england.onOrBefore(tuesday)).isEqualTo(tuesday);
    }

    @Test
    void fiveWorkingDaysOverChristmasEndInTheNewYear() {
        // Monday 21 December 2026: 22, 23, 24, then 29 (25 and 28 are off), 30.
        assertThat(england.after(LocalDate.of(2026, 12, 21), 5)).isEqualTo(LocalDate.of(2026, 12, 30));
        // Thursday 24 December 2026: 29, 30, 31, then 4 January (1 January is off), 5.
        assertThat(england.after(LocalDate.of(2026, 12, 24), 5)).isEqualTo(LocalDate.of(2027, 1, 5));
        // Both days of Christmas 2027 fall on a weekend.
        assertThat(england.after(LocalDate.of(2027, 12, 24), 1)).isEqualTo(LocalDate.of(2027, 12, 29));
    }

    @Test
    void aStartOnAWeekendCountsFromTheNextWorkingDay() {
        assertThat(england.after(LocalDate.of(2026, 11, 28), 5)).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    void anAddedHolidayMovesADayAndLeavesThePublishedCalendarAlone() {
        var moved = england.with(List.of(new BankHoliday(LocalDate.of(2027, 1, 4), "Example holiday")));
        assertThat(moved.after(LocalDate.of(2026, 12, 24), 5)).isEqualTo(LocalDate.of(2027, 1, 6));
        assertThat(england.after(LocalDate.of(2026, 12, 24), 5)).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(moved.holidayOn(LocalDate.of(2027, 1, 4)))
                .map(BankHoliday::name)
                .hasValue("Example holiday");
        assertThat(england.with(List.of(new BankHoliday(LocalDate.of(2026, 12, 25), "Again"))))
                .isEqualTo(england);
    }

    @Test
    void theDaysBetweenAreCountedEitherWay() {
        var christmasEve = LocalDate.of(2026, 12, 24);
        assertThat(england.between(christmasEve, christmasEve)).isZero();
        assertThat(england.between(christmasEve, LocalDate.of(2027, 1, 5))).isEqualTo(5);
        assertThat(england.between(LocalDate.of(2027, 1, 5), christmasEve)).isEqualTo(-5);
    }

    @Test
    void theHolidaysAreKnownThrough2028() {
        assertThat(england.knownThrough()).isEqualTo(2028);
    }
}
