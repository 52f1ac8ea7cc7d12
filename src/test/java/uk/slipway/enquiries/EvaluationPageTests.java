package uk.slipway.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;

/** What the front door's figures say, and to whom. */
@PageTest
class EvaluationPageTests {

    private static final String EVALUATION = "/enquiries/evaluation";

    @Autowired
    EnquiriesFixtures door;

    @Autowired
    AccountsFixtures people;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer adviser;

    @BeforeEach
    void aYearOfEnquiries() {
        door.frontDoor();
        adviser = door.adviser();
    }

    /** So many enquiries of one authority, received on a day; some applied, some of them were approved. */
    private void enquiries(String authority, LocalDate received, int number, int applied, int approved) {
        for (int at = 0; at < number; at++) {
            var id = UUID.randomUUID();
            var stage = at < approved ? "APPROVED" : at < applied ? "APPLICATION" : "ENQUIRY";
            jdbc.update(
                    "insert into enquiry (id, version, authority_id, destination_id, owner_organisation_id, baton,"
                        + " stage, channel, received_at, erased_at) select ?, 0, o.id, o.id, d.owner_organisation_id,"
                        + " 'AUTHORITY', ?, 'FORM', ?::date + time '12:00', now() from organisation o, front_door d"
                        + " where o.name = ? and o.kind = 'LOCAL_AUTHORITY'",
                    id,
                    stage,
                    received.toString(),
                    authority);
            entered(id, "ENQUIRY", received);
            if (at < applied) {
                entered(id, "APPLICATION", received.plusDays(40));
            }
            if (at < approved) {
                entered(id, "APPROVED", received.plusDays(100));
            }
        }
    }

    private void entered(UUID id, String stage, LocalDate on) {
        jdbc.update(
                "insert into enquiry_stage (enquiry_id, stage, entered_on) values (?, ?, ?::date)",
                id,
                stage,
                on.toString());
    }

