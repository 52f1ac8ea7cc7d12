package uk.slipway.peerchallenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

@ModuleTest
class ForumModuleTests {

    @Autowired
    ForumFixtures forums;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    ForumSummaries summaries;

    @Autowired
    ScheduleForum scheduleForum;

    @Autowired
    SeatPanel seatPanel;

    @Autowired
    ConfirmPanel confirmPanel;

    @Autowired
    IssuePack issuePack;

    @Autowired
    HoldForum holdForum;

    @Autowired
    StopForum stopForum;

    @Autowired
    MarkHeadlinesDrafted markHeadlinesDrafted;

    @Autowired
    MarkHeadlinesAgreed markHeadlinesAgreed;

    @Autowired
    MarkConversationHeld markConversationHeld;

    @Autowired
    CloseForum closeForum;

    @Autowired
    DeclareConflict declareConflict;

    @Autowired
    SendKeyLine sendKeyLine;

    @Autowired
    RecordAttendance recordAttendance;

    @Autowired
    WriteForumNotes writeForumNotes;

    @Autowired
    ShowCapture showCapture;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock clock;

    private ForumState stateOf(ForumId forum) {
        return summaries.find(people.regionalManager(), forum).orElseThrow().state();
    }

    @Test
    void aForumGoesThroughEveryStepOfItsYear() {
        var manager = people.regionalManager();
        var forum = forums.held("Bolton");
        assertThat(stateOf(forum)).isEqualTo(ForumState.HELD);
        markHeadlinesDrafted.mark(forum, manager);
        assertThat(stateOf(forum)).isEqualTo(ForumState.HEADLINES_DRAFT);
        markHeadlinesAgreed.mark(forum, people.director("Bolton"));
        markConversationHeld.mark(forum, people.ofsted("Bolton"));
        closeForum.close(forum, manager);
        assertThat(stateOf(forum)).isEqualTo(ForumState.CLOSED);
        assertThat(trail.of(forum.asRecord()))
                .extracting(TrailEntry::what)
                .contains(
                        "scheduled the forum for Wednesday 20 January 2027",
                        "confirmed the panel",
                        "issued the pack to the panel",
                        "sent the written responses",
                        "closed the forum");
    }

    @Test
    void aStepMadeTwiceHasOneEffect() {
        var forum = forums.withPack("Bolton");
        int before = trail.of(forum.asRecord()).size();
        for (int time = 0; time < 10; time++) {
            issuePack.issue(forum, people.regionalManager());
        }
        assertThat(trail.of(forum.asRecord())).hasSize(before);
    }

    @Test
    void aStepCannotBeSkipped() {
        var forum = forums.planned("Bolton");
        assertThatThrownBy(() -> issuePack.issue(forum, people.regionalManager()))
                .isInstanceOf(OutOfStep.class);
        assertThatThrownBy(() -> markHeadlinesDrafted.mark(forum, people.regionalManager()))
                .isInstanceOf(OutOfStep.class);
    }

    @Test
    void isNotHeldBeforeItsDay() {
        var forum = forums.withResponses("Bolton");
        assertThatThrownBy(() -> holdForum.hold(forum, people.regionalManager()))
                .isInstanceOf(OutOfStep.class)
                .hasMessage("The day of the forum is still ahead.");
    }

    @Test
    void anAuthorityHasOneForumAYear() {
        var first = forums.planned("Bolton");
        var second = forums.planned("Bolton");
        assertThat(second).isEqualTo(first);
        stopForum.cancel(first, "The authority is being inspected", people.regionalManager());
        assertThat(forums.planned("Bolton")).isNotEqualTo(first);
    }

    @Test
    void aPostponedForumGoesOnFromWhereItStood() {
        var manager = people.regionalManager();
        var forum = forums.withPack("Bolton");
        stopForum.postpone(forum, "The venue is flooded", manager);
        assertThat(stateOf(forum)).isEqualTo(ForumState.POSTPONED);
        scheduleForum.place(forum, LocalDate.of(2027, 2, 3), null, manager);
        assertThat(stateOf(forum)).isEqualTo(ForumState.PACK_ISSUED);
    }

