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
    private record Publication(String file, String title, String label) {}

    private static final List<Publication> PUBLICATIONS = List.of(
            new Publication("children-looked-after", "Children looked after: numbers and rates", "2025"),
            new Publication("referrals", "Referrals and re-referrals to children’s social care", "2025"),
            new Publication("social-work-workforce", "Children’s social work workforce", "2025"),
            new Publication("placement-stability", "Stability of placements of children looked after", "2025"),
            new Publication("care-leavers-accommodation", "Suitability of care leavers’ accommodation", "2025"),
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

    private void publish(Viewer lead, Publication publication) {
        var slug = addDataset.handle(
                lead,
                new DatasetId(Uuid7.next()),
                publication.title(),
                PUBLISHER,
                "https://explore-education-statistics.service.gov.uk");
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
