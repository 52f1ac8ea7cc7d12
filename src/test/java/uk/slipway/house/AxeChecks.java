package uk.slipway.house;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What axe finds on a page by the rules of WCAG 2.0 to 2.2, levels A and AA. A page that was checked before, but for the
 * ids in it, is not checked again. Axe needs script: the HTML that somebody without script was sent is opened in a page
 * of its own, with the portal's scripts refused.
 */
final class AxeChecks {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = source();
    private static final String RUN = """
        tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], iframes: false})
            .then(found => found.violations.map(rule =>
                rule.id + ': ' + rule.help + ' at ' + rule.nodes.map(node => node.html).join(' and ')))
        """;

    private final Set<String> checked = new HashSet<>();
    private @Nullable Page same;

    /** What axe objects to; nothing when the page has been checked already. */
    List<String> objections(Browser browser, Page page, boolean javaScript) {
        var html = page.content();
        var shape = html.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "")
                .replaceAll("(name=\"_csrf\") value=\"[^\"]*\"", "$1");
        if (!checked.add(javaScript + shape)) {
            return List.of();
        }
        if (javaScript) {
            return run(page);
        }
        return run(withScript(browser, page.url(), html));
    }

    /** The same HTML at the same address, in a page where axe can run. */
    private Page withScript(Browser browser, String url, String html) {
        if (same == null) {
            same = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                    .newPage();
            same.route("**/*.js", Route::abort);
        }
        var page = same;
        page.route(
                asked -> asked.equals(url),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(html)),
                new Page.RouteOptions().setTimes(1));
        page.navigate(url);
        return page;
    }

    int pages() {
        return checked.size();
    }

    private static List<String> run(Page page) {
        page.evaluate(AXE);
        var found = (List<?>) page.evaluate(RUN, WCAG);
        return found.stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (var in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
