package uk.slipway.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;

@PageTest
class FosteringPageTests {

    @Autowired
    CallForAnswers callForAnswers;

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DeleteClosedReferrals deleteClosedReferrals;

    @Autowired
    DeleteEndedPlacements deleteEndedPlacements;

    private Viewer commissioner;
    private Viewer worker;
    private Viewer bolton;
    private Viewer bury;
    private Viewer wirral;
    private Viewer director;

    @BeforeEach
    void people() {
        commissioner = people.commissioner();
        worker = people.inFostering(Role.SOCIAL_WORKER, "Bolton");
        people.inFostering(Role.REVIEWING_OFFICER, "Bolton");
        bolton = people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
        bury = people.inFostering(Role.FOSTERING_OFFICER, "Bury");
        wirral = people.inFostering(Role.FOSTERING_OFFICER, "Wirral");
        director = people.director("Bolton");
    }

    private MockHttpServletResponse sent(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private void done(String address, Viewer viewer, String... fields) throws Exception {
        var response = sent(address, viewer, fields);
        assertThat(response.getStatus())
                .as("%s: %s", address, response.getContentAsString())
                .isEqualTo(302);
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

    private void protocol(String... more) throws Exception {
        var fields = new ArrayList<>(
                List.of("text", "# How we place\n\nOne protocol for all.", "approvals", "The Director"));
        fields.addAll(List.of(more));
        done("/fostering/protocol/draft", commissioner, fields.toArray(String[]::new));
        done(
                "/fostering/protocol/draft/issue",
                commissioner,
                "version",
                one("select version::text from fostering_protocol where state = 'DRAFT'"),
                "inForceOn.day",
                "23",
                "inForceOn.month",
                "11",
                "inForceOn.year",
                "2026");
    }

    private String one(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class, parameters));
    }

    private String vacancy(Viewer officer, String reference, String area, String... more) throws Exception {
        var said = new LinkedHashMap<String, String>(Map.of(
                "carerReference",
                reference,
                "area",
                area,
                "postcodeArea",
                "BL9",
                "approvedPlaces",
                "2",
                "freePlaces",
                "1",
                "youngest",
                "0",
                "oldest",
                "17",
                "types",
                "SHORT_TERM",
                "skills",
                "TRAUMA"));
        said.putAll(Map.of("freeFrom.day", "23", "freeFrom.month", "11", "freeFrom.year", "2026"));
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        var fields = new ArrayList<String>();
        said.forEach((name, value) -> fields.addAll(List.of(name, value)));
        done("/fostering/vacancies/new", officer, fields.toArray(String[]::new));
        return one("select id::text from vacancy where carer_reference = ?", reference);
    }

    private static final String BURY = "E08000002";
    private static final String WIRRAL = "E08000015";
    private static final String BOLTON = "E08000001";

    private String referral(String route) throws Exception {
        var id = Uuid7.next().toString();
        done(
                "/fostering/referrals/new",
                worker,
                "id",
                id,
                "route",
                route,
                "ageBands",
                "AGE_5_TO_9",
                "gender",
                "GIRL",
                "legalStatus",
                "CARE_ORDER",
                "type",
                "SHORT_TERM",
                "neededBy.day",
                "1",
                "neededBy.month",
                "12",
                "neededBy.year",
                "2026",
                "duration",
                "MONTHS",
                "home",
                BOLTON,
                "skills",
                "TRAUMA",
                "socialWorker",
                worker.account().value().toString());
        return id;
    }

    private String ready(String route) throws Exception {
        var id = referral(route);
        for (var section : List.of("background", "risks", "education", "health", "family-time", "skills")) {
            done(
                    "/fostering/referrals/" + id + "/sections/" + section,
                    worker,
                    "version",
                    "0",
                    "text",
                    "Example words.");
        }
        done(
                "/fostering/referrals/" + id + "/search",
                worker,
                "version",
                version("referral", id),
                "on.day",
                "23",
                "on.month",
                "11",
                "on.year",
                "2026",
                "outcome",
                "NONE_FREE");
        done(
                "/fostering/referrals/" + id + "/weights",
                worker,
                "version",
                version("referral", id),
                "CLOSENESS",
                "5",
                "SKILLS",
                "3",
                "IN_TIME",
                "1",
                "ROOM",
                "0",
                "CONFIRMED",
                "1");
        return id;
    }

    private String circulated(String route) throws Exception {
        var id = ready(route);
        done("/fostering/referrals/" + id + "/circulate", worker, "version", version("referral", id));
        assertThat(state("referral", id)).isEqualTo("CIRCULATED");
        return id;
    }

    private String version(String table, String id) {
        return one("select version::text from " + table + " where id = ?::uuid", id);
    }

    private String state(String table, String id) {
        return one("select state from " + table + " where id = ?::uuid", id);
    }

    private String offer(Viewer officer, String referral, String vacancy) throws Exception {
        var id = Uuid7.next().toString();
        done("/fostering/referrals/" + referral + "/offers/new", officer, offerFields(officer, id, vacancy));
        return id;
    }

    private static String[] offerFields(Viewer officer, String id, String vacancy) {
        return new String[] {
            "id",
            id,
            "vacancy",
            vacancy,
            "startOn.day",
            "30",
            "startOn.month",
            "11",
            "startOn.year",
            "2026",
            "rationale",
            "Example reason",
            "allowance",
            "200",
            "fee",
            "150",
            "support",
            "0",
            "management",
            "50",
            "supervisingWorker",
            officer.account().value().toString()
        };
    }

    private void proposed(String offer, Viewer fostering) throws Exception {
        done(
                "/fostering/offers/" + offer + "/propose",
                worker,
                "version",
                version("offer", offer),
                "because",
                "Closest");
        done(
                "/fostering/consents/"
                        + one(
                                "select id::text from match_consent where offer_id = ?::uuid and kind ="
                                        + " 'FOSTERING_SERVICE'",
                                offer),
                fostering,
                "answer",
                "GIVEN");
    }

