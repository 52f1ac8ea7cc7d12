package uk.slipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.TestClock;
import uk.slipway.house.Visitor;

/**
 * A board from its first page to its public record: set up, a meeting with papers, who came, an interest, a decision under each
 * protocol, minutes that two write at once. Told twice, with JavaScript and without.
 */
@JourneyTest
class BoardJourneyTests {

    private static final String PASSWORD = "teapot-meadow-crane";
    private static final LocalDate MEETING = LocalDate.of(2026, 11, 30);

    @Autowired
    AccountsFixtures accounts;

    @Autowired
    TestClock clock;

    private final Map<String, Visitor> people = new HashMap<>();

    @Test
    void aBoardMeetsAndDecides(Chromium chromium) {
        tell(chromium::visitor, true);
    }

    @Test
    void aBoardMeetsAndDecidesWithoutJavaScript(Chromium chromium) {
        tell(chromium::visitorWithoutJavaScript, false);
    }

    private void tell(Supplier<Visitor> visitor, boolean script) {
        arrives(visitor, "clerk", "Kit Lane", Role.PARTNERSHIP_COORDINATOR, "North West regional team");
        arrives(visitor, "chair", "Ash Croft", Role.BOARD_PARTNER, "Diocese of Manchester (Church of England)");
        arrives(visitor, "wigan", "Wren Adler", Role.DIRECTOR, "Wigan");
        arrives(visitor, "bury", "Bryn Lowe", Role.DIRECTOR, "Bury");
        arrives(visitor, "stranger", "Robin Wold", Role.READER, "West Midlands regional team");
        try {
            theBoardIsSetUp();
            theMeetingIsSetUp();
            theBoardMeets(script);
            itIsDecidedInWriting();
            theMinutesBecomeTheRecord();
        } finally {
            people.values().forEach(Visitor::close);
        }
    }

    private void arrives(Supplier<Visitor> visitor, String who, String name, Role role, String organisation) {
        accounts.canSignIn(name, who + "@board.example", role, organisation, PASSWORD);
        var person = visitor.get();
        people.put(who, person);
        person.signIn(who + "@board.example", PASSWORD);
    }

    private Visitor as(String who) {
        return java.util.Objects.requireNonNull(people.get(who));
    }

    private void theBoardIsSetUp() {
        var clerk = as("clerk");
        clerk.open("/").goTo("Board").sees("The region’s boards will be here").press("Add a board");
        clerk.fill("Name", "Regional board")
                .choose("Regional board")
                .fill("What is it for?", "Partners agree priorities for schools together.")
                .fill("From which day does it exist?", LocalDate.of(2026, 9, 1))
                .press("Save the board")
                .sees("The board has set no terms yet");
        clerk.follow("Set its area")
                .fill("From which day?", LocalDate.of(2026, 9, 1))
                .choose("Wigan")
                .choose("Bury")
                .press("Save the area");
        clerk.follow("Set its terms")
                .fill("From which day is it in force?", LocalDate.of(2026, 9, 1))
                .fill("What may the board decide?", "Agree the region’s priorities\nAgree what support costs")
                .fill("How many voting members must take part in a decision?", "2")
                .choose("Consensus")
                .fill("Words for consensus", "Nobody objects.")
                .fill("Words for a majority", "More for than against.")
                .fill("Words for the chair’s action", "What cannot wait.")
                .fill("Words for advice", "Advice to partners.");
        clerk.fill("What happens where a member has an interest?", "They withdraw.")
                .press("Set these terms")
                .sees("At least 2 voting members.");
        seat("chair", "Diocese of Manchester (Church of England)", "Diocese", "Chair");
        seat("wigan", "Wigan", "Local authority", "Member");
        seat("bury", "Bury", "Local authority", "Member");
        clerk.follow("Review of membership")
                .sees("Member types without a member")
                .open(board());
        as("stranger").open(board()).sees("Agree what support costs").seesNothingOf("Set up a meeting");
    }

    private String board = "";

    private String board() {
        if (board.isEmpty()) {
            board = as("clerk").path();
        }
        return board;
    }

    private void seat(String who, String organisation, String type, String role) {
        var clerk = as("clerk");
        board();
        clerk.open(board)
                .follow("Add a member")
                .fill("E-mail address they sign in with", who + "@board.example")
                .select("Organisation", organisation)
                .select("Type of member", type)
                .choose(role)
                .fill("First day of the term", LocalDate.of(2026, 9, 1))
                .press("Save the member")
                .sees(organisation);
    }

    private String meeting = "";

