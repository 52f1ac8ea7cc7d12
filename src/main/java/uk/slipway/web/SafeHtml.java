package uk.slipway.web;

/**
 * HTML that has been through the sanitiser. Only {@link Markdown} makes one, and only the fragment {@code web/markdown}
 * prints one unescaped.
 */
public final class SafeHtml {
    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    /** The sanitised markup. */
    public String html() {
        return html;
    }

    @Override
    public String toString() {
        return html;
    }
}
