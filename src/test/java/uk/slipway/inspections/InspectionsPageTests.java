package uk.slipway.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;

@PageTest
class InspectionsPageTests {

    private static final String HEADINGS = "local_authority,inspection_link,publication_date,inspection_framework,"
            + "inspection_start_date,inspection_end_date,overall_effectiveness_grade,impact_of_leaders_grade,"
            + "help_and_protection_grade,in_care_grade,care_leavers_grade\n";
    private static final String BOLTON =
            "bolton,https://reports.example/1,27/10/23,short,11/09/2023,15/09/2023,good,good,requires improvement,"
                    + "good,good\n";
    private static final String OLD =
            "bolton,https://reports.example/2,20/10/2021,standard,06/09/2021,17/09/2021,good,good,good,"
                    + "outstanding,inspection_pre_dates_judgement\n";
    private static final String REFORMED =
            "st helens,https://reports.example/3,07/07/26,standard,11/05/2026,22/05/2026,not_reported_post_reform,"
                    + "outstanding,good,good,good\n";
    private static final String UNREADABLE =
            "bury,https://reports.example/4,20/10/15,,,,,data_unreadable,data_unreadable,data_unreadable,"
                    + "data_unreadable\n";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    InspectionFile file;

    @Autowired
    SendInspections sendInspections;