    @Test
    void thePanelSeesTheForumFromConfirmationAndUntilItLeaves() {
        var wigan = people.director("Wigan");
        var forum = forums.planned("Bolton");
        forums.sit(forum, wigan, AppointmentKind.PEER);
        assertThat(summaries.find(wigan, forum)).isEmpty();
        confirmPanel.confirm(forum, people.regionalManager());
        assertThat(summaries.find(wigan, forum)).isPresent();
        seatPanel.leave(forum, wigan.account(), people.regionalManager());
        assertThat(summaries.find(wigan, forum)).isEmpty();
    }

    @Test
    void aCancelledForumIsNoLongerThePanels() {
        var forum = forums.withPack("Bolton");
        stopForum.cancel(forum, "The authority is being inspected", people.regionalManager());
        assertThat(summaries.find(people.director("Wigan"), forum)).isEmpty();
        assertThat(directory.appointedTo(forum.value(), Set.of(AppointmentKind.PEER)))
                .isEmpty();
        assertThat(summaries.find(people.director("Bolton"), forum)).isPresent();
    }

    @Test
    void strangersDoNotSeeAForum() {
        var forum = forums.held("Bolton");
        for (var stranger : List.of(
                people.director("Bury"),
                people.accountManager("Bolton"),
                people.reader(),
                people.administrator(),
                people.managerOf(new RegionCode("E12000003")))) {
            assertThat(summaries.find(stranger, forum)).as(stranger.actingAs()).isEmpty();
        }
        assertThat(summaries.find(people.officer("Bolton"), forum)).isPresent();
    }

    @Test
    void ofstedSeesOnlyThatThereIsAForumAndItsDay() {
        var forum = forums.withQuestions("Bolton");
        var cycle = cycles.thisYear().id();
        var seen = summaries.of(people.ofsted("Bolton"), people.authority("Bolton"), cycle);
        assertThat(seen).map(ForumSummary::date).contains(ForumFixtures.DAY);
        assertThat(seen).map(ForumSummary::state).contains(ForumState.PLANNED);
        assertThat(summaries.find(people.ofsted("Bury"), forum)).isEmpty();
        assertThatThrownBy(() -> showCapture.of(forum, people.ofsted("Bolton"))).isInstanceOf(NotFound.class);
    }

    @Test
    void aDirectorIsNoPeerOfTheirOwnAuthority() {
        var forum = forums.planned("Bolton");
        assertThatThrownBy(() -> forums.sit(forum, people.director("Bolton"), AppointmentKind.PEER))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("cannot be its peer");
    }

    @Test
    void aDeclaredConflictKeepsADirectorOffThePanel() {
        var wigan = people.director("Wigan");
        declareConflict.declare(Uuid7.next(), people.authority("Bolton"), "My sister works there", wigan);
        declareConflict.declare(Uuid7.next(), people.authority("Bolton"), "My sister works there", wigan);
        assertThat(declareConflict.seenBy(wigan)).hasSize(1);
        var forum = forums.planned("Bolton");
        assertThatThrownBy(() -> forums.sit(forum, wigan, AppointmentKind.PEER)).isInstanceOf(RuleBroken.class);
        declareConflict.withdraw(declareConflict.seenBy(wigan).getFirst().id(), wigan);
        forums.sit(forum, wigan, AppointmentKind.PEER);
    }

    @Test
    void aPanelHasAtMostSevenPeers() {
        var forum = forums.planned("Bolton");
        for (var authority : List.of("Wigan", "Bury", "Salford", "Oldham", "Rochdale", "Stockport", "Tameside")) {
            forums.sit(forum, people.director(authority), AppointmentKind.PEER);
        }
        assertThatThrownBy(() -> forums.sit(forum, people.director("Trafford"), AppointmentKind.PEER))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("at most 7");
    }

