package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.TestClock;
import uk.slipway.house.Visitor;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

/**
 * Somebody asks about fostering on a phone, an adviser and an authority go the way with them, and the evaluation counts
 * them. Told twice, with JavaScript and without.
 */
@JourneyTest
class FosterEnquiryJourneyTests {

    private static final String PASSWORD = "seven kingfishers by the weir";
    private static final String AUTHORITY = "Exampleton";

    @Autowired
    AccountsFixtures accounts;

    @Autowired
    AddFictitiousAuthorities fictitiousAuthorities;

    @Autowired
    TestClock clock;

    @Test
    void fromThePublicFormToApprovalAndIntoTheEvaluation(Chromium chromium) {
        tell(chromium::visitor);
    }

    @Test
    void fromThePublicFormToApprovalAndIntoTheEvaluationWithoutJavaScript(Chromium chromium) {
        tell(chromium::visitorWithoutJavaScript);
    }

    private void tell(Supplier<Visitor> visitors) {
        fictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of(AUTHORITY));
        clock.moveTo(LocalDate.of(2026, Month.SEPTEMBER, 7));
        accounts.canSignIn(
                "Ada Brook", "adviser@region.example", Role.FRONT_DOOR_ADVISER, "North West regional team", PASSWORD);
        accounts.canSignIn("Finn Marsh", "fostering@exampleton.example", Role.FOSTERING_OFFICER, AUTHORITY, PASSWORD);
        accounts.canSignIn(
                "Mary Regis", "manager@region.example", Role.REGIONAL_MANAGER, "North West regional team", PASSWORD);
        try (var adviser = visitors.get();
                var officer = visitors.get();
                var manager = visitors.get();
                var person = visitors.get()) {
            adviser.signIn("adviser@region.example", PASSWORD);
            theAdviserOpensTheFrontDoor(adviser);
            somebodyAsksOnAPhone(person);
            theAdviserCallsAndHandsOver(adviser);
            officer.signIn("fostering@exampleton.example", PASSWORD);
            theAuthorityGoesOnToApproval(officer);
            theEvaluationCountsThem(adviser);
            manager.signIn("manager@region.example", PASSWORD);
            theRegionSeesNumbersAlone(manager);
            thePersonAsksForTheirData(officer);
        }
    }

    private static void theAdviserOpensTheFrontDoor(Visitor adviser) {
        adviser.open("/")
                .goTo("Fostering enquiries")
                .sees("Your region has no front door yet")
                .follow("Set up the front door")
                .fill("Name", "Example front door")
                .fill("Telephone number (optional)", "0161 496 0000")
                .fill("Enquiry: until the person is contacted", "2")
                .press("Save")
                .sees("Publish a privacy notice")
                .press("Write the next version")
                .fill("Text", "## Who we are\n\nAn example front door.")
                .press("Publish")
                .follow(AUTHORITY + " (fictitious)")
                .fill("First day on which it takes part", LocalDate.of(2026, Month.SEPTEMBER, 1))
                .press("Save")
                .sees("The public form is open");
        adviser.follow("Benchmarks").assertPageIs("Benchmarks");
        adviser.open("/enquiries/front-door")
                .follow("Campaigns")
                .press("Add a campaign")
                .fill("Name", "Example: buses")
                .fill("Code", "buses")
                .fill("First day", LocalDate.of(2026, Month.SEPTEMBER, 1))
                .fill("Cost in pounds (optional)", "1,200")
                .press("Save")
                .sees("/foster?c=buses")
                .picture("adviser-campaigns");
    }

    private void somebodyAsksOnAPhone(Visitor person) {
        person.page().setViewportSize(360, 740);
        person.open("/foster?c=buses").assertPageIs("Could you foster?").sees("within 2 working days");
        fits(person);
        person.press("Start").assertPageIs("Before you ask us");
        fits(person);
        person.isAnswered(422, "/foster/you?c=buses").assertPageIs("Error: Before you ask us");
        fits(person);
        answers(person, "yes", "no", "I am not sure");
        person.press("Continue").assertPageIs("Other ways to help");
        fits(person);
        person.open("/foster/questions?c=buses");
        answers(person, "yes", "yes", "Bolton");
        person.press("Continue").assertPageIs("Bolton does not take part here");
        fits(person);
        person.open("/foster/questions?c=buses");
        answers(person, "yes", "yes", AUTHORITY + " (fictitious)");
        person.press("Continue").assertPageIs("How can we reach you?");
        fits(person);
        clock.advance(Duration.ofMinutes(2));
        person.page().locator("main form button[type=submit]").click();
        person.page().locator(".govuk-error-summary").waitFor();
        person.assertPageIs("Error: How can we reach you?");
        clock.advance(Duration.ofMinutes(2));
        person.fill("Your name", "Sam Specimen")
                .choose("Call me")
                .fill("Telephone number", "01632 960123")
                .fill("E-mail address", "sam@enquirer.example");
        person.page().getByText("Tell us more, if you like").click();
        person.choose("Young people from 11 to 18")
                .fill("Anything you would like us to know (optional)", "We have a quiet room at the back.")
                .choose("You may keep what I told you and contact me about fostering")
                .press("Send")
                .assertPageIs("We have your question")
                .sees("FE-");
        fits(person);
        assertThat(person.page().context().cookies())
                .as("cookies of somebody who asks")
                .isEmpty();
        person.follow("How we use what you tell us").sees("An example front door.");
    }

    private static void answers(Visitor person, String over21, String room, String council) {
        person.page().locator("input[name=over21][value=" + over21 + "]").check();
        person.page().locator("input[name=room][value=" + room + "]").check();
        person.select("Which council area do you live in?", council);
    }

    /** Nothing is wider than the phone. */
    private static void fits(Visitor person) {
        assertThat(person.page().locator("html").evaluate("html => html.scrollWidth"))
                .as("width of %s", person.page().url())
                .isEqualTo(360);
    }

    private void theAdviserCallsAndHandsOver(Visitor adviser) {
        adviser.open("/").sees("Contact 1 person who asked about fostering");
        adviser.goTo("Fostering enquiries").sees("Sam Specimen").picture("adviser-board");
        adviser.page().locator("tbody a[href^='/enquiries/']").first().click();
        adviser.page().waitForURL(url -> url.matches(".*/enquiries/[0-9a-f-]{36}"));
        adviser.sees("01632 960123").sees("campaign “Example: buses”");
        adviser.choose("Contacted").press("Save the stage").sees("It stands at its new stage");
        adviser.fill("Write down what was said or done", "Called, wants to go on.")
                .press("Keep the note");
        adviser.select("Offer it to", AUTHORITY + " (fictitious)")
                .press("Offer the baton")
                .sees("stays with you until they accept")
                .picture("adviser-enquiry");
    }

    private void theAuthorityGoesOnToApproval(Visitor officer) {
        officer.open("/").follow("Accept or decline 1 hand-over of a fostering enquiry");
        officer.page().locator("tbody a[href^='/enquiries/']").first().click();
        officer.page().waitForURL(url -> url.matches(".*/enquiries/[0-9a-f-]{36}"));
        officer.sees("We have a quiet room")
                .seesNothingOf("Sam Specimen")
                .press("Accept: the baton is ours")
                .sees("Sam Specimen");
        for (var stage : List.of(
                "Initial visit",
                "Application",
                "Stage 1: checks",
                "Stage 2: assessment",
                "Panel",
                "Decision",
                "Approved")) {
            clock.advance(Duration.ofDays(7));
            officer.open(officer.path()).choose(stage).press("Save the stage");
        }
        officer.sees("The person was approved.");
    }

    private static void theEvaluationCountsThem(Visitor adviser) {
        adviser.open("/enquiries")
                .follow("Evaluation")
                .sees("1 enquired, 1 of them applied so far and 1 was approved")
                .sees("£1,200")
                .picture("adviser-evaluation");
        adviser.page().setViewportSize(360, 740);
        fits(adviser);
    }

    private static void theRegionSeesNumbersAlone(Visitor manager) {
        manager.open("/")
                .goTo("Fostering enquiries")
                .sees("Counts of 1 to 4 are hidden")
                .sees("a few enquired")
                .seesNothingOf("Sam Specimen");
        manager.isAnswered(403, "/enquiries");
    }

    private static void thePersonAsksForTheirData(Visitor officer) {
        officer.open("/enquiries?state=approved");
        officer.page().locator("tbody a[href^='/enquiries/']").first().click();
        officer.page().waitForURL(url -> url.matches(".*/enquiries/[0-9a-f-]{36}"));
        var enquiry = officer.path();
        officer.open(enquiry)
                .open(enquiry + "/copy")
                .sees("sam@enquirer.example")
                .sees("Called, wants to go on.");
        officer.open(enquiry + "/details").sees("Put details right");
        officer.open(enquiry + "/erase")
                .choose("Erase it for good")
                .press("Erase the personal data")
                .sees("What stays is statistics");
    }
}
