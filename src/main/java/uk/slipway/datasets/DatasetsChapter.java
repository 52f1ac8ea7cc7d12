package uk.slipway.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;

/** Real published figures of all authorities, from the files in {@code db/reference/figures}, are sent and published. */
@Component
@Profile("demonstration")
class DatasetsChapter implements Chapter {

    private static final String DATA_LEAD = "data@region.example";
    private static final String PUBLISHER = "Department for Education";

    /** A file of figures, and the publication that it was taken from. */
    private record Publication(String file, String title, String source, String label) {

        Publication(String file, String title, String label) {
            this(file, title, PUBLISHER, label);
        }
    }

    private static final List<Publication> PUBLICATIONS = List.of(
            new Publication("children-looked-after", "Children looked after: numbers and rates", "2025"),
            new Publication("referrals", "Referrals and re-referrals to children’s social care", "2025"),
            new Publication("social-work-workforce", "Children’s social work workforce", "2025"),
            new Publication("placement-stability", "Stability of placements of children looked after", "2025"),
            new Publication("care-leavers-accommodation", "Suitability of care leavers’ accommodation", "2025"),
            new Publication("children-in-need", "Children in need", "2025"),
            new Publication("suspensions", "Suspensions of children in need", "2020/21"),
            new Publication("free-school-meals", "Pupils and free school meals", "2021/22"),
            new Publication("population", "Mid-year population estimates", "Office for National Statistics", "2024"),
            new Publication("school-exclusions", "Permanent and fixed period exclusions from schools", "2016/17"),
            new Publication("absence-in-pupil-referral-units", "Absence in pupil referral units", "2016/17"));

    private final AddDataset addDataset;
    private final ReceiveRelease receiveRelease;
    private final PublishRelease publishRelease;
    private final DiscardRelease discardRelease;

    DatasetsChapter(
            AddDataset addDataset,
            ReceiveRelease receiveRelease,
            PublishRelease publishRelease,
            DiscardRelease discardRelease) {
        this.addDataset = addDataset;
        this.receiveRelease = receiveRelease;
        this.publishRelease = publishRelease;
        this.discardRelease = discardRelease;
    }

    @Override
    public Place place() {
        return Place.CYCLES;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        LocalDate day = year.opens().plusDays(1);
        for (var publication : PUBLICATIONS) {
            stage.scene(day, DATA_LEAD, lead -> publish(lead, publication));
        }
        stage.scene(day.plusDays(1), DATA_LEAD, lead -> {
            var slug = AddDataset.slug(PUBLICATIONS.getFirst().title());
            var twice = "Example: sent to try the page, ";
            send(lead, slug, twice + "with the names of 2024", NAMES_OF_2024);
            discardRelease.handle(lead, slug, send(lead, slug, twice + "discarded", CORRECT));
            send(lead, slug, twice + "refused", "time_period,time_identifier\n2025,Reporting year\n");
            send(lead, slug, twice + "waiting", CORRECT.replace("E06000008", "E06999999"));
        });
    }

    private static final String CORRECT = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,population_type,children_count
        2025,Reporting year,National,E92000001,England,,,,,,Example of a group,c
        2025,Reporting year,Local authority,E92000001,England,E12000002,North West,,E06000008,Example place,Example of a group,z
        """;

    /** Rows of the release of 2024, as published: since then a filter, one of its items and a figure were renamed. */
    private static final String NAMES_OF_2024 = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,population_count,population_estimate,number,rate_per_10000
        2024,Reporting year,National,E92000001,England,,,,,,Children looked after at 31 March each year,11998646,83630,70
        2024,Reporting year,National,E92000001,England,,,,,,Children starting to be looked after each year,11998646,33050,28
        2023,Reporting year,National,E92000001,England,,,,,,Children looked after at 31 March each year,11885789,83760,70
        2023,Reporting year,National,E92000001,England,,,,,,Children starting to be looked after each year,11885789,33090,28
        2024,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Children looked after at 31 March each year,73832,571,77
        2024,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Children starting to be looked after each year,73832,210,28
        2023,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Children looked after at 31 March each year,72493,562,78
        2023,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Children starting to be looked after each year,72493,193,27
        """;

    private void publish(Viewer lead, Publication publication) {
        var slug = addDataset.handle(
                lead,
                new DatasetId(Uuid7.next()),
                publication.title(),
                publication.source(),
                publication.source().equals(PUBLISHER) ? "https://explore-education-statistics.service.gov.uk" : null);
        var id = new ReleaseId(Uuid7.next());
        withFiles(
                bytes(publication.file() + ".csv"),
                bytes(publication.file() + ".meta.csv"),
                (table, meta) -> receiveRelease.handle(
                        lead,
                        id,
                        slug,
                        new ReceiveRelease.Sent(publication.label(), null, publication.file() + ".csv", table, meta)));
        publishRelease.handle(lead, slug, id, true);
    }

    private ReleaseId send(Viewer lead, String slug, String label, String table) {
        var id = new ReleaseId(Uuid7.next());
        withFiles(
                table.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new byte[0],
                (path, none) -> receiveRelease.handle(
                        lead, id, slug, new ReceiveRelease.Sent(label, null, "example.csv", path, null)));
        return id;
    }

    private interface FilePair {
        void use(Path table, Path meta);
    }

    private static void withFiles(byte[] table, byte[] meta, FilePair use) {
        try {
            var tablePath = Files.createTempFile("slipway", ".csv");
            var metaPath = Files.createTempFile("slipway", ".meta.csv");
            try {
                Files.write(tablePath, table);
                Files.write(metaPath, meta);
                use.use(tablePath, metaPath);
            } finally {
                Files.delete(tablePath);
                Files.delete(metaPath);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] bytes(String file) {
        try {
            return new ClassPathResource("db/reference/figures/" + file).getContentAsByteArray();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
