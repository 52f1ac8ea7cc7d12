package uk.slipway.peerchallenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;
import uk.slipway.selfevaluation.SelfEvaluationFixtures;

@PageTest
class ForumPageTests {

    private static final List<String> STRANGE = List.of(
            "<script>alert(1)</script>",
            "\u202Eright to left\u202C",
            "😀👩‍👧",
            "a\u0000b\u0007c",
            "  ",
            "'; drop table forum; --");

    @Autowired
    MockMvc browser;

    @Autowired
    ForumFixtures forums;

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

    @Autowired
    SelfEvaluationFixtures evaluations;

    private MvcResult open(Viewer viewer, String path) throws Exception {
        return browser.perform(get(path).with(people.signedInAs(viewer))).andReturn();
    }

    private String page(Viewer viewer, String path) throws Exception {
        var result = open(viewer, path);
        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
        var html = result.getResponse().getContentAsString();
        assertThat(html.split("<h1", -1)).as("one h1 on " + path).hasSize(2);
        return html;
    }

    private int status(Viewer viewer, String path) throws Exception {
        return open(viewer, path).getResponse().getStatus();
    }

    private MvcResult send(Viewer viewer, String path, String... fields) throws Exception {
        var request = post(path).with(people.signedInAs(viewer));
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request).andReturn();
    }

    private int sendFor(Viewer viewer, String path, String... fields) throws Exception {
        return send(viewer, path, fields).getResponse().getStatus();
    }

    private int count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    @Test
    void everyPageOfAForumRendersAtEveryStep() throws Exception {
        var manager = people.regionalManager();
        var forum = forums.held("Bolton");
        forums.planned("Bury");
        for (var path : List.of(
                "",
                "/edit",
                "/panel",
                "/questions",
                "/confirm-panel",
                "/issue-pack",
                "/issue-questions",
                "/hold",
                "/postpone",
                "/cancel")) {
            page(manager, "/forums/" + forum.value() + path);
        }
        for (var path : List.of("/forums", "/forums/new", "/forums/plan", "/forums/key-lines", "/forums/conflicts")) {
            page(manager, path);
        }
        page(people.officer("Bolton"), "/forums/" + forum.value() + "/responses");
        page(people.director("Wigan"), "/forums/" + forum.value());
        assertThat(page(people.director("Wigan"), "/forums")).contains("Bolton").doesNotContain("Bury</a>");
        assertThat(page(people.ofsted("Bolton"), "/forums")).contains("Bolton").doesNotContain("Held");
    }

    @Test
    void aStrangerGets404AndARoleThatMayNot403() throws Exception {
        var forum = "/forums/" + forums.withQuestions("Bolton").value();
        assertThat(status(people.director("Bury"), forum)).isEqualTo(404);
        assertThat(status(people.ofsted("Bolton"), forum)).isEqualTo(404);
        assertThat(status(people.managerOf(new RegionCode("E12000003")), forum)).isEqualTo(404);
        assertThat(status(people.reader(), forum)).isEqualTo(403);
        assertThat(status(people.accountManager("Bolton"), forum)).isEqualTo(403);
        assertThat(status(people.officer("Bolton"), forum + "/panel")).isEqualTo(403);
        assertThat(status(people.director("Bury"), forum + "/responses")).isEqualTo(404);
        assertThat(status(people.regionalManager(), "/forums/not-an-id")).isEqualTo(404);
        assertThat(status(people.regionalManager(), "/forums/" + UUID.randomUUID()))
                .isEqualTo(404);
    }

    @Test
    void theAuthorityReadsTheQuestionsOnlyOnceTheyAreIssued() throws Exception {
        var forum = forums.withPack("Bolton");
        var path = "/forums/" + forum.value();
        sendFor(
                people.dataLead(),
                path + "/questions",
                "id",
                Uuid7.next().toString(),
                "source",
                "DATA_GROUP",
                "text",
                "How do you know?");
        assertThat(page(people.officer("Bolton"), path)).doesNotContain("How do you know?");
        assertThat(page(people.director("Wigan"), path)).contains("How do you know?");
        sendFor(people.dataLead(), path + "/issue-questions");
        assertThat(page(people.officer("Bolton"), path)).contains("How do you know?");
    }

    @Test
    void thePanelReadsAResponseOnlyOnceItIsSent() throws Exception {
        var forum = forums.withQuestions("Bolton");
        var path = "/forums/" + forum.value();
        var question = forums.questionsOf(forum).getFirst();
        var officer = people.officer("Bolton");
        assertThat(sendFor(officer, path + "/responses/" + question, "version", "0", "response", "From **audits**."))
                .isEqualTo(302);
        assertThat(page(people.director("Wigan"), path)).doesNotContain("audits");
        assertThat(page(officer, path)).contains("<strong>audits</strong>");
        assertThat(sendFor(officer, path + "/responses/send")).isEqualTo(302);
        assertThat(page(people.director("Wigan"), path)).contains("<strong>audits</strong>");
    }

    @Test
    void twoResponsesAtOnceShowBothTexts() throws Exception {
        var forum = forums.withQuestions("Bolton");
        var path = "/forums/" + forum.value() + "/responses/"
                + forums.questionsOf(forum).getFirst();
        sendFor(people.officer("Bolton"), path, "version", "0", "response", "Theirs");
        var result = send(people.director("Bolton"), path, "version", "0", "response", "Mine");
        assertThat(result.getResponse().getStatus()).isEqualTo(409);
        assertThat(result.getResponse().getContentAsString()).contains("Mine").contains("Theirs");
    }

    @Test
    void schedulingSaysWhatTheDayBreaksAndTakesAReason() throws Exception {
        cycles.thisYear();
        var manager = people.regionalManager();
        var id = Uuid7.next().toString();
        var gss = "E08000001";
        String[] fields = {
            "id", id, "authority", gss, "day.day", "23", "day.month", "1", "day.year", "2027", "starts", "10am"
        };
        var refused = send(manager, "/forums/new", fields);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString())
                .contains("Weekend")
                .contains("Give a reason");
        var more = java.util.Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = "because";
        more[fields.length + 1] = "Everybody can come";
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(manager, "/forums/new", more)).isEqualTo(302);
        }
        assertThat(count("forum")).isEqualTo(1);
        assertThat(page(manager, "/forums/" + id))
                .contains("Everybody can come")
                .contains("Saturday 23 January 2027");
    }

    @Test
    void badInputIsAnsweredInWordsAndNothingTypedIsLost() throws Exception {
        var forum = forums.withPack("Bolton");
        var manager = people.regionalManager();
        var path = "/forums/" + forum.value();
        var long100k = "x".repeat(100_000);
        var texts = new ArrayList<>(STRANGE);
        texts.add("");
        texts.add(long100k);
        for (var text : texts) {
            for (var form : List.of(
                    List.of(path + "/edit", "place"),
                    List.of(path + "/edit", "starts"),
                    List.of(path + "/edit", "day.day"),
                    List.of(path + "/edit", "version"),
                    List.of(path + "/postpone", "because2"),
                    List.of(path + "/questions", "text"),
                    List.of(path + "/questions", "id"),
                    List.of(path + "/panel/join", "account"),
                    List.of(path + "/panel/join", "email"),
                    List.of(path + "/panel/leave", "account"),
                    List.of("/forums/new", "authority"),
                    List.of("/forums/new", "id"),
                    List.of("/forums/plan", "day"))) {
                var status = sendFor(manager, form.get(0), form.get(1), text, "part", "PEER");
                assertThat(status)
                        .as(form + " " + text.codePointCount(0, text.length()))
                        .isIn(302, 404, 409, 422);
            }
        }
        var refused =
                send(manager, path + "/questions", "id", Uuid7.next().toString(), "source", "PEER", "text", long100k);
        assertThat(refused.getResponse().getContentAsString())
                .contains(long100k)
                .contains("must be 2,000 characters or fewer");
        var noSuchDay = send(
                manager,
                "/forums/new",
                "id",
                Uuid7.next().toString(),
                "day.day",
                "31",
                "day.month",
                "2",
                "day.year",
                "2027");
        assertThat(noSuchDay.getResponse().getContentAsString()).contains("Date of the forum must be a real date");
    }

    @Test
    void theSameButtonTenTimesHasOneEffect() throws Exception {
        var manager = people.regionalManager();
        var forum = forums.withPanel("Bolton");
        var path = "/forums/" + forum.value();
        var question = Uuid7.next().toString();
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(manager, path + "/issue-pack")).isEqualTo(302);
            assertThat(sendFor(manager, path + "/questions", "id", question, "source", "DATA_GROUP", "text", "How?"))
                    .isEqualTo(302);
        }
        assertThat(count("challenge_question")).isEqualTo(1);
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(manager, path + "/cancel", "because", "An inspection"))
                    .isEqualTo(302);
        }
        assertThat(count("forum_step where state = 'CANCELLED'")).isEqualTo(1);
    }

    @Test
    void aCancelledForumPromisesNothingMore() throws Exception {
        var manager = people.regionalManager();
        var forum = forums.withPanel("Bolton");
        var path = "/forums/" + forum.value();
        assertThat(page(manager, path)).contains("To come", "There is no question yet", "has not been issued");
        sendFor(manager, path + "/cancel", "because", "An inspection");
        assertThat(page(manager, path))
                .contains("Not reached", "No question was written before", "The pack was never issued")
                .doesNotContain("To come", "There is no question yet", "not been issued to the panel yet");
    }

    @Test
    void theBoardPlacesAForumAndTakesItOffAgain() throws Exception {
        cycles.thisYear();
        var manager = people.regionalManager();
        assertThat(page(manager, "/forums/plan?authority=E08000001"))
                .contains("Place Bolton on Monday 11 January 2027");
        assertThat(sendFor(
                        manager,
                        "/forums/plan",
                        "id",
                        Uuid7.next().toString(),
                        "authority",
                        "E08000001",
                        "day",
                        "2027-01-20"))
                .isEqualTo(302);
        var id = jdbc.queryForObject("select id from forum where held_on = '2027-01-20'", UUID.class);
        assertThat(page(manager, "/forums/plan")).contains("Planned, 20 January 2027");
        assertThat(sendFor(manager, "/forums/" + id + "/unplace")).isEqualTo(302);
        assertThat(count("forum where held_on is not null")).isZero();
        assertThat(sendFor(people.dataLead(), "/forums/plan", "authority", "E08000001"))
                .isEqualTo(403);
    }

    @Test
    void ofstedSendsAKeyLineAndTheDataGroupMakesAQuestionOfIt() throws Exception {
        var forum = forums.planned("Bolton");
        var inspector = people.ofsted("Bolton");
        var line = Uuid7.next().toString();
        var bolton = people.authority("Bolton").value().toString();
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(
                            inspector,
                            "/forums/key-lines",
                            "id",
                            line,
                            "authority",
                            bolton,
                            "text",
                            "How good is supervision?"))
                    .isEqualTo(302);
        }
        assertThat(page(inspector, "/forums/key-lines")).contains("How good is supervision?");
        assertThat(page(people.director("Bolton"), "/forums/key-lines")).doesNotContain("supervision");
        var data = people.dataLead();
        page(data, "/forums/key-lines/" + line);
        var question = Uuid7.next().toString();
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(
                            data,
                            "/forums/key-lines/" + line + "/question",
                            "id",
                            question,
                            "text",
                            "How do you know?"))
                    .isEqualTo(302);
        }
        assertThat(forums.questionsOf(forum)).hasSize(1);
        assertThat(status(people.director("Bolton"), "/forums/key-lines/" + line))
                .isEqualTo(404);
    }

    @Test
    void aDirectorDeclaresAConflictAndWithdrawsIt() throws Exception {
        var wigan = people.director("Wigan");
        var id = Uuid7.next().toString();
        var bolton = people.authority("Bolton").value().toString();
        assertThat(sendFor(wigan, "/forums/conflicts", "id", id, "authority", bolton, "reason", ""))
                .isEqualTo(422);
        assertThat(sendFor(wigan, "/forums/conflicts", "id", id, "authority", bolton, "reason", "Family"))
                .isEqualTo(302);
        assertThat(page(wigan, "/forums/conflicts")).contains("Family");
        assertThat(sendFor(people.director("Bury"), "/forums/conflicts/" + id + "/withdraw"))
                .isEqualTo(404);
        assertThat(sendFor(wigan, "/forums/conflicts/" + id + "/withdraw")).isEqualTo(302);
        assertThat(page(wigan, "/forums/conflicts")).doesNotContain("Family");
    }

    private String stateOfBoltons() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select state from self_evaluation order by number desc limit 1", String.class));
    }

    @Test
    void aForumThatIsHeldChallengesTheSelfEvaluation() throws Exception {
        cycles.thisYear();
        var evaluation = evaluations.submitted("Bolton");
        var forum = forums.withResponses("Bolton");
        var officer = people.officer("Bolton");
        assertThat(page(officer, "/self-evaluations/" + evaluation.value())).contains("Next: the peer challenge forum");
        clock.moveTo(ForumFixtures.DAY);
        // The facilitator is neither of the region nor of the authority, and reads it as one of the panel.
        for (int time = 0; time < 10; time++) {
            assertThat(sendFor(forums.facilitator(), "/forums/" + forum.value() + "/hold"))
                    .isEqualTo(302);
        }
        assertThat(stateOfBoltons()).isEqualTo("CHALLENGED");
        assertThat(page(officer, "/self-evaluations/" + evaluation.value()))
                .contains("The forum has been held")
                .contains("marked the self-evaluation as challenged");
    }

    @Test
    void whatIsSubmittedAfterTheForumIsChallengedFromTheStart() {
        cycles.thisYear();
        forums.held("Bolton");
        evaluations.submitted("Bolton");
        assertThat(stateOfBoltons()).isEqualTo("CHALLENGED");
    }

    @Test
    void thePanelFindsTheSelfEvaluationFromTheForum() throws Exception {
        cycles.thisYear();
        var evaluation = evaluations.submitted("Bolton");
        var forum = forums.withPack("Bolton");
        assertThat(page(people.director("Wigan"), "/forums/" + forum.value()))
                .contains("/self-evaluations/" + evaluation.value() + "/read");
        assertThat(page(people.officer("Bolton"), "/self-evaluations/" + evaluation.value()))
                .doesNotContain("Not yet submitted");
    }

    @Test
    void theSubmitPageNamesTheConfirmedPanel() throws Exception {
        cycles.thisYear();
        forums.withPanel("Bolton");
        var evaluation = evaluations.signedOff("Bolton");
        assertThat(page(people.officer("Bolton"), "/self-evaluations/" + evaluation.value() + "/submit"))
                .contains("of Wigan, Peer Director, Wigan")
                .contains("Sam Specialist, Education specialist");
    }

    @Test
    void nobodyPutsQuestionsToTheirOwnAuthority() throws Exception {
        var forum = forums.withPack("Bolton");
        var path = "/forums/" + forum.value() + "/questions";
        var director = people.director("Bolton");
        people.inTheDataGroup(director);
        for (var viewer : List.of(people.officer("Bolton"), director)) {
            var status = sendFor(
                    viewer, path, "id", Uuid7.next().toString(), "source", "DATA_GROUP", "text", "An easy one?");
            assertThat(status).isNotEqualTo(422);
        }
        assertThat(count("challenge_question")).isZero();
        forums.withQuestions("Bury");
        var bury = jdbc.queryForObject("select id from forum where state = 'QUESTIONS_ISSUED'", UUID.class);
        assertThat(sendFor(people.officer("Bury"), "/forums/" + bury + "/questions", "text", ""))
                .isEqualTo(403);
        assertThat(status(people.officer("Bury"), "/forums/" + bury + "/hold")).isEqualTo(403);
    }

    @Test
    void twoWhoRescheduleAtOnceSeeBothSides() throws Exception {
        var manager = people.regionalManager();
        var forum = forums.planned("Bolton");
        var path = "/forums/" + forum.value() + "/edit";
        var version = Objects.requireNonNull(jdbc.queryForObject("select version from forum", Long.class));
        String[] mine = {
            "version", Long.toString(version), "day.day", "21", "day.month", "1", "day.year", "2027", "place", "My hall"
        };
        assertThat(sendFor(
                        manager,
                        path,
                        "version",
                        Long.toString(version),
                        "day.day",
                        "22",
                        "day.month",
                        "1",
                        "day.year",
                        "2027",
                        "place",
                        "Their hall"))
                .isEqualTo(302);
        var result = send(manager, path, mine);
        assertThat(result.getResponse().getStatus()).isEqualTo(409);
        var html = result.getResponse().getContentAsString();
        assertThat(html)
                .contains("My hall", "Their hall", "Thursday 21 January 2027", "Friday 22 January 2027")
                .contains("Save yours over what is saved now");
        mine[1] = Long.toString(version + 1);
        assertThat(html).contains("name=\"version\" value=\"" + mine[1] + "\"");
        assertThat(sendFor(manager, path, mine)).isEqualTo(302);
        assertThat(page(manager, "/forums/" + forum.value())).contains("My hall");
    }

    @Test
    void theListAndThePlanTakeTheSameStatementsForOneAndForAThousandRows() throws Exception {
        var manager = people.regionalManager();
        var forum = forums.withPanel("Bolton");
        page(manager, "/forums");
        int list = statements.during(() -> page(manager, "/forums")).size();
        int plan = statements.during(() -> page(manager, "/forums/plan")).size();
        int record = statements
                .during(() -> page(manager, "/forums/" + forum.value()))
                .size();
        // A thousand seats on the forum, and a thousand forums that were cancelled before it.
        jdbc.update("""
            insert into forum_seat (forum_id, position, account_id, name, part, from_authority_id, since)
            select s.forum_id, 3 + n, s.account_id, s.name, s.part, s.from_authority_id, s.since
            from forum_seat s, generate_series(1, 1000) n where s.forum_id = ? and s.position = 0
            """, forum.value());
        jdbc.update("""
            insert into forum (id, version, authority_id, cycle_id, state, held_on)
            select gen_random_uuid(), 0, authority_id, cycle_id, 'CANCELLED', held_on
            from forum, generate_series(1, 1000) where id = ?
            """, forum.value());
        assertThat(statements.during(() -> page(manager, "/forums"))).hasSize(list);
        assertThat(statements.during(() -> page(manager, "/forums/plan"))).hasSize(plan);
        assertThat(statements.during(() -> page(manager, "/forums/" + forum.value())))
                .hasSize(record);
    }

    @Test
    void theListAndThePlanTakeAFixedNumberOfStatements() throws Exception {
        var manager = people.regionalManager();
        forums.withPanel("Bolton");
        page(manager, "/forums");
        int list = statements.during(() -> page(manager, "/forums")).size();
        int plan = statements.during(() -> page(manager, "/forums/plan")).size();
        for (var authority : List.of(
                "Bury",
                "Salford",
                "Oldham",
                "Rochdale",
                "Stockport",
                "Tameside",
                "Trafford",
                "Manchester",
                "Halton",
                "Sefton",
                "Wirral")) {
            var forum = forums.planned(authority, ForumFixtures.DAY.plusDays(7));
            forums.sit(forum, people.director("Wigan"), AppointmentKind.PEER);
        }
        assertThat(statements.during(() -> page(manager, "/forums"))).hasSize(list);
        assertThat(statements.during(() -> page(manager, "/forums/plan"))).hasSize(plan);
        assertThat(list).isLessThanOrEqualTo(12);
        assertThat(plan).isLessThanOrEqualTo(16);
    }
}
