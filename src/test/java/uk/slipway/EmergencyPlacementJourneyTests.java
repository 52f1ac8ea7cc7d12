package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.TestClock;
import uk.slipway.house.Visitor;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

/**
 * A child needs a home today, another authority's carers have room, and everybody whom the law names is told: from the
 * referral to notices that are acknowledged. Told twice, with JavaScript and without.
 */
@JourneyTest
class EmergencyPlacementJourneyTests {

    private static final String PASSWORD = "seven kingfishers by the weir";
    private static final String PLACING = "Exampleton";
    private static final String FOSTERING = "Sampleford";
    private static final LocalDate TODAY = LocalDate.of(2026, Month.NOVEMBER, 23);
    private static final Pattern LINK = Pattern.compile("(/notices/acknowledge/\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("FP-[0-9]{2}-[0-9]+");
    private static final Pattern CODE = Pattern.compile("Your code is ([0-9]{3} [0-9]{3})");

    @Autowired
    AccountsFixtures accounts;

    @Autowired
    AddFictitiousAuthorities fictitiousAuthorities;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Test
    void anEmergencyPlacementOutOfAreaFromReferralToAcknowledgedNotices(Chromium chromium) {
        tell(chromium::visitor);
    }

    @Test
    void anEmergencyPlacementOutOfAreaFromReferralToAcknowledgedNoticesWithoutJavaScript(Chromium chromium) {
        tell(chromium::visitorWithoutJavaScript);
    }

    private void tell(Supplier<Visitor> visitors) {
        fictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of(PLACING, FOSTERING));
        accounts.canSignIn(
                "Imran Ashdown",
                "commissioner@region.example",
                Role.COMMISSIONER,
                "North West regional team",
                PASSWORD);
        accounts.canSignIn("Wren Marsh", "social-worker@exampleton.example", Role.SOCIAL_WORKER, PLACING, PASSWORD);
        accounts.canSignIn("Iris Field", "reviewing@exampleton.example", Role.REVIEWING_OFFICER, PLACING, PASSWORD);
        accounts.canSignIn("Dana Birch", "director@exampleton.example", Role.DIRECTOR, PLACING, PASSWORD);
        accounts.canSignIn("Finn Carr", "fostering@sampleford.example", Role.FOSTERING_OFFICER, FOSTERING, PASSWORD);
        try (var commissioner = visitors.get();
                var worker = visitors.get();
                var fostering = visitors.get();
                var director = visitors.get();
                var reviewing = visitors.get();
                var recipient = visitors.get()) {
            commissioner.signIn("commissioner@region.example", PASSWORD);
            theRegionHasAProtocol(commissioner);
            fostering.signIn("fostering@sampleford.example", PASSWORD);
            aFosteringServiceTellsAHomeWithRoom(fostering);
            worker.signIn("social-worker@exampleton.example", PASSWORD);
            var reference = aSocialWorkerRefersAChild(worker);
            theHomeIsMatchedAndOffered(fostering, reference);
            theMatchIsProposedAndConsentedTo(worker, fostering, reference);
            director.signIn("director@exampleton.example", PASSWORD);
            theDirectorApprovesWhatIsAtADistance(director, reference);
            theChildMovesInAndTheClocksRun(worker);
            everybodyIsTold(worker);
            theRecipientAcknowledgesThroughTheLink(recipient);
            reviewing.signIn("reviewing@exampleton.example", PASSWORD);
            theReviewingOfficerAcknowledges(reviewing, reference);
            theRegisterShowsIt(worker);
        }
    }

    private static void theRegionHasAProtocol(Visitor commissioner) {
        commissioner
                .open("/")
                .follow("Fostering between authorities")
                .press("Write the next version of the protocol")
                .fill("Text of the protocol", "## What it is for\n\nExample: one way to place with each other.")
                .fill("Working days for a fostering service to answer a referral", "2")
                .press("Save the draft")
                .follow("Bring it into force")
                .fill("From which day is it in force?", TODAY)
                .press("Bring it into force")
                .open("/fostering/protocol")
                .sees("To be set by the region")
                .sees("2 working days")
                .picture("commissioner-protocol");
    }

