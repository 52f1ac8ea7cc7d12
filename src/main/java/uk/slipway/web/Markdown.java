package uk.slipway.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Turns what people write into HTML in the design system's classes. HTML in the text is shown as it was typed, images
 * become their description, headings begin at level three so that a page keeps its own two levels, links carry
 * {@code rel="nofollow"}, and everything passes a sanitiser with a list of allowed elements afterwards.
 */
@Component
public final class Markdown {
    private static final int FIRST_LEVEL = 3;
    private static final int LAST_LEVEL = 6;

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .onElements("ol")
            .allowAttributes("class")
            .matching(Set.of(
                    "govuk-body",
                    "govuk-heading-m",
                    "govuk-heading-s",
                    "govuk-list govuk-list--bullet",
                    "govuk-list govuk-list--number",
                    "govuk-inset-text",
                    "govuk-link",
                    "govuk-section-break govuk-section-break--m govuk-section-break--visible")::contains)
            .globally()
            .requireRelNofollowOnLinks()
            .toFactory();

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> DESIGN_SYSTEM_CLASSES)
            .build();

    private static final AttributeProvider DESIGN_SYSTEM_CLASSES = (node, tag, attributes) -> {
        String classes = classesOf(tag.toLowerCase(Locale.ROOT));
        if (classes != null) {
            attributes.put("class", classes);
        }
    };

    /** The text as HTML; an empty text for null. */
    public SafeHtml toHtml(@Nullable String text) {
        return toHtml(text, Insertions.NONE);
    }

    /** The text as HTML, with what its markers stand for in their places. */
    public SafeHtml toHtml(@Nullable String text, Insertions insertions) {
        if (text == null || text.isBlank()) {
            return new SafeHtml("");
        }
        Node document = parser.parse(text);
        document.accept(new HouseStyle());
        document.accept(new MarkersInText(insertions));
        return new SafeHtml(POLICY.sanitize(renderer.render(document)));
    }

    /** The markers in a text, in their order: what stands in brackets, such as {@code figure:1a2b3c4d}. None in code. */
    public List<String> markersIn(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : MarkersInText.in(parser.parse(text));
    }

    /** The first sentence that holds a marker, without its Markdown and with the words of its markers; empty where none does. */
    public Optional<String> sentenceWith(@Nullable String text, String marker, Insertions insertions) {
        return text == null || text.isBlank()
                ? Optional.empty()
                : MarkersInText.sentenceWith(parser.parse(text), marker, insertions);
    }

    private static @Nullable String classesOf(String tag) {
        return switch (tag) {
            case "p" -> "govuk-body";
            case "h3" -> "govuk-heading-m";
            case "h4", "h5", "h6" -> "govuk-heading-s";
            case "ul" -> "govuk-list govuk-list--bullet";
            case "ol" -> "govuk-list govuk-list--number";
            case "blockquote" -> "govuk-inset-text";
            case "a" -> "govuk-link";
            case "hr" -> "govuk-section-break govuk-section-break--m govuk-section-break--visible";
            default -> null;
        };
    }

    private static final class HouseStyle extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LAST_LEVEL, heading.getLevel() + FIRST_LEVEL - 1));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            List<Node> description = new java.util.ArrayList<>();
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                description.add(child);
            }
            description.forEach(image::insertBefore);
            image.unlink();
        }
    }
}
