package uk.slipway.house;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What axe finds on a page by the rules of WCAG 2.0 to 2.2, levels A and AA. A page is checked again when its address
 * (but for ids), the role it is shown to, the state it is in or anything in its structure differs, not when only its
 * words or the number of its rows do. Axe needs script: the HTML that somebody without script was sent is opened in a
 * page of its own, with the portal's scripts refused.
 */
final class AxeChecks {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = source();
    private static final String RUN = """
        tags => axe.run(document, {
              runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], iframes: false, preload: false
            }).then(found => found.violations.map(rule =>
                rule.id + ': ' + rule.help + ' at ' + rule.nodes.map(node => node.html).join(' and ')))
        """;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TYPED = Pattern.compile("( value| content| title| aria-current)=\"[^\"]*\"");
    /** Words, but for those that say the state of something and the role it is shown to. */
    private static final Pattern WORDS =
            Pattern.compile("((?:govuk-tag|slipway-header__role)[^>]*>[^<]*<)|>[^<]*[^<\\s][^<]*<");

    private static final Pattern ROW = Pattern.compile("<(tr|li|option|article)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("/sections/[^/\"?#]+");

    private final Set<String> checked = new HashSet<>();
    private @Nullable Page same;

    /** What axe objects to; nothing when the like of the page has been checked already. */
    List<String> objections(Browser browser, Page page, boolean javaScript) {
        var path = withoutIds(URI.create(page.url()).getPath());
        var html = page.content();
        if (!checked.add(javaScript + path + shape(html))) {
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

    /** The structure of a page: its tags, without what is typed, and each kind of row once. */
    private static String shape(String html) {
        var structure = TYPED.matcher(withoutIds(html)).replaceAll("$1");
        structure = WORDS.matcher(structure)
                .replaceAll(words -> words.group(1) == null ? ">words<" : Matcher.quoteReplacement(words.group(1)));
        structure = structure.replaceAll("[0-9]+", "0");
        var rows = new TreeSet<String>();
        ROW.matcher(structure).results().forEach(row -> rows.add(row.group()));
        return ROW.matcher(structure).replaceAll("").replaceAll("\\s+", " ") + rows;
    }

    private static String withoutIds(String addressOrHtml) {
        return SECTION.matcher(ID.matcher(addressOrHtml).replaceAll("")).replaceAll("/sections/");
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
