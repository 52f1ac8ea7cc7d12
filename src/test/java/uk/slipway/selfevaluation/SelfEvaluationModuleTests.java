package uk.slipway.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

@ModuleTest
class SelfEvaluationModuleTests {

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    SendForReview send;

    @Autowired
    SignSelfEvaluation sign;

    @Autowired
    ReturnToAuthor returnToAuthor;

    @Autowired
    SubmitSelfEvaluation submit;

    @Autowired
    SaveSection save;

    @Autowired
    StartNewVersion startNewVersion;

    @Autowired
    ShowSelfEvaluation show;

    @Autowired
    ShowSelfEvaluationToPanel showToPanel;

    @Autowired
    EndPanelsReading endPanelsReading;

    @Autowired
    MarkChallenged markChallenged;

    @Autowired
    CloseSelfEvaluation close;

    @Autowired
    SelfEvaluationSummaries summaries;

    CycleView cycle;

    @BeforeEach
    void aCycleIsOpen() {
        cycle = cycles.thisYear();
    }

    private String code(SelfEvaluationId id) {
        return show.asRecord(id, people.officer("Bolton")).sections().getFirst().code();
    }

    @Test
    void startsOnceHoweverOftenItIsAsked() {
        assertThat(evaluations.draft("Bolton")).isEqualTo(evaluations.draft("Bolton"));
    }

    @Test
    void keepsADraftFromEverybodyOutsideItsAuthority() {
        var id = evaluations.signedOff("Bolton");
        for (var stranger :
                List.of(people.officer("Bury"), people.regionalManager(), people.ofsted("Bolton"), people.reader())) {
            assertThatThrownBy(() -> show.asRecord(id, stranger)).isInstanceOf(NotFound.class);
        }
        assertThat(summaries.inCycle(people.regionalManager(), cycle.id()))
                .singleElement()
                .satisfies(summary -> {
                    assertThat(summary.state()).isEqualTo(SelfEvaluationState.SIGNED_OFF);
                    assertThat(summary.readable()).isNull();
                });
        assertThat(summaries.inCycle(people.officer("Bury"), cycle.id())).isEmpty();
    }

    @Test
    void isReadByTheRegionAndItsDataGroupFromSubmission() {
        var id = evaluations.submitted("Bolton");
        var member = people.director("Wigan");
        assertThatThrownBy(() -> show.asDocument(id, member)).isInstanceOf(NotFound.class);
        people.inTheDataGroup(member);
        assertThat(show.asDocument(id, member).head().id()).isEqualTo(id);
        assertThat(show.asDocument(id, people.regionalManager()).head().id()).isEqualTo(id);
        assertThatThrownBy(() -> show.asDocument(id, people.ofsted("Bolton"))).isInstanceOf(NotFound.class);
    }

    @Test
    void isReadByItsPanelUntilThatEnds() {
        var id = evaluations.submitted("Bolton");
        var forum = new RecordRef("forum", Uuid7.next());
        var peer = people.director("Bury");
        people.appoint(peer, AppointmentKind.PEER, forum.id());
        var authority = people.authority("Bolton");
        assertThat(showToPanel.show(authority, cycle.id(), forum, people.regionalManager()))
                .isTrue();
        assertThat(show.asDocument(id, peer).head().id()).isEqualTo(id);
        endPanelsReading.end(authority, cycle.id(), forum, "The forum is over.", people.regionalManager());
        assertThatThrownBy(() -> show.asDocument(id, peer)).isInstanceOf(NotFound.class);
    }

    @Test
    void losesItsSignaturesWhenItIsEdited() {
        var id = evaluations.signedOff("Bolton");
        var officer = people.officer("Bolton");
        int voided = save.save(id, code(id), new SaveSection.Draft("Changed after signing", null, false, 0), officer);
        assertThat(voided).isEqualTo(2);
        var shown = show.asRecord(id, officer);
        assertThat(shown.head().state()).isEqualTo(SelfEvaluationState.IN_REVIEW);
        assertThat(shown.signOffs()).hasSize(2).noneMatch(Reading.SignOffLine::counts);
        assertThatThrownBy(() -> submit.submit(id, "", officer)).isInstanceOf(NotNow.class);
        evaluations.sign(id, people.director("Bolton"));
        evaluations.sign(id, people.leadMember("Bolton"));
        submit.submit(id, "Said so", officer);
    }

    @Test
    void keepsItsSignaturesWhenASectionIsOnlyMarkedComplete() {
        var id = evaluations.signedOff("Bolton");
        assertThat(save.save(id, code(id), new SaveSection.Draft("", null, true, 0), people.officer("Bolton")))
                .isZero();
    }

