package uk.slipway.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table once, row by row, and checks it as it passes: memory does not grow with the file. What it keeps goes to
 * whoever takes the rows. Whether two rows say the same thing is asked of the database afterwards.
 */
final class TableCheck {

    private static final List<String> NEEDED =
            List.of("time_period", "time_identifier", "geographic_level", "country_code", "country_name");
    private static final List<String> PLACE = List.of(
            "geographic_level", "country_code", "region_code", "region_name", "old_la_code", "new_la_code", "la_name");
    /** Columns of geographic levels that are not kept; neither filters nor figures. */
    private static final String OTHER_GEOGRAPHY =
            "(school|provider|lad|pcon|ward|trust|sponsor|local_enterprise_partnership|english_devolved_area|mayoral_combined_authority|opportunity_area"
                + "|rsc_region|institution|planning_area|pfa|lsip|mat|lsoa|brma)_(code|name|urn|laestab|ukprn|id|lead_name)|rsc_region_lead_name";

    private static final int LOOKED_AT = 2_000;

    /** Takes a row that is kept. */
    interface Rows {
        /** @param series names the row's combination of filter items */
        void row(long line, Geography.Place place, int period, String identifier, UUID series, List<String> cells)
                throws SQLException;
    }

    private final Findings findings;
    private final Geography geography;
    private final @Nullable MetaFile meta;
    private final Rows rows;
    private final Fingerprint fingerprint = new Fingerprint();

    private List<Column> columns = List.of();
    private int[] filters = {};
    private int[] figures = {};
    private int[] place = {};
    /** Whether the columns that say where a row belongs are all there. */
    private boolean placed = true;

    private int period;
    private int identifier;
    private boolean[] filled = {};
    private final Set<String> identifiers = new HashSet<>();
    private long read;
    private long kept;

    TableCheck(Findings findings, Geography geography, @Nullable MetaFile meta, Rows rows) {
        this.findings = findings;
        this.geography = geography;
        this.meta = meta;
        this.rows = rows;
    }

