package uk.slipway.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The companion of a table: which of its columns are filters and which indicators, and how they are called. */
final class MetaFile {

    private static final List<String> NEEDED = List.of("col_name", "col_type", "label");
    private static final Set<String> KNOWN = Set.of(
            "col_name",
            "col_type",
            "label",
            "indicator_grouping",
            "indicator_unit",
            "indicator_dp",
            "filter_hint",
            "filter_grouping_column",
            "filter_default",
            "parent_filter");

    /** What it says of one column. */
    record Line(
            boolean filter,
            String label,
            @Nullable String unit,
            @Nullable Integer decimalPlaces,
            @Nullable String grouping,
            @Nullable String hint) {}

    private final Map<String, Line> columns;
    private final Set<String> groupings;

    private MetaFile(Map<String, Line> columns, Set<String> groupings) {
        this.columns = columns;
        this.groupings = groupings;
    }

    /** Null where it cannot be read: the findings say why. */
    static @Nullable MetaFile read(InputStream in, Findings findings) throws IOException {
        try (var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Integer> at = new HashMap<>();
            Map<String, Line> columns = new LinkedHashMap<>();
            Set<String> groupings = new LinkedHashSet<>();
            boolean header = true;
            for (var row : csv) {
                if (header) {
                    header = false;
                    if (!header(row.getFields(), at, findings)) {
                        return null;
                    }
                    continue;
                }
                var name = cell(row.getFields(), at, "col_name");
                if (name == null || name.equals("NA")) {
                    continue;
                }
                var type = cell(row.getFields(), at, "col_type");
                if (type == null || !type.equals("Filter") && !type.equals("Indicator")) {
                    findings.add(FindingKind.META_TYPE, row.getStartingLineNumber(), "col_type", type);
                    continue;
                }
                if (columns.containsKey(name)) {
                    findings.add(FindingKind.META_COLUMN_TWICE, row.getStartingLineNumber(), name, null);
                }
                var grouping = cell(row.getFields(), at, "filter_grouping_column");
                if (grouping != null && !grouping.equals("NA")) {
                    groupings.add(grouping);
                }
                var label = cell(row.getFields(), at, "label");
                columns.put(
                        name,
                        new Line(
                                type.equals("Filter"),
                                label == null ? name : label,
                                cell(row.getFields(), at, "indicator_unit"),
                                places(cell(row.getFields(), at, "indicator_dp")),
                                cell(row.getFields(), at, "indicator_grouping"),
                                cell(row.getFields(), at, "filter_hint")));
            }
            return new MetaFile(columns, groupings);
        } catch (CsvParseException | UncheckedIOException unreadable) {
            findings.add(FindingKind.META_UNREADABLE);
            return null;
        }
    }

    private static boolean header(List<String> names, Map<String, Integer> at, Findings findings) {
        for (int i = 0; i < names.size(); i++) {
            var name = (i == 0 ? withoutMark(names.get(i)) : names.get(i)).strip();
            at.put(name, i);
        }
        if (at.size() == 1 && names.getFirst().matches("(?s).*[\\t;|].*")) {
            findings.add(FindingKind.WRONG_SEPARATOR, 1L, "meta.csv", null);
            return false;
        }
        boolean complete = true;
        for (var needed : NEEDED) {
            if (!at.containsKey(needed)) {
                findings.add(FindingKind.META_COLUMN_MISSING, 1L, needed, null);
                complete = false;
            }
        }
        for (var name : at.keySet()) {
            if (!KNOWN.contains(name)) {
                findings.add(FindingKind.META_COLUMN_UNKNOWN, 1L, name, null);
                complete = false;
            }
        }
        return complete;
    }

    static String withoutMark(String first) {
        return first.startsWith("\uFEFF") ? first.substring(1) : first;
    }

    private static @Nullable String cell(List<String> row, Map<String, Integer> at, String column) {
        var position = at.get(column);
        if (position == null || position >= row.size()) {
            return null;
        }
        var text = row.get(position).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer places(@Nullable String text) {
        return text != null && text.matches("[0-9]") ? Integer.valueOf(text) : null;
    }

    @Nullable
    Line of(String column) {
        return columns.get(column);
    }

    boolean groups(String column) {
        return groupings.contains(column);
    }

    Set<String> names() {
        return columns.keySet();
    }
}
