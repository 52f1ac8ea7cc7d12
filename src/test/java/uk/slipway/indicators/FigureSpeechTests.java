package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureSpeechTests {

    @Test
    void aChangeOfAPercentageIsSaidInPointsAndOneIsOnePoint() {
        var whole = new FigureSpeech(Unit.PERCENT, 0);
        assertThat(whole.change(new BigDecimal("2"))).isEqualTo("up 2 percentage points");
        assertThat(whole.change(new BigDecimal("-1.2"))).isEqualTo("down 1 percentage point");
        assertThat(whole.change(new BigDecimal("0.4"))).isEqualTo("no change");
        assertThat(new FigureSpeech(Unit.PERCENT, 1).change(BigDecimal.ONE)).isEqualTo("up 1.0 percentage points");
        assertThat(new FigureSpeech(Unit.NUMBER, 0).change(new BigDecimal("1200")))
                .isEqualTo("up 1,200");
    }
}
