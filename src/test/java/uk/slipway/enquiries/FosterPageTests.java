package uk.slipway.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;

/** The public pages, without an account. */
@PageTest
class FosterPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    EnquiriesFixtures door;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aFrontDoor() {
        door.frontDoor("enquiry", "2");
    }

    private int count(String from) {
        var count = jdbc.queryForObject("select count(*) from " + from, Integer.class);
        return count == null ? 0 : count;
    }

    private Map<String, String> withKey(Map<String, String> answers) {
        var form = new LinkedHashMap<>(answers);
        form.put("key", door.key());
        return form;
    }

    @Test
    void somebodyAsksWithoutAnAccountAndWithoutACookie() throws Exception {
        var start = pages.perform(get("/foster?c=nothing-known")).andReturn();
        assertThat(start.getResponse().getStatus()).isEqualTo(200);
        assertThat(start.getResponse().getContentAsString())
                .contains("Could you foster?", "within 2 working days", "href=\"tel:01614960000\"", "0161 496 0000");
        assertThat(Jsoup.parse(start.getResponse().getContentAsString())
                        .select("main .slipway-places li")
                        .eachText())
                .containsExactly("Bolton", "Bury");
        assertThat(start.getRequest().getSession(false)).isNull();
        assertThat(start.getResponse().getHeader("Set-Cookie")).isNull();
        var form = withKey(door.answers("Ada Example", "Ada@Enquirer.example"));
        form.put("at", "");
        form.put("area", "bl1 1ru");
        clock.advance(Duration.ofSeconds(20));
        var request = post("/foster/you");
        form.forEach(request::param);
        var sent = pages.perform(request).andReturn();
        assertThat(sent.getResponse().getStatus()).isEqualTo(302);
        assertThat(sent.getRequest().getSession(false)).isNull();
        var thanks = door.body(String.valueOf(sent.getResponse().getRedirectedUrl()), null);
        assertThat(thanks).contains("We have your question", "What happens next");
        var mail = jdbc.queryForMap("select recipient_email, subject, body from outbox_message");
        assertThat(mail.get("recipient_email")).isEqualTo("Ada@Enquirer.example");
        assertThat(String.valueOf(mail.get("body")))
                .contains("Council area you live in: Bolton")
                .doesNotContain("Ada");
        var adviser = door.adviser();
        assertThat(door.body("/enquiries/" + door.newest(), adviser))
                .contains("Ada Example", "Bolton, BL1", "version 1 of the privacy notice", "in 2 days");
        assertThat(door.body("/", adviser)).contains("Contact 1 person who asked about fostering");
    }

    @Test
    void whatIsKeptOfAPersonIsNotReadableInTheDatabase() {
        door.asked("Zachariah Unmistakable", "zachariah@enquirer.example");
        assertThat(jdbc.queryForList("select row_to_json(e)::text from enquiry e", String.class)
                        .getFirst())
                .doesNotContainIgnoringCase("zachariah")
                .doesNotContain(HexFormat.of().formatHex("achariah".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameFormTenTimesIsOneEnquiry() {
        var form = withKey(door.answers("Ada Example", "ada@enquirer.example"));
        clock.advance(Duration.ofSeconds(20));
        var first = door.sent("/foster/you", null, form).getRedirectedUrl();
        for (int again = 0; again < 12; again++) {
            assertThat(door.sent("/foster/you", null, form).getRedirectedUrl()).isEqualTo(first);
        }
        assertThat(count("enquiry")).isEqualTo(1);
        assertThat(count("outbox_message")).isEqualTo(1);
    }

    @Test
    void whoCannotFosterTodayIsToldOfOtherWaysAndNothingIsStored() {
        for (var answers : List.of("over21=no&room=yes", "over21=yes&room=no")) {
            assertThat(door.body("/foster/you?council=" + EnquiriesFixtures.BOLTON + "&" + answers, null))
                    .contains("Other ways to help", "We have kept nothing");
        }
        var form = withKey(door.answers("Ada Example", "ada@enquirer.example"));
        form.put("room", "no");
        assertThat(EnquiriesFixtures.text(door.sent("/foster/you", null, form))).contains("Other ways to help");
        assertThat(count("enquiry")).isZero();
        assertThat(count("enquiry_arrival")).isZero();
    }

    @Test
    void whoLivesWhereNobodyTakesPartIsToldSoAndGivenThatAuthoritysRoute() {
        assertThat(door.sent(
                                "/enquiries/front-door/authorities/" + EnquiriesFixtures.WIGAN,
                                door.adviser(),
                                Map.of("version", "-1", "route", "Wigan fostering, 01632 960001"))
                        .getStatus())
                .isEqualTo(302);
        var asked = "/foster/you?over21=yes&room=unsure&council=" + EnquiriesFixtures.WIGAN;
        assertThat(door.body(asked, null))
                .contains("Wigan does not take part here", "01632 960001", "We have kept nothing");
        assertThat(door.body(asked + "&wants=" + EnquiriesFixtures.BURY, null)).contains("How can we reach you?");
        assertThat(door.body("/foster/you?over21=yes&room=yes&council=elsewhere", null))
                .contains("Your council does not take part here");
    }

    @Test
    void theThreeQuestionsAreAskedFirst() {
        var nothing = door.opened("/foster/you", null);
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(EnquiriesFixtures.text(nothing))
                .contains("Say whether you are 21 or over", "Say whether you have a spare bedroom", "#council");
    }

    @Test
    void whatIsMissingIsAskedForAgainWithWhatWasTyped() {
        var form = withKey(door.answers("", "not an address"));
        form.put("experience", "Three nephews");
        form.remove("consent");
        var response = door.sent("/foster/you", null, form);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(EnquiriesFixtures.text(response))
                .contains("Enter your name", "in the correct format", "Tick the box if we may keep", "Three nephews");
    }

    @Test
    void aCampaignIsKeptThroughThePagesByItsLink() {
        assertThat(door.sent(
                                "/enquiries/campaigns/new",
                                door.adviser(),
                                Map.of(
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "version",
                                        "-1",
                                        "name",
                                        "Spring buses",
                                        "code",
                                        "spring",
                                        "starts.day",
                                        "1",
                                        "starts.month",
                                        "11",
                                        "starts.year",
                                        "2026",
                                        "cost",
                                        "£1,200"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/foster?c=spring", null)).contains("/foster/questions?c=spring");
        assertThat(door.body("/foster/questions?c=spring", null)).contains("name=\"c\" value=\"spring\"");
        var form = withKey(door.answers("Ada Example", "ada@enquirer.example"));
        form.put("c", "spring");
        clock.advance(Duration.ofSeconds(20));
        door.sent("/foster/you", null, form);
        assertThat(door.body("/enquiries/" + door.newest(), door.adviser())).contains("campaign “Spring buses”");
    }

    @Test
    void whatAProgramSendsIsHeldApartForAnAdviser() {
        var trapped = withKey(door.answers("Robot One", "one@enquirer.example"));
        trapped.put("website", "https://spam.example");
        clock.advance(Duration.ofSeconds(20));
        var answer = door.sent("/foster/you", null, trapped);
        assertThat(answer.getRedirectedUrl()).startsWith("/foster/sent?ref=FE-");
        var fast = withKey(door.answers("Robot Two", "two@enquirer.example"));
        door.sent("/foster/you", null, fast);
        var linking = withKey(door.answers("Robot Three", "three@enquirer.example"));
        linking.put("experience", "Buy at https://spam.example");
        clock.advance(Duration.ofSeconds(20));
        door.sent("/foster/you", null, linking);
        assertThat(count("enquiry where held_because is not null")).isEqualTo(3);
        assertThat(count("outbox_message")).isZero();
        var adviser = door.adviser();
        assertThat(door.body("/enquiries", adviser)).contains("No enquiry is under way");
        assertThat(door.body("/enquiries?state=apart", adviser))
                .contains("Robot One", "A field was filled in", "faster than anybody types", "It holds a link");
        assertThat(door.body("/", adviser)).contains("Look at 3 enquiries held apart");
        var three = door.newest();
        assertThat(door.acts(three, "release", adviser).getStatus()).isEqualTo(302);
        assertThat(door.body("/enquiries", adviser)).contains("Robot Three");
        var one = jdbc.queryForObject("select id from enquiry where held_because like 'A field%'", UUID.class);
        for (int again = 0; again < 2; again++) {
            door.sent("/enquiries/" + one + "/discard", adviser, Map.of());
        }
        assertThat(count("enquiry")).isEqualTo(2);
    }

    @Test
    void aFormOfYesterdayOrForgedIsShownAgainAndNotTaken() {
        var form = withKey(door.answers("Ada Example", "ada@enquirer.example"));
        clock.advance(Duration.ofHours(25));
        var old = door.sent("/foster/you", null, form);
        assertThat(old.getStatus()).isEqualTo(422);
        assertThat(EnquiriesFixtures.text(old)).contains("open for more than a day", "Ada Example");
        form.put("key", "A".repeat(75));
        assertThat(door.sent("/foster/you", null, form).getStatus()).isEqualTo(422);
        assertThat(count("enquiry")).isZero();
    }

    @Test
    void oneMachineIsSlowedDownAndSoIsEverybodyTogether() {
        for (int one = 0; one < Enquire.FROM_ONE_MACHINE; one++) {
            door.asked("Ada Example", "ada" + one + "@enquirer.example");
        }
        var form = withKey(door.answers("Ada Example", "more@enquirer.example"));
        clock.advance(Duration.ofSeconds(20));
        var slowed = door.sent("/foster/you", null, form);
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(EnquiriesFixtures.text(slowed)).contains("Try again in an hour", "more@enquirer.example");
        clock.advance(Duration.ofMinutes(61));
        assertThat(door.sent("/foster/you", null, form).getStatus()).isEqualTo(302);
        jdbc.update(
                "insert into enquiry_arrival (id, at, sent_from) select gen_random_uuid(), ?, '\\x00'::bytea"
                        + " from generate_series(1, 200)",
                Timestamp.from(clock.instant()));
        var another = withKey(door.answers("Ada Example", "another@enquirer.example"));
        clock.advance(Duration.ofSeconds(20));
        assertThat(door.sent("/foster/you", null, another).getStatus()).isEqualTo(429);
    }

    @Test
    void manyAtOnceFromOneMachineAreCountedToo() throws Exception {
        var forms = IntStream.range(0, 16)
                .mapToObj(at -> withKey(door.answers("Ada Example", "ada" + at + "@enquirer.example")))
                .toList();
        clock.advance(Duration.ofSeconds(20));
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var future : threads.invokeAll(forms.stream()
                    .<Callable<Integer>>map(
                            form -> () -> door.sent("/foster/you", null, form).getStatus())
                    .toList())) {
                assertThat(future.get()).isIn(302, 429);
            }
        }
        assertThat(count("enquiry")).isEqualTo(Enquire.FROM_ONE_MACHINE);
    }

    @Test
    void anAddressGetsAtMostThreeCopiesADay() {
        for (int one = 0; one < 5; one++) {
            door.asked("Ada Example", "ada@enquirer.example");
        }
        assertThat(count("outbox_message")).isEqualTo(Enquire.COPIES);
    }

    @Test
    void earlierVersionsOfThePrivacyNoticeStay() {
        assertThat(door.sent("/enquiries/front-door/notice", door.adviser(), Map.of("text", "We are [name]."))
                        .getStatus())
                .isEqualTo(422);
        door.sent("/enquiries/front-door/notice", door.adviser(), Map.of("text", "Another text."));
        assertThat(door.body("/foster/privacy", null)).contains("Another text.", "Version 2", "The version before");
        assertThat(door.body("/foster/privacy/1", null)).contains("An example.");
        assertThat(door.opened("/foster/privacy/9", null).getStatus()).isEqualTo(404);
    }

    @Test
    void aFrontDoorThatIsNotOpenSaysSo() {
        jdbc.update("update front_door_authority set takes_part_until = date '2026-11-01'");
        for (var address : List.of("/foster", "/foster/questions", "/foster/you?over21=yes")) {
            assertThat(door.body(address, null)).contains("We do not take enquiries here yet");
        }
    }

    @Test
    void whereSeveralFrontDoorsTakeEnquiriesThePersonChoosesTheirs() {
        var elsewhere = door.otherFrontDoor();
        for (var address : List.of("/foster", "/foster/questions", "/foster/you", "/foster/privacy")) {
            var choice = door.body(address, null);
            assertThat(choice).contains("Where do you live?", "For Bolton and Bury.", "For Darlington.");
            assertThat(Jsoup.parse(choice).select("main h2 a").eachAttr("href"))
                    .containsExactly("/foster?at=E12000002", "/foster?at=" + elsewhere);
        }
        var start = door.body("/foster?at=" + elsewhere, null);
        assertThat(start).contains("Other front door").doesNotContain("Bolton");
        assertThat(Jsoup.parse(start).select("main a[href^=/foster/]").eachAttr("href"))
                .containsExactly("/foster/questions?at=" + elsewhere, "/foster/privacy?at=" + elsewhere);
        assertThat(Jsoup.parse(door.body("/foster/questions?at=" + elsewhere, null))
                        .select("select[name=council] option")
                        .eachText())
                .contains("Darlington")
                .doesNotContain("Bolton");
        assertThat(door.body("/foster/privacy/1?at=" + elsewhere, null)).contains("Another region’s text.");
        assertThat(door.body("/foster/privacy/1?at=E12000002", null)).contains("An example.");
        var form = new LinkedHashMap<>(door.answers("Ada Example", "ada@enquirer.example"));
        form.put("at", "E12000002");
        form.put("key", door.key("&at=E12000002"));
        clock.advance(Duration.ofSeconds(20));
        var thanks = String.valueOf(door.sent("/foster/you", null, form).getRedirectedUrl());
        assertThat(thanks).endsWith("&at=E12000002");
        assertThat(door.body(thanks, null)).contains("0161 496 0000");
        assertThat(door.body("/enquiries", door.adviser())).contains("Ada Example");
    }
}
