package uk.slipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.house.Chromium;
import uk.slipway.house.JourneyTest;
import uk.slipway.house.Visitor;

/** A data lead sends a file: with a bar that shows how much has arrived, and without JavaScript as before. */
@JourneyTest
class UploadJourneyTests {

    private static final String EMAIL = "data@region.example";
    private static final String PASSWORD = "an example of a password";
    private static final String HEADER =
            "time_period,time_identifier,geographic_level,country_code,country_name,group,children\n";

    /** Some two megabytes. */
    private static final FilePayload FILE = file(HEADER
            + IntStream.range(0, 30_000)
                    .mapToObj("2025,Reporting year,National,E92000001,England,Group %d,100\n"::formatted)
                    .collect(Collectors.joining()));

    @Autowired
    AccountsFixtures accounts;

    @BeforeEach
    void aDataLeadIsThere() {
        accounts.canSignIn("Example lead", EMAIL, Role.DATA_LEAD, "North West regional team", PASSWORD);
    }

    @Test
    void howMuchHasArrivedIsShownAndSaidAloud(Chromium chromium) {
        try (var lead = chromium.visitor()) {
            begin(lead);
            var page = lead.page();
            page.locator("input[name=file]").setInputFiles(FILE);
            var slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", 0);
            slow.addProperty("downloadThroughput", -1);
            slow.addProperty("uploadThroughput", 600_000);
            page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow);
            page.getByText("Check the file").click();
            assertThat(page.locator(".slipway-upload__words")).containsText(Pattern.compile("Sending figures.csv"));
            assertThat(page.locator(".slipway-upload [role=status]")).containsText("% sent");
            assertThat(page.locator("progress")).isVisible();
            assertThat(page.locator("h1")).containsText("2025: checked");
        }
    }

    @Test
    void whatIsToBeCorrectedIsShownAtTheForm(Chromium chromium) {
        try (var lead = chromium.visitor()) {
            begin(lead);
            var page = lead.page();
            page.locator("input[name=file]").setInputFiles(FILE);
            page.getByLabel("What is the release called?").fill("");
            page.getByText("Check the file").click();
            assertThat(page.locator(".govuk-error-summary")).containsText("Enter what the release is called");
            assertThat(page.locator(".govuk-error-summary")).isFocused();
            page.locator("input[name=file]").setInputFiles(FILE);
            page.getByLabel("What is the release called?").fill("2025");
            page.getByText("Check the file").click();
            assertThat(page.locator("h1")).containsText("2025: checked");
        }
    }

    @Test
    void withoutJavaScriptTheBrowserSendsTheForm(Chromium chromium) {
        try (var lead = chromium.visitorWithoutJavaScript()) {
            begin(lead);
            lead.page().locator("input[name=file]").setInputFiles(FILE);
            lead.press("Check the file").sees("Nothing stands against publishing it.");
        }
    }

    private static void begin(Visitor lead) {
        lead.signIn(EMAIL, PASSWORD)
                .open("/datasets/new")
                .fill("Title", "Example")
                .fill("Who publishes it?", "Example publisher")
                .press("Add the data set")
                .open("/datasets/example/files/new")
                .fill("What is the release called?", "2025");
    }

    private static FilePayload file(String text) {
        return new FilePayload("figures.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
