package uk.slipway.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.slipway.enquiries.Evaluation.Case;
import uk.slipway.enquiries.Evaluation.Period;

class EvaluationTests {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final Period PERIOD = new Period(APRIL, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23));

    private static Case one(
            LocalDate received,
            Map<EnquiryStage, LocalDate> then,
            @Nullable ExitReason exit,
            @Nullable LocalDate exited) {
        var entered = new EnumMap<EnquiryStage, LocalDate>(EnquiryStage.class);
        entered.put(EnquiryStage.ENQUIRY, received);
        entered.putAll(then);
        return new Case(received, null, null, entered, exit, exited);
    }

    @Test
    void whoSkippedAStageIsCountedAsHavingComeAtLeastSoFar() {
        var cases = List.of(
                one(APRIL, Map.of(), null, null),
                one(APRIL, Map.of(EnquiryStage.APPLICATION, APRIL.plusDays(30)), null, null));
        assertThat(Evaluation.funnel(cases, PERIOD))
                .containsEntry(EnquiryStage.ENQUIRY, 2L)
                .containsEntry(EnquiryStage.INITIAL_VISIT, 1L)
                .containsEntry(EnquiryStage.APPLICATION, 1L)
                .containsEntry(EnquiryStage.STAGE_1, 0L);
    }

    @Test
    void theYearBeforeIsReadOnTheSameDayOfItsYear() {
        var then = APRIL.minusYears(1);
        var cases = List.of(
                one(then, Map.of(EnquiryStage.APPLICATION, LocalDate.of(2025, 11, 23)), null, null),
                one(then, Map.of(EnquiryStage.APPLICATION, LocalDate.of(2025, 11, 24)), null, null));
        assertThat(Evaluation.funnel(cases, PERIOD.yearBefore())).containsEntry(EnquiryStage.APPLICATION, 1L);
    }

    @Test
    void theMedianIsOfThoseWhoCameToTheSecondStageInThePeriod() {
        var cases = List.of(
                one(APRIL.minusYears(1), Map.of(EnquiryStage.APPLICATION, APRIL.plusDays(1)), null, null),
                one(APRIL, Map.of(EnquiryStage.APPLICATION, APRIL.plusDays(10)), null, null),
                one(APRIL, Map.of(EnquiryStage.APPLICATION, APRIL.plusDays(20)), null, null),
                one(APRIL, Map.of(), null, null));
        var median = Evaluation.median(cases, PERIOD, EnquiryStage.ENQUIRY, EnquiryStage.APPLICATION);
        assertThat(median).isEqualTo(new Evaluation.Median(20.0, 3));
        assertThat(Evaluation.median(cases, PERIOD, EnquiryStage.APPLICATION, EnquiryStage.APPROVED))
                .isEqualTo(new Evaluation.Median(null, 0));
    }

    @Test
    void whoLeavesIsCountedWhereTheyLeftAndWhyWithTotals() {
        var cases = List.of(
                one(APRIL, Map.of(), ExitReason.WITHDREW, APRIL.plusDays(3)),
                one(APRIL, Map.of(EnquiryStage.CONTACTED, APRIL.plusDays(1)), ExitReason.UNSUITABLE, APRIL.plusDays(3)),
                one(APRIL, Map.of(), ExitReason.WITHDREW, LocalDate.of(2026, 12, 1)));
        var exits = Evaluation.exits(cases, PERIOD);
        assertThat(exits[EnquiryStage.ENQUIRY.ordinal()][ExitReason.WITHDREW.ordinal()])
                .isEqualTo(1);
        assertThat(exits[EnquiryStage.CONTACTED.ordinal()][ExitReason.UNSUITABLE.ordinal()])
                .isEqualTo(1);
        assertThat(exits[exits.length - 1][exits[0].length - 1]).isEqualTo(2);
    }

    @Test
    void aMonthThatHasBegunIsCounted() {
        var cases = List.of(one(APRIL, Map.of(), null, null), one(LocalDate.of(2026, 11, 2), Map.of(), null, null));
        assertThat(Evaluation.months(cases, PERIOD)).containsExactly(1, 0, 0, 0, 0, 0, 0, 1);
    }
}
