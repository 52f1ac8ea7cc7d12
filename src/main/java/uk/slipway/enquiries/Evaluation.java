package uk.slipway.enquiries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;

/** What became of those who enquired, from dates and reasons alone: it knows nobody. */
final class Evaluation {

    private Evaluation() {}

    /**
     * One enquiry.
     *
     * @param authority where it went or was to go, or null
     * @param entered the stages it came to, with the day
     */
    record Case(
            LocalDate received,
            @Nullable LocalAuthorityId authority,
            @Nullable UUID campaign,
            Map<EnquiryStage, LocalDate> entered,
            @Nullable ExitReason exit,
            @Nullable LocalDate exitedOn) {

        /** The furthest stage by a day. */
        EnquiryStage furthest(LocalDate by) {
            return entered.entrySet().stream()
                    .filter(stage -> !stage.getValue().isAfter(by))
                    .map(Map.Entry::getKey)
                    .max(EnquiryStage::compareTo)
                    .orElse(EnquiryStage.ENQUIRY);
        }

        boolean hasLeft(LocalDate by) {
            return exitedOn != null && !exitedOn.isAfter(by);
        }
    }

    /**
     * Whose enquiries are counted, and on which day their progress is read. The year before is read on the same day of its
     * year, so that neither had longer to get on.
     */
    record Period(LocalDate from, LocalDate to, LocalDate readOn) {

        Period yearBefore() {
            return new Period(from.minusYears(1), to.minusYears(1), readOn.minusYears(1));
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** How many of those who enquired in a period came at least to each stage. */
    static Map<EnquiryStage, Long> funnel(List<Case> cases, Period period) {
        var funnel = new EnumMap<EnquiryStage, Long>(EnquiryStage.class);
        for (var stage : EnquiryStage.values()) {
            funnel.put(stage, reached(cases, period, stage, any -> true));
        }
        return funnel;
    }

    /** How many of some of them came at least to a stage. */
    static long reached(List<Case> cases, Period period, EnquiryStage stage, Predicate<Case> of) {
        return cases.stream()
                .filter(one -> period.holds(one.received()) && of.test(one))
                .filter(one -> one.furthest(period.readOn()).compareTo(stage) >= 0)
                .count();
    }

    /**
     * A median of days between two stages.
     *
     * @param days null where nobody came that far
     * @param of how many it is of
     */
    record Median(@Nullable Double days, int of) {}

    /** The median days from one stage to another, of all who came to the second within the period, whenever they enquired. */
    static Median median(List<Case> cases, Period period, EnquiryStage first, EnquiryStage second) {
        var days = cases.stream()
                .filter(one -> {
                    var came = one.entered().get(second);
                    return one.entered().get(first) != null
                            && came != null
                            && period.holds(came)
                            && !came.isAfter(period.readOn());
                })
                .mapToLong(one -> ChronoUnit.DAYS.between(
                        one.entered().get(first), one.entered().get(second)))
                .sorted()
                .toArray();
        if (days.length == 0) {
            return new Median(null, 0);
        }
        int middle = days.length / 2;
        return new Median(
                days.length % 2 == 1 ? (double) days[middle] : (days[middle - 1] + days[middle]) / 2.0, days.length);
    }

    /** Where those who enquired in a period left, by the stage they left at and why; totals last. */
    static long[][] exits(List<Case> cases, Period period) {
        int stages = EnquiryStage.values().length - 1;
        int reasons = ExitReason.values().length;
        var table = new long[stages + 1][reasons + 1];
        for (var one : cases) {
            if (period.holds(one.received()) && one.exit() != null && one.hasLeft(period.readOn())) {
                int row = Math.min(one.furthest(period.readOn()).ordinal(), stages - 1);
                int column = one.exit().ordinal();
                table[row][column]++;
                table[row][reasons]++;
                table[stages][column]++;
                table[stages][reasons]++;
            }
        }
        return table;
    }

    /** How many enquired in each month of a period that has begun. */
    static long[] months(List<Case> cases, Period period) {
        int months = (int) ChronoUnit.MONTHS.between(
                        period.from().withDayOfMonth(1), period.to().withDayOfMonth(1))
                + 1;
        var counts = new long[months];
        for (var one : cases) {
            if (period.holds(one.received())) {
                counts[
                        (int) ChronoUnit.MONTHS.between(
                                period.from().withDayOfMonth(1), one.received().withDayOfMonth(1))]++;
            }
        }
        return counts;
    }

    /** A part of a whole in per cent; null where there is no whole. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    /** A column of counts with its total below. */
    static long[] withTotal(long[] counts) {
        var all = Arrays.copyOf(counts, counts.length + 1);
        all[counts.length] = Arrays.stream(counts).sum();
        return all;
    }
}
