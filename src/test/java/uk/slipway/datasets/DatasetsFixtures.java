package uk.slipway.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;

/** Published figures for tests, sent and published as a data lead does. */
@Component
public class DatasetsFixtures {

    private static final String PLACES =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
                + "new_la_code,la_name,";

    private final AddDataset addDataset;
    private final ReceiveRelease receiveRelease;
    private final PublishRelease publishRelease;
    private final JdbcTemplate jdbc;

    DatasetsFixtures(
            AddDataset addDataset, ReceiveRelease receiveRelease, PublishRelease publishRelease, JdbcTemplate jdbc) {
        this.addDataset = addDataset;
        this.receiveRelease = receiveRelease;
        this.publishRelease = publishRelease;
        this.jdbc = jdbc;
    }

    /**
     * Publishes a release with one figure called "rate" and answers the data set's name in addresses.
     *
     * @param years lines such as "2025 England 10 Region 12 Bolton 15 Bury 11 Wigan 9"
     */
    public String publish(Viewer lead, String title, String label, String... years) {
        var table = new StringBuilder(PLACES + "rate\n");
        for (var year : years) {
            var words = year.split(" ");
            for (int i = 1; i < words.length; i += 2) {
                table.append(words[0])
                        .append(",Reporting year,")
                        .append(place(words[i]))
                        .append(',')
                        .append(words[i + 1])
                        .append('\n');
            }
        }
        var slug = AddDataset.slug(title);
        if (jdbc.queryForList("select 1 from dataset where slug = ?", slug).isEmpty()) {
            addDataset.handle(lead, new DatasetId(Uuid7.next()), title, "A test", "https://example.org");
        }
        var id = new ReleaseId(Uuid7.next());
        try {
            var file = Files.createTempFile("slipway", ".csv");
            try {
                Files.write(file, table.toString().getBytes(StandardCharsets.UTF_8));
                receiveRelease.handle(lead, id, slug, new ReceiveRelease.Sent(label, null, "rates.csv", file, null));
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        publishRelease.handle(lead, slug, id, true);
        return slug;
    }

    private static String place(String name) {
        return switch (name) {
            case "England" -> "National,E92000001,England,,,,,";
            case "Region" -> "Regional,E92000001,England,E12000002,North West,,,";
            case "Bolton" -> "Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton";
            case "Bury" -> "Local authority,E92000001,England,E12000002,North West,351,E08000002,Bury";
            case "Wigan" -> "Local authority,E92000001,England,E12000002,North West,359,E08000010,Wigan";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
