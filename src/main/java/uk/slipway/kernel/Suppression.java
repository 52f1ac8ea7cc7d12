package uk.slipway.kernel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which figures a public paper leaves out so that no small number can be told from it. It is meant to hold against a reader
 * who knows every denominator, and against an authority that knows its own figure as well.
 *
 * <p>First: what counts fewer than the threshold, and more than none. In a percentage, those who are not counted are a
 * number too, and as small. Second: the total gives what was left out away when one figure is missing, or when those
 * missing add up to little. So the next smallest are left out until at least {@value #FEWEST} are, and until, whichever one
 * of them is known, the rest could still be as large as the threshold. Where there are not enough, the total is left out.
 */
public record Suppression(Set<Integer> left, boolean withoutTotal) {

    /** One known figure could otherwise be taken from two missing ones. */
    public static final int FEWEST = 3;

    /** The rule as it stands on the page; {@code %d} is the threshold. */
    public static final String IN_WORDS =
            "A figure that counts fewer than %d, but more than none, is left out and shown as c. In a percentage the"
                + " same holds for those who are not counted. Because the region’s figure is shown, what is left out"
                + " could be worked out from it if it were alone: so the next smallest are left out too, until at"
                + " least three are and until, even for an authority that knows its own figure, the others could be"
                + " large. Where that cannot be reached, the region’s figure is left out. Counted numbers are not"
                + " shown for each authority, since its size would give it away; figures are rounded.";

    /**
     * How many are counted, and out of how many where that is a share of a whole.
     *
     * @param outOf only where who is not counted is a number of its own, as in a percentage; else null
     */
    public record Count(BigDecimal counted, @Nullable BigDecimal outOf) {

        private BigDecimal others() {
            return outOf == null ? BigDecimal.ZERO : outOf.subtract(counted);
        }
    }

    /**
     * What to leave out.
     *
     * @param threshold what counts fewer is small; nought for nothing
     * @return the places in the list that are left out, and whether the total is
     */
    public static Suppression of(List<Count> counts, int threshold) {
        var left = new HashSet<Integer>();
        var small = BigDecimal.valueOf(threshold);
        for (int i = 0; i < counts.size(); i++) {
            if (SmallNumbers.isSmall(counts.get(i).counted(), small)
                    || SmallNumbers.isSmall(counts.get(i).others(), small)) {
                left.add(i);
            }
        }
        if (left.isEmpty()) {
            return new Suppression(Set.of(), false);
        }
        for (var measure : List.<Function<Count, BigDecimal>>of(Count::counted, Count::others)) {
            boolean hasSmall = counts.stream().anyMatch(count -> SmallNumbers.isSmall(measure.apply(count), small));
            while (hasSmall && !isSafe(counts, left, measure, small)) {
                var next = IntStream.range(0, counts.size())
                        .filter(i -> !left.contains(i))
                        .filter(i -> measure.apply(counts.get(i)).signum() > 0)
                        .boxed()
                        .min(Comparator.comparing(i -> measure.apply(counts.get(i))));
                if (next.isEmpty()) {
                    return new Suppression(Set.copyOf(left), true);
                }
                left.add(next.get());
            }
        }
        return new Suppression(Set.copyOf(left), false);
    }

    private static boolean isSafe(
            List<Count> counts, Set<Integer> left, Function<Count, BigDecimal> measure, BigDecimal small) {
        return SmallNumbers.isSafe(
                left.stream()
                        .map(counts::get)
                        .map(measure)
                        .filter(number -> number.signum() > 0)
                        .toList(),
                small,
                true);
    }
}