    private static void aFosteringServiceTellsAHomeWithRoom(Visitor fostering) {
        fostering
                .open("/")
                .follow("Your vacancies")
                .press("Add a vacancy")
                .fill("Carer’s reference", "FC-7")
                .fill("For how many children is the carer approved?", "2")
                .fill("Youngest age", "0")
                .fill("Oldest age", "12")
                .choose("Short term")
                .choose("Emergency")
                .fill("How many more children could come?", "1")
                .fill("From when?", TODAY)
                .select("In whose area is the home?", FOSTERING + " (fictitious)")
                .fill("First half of the postcode", "ZZ9")
                .choose("Children who have been harmed")
                .press("Save the vacancy")
                .sees("FC-7");
    }

    /** @return the referral's reference, which the placement keeps */
    private static String aSocialWorkerRefersAChild(Visitor worker) {
        worker.open("/")
                .follow("Referrals and placements")
                .press("Begin a referral")
                .choose("Emergency")
                .select("Child 1", "5 to 9")
                .choose("Girl")
                .select("Legal status", "Police protection")
                .select("Type of placement", "Emergency")
                .fill("By which day is it needed?", TODAY)
                .choose("Some days")
                .choose("Children who have been harmed")
                .select("The child’s social worker", "Wren Marsh")
                .select("Independent Reviewing Officer (optional)", "Iris Field")
                .press("Save");
        var referral = worker.path();
        worker.follow("Background")
                .fill("Background", "Call the school on 01632 960123 before six.")
                .page()
                .locator("main form button[type=submit]")
                .click();
        worker.page().locator(".govuk-error-summary").waitFor();
        worker.sees("telephone number")
                .fill("Background", "Example: found alone at home this morning.")
                .press("Save");
        worker.open(referral)
                .follow("Risks")
                .fill("Risks", "Example: is frightened of raised voices.")
                .press("Save")
                .open(referral)
                .follow("Search among your own homes")
                .fill("When did you search?", TODAY)
                .choose("No home is free")
                .press("Record the search")
                .open(referral)
                .follow("Weigh the criteria")
                .select("Close to where the child comes from", "3")
                .select("Skilled in what is needed", "5, counts most")
                .press("Save the weights")
                .open(referral)
                .picture("fostering-referral")
                .press("See whom it would go to")
                .sees(FOSTERING)
                .press("Send it to 1 authority")
                .sees("Circulated");
        var reference = REFERENCE.matcher(worker.page().title());
        assertThat(reference.find()).as(worker.page().title()).isTrue();
        return reference.group();
    }

    private static void theHomeIsMatchedAndOffered(Visitor fostering, String reference) {
        fostering
                .open("/")
                .follow("See whether a home of yours fits referral " + reference)
                .press("See which of your homes fit")
                .sees("Approved for this age")
                .sees("Fits:")
                .unfold("How the score of")
                .picture("fostering-homes")
                .press("Offer this home: carer FC-7")
                .fill("From which day could the child move in?", TODAY)
                .fill("Why does this home match?", "Example: they have looked after children who were harmed.")
                .fill("Carer’s allowance for the child", "200")
                .fill("Carer’s fee", "150")
                .fill("Support", "0")
                .fill("Management charge", "25")
                .select("Who supervises the carer?", "Finn Carr")
                .press("Offer the home")
                .sees("£375.00 a week");
    }

    private static void theMatchIsProposedAndConsentedTo(Visitor worker, Visitor fostering, String reference) {
        worker.open("/").follow("Decide on Sampleford (fictitious)’s offer, " + reference + ": carer FC-7");
        worker.fill("Why this home?", "Example: the only home that can take her today.")
                .press("Propose the match")
                .sees("Not answered yet");
        fostering
                .open("/")
                .follow("Say whether you consent to the match " + reference + ": carer FC-7")
                .choose("We consent")
                .press("Answer");
    }

    private static void theDirectorApprovesWhatIsAtADistance(Visitor director, String reference) {
        director.open("/")
                .follow("Approve or refuse the match " + reference + ": carer FC-7")
                .press("Approve or refuse the match")
                .sees("It is at a distance: the Director of Children’s Services approves it")
                .fill("Why is this placement the most suitable, or why not?", "Example: no home is nearer tonight.")
                .picture("director-approves")
                .press("Approve the match");
    }

