package uk.slipway.returns;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.Quarter;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.CsvDownload;

/**
 * Figures as files, with the column names of Explore education statistics: the template that an authority fills in, the
 * same read again, and what is downloaded. A file with a mistake is refused whole.
 */
final class ReturnFile {

    /** Some kilobytes are usual. */
    static final int LARGEST = 1_000_000;

    private static final int MOST_PROBLEMS = 200;
    private static final int MOST_ROWS = 2000;
    private static final int SHOWN = 60;

    private static final List<String> PLACE = List.of(
            "time_period",
            "time_identifier",
            "geographic_level",
            "country_code",
            "country_name",
            "region_code",
            "region_name",
            "old_la_code",
            "new_la_code",
            "la_name");

    private static final List<String> NEEDED =
            List.of("time_period", "time_identifier", "new_la_code", "indicator", "numerator", "denominator", "value");

    static final List<String> TEMPLATE = joined(
            "indicator",
            "numerator",
            "denominator",
            "value",
            "note",
            "last_quarter_numerator",
            "last_quarter_denominator",
            "last_quarter_value");

    static final List<String> FIGURES =
            joined("indicator", "numerator", "denominator", "value", "note", "submitted", "status");

    static final List<String> ANONYMISED = List.of(
            "time_period",
            "time_identifier",
            "geographic_level",
            "country_code",
            "country_name",
            "region_code",
            "region_name",
            "authority",
            "indicator",
            "value");

    private ReturnFile() {}

    private static List<String> joined(String... more) {
        var columns = new ArrayList<>(PLACE);
        columns.addAll(List.of(more));
        return List.copyOf(columns);
    }

    static List<String> place(Quarter quarter, String region, LocalAuthority authority) {
        return List.of(
                quarter.timePeriod(),
                quarter.timeIdentifier(),
                "Local authority",
                "E92000001",
                "England",
                authority.region().value(),
                region,
                authority.dfeCode(),
                authority.gssCode(),
                authority.name());
    }

    /** The template's lines, with what is entered and what was said the quarter before. */
    static List<List<String>> template(ShowReturns.One one, String region) {
        var place = place(one.quarter().quarter(), region, one.authority());
        var rows = new ArrayList<List<String>>();
        for (var asked : one.asked()) {
            var row = new ArrayList<>(place);
            row.add(CsvDownload.harmless(asked.definition().name()));
            row.addAll(numbers(one.of(asked)));
            row.add(CsvDownload.harmless(
                    Objects.requireNonNullElse(one.of(asked).note(), "")));
            var before = one.before(asked);
            row.addAll(numbers(before == null ? Figure.NONE : before));
            rows.add(row);
        }
        return rows;
    }

    static List<String> numbers(Figure figure) {
        return List.of(
                FigureCheck.plain(figure.numerator()),
                FigureCheck.plain(figure.denominator()),
                figure.symbol() != null ? figure.symbol() : FigureCheck.plain(figure.value()));
    }

    /**
     * What is wrong in a file.
     *
     * @param row of the file, its line of column names being 1
     */
    record Problem(long row, String column, String value, String what) {}

    /**
     * What a file says.
     *
     * @param figures by the indicator asked; what is empty in the file is not among them
     * @param windows whether it was written in Windows-1252 and not in UTF-8
     */
    record Read(Map<UUID, Figure> figures, List<Problem> problems, boolean windows) {}

