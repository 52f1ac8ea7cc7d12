package uk.slipway.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A running Chromium; everybody who visits has cookies of their own. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;
    private final AxeChecks checks = new AxeChecks();

    Chromium(Path executable, String origin) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        this.origin = origin;
    }

    /** Somebody with JavaScript. */
    public Visitor visitor() {
        return new Visitor(browser, origin, true, checks);
    }

    /** Somebody whose browser runs no JavaScript. */
    public Visitor visitorWithoutJavaScript() {
        return new Visitor(browser, origin, false, checks);
    }

    /** How many different pages axe has looked at. */
    public int pagesChecked() {
        return checks.pages();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
