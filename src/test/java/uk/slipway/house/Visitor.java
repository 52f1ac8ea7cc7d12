package uk.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person at a browser, with cookies of their own. Whatever page they come to has one h1, nothing that axe objects to
 * by WCAG 2.2 AA, no script error, nothing that the content security policy refuses, and no answer that is an error
 * unless it was asked for.
 */
public final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("docs", "images");
    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final int TALLEST = 1300;

    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final boolean javaScript;
    private final AxeChecks checks;
    private final List<String> troubles = new ArrayList<>();
    private @Nullable Locator lastField;

    Visitor(Browser browser, String origin, boolean javaScript, AxeChecks checks) {
        this.browser = browser;
        this.origin = origin;
        this.javaScript = javaScript;
        this.checks = checks;
        context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(javaScript)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(WIDE, HIGH));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(error -> troubles.add("script error: " + error));
        page.onConsoleMessage(message -> {
            // What a page or file answered is looked at below, where its address is known.
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                troubles.add(response.status() + " for " + response.url());
            }
        });
    }

    /** The page this person looks at, for whatever Playwright can do with it. */
    public Page page() {
        return page;
    }

    /** Opens an address of the portal, such as {@code /forums}. */
    public Visitor open(String path) {
        return arrived(page.navigate(origin + path), 200);
    }

    /** Opens an address, or a whole link, that answers with this status instead of a page for this person. */
    public Visitor isAnswered(int status, String path) {
        return arrived(page.navigate(origin + path), status);
    }

    /** Signs in through the form. */
    public Visitor signIn(String email, String password) {
        return open("/sign-in")
                .fill("E-mail address", email)
                .fill("Password", password)
                .press("Sign in");
    }

    /** Follows the link of this name in the page itself. */
    public Visitor follow(String link) {
        return goes(main().getByRole(AriaRole.LINK, named(link)));
    }

    /** Follows the link of this name in the navigation at the top. */
    public Visitor goTo(String link) {
        return goes(page.locator("header").getByRole(AriaRole.LINK, named(link)));
    }

    /** Presses the button of this name: in the form that was filled in last, else wherever it is in the page. */
    public Visitor press(String button) {
        if (lastField != null) {
            var inForm = lastField.locator("xpath=ancestor::form").getByRole(AriaRole.BUTTON, named(button));
            if (inForm.count() == 1) {
                return goes(inForm);
            }
        }
        return goes(main().getByRole(AriaRole.BUTTON, named(button)));
    }

    /** Types into the field with this label. */
    public Visitor fill(String label, String text) {
        var field = labelled(label);
        field.fill(text);
        lastField = field;
        return this;
    }

    /** Types the three parts of a date under this legend. */
    public Visitor fill(String legend, LocalDate day) {
        var group = main().getByRole(AriaRole.GROUP, named(legend));
        for (var part : List.of("Day", "Month", "Year")) {
            var field = group.getByLabel(part, new Locator.GetByLabelOptions().setExact(true));
            field.fill(Integer.toString(
                    part.equals("Day")
                            ? day.getDayOfMonth()
                            : part.equals("Month") ? day.getMonthValue() : day.getYear()));
            lastField = field;
        }
        return this;
    }

    /** Chooses the radio button, or ticks the box, with this label. */
    public Visitor choose(String label) {
        var field = labelled(label);
        field.check();
        lastField = field;
        return this;
    }

    /** Chooses from a list; where script has made a field of it, types and picks what is offered. */
    public Visitor select(String label, String option) {
        var field = labelled(label);
        if (field.evaluate("field => field.tagName").equals("SELECT")) {
            field.selectOption(new SelectOption().setLabel(option));
        } else {
            field.fill(option);
            // Not the options of other lists on the page.
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(option).setExact(true))
                    .and(page.locator("li"))
                    .click();
        }
        lastField = field;
        return this;
    }

    /** Opens what is folded away under these words. */
    public Visitor unfold(String summary) {
        main().locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .click();
        return this;
    }

    /** That the page has this in its title. */
    public Visitor assertPageIs(String title) {
        assertThat(page.title()).as("title of %s", page.url()).contains(title);
        return this;
    }

    /** That the page says this. */
    public Visitor sees(String words) {
        assertThat(text()).as("text of %s", page.url()).contains(words);
        return this;
    }

    /** That the page says nothing of this. */
    public Visitor seesNothingOf(String words) {
        assertThat(page.content()).as("text of %s", page.url()).doesNotContain(words);
        return this;
    }

    /** What stands in the part of the page that a selector names. */
    public String read(String selector) {
        return page.locator(selector).innerText();
    }

    /** Where this person is, without the origin, a query and an anchor. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    /**
     * Writes a picture for the guides to {@code docs/images/NAME.png}, when asked to by
     * {@code -Dslipway.screenshots=true}: the page from its top, as far down as {@value #TALLEST} pixels. It is labelled
     * as made up, as every page of the demonstration is.
     */
    public Visitor picture(String name) {
        if (javaScript && Boolean.getBoolean("slipway.screenshots")) {
            var height = (Number) page.evaluate("""
                () => {
                  if (!document.querySelector('.slipway-demonstration')) {
                    const label = document.createElement('div')
                    label.className = 'slipway-demonstration'
                    label.innerHTML = '<div class="govuk-width-container"><strong>Demonstration:</strong> '
                      + 'the people and what they say about authorities are made up.</div>'
                    document.querySelector('header').prepend(label)
                  }
                  document.activeElement?.blur()
                  scrollTo(0, 0)
                  return document.documentElement.scrollHeight
                }
                """);
            // Not a picture of the full page: what sticks to the window's lower edge would lie across its middle.
            page.setViewportSize(WIDE, Math.min(height.intValue(), TALLEST));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
            page.setViewportSize(WIDE, HIGH);
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    @SuppressWarnings(
            "deprecation") // the only call that waits for the page a click leads to, also where that is this page again
    private Visitor goes(Locator control) {
        assertThat(control.count())
                .as(() -> "%s on %s, which says:%n%s".formatted(control, page.url(), text()))
                .isEqualTo(1);
        return arrived(page.waitForNavigation(control::click), 200);
    }

    private Visitor arrived(@Nullable Response response, int status) {
        lastField = null;
        // A link within the page is answered by no response.
        if (response != null) {
            assertThat(response.status())
                    .as(() -> "%s, which says:%n%s".formatted(response.url(), text()))
                    .isEqualTo(status);
        }
        assertThat(page.title()).as("title of %s", page.url()).isNotBlank();
        assertThat(page.locator("h1").count()).as("h1 of %s", page.url()).isEqualTo(1);
        assertThat(troubles).as("troubles on %s", page.url()).isEmpty();
        assertThat(checks.objections(browser, page, javaScript))
                .as("axe on %s", page.url())
                .isEmpty();
        return this;
    }

    private Locator main() {
        return page.locator("main");
    }

    private String text() {
        return page.locator("body").innerText();
    }

    private Locator labelled(String label) {
        var field = main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        assertThat(field.count())
                .as(() -> "fields labelled “%s” on %s, which says:%n%s".formatted(label, page.url(), text()))
                .isEqualTo(1);
        return field;
    }

    /** By its whole name; before a colon in words for screen readers alone the browser puts a space. */
    private static Locator.GetByRoleOptions named(String name) {
        // The browser matches the pattern, in JavaScript's syntax, which has no \\Q.
        var quoted = name.replaceAll("[.*+?^${}()|\\[\\]/\\\\]", "\\\\$0").replace(":", "\\s*:");
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + quoted + "$"));
    }
}