    private static void theChildMovesInAndTheClocksRun(Visitor worker) {
        worker.open("/").goTo("Fostering");
        worker.page().locator("main a[href^='/fostering/placements/']").first().click();
        worker.page().waitForURL(url -> url.matches(".*/fostering/placements/[0-9a-f-]{36}"));
        worker.sees("At a distance").sees("Emergency");
        var placement = worker.path();
        worker.press("Record the start")
                .fill("On which day did the child move in?", TODAY)
                .press("Record the start")
                .sees("Recorded: the placement has started.")
                .press("Record that the area was told")
                .fill("On which day was the area authority told?", TODAY)
                .press("Record that the area was told");
        worker.open(placement)
                .follow("Particulars of the child")
                .follow("Write down the particulars: The child")
                .fill("Name", "Ada Example")
                .fill("Date of birth", LocalDate.of(2018, Month.MARCH, 1))
                .fill("Care plan", "Example care plan.")
                .fill("Assessment of needs, and why this is the most suitable placement", "Example assessment.")
                .press("Keep the particulars");
        worker.open(placement)
                .follow("Statutory clocks and notices")
                .sees("the next until Monday 30 November 2026.")
                .sees("An emergency never waives approval.")
                .picture("fostering-clocks");
    }

    private static void everybodyIsTold(Visitor worker) {
        var clocks = worker.path();
        worker.follow("Tell them: The Independent Reviewing Officer")
                .fill("Name of the recipient", "Iris Field")
                .fill("E-mail address", "reviewing@exampleton.example")
                .press("Continue")
                .press("Send the notice");
        worker.open(clocks)
                .follow("Tell them: The area authority")
                .fill("Name of the recipient", "Robin Example, duty team")
                .fill("E-mail address", "duty@sampleford.example")
                .press("Continue")
                .press("Send the notice")
                .sees("The notice is on its way.")
                .picture("fostering-notice");
        worker.open(clocks)
                .follow("Tell them: The child")
                .choose("On paper")
                .fill("Name of the recipient", "The child")
                .fill("Day it was given on paper", TODAY)
                .fill("How it was given, or the reason why not", "Example: a letter, read together.")
                .press("Continue");
        worker.follow("Tell them: A parent")
                .choose("They are not told, because it would put the child at risk of significant harm")
                .fill("Name of the recipient", "A parent")
                .fill("How it was given, or the reason why not", "Example: the police ask that the place is not told.")
                .press("Continue");
        for (var recipient : List.of(
                "Somebody who has contact",
                "Who cared for the child before",
                "The health body where the child lives",
                "The health body where the child will live",
                "The child’s GP",
                "The GP during the placement",
                "The school, or who educates the child")) {
            worker.follow("Tell them: " + recipient)
                    .choose("On paper")
                    .fill("Name of the recipient", "Example recipient")
                    .fill("Day it was given on paper", TODAY)
                    .fill("How it was given, or the reason why not", "Example: by hand.")
                    .press("Continue");
        }
        worker.sees("Withheld, regulation 13(3)").sees("Given on paper");
    }

    private void theRecipientAcknowledgesThroughTheLink(Visitor recipient) {
        var link = found(LINK);
        recipient
                .open(link)
                .sees("we send a code of six digits to d…@sampleford.example")
                .seesNothingOf("Ada Example")
                .press("Send me the code")
                .fill("Code", found(CODE))
                .press("Open the notice")
                .sees("Ada Example")
                .sees("Example care plan.")
                .picture("recipient-notice")
                .press("I have received this notice")
                .sees("You acknowledged this notice")
                .seesNothingOf("Ada Example");
        clock.advance(Duration.ofMinutes(5));
        recipient.open(link).sees("You acknowledged this notice").seesNothingOf("Ada Example");
    }

    /** The newest message that has such a thing in it, and that thing. */
    private String found(Pattern pattern) {
        return jdbc
                .queryForList("select body from outbox_message order by written_at desc, id desc", String.class)
                .stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static void theReviewingOfficerAcknowledges(Visitor reviewing, String reference) {
        reviewing
                .open("/")
                .follow("Acknowledge the notice of placement " + reference)
                .sees("Independent Reviewing Officer")
                .picture("reviewing-notice")
                .press("I have received this notice")
                .sees("You acknowledged the notice.");
        reviewing.open("/").sees("Nothing is waiting for you to do");
    }

    private static void theRegisterShowsIt(Visitor worker) {
        worker.open("/")
                .follow("Register of notices")
                .sees("Robin Example, duty team")
                .picture("fostering-register");
        assertThat(worker.page()
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("23 November 2026, 10:05am"))
                        .count())
                .as("notices acknowledged five minutes later")
                .isPositive();
        worker.page().setViewportSize(360, 740);
        assertThat(worker.page().locator("html").evaluate("html => html.scrollWidth"))
                .as("width of the register on a phone")
                .isEqualTo(360);
    }
}
