package uk.slipway.indicators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.slipway.web.CsvDownload;

/**
 * Figures as files: CSV with the column names of Explore education statistics, or a workbook with a cover and one named
 * table to a sheet. Symbols stay symbols. Text that a spreadsheet would take for a formula is given an apostrophe in CSV; in a
 * workbook text is text.
 */
final class FigureExport {

    /** What the symbols of published figures mean, for a cover. */
    static final String SYMBOLS =
            "Symbols stand in the place of figures: z not applicable, x unavailable, c confidential,"
                    + " low or k rounds to nought, u unreliable. A symbol is never a nought.";

    private static final List<String> HEADERS = List.of(
            "time_period",
            "geographic_level",
            "country_code",
            "country_name",
            "region_code",
            "region_name",
            "new_la_code",
            "la_name",
            "indicator",
            "value");
    private static final int[] WIDTHS = {12, 18, 14, 14, 14, 26, 14, 28, 60, 14};
    private static final int VALUE = HEADERS.size() - 1;
    /** What a spreadsheet allows the name of a sheet to be. */
    private static final int LONGEST_SHEET = 31;

    private static final int LONGEST_TABLE = 60;
    private static final MediaType SPREADSHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private FigureExport() {}

    /** Where a figure belongs: England, a region, or an authority of a region. */
    record Place(String level, String regionCode, String regionName, String laCode, String laName) {

        static final Place ENGLAND = new Place("National", "", "", "", "");

        static Place region(String code, String name) {
            return new Place("Regional", code, name, "", "");
        }

        static Place authority(String regionCode, String regionName, String code, String name) {
            return new Place("Local authority", regionCode, regionName, code, name);
        }
    }

    /** One figure. */
    record Row(String indicator, int period, Place place, FigureTable.Cell cell) {

        private List<String> texts() {
            return List.of(
                    Integer.toString(period),
                    place.level(),
                    "E92000001",
                    "England",
                    place.regionCode(),
                    place.regionName(),
                    place.laCode(),
                    place.laName(),
                    indicator);
        }
    }

    /**
     * A file's cover: what it is, and under it a line of words for each thing to know.
     *
     * @param name of the file, without its ending
     */
    record Cover(String name, String title, List<String> words) {}

    static ResponseEntity<byte[]> csv(Cover cover, List<Row> rows) {
        return CsvDownload.answer(
                cover.name(),
                HEADERS,
                rows.stream()
                        .map(row -> {
                            var cells = new ArrayList<String>();
                            row.texts().forEach(cell -> cells.add(CsvDownload.harmless(cell)));
                            var value = row.cell().value();
                            cells.add(value == null ? symbol(row.cell().symbol()) : value.toPlainString());
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    static ResponseEntity<byte[]> workbook(Cover cover, List<Row> rows) {
        var bytes = new ByteArrayOutputStream();
        var sheets = new LinkedHashMap<String, List<Row>>();
        rows.forEach(row -> sheets.computeIfAbsent(row.indicator(), any -> new ArrayList<>())
                .add(row));
        try (var workbook = new Workbook(bytes, "Slipway", "1.0")) {
            var names = new HashSet<String>();
            var front = workbook.newWorksheet(unique("Cover", LONGEST_SHEET, names));
            front.width(0, 100);
            front.value(0, 0, cover.title());
            front.style(0, 0).bold().fontSize(16).set();
            int line = 2;
            for (var words : cover.words()) {
                front.value(line, 0, words);
                front.style(line++, 0).wrapText(true).set();
            }
            var tables = new HashSet<String>();
            for (var sheet : sheets.entrySet()) {
                var page = workbook.newWorksheet(unique(sheet.getKey(), LONGEST_SHEET, names));
                for (int column = 0; column < HEADERS.size(); column++) {
                    page.value(0, column, HEADERS.get(column));
                    page.width(column, WIDTHS[column]);
                }
                int at = 1;
                for (var row : sheet.getValue()) {
                    var texts = row.texts();
                    for (int column = 0; column < texts.size(); column++) {
                        page.value(at, column, texts.get(column));
                    }
                    var value = row.cell().value();
                    if (value == null) {
                        page.value(at, VALUE, symbol(row.cell().symbol()));
                    } else {
                        page.value(at, VALUE, value);
                    }
                    at++;
                }
                var table = unique(
                        sheet.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), LONGEST_TABLE, tables);
                page.range(0, 0, at - 1, VALUE)
                        .createTable(HEADERS.toArray(String[]::new))
                        .setName("figures_" + table)
                        .setDisplayName("figures_" + table);
                page.freezePane(0, 1);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file(cover.name() + ".xlsx", SPREADSHEET, bytes.toByteArray());
    }

    /** A name that a sheet may have and no other one has, whatever the case of its letters. */
    private static String unique(String wanted, int longest, Set<String> taken) {
        var plain = wanted.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}']", " ").strip();
        var name = plain.isEmpty() ? "Sheet" : cut(plain, longest);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(plain, longest - 1 - Integer.toString(i).length()) + "_" + i;
        }
        return name;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }

    private static String symbol(@Nullable String symbol) {
        return symbol == null ? "" : symbol;
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
