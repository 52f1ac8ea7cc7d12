package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;

/** Forums for the tests of every room, brought to a step through the real use cases. Moves the clock where a step needs it. */
@Component
public class ForumFixtures {

    /** A working day inside the forums' dates of the tests' cycle. */
    public static final LocalDate DAY = LocalDate.of(2027, 1, 20);

    private final AccountsFixtures people;
    private final CyclesFixtures cycles;
    private final ScheduleForum scheduleForum;
    private final SeatPanel seatPanel;
    private final ConfirmPanel confirmPanel;
    private final IssuePack issuePack;
    private final WriteQuestion writeQuestion;
    private final IssueQuestions issueQuestions;
    private final RespondToQuestion respondToQuestion;
    private final HoldForum holdForum;
    private final ChallengeQuestions questions;
    private final TestClock clock;

    ForumFixtures(
            AccountsFixtures people,
            CyclesFixtures cycles,
            ScheduleForum scheduleForum,
            SeatPanel seatPanel,
            ConfirmPanel confirmPanel,
            IssuePack issuePack,
            WriteQuestion writeQuestion,
            IssueQuestions issueQuestions,
            RespondToQuestion respondToQuestion,
            HoldForum holdForum,
            ChallengeQuestions questions,
            TestClock clock) {
        this.people = people;
        this.cycles = cycles;
        this.scheduleForum = scheduleForum;
        this.seatPanel = seatPanel;
        this.confirmPanel = confirmPanel;
        this.issuePack = issuePack;
        this.writeQuestion = writeQuestion;
        this.issueQuestions = issueQuestions;
        this.respondToQuestion = respondToQuestion;
        this.holdForum = holdForum;
        this.questions = questions;
        this.clock = clock;
    }

    /** An authority's forum of this year, planned for {@link #DAY} from 10am to 3pm. */
    public ForumId planned(String authority) {
        return planned(authority, DAY);
    }

    /** An authority's forum of this year, planned for a day. */
    public ForumId planned(String authority, LocalDate day) {
        return scheduleForum.schedule(
                new ForumId(Uuid7.next()),
                people.authority(authority),
                cycles.thisYear().id(),
                new Sitting(day, LocalTime.of(10, 0), LocalTime.of(15, 0), "Town Hall", null, null, "For a test"),
                people.regionalManager());
    }

    /** The same, with the Director of Wigan, a specialist, a lead, a facilitator and a note taker on its confirmed panel. */
    public ForumId withPanel(String authority) {
        var forum = planned(authority);
        sit(forum, people.director("Wigan"), AppointmentKind.PEER);
        sit(forum, specialist(), AppointmentKind.EDUCATION_SPECIALIST);
        sit(forum, people.dataLead(), AppointmentKind.SOCIAL_CARE_LEAD);
        sit(forum, facilitator(), AppointmentKind.FACILITATOR);
        confirmPanel.confirm(forum, people.regionalManager());
        return forum;
    }

    /** The same, its pack issued. */
    public ForumId withPack(String authority) {
        var forum = withPanel(authority);
        issuePack.issue(forum, people.regionalManager());
        return forum;
    }

    /** The same, with one question issued. */
    public ForumId withQuestions(String authority) {
        var forum = withPack(authority);
        writeQuestion.add(
                forum,
                new QuestionId(Uuid7.next()),
                QuestionSource.DATA_GROUP,
                null,
                "How do you know that early help arrives early?",
                people.dataLead());
        issue(forum);
        return forum;
    }

    /** Its questions go to the authority. */
    public void issue(ForumId forum) {
        issueQuestions.issue(forum, people.regionalManager());
    }

    /** The same, answered. */
    public ForumId withResponses(String authority) {
        var forum = withQuestions(authority);
        answer(forum, authority);
        return forum;
    }

    private void answer(ForumId forum, String authority) {
        var officer = people.officer(authority);
        for (var question : questions.findByForumOrderByPlaceInOrderAscIdAsc(forum)) {
            respondToQuestion.save(forum, question.id(), question.version(), "From our audits.", officer);
        }
        respondToQuestion.send(forum, officer);
    }

    /** The same, held; the clock stands on its day from now on. */
    public ForumId held(String authority) {
        var forum = withResponses(authority);
        hold(forum);
        return forum;
    }

    private void hold(ForumId forum) {
        clock.moveTo(DAY);
        holdForum.hold(forum, people.regionalManager());
    }

    /** A forum whose questions are issued is answered and held; the clock stands on its day from now on. */
    public void answerAndHold(ForumId forum, String authority) {
        answer(forum, authority);
        hold(forum);
    }

    /** The panel's education specialist, who holds no role. */
    public Viewer specialist() {
        return people.appointee(
                "Sam Specialist",
                AppointmentKind.DATA_GROUP,
                people.regionalTeam(RegionCode.NORTH_WEST).value());
    }

    /** The panel's facilitator, a Director. */
    public Viewer facilitator() {
        return people.director("Salford");
    }

    /** The challenge questions of a forum, in their order. */
    public List<UUID> questionsOf(ForumId forum) {
        return questions.findByForumOrderByPlaceInOrderAscIdAsc(forum).stream()
                .map(question -> question.id().value())
                .toList();
    }

    public void sit(ForumId forum, Viewer person, AppointmentKind part) {
        seatPanel.join(forum, person.account(), part, "For a test", people.regionalManager());
    }
}
