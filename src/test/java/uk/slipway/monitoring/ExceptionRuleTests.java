package uk.slipway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.slipway.indicators.Band;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;

class ExceptionRuleTests {

    private static final FigureSpeech PERCENT = new FigureSpeech(Unit.PERCENT, 1);

    private static @Nullable String marks(
            ExceptionRule rule,
            Polarity polarity,
            @Nullable String value,
            @Nullable Band band,
            @Nullable String change) {
        return rule.marks(
                rule.isLimited() ? new BigDecimal("2") : null,
                PERCENT,
                polarity,
                value == null ? null : new BigDecimal(value),
                new BigDecimal("10"),
                band,
                change == null ? null : new BigDecimal(change));
    }

    @Test
    void whatIsWorseThanEnglandByMoreThanTheMarginIsMarkedInWords() {
        assertThat(marks(ExceptionRule.WORSE_THAN_ENGLAND, Polarity.LOW, "12.5", null, null))
                .isEqualTo("2.5 percentage points above England");
        assertThat(marks(ExceptionRule.WORSE_THAN_ENGLAND, Polarity.LOW, "12", null, null))
                .isNull();
        assertThat(marks(ExceptionRule.WORSE_THAN_ENGLAND, Polarity.HIGH, "7", null, null))
                .isEqualTo("3.0 percentage points below England");
        assertThat(marks(ExceptionRule.WORSE_THAN_ENGLAND, Polarity.HIGH, "12.5", null, null))
                .isNull();
    }

    @Test
    void nothingIsMarkedWhereNoDirectionIsGoodOrThereIsNoFigure() {
        for (var rule : ExceptionRule.values()) {
            assertThat(marks(rule, Polarity.NONE, "99", Band.D, "50"))
                    .as(rule.name())
                    .isNull();
            assertThat(marks(rule, Polarity.LOW, null, null, null))
                    .as(rule.name())
                    .isNull();
            assertThat(rule.inWords(new BigDecimal("2"), PERCENT, Polarity.NONE))
                    .isEqualTo("Nothing is marked: neither high nor low is good in itself");
        }
    }

    @Test
    void aChangeForTheWorseAndTheLowestQuarterAreMarked() {
        assertThat(marks(ExceptionRule.WORSENED, Polarity.LOW, "12", null, "2.1"))
                .isEqualTo("up 2.1 percentage points since the year before");
        assertThat(marks(ExceptionRule.WORSENED, Polarity.LOW, "12", null, "-5"))
                .isNull();
        assertThat(marks(ExceptionRule.WORSENED, Polarity.HIGH, "12", null, "-2.1"))
                .isEqualTo("down 2.1 percentage points since the year before");
        assertThat(marks(ExceptionRule.LOWEST_QUARTER, Polarity.HIGH, "12", Band.D, null))
                .contains("band D");
        assertThat(marks(ExceptionRule.LOWEST_QUARTER, Polarity.HIGH, "12", Band.C, null))
                .isNull();
        assertThat(marks(ExceptionRule.WORSE_THAN, Polarity.HIGH, "1", null, null))
                .isEqualTo("below 2.0%");
        assertThat(marks(ExceptionRule.WORSE_THAN, Polarity.LOW, "1", null, null))
                .isNull();
    }
}