    private String row(Viewer viewer, String address, String table, String name) {
        return Jsoup.parse(door.body(address, viewer)).select("[aria-label=\"" + table + "\"] tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .map(Element::text)
                .findFirst()
                .orElse("no such row");
    }

    @Test
    void theFrontDoorSeesAllOfItAgainstTheYearBeforeAndBenchmarks() {
        enquiries("Bolton", LocalDate.of(2026, 5, 4), 20, 6, 3);
        enquiries("Bury", LocalDate.of(2026, 6, 1), 10, 4, 1);
        enquiries("Bolton", LocalDate.of(2025, 5, 5), 10, 2, 1);
        assertThat(door.sent(
                                "/enquiries/benchmarks",
                                adviser,
                                Map.of(
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "measure",
                                        "APPLICATIONS",
                                        "value",
                                        "12%",
                                        "whose",
                                        "Another front door",
                                        "source",
                                        "A newspaper"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body(EVALUATION, adviser))
                .contains("30 enquired, 10 of them applied so far and 4 were approved")
                .contains("12% (Another front door; source: A newspaper)");
        assertThat(row(adviser, EVALUATION, "From enquiry to approval", "Application"))
                .isEqualTo("Application 10 33.3% 2 20.0%");
        assertThat(row(adviser, EVALUATION, "Conversion and days", "From application to approval"))
                .contains("60 days (2 months)");
        assertThat(row(adviser, EVALUATION, "By authority", "Bury")).isEqualTo("Bury 10 4 1 40.0%");
        assertThat(row(adviser, EVALUATION, "Enquiries by month", "May 2026")).isEqualTo("May 2026 20 10");
        assertThat(row(adviser, EVALUATION + "?year=2025", "From enquiry to approval", "Enquiry"))
                .isEqualTo("Enquiry 10 100.0% 0");
        assertThat(row(
                        adviser,
                        EVALUATION + "?authority=" + EnquiriesFixtures.BURY,
                        "From enquiry to approval",
                        "Enquiry"))
                .isEqualTo("Enquiry 10 100.0% 0");
    }

    @Test
    void othersSeeNoSmallNumberAndNoneThatCouldBeWorkedOut() {
        enquiries("Bolton", LocalDate.of(2026, 5, 4), 20, 9, 3);
        enquiries("Bury", LocalDate.of(2026, 6, 1), 15, 6, 6);
        enquiries("Wigan", LocalDate.of(2026, 6, 1), 12, 8, 7);
        for (var other : new Viewer[] {people.regionalManager(), people.ofsted("Bolton"), people.dataLead()}) {
            assertThat(row(other, EVALUATION, "By authority", "Bolton")).isEqualTo("Bolton 20 9 c 45.0%");
            assertThat(row(other, EVALUATION, "By authority", "Bury"))
                    .as("else 3 could be worked out from the total")
                    .isEqualTo("Bury 15 6 c 40.0%");
            assertThat(row(other, EVALUATION, "By authority", "Wigan")).isEqualTo("Wigan 12 8 7 66.7%");
            assertThat(row(other, EVALUATION, "By authority", "All")).isEqualTo("All 47 23 16 48.9%");
            assertThat(EnquiriesFixtures.text(door.opened(EVALUATION + ".csv", other)))
                    .contains("Authorities,Bolton,Approved,c\n", "Authorities,Bury,Approved,c\n");
        }
        assertThat(row(
                        people.regionalManager(),
                        EVALUATION + "?authority=" + EnquiriesFixtures.BOLTON,
                        "By authority",
                        "All"))
                .as("a filter is the front door's alone")
                .isEqualTo("All 47 23 16 48.9%");
    }

    @Test
    void anAuthoritySeesItsOwnFiguresWholeAndTheRegionsHidden() {
        enquiries("Bolton", LocalDate.of(2026, 5, 4), 20, 9, 3);
        enquiries("Bury", LocalDate.of(2026, 6, 1), 15, 6, 2);
        var officer = door.fosteringOfficer("Bolton");
        assertThat(door.body(EVALUATION, officer))
                .contains("Evaluation of fostering enquiries: Bolton", "20 enquired, 9 of them applied so far and 3");
        assertThat(row(officer, EVALUATION + "?of=region", "From enquiry to approval", "Approved"))
                .as("5 less its own 3 are too few")
                .startsWith("Approved c");
        assertThat(row(officer, EVALUATION + "?of=region", "By authority", "Bury"))
                .isEqualTo("Bury 15 6 c 40.0%");
        assertThat(door.body(EVALUATION, people.director("Bury"))).contains("15 enquired");
    }

    @Test
    void aCampaignsCostIsSharedAmongTheApproved() {
        var campaign = UUID.randomUUID();
        assertThat(door.sent(
                                "/enquiries/campaigns/new",
                                adviser,
                                Map.of(
                                        "id",
                                        campaign.toString(),
                                        "version",
                                        "-1",
                                        "name",
                                        "Buses",
                                        "code",
                                        "buses",
                                        "starts.day",
                                        "1",
                                        "starts.month",
                                        "4",
                                        "starts.year",
                                        "2026",
                                        "cost",
                                        "6,000"))
                        .getStatus())
                .isEqualTo(302);
        enquiries("Bolton", LocalDate.of(2026, 5, 4), 12, 6, 4);
        jdbc.update("update enquiry set campaign_id = ?", campaign);
        assertThat(row(adviser, EVALUATION, "By campaign", "Buses")).endsWith("12 6 4 £6,000 £1,500");
        assertThat(row(people.regionalManager(), EVALUATION, "By campaign", "Buses"))
                .endsWith("12 6 c £6,000 c");
    }

    @Test
    void itSaysWhatWillBeHereBeforeThereIsAnything() {
        jdbc.update("delete from privacy_notice");
        assertThat(door.body(EVALUATION, adviser)).contains("Nobody enquired in 2026/27");
        jdbc.update("delete from front_door_authority");
        jdbc.update("delete from front_door");
        assertThat(door.body(EVALUATION, people.regionalManager())).contains("has not set up a front door yet");
        assertThat(door.body("/enquiries", adviser)).contains("Your region has no front door yet");
    }

    @Test
    void itTakesAFixedNumberOfStatements() throws Exception {
        var few = statements.during(() -> door.body(EVALUATION, adviser)).size();
        enquiries("Bolton", LocalDate.of(2026, 5, 4), 30, 9, 3);
        assertThat(statements.during(() -> door.body(EVALUATION, adviser))).hasSizeLessThanOrEqualTo(Math.min(few, 10));
    }
}
