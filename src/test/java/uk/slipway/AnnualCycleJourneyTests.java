package uk.slipway;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.TestClock;
import uk.slipway.region.AddFictitiousAuthorities;

/**
 * The main journey: a region runs its year, from the first invitation on an empty installation to the next
 * year's self-evaluation, every role at a browser of its own. Told twice, with JavaScript and without.
 */
@JourneyTest
class AnnualCycleJourneyTests {

    @Autowired
    AccountsFixtures accounts;

    @Autowired
    AddFictitiousAuthorities fictitiousAuthorities;

    @Autowired
    TestClock clock;

    @Test
    void aRegionRunsItsYear(Chromium chromium) {
        tell(new AnnualCycleStory(chromium::visitor, accounts, fictitiousAuthorities, clock));
    }

    @Test
    void aRegionRunsItsYearWithoutJavaScript(Chromium chromium) {
        tell(new AnnualCycleStory(chromium::visitorWithoutJavaScript, accounts, fictitiousAuthorities, clock));
    }

    private static void tell(AnnualCycleStory story) {
        try (story) {
            story.everybodyIsInvited();
            story.theManagerOpensTheYear();
            story.eachSignatorySignsTheMemorandum();
            story.theOfficerWritesTheSelfEvaluation();
            story.theDirectorReturnsItAndTheOfficerMendsIt();
            story.itIsApprovedSignedAndSubmitted();
            story.theManagerPlansTheForum();
            story.ofstedAndThePanelAsk();
            story.theAuthorityAnswers();
            story.theForumIsHeld();
            story.theHeadlinesAreAgreed();
            story.theDirectorSharesWhatTheyChoose();
            story.theConversationIsHeld();
            story.nextYearStartsFromWhatWasPromised();
        }
    }
}