    private void theMeetingIsSetUp() {
        var clerk = as("clerk");
        clerk.open(board)
                .follow("Set up a meeting")
                .fill("Title", "Winter meeting")
                .fill("On which day?", MEETING)
                .fill("Starts at", "10:30")
                .fill("Where, or how to join", "Town hall")
                .press("Set the meeting up")
                .sees("Add its first item");
        meeting = clerk.path();
        item("Reading", false);
        item("Costs", false);
        item("A matter of confidence", true);
        clerk.follow("Add a paper to Reading").fill("Title of the paper", "Reading in Year 6");
        clerk.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("reading.pdf", "application/pdf", pdf()));
        clerk.press("Add the paper")
                .sees("Reading in Year 6")
                .picture("coordinator-agenda")
                .press("Send the agenda out")
                .sees("Agenda sent out");
        as("bury")
                .open(meeting)
                .sees("Reading in Year 6")
                .press("Send my apologies")
                .press("I can come after all");
        as("stranger").isAnswered(404, meeting);
    }

    private void item(String title, boolean restricted) {
        var clerk = as("clerk");
        clerk.open(meeting)
                .follow("Add an item")
                .fill("Title", title)
                .choose("Decision")
                .fill("How many minutes?", "20");
        if (restricted) {
            clerk.choose("Restricted to voting members");
        }
        clerk.press("Save the item").sees(title);
    }

    private static byte[] pdf() {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void theBoardMeets(boolean script) {
        clock.moveTo(MEETING);
        var clerk = as("clerk");
        clerk.open(meeting).follow("Record who came").press("Save who came").sees("Present");
        as("wigan")
                .open(meeting)
                .follow("Declare an interest in Costs")
                .sees("They withdraw.")
                .fill("What is the interest?", "The authority is paid for it")
                .press("Declare the interest")
                .sees("declared an interest and withdrew");

        propose("Reading", "Work on reading", "Consensus");
        clerk.press("Put it to the board")
                .sees("Quorate: 3 voting members take part")
                .press("Record the outcome");
        clerk.sees("Agreed by consensus").sees("Clause 1");

        propose("Costs", "Share the costs", "Majority");
        clerk.press("Put it to the board").sees("Quorate: 2 voting members take part after 1 withdrawal");
        as("chair").open(clerk.path()).picture("chair-decision");
        votes("Ash Croft, Diocese of Manchester (Church of England)", "For");
        as("bury")
                .open(clerk.path())
                .select("Whose vote?", "Bryn Lowe, Bury (you)")
                .choose("Against")
                .press("Record the vote");
        clerk.open(clerk.path()).press("Record the outcome").sees("Not carried");

        propose("Reading", "Tell schools", "Advisory");
        clerk.press("Put it to the board").press("Record the outcome").sees("Given as advice");

        minute("Reading", "Agreed to work on reading.", script);
        minute("Costs", "No majority was found.", script);
        minute("A matter of confidence", "Heard in confidence.", script);
        assertThat(clerk.open(meeting + "/minutes").page().getByLabel("Minute of Reading"))
                .hasValue("Agreed to work on reading.");
    }

    private void propose(String item, String title, String protocol) {
        as("clerk")
                .open(meeting)
                .follow("Propose a decision under " + item)
                .fill("Title", title)
                .fill("What is decided?", "The board agrees: " + title)
                .choose(protocol)
                .select("Which clause of the remit covers it?", "Clause 1: Agree the region’s priorities")
                .press("Save the proposal");
    }

    private void votes(String who, String answer) {
        as("clerk").select("Whose vote?", who).choose(answer).press("Record the vote");
    }

    /** With script it is saved as it is typed; without, by the button. */
    private void minute(String item, String words, boolean script) {
        var clerk = as("clerk");
        clerk.open(meeting + "/minutes");
        if (script) {
            clerk.fill("Minute of " + item, "");
            var field = clerk.page().getByLabel("Minute of " + item);
            field.pressSequentially(words);
            clerk.page()
                    .locator("form", new com.microsoft.playwright.Page.LocatorOptions().setHas(field))
                    .getByText("Saved", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .waitFor();
        } else {
            clerk.fill("Minute of " + item, words).press("Save the minute of " + item);
        }
    }

    private void itIsDecidedInWriting() {
        var clerk = as("clerk");
        clerk.open(board)
                .follow("Propose a decision outside a meeting")
                .fill("Title", "Move a visit")
                .fill("What is decided?", "The visit is moved")
                .choose("Chair’s action")
                .select("Which clause of the remit covers it?", "Clause 1: Agree the region’s priorities")
                .press("Save the proposal")
                .press("Put it to the board");
        as("chair")
                .open("/")
                .follow("Take the chair’s action on decision 4 of Regional board")
                .press("Record the outcome");
        as("chair").sees("Decided by the chair’s action");

        clerk.open(board)
                .follow("Propose a decision outside a meeting")
                .fill("Title", "A plan on one page")
                .fill("What is decided?", "The plan is agreed")
                .choose("Majority")
                .select("Which clause of the remit covers it?", "Clause 1: Agree the region’s priorities")
                .press("Save the proposal")
                .fill("Last day to answer in writing", MEETING.plusDays(7))
                .press("Put it to the board")
                .sees("In writing until 7 December 2026");
        for (var who : new String[] {"chair", "wigan", "bury"}) {
            as(who).open("/")
                    .follow("Vote on decision 5 of Regional board")
                    .choose("For")
                    .press("Record the vote");
        }
        clerk.open(clerk.path()).press("Record the outcome").sees("Carried by majority");
        as("stranger")
                .open("/decisions")
                .sees("A plan on one page")
                .follow("Share the costs")
                .sees("Not carried");
    }

    private void theMinutesBecomeTheRecord() {
        as("chair")
                .open(meeting)
                .press("Minutes")
                .picture("chair-minutes")
                .press("Clear the minutes")
                .sees("to be circulated");
        var clerk = as("clerk");
        clerk.open(meeting).press("Circulate the minutes").sees("the next meeting is asked to approve them");
        clock.moveTo(MEETING.plusDays(28));
        clerk.open(meeting)
                .follow("Set up another like this")
                .fill("On which day?", MEETING.plusDays(28))
                .press("Set it up");
        clerk.follow("Record who came").press("Save who came");
        clerk.open(meeting)
                .press("The next meeting has approved them")
                .follow("Public record")
                .sees("Agreed to work on");
        as("stranger")
                .open(board)
                .follow("Monday 30 November 2026")
                .sees("Agreed to work on reading.")
                .sees("Agreed by consensus")
                .seesNothingOf("Heard in confidence");
    }
}