    @Test
    void nobodySitsInTwoForumsAtOnceWithoutAReason() {
        var wigan = people.director("Wigan");
        var bolton = forums.planned("Bolton");
        var bury = forums.planned("Bury");
        forums.sit(bolton, wigan, AppointmentKind.PEER);
        var manager = people.regionalManager();
        assertThatThrownBy(() -> seatPanel.join(bury, wigan.account(), AppointmentKind.PEER, null, manager))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("at the same time");
        seatPanel.join(bury, wigan.account(), AppointmentKind.PEER, "Comes for the afternoon", manager);
    }

    @Test
    void aDayThatBreaksARuleNeedsAReason() {
        var forum = forums.planned("Bolton");
        var manager = people.regionalManager();
        var saturday = LocalDate.of(2027, 1, 23);
        assertThatThrownBy(() -> scheduleForum.place(forum, saturday, null, manager))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("weekend");
        var late = LocalDate.of(2027, 4, 14);
        assertThatThrownBy(() -> scheduleForum.place(forum, late, null, manager))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("outside this year’s dates");
        scheduleForum.place(forum, saturday, "Everybody can come", manager);
    }

    @Test
    void aKeyLineOfEnquiryBecomesAQuestionAndIsNotSeenByTheAuthority() {
        var inspector = people.ofsted("Bolton");
        var forum = forums.planned("Bolton");
        var line = Uuid7.next();
        sendKeyLine.send(line, people.authority("Bolton"), null, "How good is supervision?", inspector);
        sendKeyLine.send(line, people.authority("Bolton"), null, "How good is supervision?", inspector);
        assertThat(sendKeyLine.seenBy(inspector)).hasSize(1);
        assertThat(sendKeyLine.seenBy(people.dataLead())).hasSize(1);
        assertThat(sendKeyLine.seenBy(people.director("Bolton"))).isEmpty();
        assertThat(sendKeyLine.seenBy(people.ofsted("Bury"))).isEmpty();
        sendKeyLine.turnIntoQuestion(
                line, Uuid7.next(), null, "How do you know that supervision helps?", people.dataLead());
        assertThat(forums.questionsOf(forum)).hasSize(1);
        assertThat(sendKeyLine.seenBy(inspector).getFirst().outcome()).startsWith("Became a question");
    }

    @Test
    void onlyTheLinkSendsKeyLinesAndOnlyBeforeTheForum() {
        var bolton = people.authority("Bolton");
        assertThatThrownBy(() -> sendKeyLine.send(Uuid7.next(), bolton, null, "Why?", people.ofsted("Bury")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sendKeyLine.send(Uuid7.next(), bolton, null, "Why?", people.director("Bolton")))
                .isInstanceOf(NotYours.class);
        forums.held("Bolton");
        assertThatThrownBy(() -> sendKeyLine.send(Uuid7.next(), bolton, null, "Why?", people.ofsted("Bolton")))
                .isInstanceOf(OutOfStep.class);
    }

    @Test
    void whoTakesNotesAndWhoTicksNamesDoNotStopEachOther() {
        var forum = forums.held("Bolton");
        var manager = people.regionalManager();
        var facilitator = forums.facilitator();
        writeForumNotes.write(forum, -1, "First", manager);
        recordAttendance.record(forum, -1, Set.of(people.director("Wigan").account()), "Anna Example", facilitator);
        writeForumNotes.write(forum, 0, "Second", manager);
        assertThatThrownBy(() -> writeForumNotes.write(forum, 0, "Third", facilitator))
                .isInstanceOf(EditConflict.class);
        var view = showCapture.of(forum, people.director("Bolton"));
        assertThat(view.notes()).isEqualTo("Second");
        assertThat(view.mayWrite()).isFalse();
        assertThat(view.panel())
                .filteredOn(CaptureView.Attendee::present)
                .extracting(CaptureView.Attendee::name)
                .containsExactly("Director of Children's Services of Wigan");
        assertThatThrownBy(() -> writeForumNotes.write(forum, 1, "Mine", people.director("Bolton")))
                .isInstanceOf(NotYours.class);
    }
}
