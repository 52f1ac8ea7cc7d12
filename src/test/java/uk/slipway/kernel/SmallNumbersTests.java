package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
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

    @Test
    void aSmallCountIsHiddenAndTheNextSmallestWithIt() {
        assertThat(SmallNumbers.hidden(new long[] {3, 20, 8, 31})).containsExactly(true, false, true, false);
    }

    @Test
    void zeroAndFiveAreShown() {
        assertThat(SmallNumbers.hidden(new long[] {0, 5, 7, 12})).containsExactly(false, false, false, false);
    }

    @Test
    void twoThatTogetherAreFewTakeAThirdWithThem() {
        assertThat(SmallNumbers.hidden(new long[] {1, 2, 9, 30, 42})).containsExactly(true, true, true, false, false);
    }

    @Test
    void aTotalThatIsSmallIsHiddenToo() {
        assertThat(SmallNumbers.hidden(new long[] {0, 2, 2})).containsExactly(false, true, true);
    }

    @Test
    void inATableNoHiddenCountCanBeWorkedOutFromItsRowOrItsColumn() {
        var dice = new Random(3);
        for (int table = 0; table < 300; table++) {
            int rows = 2 + dice.nextInt(6);
            int columns = 2 + dice.nextInt(5);
            var counts = new long[rows + 1][columns + 1];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    long count = dice.nextInt(3) == 0 ? dice.nextInt(5) : dice.nextInt(40);
                    counts[row][column] = count;
                    counts[row][columns] += count;
                    counts[rows][column] += count;
                    counts[rows][columns] += count;
                }
            }
            var hidden = SmallNumbers.hidden(counts);
            for (int row = 0; row <= rows; row++) {
                int inRow = 0;
                for (int column = 0; column <= columns; column++) {
                    assertThat(hidden[row][column] || !SmallNumbers.isSmall(counts[row][column]))
                            .isTrue();
                    inRow += hidden[row][column] ? 1 : 0;
                }
                assertThat(inRow).as("hidden in a row").isNotEqualTo(1);
            }
            for (int column = 0; column <= columns; column++) {
                int inColumn = 0;
                for (int row = 0; row <= rows; row++) {
                    inColumn += hidden[row][column] ? 1 : 0;
                }
                assertThat(inColumn).as("hidden in a column").isNotEqualTo(1);
            }
        }
    }
}
