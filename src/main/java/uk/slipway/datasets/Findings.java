package uk.slipway.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is found in a file. Findings that look the same count as one with the first row's number; of each kind at
 * most {@value #OF_A_KIND} different ones are kept and the rest counted, so that no file can fill the memory.
 */
final class Findings {

    private static final int OF_A_KIND = 200;
    private static final int LONGEST_VALUE = 200;

    /**
     * One problem.
     *
     * @param line the number of the row in the file, the header being 1; null where it is about the whole file
     * @param times how often it was met
     */
    record Finding(
            FindingKind kind,
            @Nullable Long line,
            @Nullable String column,
            @Nullable String value,
            long times) {}

    private record Key(@Nullable String column, @Nullable String value) {}

    private static final class Tally {
        private final @Nullable Long line;
        private long times = 1;

        Tally(@Nullable Long line) {
            this.line = line;
        }
    }

    private final Map<FindingKind, Map<Key, Tally>> found = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Long> uncounted = new EnumMap<>(FindingKind.class);
    private boolean refused;

    void add(FindingKind kind, @Nullable Long line, @Nullable String column, @Nullable String value) {
        refused |= kind.severity() == Severity.ERROR;
        var ofKind = found.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        var key = new Key(column, value == null ? null : printable(value));
        var tally = ofKind.get(key);
        if (tally != null) {
            tally.times++;
        } else if (ofKind.size() < OF_A_KIND) {
            ofKind.put(key, new Tally(line));
        } else {
            uncounted.merge(kind, 1L, Long::sum);
        }
    }

    void add(FindingKind kind) {
        add(kind, null, null, null);
    }

    /** Whether anything found refuses the file. */
    boolean refuse() {
        return refused;
    }

    long count(Severity severity) {
        return all().stream()
                .filter(finding -> finding.kind().severity() == severity)
                .mapToLong(Finding::times)
                .sum();
    }

    /** Errors first, each kind in the order of the file. */
    List<Finding> all() {
        var all = new ArrayList<Finding>();
        found.forEach((kind, ofKind) -> {
            ofKind.forEach(
                    (key, tally) -> all.add(new Finding(kind, tally.line, key.column(), key.value(), tally.times)));
            var more = uncounted.get(kind);
            if (more != null) {
                all.add(new Finding(kind, null, null, null, more));
            }
        });
        all.sort(Comparator.comparing(finding -> finding.kind().severity()));
        return all;
    }

    private static String printable(String value) {
        var text = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '�' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
