package uk.slipway.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides counts of people that are small enough to tell who they are, wherever counts are shown: 1 to 4, and then as many
 * others of each row and column as are needed so that none can be worked out from a total. What is left out where each
 * authority knows its own figure is {@link Suppression}; both ask here what is small and what is safe.
 */
public final class SmallNumbers {

    /** The smallest count, but 0, that is shown. */
    public static final int LEAST_SHOWN = 5;

    /** What stands in place of a hidden count. */
    public static final String HIDDEN = "c";

    private SmallNumbers() {}

    /** Whether a count on its own has to be hidden. */
    public static boolean isSmall(long count) {
        return isSmall(BigDecimal.valueOf(count), BigDecimal.valueOf(LEAST_SHOWN));
    }

    /** Whether a count is more than none and fewer than a threshold. */
    static boolean isSmall(BigDecimal count, BigDecimal threshold) {
        return count.signum() > 0 && count.compareTo(threshold) < 0;
    }

    /**
     * Whether the counts that are missing beside a total cannot be worked out from it: there are two at least, and together
     * they are not small.
     *
     * @param missing those above 0
     * @param oneIsKnown whether a reader may know one of them already: then there are three at least, and whichever one is
     *     known, each of the others could still be as large as the threshold though all of them are above 0
     */
    static boolean isSafe(Collection<BigDecimal> missing, BigDecimal threshold, boolean oneIsKnown) {
        int fewest = oneIsKnown ? 3 : 2;
        if (missing.size() < fewest) {
            return false;
        }
        var rest = missing.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (oneIsKnown) {
            var most = missing.stream().max(Comparator.naturalOrder()).orElseThrow();
            rest = rest.subtract(most).subtract(BigDecimal.valueOf(missing.size() - 2L));
        }
        return rest.compareTo(threshold) >= 0;
    }

    /** A count on its own, as it may be shown. */
    public static String shown(int count) {
        return isSmall(count) ? HIDDEN : Integer.toString(count);
    }

    /** The counts that add up to a total which is shown beside them, each as it may be shown. */
    public static List<String> shown(List<Integer> partsOfATotal) {
        var hidden = hidden(withTotal(partsOfATotal));
        return IntStream.range(0, partsOfATotal.size())
                .mapToObj(i -> hidden[i] ? HIDDEN : Integer.toString(partsOfATotal.get(i)))
                .toList();
    }

    /** The total beside such parts, as it may be shown. */
    public static String shownTotal(List<Integer> parts) {
        var line = withTotal(parts);
        return hidden(line)[parts.size()] ? HIDDEN : Long.toString(line[parts.size()]);
    }

    private static long[] withTotal(List<Integer> parts) {
        var line = new long[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            line[i] = parts.get(i);
            line[parts.size()] += parts.get(i);
        }
        return line;
    }

    /** Which of these counts are hidden, where their total (the last of them) is shown beside them. */
    public static boolean[] hidden(long[] column) {
        var table = new long[column.length][1];
        var found = new boolean[column.length][1];
        for (int row = 0; row < column.length; row++) {
            table[row][0] = column[row];
            found[row][0] = isSmall(column[row]);
        }
        while (protect(table, found, 0, 0, 1, 0, column.length)) {
            continue;
        }
        var hidden = new boolean[column.length];
        for (int row = 0; row < column.length; row++) {
            hidden[row] = found[row][0];
        }
        return hidden;
    }

    /**
     * Which cells of a table are hidden. Its last row and column are the totals. In every row and column with something
     * hidden at least two cells are, and together they are not small.
     *
     * @param table rows of equal length, none negative
     */
    public static boolean[][] hidden(long[][] table) {
        var hidden = new boolean[table.length][table[0].length];
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                hidden[row][column] = isSmall(table[row][column]);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int row = 0; row < table.length; row++) {
                more |= protect(table, hidden, row, 0, 0, 1, table[row].length);
            }
            for (int column = 0; column < table[0].length; column++) {
                more |= protect(table, hidden, 0, column, 1, 0, table.length);
            }
        }
        return hidden;
    }

    /** Hides one more cell of a line where what is hidden could be worked out; false where it cannot. */
    private static boolean protect(
            long[][] table, boolean[][] hidden, int row, int column, int down, int across, int length) {
        var missing = new ArrayList<BigDecimal>();
        int least = -1;
        for (int at = 0; at < length; at++) {
            long value = table[row + at * down][column + at * across];
            if (hidden[row + at * down][column + at * across]) {
                missing.add(BigDecimal.valueOf(value));
            } else if (value > 0 && (least < 0 || value < table[row + least * down][column + least * across])) {
                least = at;
            }
        }
        if (missing.isEmpty() || least < 0 || isSafe(missing, BigDecimal.valueOf(LEAST_SHOWN), false)) {
            return false;
        }
        hidden[row + least * down][column + least * across] = true;
        return true;
    }
}
