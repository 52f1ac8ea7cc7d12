package uk.slipway.datasets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How alike two names are: Dice's coefficient of their pairs of neighbouring letters, 0 to 1. */
final class Likeness {

    private Likeness() {}

    static double of(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        int all = sum(pairs) + sum(others);
        if (all == 0) {
            return 0;
        }
        int common = 0;
        for (var pair : pairs.entrySet()) {
            common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * common / all;
    }

    private static int sum(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> pairs(String name) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }
}
