package uk.slipway.datasets;

import java.util.Set;

/**
 * The symbols that stand in the place of a figure, by the guide for statistics production: z not applicable, x
 * unavailable, c confidential, low and k rounds to nought, u of low reliability; and the older ones.
 */
final class Symbols {

    private static final Set<String> TODAY = Set.of("z", "x", "c", "low", "k", "u");
    private static final Set<String> OLDER = Set.of(":", "~", "..", "-");

    private Symbols() {}

    static boolean isSymbol(String cell) {
        return cell.length() <= 3 && (TODAY.contains(cell) || OLDER.contains(cell));
    }

    static boolean isOlder(String cell) {
        return cell.length() <= 2 && OLDER.contains(cell);
    }

    /** Digits with at most one point and a sign, as PostgreSQL reads them; an exponent as R writes it. */
    static boolean isNumber(String cell) {
        int length = cell.length();
        int at = length > 0 && cell.charAt(0) == '-' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        while (at < length) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if ((c == 'e' || c == 'E') && digits > 0) {
                return isExponent(cell, at + 1);
            } else {
                return false;
            }
            at++;
        }
        return digits > 0 && digits <= 40;
    }

    private static boolean isExponent(String cell, int from) {
        int at = from < cell.length() && (cell.charAt(from) == '-' || cell.charAt(from) == '+') ? from + 1 : from;
        int digits = cell.length() - at;
        if (digits < 1 || digits > 2) {
            return false;
        }
        for (; at < cell.length(); at++) {
            if (cell.charAt(at) < '0' || cell.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
