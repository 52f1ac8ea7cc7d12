package uk.slipway.returns;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import uk.slipway.kernel.Quarter;

/**
 * What the Department for Education has published of the last day of a quarter, for each authority: the children looked
 * after on 31 March, and the children it counts them among. From {@code db/reference/figures}, for the demonstration.
 *
 * @param figures by GSS code; an authority without a number is absent
 */
record PublishedFigures(Quarter quarter, Map<String, Figure> figures) {

    /** The name, in the suggested list, of what is published. */
    static final String INDICATOR = "Children looked after";

    private static final String GROUP = "Children looked after on 31 March each year";
    private static final int LAST_OF_MARCH = 31;

    /** The newest year of the file. */
    static PublishedFigures latest() {
        List<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file("children-looked-after.csv")).stream()
                .filter(line -> line.getField("geographic_level").equals("Local authority")
                        && line.getField("population_type").equals(GROUP))
                .toList();
        var newest = lines.stream()
                .map(line -> line.getField("time_period"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int year = Integer.parseInt(newest);
        var figures = new HashMap<String, Figure>();
        for (var line : lines) {
            var children = line.getField("children_count");
            var among = line.getField("population_estimate");
            if (line.getField("time_period").equals(newest) && isNumber(children) && isNumber(among)) {
                figures.put(
                        line.getField("new_la_code"),
                        new Figure(
                                new BigDecimal(children),
                                new BigDecimal(among),
                                null,
                                null,
                                "Published figure: Department for Education, children looked after on 31 March " + year
                                        + ", reporting year " + year
                                        + ". Copied for the demonstration; the authority has not entered it."));
            }
        }
        return new PublishedFigures(Quarter.of(LocalDate.of(year, Month.MARCH, LAST_OF_MARCH)), Map.copyOf(figures));
    }

    Optional<Figure> of(String gssCode) {
        return Optional.ofNullable(figures.get(gssCode));
    }

    private static boolean isNumber(String value) {
        return value.matches("[0-9]+");
    }

    private static String file(String name) {
        try {
            return new ClassPathResource("db/reference/figures/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
