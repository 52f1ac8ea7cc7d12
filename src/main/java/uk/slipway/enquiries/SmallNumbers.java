package uk.slipway.enquiries;

/**
 * Hides what could let somebody be recognised: counts of 1 to 4, and then as many others of each row and column as are
 * needed so that none can be worked out from a total. In every row and column with something hidden at least two cells are,
 * and together they are 5 or more.
 */
final class SmallNumbers {

    static final int SMALLEST = 5;

    private SmallNumbers() {}

    static boolean isSmall(long count) {
        return count > 0 && count < SMALLEST;
    }

    /**
     * Which cells of a table are hidden. Its last row and column are the totals.
     *
     * @param table rows of equal length, none negative
     */
    static boolean[][] hidden(long[][] table) {
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

    /** Which of these counts are hidden, where their total (the last of them) is shown beside them. */
    static boolean[] hidden(long[] column) {
        var table = new long[column.length][1];
        for (int row = 0; row < column.length; row++) {
            table[row][0] = column[row];
        }
        var hidden = new boolean[column.length];
        var found = new boolean[column.length][1];
        for (int row = 0; row < column.length; row++) {
            found[row][0] = isSmall(column[row]);
        }
        while (protect(table, found, 0, 0, 1, 0, column.length)) {
            continue;
        }
        for (int row = 0; row < column.length; row++) {
            hidden[row] = found[row][0];
        }
        return hidden;
    }

    /** Hides one more cell of a line where what is hidden could be worked out; false where it cannot. */
    private static boolean protect(
            long[][] table, boolean[][] hidden, int row, int column, int down, int across, int length) {
        int count = 0;
        long sum = 0;
        int least = -1;
        for (int at = 0; at < length; at++) {
            long value = table[row + at * down][column + at * across];
            if (hidden[row + at * down][column + at * across]) {
                count++;
                sum += value;
            } else if (value > 0 && (least < 0 || value < table[row + least * down][column + least * across])) {
                least = at;
            }
        }
        if (count == 0 || least < 0 || count > 1 && sum >= SMALLEST) {
            return false;
        }
        hidden[row + least * down][column + least * across] = true;
        return true;
    }
}