    private MockHttpServletResponse approve(String offer, Viewer viewer) throws Exception {
        return sent(
                "/fostering/offers/" + offer + "/approve",
                viewer,
                "version",
                version("offer", offer),
                "because",
                "The most suitable",
                "toldOn.day",
                "23",
                "toldOn.month",
                "11",
                "toldOn.year",
                "2026");
    }

    private String placed() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var offer = offer(bury, circulated("PLANNED"), vacancy);
        proposed(offer, bury);
        assertThat(approve(offer, director).getStatus()).isEqualTo(302);
        return one("select id::text from placement");
    }

    @Test
    void theProtocolIsPublicAndSaysWhatTheRegionHasNotSet() throws Exception {
        protocol("allowance", "200", "offerDays", "3");
        var page = pages.perform(get("/fostering/protocol")).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains(
                        "version 1",
                        "One protocol for all.",
                        "£200.00 a week",
                        "3 working days",
                        "To be set by the region");
        protocol("allowance", "210");
        assertThat(pages.perform(get("/fostering/protocol/versions/1"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("An earlier version", "£200.00");
        assertThat(pages.perform(get("/fostering/protocol/versions/3"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        done(
                "/fostering/protocol/signatories",
                commissioner,
                "authority",
                BOLTON,
                "signedOn.day",
                "20",
                "signedOn.month",
                "11",
                "signedOn.year",
                "2026");
        assertThat(pages.perform(get("/fostering/protocol"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Bolton", "20 November 2026", "£210.00");
        assertThat(sent("/fostering/protocol/draft", bury, "text", "x").getStatus())
                .isEqualTo(403);
        assertThat(sent("/fostering/protocol/draft", people.inFostering(Role.COMMISSIONER, "Bury"), "text", "x")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void twoWhoWriteTheDraftAtOnceSeeBothTexts() throws Exception {
        done("/fostering/protocol/draft", commissioner, "text", "First");
        done("/fostering/protocol/draft", commissioner, "text", "Second", "version", "0");
        var conflict = sent("/fostering/protocol/draft", commissioner, "text", "Third", "version", "0");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Second", "Third");
        assertThat(sent("/fostering/protocol/draft", commissioner, "text", "", "fee", "lots")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void adjacencyIsReadByAllAndChangedByTheRegion() throws Exception {
        assertThat(body("/fostering/adjacency?authority=" + BOLTON, bury))
                .contains("Bolton and Bury", "Bolton and Wigan", "Not checked by the region yet")
                .doesNotContain("Bolton and Wirral");
        assertThat(sent("/fostering/adjacency/pair", bury, "one", BOLTON, "other", WIRRAL)
                        .getStatus())
                .isEqualTo(403);
        assertThat(sent("/fostering/adjacency/pair", commissioner, "one", BOLTON, "other", BOLTON)
                        .getStatus())
                .isEqualTo(422);
        done("/fostering/adjacency/pair", commissioner, "one", BOLTON, "other", BURY, "note", "Along the Irwell");
        assertThat(body("/fostering/adjacency?authority=" + BOLTON, bury))
                .contains("Along the Irwell", "23 November 2026");
        jdbc.update("update authority_adjacency set checked_on = null, checked_by = null, note = null");
    }

    @Test
    void aVacancyIsConfirmedAtOnePressAndSinksWhenItIsNot() throws Exception {
        var id = vacancy(bury, "FC-1", BURY);
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(body("/fostering/vacancies", bury)).contains("Not confirmed this week");
        assertThat(body("/", bury)).contains("Confirm 1 vacancy");
        for (int i = 0; i < 10; i++) {
            done("/fostering/vacancies/confirm", bury);
        }
        assertThat(body("/fostering/vacancies", bury)).doesNotContain("Not confirmed this week");
        assertThat(one(
                        "select count(*)::text from audit_entry where record_id = ?::uuid and what like 'confirmed%'",
                        id))
                .isEqualTo("1");
        assertThat(sent("/fostering/vacancies/" + id + "/pause", bury, "reason", "ring 0161 496 0123")
                        .getStatus())
                .isEqualTo(422);
        done("/fostering/vacancies/" + id + "/pause", bury, "reason", "Away until spring");
        assertThat(body("/fostering/vacancies/" + id, bury)).contains("Paused: Away until spring");
        done("/fostering/vacancies/" + id + "/resume", bury);
        assertThat(opened("/fostering/vacancies/" + id, bolton).getStatus()).isEqualTo(404);
        assertThat(sent("/fostering/vacancies/" + id + "/close", wirral).getStatus())
                .isEqualTo(404);
        assertThat(sent("/fostering/vacancies/new", bury, "carerReference", "Anne Example")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void whatIdentifiesAChildIsRefusedAndStaysTyped() throws Exception {
        var id = referral("PLANNED");
        var refused = sent(
                "/fostering/referrals/" + id + "/sections/health",
                worker,
                "version",
                "0",
                "text",
                "Asthma.\nNHS 943 476 5919, lives in BL1 1RU");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("line 2: “943 476 5919” looks like an NHS number", "“BL1 1RU” looks like a full postcode")
                .contains("Asthma.");
        assertThat(one("select count(*)::text from referral_section")).isEqualTo("0");
    }

    @Test
    void aReferralGoesToThoseWhoCanHelpAndIsFixedFromThen() throws Exception {
        var unready = referral("PLANNED");
        assertThat(body("/fostering/referrals/" + unready + "/circulate", worker))
                .contains(
                        "no protocol in force", "Write under “Background”", "Record the search", "Weigh the criteria");
        protocol();
        vacancy(bury, "FC-1", BURY);
        vacancy(wirral, "FC-2", WIRRAL, "youngest", "12");
        var id = ready("PLANNED");
        assertThat(body("/fostering/referrals/" + id + "/circulate", worker))
                .contains("Send it to 1 authority", "1 home fits")
                .contains("Not sent to");
        assertThat(opened("/fostering/referrals/" + id, bury).getStatus()).isEqualTo(404);
        for (int i = 0; i < 10; i++) {
            done("/fostering/referrals/" + id + "/circulate", worker, "version", version("referral", id));
        }
        assertThat(one("select count(*)::text from outbox_message")).isEqualTo("1");
        assertThat(body("/fostering/referrals/" + id, bury)).contains("Example words.", "See which of your homes fit");
        assertThat(opened("/fostering/referrals/" + id, wirral).getStatus()).isEqualTo(404);
        assertThat(opened("/fostering/referrals/" + id, people.regionalManager())
                        .getStatus())
                .isEqualTo(403);
        assertThat(opened("/fostering/referrals/" + id, commissioner).getStatus())
                .isEqualTo(404);
        assertThat(body("/fostering/referrals/" + id, worker))
                .contains("Who has looked", "Fostering officer, Bury", "looked at the referral", "Version 1");
        assertThat(sent(
                                "/fostering/referrals/" + id + "/weights",
                                worker,
                                "version",
                                version("referral", id),
                                "CLOSENESS",
                                "0",
                                "SKILLS",
                                "5",
                                "IN_TIME",
                                "0",
                                "ROOM",
                                "0",
                                "CONFIRMED",
                                "0")
                        .getStatus())
                .isEqualTo(409);
        assertThat(sent("/fostering/referrals/" + id + "/sections/risks", worker, "version", "1", "text", "Other")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theMatcherExplainsEveryRuleAndEveryPartOfTheScore() throws Exception {
        protocol();
        vacancy(bury, "FC-1", BURY);
        vacancy(bury, "FC-2", WIRRAL, "freePlaces", "0");
        var id = circulated("PLANNED");
        assertThat(body("/fostering/referrals/" + id + "/homes", bury))
                .contains("Approved for this age", "Needed: 1 place. Free: 0.", "In an adjoining authority’s area")
                .contains("Close to where the child comes from: 70 of 100, weight 5")
                .contains("1 of 1 skills asked for", "Fits: 85 of 100", "Does not fit");
        assertThat(opened("/fostering/referrals/" + id + "/homes", bolton).getStatus())
                .isEqualTo(403);
        var broken = sent(
                "/fostering/referrals/" + id + "/offers/new",
                bury,
                offerFields(
                        bury,
                        Uuid7.next().toString(),
                        one("select id::text from vacancy where carer_reference = 'FC-2'")));
        assertThat(broken.getStatus()).isEqualTo(422);
        assertThat(broken.getContentAsString()).contains("The home cannot be offered");
    }

    @Test
    void approvalClosesTheOtherOffersAndTellsThem() throws Exception {
        protocol();
        var first = vacancy(bury, "FC-1", BURY);
        var second = vacancy(wirral, "FC-2", WIRRAL);
        var id = circulated("PLANNED");
        var chosen = offer(bury, id, first);
        var other = offer(wirral, id, second);
        assertThat(state("referral", id)).isEqualTo("OFFERS_IN");
        assertThat(opened("/fostering/offers/" + other, bury).getStatus()).isEqualTo(404);
        done("/fostering/offers/" + chosen + "/shortlist", worker, "version", version("offer", chosen));
        done(
                "/fostering/offers/" + chosen + "/propose",
                worker,
                "version",
                version("offer", chosen),
                "because",
                "Closest");
        assertThat(approve(chosen, director).getContentAsString()).contains("A consent is still missing");
        assertThat(approve(chosen, worker).getStatus()).isEqualTo(403);
        done("/fostering/consents/" + one("select id::text from match_consent"), bury, "answer", "GIVEN");
        assertThat(approve(chosen, bolton).getStatus()).isEqualTo(403);
        done(
                "/fostering/nominated-officers",
                director,
                "account",
                bolton.account().value().toString());
        assertThat(approve(chosen, bolton).getStatus()).isEqualTo(302);
        assertThat(state("offer", chosen)).isEqualTo("ACCEPTED");
        assertThat(state("offer", other)).isEqualTo("CLOSED");
        assertThat(state("referral", id)).isEqualTo("PLACED");
        assertThat(one("select count(*)::text from outbox_message where subject like '%another home was chosen'"))
                .isEqualTo("1");
        assertThat(one("select free_places::text from vacancy where id = ?::uuid", first))
                .isEqualTo("0");
        assertThat(opened("/fostering/referrals/" + id, wirral).getStatus()).isEqualTo(404);
        assertThat(opened("/fostering/referrals/" + id, bury).getStatus()).isEqualTo(200);
    }

    @Test
    void atADistanceTheDirectorAloneApproves() throws Exception {
        protocol();
        var offer =
                offer(wirral, circulatedTo(wirral), one("select id::text from vacancy where carer_reference = 'FC-2'"));
        proposed(offer, wirral);
        done(
                "/fostering/nominated-officers",
                director,
                "account",
                bolton.account().value().toString());
        assertThat(body("/fostering/offers/" + offer, bolton)).contains("At a distance", "the Director");
        assertThat(approve(offer, bolton).getStatus()).isEqualTo(403);
        var untold = sent(
                "/fostering/offers/" + offer + "/approve",
                director,
                "version",
                version("offer", offer),
                "because",
                "Suitable");
        assertThat(untold.getStatus()).isEqualTo(422);
        assertThat(untold.getContentAsString()).contains("has to be consulted before you approve");
        assertThat(approve(offer, director).getStatus()).isEqualTo(302);
        assertThat(one("select locality from placement")).isEqualTo("AT_A_DISTANCE");
    }

    private String circulatedTo(Viewer officer) throws Exception {
        vacancy(officer, "FC-2", WIRRAL);
        return circulated("PLANNED");
    }

    @Test
    void anAuthorityWithAChildInTheHomeConsentsFirst() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY, "childAuthorities", WIRRAL, "childBands", "AGE_10_TO_13");
        var id = circulated("PLANNED");
        var offer = offer(bury, id, vacancy);
        proposed(offer, bury);
        assertThat(approve(offer, director).getStatus()).isEqualTo(422);
        var consent = one("select id::text from match_consent where kind = 'CHILD_IN_THE_HOME'");
        assertThat(body("/fostering", wirral)).contains("Your consent is asked");
        assertThat(body("/fostering/consents/" + consent, wirral))
                .contains("A child of your authority lives in this home", "1 child, 5 to 9")
                .doesNotContain("Example words.");
        assertThat(opened("/fostering/consents/" + consent, bury).getStatus()).isEqualTo(404);
        assertThat(sent("/fostering/consents/" + consent, wirral, "answer", "REFUSED")
                        .getStatus())
                .isEqualTo(422);
        done("/fostering/consents/" + consent, wirral, "answer", "REFUSED", "words", "Too soon for the child there");
        assertThat(state("offer", offer)).isEqualTo("DECLINED");
        assertThat(state("referral", id)).isEqualTo("CIRCULATED");
    }

    @Test
    void aMatchIsNotApprovedAfterTheVacancyClosed() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var offer = offer(bury, circulated("PLANNED"), vacancy);
        proposed(offer, bury);
        done("/fostering/vacancies/" + vacancy + "/close", bury);
        var refused = approve(offer, director);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("The home is no longer free");
        assertThat(one("select count(*)::text from placement")).isEqualTo("0");
    }

    @Test
    void whatIsNotApprovedIsDeclinedAndTheReferralStandsOpen() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var id = circulated("PLANNED");
        var offer = offer(bury, id, vacancy);
        proposed(offer, bury);
        assertThat(sent("/fostering/offers/" + offer + "/refuse", director, "version", version("offer", offer))
                        .getStatus())
                .isEqualTo(422);
        done(
                "/fostering/offers/" + offer + "/refuse",
                director,
                "version",
                version("offer", offer),
                "because",
                "Too soon");
        assertThat(state("offer", offer)).isEqualTo("DECLINED");
        assertThat(state("referral", id)).isEqualTo("CIRCULATED");
    }

    @Test
    void twoAuthoritiesOfferAtOnceAndBothStand() throws Exception {
        protocol();
        var first = vacancy(bury, "FC-1", BURY);
        var second = vacancy(wirral, "FC-2", WIRRAL);
        var id = circulated("PLANNED");
        var answers = atOnce(
                () -> sent(
                                "/fostering/referrals/" + id + "/offers/new",
                                bury,
                                offerFields(bury, Uuid7.next().toString(), first))
                        .getStatus(),
                () -> sent(
                                "/fostering/referrals/" + id + "/offers/new",
                                wirral,
                                offerFields(wirral, Uuid7.next().toString(), second))
                        .getStatus());
        assertThat(answers).containsExactly(302, 302);
        assertThat(one("select count(*)::text from offer where state = 'OFFERED'"))
                .isEqualTo("2");
        assertThat(state("referral", id)).isEqualTo("OFFERS_IN");
    }

    @Test
    void ofAnApprovalAndAWithdrawalAtOnceOneStands() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var offer = offer(bury, circulated("PLANNED"), vacancy);
        proposed(offer, bury);
        var answers = atOnce(
                () -> approve(offer, director).getStatus(),
                () -> sent("/fostering/offers/" + offer + "/withdraw", bury, "reason", "CARER_DECLINED")
                        .getStatus());
        var state = state("offer", offer);
        assertThat(state).isIn("ACCEPTED", "WITHDRAWN");
        assertThat(one("select count(*)::text from placement")).isEqualTo(state.equals("ACCEPTED") ? "1" : "0");
        assertThat(answers).containsOnlyOnce(302);
        assertThat(one("select free_places::text from vacancy")).isEqualTo(state.equals("ACCEPTED") ? "0" : "1");
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Integer>();
            for (var future : threads.invokeAll(List.<Callable<Integer>>of(
                    () -> {
                        together.await();
                        return one.call();
                    },
                    () -> {
                        together.await();
                        return other.call();
                    }))) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    @Test
    void bothAuthoritiesSignAndThePlacementStartsAndEnds() throws Exception {
        var id = placed();
        var address = "/fostering/placements/" + id;
        assertThat(body(address, bury)).contains("Placing authority (responsible)", "Area authority", "Not signed yet");
        assertThat(opened(address, wirral).getStatus()).isEqualTo(404);
        assertThat(opened(address, commissioner).getStatus()).isEqualTo(404);
        assertThat(opened(address, people.inFostering(Role.REVIEWING_OFFICER, "Bolton"))
                        .getStatus())
                .isEqualTo(404);
        done(address + "/sign", bury, "version", version("placement", id));
        assertThat(one("select coalesce(fostering_signed_by, 'nobody') from placement"))
                .isEqualTo("nobody");
        assertThat(sent(address + "/delegation", bury, delegation("PARENT", "")).getContentAsString())
                .contains("enter the reason why the carer does not decide");
        done(address + "/delegation", bury, delegation("PARENT", "Agreed with the parent"));
        done(address + "/sign", bury, "version", version("placement", id));
        assertThat(day(address + "/start", bolton, "24").getStatus()).isEqualTo(422);
        clock.moveTo(LocalDate.of(2026, 12, 1));
        assertThat(day(address + "/start", bolton, "24").getContentAsString())
                .contains("Both authorities sign the agreement first");
        done(address + "/sign", bolton, "version", version("placement", id));
        assertThat(state("placement", id)).isEqualTo("AGREED");
        assertThat(sent(
                                address + "/agreement",
                                bury,
                                "version",
                                version("placement", id),
                                "startsOn.day",
                                "2",
                                "startsOn.month",
                                "12",
                                "startsOn.year",
                                "2026",
                                "allowance",
                                "1",
                                "fee",
                                "1",
                                "support",
                                "1",
                                "management",
                                "1")
                        .getStatus())
                .isEqualTo(409);
        done(
                address + "/workers",
                bolton,
                "socialWorker",
                worker.account().value().toString(),
                "reviewingOfficer",
                people.inFostering(Role.REVIEWING_OFFICER, "Bolton")
                        .account()
                        .value()
                        .toString());
        assertThat(body(address, people.inFostering(Role.REVIEWING_OFFICER, "Bolton")))
                .contains("Agreed");
        assertThat(day(address + "/start", bolton, "24").getStatus()).isEqualTo(302);
        assertThat(day(address + "/plan", bolton, "24").getStatus()).isEqualTo(302);
        assertThat(state("placement", id)).isEqualTo("ACTIVE");
        assertThat(sent(address + "/end", bury, "reason", "SAFETY").getStatus()).isEqualTo(403);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(
                                    address + "/end",
                                    bolton,
                                    "on.day",
                                    "30",
                                    "on.month",
                                    "11",
                                    "on.year",
                                    "2026",
                                    "reason",
                                    "CARERS_ASKED")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(state("placement", id)).isEqualTo("ENDED");
        assertThat(one("select free_places::text from vacancy")).isEqualTo("1");
        assertThat(body(address, bury)).contains("Unplanned: The carers asked for it to end");
    }

    private static String[] delegation(String firstDecides, String reason) {
        var fields = new ArrayList<String>();
        for (var matter : DelegatedMatter.values()) {
            boolean first = matter == DelegatedMatter.SCHOOL_TRIPS;
            fields.addAll(List.of(
                    matter.name(), first ? firstDecides : "CARER", matter.name() + "-reason", first ? reason : ""));
        }
        fields.addAll(List.of("version", "0"));
        return fields.toArray(String[]::new);
    }

    private MockHttpServletResponse day(String address, Viewer viewer, String day) throws Exception {
        return sent(address, viewer, "on.day", day, "on.month", "11", "on.year", "2026");
    }

    @Test
    void anEmergencyStartsBeforeTheAgreementAndIsApprovedAllTheSame() throws Exception {
        protocol();
        var vacancy = vacancy(wirral, "FC-2", WIRRAL);
        var offer = offer(wirral, circulated("EMERGENCY"), vacancy);
        proposed(offer, wirral);
        done(
                "/fostering/offers/" + offer + "/approve",
                director,
                "version",
                version("offer", offer),
                "because",
                "Tonight");
        var id = one("select id::text from placement");
        assertThat(day("/fostering/placements/" + id + "/start", bolton, "23").getStatus())
                .isEqualTo(302);
        assertThat(state("placement", id)).isEqualTo("STARTED");
        assertThat(body("/fostering/placements/" + id, bolton)).contains("Area authority consulted", "Not yet");
        assertThat(day("/fostering/placements/" + id + "/area-told", bolton, "23")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void whatIsClosedIsDeletedToStatisticsOnceTheRegionHasSetATime() throws Exception {
        protocol();
        vacancy(bury, "FC-1", BURY);
        var id = circulated("PLANNED");
        done("/fostering/referrals/" + id + "/agency", worker, "weeklyRate", "980.50");
        clock.moveTo(LocalDate.of(2028, 1, 1));
        assertThat(deleteClosedReferrals.delete()).as("nothing is set").isZero();
        clock.moveTo(LocalDate.of(2026, 11, 24));
        done("/fostering/protocol/draft", commissioner, "text", "Again", "keepClosedDays", "90");
        done(
                "/fostering/protocol/draft/issue",
                commissioner,
                "version",
                "0",
                "inForceOn.day",
                "24",
                "inForceOn.month",
                "11",
                "inForceOn.year",
                "2026");
        clock.moveTo(LocalDate.of(2027, 2, 20));
        assertThat(deleteClosedReferrals.delete()).isZero();
        clock.moveTo(LocalDate.of(2027, 2, 23));
        assertThat(deleteClosedReferrals.delete()).isEqualTo(1);
        assertThat(one("select count(*)::text from referral")).isEqualTo("0");
        assertThat(one("select count(*)::text from referral_section")).isEqualTo("0");
        assertThat(one("select outcome || ' ' || agency_weekly_rate from referral_statistic"))
                .isEqualTo("PLACED_WITH_AGENCY 980.50");
        assertThat(opened("/fostering/referrals/" + id, worker).getStatus()).isEqualTo(404);
    }

    @Test
    void smallNumbersAreHiddenFromEverybody() throws Exception {
        placed();
        assertThat(body("/fostering/numbers", people.regionalManager()))
                .contains("Free places beside children referred, by area", "Too few to say")
                .doesNotContain("£400");
        assertThat(body("/fostering/numbers", people.ofsted("Bolton"))).contains("Placed with another authority");
        assertThat(opened("/fostering/numbers.csv", bury).getContentAsString())
                .contains("Placed with another authority,,c,")
                .contains(",Bolton,0,c\n");
        assertThat(opened("/fostering/numbers", people.officer("Bolton")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void theHomeTakesAFixedNumberOfStatements() throws Exception {
        protocol();
        vacancy(bury, "FC-1", BURY);
        circulated("PLANNED");
        body("/fostering", worker);
        int few = statements.during(() -> body("/fostering", worker)).size();
        for (int i = 0; i < 5; i++) {
            referral("PLANNED");
        }
        assertThat(statements.during(() -> body("/fostering", worker))).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(10);
    }

    @Test
    void theSameOfferTenTimesIsOne() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var id = circulated("PLANNED");
        var offer = Uuid7.next().toString();
        for (int i = 0; i < 10; i++) {
            done("/fostering/referrals/" + id + "/offers/new", bury, offerFields(bury, offer, vacancy));
        }
        assertThat(one("select count(*)::text from offer")).isEqualTo("1");
        for (int i = 0; i < 10; i++) {
            done("/fostering/offers/" + offer + "/decline", worker, "version", "0", "reason", "TOO_FAR");
        }
        assertThat(one("select count(*)::text from outbox_message where subject = 'Your offer was declined'"))
                .isEqualTo("1");
    }

    @Test
    void aPlanThatCannotBeMadeBeforeTheStartSaysWhy() throws Exception {
        var address = "/fostering/placements/" + placed();
        assertThat(body(address, worker)).contains("Not signed yet", "The plan cannot be signed before the start");
        assertThat(sent(address + "/plan-later", worker, "words", " ").getStatus())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(sent(address + "/plan-later", worker, "words", "Call 01632 960123")
                        .getContentAsString())
                .contains("telephone number", "Call 01632 960123");
        assertThat(sent(address + "/plan-later", bury, "words", "Example").getStatus())
                .as("the fostering authority's officer")
                .isEqualTo(403);
        for (int times = 0; times < 2; times++) {
            done(address + "/plan-later", worker, "words", "Example: the school answers in January");
        }
        assertThat(body(address, bury))
                .contains("Follows the start within five working days (regulation 9(2)): Example: the school answers in"
                        + " January")
                .containsOnlyOnce("recorded why the placement plan follows the start");
        done(address + "/plan", worker, "on.day", "23", "on.month", "11", "on.year", "2026");
        assertThat(sent(address + "/plan-later", worker, "words", "Another reason")
                        .getStatus())
                .as("after the plan is signed")
                .isEqualTo(409);
    }

    @Test
    void anEndedPlacementIsDeletedToStatisticsAfterTheTimeThatTheRegionHasSet() throws Exception {
        var id = placed();
        jdbc.update("update placement set state = 'ACTIVE', started_on = starts_on where id = ?::uuid", id);
        clock.moveTo(LocalDate.of(2026, 12, 10));
        endOnTheTenthOfDecember(id);
        clock.moveTo(LocalDate.of(2040, 1, 1));
        assertThat(deleteEndedPlacements.delete()).as("nothing is set").isZero();
        clock.moveTo(LocalDate.of(2026, 12, 11));
        done("/fostering/protocol/draft", commissioner, "text", "Again", "keepEndedDays", "400");
        done(
                "/fostering/protocol/draft/issue",
                commissioner,
                "version",
                "0",
                "inForceOn.day",
                "11",
                "inForceOn.month",
                "12",
                "inForceOn.year",
                "2026");
        assertThat(body("/fostering/protocol", commissioner)).contains("400 days");
        clock.moveTo(LocalDate.of(2028, 1, 14));
        assertThat(deleteEndedPlacements.delete())
                .as("400 days after its last day")
                .isZero();
        clock.moveTo(LocalDate.of(2028, 1, 15));
        assertThat(deleteEndedPlacements.delete()).isEqualTo(1);
        assertThat(deleteEndedPlacements.delete()).isZero();
        assertThat(one("select count(*)::text from placement")).isEqualTo("0");
        assertThat(one("select ending || ' ' || ended_month || ' ' || approved_month || ' ' || weekly_cost"
                        + " from placement_statistic"))
                .isEqualTo("UNPLANNED 2026-12-01 2026-11-01 400.00");
        assertThat(opened("/fostering/placements/" + id, worker).getStatus()).isEqualTo(404);
        assertThat(body("/fostering/numbers", commissioner)).contains("How placements ended");
    }

    @Test
    void twoWhoChangeTheSameFormSeeWhatIsSavedAndKeepWhatTheyTyped() throws Exception {
        var address = "/fostering/placements/" + placed();
        done(address + "/agreement", worker, agreement("0", "100"));
        var overtaken = sent(address + "/agreement", bury, agreement("0", "321"));
        assertThat(overtaken.getStatus()).isEqualTo(409);
        assertThat(overtaken.getContentAsString())
                .contains("Somebody else saved this while you had it open", "£100.00 a week", "value=\"321\"")
                .contains("name=\"version\" value=\"1\"");
        done(address + "/agreement", bury, agreement("1", "321"));
        assertThat(body(address, worker)).contains("£321.00 a week");

        var vacancy = vacancy(wirral, "FC-9", WIRRAL);
        done("/fostering/vacancies/" + vacancy + "/edit", wirral, changed("0", "Words of the first"));
        var late = sent("/fostering/vacancies/" + vacancy + "/edit", wirral, changed("0", "Words of the second"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("Words of the first", "Words of the second");
    }

    private static String[] needs(String version, String budget) {
        return new String[] {
            "version",
            version,
            "route",
            "PLANNED",
            "ageBands",
            "AGE_5_TO_9",
            "gender",
            "GIRL",
            "legalStatus",
            "CARE_ORDER",
            "type",
            "SHORT_TERM",
            "neededBy.day",
            budget,
            "neededBy.month",
            "12",
            "neededBy.year",
            "2026",
            "duration",
            "MONTHS",
            "home",
            BOLTON
        };
    }

    @Test
    void twoWhoChangeWhatAReferralNeedsSeeBothTexts() throws Exception {
        var address = "/fostering/referrals/" + referral("PLANNED");
        var mine = new ArrayList<>(List.of(needs("0", "9")));
        mine.addAll(List.of("socialWorker", worker.account().value().toString()));
        done(address + "/needs", worker, mine.toArray(String[]::new));
        var late = new ArrayList<>(List.of(needs("0", "14")));
        late.addAll(List.of("socialWorker", worker.account().value().toString()));
        var overtaken = sent(address + "/needs", bolton, late.toArray(String[]::new));
        assertThat(overtaken.getStatus()).isEqualTo(409);
        assertThat(overtaken.getContentAsString())
                .contains("Somebody else saved this while you had it open", "Wednesday 9 December");
        var form = Jsoup.parse(overtaken.getContentAsString());
        assertThat(form.select("[name=neededBy.day]").val())
                .as("what was typed")
                .isEqualTo("14");
        assertThat(form.select("[name=version]").val()).isEqualTo("1");
        late.set(1, "1");
        done(address + "/needs", bolton, late.toArray(String[]::new));
        assertThat(body(address, worker)).contains("Monday 14 December");
    }

    @Test
    void twoWhoSayWhoDecidesSeeBothTexts() throws Exception {
        var address = "/fostering/placements/" + placed();
        done(address + "/delegation", bury, delegation("PARENT", "Reason of the first"));
        var stale = delegation("PLACING_AUTHORITY", "Reason of the second");
        stale[stale.length - 1] = "0";
        var overtaken = sent(address + "/delegation", worker, stale);
        assertThat(overtaken.getStatus()).isEqualTo(409);
        assertThat(overtaken.getContentAsString())
                .contains("Somebody else saved this while you had it open", "A parent: Reason of the first")
                .contains("value=\"Reason of the second\"", "name=\"version\" value=\"1\"");
        stale[stale.length - 1] = "1";
        done(address + "/delegation", worker, stale);
        assertThat(body(address, bury)).contains("Reason of the second").doesNotContain("Reason of the first");
    }

    @Test
    void theProtocolSaysWhoIsToldOrThatItIsToBeSet() throws Exception {
        protocol();
        assertThat(body("/fostering/protocol", commissioner)).contains("Once it is late", "To be set by the region");
        assertThat(sent("/fostering/protocol/draft", commissioner, "text", "x", "warnDays", "2")
                        .getContentAsString())
                .contains("Choose who is told, or leave the working days before empty");
        assertThat(sent("/fostering/protocol/draft", commissioner, "text", "x", "called", "DIRECTOR")
                        .getContentAsString())
                .contains("Enter the working days after, or untick who is told");
        protocol(
                "warnDays",
                "2",
                "warned",
                "SOCIAL_WORKER",
                "warned",
                "FOSTERING_OFFICERS",
                "callDays",
                "0",
                "called",
                "DIRECTOR");
        assertThat(body("/fostering/protocol", bury))
                .contains(
                        "The child’s social worker and the fostering officers, 2 working days before",
                        "The Director of Children’s Services, as soon as it is");
        var draft = Jsoup.parse(body("/fostering/protocol/draft", commissioner));
        assertThat(draft.select("[name=warned][checked]").eachAttr("value"))
                .containsExactly("SOCIAL_WORKER", "FOSTERING_OFFICERS");
        assertThat(draft.select("[name=called][checked]").eachAttr("value")).containsExactly("DIRECTOR");
    }

    @Test
    void aFosteringServiceAnswersThatItHasNoHome() throws Exception {
        protocol();
        vacancy(bury, "FC-1", BURY);
        var address = "/fostering/referrals/" + circulated("PLANNED");
        assertThat(body(address, worker)).contains("1 home fits. Has not answered yet");
        assertThat(body("/", bury)).contains("See whether a home of yours fits");
        assertThat(sent(address + "/no-home", bury).getStatus()).isEqualTo(422);
        assertThat(sent(address + "/no-home", bury, "reason", "TOO_FAR").getContentAsString())
                .contains("Choose why no home of yours can help");
        assertThat(sent(address + "/no-home", wirral, "reason", "NO_HOME_FREE").getStatus())
                .as("it was not circulated to Wirral")
                .isEqualTo(404);
        for (int times = 0; times < 3; times++) {
            done(address + "/no-home", bury, "reason", "NO_HOME_SUITED");
        }
        assertThat(body(address, worker)).contains("Has no home, 23 November 2026: The homes that are free would not");
        assertThat(one("select count(*)::text from outbox_message where subject like 'No home for referral%'"))
                .as("once, to each fostering officer")
                .isEqualTo("1");
        assertThat(body("/", bury)).doesNotContain("See whether a home of yours fits");
        assertThat(body("/fostering", bury)).contains("You have answered that no home can help");
        assertThat(body(address + "/homes", bury))
                .contains("answered on 23 November 2026 that no home can help", "Offer this home")
                .doesNotContain("If no home of yours can help");
    }

    @Test
    void noticesInTimeStayCountedWhenTheirPlacementIsDeleted() throws Exception {
        var id = placed();
        for (var kind : List.of("child", "school")) {
            done(
                    "/fostering/placements/" + id + "/notices/13/" + kind,
                    bolton,
                    "how",
                    "ON_PAPER",
                    "name",
                    "Example",
                    "on.day",
                    "23",
                    "on.month",
                    "11",
                    "on.year",
                    "2026",
                    "words",
                    "Example: by hand");
        }
        jdbc.update("update placement set state = 'ACTIVE', started_on = starts_on where id = ?::uuid", id);
        clock.moveTo(LocalDate.of(2026, 12, 10));
        assertThat(body("/fostering/numbers", people.regionalManager())).contains("18% (of 11)");
        endOnTheTenthOfDecember(id);
        done("/fostering/protocol/draft", commissioner, "text", "Again", "keepEndedDays", "30");
        done(
                "/fostering/protocol/draft/issue",
                commissioner,
                "version",
                "0",
                "inForceOn.day",
                "10",
                "inForceOn.month",
                "12",
                "inForceOn.year",
                "2026");
        clock.moveTo(LocalDate.of(2027, 1, 20));
        assertThat(deleteEndedPlacements.delete()).isEqualTo(1);
        assertThat(one("select count(*)::text from statutory_notice")).isEqualTo("0");
        assertThat(one("select notices_due || ' ' || notices_in_time || ' ' || started_month from placement_statistic"))
                .isEqualTo("11 2 2026-11-01");
        assertThat(body("/fostering/numbers", people.regionalManager()))
                .as("as before")
                .contains("18% (of 11)");
    }

    private List<String> toldOf(String subject) {
        return jdbc.query(
                "select distinct recipient_email from outbox_message where subject like ? order by 1",
                (row, number) -> row.getString("recipient_email"),
                subject + "%");
    }

    @Test
    void aLateAnswerCallsWhomTheProtocolNames() throws Exception {
        people.inFostering(Role.COMMISSIONER, "Bury");
        people.director("Bury");
        protocol(
                "offerDays",
                "3",
                "decisionDays",
                "2",
                "warnDays",
                "1",
                "warned",
                "FOSTERING_OFFICERS",
                "callDays",
                "1",
                "called",
                "COMMISSIONERS",
                "called",
                "SOCIAL_WORKER");
        var vacancy = vacancy(bury, "FC-1", BURY);
        var id = circulated("PLANNED");
        assertThat(body("/fostering", bury)).contains("Answer in 3 days, Thursday 26 November");
        assertThat(callForAnswers.round()).as("three working days are left").isZero();
        clock.moveTo(LocalDate.of(2026, 11, 25));
        assertThat(callForAnswers.round()).isEqualTo(1);
        assertThat(callForAnswers.round()).as("once").isZero();
        assertThat(toldOf("Due soon: an answer")).containsExactly("fostering-officer@bury.example");
        clock.moveTo(LocalDate.of(2026, 11, 27));
        assertThat(callForAnswers.round()).isEqualTo(1);
        assertThat(toldOf("Late: an answer"))
                .as("the child's social worker is not of the authority that owes it")
                .containsExactly("commissioner@bury.example");
        assertThat(body("/fostering", bury)).contains("1 day late");

        var offer = offer(bury, id, vacancy);
        assertThat(body("/fostering", worker)).contains("Decide in 4 days, Tuesday 1 December");
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(callForAnswers.round()).isEqualTo(1);
        assertThat(toldOf("Late: a decision"))
                .as("nobody is Bolton's commissioner")
                .containsExactly(one(
                        "select email from account where id = ?",
                        worker.account().value()));
        done("/fostering/offers/" + offer + "/decline", worker, "version", "0", "reason", "TOO_FAR");
        clock.moveTo(LocalDate.of(2026, 12, 9));
        assertThat(callForAnswers.round()).as("decided").isZero();
    }

    @Test
    void nobodyIsWrittenToWhereTheProtocolNamesNobody() throws Exception {
        protocol("offerDays", "3");
        vacancy(bury, "FC-1", BURY);
        circulated("PLANNED");
        clock.moveTo(LocalDate.of(2026, 12, 9));
        assertThat(callForAnswers.round()).isZero();
        assertThat(body("/", bury)).as("it is shown all the same").contains("See whether a home of yours fits");
        assertThat(body("/fostering", bury)).contains("days late, due");
    }

    @Test
    void whatMayFollowTheApprovalIsSaidOfEmergenciesAlone() throws Exception {
        protocol();
        var vacancy = vacancy(bury, "FC-1", BURY);
        var planned = offer(bury, circulated("PLANNED"), vacancy);
        proposed(planned, bury);
        assertThat(body("/fostering/offers/" + planned + "/approve", director))
                .contains("It has to be before you approve the match")
                .doesNotContain("In an emergency");
        var other = vacancy(wirral, "FC-2", WIRRAL);
        var emergency = offer(wirral, circulated("EMERGENCY"), other);
        proposed(emergency, wirral);
        assertThat(body("/fostering/offers/" + emergency + "/approve", director))
                .contains("In an emergency it may follow the approval");
    }

    @Test
    void theRegionsCommissionerIsLedToWhatIsTheirs() throws Exception {
        placed();
        assertThat(body("/fostering", commissioner))
                .contains("href=\"/fostering/numbers\"")
                .doesNotContain("href=\"/clocks\"", "href=\"/notices\"", "FP-26-");
        assertThat(opened("/clocks", commissioner).getStatus()).isEqualTo(403);
        assertThat(opened("/notices", commissioner).getStatus()).isEqualTo(403);
        assertThat(opened("/notices.csv", commissioner).getStatus()).isEqualTo(403);
        assertThat(body("/fostering", people.inFostering(Role.COMMISSIONER, "Bolton")))
                .contains("href=\"/clocks\"", "href=\"/notices\"");
    }

    private static String[] agreement(String version, String fee) {
        return new String[] {
            "version",
            version,
            "startsOn.day",
            "30",
            "startsOn.month",
            "11",
            "startsOn.year",
            "2026",
            "allowance",
            "1",
            "fee",
            fee,
            "support",
            "1",
            "management",
            "1"
        };
    }

    private static String[] changed(String version, String words) {
        return new String[] {
            "version",
            version,
            "carerReference",
            "FC-9",
            "area",
            WIRRAL,
            "postcodeArea",
            "CH4",
            "approvedPlaces",
            "2",
            "freePlaces",
            "1",
            "youngest",
            "0",
            "oldest",
            "17",
            "types",
            "SHORT_TERM",
            "freeFrom.day",
            "23",
            "freeFrom.month",
            "11",
            "freeFrom.year",
            "2026",
            "words",
            words
        };
    }

    private void endOnTheTenthOfDecember(Object placement) throws Exception {
        done(
                "/fostering/placements/" + placement + "/end",
                worker,
                "on.day",
                "10",
                "on.month",
                "12",
                "on.year",
                "2026",
                "reason",
                "CARERS_ASKED");
    }
}
