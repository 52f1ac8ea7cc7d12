package uk.slipway;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.datasets.DatasetsFixtures;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.TestClock;
import uk.slipway.house.Visitor;
import uk.slipway.indicators.IndicatorsFixtures;
import uk.slipway.indicators.Polarity;
import uk.slipway.meetings.MeetingFixtures;
import uk.slipway.partnership.BoardFixtures;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;

/**
 * A priority, from a published figure to a decision under each protocol, to an action, to the figure of the next routine. With
 * JavaScript and without.
 */
@JourneyTest
class RoadmapJourneyTests {

    private static final String PASSWORD = "teapot-meadow-crane";
    private static final String PRIORITY = "Example priority: every child in school";
    private static final String ACTION = "Example action: name the schools that take part";
    private static final String FIGURE = "Example absence (Example heading)";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures boards;

    @Autowired
    MeetingFixtures meetings;

    @Autowired
    DatasetsFixtures datasets;

    @Autowired
    IndicatorsFixtures indicators;

    @Autowired
    TestClock clock;

    @Test
    void aPriorityGoesFromAFigureToDecisionsToAnActionToTheNextFigure(Chromium chromium) {
        tell(chromium::visitor);
    }

    @Test
    void aPriorityGoesFromAFigureToDecisionsToAnActionToTheNextFigureWithoutJavaScript(Chromium chromium) {
        tell(chromium::visitorWithoutJavaScript);
    }

    private void tell(Supplier<Visitor> visitors) {
        var lead = people.dataLead();
        var dataset = datasets.publish(
                lead,
                "Absence",
                "2025",
                "2024 England 11 Region 13 Bolton 16 Bury 9",
                "2025 England 10 Region 12 Bolton 15 Bury 11");
        indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        var coordinator = people.coordinator();
        var partner = people.boardPartner("anna", "Diocese of Salford");
        var chairs = people.boardPartner("ben", "Diocese of Manchester");
        List.of(coordinator, partner, chairs).forEach(person -> people.hasPassword(person, PASSWORD));
        var board = boards.board("Example board", 2);
        var seats = List.of(boards.seat(board, partner, BoardRole.MEMBER), boards.seat(board, chairs, BoardRole.CHAIR));
        var meeting = meetings.meeting(coordinator, board, TODAY);
        meetings.item(coordinator, meeting, "Priorities", false);
        meetings.held(coordinator, meeting, seats);
        try (var clerk = visitors.get();
                var member = visitors.get();
                var chair = visitors.get()) {
            clerk.signIn("coordinator@region.example", PASSWORD);
            member.signIn("partner@anna.example", PASSWORD);
            chair.signIn("partner@ben.example", PASSWORD);
            var seat = partner.name() + ", " + partner.organisationName();
            var priority = thePriorityIsSet(clerk);
            theMeetingDecides(clerk, "/meetings/" + meeting.value());
            theBoardDecidesInWritingAndTheChairAlone(clerk, List.of(member, chair), board);
            theActionFollowsFromADecision(clerk, priority, seat);
            theActionIsDoneAndVerified(clerk, member);
            thePartnersPlanBacksIt(member);
            theFirstFiguresAreGathered(clerk, member, seat);
            datasets.publish(
                    lead,
                    "Absence",
                    "2026",
                    "2025 England 10 Region 12 Bolton 15 Bury 11",
                    "2026 England 10 Region 11.5 Bolton 14 Bury 11");
            clock.moveTo(LocalDate.of(2027, 2, 23));
            clerk.open("/monitoring")
                    .follow("Example board")
                    .follow("Example routine")
                    .press("Gather the figures now")
                    .sees("14.0%")
                    .sees("4.0 percentage points above England");
            clerk.open(priority).sees("11.5% in 2026, behind the line to the target (11.0% then)");
            clerk.picture("coordinator-priority");
            member.open("/roadmap")
                    .follow("Example board")
                    .assertPageIs("Roadmap: Example board")
                    .sees(PRIORITY);
            clerk.open("/roadmap").follow("Example board").picture("coordinator-roadmap");
        }
    }

    private static String thePriorityIsSet(Visitor clerk) {
        clerk.open("/roadmap")
                .follow("Example board")
                .press("Set a priority")
                .fill("Priority", PRIORITY)
                .fill("What will be different?", "Example outcome: fewer days are missed.")
                .fill("First day", LocalDate.of(2026, 9, 1))
                .fill("Last day", LocalDate.of(2029, 8, 31))
                .press("Save and continue")
                .assertPageIs(PRIORITY);
        var address = clerk.path();
        clerk.unfold("Set a target for a published figure")
                .select("Which published figure?", FIGURE)
                .fill("Target", "8")
                .fill("Year of the target", "2029")
                .press("Set the target")
                .sees("From 12.0% in 2025 to 8.0% in 2029");
        clerk.unfold("Say how it stands")
                .choose("On track")
                .fill("Why?", "Example commentary: six schools take part.")
                .press("Save how it stands")
                .sees("Example commentary: six schools take part.");
        return address;
    }

