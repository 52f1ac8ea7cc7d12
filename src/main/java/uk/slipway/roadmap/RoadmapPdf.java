package uk.slipway.roadmap;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** The roadmap's picture on one side of A3, landscape, with the same places as on the page; however long, it is made to fit. */
@Component
class RoadmapPdf {

    /** The font that PDFBox brings along, so that names keep their accents. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 34;
    private static final float HEAD = 74;
    private static final Color INK = new Color(0x0b0c0c);
    private static final Color QUIET = new Color(0x505a5f);
    private static final Color LINE = new Color(0xb1b4b6);
    private static final Color PALE = new Color(0xe3efee);
    private static final Color DARK = new Color(0x12436d);
    private static final Color LATE = new Color(0xb10e1e);

    byte[] of(RoadmapPages.RoadmapPage page) {
        try (var document = new PDDocument();
                var font = Objects.requireNonNull(RoadmapPdf.class.getResourceAsStream(FONT), FONT)) {
            var sheet = new PDPage(new PDRectangle(PDRectangle.A3.getHeight(), PDRectangle.A3.getWidth()));
            document.addPage(sheet);
            document.getDocumentInformation().setTitle(page.title());
            document.getDocumentCatalog().setLanguage("en-GB");
            var letters = PDType0Font.load(document, font, true);
            try (var content = new PDPageContentStream(document, sheet)) {
                new Sheet(content, letters, sheet.getMediaBox(), page.picture().height()).draw(page);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One side of paper. Places are the picture's own, from its upper left corner. */
    private record Sheet(PDPageContentStream content, PDFont font, PDRectangle paper, int pictureHeight) {

        private float scale() {
            return Math.min(
                    (paper.getWidth() - 2 * MARGIN) / RoadmapPicture.WIDTH,
                    (paper.getHeight() - 2 * MARGIN - HEAD) / pictureHeight);
        }

        private float x(float x) {
            return MARGIN + x * scale();
        }

        private float y(float y) {
            return paper.getHeight() - MARGIN - HEAD + 14 - y * scale();
        }

        void draw(RoadmapPages.RoadmapPage page) throws IOException {
            words(page.title(), MARGIN, paper.getHeight() - MARGIN - 18, 20, INK, "start");
            words(
                    page.finding() + ". " + page.asAt()
                            + ". Bars are activities; diamonds are milestones, filled once reached.",
                    MARGIN,
                    paper.getHeight() - MARGIN - 40,
                    11,
                    QUIET,
                    "start");
            var picture = page.picture();
            for (var quarter : picture.quarters()) {
                line(quarter.x(), 8, quarter.x(), picture.height() - 8, LINE, 0.5f);
                text(quarter.months(), quarter.middle(), 22, 13, INK, "middle");
                text(quarter.year(), quarter.middle(), 42, 13, QUIET, "middle");
            }
            for (var band : picture.bands()) {
                band(band);
            }
            var today = picture.today();
            if (today != null) {
                content.setLineDashPattern(new float[] {6, 4}, 0);
                line(today, 48, today, picture.height() - 8, LATE, 1.5f);
                content.setLineDashPattern(new float[] {}, 0);
            }
        }

        private void band(RoadmapPicture.Band band) throws IOException {
            rectangle(band.x(), band.y() + 4, band.width(), band.height() - 8, PALE);
            line(0, band.y(), 1190, band.y(), LINE, 0.7f);
            for (var name : band.name()) {
                text(name.words(), 4, name.y(), 15, INK, "start");
            }
            text(band.standing().words(), 4, band.standing().y(), 15, QUIET, "start");
            for (var bar : band.bars()) {
                rectangle(bar.x(), bar.y(), bar.width(), 14, DARK);
                text(bar.words(), bar.textX(), bar.y() + 12, 14, INK, bar.anchor());
            }
            for (var mark : band.marks()) {
                diamond(mark.x(), mark.y() + 7, mark.reached() ? DARK : Color.WHITE, mark.late() ? LATE : DARK);
                text(mark.words(), mark.textX(), mark.y() + 12, 14, INK, mark.anchor());
            }
            var more = band.more();
            if (more != null) {
                text(more.words(), 330, more.y(), 14, QUIET, "start");
            }
        }

        private void text(String words, float x, float y, float size, Color colour, String anchor) throws IOException {
            words(words, x(x), y(y), size * scale(), colour, anchor);
        }

        private void words(String typed, float x, float y, float size, Color colour, String anchor) throws IOException {
            var words = drawable(typed);
            float width = font.getStringWidth(words) / 1000 * size;
            content.beginText();
            content.setNonStrokingColor(colour);
            content.setFont(font, size);
            content.newLineAtOffset(anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x, y);
            content.showText(words);
            content.endText();
        }

        /** What the font cannot draw becomes a question mark, so that whatever was typed can be printed. */
        private String drawable(String typed) {
            var kept = new StringBuilder();
            typed.codePoints().forEach(letter -> kept.append(has(letter) ? Character.toString(letter) : "?"));
            return kept.toString();
        }

        private boolean has(int letter) {
            try {
                font.encode(Character.toString(letter));
                return !Character.isISOControl(letter);
            } catch (IOException | IllegalArgumentException | IllegalStateException none) {
                return false;
            }
        }

        private void rectangle(float x, float y, float width, float height, Color colour) throws IOException {
            content.setNonStrokingColor(colour);
            content.addRect(x(x), y(y + height), width * scale(), height * scale());
            content.fill();
        }

        private void line(float x, float y, float toX, float toY, Color colour, float width) throws IOException {
            content.setStrokingColor(colour);
            content.setLineWidth(width);
            content.moveTo(x(x), y(y));
            content.lineTo(x(toX), y(toY));
            content.stroke();
        }

        private void diamond(float x, float y, Color fill, Color edge) throws IOException {
            content.setNonStrokingColor(fill);
            content.setStrokingColor(edge);
            content.setLineWidth(1.5f);
            content.moveTo(x(x), y(y - 8));
            content.lineTo(x(x + 8), y(y));
            content.lineTo(x(x), y(y + 8));
            content.lineTo(x(x - 8), y(y));
            content.closeAndFillAndStroke();
        }
    }
}
