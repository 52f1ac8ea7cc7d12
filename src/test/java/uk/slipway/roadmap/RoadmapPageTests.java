package uk.slipway.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.DatasetsFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.indicators.IndicatorsFixtures;
import uk.slipway.indicators.Polarity;
import uk.slipway.partnership.BoardFixtures;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.MembershipId;

@PageTest
class RoadmapPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures boards;

    @Autowired
    DatasetsFixtures datasets;

    @Autowired
    IndicatorsFixtures indicators;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private UUID board;
    private UUID seat;
    private Viewer clerk;
    private Viewer partner;
    private Viewer director;

    @BeforeEach
    void aBoardWithTwoPartners() {
        clerk = people.coordinator();
        partner = people.boardPartner("anna", "Diocese of Salford");
        director = people.director("Bolton");
        board = boards.board("Example board", 1).value();
        boards.seat(new BoardId(board), partner, BoardRole.MEMBER);
        seat = boards.seat(new BoardId(board), director, BoardRole.MEMBER).value();
    }

    private MockHttpServletResponse sent(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private int status(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private String[] priorityFields(String title) {
        return new String[] {
            "title",
            title,
            "outcome",
            "Example outcome: more children at school",
            "startsOn.day",
            "1",
            "startsOn.month",
            "9",
            "startsOn.year",
            "2026",
            "endsOn.day",
            "31",
            "endsOn.month",
            "8",
            "endsOn.year",
            "2028"
        };
    }

    private String priority(String title) throws Exception {
        var response = sent("/roadmap/boards/" + board + "/priorities", clerk, priorityFields(title));
        assertThat(response.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String action(String priority) throws Exception {
        assertThat(sent(
                                priority + "/actions",
                                clerk,
                                "action",
                                "Example action",
                                "owner",
                                seat.toString(),
                                "actionDue.day",
                                "1",
                                "actionDue.month",
                                "12",
                                "actionDue.year",
                                "2026")
                        .getStatus())
                .isEqualTo(302);
        return "/roadmap/actions/" + jdbc.queryForObject("select id::text from priority_action", String.class);
    }

    private String home(String of) {
        return "/roadmap/boards/" + board + of;
    }

    @Test
    void theRoadmapIsSeenByThoseWhoSitOnTheBoardAndKeptByItsClerkAndChair() throws Exception {
        var address = priority("Example priority: attendance");
        assertThat(body(home(""), partner))
                .contains("Example priority: attendance", "Nobody has said yet how it stands", "<svg");
        assertThat(body(address, director)).contains("Example outcome").doesNotContain("Set an action");
        assertThat(status(address, people.director("Bury"))).isEqualTo(404);
        assertThat(status(home(""), people.officer("Bury"))).isEqualTo(404);
        assertThat(status(address, people.regionalManager())).isEqualTo(200);
        assertThat(sent(address + "/status", director, "standing", "ON_TRACK", "words", "Fine")
                        .getStatus())
                .isEqualTo(403);
        assertThat(status(home("/priorities"), director)).isEqualTo(403);
        var chair = people.boardPartner("ben", "Diocese of Manchester");
        boards.seat(new BoardId(board), chair, BoardRole.CHAIR);
        assertThat(sent(address + "/status", chair, "standing", "AT_RISK", "words", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(sent(
                                address + "/status",
                                chair,
                                "standing",
                                "AT_RISK",
                                "words",
                                "Example: too few schools take part")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(home(""), partner))
                .contains("At risk", "Example: too few schools take part", "0 of 1 priority is on track");
        assertThat(pages.perform(get(home("/roadmap.csv")).with(people.signedInAs(partner)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Example priority: attendance", "At risk");
    }

    @Test
    void aPriorityIsJudgedByPublishedFiguresAgainstTheLineToItsTarget() throws Exception {
        var lead = people.dataLead();
        var dataset = datasets.publish(
                lead,
                "Absence",
                "2025",
                "2024 England 11 Region 13 Bolton 16 Bury 9",
                "2025 England 10 Region 12 Bolton 15 Bury 11");
        var indicator = indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        var address = priority("Example priority: attendance");
        assertThat(sent(address + "/indicators", clerk, "indicator", indicator, "target", "much", "targetYear", "1999")
                        .getContentAsString())
                .contains("Target must be a number", "Year of the target must be this year");
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/indicators", clerk, "indicator", indicator, "target", "8", "targetYear", "2029")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(address, partner))
                .contains("From 12.0% in 2025 to 8.0% in 2029", "nothing newer than the baseline has been published");
        datasets.publish(
                lead,
                "Absence",
                "2026",
                "2025 England 10 Region 12 Bolton 15 Bury 11",
                "2026 England 10 Region 11.5 Bolton 15 Bury 11");
        assertThat(body(address, partner)).contains("11.5% in 2026, behind the line to the target (11.0% then)");
        assertThat(body(home(""), partner)).contains("behind the line to the target");
    }

    @Test
    void aSubRegionalBoardFollowsTheMeanOfItsAreaAndIsNotSeenFromAnother() throws Exception {
        var lead = people.dataLead();
        var dataset = datasets.publish(lead, "Absence", "2025", "2025 England 10 Region 12 Bolton 15 Bury 11 Wigan 3");
        var indicator = indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        var other = boards.subRegional("Example sub-region", "Bolton", "Bury").value();
        board = other;
        boards.seat(new BoardId(other), people.director("Wigan"), BoardRole.MEMBER);
        var address = priority("Example priority");
        sent(address + "/indicators", clerk, "indicator", indicator, "target", "8", "targetYear", "2029");
        assertThat(body(address, people.director("Wigan")))
                .contains("the simple mean of the 2 authorities of Example sub-region", "From 13.0% in 2025");
        assertThat(status(address, partner)).isEqualTo(404);
    }

    @Test
    void anActionGoesFromOpenToVerified() throws Exception {
        var address = action(priority("Example priority"));
        assertThat(body("/", director)).contains("Do the action: Example action");
        assertThat(sent(address + "/start", partner).getStatus()).isEqualTo(403);
        assertThat(sent(address + "/verify", clerk).getStatus()).isEqualTo(409);
        assertThat(sent(address + "/start", director).getStatus()).isEqualTo(302);
        assertThat(sent(address + "/done", director, "words", "").getStatus()).isEqualTo(422);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/done", director, "words", "Example: all schools were visited")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(sent(address + "/verify", director).getStatus()).isEqualTo(403);
        assertThat(body("/", clerk)).contains("Verify the action: Example action");
        assertThat(sent(address + "/start", clerk).getStatus())
                .as("back to work")
                .isEqualTo(302);
        sent(address + "/done", director, "words", "Example: now all of them");
        assertThat(sent(address + "/verify", clerk).getStatus()).isEqualTo(302);
        assertThat(body(address, partner)).contains("Done and verified", "Example: now all of them");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where record_kind = 'priority-action' and what like 'said"
                                + " that it is done%'",
                        Integer.class))
                .isEqualTo(2);
    }

    @Test
    void whatIsOverdueIsComputedAndAnOwnerWhoLeftIsShownAndReplaced() throws Exception {
        var address = action(priority("Example priority"));
        clock.moveTo(LocalDate.of(2026, 12, 10));
        assertThat(body(home(""), partner)).contains("1 action is overdue", "overdue since 1 December 2026");
        assertThat(body("/roadmap/actions?show=overdue", partner)).contains("9 days late");
        assertThat(body("/", clerk)).contains("See 1 overdue action of Example board");
        boards.ends(new BoardId(board), new MembershipId(seat), LocalDate.of(2026, 11, 22));
        assertThat(body(address, clerk)).contains("has left the board");
        assertThat(body("/", clerk)).contains("Find a new owner");
        assertThat(status(address, director)).isEqualTo(404);
        var next = people.director("Wigan");
        var nextSeat = boards.seat(new BoardId(board), next, BoardRole.MEMBER).value();
        var left = sent(
                address + "/owner",
                clerk,
                "version",
                "0",
                "owner",
                seat.toString(),
                "due.day",
                "1",
                "due.month",
                "2",
                "due.year",
                "2027");
        assertThat(left.getStatus()).isEqualTo(422);
        assertThat(sent(
                                address + "/owner",
                                clerk,
                                "version",
                                "0",
                                "owner",
                                nextSeat.toString(),
                                "due.day",
                                "1",
                                "due.month",
                                "2",
                                "due.year",
                                "2027")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(address, next)).doesNotContain("has left the board").contains("Begin work on it");
    }

    @Test
    void partnersTieTheirAimsAndTheMatrixSaysWhereNobodyAndWhereSeveralDo() throws Exception {
        var one = priority("Example priority: attendance");
        priority("Example priority: reading");
        assertThat(body(home("/alignment"), partner))
                .contains("2 of 2 priorities are in no partner’s plan yet", "Nobody yet");
        assertThat(sent(home("/aims"), people.officer("Bury"), "words", "An aim")
                        .getStatus())
                .isEqualTo(404);
        assertThat(sent(home("/aims"), clerk, "words", "An aim").getStatus()).isEqualTo(403);
        var file = new MockMultipartFile(
                "file",
                "plan.csv",
                "text/csv",
                "\"Every child, in school\",Lead\nRead daily,Lead\n".getBytes(StandardCharsets.UTF_8));
        assertThat(pages.perform(multipart(home("/aims")).file(file).with(people.signedInAs(partner)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        for (int i = 0; i < 10; i++) {
            sent(home("/aims"), director, "words", "Attendance first\n- Attendance first");
        }
        assertThat(jdbc.queryForList("select words from partner_aim order by words", String.class))
                .containsExactly("Attendance first", "Every child, in school", "Read daily");
        var priority = one.substring(one.lastIndexOf('/') + 1);
        for (var words : new String[] {"Every child, in school", "Attendance first"}) {
            var id = jdbc.queryForObject("select id::text from partner_aim where words = ?", String.class, words);
            var owner = words.startsWith("Every") ? partner : director;
            assertThat(sent(home("/aims/" + id), owner.equals(partner) ? director : partner, "priorities", priority)
                            .getStatus())
                    .isEqualTo(404);
            assertThat(sent(home("/aims/" + id), owner, "version", "0", "priorities", priority)
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(home("/alignment"), partner))
                .contains(
                        "2 partners: do they do the same, or each a part?",
                        "1 of 2 priorities is in no partner’s plan yet")
                .contains("Read daily");
        assertThat(body(one, director)).contains("Bolton: Attendance first");
        assertThat(sent(home("/aims"), partner, "words", "x".repeat(301)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void theRoadmapIsOneSideOfA3HoweverLongItIsAndWhateverIsTyped() throws Exception {
        var address = priority("Example priority 👩‍👩‍👧‍👦 Łódź: “every” child");
        plan(address, "مرحبا", "Example milestone");
        jdbc.update("insert into priority (id, version, board_id, title, outcome, starts_on, ends_on, made_at, made_by)"
                + " select gen_random_uuid(), 0, board_id, 'Priority ' || n, outcome, starts_on, ends_on, made_at,"
                + " made_by from priority, generate_series(1, 40) n");
        var response = pages.perform(get(home("/roadmap.pdf")).with(people.signedInAs(partner)))
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(response.getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(1190f, 1191f);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Roadmap: Example board", "Łódź", "Example milestone", "Priority 40");
        }
    }

    @Test
    void twoWhoChangeAPrioritySeeBothTexts() throws Exception {
        var address = priority("Example priority");
        var mine = priorityFields("Mine");
        var first = new String[mine.length + 2];
        System.arraycopy(mine, 0, first, 0, mine.length);
        first[mine.length] = "version";
        first[mine.length + 1] = "0";
        assertThat(sent(address + "/edit", clerk, first).getStatus()).isEqualTo(302);
        assertThat(sent(address + "/edit", clerk, first).getStatus())
                .as("the same again")
                .isEqualTo(302);
        first[1] = "Theirs";
        var conflict = sent(address + "/edit", clerk, first);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Mine", "Theirs");
    }

    @Test
    void twoWhoGiveAnActionAwayOrSayWhatWasDoneSeeBothTexts() throws Exception {
        var address = action(priority("Example priority"));
        var others = boards.seat(new BoardId(board), people.director("Wigan"), BoardRole.MEMBER)
                .value()
                .toString();
        String[] theirs = {"version", "0", "owner", others, "due.day", "1", "due.month", "2", "due.year", "2027"};
        assertThat(body(address, clerk)).contains("name=\"version\" value=\"0\"");
        assertThat(sent(address + "/owner", clerk, theirs).getStatus()).isEqualTo(302);
        assertThat(sent(address + "/owner", clerk, theirs).getStatus())
                .as("the same again")
                .isEqualTo(302);
        var mine = theirs.clone();
        mine[3] = seat.toString();
        mine[7] = "3";
        var conflict = sent(address + "/owner", clerk, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Bolton", "Wigan", "1 March 2027", "1 February 2027", "name=\"owner\" value=\"" + seat)
                .contains("name=\"version\" value=\"1\"");
        mine[1] = "1";
        assertThat(sent(address + "/owner", clerk, mine).getStatus()).isEqualTo(302);
        assertThat(body(address, clerk)).contains("due 1 March 2027");

        assertThat(sent(address + "/done", director, "version", "2", "words", "All schools were visited")
                        .getStatus())
                .isEqualTo(302);
        var twice = sent(address + "/done", clerk, "version", "2", "words", "Half of them were");
        assertThat(twice.getStatus()).isEqualTo(409);
        assertThat(twice.getContentAsString()).contains("All schools were visited", "Half of them were");
        assertThat(sent(address + "/done", clerk, "version", "3", "words", "Half of them were")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(address, clerk)).contains("aid otherwise what was done: Half of them were");
        sent(address + "/verify", clerk);
        mine[3] = others;
        assertThat(sent(address + "/owner", clerk, mine).getStatus()).isEqualTo(409);
    }

    @Test
    void aDroppedPriorityStaysOnRecordWithWhy() throws Exception {
        var address = priority("Example priority: attendance");
        assertThat(sent(address + "/drop", clerk, "because", "").getStatus()).isEqualTo(422);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/drop", clerk, "because", "Example: the region does it")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(home(""), partner))
                .contains("No priority has been set yet", "Pursued no more", "Example: the region does it", address);
        assertThat(body(address, clerk)).contains("Pursued no more").doesNotContain("Set an action");
    }

    @Test
    void colleaguesWhoTieOneAimSeeBothChoices() throws Exception {
        var one = priority("Example priority: attendance").replaceFirst(".*/", "");
        var other = priority("Example priority: reading").replaceFirst(".*/", "");
        sent(home("/aims"), partner, "words", "Every child, in school");
        var aim = home("/aims/" + jdbc.queryForObject("select id::text from partner_aim", String.class));
        assertThat(sent(aim, partner, "version", "0", "priorities", one).getStatus())
                .isEqualTo(302);
        assertThat(sent(aim, partner, "version", "0", "priorities", one).getStatus())
                .isEqualTo(302);
        var conflict = sent(aim, partner, "version", "0", "priorities", other);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Example priority: attendance", "Example priority: reading", "value=\"" + other + "\"");
        assertThat(sent(aim, partner, "version", "1", "priorities", one + "," + other)
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.queryForObject("select count(*) from partner_aim_priority", Long.class))
                .isEqualTo(2);
    }

    @Test
    void twoTargetsOfOneFigureStandSideBySide() throws Exception {
        var lead = people.dataLead();
        var dataset = datasets.publish(lead, "Absence", "2025", "2025 England 10 Region 12 Bolton 15 Bury 11");
        var indicator = indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        var address = priority("Example priority: attendance") + "/indicators";
        String[] theirs = {"version", "0", "indicator", indicator, "target", "8", "targetYear", "2029"};
        assertThat(sent(address, clerk, theirs).getStatus()).isEqualTo(302);
        var mine = theirs.clone();
        mine[5] = "9.5";
        var conflict = sent(address, clerk, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("9.5", ">8<", "name=\"version\" value=\"1\"", "You both wrote the same");
        mine[1] = "1";
        assertThat(sent(address, clerk, mine).getStatus()).isEqualTo(302);
        assertThat(body(address.replace("/indicators", ""), clerk)).contains("to 9.5% in 2029");
    }

    @Test
    void anActivityAndAMilestoneAreMovedWordedOtherwiseAndTakenOut() throws Exception {
        var address = priority("Example priority");
        plan(address, "Train governors", "All governors trained");
        var activity =
                address + "/activities/" + jdbc.queryForObject("select id::text from priority_activity", String.class);
        var milestone =
                address + "/milestones/" + jdbc.queryForObject("select id::text from priority_milestone", String.class);
        assertThat(body(address, clerk)).contains(activity, milestone);
        assertThat(body(address, director)).doesNotContain(activity, milestone);
        assertThat(status(activity, director)).isEqualTo(403);
        assertThat(status(milestone, people.director("Bury"))).isEqualTo(404);
        assertThat(body(activity, clerk)).contains("Train governors", "Cancel");

        var moved = Stream.concat(
                        Stream.of("version", "0"), Stream.of(activityUntil("3", "2027", "Train all governors")))
                .toArray(String[]::new);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(activity, clerk, moved).getStatus()).isEqualTo(302);
        }
        assertThat(body(address, partner)).contains("Train all governors", "1 October 2026 to 1 March 2027");
        var mine = moved.clone();
        mine[3] = "Train chairs of governors";
        var conflict = sent(activity, clerk, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Train all governors", "Train chairs of governors");
        mine[15] = "2025";
        assertThat(sent(activity, clerk, mine).getStatus()).isEqualTo(422);

        String[] reached = {
            "version",
            "0",
            "milestone",
            "All governors trained",
            "due.day",
            "1",
            "due.month",
            "2",
            "due.year",
            "2027",
            "reached.day",
            "20",
            "reached.month",
            "11",
            "reached.year",
            "2026"
        };
        assertThat(sent(milestone, clerk, reached).getStatus()).isEqualTo(302);
        assertThat(body(address, partner)).contains("reached 20 November 2026");
        String[] notYet = {
            "version", "1", "milestone", "All governors trained", "due.day", "1", "due.month", "2", "due.year", "2027"
        };
        assertThat(sent(milestone, clerk, notYet).getStatus()).isEqualTo(302);
        assertThat(body(address, clerk)).contains("Reached today");
        reached[11] = "1";
        reached[13] = "12";
        assertThat(sent(milestone, clerk, reached).getContentAsString()).contains("must be today or in the past");
        assertThat(sent(milestone, clerk, notYet).getStatus()).isEqualTo(302);
        notYet[3] = "Half of the governors trained";
        assertThat(sent(milestone, clerk, notYet).getStatus()).isEqualTo(409);

        for (int i = 0; i < 2; i++) {
            assertThat(sent(activity + "/remove", clerk).getStatus()).isEqualTo(302);
            assertThat(sent(milestone + "/remove", clerk).getStatus()).isEqualTo(302);
        }
        assertThat(sent(activity + "/remove", director).getStatus()).isEqualTo(403);
        assertThat(body(address, partner))
                .contains("ook the activity out of the plan: Train all governors")
                .contains("ook the milestone out of the plan: All governors trained");
        assertThat(jdbc.queryForObject("select count(*) from priority_activity", Long.class))
                .isZero();
        assertThat(status(activity, clerk)).isEqualTo(404);
    }

    @Test
    void theRegionKeepsADatedListOfInitiatives() throws Exception {
        var fields = new String[] {
            "name", "Northern Powerhouse", "kind", "DEVOLVED", "about", "Example words",
            "startsOn.day", "23", "startsOn.month", "6", "startsOn.year", "2014"
        };
        assertThat(sent("/roadmap/initiatives", director, fields).getStatus()).isEqualTo(403);
        assertThat(sent("/roadmap/initiatives", clerk, fields).getStatus()).isEqualTo(302);
        assertThat(sent("/roadmap/initiatives", clerk, fields).getStatus()).isEqualTo(422);
        assertThat(body("/roadmap/initiatives", director)).contains("Northern Powerhouse", "from 23 June 2014");
        var id = jdbc.queryForObject("select id::text from initiative", String.class);
        var chosen = priorityFields("Example priority");
        var all = new String[chosen.length + 2];
        System.arraycopy(chosen, 0, all, 0, chosen.length);
        all[chosen.length] = "initiative";
        all[chosen.length + 1] = Objects.requireNonNull(id);
        var address =
                Objects.requireNonNull(sent(home("/priorities"), clerk, all).getRedirectedUrl());
        sent("/roadmap/initiatives/" + id + "/end", clerk);
        assertThat(body(address, partner))
                .contains("Northern Powerhouse, devolved, from 23 June 2014 to 23 November 2026");
    }

    @Test
    void theRoadmapTakesAFixedNumberOfStatements() throws Exception {
        action(priority("Example priority"));
        body(home(""), partner);
        var one = statements.during(() -> body(home(""), partner)).size();
        jdbc.update("insert into priority (id, version, board_id, title, outcome, starts_on, ends_on, made_at, made_by)"
                + " select gen_random_uuid(), 0, board_id, 'Priority ' || n, outcome, starts_on, ends_on, made_at,"
                + " made_by from priority, generate_series(1, 60) n");
        jdbc.update("insert into priority_action (id, version, priority_id, title, owner_seat, due_on, state, made_at,"
                + " made_by) select gen_random_uuid(), 0, p.id, 'Action', a.owner_seat, a.due_on, 'OPEN',"
                + " a.made_at, a.made_by from priority p, priority_action a");
        assertThat(statements.during(() -> body(home(""), partner))).hasSize(one);
        assertThat(one).isLessThanOrEqualTo(12);
    }

    /** An activity from October to December, and a milestone on its last day. */
    private void plan(String priority, String activity, String milestone) throws Exception {
        sent(priority + "/activities", clerk, activityUntil("12", "2026", activity));
        sent(
                priority + "/milestones",
                clerk,
                "milestone",
                milestone,
                "due.day",
                "1",
                "due.month",
                "12",
                "due.year",
                "2026");
    }

    /** The fields of an activity that starts on 1 October 2026 and ends on the first of a month. */
    private static String[] activityUntil(String month, String year, String words) {
        return new String[] {
            "activity",
            words,
            "from.day",
            "1",
            "from.month",
            "10",
            "from.year",
            "2026",
            "until.day",
            "1",
            "until.month",
            month,
            "until.year",
            year
        };
    }
}