    private static Visitor proposed(Visitor clerk, String title, String protocol) {
        return clerk.fill("Title", "Example decision: " + title)
                .fill("What is decided?", "Example text: the board agrees what the paper proposes.")
                .choose(protocol)
                .select("Which clause of the remit covers it?", "Clause 1: Agree the region’s priorities")
                .select("Which priority is it about? (optional)", "Priority: " + PRIORITY)
                .press("Save the proposal");
    }

    private static void theMeetingDecides(Visitor clerk, String meeting) {
        clerk.open(meeting).follow("Propose a decision under Priorities");
        proposed(clerk, "begin with six schools", "Consensus")
                .press("Put it to the board")
                .sees("Quorate: 2 voting members take part")
                .press("Record the outcome")
                .sees("Agreed by consensus");
        clerk.open(meeting).follow("Propose a decision under Priorities");
        proposed(clerk, "tell all schools", "Advisory")
                .press("Put it to the board")
                .press("Record the outcome")
                .sees("Given as advice");
    }

    private static void theBoardDecidesInWritingAndTheChairAlone(Visitor clerk, List<Visitor> voters, BoardId board) {
        var address = "/boards/" + board.value();
        clerk.open(address).follow("Propose a decision outside a meeting");
        proposed(clerk, "share the costs", "Majority")
                .fill("Last day to answer in writing", TODAY.plusDays(7))
                .press("Put it to the board")
                .sees("Not quorate yet");
        var written = clerk.path();
        var chair = voters.getLast();
        for (var voter : voters) {
            voter.open("/").follow("Vote on decision 3 of Example board").choose("For");
            if (voter == chair) {
                voter.picture("chair-votes");
            }
            voter.press("Record the vote");
        }
        clerk.open(written).press("Record the outcome").sees("Carried by majority");
        clerk.open(address).follow("Propose a decision outside a meeting");
        proposed(clerk, "answer a letter", "Chair’s action").press("Put it to the board");
        chair.open("/")
                .follow("Take the chair’s action on decision 4 of Example board")
                .press("Record the outcome")
                .sees("Decided by the chair’s action");
    }

    private static void theActionFollowsFromADecision(Visitor clerk, String priority, String seat) {
        clerk.open(priority)
                .unfold("Set an action")
                .fill("What is to be done?", ACTION)
                .select("Who on the board owns it?", seat)
                .fill("By when?", LocalDate.of(2026, 12, 15))
                .select(
                        "Which decision does it follow from? (optional)",
                        "Decision 1: Example decision: begin with six schools")
                .press("Set the action")
                .sees(ACTION);
        clerk.open("/decisions")
                .follow("Example decision: begin with six schools")
                .follow("See the whole thread")
                .sees(PRIORITY)
                .sees(ACTION);
    }

    private static void theActionIsDoneAndVerified(Visitor clerk, Visitor member) {
        member.open("/")
                .follow("Do the action: " + ACTION)
                .press("Begin work on it")
                .fill("What was done?", "Example words: twelve schools are named.")
                .press("It is done")
                .sees("Done, not verified yet");
        clerk.open("/")
                .follow("Verify the action: " + ACTION)
                .press("Verify that it is done")
                .sees("Done and verified");
    }

    private static void thePartnersPlanBacksIt(Visitor member) {
        member.open("/roadmap")
                .follow("Example board")
                .follow("Who backs which priority")
                .press("Enter the aims of your plan")
                .fill("Aims, one on each line", "Example aim: no child without a school")
                .press("Add them")
                .choose(PRIORITY)
                .press("Save what it backs: Example aim: no child without a school")
                .open("/roadmap")
                .follow("Example board")
                .follow("Who backs which priority")
                .sees("Every priority is backed by a partner’s plan");
    }

    private static void theFirstFiguresAreGathered(Visitor clerk, Visitor member, String seat) {
        clerk.open("/monitoring")
                .follow("Example board")
                .press("Set up a routine")
                .fill("Name of the routine", "Example routine")
                .choose("Every quarter")
                .fill("On which day next?", TODAY)
                .select("Who reports to the board?", seat)
                .press("Save and continue")
                .select("Which published figure?", FIGURE)
                .choose("Worse than England by more than a margin")
                .fill("Margin or value", "2")
                .press("Watch it")
                .press("Gather the figures now")
                .sees("5.0 percentage points above England");
        member.open("/")
                .follow("Say what 1 figure means: Example routine")
                .follow("Say what it means: Example absence")
                .fill("What do the figures mean?", "Example commentary: what lies behind the figures.")
                .press("Save")
                .sees("Example commentary: what lies behind the figures.");
    }
}
