package uk.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;

/**
 * One person at a browser. Every page that {@link #assertPageIs} names is also checked by axe against WCAG 2.2 AA. Axe
 * needs script: for somebody without, a second browser with the same cookies opens the same address with the page's own
 * scripts refused.
 */
public final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final Path PICTURES = Path.of("docs", "images");

    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final boolean javaScript;

    Visitor(Browser browser, String origin, boolean javaScript) {
        this.browser = browser;
        this.origin = origin;
        this.javaScript = javaScript;
        context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(javaScript)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(1280, 900));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
    }

    /** The page this person looks at, for whatever Playwright can do with it. */
    public Page page() {
        return page;
    }

    /** Opens an address of the portal, such as {@code /forums}. */
    public Visitor open(String path) {
        page.navigate(origin + path);
        return this;
    }

    /** Signs in through the form. */
    public Visitor signIn(String email, String password) {
        open("/sign-in");
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", password);
        page.click("main form button[type=submit], main form button:not([type])");
        return this;
    }

    /** That the page has this in its title, one h1, and nothing that axe objects to. */
    public Visitor assertPageIs(String title) {
        assertThat(page.title()).as("title of %s", page.url()).contains(title);
        assertThat(page.locator("h1").count()).as("h1 of %s", page.url()).isEqualTo(1);
        if (javaScript) {
            assertAccessible(page);
        } else {
            try (var withAxe =
                    browser.newContext(new Browser.NewContextOptions().setStorageState(context.storageState()))) {
                withAxe.route("**/*.js", Route::abort);
                var same = withAxe.newPage();
                same.navigate(page.url());
                assertAccessible(same);
            }
        }
        return this;
    }

    /** Writes a picture for the guides to {@code docs/images/NAME.png}, when asked to by {@code -Dslipway.screenshots=true}. */
    public Visitor picture(String name) {
        if (Boolean.getBoolean("slipway.screenshots")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setFullPage(true));
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    private static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
    }
}