    /**
     * Reads the table to its end.
     *
     * @throws CharacterCodingException where it is not in this character set: then it is read anew in another
     */
    void read(InputStream in, Charset charset) throws IOException, SQLException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(in, decoder))) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                findings.add(FindingKind.EMPTY);
                return;
            }
            if (!header(records.next().getFields())) {
                return;
            }
            var first = new ArrayList<CsvRecord>();
            while (records.hasNext() && first.size() < LOOKED_AT) {
                first.add(records.next());
            }
            if (first.isEmpty()) {
                findings.add(FindingKind.EMPTY);
                return;
            }
            sort(first);
            for (var record : first) {
                row(record);
            }
            first.clear();
            while (records.hasNext()) {
                row(records.next());
            }
            finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException cause) {
                throw cause;
            }
            findings.add(FindingKind.BROKEN_ROW, read + 2, null, null);
        }
    }

    private boolean header(List<String> names) {
        var cleaned = new ArrayList<>(names);
        cleaned.set(0, MetaFile.withoutMark(names.getFirst()));
        if (cleaned.size() == 1 && cleaned.getFirst().matches("(?s).*[\\t;|].*")) {
            findings.add(FindingKind.WRONG_SEPARATOR, 1L, null, null);
            return false;
        }
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < cleaned.size(); i++) {
            var name = cleaned.get(i);
            if (name.isBlank()) {
                findings.add(FindingKind.HEADER_BLANK, 1L, "column " + (i + 1), null);
            } else if (at.putIfAbsent(name, i) != null) {
                findings.add(FindingKind.HEADER_TWICE, 1L, name, null);
            }
        }
        for (var needed : NEEDED) {
            if (!at.containsKey(needed)) {
                findings.add(FindingKind.COLUMN_MISSING, 1L, needed, null);
            }
        }
        if (at.containsKey("region_code") != at.containsKey("region_name")) {
            findings.add(
                    FindingKind.COLUMN_MISSING,
                    1L,
                    at.containsKey("region_code") ? "region_name" : "region_code",
                    null);
        }
        if (at.containsKey("new_la_code") && !at.containsKey("la_name")) {
            findings.add(FindingKind.COLUMN_MISSING, 1L, "la_name", null);
        }
        if (meta != null) {
            meta.names().stream()
                    .filter(name -> !at.containsKey(name))
                    .forEach(name -> findings.add(FindingKind.META_NOT_IN_FILE, 1L, name, null));
        }
        // With a header that is wrong the rows are read all the same, as far as they can be: one report says
        // everything.
        placed = PLACE.stream().allMatch(at::containsKey) || !findings.refuse();
        period = at.getOrDefault("time_period", -1);
        identifier = at.getOrDefault("time_identifier", -1);
        place = PLACE.stream().mapToInt(name -> at.getOrDefault(name, -1)).toArray();
        var named = new ArrayList<Column>();
        for (int i = 0; i < cleaned.size(); i++) {
            var name = cleaned.get(i);
            var role = name.equals("time_period") || name.equals("time_identifier")
                    ? Column.Role.TIME
                    : name.isBlank() || Geography.COLUMNS.contains(name) || name.matches(OTHER_GEOGRAPHY)
                            ? Column.Role.GEOGRAPHY
                            : Column.Role.FILTER;
            named.add(new Column(i, name, role, null, name, null, null, null, null));
        }
        columns = named;
        filled = new boolean[named.size()];
        return true;
    }

    /** Tells filters from figures: by the meta file, else by what stands in most of the first rows. */
    private void sort(List<CsvRecord> first) {
        var sorted = new ArrayList<Column>();
        int filterNumber = 0;
        int figureNumber = 0;
        for (var column : columns) {
            if (column.role() != Column.Role.FILTER) {
                sorted.add(column);
                continue;
            }
            var said = meta == null ? null : meta.of(column.name());
            boolean filter;
            if (meta != null && said == null) {
                if (!meta.groups(column.name())) {
                    findings.add(FindingKind.FILE_NOT_IN_META, 1L, column.name(), null);
                }
                filter = true;
            } else {
                filter = said == null ? !mostlyFigures(column, first) : said.filter();
            }
            sorted.add(new Column(
                    column.position(),
                    column.name(),
                    filter ? Column.Role.FILTER : Column.Role.FIGURE,
                    filter ? ++filterNumber : ++figureNumber,
                    said == null ? column.name() : said.label(),
                    said == null ? null : said.unit(),
                    said == null ? null : said.decimalPlaces(),
                    said == null ? null : said.grouping(),
                    said == null ? null : said.hint()));
        }
        columns = sorted;
        filters = positions(Column.Role.FILTER);
        figures = positions(Column.Role.FIGURE);
        if (figures.length == 0) {
            findings.add(FindingKind.NO_FIGURES);
        }
    }

    private int[] positions(Column.Role role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .mapToInt(Column::position)
                .toArray();
    }

    private static boolean mostlyFigures(Column column, List<CsvRecord> first) {
        int figures = 0;
        int numbers = 0;
        int others = 0;
        for (var record : first) {
            if (column.position() < record.getFieldCount()) {
                var cell = record.getField(column.position());
                if (Symbols.isNumber(cell)) {
                    numbers++;
                    figures++;
                } else if (Symbols.isSymbol(cell)) {
                    figures++;
                } else if (!cell.isBlank()) {
                    others++;
                }
            }
        }
        return figures >= others && (numbers > 0 || others == 0);
    }

    private void row(CsvRecord record) throws SQLException {
        read++;
        long line = record.getStartingLineNumber();
        var cells = record.getFields();
        if (cells.size() != columns.size()) {
            findings.add(FindingKind.FIELD_COUNT, line, null, cells.size() + " values, " + columns.size() + " columns");
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                filled[i] = true;
                if (cell.indexOf('\0') >= 0) {
                    findings.add(
                            FindingKind.CONTROL_CHARACTER, line, columns.get(i).name(), cell);
                    return;
                }
            }
        }
        var when = period < 0 ? "" : cells.get(period);
        var kind = identifier < 0 ? "" : cells.get(identifier);
        if (identifier >= 0 && identifiers.size() < 100) {
            identifiers.add(kind);
        }
        boolean timed = period >= 0 && identifier >= 0;
        if (identifier >= 0 && !TimeIdentifiers.isKnown(kind)) {
            findings.add(FindingKind.IDENTIFIER_UNKNOWN, line, "time_identifier", kind);
            timed = false;
        } else if (timed && !TimeIdentifiers.fits(when, kind)) {
            findings.add(FindingKind.PERIOD_FORMAT, line, "time_period", when);
            timed = false;
        }
        var where = placed
                ? geography.place(
                        Arrays.stream(place)
                                .mapToObj(at -> at < 0 ? "" : cells.get(at))
                                .toList(),
                        timed ? TimeIdentifiers.lastYear(Integer.parseInt(when)) : Integer.MAX_VALUE,
                        line,
                        findings)
                : null;
        for (int at : filters) {
            var cell = cells.get(at);
            if (cell.isEmpty()) {
                findings.add(FindingKind.FILTER_BLANK, line, columns.get(at).name(), null);
            } else if (cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ') {
                findings.add(FindingKind.FILTER_PADDED, line, columns.get(at).name(), cell);
            }
        }
        for (int at : figures) {
            var cell = cells.get(at);
            if (!Symbols.isNumber(cell)) {
                if (cell.isEmpty()) {
                    findings.add(FindingKind.FIGURE_BLANK, line, columns.get(at).name(), null);
                } else if (!Symbols.isSymbol(cell)) {
                    findings.add(
                            FindingKind.FIGURE_UNREADABLE, line, columns.get(at).name(), cell);
                } else if (Symbols.isOlder(cell)) {
                    findings.add(
                            FindingKind.FIGURE_OLD_SYMBOL, line, columns.get(at).name(), cell);
                }
            }
        }
        if (where != null && timed) {
            kept++;
            if (!findings.refuse()) {
                for (int at : filters) {
                    fingerprint.add(cells.get(at));
                }
                rows.row(line, where, Integer.parseInt(when), kind, fingerprint.get(), cells);
            }
        }
    }

    private void finish() {
        if (identifiers.size() > 1) {
            findings.add(
                    FindingKind.MIXED_YEARS,
                    null,
                    "time_identifier",
                    String.join(", ", identifiers.stream().sorted().toList()));
        }
        if (placed) {
            geography.finish(findings);
        }
        for (var column : columns) {
            if ((column.role() == Column.Role.FILTER || column.role() == Column.Role.FIGURE)
                    && !filled[column.position()]) {
                findings.add(FindingKind.COLUMN_EMPTY, null, column.name(), null);
            }
        }
        if (kept == 0 && !findings.refuse()) {
            findings.add(FindingKind.EMPTY);
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** Rows below the header. */
    long rowsRead() {
        return read;
    }

    /** Rows about England, a region or an authority. */
    long rowsKept() {
        return kept;
    }
}
