package uk.slipway.meetings;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import uk.slipway.web.Words;

/**
 * Builds a meeting's pack: the agenda with the page on which each paper begins, then the papers in the order of the agenda,
 * pages numbered throughout, a bookmark for each item and paper. The portal's own pages are tagged for screen readers; of a
 * paper that is a PDF what its author tagged is kept. A paper that is no PDF, or one that cannot be read, is announced on a
 * page in its place.
 */
@Component
class PackPdf {

    private static final Logger LOG = LoggerFactory.getLogger(PackPdf.class);
    private static final Words WORDS = new Words();

    /** The font that PDFBox brings along, so that every pack embeds the same one and names keep their accents. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
        @page { size: A4; margin: 20mm 20mm 22mm 20mm }
        body { font-family: 'Liberation Sans'; font-size: 11pt; line-height: 1.35; color: #0b0c0c }
        h1 { font-size: 20pt; font-weight: normal; margin: 0 0 4mm 0 }
        h2 { font-size: 14pt; font-weight: normal; margin: 6mm 0 2mm 0 }
        table { width: 100%; border-collapse: collapse }
        th, td { text-align: left; vertical-align: top; border-bottom: 0.5pt solid #b1b4b6; padding: 2mm 2mm 2mm 0; font-weight: normal }
        th { color: #505a5f }
        .small { font-size: 9pt; color: #505a5f }
        """;

    /** A finished pack. */
    record Built(byte[] content, int pages) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Built built && java.util.Arrays.equals(built.content, content);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return pages + " pages, " + content.length + " bytes";
        }
    }

    /** A paper and the pages it takes. */
    private record Part(AgendaItem item, Paper paper, PDDocument pages) {}

    /** @param version a sentence that says which version this is and what changed since the one before it */
    Built build(
            Meeting meeting, List<AgendaItem> items, List<Paper> papers, Map<UUID, byte[]> contents, String version) {
        var parts = new ArrayList<Part>();
        try {
            for (var item : items) {
                for (var paper : papers) {
                    if (paper.item().equals(item.id())) {
                        parts.add(new Part(item, paper, pages(paper, Objects.requireNonNull(contents.get(paper.id())))));
                    }
                }
            }
            // Once to learn how many pages the agenda takes, once with the page numbers in it.
            int before;
            try (var once = Loader.loadPDF(agenda(meeting, items, parts, 0, version))) {
                before = once.getNumberOfPages();
            }
            try (var whole = Loader.loadPDF(agenda(meeting, items, parts, before, version))) {
                return joined(whole, meeting, items, parts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            parts.forEach(part -> close(part.pages()));
        }
    }

    private static Built joined(PDDocument whole, Meeting meeting, List<AgendaItem> items, List<Part> parts)
            throws IOException {
        var merger = new PDFMergerUtility();
        var outline = new PDDocumentOutline();
        var first = bookmark("Agenda", whole, 0);
        outline.addLast(first);
        int place = 0;
        for (var item : items) {
            place++;
            PDOutlineItem of = null;
            for (var part : parts) {
                if (!part.item().equals(item)) {
                    continue;
                }
                int begins = whole.getNumberOfPages();
                merger.appendDocument(whole, part.pages());
                if (of == null) {
                    of = bookmark(place + ". " + item.title(), whole, begins);
                    outline.addLast(of);
                }
                of.addLast(bookmark(part.paper().title(), whole, begins));
            }
        }
        var catalog = whole.getDocumentCatalog();
        catalog.setDocumentOutline(outline);
        catalog.setPageMode(PageMode.USE_OUTLINES);
        catalog.setLanguage("en-GB");
        var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var information = new PDDocumentInformation();
        information.setTitle(title(meeting));
        whole.setDocumentInformation(information);
        number(whole);
        var out = new ByteArrayOutputStream();
        whole.save(out);
        return new Built(out.toByteArray(), whole.getNumberOfPages());
    }

    private static PDOutlineItem bookmark(String text, PDDocument whole, int page) {
        var destination = new PDPageFitWidthDestination();
        destination.setPage(whole.getPage(page));
        var item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(destination);
        return item;
    }

    /** "Page 3 of 12" at the foot of each page, marked so that a screen reader does not read it in the middle of the text. */
    private static void number(PDDocument whole) throws IOException {
        try (var ttf = font()) {
            var font = PDType0Font.load(whole, ttf, true);
            int pages = whole.getNumberOfPages();
            for (int at = 0; at < pages; at++) {
                var page = whole.getPage(at);
                var text = "Page " + (at + 1) + " of " + pages;
                float width = font.getStringWidth(text) / 1000 * 9;
                var box = page.getCropBox();
                try (var content = new PDPageContentStream(
                        whole, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                    content.beginMarkedContent(COSName.ARTIFACT);
                    content.beginText();
                    content.setFont(font, 9);
                    content.newLineAtOffset(box.getLowerLeftX() + (box.getWidth() - width) / 2, box.getLowerLeftY() + 18);
                    content.showText(text);
                    content.endText();
                    content.endMarkedContent();
                }
            }
        }
    }

    private static PDDocument pages(Paper paper, byte[] content) throws IOException {
        if (paper.isPdf()) {
            try {
                var pages = Loader.loadPDF(content);
                if (!pages.isEncrypted() && pages.getNumberOfPages() > 0) {
                    return pages;
                }
                pages.close();
                return Loader.loadPDF(instead(paper, "This PDF is protected, so that it cannot be joined to the others."));
            } catch (IOException unreadable) {
                LOG.info("The paper {} is a PDF that cannot be read", paper.id(), unreadable);
                return Loader.loadPDF(instead(paper, "This PDF cannot be read."));
            }
        }
        return Loader.loadPDF(
                instead(paper, "This paper is not a PDF (" + ShowMeetings.kind(paper) + ") and is not part of the pack."));
    }

    private static byte[] instead(Paper paper, String why) {
        return html(
                paper.title(),
                "<h1>" + text(paper.title()) + "</h1><p>" + text(why) + "</p><p>Open “" + text(paper.fileName())
                        + "” on the meeting’s page.</p>");
    }

    private static byte[] agenda(
            Meeting meeting, List<AgendaItem> items, List<Part> parts, int agendaPages, String version) {
        var body = new StringBuilder()
                .append("<h1>")
                .append(text(meeting.boardName()))
                .append("</h1><p>")
                .append(text(meeting.title()))
                .append("<br/>")
                .append(text(WORDS.date(meeting.on()) + ", " + WORDS.time(meeting.starts()) + ", " + meeting.place()))
                .append("</p><h2>Agenda and papers</h2><table><thead><tr><th>Item</th><th>For</th><th>Lead</th>")
                .append("<th>Minutes</th><th>Papers</th></tr></thead><tbody>");
        int place = 0;
        int page = agendaPages;
        for (var item : items) {
            place++;
            var papers = new StringBuilder();
            for (var part : parts) {
                if (part.item().equals(item)) {
                    papers.append(papers.isEmpty() ? "" : "<br/>")
                            .append(text(part.paper().title()))
                            .append(", page ")
                            .append(page + 1);
                    page += part.pages().getNumberOfPages();
                }
            }
            body.append("<tr><td>")
                    .append(place)
                    .append(". ")
                    .append(text(item.title()))
                    .append(item.restricted() ? " (restricted to voting members)" : "")
                    .append(item.note() == null ? "" : "<br/><span class=\"small\">" + text(item.note()) + "</span>")
                    .append("</td><td>")
                    .append(item.kind().inWords())
                    .append("</td><td>")
                    .append(text(item.leadName() == null ? "" : item.leadName()))
                    .append("</td><td>")
                    .append(item.minutesAllotted())
                    .append("</td><td>")
                    .append(papers.isEmpty() ? "None" : papers)
                    .append("</td></tr>");
        }
        body.append("</tbody></table><p class=\"small\">").append(text(version)).append("</p>");
        return html(title(meeting), body.toString());
    }

    private static String title(Meeting meeting) {
        return meeting.boardName() + ", " + WORDS.shortDate(meeting.on()) + ": agenda and papers";
    }

    /** Tagged pages of a title and a body of well-formed HTML. */
    static byte[] html(String title, String body) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(PackPdf::font, "Liberation Sans");
        builder.withHtmlContent(
                "<html lang=\"en-GB\"><head><title>" + line(title) + "</title><meta name=\"subject\" content=\""
                        + line(title) + "\"/><style>" + STYLE + "</style></head><body>" + body + "</body></html>",
                null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Characters that the font cannot draw are left to it; those that XML forbids never arrive here. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : HtmlUtils.htmlEscapeDecimal(typed).replace("\n", "<br/>");
    }

    private static String line(String typed) {
        return HtmlUtils.htmlEscapeDecimal(typed).replace('\n', ' ');
    }

    private static InputStream font() {
        return Objects.requireNonNull(PackPdf.class.getResourceAsStream(FONT), "PDFBox no longer brings " + FONT);
    }

    private static void close(PDDocument pages) {
        try {
            pages.close();
        } catch (IOException e) {
            LOG.warn("A paper was not closed", e);
        }
    }
}
