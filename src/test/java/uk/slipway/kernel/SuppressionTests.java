package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No small number can be told from what is shown, whoever looks: somebody who knows every denominator, and an authority that
 * knows its own figure too. The attacks here are independent of how the rule is built.
 */
class SuppressionTests {

    private static final int ROUNDS = 4000;

    private static List<Suppression.Count> counts(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new Suppression.Count(BigDecimal.valueOf(number), null))
                .toList();
    }

    private static List<Suppression.Count> shares(int[]... numbers) {
        var counts = new ArrayList<Suppression.Count>();
        for (var each : numbers) {
            counts.add(new Suppression.Count(BigDecimal.valueOf(each[0]), BigDecimal.valueOf(each[1])));
        }
        return counts;
    }

    @Test
    void nothingIsLeftOutWhereNothingIsSmall() {
        assertThat(Suppression.of(counts(6, 0, 200, 7), 6)).isEqualTo(new Suppression(Set.of(), false));
        assertThat(Suppression.of(counts(1, 2, 3), 0)).isEqualTo(new Suppression(Set.of(), false));
        assertThat(Suppression.of(List.of(), 6)).isEqualTo(new Suppression(Set.of(), false));
    }

    @Test
    void oneSmallNumberTakesTheNextSmallestWithIt() {
        assertThat(Suppression.of(counts(90, 3, 20, 12, 50, 0), 6)).isEqualTo(new Suppression(Set.of(1, 3, 2), false));
    }

    @Test
    void smallNumbersThatAddUpToLittleTakeAnotherWithThem() {
        var suppressed = Suppression.of(counts(1, 1, 1, 40, 30, 50), 6);
        assertThat(suppressed.left()).contains(0, 1, 2).hasSizeGreaterThan(3);
        assertThat(suppressed.withoutTotal()).isFalse();
    }

    @Test
    void whereThereAreTooFewTheTotalIsLeftOut() {
        assertThat(Suppression.of(counts(1, 2, 1, 0, 0), 6).withoutTotal()).isTrue();
        assertThat(Suppression.of(counts(3), 6)).isEqualTo(new Suppression(Set.of(0), true));
    }

    @Test
    void whoIsNotCountedInAPercentageIsANumberToo() {
        var suppressed = Suppression.of(
                shares(new int[] {98, 100}, new int[] {60, 100}, new int[] {50, 100}, new int[] {100, 100}, new int[] {
                    40, 90
                }),
                6);
        assertThat(suppressed.left()).contains(0).doesNotContain(3).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261128, 97})
    void noSmallNumberCanBeToldFromCounts(long seed) {
        var random = new Random(seed);
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int threshold = 2 + random.nextInt(9);
            int[] numbers = IntStream.range(0, 1 + random.nextInt(24))
                    .map(any -> random.nextInt(3) == 0 ? random.nextInt(threshold + 2) : random.nextInt(80))
                    .toArray();
            var suppressed = Suppression.of(counts(numbers), threshold);
            told += attack(numbers, suppressed, threshold);
            assertThat(Suppression.of(counts(numbers), threshold)).isEqualTo(suppressed);
        }
        assertThat(told).as("attacks that had something to work on").isGreaterThan(ROUNDS / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 31415})
    void noSmallNumberCanBeToldFromPercentages(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int threshold = 2 + random.nextInt(9);
            int many = 1 + random.nextInt(24);
            int[] outOf =
                    IntStream.range(0, many).map(any -> 1 + random.nextInt(60)).toArray();
            int[] counted = IntStream.of(outOf)
                    .map(whole -> random.nextInt(4) == 0 ? whole : random.nextInt(whole + 1))
                    .toArray();
            int[] others =
                    IntStream.range(0, many).map(i -> outOf[i] - counted[i]).toArray();
            var suppressed = Suppression.of(
                    shares(IntStream.range(0, many)
                            .mapToObj(i -> new int[] {counted[i], outOf[i]})
                            .toArray(int[][]::new)),
                    threshold);
            // Who knows the denominators knows the one total from the other.
            attack(counted, suppressed, threshold);
            attack(others, suppressed, threshold);
        }
    }

    /**
     * Works out, from the total and what is shown, between which numbers each of the missing ones must lie; once as a
     * stranger, once for every authority that knows its own. A missing number may be anything from nought.
     */
    private static int attack(int[] numbers, Suppression suppressed, int threshold) {
        var left = suppressed.left();
        for (int i = 0; i < numbers.length; i++) {
            if (!left.contains(i)) {
                assertThat(numbers[i] == 0 || numbers[i] >= threshold)
                        .as("%d is shown", numbers[i])
                        .isTrue();
            }
        }
        if (left.isEmpty() || suppressed.withoutTotal()) {
            return 0;
        }
        int missing = left.stream().mapToInt(i -> numbers[i]).sum();
        for (int i : left) {
            if (numbers[i] == 0 || numbers[i] >= threshold) {
                continue;
            }
            assertThat(missing)
                    .as("a stranger cannot tell %d of %d missing", numbers[i], missing)
                    .isGreaterThanOrEqualTo(threshold);
            assertThat(left.size()).isGreaterThanOrEqualTo(Suppression.FEWEST);
            for (int own : left) {
                if (own != i) {
                    int rest = missing - numbers[own];
                    assertThat(possible(rest, left.size() - 1))
                            .as("who knows %d cannot tell %d", numbers[own], numbers[i])
                            .contains(0, threshold);
                }
            }
        }
        return 1;
    }

    /** What one of so many numbers that add up to a rest may be. */
    private static List<Integer> possible(int rest, int many) {
        return many == 1
                ? List.of(rest)
                : IntStream.rangeClosed(0, rest).boxed().toList();
    }
}
