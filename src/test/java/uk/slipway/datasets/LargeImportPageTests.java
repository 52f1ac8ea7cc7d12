package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.kernel.Uuid7;

/** What happens while a large file is taken: people read on, two are taken at once, and one that is killed leaves nothing. */
@PageTest
class LargeImportPageTests {

    private static final int LARGE = 150_000;
    private static final String STAGING = "copy dataset_staged%";
    private static final String PUBLISHING = "copy observation%";

    @Autowired
    MockMvc browser;

    @Autowired
    AddDataset addDataset;

    @Autowired
    ReceiveRelease receiveRelease;

    @Autowired
    PublishRelease publishRelease;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final ExecutorService imports = Executors.newFixedThreadPool(2);
    private Viewer lead;
    private String slug;

    @BeforeEach
    void aDataSetIsThere() {
        lead = people.dataLead();
        slug = addDataset.handle(lead, new DatasetId(Uuid7.next()), "Large example", "Example publisher", null);
    }

    @AfterEach
    void noImportRunsOn() throws InterruptedException {
        imports.shutdown();
        assertThat(imports.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aMillionRowsAreTaken() throws Exception {
        var id = receive(table("million", 1_000_000));
        publishRelease.handle(lead, slug, id, true);
        assertThat(count("observation")).isEqualTo(1_000_000);
        assertThat(count("dataset_staged")).isZero();
    }

    @Test
    void nobodyWaitsWhileAFileIsTakenAndPublished() throws Exception {
        publishRelease.handle(lead, slug, receive(table("first", 10)), true);
        var second = table("second", LARGE);
        var id = new ReleaseId(Uuid7.next());
        var receiving = imports.submit(() -> receive(id, second));
        pagesAreReadDuring(STAGING, receiving);
        receiving.get();
        var publishing = imports.submit(() -> publishRelease.handle(lead, slug, id, true));
        pagesAreReadDuring(PUBLISHING, publishing);
        publishing.get();
        browser.perform(get("/datasets/" + slug + "/releases/2").with(people.signedInAs(people.reader())))
                .andExpect(status().isOk());
    }

    private void pagesAreReadDuring(String statement, Future<?> running) throws Exception {
        waitFor(statement, running);
        for (var page : List.of("/datasets", "/datasets/" + slug, "/datasets/" + slug + "/releases/1")) {
            browser.perform(get(page).with(people.signedInAs(people.reader())))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Large example")));
        }
        browser.perform(get("/datasets/" + slug + "/releases/2").with(people.signedInAs(people.reader())))
                .andExpect(status().isNotFound());
        assertThat(running.isDone()).as("the pages were read before it ended").isFalse();
    }

    @Test
    void twoFilesAtOnceBecomeTwoReleases() throws Exception {
        var one = imports.submit(() -> receive(table("one", 20_000)));
        var other = imports.submit(() -> receive(table("other", 21_000)));
        var first = one.get();
        var second = other.get();
        var publishing = imports.submit(() -> publishRelease.handle(lead, slug, first, true));
        var also = imports.submit(() -> publishRelease.handle(lead, slug, second, true));
        publishing.get();
        also.get();
        assertThat(jdbc.sql("select number from dataset_release order by number")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThat(count("observation")).isEqualTo(41_000);
    }

    @Test
    void aReleaseIsPublishedWhileTheNextFileIsCheckedAndThatIsComparedWithIt() throws Exception {
        var first = receive(table("first", 10));
        var slow = table("slow", LARGE);
        var id = new ReleaseId(Uuid7.next());
        var receiving = imports.submit(() -> receive(id, slow));
        waitFor(STAGING, receiving);
        publishRelease.handle(lead, slug, first, true);
        assertThat(receiving.isDone()).as("publishing does not wait for it").isFalse();
        receiving.get();
        publishRelease.handle(lead, slug, id, true);
        browser.perform(get("/datasets/" + slug + "/releases/2").with(people.signedInAs(lead)))
                .andExpect(content().string(containsString("What changed since")));
    }

    @Test
    void aFileWhoseCheckIsKilledLeavesNothing() throws Exception {
        var file = table("killed", LARGE);
        var receiving = imports.submit(() -> receive(new ReleaseId(Uuid7.next()), file));
        kill(STAGING, receiving);
        assertThatThrownBy(receiving::get).isInstanceOf(ExecutionException.class);
        assertThat(count("dataset_release")).isZero();
        assertThat(count("dataset_staged")).isZero();
        assertThat(count("dataset_column")).isZero();
        receive(file);
        assertThat(count("dataset_staged")).isEqualTo(LARGE);
    }

    @Test
    void aReleaseWhosePublicationIsKilledIsNotPublishedAndWaitsAsBefore() throws Exception {
        var id = receive(table("killed", LARGE));
        var publishing = imports.submit(() -> publishRelease.handle(lead, slug, id, true));
        kill(PUBLISHING, publishing);
        assertThatThrownBy(publishing::get).isInstanceOf(ExecutionException.class);
        assertThat(count("observation")).isZero();
        assertThat(count("dataset_series")).isZero();
        assertThat(count("dataset_staged")).isEqualTo(LARGE);
        publishRelease.handle(lead, slug, id, true);
        assertThat(count("observation")).isEqualTo(LARGE);
    }

    private void kill(String statement, Future<?> running) throws Exception {
        long pid = waitFor(statement, running);
        assertThat(jdbc.sql("select pg_terminate_backend(cast(:pid as int))")
                        .param("pid", pid)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Until the database is at this statement; answers which of its processes is. */
    private long waitFor(String statement, Future<?> running) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until && !running.isDone()) {
            var pid = jdbc.sql("""
                select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                    and state = 'active' and query like :statement
                """)
                    .param("statement", statement)
                    .query(Long.class)
                    .optional();
            if (pid.isPresent()) {
                return pid.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("The database was never at " + statement);
    }

    private ReleaseId receive(Path file) {
        return receive(new ReleaseId(Uuid7.next()), file);
    }

    private ReleaseId receive(ReleaseId id, Path file) {
        receiveRelease.handle(
                lead,
                id,
                slug,
                new ReceiveRelease.Sent("Example", null, file.getFileName().toString(), file, null));
        return id;
    }

    private Path table(String name, int rows) throws IOException {
        var file = folder.resolve(name + ".csv.gz");
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)) {
            out.write("time_period,time_identifier,geographic_level,country_code,country_name,group,children\n");
            for (int row = 0; row < rows; row++) {
                // Ten years of each group.
                out.write((2016 + row % 10) + ",Reporting year,National,E92000001,England,Group " + row / 10 + "," + row
                        + "\n");
            }
        }
        return file;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
