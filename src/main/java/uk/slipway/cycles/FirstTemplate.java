package uk.slipway.cycles;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;

/** The text that a region's first template starts from, read from {@code db/reference}. */
@Component
class FirstTemplate {

    private static final String FILE = "db/reference/first-self-evaluation-template.csv";

    /** The text with a section for each of a scheme's areas. */
    TemplateText forAreas(List<JudgementAreaView> areas) {
        var rows = rows();
        return new TemplateText(
                        rows.stream()
                                .filter(row -> row.getField("part").equals("SECTION"))
                                .map(row -> new TemplateSection(
                                        row.getField("code"),
                                        row.getField("title"),
                                        row.getField("guidance"),
                                        orNull(row.getField("area")),
                                        SectionKind.valueOf(row.getField("kind"))))
                                .toList(),
                        rows.stream()
                                .filter(row -> row.getField("part").equals("SIGN_OFF"))
                                .map(row -> new SignOffLine(
                                        Role.valueOf(row.getField("code")),
                                        row.getField("title"),
                                        row.getField("kind").equals("OPTIONAL")))
                                .toList(),
                        rows.stream()
                                .filter(row -> row.getField("part").equals("QUESTION"))
                                .map(row ->
                                        new TemplateQuestion(row.getField("title"), orNull(row.getField("guidance"))))
                                .toList())
                .forAreas(areas);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<NamedCsvRecord> rows() {
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            return CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
