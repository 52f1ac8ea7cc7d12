package uk.slipway.inspections;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The rows of an uploaded table by the headings of its columns, whatever kind of file it is.
 *
 * @param headings the first row, in lower case
 * @param windows1252 whether it was written in that encoding
 */
record Sheet(List<String> headings, List<Line> lines, boolean windows1252) {

    /** More inspections than England can have published in many decades. */
    static final int MOST_ROWS = 5_000;

    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_ENTRIES = 500;

    /** What a workbook may unpack to, so that a small file cannot fill the memory. */
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    /** @param number as a spreadsheet numbers it; @param formulas the columns that hold a formula */
    record Line(int number, Map<String, String> values, List<String> formulas) {

        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** The file cannot be read at all, and why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Unreadable(String what, String todo) {
            super(what);
            this.problem = Problem.ofFile(what, todo);
        }

        Problem problem() {
            return problem;
        }
    }

    static Sheet of(String name, byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable("The file is empty", "Choose the file again; download it again if it is still empty");
        }
        var lower = name.toLowerCase(Locale.ROOT);
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        if (lower.endsWith(".csv")) {
            if (zipped) {
                throw new Unreadable("The file is named .csv but is a workbook", "Give it its own ending, .xlsx");
            }
            return csv(content);
        }
        if (lower.endsWith(".xlsx")) {
            if (!zipped) {
                throw new Unreadable(
                        "The file is named .xlsx but is not a workbook",
                        "Save it from your spreadsheet as an Excel workbook (.xlsx) or as CSV");
            }
            return workbook(content);
        }
        throw new Unreadable("The file is neither .csv nor .xlsx", "Choose a CSV file or an Excel workbook (.xlsx)");
    }

    private static Unreadable tooLong() {
        return new Unreadable(
                "The file has more than 5,000 rows", "Choose the file of inspections; it has one row for each report");
    }

    private static Sheet csv(byte[] content) throws Unreadable {
        String text;
        boolean windows = false;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(content, Charset.forName("windows-1252"));
            windows = true;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("The file is not text", "Choose a CSV file or an Excel workbook (.xlsx)");
        }
        List<String> headings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var row : reader) {
                if (headings.isEmpty()) {
                    row.getFields().forEach(heading -> headings.add(heading(heading)));
                    continue;
                }
                if (row.getFieldCount() != headings.size()) {
                    throw new Unreadable(
                            "Row " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " columns and the"
                                    + " heading has " + headings.size() + ": the file may have been cut off",
                            "Download the file again");
                }
                if (lines.size() == MOST_ROWS) {
                    throw tooLong();
                }
                var values = new HashMap<String, String>();
                for (int at = 0; at < headings.size(); at++) {
                    values.putIfAbsent(headings.get(at), cell(row.getField(at)));
                }
                lines.add(new Line((int) row.getStartingLineNumber(), values, List.of()));
            }
        } catch (CsvParseException broken) {
            throw new Unreadable("The file is not a complete CSV file", "Download the file again");
        } catch (IOException broken) {
            throw new Unreadable("The file cannot be read", "Download the file again");
        }
        return checked(headings, lines, windows);
    }

    private static Sheet workbook(byte[] content) throws Unreadable {
        weigh(content);
        List<String> headings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                var rows = workbook.getFirstSheet().openStream()) {
            for (var all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                if (headings.isEmpty()) {
                    for (int at = 0; at < row.getCellCount(); at++) {
                        headings.add(heading(text(row, at)));
                    }
                    continue;
                }
                if (lines.size() == MOST_ROWS) {
                    throw tooLong();
                }
                var values = new HashMap<String, String>();
                var formulas = new ArrayList<String>();
                for (int at = 0; at < headings.size(); at++) {
                    var cell = row.getOptionalCell(at).orElse(null);
                    if (cell != null && cell.getType() == CellType.FORMULA) {
                        formulas.add(headings.get(at));
                    }
                    values.putIfAbsent(headings.get(at), cell(text(row, at)));
                }
                if (values.values().stream().anyMatch(value -> !value.isEmpty())) {
                    lines.add(new Line(row.getRowNum(), values, formulas));
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(
                    "The workbook is damaged or not complete", "Download it again, or save it again as .xlsx or CSV");
        }
        return checked(headings, lines, false);
    }

    /** Unpacks it without keeping anything, and stops where it becomes too much. */
    private static void weigh(byte[] content) throws Unreadable {
        long unpacked = 0;
        int entries = 0;
        var buffer = new byte[16 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                if (++entries > MOST_ENTRIES) {
                    throw tooMuch();
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw tooMuch();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable(
                    "The workbook is damaged or not complete", "Download it again, or save it again as .xlsx or CSV");
        }
    }

    private static Unreadable tooMuch() {
        return new Unreadable(
                "The workbook unpacks to more than 64 MB, which no list of inspections does",
                "Save the sheet with the inspections alone");
    }

    private static String text(Row row, int at) {
        var cell = row.getOptionalCell(at).orElse(null);
        if (cell == null) {
            return "";
        }
        // A cell that Excel keeps as a date is a number of days; which columns are dates is known by who reads them.
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        var text = cell.getText();
        return text == null ? "" : text;
    }

    private static Sheet checked(List<String> headings, List<Line> lines, boolean windows) throws Unreadable {
        if (headings.isEmpty() || lines.isEmpty()) {
            throw new Unreadable("The file has no rows below its headings", "Choose the file with the inspections");
        }
        return new Sheet(List.copyOf(headings), List.copyOf(lines), windows);
    }

    private static String heading(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    private static String cell(String written) {
        var value = written.strip();
        return value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value;
    }
}
