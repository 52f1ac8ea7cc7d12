package uk.slipway.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.MeetingFixtures;
import uk.slipway.meetings.MeetingId;
import uk.slipway.partnership.BoardFixtures;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.MembershipId;

@PageTest
class DecisionsPageTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures boards;

    @Autowired
    MeetingFixtures meetings;

    @Autowired
    RemindVoters remind;

    @Autowired
    Statements statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer coordinator;
    private Viewer chair;
    private Viewer bolton;
    private Viewer wigan;
    private BoardId board;
    private MembershipId chairsSeat;
    private MembershipId boltonsSeat;
    private MembershipId wigansSeat;
    private MeetingId meeting;
    private AgendaItemId item;

    @BeforeEach
    void aMeetingOfThree() {
        coordinator = people.coordinator();
        chair = people.boardPartner("Anna", "Diocese of Manchester");
        bolton = people.director("Bolton");
        wigan = people.director("Wigan");
        board = boards.board("Regional board", 3);
        chairsSeat = boards.seat(board, chair, BoardRole.CHAIR);
        boltonsSeat = boards.seat(board, bolton, BoardRole.MEMBER);
        wigansSeat = boards.seat(board, wigan, BoardRole.MEMBER);
        meeting = meetings.meeting(coordinator, board, TODAY);
        item = meetings.item(coordinator, meeting, "Priorities", false);
    }

    private void held() {
        meetings.held(coordinator, meeting, List.of(chairsSeat, boltonsSeat, wigansSeat));
    }

    private MockHttpServletResponse send(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        if (address.matches("/decisions/.+/(votes|decide)") && !List.of(fields).contains("version")) {
            request.param("version", version(address.split("/")[2]));
        }
        return pages.perform(request).andReturn().getResponse();
    }

    /** The version that a decision's page, opened now, has in its forms. */
    private String version(String decision) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select version::text from decision where id = ?::uuid", String.class, decision));
    }

    private String refused(String address, Viewer viewer, String... fields) throws Exception {
        var answer = send(address, viewer, fields);
        assertThat(answer.getStatus()).as(address).isEqualTo(422);
        return answer.getContentAsString();
    }

    private void accepted(String address, Viewer viewer, String... fields) throws Exception {
        var answer = send(address, viewer, fields);
        assertThat(answer.getStatus()).as(address + answer.getContentAsString()).isEqualTo(302);
    }

    private MockHttpServletResponse open(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = open(address, viewer);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private String clause() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select id::text from board_remit_clause order by number limit 1", String.class));
    }

    private String proposed(String protocol, @Nullable AgendaItemId under, String... more) throws Exception {
        var id = Uuid7.next().toString();
        var request = post("/boards/" + board.value() + "/decisions/new")
                .with(people.signedInAs(coordinator))
                .param("id", id)
                .param("title", "Read more")
                .param("text", "The region reads more")
                .param("protocol", protocol);
        if (under != null) {
            request.param("item", under.value().toString());
        }
        boolean clause = true;
        for (int at = 0; at < more.length; at += 2) {
            request.param(more[at], more[at + 1]);
            clause &= !more[at].equals("clause");
        }
        if (clause) {
            request.param("clause", clause());
        }
        var answer = pages.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return "/decisions/" + id;
    }

    private void vote(String decision, Viewer viewer, MembershipId seat, String answer) throws Exception {
        accepted(decision + "/votes", viewer, "member", seat.value().toString(), "answer", answer);
    }

    private String state() {
        return Objects.requireNonNull(jdbc.queryForObject("select state from decision", String.class));
    }

    @Test
    void aMajorityDecidesInAMeetingAndTheMinuteQuotesTheClauses() throws Exception {
        held();
        var decision = proposed("MAJORITY", item);
        accepted(decision + "/circulate", coordinator);
        vote(decision, chair, chairsSeat, "FOR");
        vote(decision, coordinator, boltonsSeat, "FOR");
        vote(decision, wigan, wigansSeat, "AGAINST");
        accepted(decision + "/decide", coordinator);
        accepted(decision + "/decide", coordinator);
        assertThat(body(decision, people.reader()))
                .contains("Decision 1", "Carried by majority", "2 for, 1 against, 0 abstained")
                .contains("Quorate: 3 voting members take part", "At least 3 voting members")
                .contains("Within the remit. Clause 1: Agree the region’s priorities")
                .doesNotContain("Bolton");
        assertThat(body("/meetings/" + meeting.value(), wigan)).contains("Decision 1: Read more");
    }

    @Test
    void aMemberVotesOnceAndNotAfterWithdrawal() throws Exception {
        held();
        var decision = proposed("MAJORITY", item);
        accepted(decision + "/circulate", coordinator);
        vote(decision, wigan, wigansSeat, "FOR");
        vote(decision, wigan, wigansSeat, "FOR");
        assertThat(refused(
                        decision + "/votes", wigan, "member", wigansSeat.value().toString(), "answer", "AGAINST"))
                .contains("has voted already, and votes once");
        meetings.interest(coordinator, meeting, item, boltonsSeat);
        assertThat(refused(
                        decision + "/votes",
                        bolton,
                        "member",
                        boltonsSeat.value().toString(),
                        "answer",
                        "FOR"))
                .contains("has declared an interest and withdrawn");
        assertThat(send(decision + "/votes", wigan, "member", chairsSeat.value().toString(), "answer", "FOR")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void theQuorumIsCountedAgainAfterAWithdrawal() throws Exception {
        held();
        meetings.interest(coordinator, meeting, item, boltonsSeat);
        var decision = proposed("CONSENSUS", item);
        accepted(decision + "/circulate", coordinator);
        assertThat(body(decision, chair))
                .contains("Not quorate: 2 voting members take part after 1 withdrawal for an interest")
                .contains("1 voting member too few");
        assertThat(refused(decision + "/decide", coordinator)).contains("The board cannot decide this");
        var other = meetings.item(coordinator, meeting, "Another item", false);
        var second = proposed("CONSENSUS", other);
        accepted(second + "/circulate", coordinator);
        accepted(second + "/decide", coordinator);
        assertThat(body(second, chair)).contains("Agreed by consensus");
    }

    @Test
    void aMeetingWithoutQuorumDecidesNothingAndDefers() throws Exception {
        meetings.held(coordinator, meeting, List.of(chairsSeat));
        var decision = proposed("CONSENSUS", item);
        accepted(decision + "/circulate", coordinator);
        assertThat(refused(decision + "/decide", coordinator)).contains("2 voting members too few");
        accepted(decision + "/stop", coordinator, "how", "DEFER", "reason", "Too few came");
        assertThat(state()).isEqualTo("DEFERRED");
        accepted(
                decision + "/circulate",
                coordinator,
                "deadline.day",
                "4",
                "deadline.month",
                "12",
                "deadline.year",
                "2026");
        assertThat(body(decision, bolton)).contains("In writing until 4 December 2026");
    }

    @Test
    void aDecisionOutsideTheRemitIsRefusedUnlessItIsAdvice() throws Exception {
        held();
        var decision = proposed("CONSENSUS", item, "clause", "");
        accepted(decision + "/circulate", coordinator);
        assertThat(refused(decision + "/decide", coordinator)).contains("no clause of version 1 covers it");
        accepted(decision + "/stop", coordinator, "how", "WITHDRAW", "reason", "Not ours to decide");
        var advice = proposed("ADVISORY", item, "clause", "");
        accepted(advice + "/circulate", coordinator);
        accepted(advice + "/decide", coordinator);
        assertThat(body(advice, chair)).contains("Given as advice");
    }

    @Test
    void consensusRecordsDissentAndAnObjectionStopsIt() throws Exception {
        held();
        var decision = proposed("CONSENSUS", item);
        accepted(decision + "/circulate", coordinator);
        accepted(
                decision + "/votes",
                wigan,
                "member",
                wigansSeat.value().toString(),
                "answer",
                "ABSTAIN",
                "dissent",
                "Attendance should come first");
        accepted(decision + "/decide", coordinator);
        assertThat(body(decision, people.reader()))
                .contains("Agreed by consensus", "1 member stood aside", "Attendance should come first");
        var second = proposed("CONSENSUS", item);
        accepted(second + "/circulate", coordinator);
        vote(second, bolton, boltonsSeat, "AGAINST");
        accepted(second + "/decide", coordinator);
        assertThat(body(second, bolton)).contains("No consensus: not agreed", "1 member objected");
    }

    @Test
    void theChairActsAloneAndNotWithAnInterest() throws Exception {
        var decision = proposed("CHAIR_ACTION", null);
        accepted(decision + "/circulate", coordinator);
        assertThat(body("/", chair)).contains("Take the chair’s action on decision 1 of Regional board");
        assertThat(send(decision + "/decide", coordinator).getStatus()).isEqualTo(403);
        accepted(
                decision + "/interests", chair, "interested", chairsSeat.value().toString(), "interest", "My school");
        assertThat(refused(decision + "/decide", chair)).contains("You have an interest in this");
        var second = proposed("CHAIR_ACTION", null);
        accepted(second + "/circulate", coordinator);
        accepted(second + "/decide", chair);
        assertThat(body(second, people.reader())).contains("Decided by the chair’s action");
    }

    @Test
    void theViceChairIsAskedWhereTheChairHasAnInterest() throws Exception {
        var vice = people.boardPartner("Ben", "Diocese of Salford");
        boards.seat(board, vice, BoardRole.VICE_CHAIR);
        var decision = proposed("CHAIR_ACTION", null);
        accepted(decision + "/circulate", coordinator);
        var asked = "Take the chair’s action on decision 1 of Regional board";
        assertThat(body("/", chair)).contains(asked);
        assertThat(body("/", vice)).doesNotContain(asked);
        accepted(
                decision + "/interests", chair, "interested", chairsSeat.value().toString(), "interest", "My school");
        assertThat(body("/", chair)).doesNotContain(asked);
        assertThat(body("/", vice)).contains(asked);
        accepted(decision + "/decide", vice);
        assertThat(body("/", vice)).doesNotContain(asked);
    }

    @Test
    void theOutcomeIsDueOnceEverybodyWhoMayHasAnswered() throws Exception {
        var decision = proposed("MAJORITY", item);
        meetings.interest(coordinator, meeting, item, boltonsSeat);
        putInWriting(decision);
        assertThat(body("/", bolton)).as("withdrew from the item").doesNotContain("Vote on decision 1");
        assertThat(body("/", wigan)).contains("Vote on decision 1");
        vote(decision, wigan, wigansSeat, "FOR");
        assertThat(body("/", coordinator)).doesNotContain("Record the outcome of decision 1");
        vote(decision, chair, chairsSeat, "FOR");
        assertThat(body("/", coordinator)).contains("Record the outcome of decision 1");
    }

    @Test
    void aWrittenProcedureHasADeadlineARemindersAndTheSameRules() throws Exception {
        var decision = proposed("MAJORITY", null);
        putInWriting(decision);
        assertThat(messages("Your vote")).isEqualTo(3);
        assertThat(body("/", bolton)).contains("Vote on decision 1 of Regional board");
        vote(decision, bolton, boltonsSeat, "FOR");
        assertThat(send(
                                decision + "/votes",
                                coordinator,
                                "member",
                                wigansSeat.value().toString(),
                                "answer",
                                "FOR")
                        .getStatus())
                .isEqualTo(403);
        assertThat(refused(decision + "/decide", coordinator))
                .contains("Members may answer until Monday 30 November 2026");
        clock.moveTo(LocalDate.of(2026, 11, 25));
        assertThat(remind.remind()).isZero();
        clock.moveTo(LocalDate.of(2026, 11, 26));
        assertThat(remind.remind()).isEqualTo(2);
        assertThat(remind.remind()).isZero();
        vote(decision, wigan, wigansSeat, "FOR");
        clock.moveTo(LocalDate.of(2026, 12, 1));
        assertThat(refused(
                        decision + "/votes", chair, "member", chairsSeat.value().toString(), "answer", "FOR"))
                .contains("The last day to answer was");
        assertThat(body("/", coordinator)).contains("Record the outcome of decision 1");
        assertThat(refused(decision + "/decide", coordinator)).contains("1 voting member too few");
        assertThat(body("/", chair)).doesNotContain("Vote on decision");
    }

    @Test
    void whoWasWrittenToTodayIsNotRemindedToday() throws Exception {
        var decision = proposed("MAJORITY", null);
        accepted(
                decision + "/circulate",
                coordinator,
                "deadline.day",
                "24",
                "deadline.month",
                "11",
                "deadline.year",
                "2026");
        assertThat(messages("Your vote")).isEqualTo(3);
        assertThat(remind.remind()).isZero();
        clock.moveTo(LocalDate.of(2026, 11, 24));
        assertThat(remind.remind()).isEqualTo(3);
    }

    @Test
    void anInterestDeclaredByMistakeIsTakenBackByWhoDeclaredItOrTheClerkUntilItIsDecided() throws Exception {
        var decision = proposed("CHAIR_ACTION", null);
        accepted(decision + "/circulate", coordinator);
        var wigans = wigansSeat.value().toString();
        var chairs = chairsSeat.value().toString();
        accepted(decision + "/interests", wigan, "interested", wigans, "interest", "The wrong decision");
        accepted(decision + "/interests", chair, "interested", chairs, "interest", "My school");
        assertThat(body(decision, bolton)).doesNotContain("Take back the interest");
        assertThat(body(decision, wigan)).contains("Take back the interest of Director of Children");
        assertThat(send(decision + "/interests/withdraw", bolton, "interested", wigans)
                        .getStatus())
                .isEqualTo(403);
        accepted(decision + "/interests/withdraw", wigan, "interested", wigans);
        accepted(decision + "/interests/withdraw", wigan, "interested", wigans);
        assertThat(jdbc.queryForObject("select count(*) from decision_interest", Long.class))
                .isEqualTo(1);
        accepted(decision + "/interests/withdraw", coordinator, "interested", chairs);
        assertThat(body(decision, bolton))
                .contains("took back the interest of Director of Children", "declared by mistake: The wrong decision");
        accepted(decision + "/interests", wigan, "interested", wigans, "interest", "The right decision");
        accepted(decision + "/decide", chair);
        assertThat(refused(decision + "/interests/withdraw", wigan, "interested", wigans))
                .contains("The decision has been made without them");
    }

    @Test
    void anInterestBelongsToTheAccountThatDeclaredItAndNotToAName() throws Exception {
        var namesake = people.boardPartner("Ben", "Diocese of Manchester");
        boards.seat(board, namesake, BoardRole.MEMBER);
        rename("Sam Carter", chair, namesake);
        var decision = proposed("CHAIR_ACTION", null);
        accepted(decision + "/circulate", coordinator);
        var chairs = chairsSeat.value().toString();
        accepted(decision + "/interests", chair, "interested", chairs, "interest", "My school");
        assertThat(body(decision, namesake)).doesNotContain("Take back the interest");
        assertThat(send(decision + "/interests/withdraw", namesake, "interested", chairs)
                        .getStatus())
                .isEqualTo(403);
        rename("Alex Carter", chair);
        accepted(decision + "/interests/withdraw", chair, "interested", chairs);
        accepted(decision + "/interests", chair, "interested", chairs, "interest", "My school");
        jdbc.update("update decision_interest set declared_by_id = null");
        assertThat(body(decision, chair))
                .as("of what was declared before accounts were kept, the name is known")
                .contains("Take back the interest");
        rename("Sam Carter", chair);
        assertThat(body(decision, chair)).doesNotContain("Take back the interest");

        held();
        var interests =
                "/meetings/" + meeting.value() + "/items/" + item.value().toString() + "/interests";
        accepted(interests, chair, "member", chairs, "words", "My school");
        assertThat(body("/meetings/" + meeting.value(), namesake)).doesNotContain("it was declared by mistake");
        assertThat(send(interests + "/withdraw", namesake, "member", chairs).getStatus())
                .isEqualTo(403);
        rename("Alex Carter", chair);
        accepted(interests + "/withdraw", chair, "member", chairs);
        assertThat(jdbc.queryForObject("select count(*) from declared_interest", Long.class))
                .isZero();
    }

    private void rename(String name, Viewer... people) {
        for (var person : people) {
            jdbc.update(
                    "update account set name = ? where id = ?",
                    name,
                    person.account().value());
        }
    }

    @Test
    void nobodyVotesOnWordsThatTheyHaveNotRead() throws Exception {
        held();
        var decision = proposed("MAJORITY", item);
        accepted(decision + "/circulate", coordinator);
        var read = version(decision.split("/")[2]);
        accepted(decision + "/stop", coordinator, "how", "DEFER", "reason", "To be worded again");
        accepted(
                decision + "/change",
                coordinator,
                "version",
                version(decision.split("/")[2]),
                "title",
                "Read less",
                "text",
                "The region reads less",
                "protocol",
                "MAJORITY",
                "clause",
                clause());
        accepted(decision + "/circulate", coordinator);
        var late = refused(
                decision + "/votes",
                wigan,
                "version",
                read,
                "member",
                wigansSeat.value().toString(),
                "answer",
                "FOR");
        assertThat(late).contains("was put to the board again after you opened this page", "The region reads less");
        assertThat(refused(decision + "/decide", coordinator, "version", read))
                .contains("was put to the board again after you opened this page");
        vote(decision, wigan, wigansSeat, "AGAINST");
        assertThat(jdbc.queryForObject("select count(*) from decision_vote", Long.class))
                .isEqualTo(1);
    }

    @Test
    void anInterestInAnItemIsTakenBackUntilADecisionUnderItHasItsOutcome() throws Exception {
        held();
        var interests =
                "/meetings/" + meeting.value() + "/items/" + item.value().toString() + "/interests";
        var wigans = wigansSeat.value().toString();
        accepted(interests, wigan, "member", wigans, "words", "The wrong item");
        assertThat(body("/meetings/" + meeting.value(), wigan)).contains("it was declared by mistake");
        assertThat(body("/meetings/" + meeting.value(), bolton)).doesNotContain("it was declared by mistake");
        assertThat(send(interests + "/withdraw", bolton, "member", wigans).getStatus())
                .isEqualTo(403);
        accepted(interests + "/withdraw", wigan, "member", wigans);
        assertThat(body("/meetings/" + meeting.value(), bolton))
                .contains("took back the interest of", "declared by mistake: The wrong item");
        accepted(interests, coordinator, "member", wigans, "words", "They said so");
        assertThat(send(interests + "/withdraw", wigan, "member", wigans).getStatus())
                .isEqualTo(403);
        var decision = proposed("ADVISORY", item);
        accepted(decision + "/circulate", coordinator);
        accepted(interests + "/withdraw", coordinator, "member", wigans);
        accepted(decision + "/decide", coordinator);
        accepted(interests, coordinator, "member", boltonsSeat.value().toString(), "words", "Paid for it");
        accepted(
                interests + "/withdraw",
                coordinator,
                "member",
                boltonsSeat.value().toString());
        assertThat(jdbc.queryForObject("select count(*) from declared_interest", Long.class))
                .isEqualTo(1);
        assertThat(body("/meetings/" + meeting.value(), coordinator)).doesNotContain("it was declared by mistake");
    }

    @Test
    void aPriorityADecisionAndAnActionStandInOneThread() throws Exception {
        held();
        var priority = Uuid7.next().toString();
        accepted(
                "/roadmap/boards/" + board.value() + "/priorities",
                coordinator,
                "priority",
                priority,
                "title",
                "Every child in school",
                "outcome",
                "Fewer days are missed",
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
                "2028");
        assertThat(body("/boards/" + board.value() + "/decisions/new", coordinator))
                .contains("Priority: Every child in school");
        assertThat(refused(
                        "/boards/" + board.value() + "/decisions/new",
                        coordinator,
                        "title",
                        "Read more",
                        "text",
                        "The region reads more",
                        "protocol",
                        "CONSENSUS",
                        "from",
                        "priority_" + Uuid7.next()))
                .contains("Choose from the list");
        var decision = proposed("CONSENSUS", item, "from", "priority_" + priority, "clause", clause());
        accepted(decision + "/circulate", coordinator);
        accepted(decision + "/decide", coordinator);
        var id = decision.substring(decision.lastIndexOf('/') + 1);
        accepted(
                "/roadmap/priorities/" + priority + "/actions",
                coordinator,
                "part",
                Uuid7.next().toString(),
                "action",
                "Name the schools",
                "owner",
                boltonsSeat.value().toString(),
                "actionDue.day",
                "1",
                "actionDue.month",
                "3",
                "actionDue.year",
                "2027",
                "decision",
                "decision_" + id);
        assertThat(body(decision, wigan)).contains("/threads/decision/" + id);
        for (var start : List.of("/threads/decision/" + id, "/threads/priority/" + priority)) {
            assertThat(body(start, wigan)).contains("Every child in school", "Read more", "Name the schools");
        }
        assertThat(body("/threads/decision/" + id, people.director("Bury")))
                .contains("Read more")
                .doesNotContain("Every child in school", "Name the schools");
        assertThat(body(decision, people.reader())).doesNotContain("/threads/");
    }

    @Test
    void twoWhoChangeAProposalAtOnceBothSeeBothTexts() throws Exception {
        var decision = proposed("CONSENSUS", item);
        accepted(
                decision + "/change",
                coordinator,
                "version",
                "0",
                "title",
                "Theirs",
                "text",
                "The region reads more",
                "protocol",
                "MAJORITY");
        var mine = new String[] {
            "version",
            "0",
            "title",
            "Mine",
            "text",
            "The region reads more",
            "protocol",
            "CONSENSUS",
            "lookAgain.day",
            "1",
            "lookAgain.month",
            "3",
            "lookAgain.year",
            "2027"
        };
        var conflict = send(decision + "/change", chair, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Mine", "Theirs", "Majority", "Consensus", "1 March 2027");
        mine[1] = "1";
        accepted(decision + "/change", chair, mine);
        assertThat(body(decision, chair)).contains("Mine").doesNotContain("Theirs");
    }

    private long messages(String subject) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from outbox_message where subject like ?", Long.class, subject + "%"));
    }

    @Test
    void aDecisionIsSupersededOnceAndCorrectedOnlyByANewOne() throws Exception {
        held();
        var first = decided();
        assertThat(send(first + "/change", coordinator, "title", "Else").getStatus())
                .isIn(409, 422);
        var id = first.substring(first.lastIndexOf('/') + 1);
        var second = proposed("CONSENSUS", item, "supersedes", id);
        var third = proposed("CONSENSUS", item, "supersedes", id);
        accepted(second + "/circulate", coordinator);
        accepted(third + "/circulate", coordinator);
        accepted(second + "/decide", coordinator);
        assertThat(refused(third + "/decide", coordinator))
                .contains("Decision 1 has been superseded by another meanwhile");
        assertThat(body(first, people.reader())).contains("Superseded by", "Decision 2");
        assertThat(jdbc.queryForObject("select count(*) from decision where state = 'SUPERSEDED'", Long.class))
                .isEqualTo(1);
    }

    private String decided() throws Exception {
        var decision = proposed("CONSENSUS", item);
        accepted(decision + "/circulate", coordinator);
        accepted(decision + "/decide", coordinator);
        return decision;
    }

    @Test
    void whatIsDecidedIsCarriedOutAndLookedAtAgain() throws Exception {
        held();
        var decision = decided();
        accepted(decision + "/implemented", coordinator);
        accepted(decision + "/review", coordinator, "review", "Children read more");
        accepted(decision + "/review", coordinator, "review", "Children read more");
        assertThat(body(decision, people.reader())).contains("Looked at again", "Children read more");
    }

    @Test
    void strangersSeeWhatIsDecidedAndNotWhatIsProposedOrRestricted() throws Exception {
        held();
        var proposal = proposed("CONSENSUS", item);
        var stranger = people.director("Bury");
        assertThat(open(proposal, stranger).getStatus()).isEqualTo(404);
        var decided = decided();
        assertThat(open(decided, stranger).getStatus()).isEqualTo(200);
        var secret = meetings.item(coordinator, meeting, "A matter of confidence", true);
        var hidden = proposed("CONSENSUS", secret);
        accepted(hidden + "/circulate", coordinator);
        accepted(hidden + "/decide", coordinator);
        assertThat(open(hidden, stranger).getStatus()).isEqualTo(404);
        assertThat(open(hidden, bolton).getStatus()).isEqualTo(200);
        var observer = people.boardPartner("Ben", "Diocese of Salford");
        boards.seat(board, observer, BoardRole.OBSERVER);
        assertThat(open(hidden, observer).getStatus()).isEqualTo(404);
        assertThat(send(decided + "/decide", bolton).getStatus()).isEqualTo(403);
    }

    @Test
    void theRegisterIsFilteredSearchedAndDownloaded() throws Exception {
        held();
        decided();
        proposed("MAJORITY", item, "rationale", "=SUM(1)");
        assertThat(body("/decisions?state=DECIDED&q=reads", bolton)).contains("1 decision.", "Read more");
        assertThat(body("/decisions?protocol=MAJORITY&board=" + board.value(), bolton))
                .contains("1 decision.");
        assertThat(body("/decisions?q=elephants", bolton)).contains("No decisions.");
        assertThat(body("/decisions.csv", bolton))
                .contains("Board,Number,Title", "Regional board,1,Read more", "'=SUM(1)");
        assertThat(body("/decisions", people.reader())).contains("1 decision.");
    }

    @Test
    void theRegisterTakesAFixedNumberOfStatements() throws Exception {
        held();
        decided();
        int one = statements.during(() -> body("/decisions", bolton)).size();
        decided();
        decided();
        assertThat(statements.during(() -> body("/decisions", bolton))).hasSize(one);
    }

    /** Puts it to the members, who answer until 30 November. */
    private void putInWriting(String decision) throws Exception {
        accepted(
                decision + "/circulate",
                coordinator,
                "deadline.day",
                "30",
                "deadline.month",
                "11",
                "deadline.year",
                "2026");
    }
}
