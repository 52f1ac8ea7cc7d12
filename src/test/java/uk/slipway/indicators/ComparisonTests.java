package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final List<BigDecimal> FIVE = numbers(1, 2, 2, 4, 9);

    @Test
    void equalOnesShareTheBestOfTheirPlaces() {
        assertThat(ranks(Polarity.LOW)).containsExactly(1, 2, 2, 4, 5);
        assertThat(ranks(Polarity.HIGH)).containsExactly(5, 3, 3, 2, 1);
    }

    @Test
    void thereIsNoRankAndNoBandWhereNeitherDirectionIsGood() {
        assertThat(new Spread(FIVE).rank(FIVE.getFirst(), Polarity.NONE)).isEmpty();
        assertThat(new Spread(FIVE).band(FIVE.getFirst(), Polarity.NONE)).isEmpty();
    }

    @Test
    void aBoundaryBelongsToTheQuarterBelowIt() {
        // The quartiles of 1 to 5 are 2, 3 and 4.
        var five = numbers(1, 2, 3, 4, 5);
        assertThat(five.stream()
                        .map(value -> new Spread(five).band(value, Polarity.LOW).orElseThrow()))
                .containsExactly(Band.A, Band.A, Band.B, Band.C, Band.D);
    }

    @Test
    void whereHighIsGoodTheLettersTurnRoundAndTheBoundariesStay() {
        var five = numbers(1, 2, 3, 4, 5);
        assertThat(five.stream()
                        .map(value ->
                                new Spread(five).band(value, Polarity.HIGH).orElseThrow()))
                .containsExactly(Band.D, Band.D, Band.C, Band.B, Band.A);
    }

    @Test
    void quartilesLieBetweenTheTwoNearestAsInR() {
        double[] four = {1, 2, 4, 8};
        assertThat(Comparison.quantile(four, 0.25)).isEqualTo(1.75, within(1e-12));
        assertThat(Comparison.quantile(four, 0.5)).isEqualTo(3, within(1e-12));
        assertThat(Comparison.quantile(new double[] {7}, 0.75)).isEqualTo(7);
    }

    @Test
    void theMeanIsOfThoseThatHaveData() {
        assertThat(Comparison.mean(numbers(1, 2, 6)).orElseThrow()).isEqualByComparingTo("3");
        assertThat(Comparison.mean(List.of())).isEmpty();
    }

    @Test
    void theYearBeforeIsTheConsecutiveOne() {
        assertThat(Comparison.yearBefore(2025)).isEqualTo(2024);
        assertThat(Comparison.yearBefore(202425)).isEqualTo(202324);
        assertThat(Comparison.yearBefore(200001)).isEqualTo(199900);
    }

    private static Stream<Integer> ranks(Polarity polarity) {
        return FIVE.stream().map(value -> new Spread(FIVE).rank(value, polarity).orElseThrow());
    }

    private static List<BigDecimal> numbers(long... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
