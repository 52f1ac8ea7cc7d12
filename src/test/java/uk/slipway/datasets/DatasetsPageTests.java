package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;

/** Sending a file, reading what its check found, and deciding; and what others see of it. */
@PageTest
class DatasetsPageTests {

    private static final String HEADER =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,group,children\n";
    private static final String ENGLAND = "2025,Reporting year,National,E92000001,England,,,,,,Total,100\n";
    private static final String BOLTON = "2025,Reporting year,Local authority,E92000001,England,E12000002,North"
            + " West,350,E08000001,Bolton,Total,12.50\n";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private Viewer lead;

    @BeforeEach
    void aDataSetIsThere() throws Exception {
        lead = people.dataLead();
        as(
                        lead,
                        post("/datasets/new")
                                .param("id", Uuid7.next().toString())
                                .param("title", "Children’s example")
                                .param("source", "Example publisher"))
                .andExpect(redirectedUrl("/datasets/childrens-example"));
    }

    @Test
    void aFileIsCheckedReadAndPublishedAndThenEverybodySeesIt() throws Exception {
        var id = send(HEADER + ENGLAND + BOLTON);
        report(id).andExpect(content().string(containsString("Nothing stands against publishing it.")));
        as(people.officer("Bolton"), get("/datasets/childrens-example/files/" + id))
                .andExpect(status().isForbidden());
        publish(id, false).andExpect(status().is3xxRedirection());
        assertThat(values()).containsExactly("12.50", "100");
        as(people.reader(), get("/datasets/childrens-example/releases/1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2 rows about England")));
        as(people.officer("Bolton"), get("/datasets"))
                .andExpect(content().string(containsString("Children’s example")));
    }

    @Test
    void symbolsAreKeptAsWhatTheyAre() throws Exception {
        var rows = new StringBuilder(HEADER);
        int year = 2010;
        for (var symbol : List.of("z", "x", "c", "low", "k", "u", ":", "~", "..", "-", "0", "-1.5", "1e3")) {
            rows.append(ENGLAND.replace("2025", "" + year++).replace(",100\n", "," + symbol + "\n"));
        }
        publish(send(rows.toString()), true);
        assertThat(jdbc.sql("select coalesce(symbol, value::text) from observation o join dataset_period p"
                                + " on p.release_key = o.release_key and p.number = o.period order by p.period")
                        .query(String.class)
                        .list())
                .containsExactly("z", "x", "c", "low", "k", "u", ":", "~", "..", "-", "0", "-1.5", "1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        children                | childrn,children        | Children                  | more or fewer values
        Total,100               | Total,"1,000"           | A figure is neither       | without commas
        Total,100               | Total,                  | A figure is blank         | z not applicable
        Total,100               | ,100                    | A filter is blank         | Write Total
        Total,100               | ' Total,100'            | A filter has spaces       | Take them away
        2025,Reporting year     | 202425,Reporting year   | The time period does not  | four digits
        2025,Reporting year     | 202527,Academic year    | The time period does not  | four digits
        2025,Reporting year     | 2025,Year of the fox    | The time identifier is    | Academic year
        National                | Nation                  | The geographic level is   | spelled like this
        E92000001               | W92000004               | The country is not        | holds figures of England
        England,,,,,            | England,E12000002,,,,   | Columns of a lower        | Leave them blank
        350,E08000001           | 351,E08000001           | The two codes belong to   | Correct one
        time_identifier         | time_identity           | A column that every file  | time_identifier
        group,children          | children,children       | Two columns have the same | Rename
        group,                  | ,                       | A column has no name      | Name the column
        """)
    void aFileWithAnErrorIsRefusedWholeAndSaysWhereAndWhatToDo(String right, String wrong, String says, String advises)
            throws Exception {
        var id = send((HEADER + ENGLAND + BOLTON).replace(right, wrong));
        report(id)
                .andExpect(content().string(containsString("so nothing of it was taken")))
                .andExpect(content().string(containsString(says)))
                .andExpect(content().string(containsString(advises)));
        publish(id, true).andExpect(status().is3xxRedirection());
        assertThat(values()).isEmpty();
        assertThat(staged()).isZero();
    }

    @Test
    void oneReportSaysWhatIsWrongInTheHeaderAndInTheRows() throws Exception {
        var id = send((HEADER + ENGLAND + BOLTON)
                .replace("time_identifier", "time_identity")
                .replace("Total,12.50", "Total,\"1,250\""));
        report(id)
                .andExpect(content().string(containsString("A column that every file must have is missing")))
                .andExpect(content().string(containsString("A figure is neither")))
                .andExpect(content().string(containsString("1,250")))
                .andExpect(content().string(not(containsString("The time identifier is"))));
    }

    @Test
    void aReleaseSaysWhatItRestatedAddedAndWithdrew() throws Exception {
        var girls = BOLTON.replace("Total,12.50", "Girls,c");
        var bury = BOLTON.replace("350,E08000001,Bolton", "351,E08000002,Bury");
        publish(send(HEADER + ENGLAND + BOLTON + girls + bury), true);
        as(people.reader(), get("/datasets/childrens-example/releases/1"))
                .andExpect(content().string(not(containsString("What changed since"))));
        publish(
                send(HEADER
                        + ENGLAND.replace("2025", "2026")
                        + ENGLAND
                        + BOLTON.replace("12.50", "13")
                        + girls.replace(",c", ",4")
                        + BOLTON.replace("Total,12.50", "Boys,9")),
                true);
        as(people.reader(), get("/datasets/childrens-example/releases/2"))
                .andExpect(content().string(containsString("What changed since 2025 revised")))
                .andExpect(content().string(containsString("group: Boys")))
                .andExpect(content().string(containsString("Bury (E08000002)")))
                .andExpect(content().string(containsString("children, 2025: 2")))
                .andExpect(content().string(containsString(">12.50</td>")))
                .andExpect(content().string(containsString(">c</td>")));
        browser.perform(get("/api/v1/datasets/childrens-example/releases/2/changes"))
                .andExpect(jsonPath("$.restated", is(2)))
                .andExpect(jsonPath("$.changes[?(@.kind == 'place_withdrawn')].what", contains("Bury (E08000002)")))
                .andExpect(jsonPath("$.changes[?(@.kind == 'period_added')].what", contains("2026")))
                .andExpect(jsonPath("$.restatements[?(@.symbolBefore == 'c')].valueAfter", contains(4)));
    }

    @Test
    void aReleaseThatOnlyPutsItsColumnsElsewhereChangesNothing() throws Exception {
        publish(send(HEADER + ENGLAND + BOLTON), true);
        publish(
                send(HEADER.replace("group,children", "children,group")
                        + ENGLAND.replace("Total,100", "100,Total")
                        + BOLTON.replace("Total,12.50", "12.5,Total")),
                true);
        as(people.reader(), get("/datasets/childrens-example/releases/2"))
                .andExpect(content().string(containsString("Nothing: every figure of the release before")));
    }

    @Test
    void allProblemsOfAFileAreInOneReport() throws Exception {
        var id = send(HEADER
                + ENGLAND.replace("100", "n/a")
                + BOLTON.replace("Total", "")
                + BOLTON.replace("2025", "20")
                + BOLTON.replace("National", "Hamlet").replace("Local authority", "Hamlet"));
        report(id)
                .andExpect(content().string(containsString("n/a")))
                .andExpect(content().string(containsString("A filter is blank")))
                .andExpect(content().string(containsString("The time period does not fit")))
                .andExpect(content().string(containsString("Hamlet")))
                .andExpect(content().string(containsString("4 errors")));
    }

    @Test
    void theSameRowTwiceIsAnErrorThatNamesBothRows() throws Exception {
        report(send(HEADER + ENGLAND + BOLTON + BOLTON.replace("12.50", "13")))
                .andExpect(content().string(containsString("the same as row 3")))
                .andExpect(content().string(containsString(">4</td>")));
    }

    @Test
    void warningsAreAcceptedByAPersonWhoIsRecorded() throws Exception {
        var id = send(HEADER + ENGLAND + BOLTON.replace("350,E08000001,Bolton", ",E06000999,Nowhere"));
        report(id).andExpect(content().string(containsString("if you accept 1 warning")));
        publish(id, false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick the box to accept the warnings")));
        assertThat(values()).isEmpty();
        publish(id, true).andExpect(status().is3xxRedirection());
        report(id)
                .andExpect(content().string(containsString("accepted the warnings")))
                .andExpect(content().string(containsString(lead.name())));
    }

    @Test
    void anotherRegionSeesNothingOfAFileThatIsNotPublished() throws Exception {
        var id = send(HEADER + ENGLAND);
        var other = people.managerOf(new RegionCode("E12000003"));
        as(other, get("/datasets/childrens-example/files/" + id)).andExpect(status().isNotFound());
        as(other, post("/datasets/childrens-example/files/" + id + "/publish")).andExpect(status().isNotFound());
        as(other, post("/datasets/childrens-example/files/" + id + "/discard")).andExpect(status().isNotFound());
        as(other, get("/datasets/childrens-example"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(id.toString()))));
        publish(id, false);
        as(other, get("/datasets/childrens-example/releases/1")).andExpect(status().isOk());
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        publish(send(HEADER + ENGLAND), false);
        upload(Uuid7.next(), "figures.csv", bytes(HEADER + ENGLAND))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This very file is release 1 already")));
        assertThat(values()).hasSize(1);
    }

    @Test
    void theNextReleaseLeavesTheOneBeforeItReadable() throws Exception {
        publish(send(HEADER + ENGLAND), false);
        publish(send(HEADER + ENGLAND.replace(",100", ",101")), false);
        assertThat(values()).containsExactly("100", "101");
        as(lead, get("/datasets/childrens-example/releases/1")).andExpect(status().isOk());
        as(lead, get("/datasets/childrens-example/releases/2")).andExpect(status().isOk());
        as(lead, get("/datasets/childrens-example/releases/3")).andExpect(status().isNotFound());
        as(lead, get("/datasets/childrens-example/releases/x")).andExpect(status().isNotFound());
    }

    @Test
    void aDiscardedFileIsNeverPublished() throws Exception {
        var id = send(HEADER + ENGLAND);
        for (int time = 0; time < 3; time++) {
            as(lead, post("/datasets/childrens-example/files/" + id + "/discard"))
                    .andExpect(status().is3xxRedirection());
        }
        publish(id, true);
        report(id).andExpect(content().string(containsString("Nothing of it was published")));
        assertThat(values()).isEmpty();
        assertThat(staged()).isZero();
    }

    @Test
    void publishingManyTimesAtOncePublishesOnce() throws Exception {
        var id = send(HEADER + ENGLAND);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(time -> threads.submit(
                            () -> publish(id, true).andReturn().getResponse().getStatus()))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isEqualTo(302);
            }
        }
        assertThat(values()).containsExactly("100");
    }

    @Test
    void filesArriveInAnyOrderOfColumnsWithOrWithoutAMarkPlainOrPacked() throws Exception {
        var table = "\uFEFFchildren,group,la_name,new_la_code,old_la_code,region_name,region_code,country_name,"
                + "country_code,geographic_level,time_identifier,time_period\r\n"
                + "100,Total,,,,,,England,E92000001,National,Reporting year,2025\r\n";
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(bytes(table.replace("100", "102")));
        }
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("data/figures.csv"));
            out.write(bytes(table.replace("100", "103")));
            out.putNextEntry(new ZipEntry("data/figures.meta.csv"));
            out.write(bytes("col_name,col_type,label\nchildren,Indicator,Number of children\ngroup,Filter,Group\n"));
        }
        publish(sent("figures.csv", bytes(table)), false);
        publish(sent("figures.csv.gz", gzip.toByteArray()), false);
        publish(sent("figures.zip", zip.toByteArray()), false);
        assertThat(values()).containsExactly("100", "102", "103");
        as(lead, get("/datasets/childrens-example/releases/3"))
                .andExpect(content().string(containsString("Number of children")));
    }

    @Test
    void aFileInTheOldCharactersOfWindowsIsReadAndThatIsSaid() throws Exception {
        var padding = IntStream.range(1000, 3000)
                .mapToObj(number -> ENGLAND.replace("Total", "Group " + number))
                .reduce("", String::concat);
        var old = (HEADER + padding + ENGLAND.replace("Total", "16–17")).getBytes(Charset.forName("windows-1252"));
        var id = sent("figures.csv", old);
        report(id).andExpect(content().string(containsString("read as Windows-1252")));
        publish(id, true);
        assertThat(jdbc.sql("select count(*) from dataset_series where items = array['16–17']")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(values()).hasSize(2001);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() throws Exception {
        refused("empty.csv", new byte[0], "Choose the file");
        reportSays("Excel workbook", "book.csv", zipOf("xl/workbook.xml", "x"));
        reportSays("holds no .csv file", "other.zip", zipOf("readme.txt", "x"));
        reportSays("damaged", "broken.zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        reportSays("damaged", "broken.gz", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
        reportSays("no rows of figures", "header.csv", bytes(HEADER));
        reportSays("not separated by commas", "tabs.csv", bytes(HEADER.replace(',', '\t')));
        reportSays("more or fewer values", "cut.csv", bytes(HEADER + "2025,\"Reporting"));
        reportSays("cannot be printed", "nul.csv", bytes(HEADER + ENGLAND.replace("Total", "To\0tal")));
        reportSays("unpacks to more", "bomb.gz", bomb());
        reportSays(
                "unpacks to more",
                "bomb.zip",
                zipOf("figures.csv", HEADER + (" ".repeat(1_000_000) + "\n").repeat(60)));
        var half = gzip(HEADER + ENGLAND + manyRows());
        reportSays("cannot be read", "half.csv.gz", Arrays.copyOf(half, half.length / 2));
        var halfOfZip = zipOf("figures.csv", HEADER + ENGLAND + manyRows());
        reportSays("damaged", "half.zip", Arrays.copyOf(halfOfZip, halfOfZip.length / 2));
    }

    private static String manyRows() {
        return IntStream.range(0, 5_000)
                .mapToObj(number -> ENGLAND.replace("Total", "Group " + number * 7919 % 5_000))
                .collect(Collectors.joining());
    }

    private static byte[] gzip(String text) throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(bytes(text));
        }
        return gzip.toByteArray();
    }

    @Test
    void whatAFileHoldsCountsAndNotHowItsNameEnds() throws Exception {
        publish(sent("figures.xlsx", bytes(HEADER + ENGLAND)), false);
        publish(sent("figures.csv", gzip(HEADER + ENGLAND.replace("100", "101"))), false);
        publish(sent("figures.csv", zipOf("figures.csv", HEADER + ENGLAND.replace("100", "102"))), false);
        publish(sent("figures.zip", bytes(HEADER + ENGLAND.replace("100", "103"))), false);
        publish(sent("figures", bytes(HEADER + ENGLAND.replace("100", "104"))), false);
        assertThat(values()).containsExactly("100", "101", "102", "103", "104");
    }

    @Test
    void aTableOfSixteenThousandColumnsIsTaken() throws Exception {
        var header = new StringBuilder(HEADER.strip());
        var row = new StringBuilder(ENGLAND.strip());
        for (int column = 0; column < 16_000; column++) {
            header.append(",figure_").append(column);
            row.append(',').append(column);
        }
        publish(send(header + "\n" + row + "\n"), false).andExpect(status().is3xxRedirection());
        assertThat(values()).hasSize(16_001);
        as(lead, get("/datasets/childrens-example/releases/1")).andExpect(status().isOk());
    }

    @Test
    void whatWasTypedStaysWhenTheFileIsMissing() throws Exception {
        upload(Uuid7.next(), "none.csv", new byte[0])
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"2025 revised\"")));
    }

    @Test
    void thePageOfADataSetTakesTheSameStatementsWithOneFileAndWithMany() throws Exception {
        publish(send(HEADER + ENGLAND), false);
        int few = statements
                .during(() -> as(lead, get("/datasets/childrens-example")))
                .size();
        for (int file = 0; file < 12; file++) {
            send(HEADER + ENGLAND.replace("100", "" + file));
        }
        var many = statements.during(() -> as(lead, get("/datasets/childrens-example")));
        assertThat(many).hasSize(few).hasSizeLessThanOrEqualTo(8);
    }

    /** The budget: session and viewer, the list. */
    @Test
    void theListTakesTheSameStatementsForOneAndForAThousand() throws Exception {
        int few = statements.during(() -> as(lead, get("/datasets"))).size();
        jdbc.sql("insert into dataset (id, version, slug, title, source, added_at, added_by) select"
                        + " gen_random_uuid(), 0, 'example-' || n, 'Example ' || n, 'Example', now(), 'Example'"
                        + " from generate_series(1, 1000) n")
                .update();
        var many = statements.during(() -> as(lead, get("/datasets")));
        assertThat(many).hasSize(few).hasSizeLessThanOrEqualTo(6);
    }

    private void reportSays(String words, String name, byte[] file) throws Exception {
        report(sent(name, file)).andExpect(content().string(containsString(words)));
        assertThat(values()).isEmpty();
    }

    private void refused(String name, byte[] file, String words) throws Exception {
        upload(Uuid7.next(), name, file)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words)));
    }

    private static byte[] zipOf(String entry, String text) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(bytes(text));
        }
        return zip.toByteArray();
    }

    /** Sixty megabytes of blanks in some sixty thousand bytes. */
    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes(HEADER));
            var blanks = bytes(" ".repeat(1_000_000) + "\n");
            for (int time = 0; time < 60; time++) {
                out.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    private UUID send(String table) throws Exception {
        return sent("figures.csv", bytes(table));
    }

    private UUID sent(String name, byte[] file) throws Exception {
        var id = Uuid7.next();
        upload(id, name, file).andExpect(redirectedUrl("/datasets/childrens-example/files/" + id));
        return id;
    }

    private ResultActions upload(UUID id, String name, byte[] file) throws Exception {
        return as(
                lead,
                multipart("/datasets/childrens-example/files/new")
                        .file(new MockMultipartFile("file", name, "text/csv", file))
                        .param("id", id.toString())
                        .param("label", "2025 revised"));
    }

    private ResultActions report(UUID id) throws Exception {
        return as(lead, get("/datasets/childrens-example/files/" + id)).andExpect(status().isOk());
    }

    private ResultActions publish(UUID id, boolean accepted) throws Exception {
        var request = post("/datasets/childrens-example/files/" + id + "/publish");
        return as(lead, accepted ? request.param("accepted", "true") : request);
    }

    private List<String> values() {
        return jdbc.sql("select value::text as value from observation where value is not null order by"
                        + " observation.value, release_key")
                .query((row, number) -> row.getString("value"))
                .list();
    }

    private long staged() {
        return jdbc.sql("select count(*) from dataset_staged").query(Long.class).single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
