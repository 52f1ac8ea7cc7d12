package uk.slipway.enquiries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kept.Secret;
import uk.slipway.kernel.KeyRing;

/** Advisers and fostering officers at work. */
@PageTest
class EnquiriesPageTests {

    @Autowired
    EnquiriesFixtures door;

    @Autowired
    AccountsFixtures people;

    @Autowired
    PersonalRecords records;

    @Autowired
    EnquiryRows enquiries;

    @Autowired
    Sealing sealing;

    @Autowired
    Secret secret;

    @Autowired
    JsonMapper json;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Statements statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer adviser;
    private Viewer bolton;
    private Viewer bury;

    @BeforeEach
    void aFrontDoor() {
        door.frontDoor("enquiry", "2", "contacted", "5", "left", "30", "held", "7");
        adviser = door.adviser();
        bolton = door.fosteringOfficer("Bolton");
        bury = door.fosteringOfficer("Bury");
    }

    private int count(String from) {
        var count = jdbc.queryForObject("select count(*) from " + from, Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void anAdviserTakesItFromStageToStageWithAClock() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        assertThat(door.body("/enquiries/" + id, adviser)).contains("in 2 days, Wednesday 25 November");
        assertThat(door.movesOn(id, adviser, EnquiryStage.CONTACTED, 23, 11, 2026)
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("in 7 days, Monday 30 November", "Contacted");
        assertThat(door.movesOn(id, adviser, EnquiryStage.INITIAL_VISIT, 24, 11, 2026)
                        .getStatus())
                .isEqualTo(422);
        assertThat(door.movesOn(id, adviser, EnquiryStage.INITIAL_VISIT, 20, 11, 2026)
                        .getStatus())
                .isEqualTo(422);
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(door.body("/enquiries", adviser)).contains("1 of them late", "2 days late");
        assertThat(door.movesOn(id, adviser, EnquiryStage.INITIAL_VISIT, 1, 12, 2026)
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("to be set by the region");
        assertThat(door.movesOn(id, adviser, EnquiryStage.STAGE_1, 2, 12, 2026).getStatus())
                .as("what follows an application is an authority's")
                .isEqualTo(409);
        assertThat(door.state(id)).isEqualTo("FRONT_DOOR INITIAL_VISIT");
    }

    @Test
    void newStandardsCountForOpenEnquiriesAtOnce() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        assertThat(door.sent(
                                "/enquiries/front-door",
                                adviser,
                                Map.of("version", "0", "name", "Example front door", "enquiry", "4"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("in 4 days, Friday 27 November");
        assertThat(door.sent("/enquiries/front-door", adviser, Map.of("version", "0", "name", "Other"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void anEnquiryIsWrittenDownFromACall() {
        var fields = door.answers("Mo Specimen", "mo@enquirer.example");
        fields.put("channel", "TELEPHONE");
        fields.put("key", UUID.randomUUID().toString());
        for (int again = 0; again < 10; again++) {
            assertThat(door.sent("/enquiries/new", adviser, fields).getStatus()).isEqualTo(302);
        }
        assertThat(count("enquiry")).isEqualTo(1);
        assertThat(door.body("/enquiries/" + door.newest(), adviser)).contains("Mo Specimen", "Telephone");
        assertThat(door.sent("/enquiries/new", bolton, fields).getStatus()).isEqualTo(403);
    }

    @Test
    void theBatonPassesOnceTheReceiverTakesIt() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        var page = "/enquiries/" + id;
        assertThat(door.opened(page, bolton).getStatus()).isEqualTo(404);
        assertThat(door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.WIGAN)
                        .getStatus())
                .as("Wigan takes no part")
                .isEqualTo(404);
        assertThat(door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.BOLTON)
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/", bolton)).contains("Accept or decline 1 hand-over");
        assertThat(door.body(page, bolton))
                .contains("The front door offers you this enquiry", "Spare bedroom")
                .doesNotContain("Ada Example", "ada@enquirer.example");
        assertThat(door.opened(page, bury).getStatus()).isEqualTo(404);
        assertThat(door.state(id)).isEqualTo("FRONT_DOOR ENQUIRY");
        for (int again = 0; again < 3; again++) {
            assertThat(door.acts(id, "hand-over/" + door.offer(id) + "/accept", bolton)
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(door.state(id)).isEqualTo("AUTHORITY ENQUIRY");
        assertThat(door.body(page, bolton)).contains("Ada Example", "ada@enquirer.example");
        assertThat(door.body(page, adviser))
                .contains("The baton: Bolton")
                .doesNotContain("Ada Example", "ada@enquirer.example", "Spare bedroom");
        assertThat(door.opened(page + "/copy", adviser).getStatus()).isEqualTo(403);
        assertThat(door.movesOn(id, bolton, EnquiryStage.STAGE_1, 23, 11, 2026).getStatus())
                .isEqualTo(302);
        assertThat(door.movesOn(id, adviser, EnquiryStage.STAGE_2, 23, 11, 2026).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aHandOverIsDeclinedWithAReasonAndComesBack() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.BOLTON);
        var offer = "hand-over/" + door.offer(id) + "/decline";
        assertThat(door.acts(id, offer, bolton).getStatus()).isEqualTo(422);
        assertThat(door.acts(id, offer, bolton, "reason", "Lives over the border")
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.opened("/enquiries/" + id, bolton).getStatus()).isEqualTo(404);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("declined on", "Lives over the border");
        assertThat(door.body("/", adviser)).contains("1 hand-over was declined");
        door.handedOver(id, adviser, bury, EnquiriesFixtures.BURY);
        assertThat(door.acts(id, "hand-over", bury).getStatus()).isEqualTo(302);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("Bury offers this enquiry back");
        assertThat(door.acts(id, "hand-over/" + door.offer(id) + "/accept", adviser)
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.state(id)).isEqualTo("FRONT_DOOR ENQUIRY");
        assertThat(door.opened("/enquiries/" + id, bury).getStatus()).isEqualTo(404);
    }

    @Test
    void twoOfficersWhoAcceptAtOnceAreOneAcceptance() throws Exception {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.BOLTON);
        var offer = door.offer(id);
        Callable<Integer> accept =
                () -> door.acts(id, "hand-over/" + offer + "/accept", bolton).getStatus();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(List.of(accept, accept))) {
                assertThat(answer.get()).isEqualTo(302);
            }
        }
        assertThat(door.state(id)).isEqualTo("AUTHORITY ENQUIRY");
        assertThat(count("audit_entry where what = 'accepted the hand-over'")).isEqualTo(1);
    }

    @Test
    void nobodyAcceptsWhomTheFrontDoorHasLetGoMeanwhile() throws Exception {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.BOLTON);
        var offer = door.offer(id);
        Callable<Integer> accept =
                () -> door.acts(id, "hand-over/" + offer + "/accept", bolton).getStatus();
        Callable<Integer> leave = () -> door.acts(
                        id,
                        "leave",
                        adviser,
                        "exit",
                        "WITHDREW",
                        "exitOn.day",
                        "23",
                        "exitOn.month",
                        "11",
                        "exitOn.year",
                        "2026")
                .getStatus();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(accept, leave));
            int accepted = answers.get(0).get();
            int left = answers.get(1).get();
            if (accepted == 302) {
                assertThat(left).isIn(403, 409);
                assertThat(door.state(id)).isEqualTo("AUTHORITY ENQUIRY");
            } else {
                assertThat(accepted).isIn(404, 409);
                assertThat(left).isEqualTo(302);
                assertThat(door.state(id)).isEqualTo("FRONT_DOOR ENQUIRY WITHDREW");
            }
        }
        if (door.state(id).endsWith("WITHDREW")) {
            assertThat(door.acts(id, "hand-over/" + offer + "/accept", bolton).getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void anOfferThatWasTakenBackIsNotAccepted() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(id, "hand-over", adviser, "to", EnquiriesFixtures.BOLTON);
        var offer = door.offer(id);
        for (int again = 0; again < 2; again++) {
            assertThat(door.acts(id, "hand-over/" + offer + "/take-back", adviser)
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(door.acts(id, "hand-over/" + offer + "/accept", bolton).getStatus())
                .isEqualTo(404);
        assertThat(door.state(id)).isEqualTo("FRONT_DOOR ENQUIRY");
    }

    @Test
    void whoLeavesIsClosedWithAReasonAndCanComeBack() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        assertThat(door.acts(id, "leave", adviser).getStatus()).isEqualTo(422);
        assertThat(door.acts(
                                id,
                                "leave",
                                adviser,
                                "exit",
                                "ON_HOLD",
                                "exitOn.day",
                                "23",
                                "exitOn.month",
                                "11",
                                "exitOn.year",
                                "2026")
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/enquiries?state=left", adviser)).contains("On hold, at enquiry");
        clock.moveTo(LocalDate.of(2026, 12, 7));
        assertThat(door.acts(id, "reopen", adviser).getStatus()).isEqualTo(302);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("in 2 days, Wednesday 9 December");
    }

    @Test
    void stage2BeginsBesideStage1OnlyWhereTheRegionHasSetSo() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.handedOver(id, adviser, bolton, EnquiriesFixtures.BOLTON);
        door.movesOn(id, bolton, EnquiryStage.STAGE_1, 23, 11, 2026);
        door.movesOn(id, bolton, EnquiryStage.STAGE_2, 23, 11, 2026);
        assertThat(count("enquiry_stage where left_on is null")).isEqualTo(1);
        door.sent(
                "/enquiries/front-door",
                adviser,
                Map.of("version", "0", "name", "Example front door", "overlap", "yes"));
        var other = door.asked("Mo Specimen", "mo@enquirer.example");
        door.handedOver(other, adviser, bolton, EnquiriesFixtures.BOLTON);
        door.movesOn(other, bolton, EnquiryStage.STAGE_1, 23, 11, 2026);
        door.movesOn(other, bolton, EnquiryStage.STAGE_2, 23, 11, 2026);
        assertThat(count("enquiry_stage where left_on is null and enquiry_id = '" + other + "'"))
                .isEqualTo(2);
        assertThat(door.body("/enquiries/" + other, bolton)).contains("Stage 1 has ended");
        for (int again = 0; again < 2; again++) {
            assertThat(door.acts(other, "end-stage-1", bolton).getStatus()).isEqualTo(302);
        }
        assertThat(count("enquiry_stage where left_on is null and enquiry_id = '" + other + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoComesBackIsRecognisedByTheAdviserAlone() {
        door.asked("Ada Example", "ada@enquirer.example");
        var again = door.answers("A. Example", " ADA@enquirer.example ");
        again.put("telephone", "+44 161 496 0001");
        var id = door.asked(again);
        assertThat(door.body("/enquiries/" + id, adviser)).contains("Has been in touch before");
        var third = door.answers("Ada", "other@enquirer.example");
        third.put("contactBy", "PHONE");
        third.put("telephone", "(0161) 496-0001");
        assertThat(door.body("/enquiries/" + door.asked(third), adviser)).contains("Has been in touch before");
        assertThat(door.body("/enquiries/" + door.asked("Mo Specimen", "mo@enquirer.example"), adviser))
                .doesNotContain("Has been in touch before");
    }

    @Test
    void anEnquiryIsFoundByItsReferenceOrByWholeWordsOfAName() {
        var id = door.asked("Zoë O’Specimen", "zoe@enquirer.example");
        var reference = jdbc.queryForObject("select reference from enquiry", String.class);
        for (var typed : List.of(
                "zoe",
                "specimen%20ZOE",
                String.valueOf(reference),
                String.valueOf(reference).toLowerCase(Locale.ROOT).replace("-", ""))) {
            assertThat(door.body("/enquiries?q=" + typed, adviser)).as(typed).contains("/enquiries/" + id);
        }
        assertThat(door.body("/enquiries?q=speci", adviser)).contains("No enquiry fits these filters");
        door.handedOver(id, adviser, bolton, EnquiriesFixtures.BOLTON);
        assertThat(door.body("/enquiries?q=zoe", adviser)).contains("No enquiry fits these filters");
        assertThat(door.body("/enquiries?q=zoe", bolton)).contains("/enquiries/" + id);
    }

    @Test
    void everythingKeptIsGivenAsAPageAndAsFiles() {
        var answers = door.answers("Ada Example", "ada@enquirer.example");
        answers.put("experience", "=Three nephews");
        door.asked("Ada Example", "ada@enquirer.example");
        var id = door.asked(answers);
        var note = UUID.randomUUID().toString();
        for (int again = 0; again < 3; again++) {
            assertThat(door.acts(id, "notes", adviser, "note", "Spoke for an hour", "noteId", note)
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(count("enquiry_note")).isEqualTo(1);
        assertThat(door.body("/enquiries/" + id + "/copy", adviser))
                .contains("ada@enquirer.example", "Spoke for an hour", "the 2 enquiries", "=Three nephews");
        var json = door.opened("/enquiries/" + id + "/copy.json", adviser);
        assertThat(json.getContentType()).startsWith("application/json");
        assertThat(EnquiriesFixtures.text(json)).contains("\"E-mail address\" : \"ada@enquirer.example\"");
        assertThat(door.body("/enquiries/" + id + "/copy.csv", adviser))
                .startsWith("enquiry,what,says\n")
                .contains("'=Three nephews");
        assertThat(count("audit_entry where what like 'made a copy of everything%'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsErasedIsGoneForGoodAndLeavesStatistics() {
        door.asked("Ada Example", "ada@enquirer.example");
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(
                id,
                "notes",
                adviser,
                "note",
                "Ada has a dog",
                "noteId",
                UUID.randomUUID().toString());
        assertThat(door.body("/enquiries/" + id + "/erase", adviser)).contains("has 2 enquiries here");
        assertThat(door.sent("/enquiries/" + id + "/erase", adviser, Map.of()).getStatus())
                .isEqualTo(422);
        assertThat(door.sent("/enquiries/" + id + "/erase", adviser, Map.of("sure", "true"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.opened("/enquiries/" + id, adviser).getStatus()).isEqualTo(404);
        assertThat(count("enquiry where erased_at is not null and sealed is null and email_hash is null"
                        + " and name_hashes is null and reference is null"))
                .isEqualTo(2);
        assertThat(count("enquiry_note")).isZero();
        assertThat(count("outbox_message")).isZero();
        assertThat(count("audit_entry where what like 'erased%'")).isEqualTo(2);
        assertThat(count("audit_entry where what ilike '%ada%'")).isZero();
        assertThat(door.body("/enquiries/evaluation", adviser)).contains("2 enquired");
    }

    @Test
    void whoWithdrewIsForgottenOnceTheDaysAreOver() {
        var gone = door.asked("Ada Example", "ada@enquirer.example");
        var stays = door.asked("Mo Specimen", "mo@enquirer.example");
        var held = door.answers("Robot", "robot@enquirer.example");
        held.put("website", "x");
        door.asked(held);
        door.acts(
                gone,
                "leave",
                adviser,
                "exit",
                "WITHDREW",
                "exitOn.day",
                "23",
                "exitOn.month",
                "11",
                "exitOn.year",
                "2026");
        assertThat(records.forget()).isZero();
        clock.moveTo(LocalDate.of(2026, 11, 30));
        assertThat(records.forget()).as("held apart for seven days").isEqualTo(1);
        clock.moveTo(LocalDate.of(2026, 12, 22));
        assertThat(records.forget()).isZero();
        clock.moveTo(LocalDate.of(2026, 12, 23));
        assertThat(records.forget()).isEqualTo(1);
        assertThat(records.forget()).isZero();
        assertThat(door.opened("/enquiries/" + gone, adviser).getStatus()).isEqualTo(404);
        assertThat(door.opened("/enquiries/" + stays, adviser).getStatus()).isEqualTo(200);
        assertThat(count("enquiry_arrival")).isZero();
        assertThat(jdbc.queryForList(
                        "select actor_name from audit_entry where what = 'erased the personal data as the schedule"
                                + " says'",
                        String.class))
                .containsExactly("Slipway");
    }

    @Test
    void nothingIsForgottenByItselfWhereTheRegionHasSetNoDays() {
        door.sent("/enquiries/front-door", adviser, Map.of("version", "0", "name", "Example front door"));
        var gone = door.asked("Ada Example", "ada@enquirer.example");
        door.acts(
                gone,
                "leave",
                adviser,
                "exit",
                "WITHDREW",
                "exitOn.day",
                "23",
                "exitOn.month",
                "11",
                "exitOn.year",
                "2026");
        clock.moveTo(LocalDate.of(2036, 1, 1));
        assertThat(records.forget()).isZero();
    }

    @Test
    void detailsArePutRight() {
        var id = door.asked("Ada Exmaple", "ada@enquirer.example");
        assertThat(door.body("/enquiries/" + id + "/details", adviser)).contains("Ada Exmaple");
        assertThat(door.acts(
                                id,
                                "details",
                                adviser,
                                "name",
                                "Ada Example",
                                "contactBy",
                                "EMAIL",
                                "email",
                                "ada@enquirer.example")
                        .getStatus())
                .isEqualTo(302);
        assertThat(door.body("/enquiries?q=example", adviser)).contains("Ada Example");
    }

    private Sealing ring(String keys) {
        return new Sealing(new EnquiryKeys(keys, secret), json);
    }

    private KeyRing.Round sealedAnew(Sealing sealing) {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> new SealEnquiriesAnew(enquiries, sealing).round()));
    }

    private byte[] bytes(String sql, UUID id) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, byte[].class, id));
    }

    @Test
    void theKeyOfPeopleWhoEnquireCanChange() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        var note = UUID.randomUUID();
        assertThat(door.acts(id, "notes", adviser, "note", "Example: calls back on Monday", "noteId", note.toString())
                        .getStatus())
                .isEqualTo(302);
        var young = "2028:" + Base64.getEncoder().encodeToString("a key of thirty-two bytes, young".getBytes(UTF_8));
        var old = "2027:" + Base64.getEncoder().encodeToString("a key of thirty-two bytes, older".getBytes(UTF_8));

        assertThat(sealedAnew(ring(old)))
                .as("from the installation's secret to a ring")
                .isEqualTo(new KeyRing.Round(1, 0));
        assertThat(sealedAnew(ring(old))).as("nothing is left").isEqualTo(new KeyRing.Round(0, 0));
        assertThat(sealedAnew(ring(young))).as("its key is not on the ring").isEqualTo(new KeyRing.Round(0, 1));
        var both = ring(young + "," + old);
        assertThat(both.open(id, bytes("select sealed from enquiry where id = ?", id))
                        .name())
                .as("read while it waits")
                .isEqualTo("Ada Example");
        assertThat(sealedAnew(both)).isEqualTo(new KeyRing.Round(1, 0));

        var alone = ring(young);
        assertThat(alone.open(id, bytes("select sealed from enquiry where id = ?", id))
                        .name())
                .isEqualTo("Ada Example");
        assertThat(alone.words(note, bytes("select sealed from enquiry_note where id = ?", note)))
                .isEqualTo("Example: calls back on Monday");
        assertThat(bytes("select email_hash from enquiry where id = ?", id))
                .as("found by the same address under the new key")
                .isEqualTo(alone.emailHash("ADA@enquirer.example"));
        assertThat(jdbc.queryForObject("select sealed_under from enquiry", String.class))
                .isEqualTo("2028");
        assertThat(sealedAnew(sealing)).as("by whoever has not got the key").isEqualTo(new KeyRing.Round(0, 1));
    }

    @Test
    void aRingThatTakesTheNameOfTheSecretIsRefused() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        assertThatThrownBy(() -> ring("secret:" + key)).hasMessageContaining("no key may be called secret");
        assertThatThrownBy(() -> ring("2027:c2hvcnQ="))
                .hasMessageStartingWith("slipway.enquiries.keys cannot be read")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void regionalAndOtherRolesNeverSeeAPerson() {
        var id = door.asked("Ada Example", "ada@enquirer.example");
        door.handedOver(id, adviser, bolton, EnquiriesFixtures.BOLTON);
        for (var other : List.of(
                people.regionalManager(), people.dataLead(), people.director("Bolton"), people.ofsted("Bolton"))) {
            assertThat(door.opened("/enquiries", other).getStatus()).isEqualTo(403);
            assertThat(door.opened("/enquiries/" + id, other).getStatus()).isEqualTo(403);
            assertThat(door.body("/enquiries/evaluation", other)).doesNotContain("Ada");
        }
    }

    @Test
    void pagesTakeAFixedNumberOfStatements() throws Exception {
        var first = door.asked("Ada Example", "ada@enquirer.example");
        var few = statements.during(() -> door.body("/enquiries", adviser)).size();
        var one = statements
                .during(() -> door.body("/enquiries/" + first, adviser))
                .size();
        var home = statements.during(() -> door.body("/", adviser)).size();
        for (int more = 0; more < 9; more++) {
            var id = door.asked("Ada Example", "ada@enquirer.example");
            door.movesOn(id, adviser, EnquiryStage.CONTACTED, 23, 11, 2026);
            door.acts(
                    id,
                    "notes",
                    adviser,
                    "note",
                    "A note",
                    "noteId",
                    UUID.randomUUID().toString());
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(statements.during(() -> door.body("/enquiries", adviser)))
                .hasSizeLessThanOrEqualTo(Math.min(few, 8));
        var last = door.newest();
        assertThat(statements.during(() -> door.body("/enquiries/" + last, adviser)))
                .hasSizeLessThanOrEqualTo(Math.min(one, 14));
        assertThat(statements.during(() -> door.body("/", adviser))).hasSizeLessThanOrEqualTo(home);
    }
}