    static Read read(byte[] bytes, Quarter quarter, LocalAuthority authority, List<AskedIndicator> asked) {
        var problems = new ArrayList<Problem>();
        var figures = new LinkedHashMap<UUID, Figure>();
        var decoded = decoded(bytes, StandardCharsets.UTF_8);
        boolean windows = decoded == null;
        var text = decoded == null ? new String(bytes, Charset.forName("windows-1252")) : decoded;
        if (text.indexOf('\0') >= 0) {
            problems.add(new Problem(1, "", "", "This is no CSV file. Save the template as CSV and choose it again"));
            return new Read(Map.of(), problems, windows);
        }
        try (var csv = CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var columns = new HashMap<String, Integer>();
            var byName = new HashMap<String, AskedIndicator>();
            asked.forEach(one -> byName.put(key(one.definition().name()), one));
            long row = 0;
            for (var line : csv) {
                row++;
                if (row == 1) {
                    for (int i = 0; i < line.getFieldCount(); i++) {
                        columns.put(line.getField(i).strip().toLowerCase(Locale.ROOT), i);
                    }
                    for (var needed : NEEDED) {
                        if (!columns.containsKey(needed)) {
                            problems.add(new Problem(
                                    1, needed, "", "This column is missing. Download the template and fill it in"));
                        }
                    }
                    if (!problems.isEmpty()) {
                        break;
                    }
                } else if (row > MOST_ROWS) {
                    problems.add(new Problem(row, "", "", "The file has more rows than a return can have"));
                    break;
                } else {
                    new Line(line, row, columns, problems).into(figures, byName, quarter, authority);
                }
                if (problems.size() >= MOST_PROBLEMS) {
                    break;
                }
            }
            if (row == 0) {
                problems.add(new Problem(1, "", "", "The file is empty. Download the template and fill it in"));
            } else if (problems.isEmpty() && figures.isEmpty()) {
                problems.add(new Problem(
                        row, "value", "", "No row has a figure. Fill in numerator and denominator, or value"));
            }
        } catch (CsvParseException unreadable) {
            problems.add(new Problem(1, "", "", "This is no CSV file. Save the template as CSV and choose it again"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Read(figures, problems, windows);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static String key(String name) {
        return plain(name).toLowerCase(Locale.ROOT);
    }

    /** Without the apostrophe that keeps a text from being a formula. */
    private static String plain(String text) {
        var stripped = text.strip();
        return stripped.startsWith("'")
                        && stripped.length() > 1
                        && !CsvDownload.harmless(stripped.substring(1)).equals(stripped.substring(1))
                ? stripped.substring(1)
                : stripped;
    }

    /** One row of a file. */
    private record Line(CsvRecord line, long row, Map<String, Integer> columns, List<Problem> problems) {

        private String field(String column) {
            var at = columns.get(column);
            return at == null || at >= line.getFieldCount()
                    ? ""
                    : line.getField(at).strip();
        }

        private void problem(String column, String what) {
            var value = field(column);
            problems.add(
                    new Problem(row, column, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value, what));
        }

        void into(
                Map<UUID, Figure> figures,
                Map<String, AskedIndicator> byName,
                Quarter quarter,
                LocalAuthority authority) {
            if (line.getFieldCount() == 1 && line.getField(0).isBlank()) {
                return;
            }
            int before = problems.size();
            if (!field("time_period").equals(quarter.timePeriod())) {
                problem("time_period", "This return is for " + quarter.timePeriod());
            }
            if (!field("time_identifier").equalsIgnoreCase(quarter.timeIdentifier())) {
                problem("time_identifier", "This return is for " + quarter.timeIdentifier());
            }
            if (!field("new_la_code").equalsIgnoreCase(authority.gssCode())) {
                problem(
                        "new_la_code",
                        "This return is " + authority.name() + "’s, whose code is " + authority.gssCode());
            }
            var asked = byName.get(key(field("indicator")));
            if (asked == null) {
                problem("indicator", "This quarter does not ask for it. Take the names from the template");
                return;
            }
            var symbolOrValue = field("value").toLowerCase(Locale.ROOT);
            boolean symbol = symbolOrValue.matches("[a-z]+");
            if (asked.definition().isRatio() && !symbol && !symbolOrValue.isEmpty()) {
                problem(
                        "value",
                        "Leave this empty: it is worked out from numerator and denominator. Or enter x, c or z");
            }
            for (var column : List.of("numerator", "denominator")) {
                if (!asked.definition().isRatio() && !field(column).isEmpty()) {
                    problem(column, "Leave this empty: this indicator asks for a value");
                }
            }
            var read = FigureCheck.read(
                    asked.definition(),
                    new FigureCheck.Typed(
                            field("numerator"),
                            field("denominator"),
                            symbol || asked.definition().isRatio() ? "" : symbolOrValue,
                            symbol ? symbolOrValue : "",
                            plain(field("note"))));
            read.problems()
                    .forEach(found -> problem("symbol".equals(found.part()) ? "value" : found.part(), found.words()));
            if (problems.size() > before || read.figure().isBlank()) {
                return;
            }
            if (figures.put(asked.id(), read.figure()) != null) {
                problem("indicator", "This indicator is in the file twice. Keep one row");
            }
        }
    }
}
