package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    private final Markdown markdown = new Markdown();

    @Test
    void leavesThePageItsOwnTwoLevelsOfHeadings() {
        assertThat(markdown.toHtml("# One\n\n## Two").html())
                .contains("<h3 class=\"govuk-heading-m\">One</h3>", "<h4 class=\"govuk-heading-s\">Two</h4>");
    }

    @Test
    void showsHtmlAsItWasTyped() {
        assertThat(markdown.toHtml("<script>alert(1)</script> <b onclick=x>b</b>")
                        .html())
                .doesNotContain("<script", "<b ")
                .contains("&lt;script");
    }

    @Test
    void followsNoLinkOfItsOwnAndNoneThatRuns() {
        assertThat(markdown.toHtml("[a](https://example.org) [b](javascript:alert(1))")
                        .html())
                .contains("rel=\"nofollow\"", "href=\"https://example.org\"")
                .doesNotContain("javascript:");
    }

    @Test
    void turnsAnImageIntoItsDescription() {
        assertThat(markdown.toHtml("![A graph](https://example.org/x.png)").html())
                .doesNotContain("<img")
                .contains("A graph");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "* ", "- - ", "[", "![", "*", "`", "(", "<", "1. "})
    void standsAHundredThousandOfAnything(String piece) {
        assertThat(markdown.toHtml(piece.repeat(100_000 / piece.length()))).isNotNull();
    }

    /** A figure as a self-evaluation would put it in, with what hostile words it might have. */
    private static final Insertions FIGURES = marker -> switch (marker) {
        case "figure:1a2b3c4d" -> new Insertions.Inserted("12.5% in 2025", "/indicators/example", null);
        case "figure:22222222" ->
            new Insertions.Inserted(
                    "<b>7</b> in 2025", "/indicators/x\" onclick=\"y", "since revised: it is now <i>8</i>");
        default -> null;
    };

    @Test
    void putsWhatAMarkerStandsForInItsPlace() {
        assertThat(markdown.toHtml("It was [figure:1a2b3c4d], *as published*.", FIGURES)
                        .html())
                .contains("It was <a", "href=\"/indicators/example\"", ">12.5% in 2025</a>, <em>as published</em>.");
    }

    @Test
    void leavesAnUnknownMarkerAndOneInCodeAsTheyWereTyped() {
        assertThat(markdown.toHtml(
                                "[figure:ffffffff] `[figure:1a2b3c4d]` [figure:] [figure:1a2b3c4d\n"
                                        + "] [FIGURE:1a2b3c4d]\n\n"
                                        + "    [figure:1a2b3c4d]\n\n"
                                        + "```\n"
                                        + "[figure:1a2b3c4d]\n"
                                        + "```\n",
                                FIGURES)
                        .html())
                .contains("[figure:ffffffff]", "<code>[figure:1a2b3c4d]</code>", "[figure:]", "[FIGURE:1a2b3c4d]")
                .doesNotContain("12.5%");
        assertThat(markdown.markersIn("[figure:ffffffff] `[figure:1a2b3c4d]` [figure:] **[figure:1a2b3c4d]**"))
                .containsExactly("figure:ffffffff", "figure:", "figure:1a2b3c4d");
    }

    @Test
    void putsNoHtmlInWithAMarker() {
        var html = markdown.toHtml("A [figure:22222222] b", FIGURES).html();
        assertThat(html)
                .contains("&lt;b&gt;7&lt;/b&gt; in 2025", "(since revised: it is now &lt;i&gt;8&lt;/i&gt;)")
                .doesNotContain("<b>", "<i>", "onclick=\"y");
    }

    @Test
    void putsWordsAloneIntoALinkThatSomebodyTyped() {
        assertThat(markdown.toHtml("[see [figure:1a2b3c4d] there](https://example.org)", FIGURES)
                        .html())
                .contains(">see 12.5% in 2025 there</a>")
                .doesNotContain("/indicators/example");
    }

    @Test
    void quotesTheSentenceThatHoldsAMarker() {
        var text = """
            # A heading

            Before it. Re-referrals rose to [figure:1a2b3c4d], **which** is `less`
            than [figure:22222222] and [figure:ffffffff]. After it.

            - [figure:33333333] alone
            """;
        assertThat(markdown.sentenceWith(text, "figure:1a2b3c4d", FIGURES))
                .contains("Re-referrals rose to 12.5% in 2025, which is less than <b>7</b> in 2025 and"
                        + " [figure:ffffffff].");
        assertThat(markdown.sentenceWith(text, "figure:33333333", FIGURES)).contains("[figure:33333333] alone");
        assertThat(markdown.sentenceWith(text, "figure:44444444", FIGURES)).isEmpty();
        assertThat(markdown.sentenceWith("`[figure:1a2b3c4d]`", "figure:1a2b3c4d", FIGURES))
                .isEmpty();
        assertThat(markdown.sentenceWith("\uFFFC typed \uFFFC. Then [figure:1a2b3c4d]", "figure:1a2b3c4d", FIGURES))
                .contains("Then 12.5% in 2025");
    }

    @Test
    void standsTenThousandMarkers() {
        var many = "[figure:1a2b3c4d] ".repeat(10_000);
        assertThat(markdown.toHtml(many, FIGURES).html()).contains("12.5%");
        assertThat(markdown.sentenceWith(many, "figure:1a2b3c4d", FIGURES)).isPresent();
    }

    @Test
    void isEmptyForNothing() {
        assertThat(markdown.toHtml(null).html()).isEmpty();
    }
}
