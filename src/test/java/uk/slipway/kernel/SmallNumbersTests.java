package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallNumbersTests {

    @Test
    void hidesOneToFour() {
        assertThat(SmallNumbers.shown(0)).isEqualTo("0");
        assertThat(SmallNumbers.shown(1)).isEqualTo("c");
        assertThat(SmallNumbers.shown(4)).isEqualTo("c");
        assertThat(SmallNumbers.shown(5)).isEqualTo("5");
    }

    @Test
    void hidesAnotherWhereOneAloneCouldBeWorkedOutFromTheTotal() {
        assertThat(SmallNumbers.shown(List.of(3, 20, 9, 0))).containsExactly("c", "20", "c", "0");
        assertThat(SmallNumbers.shown(List.of(3, 2, 9))).containsExactly("c", "c", "9");
        assertThat(SmallNumbers.shown(List.of(20, 9))).containsExactly("20", "9");
    }

    @Test
    void hidesATotalThatTellsItsOnlyPart() {
        assertThat(SmallNumbers.shownTotal(List.of(3, 0))).isEqualTo("c");
        assertThat(SmallNumbers.shownTotal(List.of(2, 2))).isEqualTo("c");
        assertThat(SmallNumbers.shownTotal(List.of(3, 20))).isEqualTo("23");
        assertThat(SmallNumbers.shownTotal(List.of(0, 0))).isEqualTo("0");
    }
}
