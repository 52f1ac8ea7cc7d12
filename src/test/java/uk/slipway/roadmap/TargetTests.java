package uk.slipway.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.slipway.indicators.Polarity;

class TargetTests {

    private static final Target TARGET = new Target(
            new UUID(0, 1),
            new PriorityId(new UUID(0, 2)),
            "rate",
            2025,
            new BigDecimal("20"),
            2029,
            new BigDecimal("12"));

    @Test
    void theLineIsStraightFromTheBaselineToTheTarget() {
        assertThat(TARGET.onTheWay(2024)).isEqualByComparingTo("20");
        assertThat(TARGET.onTheWay(2025)).isEqualByComparingTo("20");
        assertThat(TARGET.onTheWay(2027)).isEqualByComparingTo("16");
        assertThat(TARGET.onTheWay(2029)).isEqualByComparingTo("12");
        assertThat(TARGET.onTheWay(2040)).isEqualByComparingTo("12");
    }

    @Test
    void whichSideIsGoodFollowsFromThePolarity() {
        assertThat(TARGET.lies(2027, new BigDecimal("17"), Polarity.LOW)).contains(Target.Lies.BEHIND);
        assertThat(TARGET.lies(2027, new BigDecimal("16"), Polarity.LOW)).contains(Target.Lies.ON_OR_AHEAD);
        assertThat(TARGET.lies(2027, new BigDecimal("15"), Polarity.HIGH)).contains(Target.Lies.BEHIND);
        assertThat(TARGET.lies(2027, new BigDecimal("17"), Polarity.NONE)).isEmpty();
    }

    @Test
    void anAcademicYearEndsInItsSecondYear() {
        var schools = new Target(
                new UUID(0, 1),
                new PriorityId(new UUID(0, 2)),
                "rate",
                202425,
                new BigDecimal("1"),
                2027,
                new BigDecimal("3"));
        assertThat(schools.onTheWay(2026)).isEqualByComparingTo("2");
    }

    @Test
    void anActionMovesForwardOneStepOrBackToWork() {
        assertThat(ActionState.OPEN.mayBecome(ActionState.IN_PROGRESS)).isTrue();
        assertThat(ActionState.OPEN.mayBecome(ActionState.DONE)).isTrue();
        assertThat(ActionState.OPEN.mayBecome(ActionState.VERIFIED)).isFalse();
        assertThat(ActionState.IN_PROGRESS.mayBecome(ActionState.VERIFIED)).isFalse();
        assertThat(ActionState.DONE.mayBecome(ActionState.VERIFIED)).isTrue();
        assertThat(ActionState.DONE.mayBecome(ActionState.IN_PROGRESS)).isTrue();
        assertThat(ActionState.VERIFIED.mayBecome(ActionState.IN_PROGRESS)).isFalse();
    }
}
