package uk.slipway.notices;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.BankHoliday;
import uk.slipway.kernel.WorkingCalendar;

/**
 * England's working days as they are known: the published bank holidays, and those announced since. A clock counts by what
 * was known on a day: an announcement moves clocks that are open, and none that has been met before it.
 */
record KnownDays(WorkingCalendar published, List<Announced> announced) {

    /** A bank holiday announced after the published table was made. */
    record Announced(LocalDate day, String name, LocalDate on) {
        BankHoliday holiday() {
            return new BankHoliday(day, name);
        }
    }

    /**
     * By when something is due.
     *
     * @param movedFrom the day it was due before an announcement, or null where none moved it
     * @param because the announced holidays that moved it
     */
    record Due(LocalDate on, @Nullable LocalDate movedFrom, List<Announced> because) {

        static Due on(LocalDate day) {
            return new Due(day, null, List.of());
        }
    }

    static KnownDays published(List<Announced> announced) {
        return new KnownDays(WorkingCalendar.published(), List.copyOf(announced));
    }

    /** The calendar with every holiday announced by a day. */
    WorkingCalendar asKnownOn(LocalDate day) {
        return published.with(announced.stream()
                .filter(each -> !each.on().isAfter(day))
                .map(Announced::holiday)
                .toList());
    }

    /** So many working days after a day, as counted on the day of counting. */
    Due after(LocalDate day, int workingDays, LocalDate countedOn) {
        var before = published.after(day, workingDays);
        var now = asKnownOn(countedOn).after(day, workingDays);
        if (now.equals(before)) {
            return Due.on(now);
        }
        var because = announced.stream()
                .filter(each -> !each.on().isAfter(countedOn))
                .filter(each -> each.day().isAfter(day) && !each.day().isAfter(now))
                .filter(each -> published.isWorkingDay(each.day()))
                .toList();
        return new Due(now, before, because);
    }
}
