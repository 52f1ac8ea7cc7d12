package uk.slipway;

import org.junit.jupiter.api.Test;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;

/** The way in, with JavaScript and without. */
@JourneyTest
class SignInJourneyTests {

    @Test
    void everybodyFindsTheWayIn(Chromium chromium) {
        try (var visitor = chromium.visitor()) {
            visitor.open("/").assertPageIs("Sign in").picture("sign-in");
        }
    }

    @Test
    void everybodyFindsTheWayInWithoutJavaScript(Chromium chromium) {
        try (var visitor = chromium.visitorWithoutJavaScript()) {
            visitor.open("/").assertPageIs("Sign in");
        }
    }
}
