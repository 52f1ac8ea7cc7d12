package uk.slipway.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.Route;

@PageTest
class NoticesPageTests {

    private static final Pattern LINK = Pattern.compile("(/notices/acknowledge/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("Your code is ([0-9]{3} [0-9]{3})");
    private static final LocalDate TODAY = LondonTime.dayOf(TestClock.START);

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    NoticesFixtures placed;

    @Autowired
    CallForHelp callForHelp;

    @Autowired
    Statements statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

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

    private PlacementId emergency() {
        return placed.placement(Route.EMERGENCY, Locality.AT_A_DISTANCE, TODAY, true);
    }

    private static String clocks(PlacementId id) {
        return "/fostering/placements/" + id.value() + "/clocks";
    }

    private static String tell(PlacementId id, String kind) {
        return "/fostering/placements/" + id.value() + "/notices/13/" + kind;
    }

    /** Prepares a notice by e-mail and answers its address. */
    private String prepared(PlacementId id, String kind, String email, boolean carries) throws Exception {
        var answer = sent(
                tell(id, kind),
                placed.officer(),
                "how",
                "SENT",
                "name",
                "Robin Example",
                "email",
                email,
                "carries",
                Boolean.toString(carries));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String version(String notice) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select version::text from statutory_notice where id = ?",
                String.class,
                UUID.fromString(notice.substring("/notices/".length()))));
    }

    private void send(String notice) throws Exception {
        var answer = sent(notice + "/send", placed.officer(), "version", version(notice));
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private String newestMessage() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select body from outbox_message order by written_at desc, id desc limit 1", String.class));
    }

    private String link() {
        var found = LINK.matcher(newestMessage());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void keepParticulars(PlacementId id) throws Exception {
        var answer = sent(
                "/fostering/placements/" + id.value() + "/particulars/children/1",
                placed.socialWorker(),
                "name",
                "Ada Example",
                "born.day",
                "1",
                "born.month",
                "3",
                "born.year",
                "2017",
                "carePlan",
                "Example care plan",
                "assessment",
                "Example assessment");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    }

    private MockHttpServletResponse anonymous(String address, MockHttpSession browser) throws Exception {
        return from(browser, get(address));
    }

    private MockHttpServletResponse anonymousSends(String address, MockHttpSession browser, String... fields)
            throws Exception {
        var request = post(address).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return from(browser, request);
    }

    /** A browser sends back the cookie it was given: sessions are in the database. */
    private MockHttpServletResponse from(MockHttpSession browser, MockHttpServletRequestBuilder request)
            throws Exception {
        if (browser.getAttribute("cookie") instanceof Cookie cookie) {
            request.cookie(cookie);
        }
        var response = pages.perform(request).andReturn().getResponse();
        var given = response.getCookie("slipway");
        if (given != null) {
            browser.setAttribute("cookie", given);
        }
        return response;
    }

    @Test
    void theStripSaysWhatIsDueByWhenAndCitesTheLaw() throws Exception {
        var id = emergency();
        assertThat(body(clocks(id), placed.officer()))
                .contains(
                        "Statutory clocks: FP-26-",
                        "Area authority told",
                        "In 5 working days, Monday 30 November",
                        "https://www.legislation.gov.uk/uksi/2010/959/regulation/13",
                        "read 28 November 2026",
                        "to be checked by the region",
                        "By when is to be set by the region",
                        "Whom a clock warns, and whom it calls once it is late, is to be set by the region",
                        "Not signed yet. In an emergency: within five working days of the start.",
                        "An emergency never waives approval.",
                        "Tell them")
                .contains("<svg class=\"slipway-chart slipway-strip\"");
        assertThat(body("/clocks", placed.officer())).contains("No clock is late.");
        assertThat(body("/", placed.officer())).contains("Tell the area authority of the placement");
    }

    @Test
    void whoIsNotPartyToThePlacementSeesNoneOfIt() throws Exception {
        var id = emergency();
        var notice = prepared(id, "school", "school@example.org", false);
        for (var stranger : new Viewer[] {
            people.inFostering(Role.FOSTERING_OFFICER, "Bury"),
            people.inFostering(Role.REVIEWING_OFFICER, "Wigan"),
            people.director("Bury")
        }) {
            assertThat(opened(clocks(id), stranger).getStatus()).isEqualTo(404);
            assertThat(opened(notice, stranger).getStatus()).isEqualTo(404);
            assertThat(body("/notices", stranger)).doesNotContain("FP-26-");
            assertThat(body("/clocks", stranger)).doesNotContain("FP-26-");
            assertThat(opened("/notices.csv", stranger).getContentAsString()).doesNotContain("FP-26-");
        }
        for (var regional :
                new Viewer[] {people.regionalManager(), people.ofsted("Bolton"), people.officer("Bolton")}) {
            assertThat(opened(clocks(id), regional).getStatus()).isEqualTo(403);
            assertThat(opened("/notices", regional).getStatus()).isEqualTo(403);
        }
        var fostering = placed.supervisingWorker();
        assertThat(body(clocks(id), fostering)).doesNotContain("Tell them");
        assertThat(body(notice, fostering)).contains("Robin Example").doesNotContain("Send the notice");
        assertThat(sent(notice + "/send", fostering, "version", "0").getStatus())
                .isEqualTo(403);
        assertThat(opened(tell(id, "parent"), fostering).getStatus()).isEqualTo(403);
    }

    @Test
    void aNoticeIsSentAndAcknowledgedThroughItsLinkWithoutAnAccount() throws Exception {
        var id = emergency();
        var notice = prepared(id, "school", "head@school.example", false);
        assertThat(body(notice, placed.officer())).contains("Send the notice", "Prepared, not sent");
        send(notice);
        assertThat(newestMessage())
                .contains("Dear Robin Example", "Bolton has a notice for you")
                .doesNotContain("5 to 9", "code");
        var link = link();
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice_link where encode(token_hash, 'escape') like ?",
                        Integer.class,
                        "%" + link.substring(link.lastIndexOf('/') + 1) + "%"))
                .as("the table holds a hash of it only")
                .isZero();
        var browser = new MockHttpSession();
        assertThat(anonymous(link, browser).getContentAsString())
                .contains("Notice of a placement with foster carers", "FP-26-", "I have received this notice")
                .doesNotContain("Carer", "W-1", "slipway-service-nav");
        assertThat(anonymousSends(link, browser).getRedirectedUrl()).isEqualTo(link);
        assertThat(anonymous(link, browser).getContentAsString())
                .as("opened twice")
                .contains("You have acknowledged this notice", "There is nothing more to do")
                .doesNotContain("FP-26-");
        for (int i = 0; i < 10; i++) {
            assertThat(anonymousSends(link, browser).getStatus()).isEqualTo(302);
        }
        assertThat(body(notice, placed.officer()))
                .contains("Acknowledged", "By the link, as Robin Example", "Opened the notice by its link");
    }

    @Test
    void anExpiredOrReplacedOrDamagedLinkIsAnsweredKindly() throws Exception {
        var id = emergency();
        var notice = prepared(id, "school", "head@school.example", false);
        send(notice);
        var first = link();
        assertThat(sent(notice + "/send-again", placed.officer(), "version", version(notice))
                        .getStatus())
                .isEqualTo(302);
        var second = link();
        assertThat(second).isNotEqualTo(first);
        var browser = new MockHttpSession();
        assertThat(anonymous(first, browser).getContentAsString())
                .contains("This link works no more", "a newer one has been sent to you")
                .doesNotContain("FP-26-");
        assertThat(anonymous(second, browser).getContentAsString()).contains("FP-26-");
        clock.advance(NoticeLinks.HOLDS.plusMinutes(1));
        assertThat(anonymous(second, browser).getContentAsString()).contains("This link works no more");
        anonymousSends(second, browser);
        assertThat(jdbc.queryForObject(
                        "select count(*) from statutory_notice where acknowledged_at is not null", Integer.class))
                .isZero();
        var damaged = anonymous("/notices/acknowledge/nothing", browser);
        assertThat(damaged.getStatus()).isEqualTo(200);
        assertThat(damaged.getContentAsString()).contains("This link opens nothing. Copy it again");
    }

    @Test
    void whatItSaysOfTheChildIsBehindACodeSentToAKnownAddress() throws Exception {
        var id = emergency();
        var notice = prepared(id, "area-authority", "duty@wigan.example", true);
        assertThat(body(notice, placed.officer()))
                .contains("Write down the particulars")
                .doesNotContain(">Send the notice<");
        sent(notice + "/send", placed.officer(), "version", version(notice));
        assertThat(jdbc.queryForObject("select count(*) from notice_link", Integer.class))
                .isZero();
        keepParticulars(id);
        send(notice);
        assertThat(newestMessage())
                .contains("we send a code to d…@wigan.example")
                .doesNotContain("Ada");
        var link = link();
        var browser = new MockHttpSession();
        assertThat(anonymous(link, browser).getContentAsString())
                .contains("we send a code of six digits to d…@wigan.example")
                .doesNotContain("Ada Example", "FP-26-");
        anonymousSends(link + "/code", browser);
        var found = CODE.matcher(newestMessage());
        assertThat(found.find()).isTrue();
        var code = found.group(1);
        assertThat(anonymousSends(link + "/open", browser, "code", wrong(code)).getContentAsString())
                .contains("That is not the code");
        assertThat(anonymousSends(link, browser).getStatus()).isEqualTo(302);
        assertThat(jdbc.queryForObject(
                        "select count(*) from statutory_notice where acknowledged_at is not null", Integer.class))
                .as("not without the code")
                .isZero();
        assertThat(anonymousSends(link + "/open", browser, "code", code).getRedirectedUrl())
                .isEqualTo(link);
        assertThat(anonymous(link, browser).getContentAsString())
                .contains("Ada Example", "1 March 2017", "Example care plan", "Example assessment");
        assertThat(anonymous(link, new MockHttpSession()).getContentAsString())
                .as("in another browser")
                .doesNotContain("Ada Example");
        assertThat(body("/fostering/placements/" + id.value() + "/particulars", placed.officer()))
                .contains("Opened by Robin Example (recipient of a notice: the area authority), because: a notice under"
                        + " regulation 13 tells them");
        anonymousSends(link, browser);
        assertThat(anonymous(link, browser).getContentAsString()).contains("You have acknowledged this notice");
    }

    @Test
    void guessingACodeIsSlowedDown() throws Exception {
        var id = emergency();
        keepParticulars(id);
        var notice = prepared(id, "school", "head@school.example", true);
        send(notice);
        var link = link();
        var browser = new MockHttpSession();
        anonymousSends(link + "/code", browser);
        var found = CODE.matcher(newestMessage());
        assertThat(found.find()).isTrue();
        var code = found.group(1);
        for (int i = 0; i < NoticeLinks.GUESSES; i++) {
            assertThat(anonymousSends(link + "/open", browser, "code", wrong(code))
                            .getStatus())
                    .isEqualTo(422);
        }
        var over = anonymousSends(link + "/open", browser, "code", code);
        assertThat(over.getStatus()).as("even the right one").isEqualTo(429);
        assertThat(over.getContentAsString()).contains("That code works no more. Ask for another");
        for (int i = 1; i < NoticeLinks.CODES; i++) {
            anonymousSends(link + "/code", browser);
        }
        int messages =
                Objects.requireNonNull(jdbc.queryForObject("select count(*) from outbox_message", Integer.class));
        anonymousSends(link + "/code", browser);
        assertThat(jdbc.queryForObject("select count(*) from outbox_message", Integer.class))
                .as("no more codes within the hour")
                .isEqualTo(messages);
        clock.advance(Duration.ofHours(2));
        anonymousSends(link + "/code", browser);
        clock.advance(NoticeLinks.CODE_HOLDS.plusSeconds(1));
        var again = CODE.matcher(newestMessage());
        assertThat(again.find()).isTrue();
        assertThat(anonymousSends(link + "/open", browser, "code", again.group(1))
                        .getStatus())
                .as("expired")
                .isEqualTo(429);
        assertThat(anonymousSends(link + "/open", browser, "code", "12").getContentAsString())
                .contains("The code is six digits");
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '1' ? "2" : "1") + code.substring(1);
    }

    @Test
    void aNoticeIsRecordedOnPaperOrWithheldWithTheReason() throws Exception {
        var id = emergency();
        var officer = placed.officer();
        assertThat(sent(tell(id, "parent"), officer, "how", "WITHHELD").getContentAsString())
                .contains("Enter the reason");
        assertThat(sent(tell(id, "parent"), officer, "how", "WITHHELD", "words", "Example reason: risk of harm")
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent(tell(id, "school"), officer, "how", "WITHHELD", "words", "Example reason")
                        .getStatus())
                .as("regulation 13(3) names a parent, contact and the previous carer only")
                .isEqualTo(404);
        assertThat(sent(
                                tell(id, "child"),
                                officer,
                                "how",
                                "ON_PAPER",
                                "name",
                                "The child",
                                "words",
                                "Example: a letter read together",
                                "on.day",
                                "24",
                                "on.month",
                                "11",
                                "on.year",
                                "2026")
                        .getContentAsString())
                .contains("Day it was given must be today or in the past");
        assertThat(sent(
                                tell(id, "child"),
                                officer,
                                "how",
                                "ON_PAPER",
                                "name",
                                "The child",
                                "words",
                                "Example: a letter read together",
                                "on.day",
                                "23",
                                "on.month",
                                "11",
                                "on.year",
                                "2026")
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent(tell(id, "contact"), officer, "how", "NOT_NEEDED", "words", "No order of a court")
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent(
                                tell(id, "doctor-now"),
                                officer,
                                "how",
                                "NOT_NEEDED",
                                "words",
                                "NHS number 943 476 5919 is not registered")
                        .getContentAsString())
                .contains("Take out what could identify a child or family");
        assertThat(body(clocks(id), officer))
                .contains("Withheld, regulation 13(3)", "Given on paper", "Not given, with a reason")
                .contains("3 of 9 told, or recorded why not.");
        assertThat(body("/notices?state=WITHHELD", officer))
                .contains("A parent")
                .doesNotContain("/notices/13/", "Given on paper</strong>");
        assertThat(opened("/notices.csv?state=WITHHELD", officer).getContentAsString())
                .startsWith("placement,regulation,recipient,name,state,")
                .contains("Example reason: risk of harm")
                .doesNotContain("letter");
    }

    @Test
    void anAddressIsCorrectedAndTheNoticeGoesOutAgain() throws Exception {
        var id = emergency();
        var officer = placed.officer();
        var notice = prepared(id, "school", "haed@school.example", false);
        send(notice);
        var old = link();
        assertThat(sent(
                                notice + "/correct",
                                officer,
                                "version",
                                version(notice),
                                "name",
                                "Robin Example",
                                "email",
                                "not an address")
                        .getContentAsString())
                .contains("Enter an e-mail address in the correct format");
        var stale = sent(notice + "/correct", officer, "version", "0", "name", "Robin", "email", "head@school.example");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("haed@school.example", "head@school.example");
        sent(
                notice + "/correct",
                officer,
                "version",
                version(notice),
                "name",
                "Robin Example",
                "email",
                "head@school.example");
        assertThat(jdbc.queryForObject(
                        "select recipient_email from outbox_message order by written_at desc, id desc limit 1",
                        String.class))
                .isEqualTo("head@school.example");
        assertThat(anonymous(old, new MockHttpSession()).getContentAsString()).contains("This link works no more");
        var known = body("/fostering/placements/" + id.value() + "/notices/14/school", officer);
        assertThat(known).as("kept for the ending").contains("head@school.example");
    }

    @Test
    void theReviewingOfficerAcknowledgesInThePortal() throws Exception {
        var id = emergency();
        var reviewing = placed.reviewingOfficer();
        assertThat(body(tell(id, "reviewing-officer"), placed.officer())).contains("reviewing-officer@bolton.example");
        var notice = prepared(id, "reviewing-officer", "reviewing-officer@bolton.example", false);
        send(notice);
        assertThat(body("/", reviewing)).contains("Acknowledge the notice of placement FP-26-");
        assertThat(body("/notices?mine=true", reviewing)).contains("The Independent Reviewing Officer");
        assertThat(sent(notice + "/acknowledge", placed.officer()).getStatus()).isEqualTo(403);
        assertThat(sent(notice + "/acknowledge", reviewing).getStatus()).isEqualTo(302);
        assertThat(sent(notice + "/acknowledge", reviewing).getStatus()).isIn(302, 403);
        assertThat(body(notice, reviewing)).contains("Signed in, as");
    }

    @Test
    void aNoticeStandsInOnePlaceOfTheNavigationAndNamesItsRecipientOnce() throws Exception {
        sent(
                tell(emergency(), "child"),
                placed.officer(),
                "how",
                "ON_PAPER",
                "name",
                "The child",
                "words",
                "Example: by hand",
                "on.day",
                "23",
                "on.month",
                "11",
                "on.year",
                "2026");
        var notice = "/notices/" + jdbc.queryForObject("select id::text from statutory_notice", String.class);
        var page = Jsoup.parse(body(notice, placed.officer()));
        assertThat(page.select(".govuk-service-navigation__item--active").eachText())
                .containsExactly("Fostering");
        assertThat(page.select("dt:contains(Recipient) + dd").text()).isEqualTo("The child");
        assertThat(page.text()).contains("gives this notice to the child under regulation 13(2)(a)");
    }

    @Test
    void aClockTellsWhomTheProtocolNamesBeforeAndAfter() throws Exception {
        placed.protocol(
                "warnDays",
                "2",
                "warned",
                "SOCIAL_WORKER",
                "warned",
                "FOSTERING_OFFICERS",
                "callDays",
                "1",
                "called",
                "DIRECTOR",
                "called",
                "REVIEWING_OFFICER",
                "emergencyAreaDays",
                "5");
        var id = emergency();
        people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
        var commissioner = people.inFostering(Role.COMMISSIONER, "Bolton");
        var director = people.director("Bolton");
        assertThat(callForHelp.round()).isZero();
        clock.moveTo(LocalDate.of(2026, 11, 26));
        assertThat(callForHelp.round()).isPositive();
        assertThat(recipients())
                .containsExactlyInAnyOrder("social-worker@bolton.example", "fostering-officer@bolton.example");
        assertThat(callForHelp.round()).as("once").isZero();
        assertThat(body("/", director)).doesNotContain("is late: FP-26-");

        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(callForHelp.round()).isPositive();
        assertThat(recipients())
                .contains("director@bolton.example", "reviewing-officer@bolton.example")
                .doesNotContain("commissioner@bolton.example");
        assertThat(newestMessage()).contains("as version 1 of the region's protocol says");
        assertThat(body("/", director)).contains("Area authority told is late: FP-26-");
        assertThat(body("/", commissioner))
                .as("the protocol does not want them told")
                .doesNotContain("is late: FP-26-");
        assertThat(body("/clocks", commissioner)).contains("A clock of 1 placement is late.", "3 working days late");
        assertThat(body(clocks(id), commissioner))
                .contains("Whom the clocks have called", "was late. Told:")
                .doesNotContain("is to be set by the region");
    }

    @Test
    void aClockWritesToNobodyWhoHasLeftTheAuthority() throws Exception {
        placed.protocol("warnDays", "2", "warned", "SOCIAL_WORKER", "warned", "FOSTERING_OFFICERS");
        emergency();
        people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
        jdbc.update("update role_held set ends_on = date '2026-11-24' where account_id ="
                + " (select id from account where email = 'social-worker@bolton.example')");
        clock.moveTo(LocalDate.of(2026, 11, 26));
        assertThat(callForHelp.round()).isPositive();
        assertThat(recipients()).containsExactly("fostering-officer@bolton.example");
    }

    @Test
    void aClockWritesToNobodyWhereTheProtocolNamesNobody() throws Exception {
        var id = emergency();
        var director = people.director("Bolton");
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(callForHelp.round()).isZero();
        assertThat(recipients()).isEmpty();
        assertThat(body("/", placed.officer())).contains("Tell the area authority of the placement");
        assertThat(body("/", director)).as("shown, not sent").contains("Area authority told is late: FP-26-");
        assertThat(body(clocks(id), director)).contains("2 working days late", "is to be set by the region");
    }

    /** Whom the clocks have written to. */
    private List<String> recipients() {
        return jdbc.query(
                "select distinct recipient_email from outbox_message where subject like 'Late: %' or subject like 'Due"
                        + " soon: %'",
                (row, number) -> row.getString("recipient_email"));
    }

    @Test
    void aLateAnnouncedBankHolidayMovesOpenClocks() throws Exception {
        var id = emergency();
        var commissioner = people.inFostering(Role.COMMISSIONER, "Bolton");
        assertThat(sent("/working-days", placed.officer(), "name", "Example").getStatus())
                .isEqualTo(403);
        assertThat(sent("/working-days", commissioner, "name", "").getContentAsString())
                .contains("Enter its name", "Enter the day");
        for (int i = 0; i < 10; i++) {
            assertThat(sent(
                                    "/working-days",
                                    commissioner,
                                    "day.day",
                                    "27",
                                    "day.month",
                                    "11",
                                    "day.year",
                                    "2026",
                                    "name",
                                    "Example holiday")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(clocks(id), placed.officer()))
                .contains(
                        "Tuesday 1 December",
                        "Moved from Monday 30 November because Friday 27 November became a bank holiday (Example"
                                + " holiday, announced 23 November 2026)");
        assertThat(body("/working-days", people.administrator()))
                .contains("Friday 27 November 2026", "Example holiday, announced 23 November 2026", "Take it back");
        sent("/working-days/take-back", people.administrator(), "day", "2026-11-27");
        assertThat(body(clocks(id), placed.officer()))
                .contains("Monday 30 November")
                .doesNotContain("Moved from");
    }

    @Test
    void theRegionSaysThatItHasCheckedTheLaw() throws Exception {
        var id = emergency();
        var commissioner = people.inFostering(Role.COMMISSIONER, "Bolton");
        assertThat(body("/working-days", commissioner))
                .contains(
                        "Read at legislation.gov.uk on 28 November 2026, as made in 2010.",
                        "Paragraph (3), which says what may follow the approval of an emergency, could not be read: to"
                                + " be checked by the region.");
        assertThat(sent("/working-days/regulations/14", commissioner, "words", "Example: unchanged")
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent(
                                "/working-days/regulations/13",
                                commissioner,
                                "words",
                                "Example: the bodies of health have changed")
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent("/working-days/regulations/12", commissioner, "words", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(body(clocks(id), placed.officer()))
                .contains(
                        "checked by the region 23 November 2026", "Checked against the text in force by", "unchanged");
    }

    @Test
    void anIntendedEndingStartsItsClocks() throws Exception {
        var id = emergency();
        var officer = placed.officer();
        assertThat(sent("/fostering/placements/" + id.value() + "/ending-steps", officer)
                        .getContentAsString())
                .contains("Choose what has happened");
        assertThat(sent(
                                "/fostering/placements/" + id.value() + "/ending-steps",
                                officer,
                                "step",
                                "INTENDED",
                                "on.day",
                                "18",
                                "on.month",
                                "12",
                                "on.year",
                                "2026")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(clocks(id), officer))
                .contains(
                        "Case reviewed before the ending",
                        "Who is told of the ending, regulation 14",
                        "The foster carer")
                .contains("Friday 18 December");
    }

    @Test
    void theListAndTheStripTakeTheSameStatementsWhateverTheyHold() throws Exception {
        var id = emergency();
        var officer = placed.officer();
        opened("/clocks", officer);
        int one = statements.during(() -> opened("/clocks", officer)).size();
        int strip = statements.during(() -> opened(clocks(id), officer)).size();
        int register = statements.during(() -> opened("/notices", officer)).size();
        for (int i = 0; i < 5; i++) {
            prepared(emergency(), "school", "head" + i + "@school.example", false);
            prepared(id, "school", "other" + i + "@school.example", false);
        }
        assertThat(statements.during(() -> opened("/clocks", officer))).hasSize(one);
        assertThat(statements.during(() -> opened(clocks(id), officer))).hasSize(strip);
        assertThat(statements.during(() -> opened("/notices", officer))).hasSize(register);
    }

    @Test
    void theRegisterPagesByKey() throws Exception {
        var id = emergency();
        for (int i = 0; i < NoticeRows.PAGE + 3; i++) {
            jdbc.update(
                    "insert into statutory_notice (id, version, placement_id, authority_id, other_authority_id,"
                        + " regulation, recipient_kind, recipient_name, carries_particulars, state, prepared_at,"
                        + " settled_on, words) select gen_random_uuid(), 0, id, authority_id, other_authority_id, 13,"
                        + " 'SCHOOL', 'Recipient ' || ?, false, 'NOT_NEEDED', now() + ? * interval '1 minute',"
                        + " current_date, 'Example' from placement where id = ?",
                    i,
                    i,
                    id.value());
        }
        var first = body("/notices?search=Recipient", placed.officer());
        assertThat(first).contains("Recipient 52", "Older notices").doesNotContain("Recipient 2<");
        var next = Pattern.compile("href=\"(/notices\\?[^\"]*after=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(body(next.group(1).replace("&amp;", "&"), placed.officer()))
                .contains("Recipient 2<")
                .doesNotContain("Recipient 52", "Older notices");
    }
}
