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

    @Test
    void isEmptyForNothing() {
        assertThat(markdown.toHtml(null).html()).isEmpty();
    }
}
