package uk.slipway.demonstration;

import java.time.LocalDate;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.WorkingDays;

/**
 * One of the two years that the demonstration tells. Its dates hang on the day the demonstration is loaded, so that it
 * is always the middle of the season: this year's self-evaluations were due three weeks ago, the first forums have been
 * held, most are ahead. Last year's dates are the same days a year before, and all of it is over.
 *
 * @param year the academic year
 * @param isThisYear false for the complete year before
 * @param today the day of loading
 */
public record StagedYear(AcademicYear year, boolean isThisYear, LocalDate today) {

    /**
     * A working day, so many days before or after the day that stands for "today" in this year. A day off gives way to
     * the working day before it, or to the next where it lies ahead: what has happened never moves into the future.
     */
    public LocalDate day(int fromToday) {
        var day = (isThisYear ? today : today.minusYears(1)).plusDays(fromToday);
        return fromToday > 0 ? WorkingDays.onOrAfter(day) : WorkingDays.onOrBefore(day);
    }

    /** Whether a day has passed: what belongs to the day of loading itself has not happened yet. */
    public boolean isOver(LocalDate day) {
        return day.isBefore(today);
    }

    /** The cycle opens. */
    public LocalDate opens() {
        return day(-70);
    }

    /** Self-evaluations and memoranda are due. */
    public LocalDate selfEvaluationsDue() {
        return day(-21);
    }

    /** The strategic performance and data group meets. */
    public LocalDate dataGroupMeets() {
        return day(-12);
    }

    /** The first day of the forums: a few of this year's have been held. */
    public LocalDate forumsFrom() {
        return day(-7);
    }

    /** The last day of the forums. */
    public LocalDate forumsTo() {
        return day(65);
    }

    /** The first day of the annual conversations. */
    public LocalDate conversationsFrom() {
        return day(-2);
    }

    /** The last day of the annual conversations. */
    public LocalDate conversationsTo() {
        return day(120);
    }
}