    @Test
    void isSignedInTheOrderOfTheChain() {
        var id = evaluations.inReview("Bolton");
        assertThatThrownBy(() -> evaluations.sign(id, people.leadMember("Bolton")))
                .isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> evaluations.sign(id, people.officer("Bolton"))).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> evaluations.sign(id, people.director("Bury"))).isInstanceOf(NotFound.class);
    }

    @Test
    void returnsToItsAuthorWithTheReason() {
        var id = evaluations.signedOff("Bolton");
        returnToAuthor.returnIt(id, "Say more about care leavers", people.leadMember("Bolton"));
        var head = show.asRecord(id, people.officer("Bolton")).head();
        assertThat(head.state()).isEqualTo(SelfEvaluationState.DRAFT);
        assertThat(head.returnedBecause()).isEqualTo("Say more about care leavers");
        assertThat(head.signatures()).isZero();
    }

    @Test
    void showsBothTextsWhenTwoPeopleSaveTheSameSection() {
        var id = evaluations.draft("Bolton");
        var section = code(id);
        save.save(id, section, new SaveSection.Draft("First", null, false, 0), people.officer("Bolton"));
        save.save(id, section, new SaveSection.Draft("Theirs", null, false, 1), people.director("Bolton"));
        assertThatThrownBy(() ->
                        save.save(id, section, new SaveSection.Draft("Mine", null, false, 1), people.officer("Bolton")))
                .isInstanceOfSatisfying(SaveSection.Stale.class, stale -> {
                    assertThat(stale.theirs()).isEqualTo("Theirs");
                    assertThat(stale.original()).isEqualTo("First");
                    assertThat(stale.version()).isEqualTo(2);
                });
    }

    @Test
    void makesAPrivateNewVersionWhileReadersSeeTheSubmittedOne() {
        var id = evaluations.draft("Bolton");
        var section = code(id);
        evaluations.write(id, "Bolton", section, "What was submitted");
        evaluations.name(id, "Bolton", section, Point.Kind.STRENGTH, "Example strength: practice weeks");
        var officer = people.officer("Bolton");
        send.send(id, officer);
        evaluations.sign(id, people.director("Bolton"));
        evaluations.sign(id, people.leadMember("Bolton"));
        submit.submit(id, "Said so", officer);
        assertThatThrownBy(() -> save.save(id, section, new SaveSection.Draft("New", null, false, 1), officer))
                .isInstanceOf(NotNow.class);

        var next = startNewVersion.startFrom(id, officer);
        assertThat(startNewVersion.startFrom(id, officer)).isEqualTo(next);
        save.save(next, section, new SaveSection.Draft("What is new", null, false, 0), officer);

        var manager = people.regionalManager();
        assertThatThrownBy(() -> show.asDocument(next, manager)).isInstanceOf(NotFound.class);
        assertThat(show.asDocument(id, manager).sections().getFirst().body()).isEqualTo("What was submitted");
        var summary =
                summaries.of(manager, people.authority("Bolton"), cycle.id()).orElseThrow();
        assertThat(summary.readable()).isEqualTo(id);
        assertThat(summary.number()).isEqualTo(2);

        send.send(next, officer);
        evaluations.sign(next, people.director("Bolton"));
        evaluations.sign(next, people.leadMember("Bolton"));
        submit.submit(next, "Said so", officer);
        var whole = show.asDocument(next, manager);
        assertThat(whole.sections().getFirst().body()).isEqualTo("What is new");
        assertThat(whole.points())
                .extracting(Reading.PointLine::text)
                .containsExactly("Example strength: practice weeks");
    }

    @Test
    void keepsItsPointsInTheirOrderInANewVersion() {
        var id = evaluations.draft("Bolton");
        for (int at = 0; at < 12; at++) {
            evaluations.name(id, "Bolton", code(id), Point.Kind.STRENGTH, "Example strength " + at);
        }
        var officer = people.officer("Bolton");
        send.send(id, officer);
        evaluations.sign(id, people.director("Bolton"));
        evaluations.sign(id, people.leadMember("Bolton"));
        submit.submit(id, "Said so", officer);
        var before = show.asDocument(id, officer);
        var after = show.asDocument(startNewVersion.startFrom(id, officer), officer);
        assertThat(after.points())
                .extracting(Reading.PointLine::text)
                .containsExactlyElementsOf(
                        before.points().stream().map(Reading.PointLine::text).toList());
        assertThat(TextRead.of(after).saysTheSameAs(TextRead.of(before))).isTrue();
    }

    @Test
    void isChallengedAndClosedOnce() {
        evaluations.submitted("Bolton");
        var authority = people.authority("Bolton");
        var manager = people.regionalManager();
        for (int again = 0; again < 2; again++) {
            markChallenged.mark(authority, cycle.id(), manager);
        }
        for (int again = 0; again < 2; again++) {
            close.close(authority, cycle.id(), manager);
        }
        assertThat(summaries.of(manager, authority, cycle.id()).orElseThrow().state())
                .isEqualTo(SelfEvaluationState.CLOSED);
        assertThatThrownBy(() -> markChallenged.mark(authority, cycle.id(), people.director("Bury")))
                .isInstanceOf(NotFound.class);
    }
}
