package uk.slipway.roadmap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** The headings of a partner's plan: typed one to a line, or a text file of lines, or a CSV file's first column. */
final class PlanHeadings {

    private static final int LONGEST = 300;
    private static final int LARGEST = 200_000;

    private PlanHeadings() {}

    static void typed(@Nullable String text, Set<String> into, Errors errors) {
        if (text != null) {
            text.lines().forEach(line -> add(line, "words", into, errors));
        }
    }

    static void sent(@Nullable MultipartFile file, Set<String> into, Errors errors) {
        if (file == null || file.isEmpty()) {
            return;
        }
        if (file.getSize() > LARGEST) {
            errors.rejectValue("file", "large", "The file must be smaller than 200 KB");
            return;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
            boolean csv = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                    .toLowerCase(Locale.ROOT)
                    .endsWith(".csv");
            if (csv) {
                try (var rows = CsvReader.builder().ofCsvRecord(text.replaceFirst("^\uFEFF", ""))) {
                    rows.forEach(row -> add(row.getField(0), "file", into, errors));
                }
            } else {
                text.replaceFirst("^\uFEFF", "").lines().forEach(line -> add(line, "file", into, errors));
            }
        } catch (CharacterCodingException | CsvParseException unreadable) {
            errors.rejectValue("file", "unreadable", "The file must be text or CSV in UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(String line, String field, Set<String> into, Errors errors) {
        var words = line.replaceAll("\\p{Cntrl}", " ")
                .replaceFirst("^[\\s•*–-]+", "")
                .strip();
        if (words.length() > LONGEST) {
            if (!errors.hasFieldErrors(field)) {
                errors.rejectValue(field, "long", "Each aim must be 300 characters or fewer");
            }
        } else if (!words.isEmpty()) {
            into.add(words);
        }
    }
}
