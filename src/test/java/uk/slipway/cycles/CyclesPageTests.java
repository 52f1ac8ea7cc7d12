package uk.slipway.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;

@PageTest
class CyclesPageTests {

    private static final String THIS = "/cycles/2026-27";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    Viewer manager;
    Viewer officer;

    @BeforeEach
    void signPeopleUp() {
        manager = people.regionalManager();
        officer = people.officer("Bolton");
    }

    private String body(MockHttpServletRequestBuilder request, Viewer viewer, int status) throws Exception {
        return pages.perform(request.with(people.signedInAs(viewer)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The form of 2026/27 as the page shows it: what would be sent if nothing were changed. */
    private MockHttpServletRequestBuilder form(String address, String id, String version) {
        var request = post(address)
                .param("id", id)
                .param("version", version)
                .param("year", "2026-27")
                .param("scheme", "ILACS_2026")
                .param("maximumPeers", "7")
                .param("educationSpecialist", "true")
                .param("memorandum", "We agree.");
        dates(request, "selfEvaluationDue", "30", "10", "2026");
        dates(request, "memorandumSigned", "30", "10", "2026");
        dates(request, "dataGroupMeets", "19", "11", "2026");
        dates(request, "forumsFrom", "1", "12", "2026");
        dates(request, "forumsTo", "29", "1", "2027");
        dates(request, "conversationsFrom", "1", "2", "2027");
        dates(request, "conversationsTo", "25", "3", "2027");
        return request;
    }

    private static void dates(
            MockHttpServletRequestBuilder request, String field, String day, String month, String year) {
        request.param(field + ".day", day)
                .param(field + ".month", month)
                .param(field + ".year", year)
                .param(field + "By", "DIRECTOR");
    }

    private static String id() {
        return Uuid7.next().toString();
    }

    @Test
    void aRegionsFirstYearStartsFromTheNorthWestsDates() throws Exception {
        assertThat(body(get("/cycles/new"), manager, 200))
                .contains("Set up the year 2026/27", "value=\"2026-27\"", "ILACS_2026", "By signing we agree");
    }

    @Test
    void aYearIsCopiedFromTheLastWithEachDateAYearLaterOnAWorkingDay() throws Exception {
        cycles.thisYear();
        // 18 December 2027 is a Saturday, so the copy moves to Monday the 20th.
        assertThat(body(get("/cycles/new"), manager, 200))
                .contains("Copied from 2026/27", "value=\"2027-28\"", "value=\"20\"");
    }

    @Test
    void aYearIsSetUpThenOpenedAndOnlyThenSeenByEverybody() throws Exception {
        pages.perform(form("/cycles/new", id(), "0").with(people.signedInAs(manager)))
                .andExpect(redirectedUrl(THIS));
        body(get(THIS), officer, 404);
        assertThat(body(get(THIS), manager, 200)).contains("Being set up", "Open the year");
        pages.perform(post(THIS + "/open").with(people.signedInAs(manager))).andExpect(redirectedUrl(THIS));
        assertThat(body(get(THIS), officer, 200))
                .contains("Friday 30 October 2026", "Next: forums from Tuesday 1 December 2026", "today</text>")
                .contains("Opened the year 2026/27")
                .doesNotContain("Change the dates");
        assertThat(body(get("/cycles"), officer, 200)).contains("2026/27", "Open");
        pages.perform(get("/cycles/current").with(people.signedInAs(officer))).andExpect(redirectedUrl(THIS));
    }

    @Test
    void theSameFormSentTenTimesSetsUpOneYear() throws Exception {
        var id = id();
        for (int time = 0; time < 10; time++) {
            pages.perform(form("/cycles/new", id, "0").with(people.signedInAs(manager)))
                    .andExpect(redirectedUrl(THIS));
        }
        assertThat(jdbc.queryForObject("select count(*) from cycle", Integer.class))
                .isEqualTo(1);
        assertThat(body(form("/cycles/new", id(), "0"), manager, 422)).contains("There is a cycle for 2026/27 already");
    }

    @Test
    void datesOutOfOrderOrOutsideTheYearAreRefusedAndStayTyped() throws Exception {
        assertThat(body(
                        post("/cycles/new")
                                .param("year", "2026-27")
                                .param("selfEvaluationDue.day", "31")
                                .param("selfEvaluationDue.month", "2")
                                .param("selfEvaluationDue.year", "2027"),
                        manager,
                        422))
                .contains("must be a real date", "Enter the date of “Forums from”", "value=\"31\"");
        var early = post("/cycles/new")
                .param("year", "2026-27")
                .param("scheme", "ILACS_2026")
                .param("maximumPeers", "7")
                .param("memorandum", "We agree.");
        dates(early, "selfEvaluationDue", "30", "10", "2026");
        dates(early, "memorandumSigned", "30", "10", "2026");
        dates(early, "dataGroupMeets", "1", "10", "2026");
        dates(early, "forumsFrom", "1", "12", "2026");
        dates(early, "forumsTo", "29", "1", "2027");
        dates(early, "conversationsFrom", "1", "11", "2026");
        dates(early, "conversationsTo", "25", "3", "2029");
        assertThat(body(early, manager, 422))
                .contains(
                        "The data group must meet on or after the day self-evaluations are due",
                        "Conversations must start after the forums have started",
                        "must be between Tuesday 1 September 2026 and Tuesday 31 August 2027");
    }

    @Test
    void weekendsAndBankHolidaysAreNamedAndDoNotStop() throws Exception {
        var request = post("/cycles/new")
                .param("id", id())
                .param("year", "2026-27")
                .param("scheme", "ILACS_2026")
                .param("maximumPeers", "7")
                .param("memorandum", "We agree.");
        dates(request, "selfEvaluationDue", "31", "10", "2026");
        dates(request, "memorandumSigned", "30", "10", "2026");
        dates(request, "dataGroupMeets", "19", "11", "2026");
        dates(request, "forumsFrom", "1", "12", "2026");
        dates(request, "forumsTo", "1", "1", "2027");
        dates(request, "conversationsFrom", "1", "2", "2027");
        dates(request, "conversationsTo", "25", "3", "2027");
        pages.perform(request.with(people.signedInAs(manager))).andExpect(redirectedUrl(THIS));
        assertThat(body(get(THIS), manager, 200))
                .contains("is on a weekend, Saturday 31 October 2026", "is on a bank holiday, Friday 1 January 2027");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u0000\u0007",
                "<script>alert(1)</script>",
                "שלום",
                "🙂",
                "99999999999",
                "-1",
                "2026-28"
            })
    void oddInputIsRefusedWithTheFormAgain(String odd) throws Exception {
        var request = post("/cycles/new");
        for (var field : List.of("id", "version", "year", "scheme", "maximumPeers", "memorandum", "forumsFromBy")) {
            request.param(field, odd);
        }
        for (var part : List.of("day", "month", "year")) {
            request.param("forumsTo." + part, odd);
        }
        assertThat(body(request, manager, 422)).contains("There is a problem").doesNotContain("<script>alert");
    }

    @Test
    void aHundredThousandCharactersAreRefusedWithTheirLimitAndStayTyped() throws Exception {
        var long100k = "x".repeat(100_000);
        assertThat(body(post("/cycles/new").param("memorandum", long100k), manager, 422))
                .contains("must be 20,000 characters or fewer", long100k);
    }

    @Test
    void movedDatesOfAnOpenYearAreToldToEverybody() throws Exception {
        cycles.thisYear();
        var page = body(get(THIS + "/edit"), manager, 200);
        assertThat(page).contains("Change the dates of 2026/27").doesNotContain("name=\"memorandum\"");
        pages.perform(form(THIS + "/edit", id(), versionIn(page)).with(people.signedInAs(manager)))
                .andExpect(redirectedUrl(THIS));
        assertThat(body(get(THIS), officer, 200))
                .contains("Moved “Self-evaluation due” from 18 December 2026 to 30 October 2026");
    }

    @Test
    void aStaleVersionShowsMineAndTheirsAndSavesNothing() throws Exception {
        cycles.thisYear();
        var stale = versionIn(body(get(THIS + "/edit"), manager, 200));
        pages.perform(form(THIS + "/edit", id(), stale).with(people.signedInAs(manager)))
                .andExpect(redirectedUrl(THIS));
        var mine = form(THIS + "/edit", id(), stale);
        mine.param("forumsToBy", "REGIONAL_MANAGER");
        var conflict = body(mine, manager, 409);
        assertThat(conflict)
                .contains("Somebody else saved a change", "Director of Children&#39;s Services, Regional manager");
        var again = form(THIS + "/edit", id(), versionIn(conflict));
        again.param("forumsToBy", "REGIONAL_MANAGER");
        pages.perform(again.with(people.signedInAs(manager))).andExpect(redirectedUrl(THIS));
    }

    @Test
    void aClosedYearStaysReadableAndIsChangedNoMore() throws Exception {
        cycles.thisYear();
        pages.perform(post(THIS + "/close").with(people.signedInAs(manager))).andExpect(redirectedUrl(THIS));
        assertThat(body(get(THIS), officer, 200))
                .contains("Closed", "This year is over")
                .doesNotContain("What you owe", " ago<", "in 1 ");
        body(get(THIS + "/edit"), manager, 404);
        assertThat(body(post(THIS + "/open"), manager, 422)).contains("cannot be opened again");
    }

    @Test
    void anotherRegionsYearsAreNotFound() throws Exception {
        cycles.thisYear();
        var stranger = people.managerOf(new RegionCode("E12000001"));
        body(get(THIS), stranger, 404);
        body(get(THIS + "/edit"), stranger, 404);
        body(post(THIS + "/open"), stranger, 404);
        body(get(THIS + "/memorandum"), stranger, 404);
        assertThat(body(get("/cycles"), people.reader(), 200)).doesNotContain("2026/27");
        body(get("/cycles/2026-28"), officer, 404);
        body(get("/cycles/1066-67"), officer, 404);
        body(get("/cycles/nonsense"), officer, 404);
        body(get("/cycles").param("before", "nonsense"), officer, 404);
    }

    @Test
    void onlyTheRegionalManagerSetsUpAndChanges() throws Exception {
        cycles.thisYear();
        for (var other : List.of(officer, people.director("Bolton"), people.dataLead(), people.ofsted("Bolton"))) {
            for (var address :
                    List.of("/cycles/new", THIS + "/edit", THIS + "/open", THIS + "/close", THIS + "/template")) {
                body(get(address), other, 403);
                body(post(address), other, 403);
            }
            body(get(THIS), other, 200);
        }
    }

    @Test
    void aChangedTemplateIsANewVersionOfAYearThatNobodyHasStartedFrom() throws Exception {
        cycles.thisYear();
        cycles.setUp(RegionCode.NORTH_WEST, new AcademicYear(2027));
        pages.perform(post("/cycles/2027-28/template")
                        .param("number", "1")
                        .param("title-context", "Who we are")
                        .param("place-plans", "1")
                        .param("optional-LEAD_MEMBER", "true")
                        .with(people.signedInAs(manager)))
                .andExpect(redirectedUrl("/cycles/2027-28/template"));
        assertThat(body(get("/cycles/2027-28/template"), manager, 200)).contains("version 2", "Who we are");
        assertThat(body(get(THIS + "/template"), manager, 200))
                .contains("version 1")
                .doesNotContain("Who we are");
        assertThat(body(
                        post("/cycles/2027-28/template").param("number", "1").param("title-context", "Mine"),
                        manager,
                        409))
                .contains("Somebody else made version 2", "value=\"Mine\"", "Saved now", "Who we are")
                .contains("What you both started from", "Your area and its children", "What you both started from");
        assertThat(body(
                        post("/cycles/2027-28/template")
                                .param("number", "2")
                                .param("title-context", " ")
                                .param("guidance-plans", "y".repeat(100_000)),
                        manager,
                        422))
                .contains("Enter a title for the section", "must be 4,000 characters or fewer");
    }

    @Test
    void theListTakesTheSameStatementsForOneYearAndForAHundred() throws Exception {
        cycles.thisYear();
        body(get("/cycles"), officer, 200);
        var one = statements.during(() -> body(get("/cycles"), officer, 200));
        for (int year = 1990; year <= 2100; year++) {
            if (year != 2026) {
                jdbc.update("""
                    insert into cycle select ?, version, region_code, ?, 'CLOSED', scheme_code, template_id, maximum_peers,
                    education_specialist, social_care_lead, memorandum, set_up_at, opened_at, closed_at from cycle
                    where year_starts_in = 2026
                    """, UUID.randomUUID(), year);
            }
        }
        jdbc.update("""
            insert into cycle_milestone select c.id, m.kind, m.falls_on, m.responsible from cycle c, cycle_milestone m
            where c.state = 'CLOSED'
            """);
        var many = statements.during(() -> assertThat(body(get("/cycles"), officer, 200))
                .contains("2100/01", "2081/82", "before=2081-82")
                .doesNotContain("2080/81"));
        assertThat(many).hasSameSizeAs(one);
        assertThat(body(get("/cycles").param("before", "2081-82"), officer, 200))
                .contains("2080/81");
    }

    @Test
    void aYearTakesTheSameStatementsForOneAndForAThousandEntriesOfItsHistory() throws Exception {
        var cycle = cycles.thisYear();
        body(get(THIS), officer, 200);
        var one = statements.during(() -> body(get(THIS), officer, 200));
        for (int entry = 0; entry < 1_000; entry++) {
            jdbc.update(
                    "insert into audit_entry (id, at, actor_name, record_kind, record_id, what) values (?, now(), 'A',"
                            + " 'cycle', ?, 'looked')",
                    UUID.randomUUID(),
                    cycle.id().value());
        }
        assertThat(statements.during(() -> body(get(THIS), officer, 200))).hasSameSizeAs(one);
    }

    @Test
    void eachOfTheThreeSignsTheMemorandumForThemselvesOnce() throws Exception {
        cycles.thisYear();
        var director = people.director("Bolton");
        assertThat(body(get(THIS + "/memorandum"), director, 200))
                .contains("3 signatures are missing", "Sign as Director of Children&#39;s Services");
        assertThat(body(post(THIS + "/memorandum"), director, 422)).contains("Tick the box");
        for (int time = 0; time < 10; time++) {
            pages.perform(post(THIS + "/memorandum").param("agreed", "true").with(people.signedInAs(director)))
                    .andExpect(redirectedUrl(THIS + "/memorandum"));
        }
        assertThat(jdbc.queryForObject("select count(*) from memorandum_signature", Integer.class))
                .isEqualTo(1);
        assertThat(body(get(THIS + "/memorandum"), director, 200))
                .contains(escaped(director), "Monday 23 November 2026", "2 signatures are missing")
                .doesNotContain("Sign as");
        body(post(THIS + "/memorandum").param("agreed", "true"), officer, 403);
        body(get(THIS + "/memorandum"), people.accountManager("Bolton"), 403);
        body(get(THIS + "/memorandum"), people.ofsted("Bolton"), 403);
        assertThat(body(get(THIS + "/memorandum"), people.director("Bury"), 200))
                .doesNotContain(escaped(director))
                .contains("3 signatures are missing");
        assertThat(body(get(THIS + "/memorandum"), manager, 200))
                .contains("0 of", "Bolton", escaped(director), "0 of 3 have signed");
    }

    @Test
    void anOfficerRecordsASignatureOnPaperUnderTheirOwnName() throws Exception {
        cycles.thisYear();
        var id = id();
        var paper = post(THIS + "/memorandum/paper")
                .param("id", id)
                .param("role", "LEAD_MEMBER")
                .param("name", "Councillor <b>Quill</b>")
                .param("signedOn.day", "20")
                .param("signedOn.month", "11")
                .param("signedOn.year", "2026")
                .param("note", "Members' office");
        pages.perform(paper.with(people.signedInAs(officer))).andExpect(redirectedUrl(THIS + "/memorandum"));
        pages.perform(paper.with(people.signedInAs(officer))).andExpect(redirectedUrl(THIS + "/memorandum"));
        pages.perform(get(THIS + "/memorandum").with(people.signedInAs(officer)))
                .andExpect(content().string(containsString("Councillor &lt;b&gt;Quill&lt;/b&gt;")))
                .andExpect(content().string(containsString("recorded by " + officer.name())))
                .andExpect(content().string(not(containsString("<b>Quill"))));
        assertThat(body(
                        post(THIS + "/memorandum/paper")
                                .param("role", "LEAD_MEMBER")
                                .param("name", "z".repeat(100_000))
                                .param("signedOn.day", "31")
                                .param("signedOn.month", "11")
                                .param("signedOn.year", "2026"),
                        officer,
                        422))
                .contains("must be 200 characters or fewer", "must be a real date");
        assertThat(body(
                        post(THIS + "/memorandum/paper")
                                .param("role", "LEAD_MEMBER")
                                .param("name", "Somebody")
                                .param("signedOn.day", "20")
                                .param("signedOn.month", "11")
                                .param("signedOn.year", "2026"),
                        officer,
                        422))
                .contains("has signed already");
        body(post(THIS + "/memorandum/paper").param("role", "DIRECTOR"), people.director("Bolton"), 403);
    }

    @Test
    void theMemorandumOfAllTakesTheSameStatementsWithoutAndWithSignatures() throws Exception {
        var cycle = cycles.thisYear();
        // The authorities' names are read once in the life of the application.
        body(get(THIS + "/memorandum"), manager, 200);
        var none = statements.during(() -> body(get(THIS + "/memorandum"), manager, 200));
        for (var role : List.of("DIRECTOR", "CHIEF_EXECUTIVE", "LEAD_MEMBER")) {
            jdbc.update("""
                insert into memorandum_signature (id, version, cycle_id, authority_id, role, signed_by, signed_by_name,
                    acting, signed_at, signed_on)
                select gen_random_uuid(), 0, ?, id, ?, ?, 'Somebody', false, now(), current_date from local_authority
                """, cycle.id().value(), role, manager.account().value());
        }
        assertThat(statements.during(() -> assertThat(body(get(THIS + "/memorandum"), manager, 200))
                        .contains("Signed by all three")))
                .hasSameSizeAs(none);
    }

    @Test
    void aSignatoryOwesTheirSignatureUntilItIsGiven() throws Exception {
        cycles.thisYear();
        var chief = people.chiefExecutive("Bolton");
        assertThat(body(get(THIS), chief, 200)).contains("Sign the memorandum of understanding for 2026/27");
        pages.perform(post(THIS + "/memorandum").param("agreed", "true").with(people.signedInAs(chief)));
        assertThat(body(get(THIS), chief, 200)).doesNotContain("Sign the memorandum of understanding for 2026/27");
    }

    private static String escaped(Viewer viewer) {
        return viewer.name().replace("'", "&#39;");
    }

    private static String versionIn(String page) {
        var marker = "name=\"version\" value=\"";
        int from = page.indexOf(marker) + marker.length();
        return page.substring(from, page.indexOf('"', from));
    }
}