    private String body(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse send(String name, byte[] content, Viewer viewer) throws Exception {
        return send(Uuid7.next(), name, content, viewer);
    }

    private MockHttpServletResponse send(UUID id, String name, byte[] content, Viewer viewer) throws Exception {
        return pages.perform(multipart("/inspections/import")
                        .file(new MockMultipartFile("file", name, "text/csv", content))
                        .param("id", id.toString())
                        .with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int held() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from inspection", Integer.class));
    }

    @Test
    void aFileWithoutProblemsTakesEffectAtOnceAndASecondTimeChangesNothing() throws Exception {
        var lead = people.dataLead();
        var content = bytes("\uFEFF" + HEADINGS.replace("\n", "\r\n") + BOLTON + OLD + REFORMED);
        var id = Uuid7.next();
        var sent = send(id, "history.csv", content, lead);
        assertThat(sent.getRedirectedUrl()).isEqualTo("/inspections/import/" + id);
        assertThat(send(id, "history.csv", content, lead).getStatus()).isEqualTo(302);
        assertThat(body("/inspections/import/" + id, lead)).contains("3 inspections were added");
        var again = send("history.csv", content, lead);
        assertThat(body(String.valueOf(again.getRedirectedUrl()), lead))
                .contains("Nothing changed: all of it was held already");
        assertThat(held()).isEqualTo(3);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where record_kind = 'inspection-import'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void eachJudgementStandsUnderItsOwnSchemeAndNoGradeIsInvented() throws Exception {
        send("history.csv", bytes(HEADINGS + BOLTON + OLD + REFORMED), people.dataLead());
        var officer = people.officer("Bolton");
        assertThat(body("/inspections/E08000001", officer))
                .contains(
                        "27 October 2023",
                        "20 October 2021",
                        "ILACS 2023",
                        "ILACS 2018",
                        "Judged together: see children in care and care leavers",
                        "https://reports.example/1");
        assertThat(body("/inspections/E08000013", officer))
                .contains("ILACS 2026", "Outstanding")
                .doesNotContain("Overall effectiveness");
        assertThat(body("/inspections", officer))
                .contains("No overall grade from April 2026", "1 of 24 authorities of the North West are good");
        assertThat(body("/inspections/by-year.csv?region=E12000002&area=OVERALL", officer))
                .contains("2021,E12000002,OVERALL,0,1,0,0,22", "2026,E12000002,OVERALL,0,1,0,0,23");
        pages.perform(get("/inspections/350").with(people.signedInAs(officer))).andExpect(status().isFound());
        pages.perform(get("/inspections/nobody").with(people.signedInAs(officer)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anEmptyRegionAndAuthoritySayWhatWillBeThere() throws Exception {
        assertThat(body("/inspections", people.officer("Bolton"))).contains("will be here when the regional data lead");
        assertThat(body("/inspections/E08000001", people.officer("Bolton")))
                .contains("No published inspection of this authority is held");
    }

    @Test
    void warningsWaitForAPersonWhoIsRecorded() throws Exception {
        var lead = people.dataLead();
        var content = bytes(HEADINGS + UNREADABLE + BOLTON.replace("bolton", "atlantis"));
        var address = String.valueOf(send("history.csv", content, lead).getRedirectedUrl());
        assertThat(held()).isZero();
        assertThat(body(address, lead))
                .contains(
                        "Accept the warnings and import",
                        "atlantis",
                        "No local authority is known by this name",
                        "Row 3");
        for (int press = 0; press < 2; press++) {
            pages.perform(post(address + "/accept").with(people.signedInAs(lead)))
                    .andExpect(status().isFound());
        }
        assertThat(body(address, lead)).contains("Warnings accepted by " + lead.name());
        assertThat(held()).isEqualTo(1);
        assertThat(body("/inspections/E08000002", lead)).contains("Not readable in source", "Blank in source");
    }

    @Test
    void allErrorsOfAFileAreSaidAtOnceAndItChangesNothing() throws Exception {
        var answer = send(
                "history.csv",
                bytes(HEADINGS
                        + BOLTON.replace("27/10/23", "31/02/2023")
                        + OLD.replace("https://reports.example/2", "<script>")
                        + REFORMED),
                people.dataLead());
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("31/02/2023", "This is not a day that exists", "not the address of a report", "2 errors")
                .doesNotContain("<script>");
        assertThat(held()).isZero();
    }

    @Test
    void aFileThatIsNoneIsRefusedWithTheReason() throws Exception {
        assertRefused("a.csv", new byte[0], "The file is empty");
        assertRefused("a.pdf", bytes("%PDF-1.4"), "neither .csv nor .xlsx");
        assertRefused("a.xlsx", bytes(HEADINGS + BOLTON), "not a workbook");
        assertRefused("a.xlsx", bytes("PK\u0003\u0004 cut off"), "damaged or not complete");
        assertRefused("a.csv", bytes("one,two\n1,2\n"), "The column is missing");
        assertRefused("a.csv", bytes(HEADINGS + BOLTON + "bury,https://rep"), "may have been cut off");
        assertRefused("a.csv", bytes(HEADINGS + BOLTON.repeat(5_001)), "more than 5,000 rows");
        assertRefused("a.csv", bytes(HEADINGS + BOLTON + BOLTON), "twice");
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int megabyte = 0; megabyte < 70; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        assertRefused("a.xlsx", bomb.toByteArray(), "more than 64 MB");
        assertThat(held()).isZero();
    }

    private void assertRefused(String name, byte[] content, String why) {
        var read = file.read(name, content);
        assertThat(read.hasErrors()).isTrue();
        assertThat(read.problems().toString()).contains(why);
    }

    @Test
    void onlyTheRegionalTeamImports() throws Exception {
        assertThat(send("history.csv", bytes(HEADINGS + BOLTON), people.director("Bolton"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("history.csv", bytes(HEADINGS + BOLTON), people.regionalManager())
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void twoImportsAtOnceLeaveEachReportOnce() {
        var lead = people.dataLead();
        var one = CompletableFuture.runAsync(
                () -> sendInspections.handle(Uuid7.next(), "one.csv", bytes(HEADINGS + BOLTON + OLD), lead));
        var other = CompletableFuture.runAsync(
                () -> sendInspections.handle(Uuid7.next(), "other.csv", bytes(HEADINGS + OLD + BOLTON), lead));
        CompletableFuture.allOf(one, other).join();
        assertThat(held()).isEqualTo(2);
    }

    @Test
    void aReadableGradeIsNotLostToOneThatCannotBeRead() throws Exception {
        var lead = people.dataLead();
        send("one.csv", bytes(HEADINGS + BOLTON), lead);
        var later = send("two.csv", bytes(HEADINGS + BOLTON.replace(",good,good\n", ",data_unreadable,good\n")), lead);
        pages.perform(post(later.getRedirectedUrl() + "/accept").with(people.signedInAs(lead)));
        assertThat(body(String.valueOf(later.getRedirectedUrl()), lead)).contains("Nothing changed");
    }

    @Test
    void thePagesTakeAsManyStatementsForAThousandInspectionsAsForOne() throws Exception {
        var officer = people.officer("Bolton");
        send("history.csv", bytes(HEADINGS + BOLTON), people.dataLead());
        body("/inspections", officer);
        int region = statements.during(() -> body("/inspections", officer)).size();
        int authority =
                statements.during(() -> body("/inspections/E08000001", officer)).size();
        jdbc.update("""
            insert into inspection (id, authority_id, kind, published_on, source)
            select gen_random_uuid(), (select authority_id from inspection limit 1), 'STANDARD', date '2020-01-01',
                   'https://reports.example/many/' || n from generate_series(1, 1000) n
            """);
        assertThat(statements.during(() -> body("/inspections", officer))).hasSize(region);
        assertThat(statements.during(() -> body("/inspections/E08000001", officer)))
                .hasSize(authority);
    }

    @Test
    void aReportFromBeforeTheOldestKnownSchemeIsNotPutUnderIt() throws Exception {
        var lead = people.dataLead();
        var early = send("history.csv", bytes(HEADINGS + UNREADABLE.replace("20/10/15", "13/07/12")), lead);
        pages.perform(post(early.getRedirectedUrl() + "/accept").with(people.signedInAs(lead)));
        assertThat(body("/inspections/E08000002", lead))
                .contains("13 July 2012", "Scheme not stated in source", "Not readable in source")
                .doesNotContain("SIF");
    }

    @Test
    void everyJudgementIsExportedWithItsReport() throws Exception {
        var lead = people.dataLead();
        var later = send("history.csv", bytes(HEADINGS + BOLTON + UNREADABLE), lead);
        pages.perform(post(later.getRedirectedUrl() + "/accept").with(people.signedInAs(lead)));
        assertThat(body("/inspections/judgements.csv", people.officer("Bolton")))
                .contains(
                        "Bolton,E08000001,2023-10-27,ILACS_2023,2023-09-11,2023-09-15,OVERALL,graded,Good,"
                                + "https://reports.example/1\r\n",
                        ",unreadable,,https://reports.example/4\r\n");
    }

    @Test
    void aFileOfMoreThanTwentyMegabytesIsRefused() throws Exception {
        var answer = send("history.csv", new byte[20 * 1024 * 1024 + 1], people.dataLead());
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("The file must be 20MB or smaller");
    }

    @Test
    void aFileWhoseWarningsWaitIsFoundAgain() throws Exception {
        var lead = people.dataLead();
        var waiting = send("history.csv", bytes(HEADINGS + UNREADABLE), lead).getRedirectedUrl();
        assertThat(body("/inspections/import", lead)).contains(waiting, "Its warnings wait to be accepted");
    }
}
