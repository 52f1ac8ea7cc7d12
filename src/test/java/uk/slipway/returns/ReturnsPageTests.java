package uk.slipway.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Quarter;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

@PageTest
class ReturnsPageTests {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 12, 18);
    private static final LocalDate RELEASE = LocalDate.of(2027, 2, 1);
    private static final String BOLTON = "E08000001";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    LocalAuthorities authorities;

    @Autowired
    Statements statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RemindKeyContacts remind;

    private Viewer lead;
    private Viewer officer;

    @BeforeEach
    void aRegion() {
        lead = people.dataLead();
        officer = people.officer("Bolton");
        people.appoint(
                officer, AppointmentKind.KEY_CONTACT, people.authority("Bolton").value());
    }

    private MockHttpServletResponse sent(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse opened(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = opened(address, viewer);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    /** Three indicators: a percentage, a rate without a good direction, and a plain count. */
    private void list() throws Exception {
        indicator("Repeat referrals", "Repeated", "All referrals", "PERCENT", "1", "LOW", "6", "0", "60");
        indicator("Looked after", "Looked after on the day", "Children", "RATE_PER_10000", "1", "NONE", "6", "", "");
        indicator("Complaints", "", "", "NUMBER", "0", "LOW", "6", "", "");
    }

    private void indicator(
            String name,
            String numerator,
            String denominator,
            String unit,
            String places,
            String polarity,
            String threshold,
            String least,
            String most)
            throws Exception {
        var answer = sent(
                "/returns/indicators/new",
                lead,
                "id",
                UUID.randomUUID().toString(),
                "grouping",
                "Front door",
                "name",
                name,
                "description",
                "What it is",
                "numerator",
                numerator,
                "denominator",
                denominator,
                "unit",
                unit,
                "places",
                places,
                "polarity",
                polarity,
                "threshold",
                threshold,
                "least",
                least,
                "most",
                most);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/returns/indicators");
    }

    private String open(Quarter quarter) throws Exception {
        var answer = sent(
                "/returns/new",
                lead,
                "quarter",
                quarter.slug(),
                "deadline.day",
                "18",
                "deadline.month",
                "12",
                "deadline.year",
                "2026",
                "release.day",
                "1",
                "release.month",
                "2",
                "release.year",
                "2027");
        assertThat(answer.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String open() throws Exception {
        list();
        return open(new Quarter(2026, 2));
    }

    private String version(String quarter, String code) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select a.version::text from authority_return a join local_authority l on l.id = a.authority_id where"
                        + " a.return_id = ?::uuid and l.gss_code = ?",
                String.class,
                quarter.substring("/returns/".length()),
                code));
    }

    private String state(String quarter, String code) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select a.state from authority_return a join local_authority l on l.id = a.authority_id where"
                        + " a.return_id = ?::uuid and l.gss_code = ?",
                String.class,
                quarter.substring("/returns/".length()),
                code));
    }

    private MockHttpServletResponse save(String quarter, Viewer viewer, String code, String version, String... fields)
            throws Exception {
        var all = new ArrayList<>(List.of("version", version));
        all.addAll(List.of(fields));
        return sent(quarter + "/authorities/" + code + "/figures", viewer, all.toArray(String[]::new));
    }

    private void fill(
            String quarter, Viewer viewer, String code, int repeated, int referrals, int looked, int complaints)
            throws Exception {
        var answer = save(
                quarter,
                viewer,
                code,
                version(quarter, code),
                "numerator-1",
                Integer.toString(repeated),
                "denominator-1",
                Integer.toString(referrals),
                "numerator-2",
                Integer.toString(looked),
                "denominator-2",
                "50,000",
                "value-3",
                Integer.toString(complaints),
                "note-1",
                "A test");
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse submit(String quarter, Viewer viewer, String code) throws Exception {
        return sent(quarter + "/authorities/" + code + "/submit", viewer, "version", version(quarter, code));
    }

    private void accept(String quarter, String code) throws Exception {
        assertThat(sent(quarter + "/authorities/" + code + "/accept", lead, "version", version(quarter, code))
                        .getStatus())
                .isEqualTo(302);
    }

    private String indicatorId(String name) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select id::text from quarterly_indicator where name = ?", String.class, name));
    }

    @Test
    void aSuggestedListIsOfferedAsASuggestionAndStaysOnce() throws Exception {
        assertThat(body("/returns/indicators", lead)).contains("Begin with the suggested list", "no official list");
        for (int i = 0; i < 10; i++) {
            assertThat(sent("/returns/indicators/start", lead).getStatus()).isEqualTo(302);
        }
        assertThat(jdbc.queryForObject("select count(*) from quarterly_indicator", Integer.class))
                .isEqualTo(FirstIndicators.LIST.size());
        assertThat(body("/returns/indicators", lead)).contains("Agency social workers", "Average caseload");
        assertThat(opened("/returns/indicators", officer).getStatus()).isEqualTo(403);
    }

    @Test
    void theListIsEditedAndAnOpenQuarterStaysAsItWas() throws Exception {
        var quarter = open();
        var id = indicatorId("Complaints");
        var address = "/returns/indicators/" + id + "/edit";
        assertThat(body(address, lead)).contains("Complaints", "Small-number threshold");
        String[] fields = {
            "grouping",
            "Voice",
            "name",
            "Complaints upheld",
            "description",
            "Other",
            "unit",
            "NUMBER",
            "places",
            "0",
            "polarity",
            "LOW",
            "threshold",
            "6",
            "asked",
            "true"
        };
        var with = new ArrayList<>(List.of(fields));
        with.addAll(List.of("version", "0"));
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address, lead, with.toArray(String[]::new)).getRedirectedUrl())
                    .isEqualTo("/returns/indicators");
        }
        with.set(3, "Complaints received");
        var conflict = sent(address, lead, with.toArray(String[]::new));
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Complaints received", "Complaints upheld");
        assertThat(body(quarter, lead)).contains("Complaints<").doesNotContain("Complaints upheld");
        var wrong = sent(address, lead, "version", "1", "name", "", "threshold", "many", "places", "9");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("Enter the name", "whole number from 0 to 100", "whole number from 0 to 3", "value=\"many\"");
    }

    @Test
    void aQuarterIsOpenedOnceForEveryAuthorityOfTheRegion() throws Exception {
        var quarter = open();
        assertThat(open(new Quarter(2026, 2))).isEqualTo(quarter);
        int count = authorities
                .in(RegionCode.NORTH_WEST, LocalDate.of(2026, 11, 23))
                .size();
        assertThat(jdbc.queryForObject("select count(*) from authority_return", Integer.class))
                .isEqualTo(count);
        assertThat(body(quarter, lead))
                .contains("July to September 2026", "0 of " + count + " authorities are accepted", "Not started yet");
        assertThat(body("/returns", officer)).contains("July to September 2026", "Not started yet");
        assertThat(body("/returns", people.reader())).doesNotContain("July to September 2026");
        assertThat(opened(quarter, people.reader()).getStatus()).isEqualTo(404);
        assertThat(opened(quarter, people.managerOf(new RegionCode("E12000003")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(sent("/returns/new", lead, "quarter", "2019-20-q1").getStatus())
                .isEqualTo(422);
        assertThat(body("/", officer)).contains("Submit the quarterly return for July to September 2026");
    }

    @Test
    void figuresAreCheckedAndWhatWasTypedIsKept() throws Exception {
        var quarter = open();
        var wrong = save(
                quarter,
                officer,
                BOLTON,
                "0",
                "numerator-1",
                "30",
                "denominator-1",
                "20",
                "numerator-2",
                "12.5",
                "denominator-2",
                "",
                "value-3",
                "lots",
                "note-3",
                "What I wrote");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains(
                        "This cannot be more than the number it is out of",
                        "Enter out of how many",
                        "Enter a number that is 0 or more",
                        "What I wrote",
                        "value=\"lots\"",
                        "href=\"#value-3\"");
        var both = save(quarter, officer, BOLTON, "0", "value-3", "5", "symbol-3", "x");
        assertThat(both.getContentAsString()).contains("not both");
        assertThat(save(quarter, officer, BOLTON, "0", "value-3", "5.5").getContentAsString())
                .contains("Enter a whole number");
        assertThat(jdbc.queryForObject("select count(*) from return_figure", Integer.class))
                .isZero();
    }

    @Test
    void severalEnterOneSubmitsAndTheRegionAccepts() throws Exception {
        var quarter = open();
        var colleague = people.also(
                people.officer("Bury"),
                uk.slipway.accounts.Role.LA_OFFICER,
                people.authority("Bolton").asOrganisation());
        fill(quarter, colleague, BOLTON, 18, 100, 300, 12);
        assertThat(body(quarter + "/authorities/" + BOLTON, colleague))
                .contains("Bolton has entered 3 of 3", "18.0%", "18 of 100", "60.0");
        assertThat(submit(quarter, colleague, BOLTON).getStatus()).isEqualTo(403);
        assertThat(body(quarter + "/authorities/" + BOLTON + "/submit", colleague))
                .contains("The key contact submits");
        assertThat(body(quarter + "/authorities/" + BOLTON + "/submit", officer))
                .contains("Everything is entered");
        var stranger = people.officer("Wigan");
        assertThat(opened(quarter + "/authorities/" + BOLTON, stranger).getStatus())
                .isEqualTo(404);
        var version = version(quarter, BOLTON);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(quarter + "/authorities/" + BOLTON + "/submit", officer, "version", version)
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(state(quarter, BOLTON)).isEqualTo("SUBMITTED");
        assertThat(body(quarter + "/authorities/" + BOLTON, stranger)).contains("18.0%", "provisional");
        assertThat(body("/", lead)).contains("Accept or return 1 quarterly return for July to September 2026");
        assertThat(save(quarter, officer, BOLTON, version(quarter, BOLTON), "value-3", "13")
                        .getStatus())
                .isEqualTo(409);
        accept(quarter, BOLTON);
        assertThat(opened(quarter + "/authorities/" + BOLTON, people.reader()).getStatus())
                .isEqualTo(404);
        clock.moveTo(RELEASE);
        assertThat(body(quarter + "/authorities/" + BOLTON, people.reader())).contains("18.0%", "Released on");
        assertThat(body("/returns", people.reader())).contains("July to September 2026");
        assertThat(jdbc.queryForList(
                        "select what from audit_entry where record_kind = 'quarterly-return' order by at, id",
                        String.class))
                .containsExactly(
                        "entered 3 figures", "submitted the quarterly return", "accepted the quarterly return");
    }

    @Test
    void itIsGivenBackWithAReasonAndReopenedWithOne() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        var address = quarter + "/authorities/" + BOLTON;
        assertThat(sent(address + "/give-back", lead, "version", version(quarter, BOLTON), "reason", " ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(sent(address + "/give-back", lead, "version", "0", "reason", "Look again")
                        .getStatus())
                .isEqualTo(409);
        assertThat(sent(address + "/give-back", lead, "version", version(quarter, BOLTON), "reason", "Look again")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(address, officer)).contains("Why it was given back", "Look again", "Enter the figures");
        assertThat(opened(address, people.officer("Wigan")).getStatus()).isEqualTo(404);
        assertThat(body("/", officer)).contains("Look again at the quarterly return");
        submit(quarter, officer, BOLTON);
        accept(quarter, BOLTON);
        clock.moveTo(RELEASE);
        assertThat(sent(address + "/give-back", lead, "version", version(quarter, BOLTON), "reason", "A wrong one")
                        .getStatus())
                .isEqualTo(302);
        assertThat(opened(address, people.reader()).getStatus()).isEqualTo(404);
        assertThat(body(address, lead)).contains("Reopened the quarterly return, because: A wrong one");
    }

    @Test
    void anUnusualFigureNeedsANote() throws Exception {
        list();
        var before = open(new Quarter(2026, 1));
        fill(before, officer, BOLTON, 18, 100, 300, 12);
        submit(before, officer, BOLTON);
        var quarter = open(new Quarter(2026, 2));
        save(
                quarter,
                officer,
                BOLTON,
                "0",
                "numerator-1",
                "45",
                "denominator-1",
                "100",
                "numerator-2",
                "310",
                "denominator-2",
                "50000",
                "symbol-3",
                "z");
        assertThat(body(quarter + "/authorities/" + BOLTON + "/figures", officer))
                .contains("It moved from 18.0% last quarter to 45.0%", "Last quarter: 18.0% (18 of 100)");
        var answer = submit(quarter, officer, BOLTON);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Repeat referrals: the figure is unusual");
        save(quarter, officer, BOLTON, version(quarter, BOLTON), "note-1", "A new front door");
        assertThat(submit(quarter, officer, BOLTON).getStatus()).isEqualTo(302);
        assertThat(body("/returns/indicators/" + indicatorId("Repeat referrals"), officer))
                .contains("Bolton: 45.0% in July to September 2026, up 27.0 percentage points on the quarter before")
                .contains("A new front door");
    }

    @Test
    void twoWhoSaveAtOnceSeeBoth() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        var stale = save(quarter, officer, BOLTON, "0", "value-3", "15", "note-3", "Mine");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("15", "12", "Mine", "Complaints, figure");
        assertThat(save(quarter, officer, BOLTON, "0", "value-3", "12").getStatus())
                .as("what is saved already changes nothing")
                .isEqualTo(302);
    }

    private MockHttpServletResponse sendFile(String quarter, String text) throws Exception {
        return sendFile(quarter, text, version(quarter, BOLTON));
    }

    private MockHttpServletResponse sendFile(String quarter, String text, String version) throws Exception {
        return pages.perform(multipart(quarter + "/authorities/" + BOLTON + "/file")
                        .file(new MockMultipartFile(
                                "file", "return.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                        .param("version", version)
                        .with(people.signedInAs(officer)))
                .andReturn()
                .getResponse();
    }

    @Test
    void theTemplateComesBackFilledInAndTwiceChangesNothing() throws Exception {
        list();
        var before = open(new Quarter(2026, 1));
        fill(before, officer, BOLTON, 17, 90, 290, 11);
        submit(before, officer, BOLTON);
        var quarter = open(new Quarter(2026, 2));
        var template = body(quarter + "/authorities/" + BOLTON + "/template.csv", officer);
        assertThat(template)
                .startsWith("time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
                        + "region_name,old_la_code,new_la_code,la_name,indicator,numerator,denominator,value,note,")
                .contains("202627,Financial year Q2,Local authority,E92000001,England,E12000002,North West,350,"
                        + "E08000001,Bolton,Repeat referrals,,,,,17,90,");
        var filled = "\uFEFF"
                + template.replace("Repeat referrals,,,,,", "Repeat referrals,16,88,,'=1+1,")
                        .replace("Looked after,,,,,", "Looked after,,,x,,")
                        .replace("Complaints,,,,,", "Complaints,,,9,Ætt,")
                        .replace("\n", "\r\n");
        assertThat(sendFile(quarter, filled).getStatus()).isEqualTo(302);
        var version = version(quarter, BOLTON);
        assertThat(body(quarter + "/authorities/" + BOLTON, officer))
                .contains("18.2%", "16 of 88", "not available (x)", "Ætt", "=1+1");
        assertThat(sendFile(quarter, filled).getStatus()).isEqualTo(302);
        assertThat(version(quarter, BOLTON)).isEqualTo(version);
        assertThat(body(quarter + "/authorities/" + BOLTON + "/template.csv", officer))
                .as("what was taken is in the next template")
                .contains("Repeat referrals,16,88,,'=1+1,17,90,");
    }

    @Test
    void aFileWithAMistakeIsRefusedWholeWithEveryReason() throws Exception {
        var quarter = open();
        var head = "time_period,time_identifier,new_la_code,indicator,numerator,denominator,value,note\n";
        var refused = sendFile(
                quarter,
                head + "202627,Financial year Q2,E08000001,Repeat referrals,10,100,,\n"
                        + "202627,Financial year Q1,E08000002,Complaints,,,many,\n"
                        + "202627,Financial year Q2,E08000001,Nothing like it,1,2,,\n"
                        + "202627,Financial year Q2,E08000001,Looked after,300,50000,60,\n"
                        + "202627,Financial year Q2,E08000001,Repeat referrals,11,100,,\n");
        assertThat(refused.getStatus()).isEqualTo(422);
        var rows = Jsoup.parse(refused.getContentAsString()).select("tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
        assertThat(rows)
                .contains(
                        List.of("3", "time_identifier", "Financial year Q1", "This return is for Financial year Q2"),
                        List.of("3", "new_la_code", "E08000002", "This return is Bolton’s, whose code is E08000001"),
                        List.of(
                                "4",
                                "indicator",
                                "Nothing like it",
                                "This quarter does not ask for it. Take the names from the template"),
                        List.of(
                                "6",
                                "indicator",
                                "Repeat referrals",
                                "This indicator is in the file twice. Keep one row"));
        assertThat(rows).anyMatch(row -> row.subList(0, 2).equals(List.of("5", "value")));
        assertThat(rows).anyMatch(row -> row.subList(0, 2).equals(List.of("3", "value")));
        assertThat(jdbc.queryForObject("select count(*) from return_figure", Integer.class))
                .isZero();
        for (var bad : List.of(
                "", "only,these,columns\n1,2,3\n", head, "\0\0\0", "\"unclosed,quote\n" + head, "%PDF-1.4 something")) {
            assertThat(sendFile(quarter, bad).getStatus()).as(bad).isEqualTo(422);
        }
    }

    @Test
    void keyContactsAreAppointedByTheDataLead() throws Exception {
        var bury = people.officer("Bury");
        var choice = bury.account().value() + ":" + people.authority("Bury").value();
        assertThat(body("/returns/contacts", lead)).contains("Nobody yet", "Bury: ");
        for (int i = 0; i < 10; i++) {
            assertThat(sent("/returns/contacts", lead, "officer", choice).getStatus())
                    .isEqualTo(302);
        }
        var appointments = jdbc.queryForList(
                "select id::text from appointment where kind = 'KEY_CONTACT' and subject_id = ?",
                String.class,
                people.authority("Bury").value());
        assertThat(appointments).hasSize(1);
        assertThat(sent("/returns/contacts", lead, "officer", "nobody").getStatus())
                .isEqualTo(422);
        assertThat(sent("/returns/contacts/" + appointments.getFirst() + "/end", lead)
                        .getStatus())
                .isEqualTo(302);
        open();
        assertThat(body("/", bury)).doesNotContain("Submit the quarterly return");
    }

    @Test
    void keyContactsAreRemindedOnceBeforeAndOnceAfterTheDeadline() throws Exception {
        open();
        assertThat(remind.remind()).isZero();
        clock.moveTo(DEADLINE.minusDays(7));
        assertThat(remind.remind()).isEqualTo(1);
        clock.moveTo(DEADLINE);
        assertThat(remind.remind()).isZero();
        clock.moveTo(DEADLINE.plusDays(1));
        assertThat(remind.remind()).isEqualTo(1);
        assertThat(remind.remind()).isZero();
        assertThat(jdbc.queryForList("select subject from outbox_message order by written_at", String.class))
                .containsExactly(
                        "Due by Friday 18 December 2026: quarterly return for July to September 2026",
                        "Overdue since Friday 18 December 2026: quarterly return for July to September 2026");
        assertThat(body("/", lead)).contains("authorities are late with the quarterly return");
    }

    @Test
    void whoHasSubmittedIsNotReminded() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        clock.moveTo(DEADLINE.plusDays(1));
        assertThat(remind.remind()).isZero();
    }

    @Test
    void latenessIsSaid() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        clock.moveTo(DEADLINE.plusDays(3));
        assertThat(body(quarter, lead)).contains("Late by 3 days", "3 of 3 entered");
        var board = Jsoup.parse(body(quarter + "?show=late&sort=name", lead))
                .select("tbody th")
                .eachText();
        assertThat(board).isSorted().contains("Bolton");
        submit(quarter, officer, BOLTON);
        assertThat(body(quarter + "/authorities/" + BOLTON, lead)).contains("after the deadline");
        assertThat(body(quarter, lead)).contains("Submitted late, 21 December 2026");
        assertThat(body(quarter + "?show=submitted", lead)).contains("Bolton").doesNotContain("Wigan");
    }

    /** Every authority of the region fills, submits and is accepted, with small numbers among them. */
    private List<LocalAuthority> everybody(String quarter, long seed) throws Exception {
        var random = new Random(seed);
        var all = authorities.in(RegionCode.NORTH_WEST, LocalDate.of(2026, 11, 23));
        for (int i = 0; i < all.size(); i++) {
            var authority = all.get(i);
            var contact = people.officer(authority.name());
            people.appoint(contact, AppointmentKind.KEY_CONTACT, authority.id().value());
            fill(
                    quarter,
                    contact,
                    authority.gssCode(),
                    i == 3 ? 2 : i == 4 ? 4 : i == 5 ? 0 : 10 + random.nextInt(40),
                    i == 4 ? 12 : 100 + random.nextInt(200),
                    150 + random.nextInt(400),
                    i == 7 ? 1 : 8 + random.nextInt(40));
            assertThat(submit(quarter, contact, authority.gssCode()).getStatus())
                    .as(authority.name())
                    .isEqualTo(302);
            accept(quarter, authority.gssCode());
        }
        return all;
    }

    @Test
    void twentyFourAuthoritiesAreComparedWithNamesInsideAndLettersOutside() throws Exception {
        var quarter = open();
        var all = everybody(quarter, 7);
        var id = indicatorId("Repeat referrals");
        var page = body("/returns/indicators/" + id, officer);
        assertThat(page)
                .contains("Bolton: ", "in July to September 2026", "is in place", "Place, latest")
                .contains("All referrals", "How this was worked out");
        all.forEach(authority -> assertThat(page).contains(authority.name()));
        assertThat(body("/returns/indicators/" + indicatorId("Looked after"), officer))
                .as("neither direction is good")
                .doesNotContain("is in place", "Place, latest");
        assertThat(body("/returns/indicators/" + id + "/figures.csv", officer).lines())
                .hasSize(all.size() + 1)
                .first()
                .isEqualTo(String.join(",", ReturnFile.FIGURES));
        assertThat(opened("/returns/indicators/" + id, people.reader()).getStatus())
                .isEqualTo(404);

        var address = quarter + "/anonymised/" + id;
        var anonymous = body(address, officer);
        all.stream()
                .map(LocalAuthority::name)
                .filter(name -> !name.equals("Bolton"))
                .forEach(name ->
                        assertThat(Jsoup.parse(anonymous).select("main").text()).doesNotContain(name));
        var table = Jsoup.parse(anonymous).select("tbody tr").eachText();
        assertThat(table).hasSize(all.size() + 1);
        assertThat(table.stream().filter(row -> row.endsWith(" c")).count()).isGreaterThanOrEqualTo(3);
        assertThat(table)
                .noneMatch(row -> row.matches(".* (0\\.[1-9]|1\\.\\d|2\\.0|33\\.3)%"))
                .anyMatch(row -> row.endsWith(" 0.0%"));
        assertThat(Jsoup.parse(body(address, officer)).select("tbody tr").eachText())
                .as("a reprint is the same")
                .isEqualTo(table);
        assertThat(anonymous).contains("How this was worked out", "fewer than 6");

        var csv = body(address + "/figures.csv", officer).lines().toList();
        assertThat(csv).hasSize(all.size() + 2);
        assertThat(csv.stream().filter(line -> line.endsWith(",c")).count())
                .isEqualTo(table.stream().filter(row -> row.endsWith(" c")).count());
        all.forEach(authority -> assertThat(String.join("\n", csv)).doesNotContain(authority.gssCode()));

        assertThat(letters(quarter, "Repeat referrals", all))
                .as("a letter cannot be followed to another indicator")
                .isNotEqualTo(letters(quarter, "Complaints", all));
    }

    /** Which authority is behind which line, taken from the order itself: the values are told apart by their size. */
    private String letters(String quarter, String indicator, List<LocalAuthority> all) throws Exception {
        var shown = body(quarter + "/anonymised/" + indicatorId(indicator) + "/figures.csv", officer)
                .lines()
                .skip(1)
                .limit(all.size())
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        var named = jdbc.queryForList(
                "select l.gss_code || ' ' || coalesce(round(100 * f.numerator / f.denominator, 1), f.value)"
                        + " from return_figure f join authority_return a on a.id = f.authority_return_id"
                        + " join local_authority l on l.id = a.authority_id"
                        + " join return_indicator i on i.id = f.return_indicator_id where i.name = ? order by 1",
                String.class,
                indicator);
        return shown.stream()
                .map(value -> named.stream()
                        .map(Objects::requireNonNull)
                        .filter(one -> one.endsWith(" " + value))
                        .findFirst()
                        .map(one -> one.substring(0, 9))
                        .orElse("-"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void smallNumbersAreReadByTheAuthorityItselfAndTheRegionsDataPeopleAlone() throws Exception {
        var quarter = open();
        var all = everybody(quarter, 7);
        var id = indicatorId("Repeat referrals");
        var two = all.get(3);
        var small = quarter + "/authorities/" + two.gssCode();
        var itself = people.officer(two.name());
        clock.moveTo(LocalDate.of(2027, 2, 2));
        for (var whole : List.of(lead, people.regionalManager(), itself)) {
            assertThat(line(body(quarter + "/figures.csv", whole), two, "Repeat referrals"))
                    .contains(",Repeat referrals,2,")
                    .contains("A test");
            assertThat(body(small, whole)).contains("2 of ").doesNotContain("suppressed (c)");
        }
        for (var outsider : List.of(officer, people.reader())) {
            var csv = body(quarter + "/figures.csv", outsider);
            assertThat(line(csv, two, "Repeat referrals")).contains(",Repeat referrals,,,c,,");
            assertThat(line(csv, all.get(7), "Complaints")).contains(",Complaints,,,c,,");
            assertThat(line(csv, all.get(10), "Looked after")).doesNotContain(",c,");
            assertThat(csv.lines().filter(one -> one.contains(",Repeat referrals,,,c,")))
                    .as("and so many others that none can be worked out")
                    .hasSizeGreaterThanOrEqualTo(3);
            var record = Jsoup.parse(body(small, outsider)).select("main").text();
            assertThat(record).contains("suppressed (c)").doesNotContain("2 of ");
            var page = Jsoup.parse(body("/returns/indicators/" + id, outsider));
            assertThat(page.select("tbody tr:contains(" + two.name() + ") td").eachText())
                    .startsWith("suppressed (c)");
            assertThat(page.select("main").text()).contains("is shown as c to whoever is neither");
            assertThat(body("/returns/indicators/" + id + "/figures.csv", outsider))
                    .contains(",Repeat referrals,,,c,");
            assertThat(page.select("tbody tr").eachText().getFirst())
                    .as("the region's figure is of all, and the same for everybody")
                    .isEqualTo(Jsoup.parse(body("/returns/indicators/" + id, lead))
                            .select("tbody tr")
                            .eachText()
                            .getFirst());
        }
    }

    private static String line(String csv, LocalAuthority authority, String indicator) {
        return csv.lines()
                .filter(one -> one.contains("," + authority.gssCode() + ",") && one.contains("," + indicator + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereTheTotalWouldGiveASmallNumberAwayItIsLeftOutToo() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 2, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        accept(quarter, BOLTON);
        clock.moveTo(LocalDate.of(2027, 2, 2));
        var address = "/returns/indicators/" + indicatorId("Repeat referrals");
        assertThat(Jsoup.parse(body(address, people.reader()))
                        .select("tbody tr")
                        .eachText())
                .containsExactly("North West c", "Bolton suppressed (c)");
        assertThat(Jsoup.parse(body(address, officer)).select("tbody tr").eachText())
                .containsExactly("North West c", "Bolton 2.0% 1 of 1");
        assertThat(Jsoup.parse(body(address, lead)).select("tbody tr").eachText())
                .containsExactly("North West 2.0%", "Bolton 2.0% 1 of 1");
    }

    private MockHttpServletResponse dates(String quarter, Viewer viewer, String version, LocalDate due, LocalDate out)
            throws Exception {
        return sent(
                quarter + "/dates",
                viewer,
                "version",
                version,
                "deadline.day",
                "" + due.getDayOfMonth(),
                "deadline.month",
                "" + due.getMonthValue(),
                "deadline.year",
                "" + due.getYear(),
                "release.day",
                "" + out.getDayOfMonth(),
                "release.month",
                "" + out.getMonthValue(),
                "release.year",
                "" + out.getYear());
    }

    @Test
    void theDataLeadMovesTheDatesAndWhoEntersIsTold() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        accept(quarter, BOLTON);
        clock.moveTo(LocalDate.of(2026, 12, 14));
        remind.remind();
        assertThat(body(quarter, lead)).contains("Change the deadline or the release date");
        assertThat(body(quarter, officer)).doesNotContain("Change the deadline or the release date");
        assertThat(dates(quarter, officer, "0", LocalDate.of(2027, 1, 8), LocalDate.of(2027, 3, 1))
                        .getStatus())
                .isEqualTo(403);
        jdbc.update("delete from outbox_message");
        var due = LocalDate.of(2027, 1, 8);
        var out = LocalDate.of(2027, 3, 1);
        assertThat(dates(quarter, lead, "0", due, out).getStatus()).isEqualTo(302);
        assertThat(dates(quarter, lead, "0", due, out).getStatus())
                .as("the same again changes nothing")
                .isEqualTo(302);
        assertThat(jdbc.queryForList(
                        "select body from outbox_message where recipient_email = ?",
                        String.class,
                        "officer@bolton.example"))
                .singleElement()
                .asString()
                .contains("The deadline is Friday 8 January 2027, and not Friday 18 December 2026.")
                .contains("released on Monday 1 March 2027, and not on Monday 1 February 2027");
        assertThat(body(quarter, lead))
                .contains("Friday 8 January 2027", "until 1 March 2027", "Changed the dates. The deadline is");

        var stale = dates(quarter, lead, "0", LocalDate.of(2027, 1, 15), out);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("Deadline, day", "15", "8");
        assertThat(dates(quarter, lead, "1", LocalDate.of(2026, 12, 1), out).getStatus())
                .isEqualTo(422);
        assertThat(dates(quarter, lead, "1", due, LocalDate.of(2026, 12, 14)).getContentAsString())
                .contains("Release date must be after the deadline");

        clock.moveTo(LocalDate.of(2027, 2, 2));
        assertThat(opened(quarter, people.reader()).getStatus())
                .as("not on the day it was to be released before")
                .isEqualTo(404);
        clock.moveTo(out);
        assertThat(body(quarter + "/authorities/" + BOLTON, people.reader())).contains("18 of 100");
        assertThat(dates(quarter, lead, "1", due, LocalDate.of(2027, 4, 1)).getStatus())
                .as("what is released stays released")
                .isEqualTo(409);
    }

    @Test
    void aMovedDeadlineIsRemindedOfAnew() throws Exception {
        var quarter = open();
        clock.moveTo(LocalDate.of(2026, 12, 14));
        assertThat(remind.remind()).isEqualTo(1);
        assertThat(remind.remind()).isZero();
        assertThat(dates(quarter, lead, "0", LocalDate.of(2027, 1, 8), LocalDate.of(2027, 2, 1))
                        .getStatus())
                .isEqualTo(302);
        assertThat(remind.remind()).isZero();
        clock.moveTo(LocalDate.of(2027, 1, 4));
        assertThat(remind.remind()).isEqualTo(1);
    }

    @Test
    void aFileOfAnOlderVersionAnswersWithBothSides() throws Exception {
        var quarter = open();
        var file = "time_period,time_identifier,new_la_code,indicator,numerator,denominator,value,note\n"
                + "202627,Financial year Q2,E08000001,Complaints,,,15,Mine\n";
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        var stale = sendFile(quarter, file, "0");
        assertThat(stale.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(stale.getContentAsString());
        assertThat(page.select("main").text()).contains("Complaints, figure", "Complaints, note", "Mine", "12");
        assertThat(page.select("main").text())
                .as("what the file does not speak of is as it is saved")
                .doesNotContain("Repeat referrals");
        assertThat(page.select("form[action$=/figures] input[name=version]").eachAttr("value"))
                .contains(version(quarter, BOLTON));
        assertThat(body(quarter + "/authorities/" + BOLTON, officer))
                .contains("18 of 100")
                .doesNotContain("Mine");
    }

    @Test
    void fewAuthoritiesAreNotHiddenByLetters() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        accept(quarter, BOLTON);
        var page = body(quarter + "/anonymised/" + indicatorId("Complaints"), officer);
        assertThat(page).contains("Too few authorities", "not accepted yet").doesNotContain("<tbody");
        assertThat(body(quarter + "/anonymised/" + indicatorId("Complaints") + "/figures.csv", officer)
                        .lines())
                .hasSize(1);
    }

    @Test
    void pagesTakeAFixedNumberOfStatements() throws Exception {
        var quarter = open();
        fill(quarter, officer, BOLTON, 18, 100, 300, 12);
        submit(quarter, officer, BOLTON);
        accept(quarter, BOLTON);
        var id = indicatorId("Repeat referrals");
        var addresses = List.of(
                "/returns",
                quarter,
                quarter + "/authorities/" + BOLTON,
                quarter + "/figures.csv",
                "/returns/indicators/" + id,
                quarter + "/anonymised/" + id);
        var few = new ArrayList<Integer>();
        for (var address : addresses) {
            body(address, lead);
            few.add(statements.during(() -> body(address, lead)).size());
        }
        var all = everybodyElse(quarter);
        assertThat(all).isGreaterThan(20);
        for (int i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            assertThat(statements.during(() -> body(address, lead))).as(address).hasSize(few.get(i));
            assertThat(few.get(i)).as(address).isLessThanOrEqualTo(9);
        }
    }

    /** Copies Bolton's figures to every other authority. */
    private int everybodyElse(String quarter) {
        var id = UUID.fromString(quarter.substring("/returns/".length()));
        jdbc.update(
                "update authority_return set state = 'ACCEPTED', submitted_at = now(), submitted_by = 'a test',"
                        + " accepted_at = now(), accepted_by = 'a test' where return_id = ? and state = 'OPEN'",
                id);
        return jdbc.update(
                "insert into return_figure select a.id, f.return_indicator_id, f.numerator, f.denominator, f.value,"
                        + " f.symbol, f.note from authority_return a cross join return_figure f where a.return_id = ?"
                        + " on conflict do nothing",
                id);
    }
}
