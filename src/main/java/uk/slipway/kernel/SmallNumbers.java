package uk.slipway.kernel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides counts of people that are small enough to tell who they are. Counts of 1 to 4 are hidden; where that leaves one
 * hidden count beside a total that is shown, the next smallest is hidden too, for else it could be worked out.
 */
public final class SmallNumbers {

    /** The smallest count, but 0, that is shown. */
    public static final int LEAST_SHOWN = 5;

    /** What stands in place of a hidden count. */
    public static final String HIDDEN = "c";

    private SmallNumbers() {}

    /** Whether a count on its own has to be hidden. */
    public static boolean isSmall(int count) {
        return count > 0 && count < LEAST_SHOWN;
    }

    /** A count on its own, as it may be shown. */
    public static String shown(int count) {
        return isSmall(count) ? HIDDEN : Integer.toString(count);
    }

    /** The counts that add up to a total which is shown beside them, each as it may be shown. */
    public static List<String> shown(List<Integer> partsOfATotal) {
        var hidden = new boolean[partsOfATotal.size()];
        int small = 0;
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = isSmall(partsOfATotal.get(i));
            small += hidden[i] ? 1 : 0;
        }
        if (small == 1) {
            IntStream.range(0, hidden.length)
                    .filter(i -> !hidden[i] && partsOfATotal.get(i) > 0)
                    .boxed()
                    .min(java.util.Comparator.comparingInt(partsOfATotal::get))
                    .ifPresent(i -> hidden[i] = true);
        }
        return IntStream.range(0, hidden.length)
                .mapToObj(i -> hidden[i] ? HIDDEN : Integer.toString(partsOfATotal.get(i)))
                .toList();
    }

    /** The total beside such parts: itself hidden where it is small, or where its only part is. */
    public static String shownTotal(List<Integer> parts) {
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        long some = parts.stream().filter(part -> part > 0).count();
        boolean tellsTheOnlyPart = some == 1 && parts.stream().anyMatch(SmallNumbers::isSmall);
        return isSmall(total) || tellsTheOnlyPart ? HIDDEN : Integer.toString(total);
    }
}
