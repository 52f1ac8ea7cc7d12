package uk.slipway.web;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Markers such as {@code [figure:1a2b3c4d]} in a text that has been read as Markdown. Only running text has them: what stands
 * in code, and a link that somebody gave that name, is left as it is. In the words of a link a marker becomes words alone.
 */
final class MarkersInText extends AbstractVisitor {

    static final Pattern MARKER = Pattern.compile("\\[([a-z]{1,20}:[^\\[\\]\\n]{0,60})]");

    /** Stands where a marker was, while sentences are told apart. */
    private static final char HOLD = '\uFFFC';

    private final Insertions insertions;
    private int links;

    MarkersInText(Insertions insertions) {
        this.insertions = insertions;
    }

    static List<String> in(Node document) {
        var found = new ArrayList<String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                var matcher = MARKER.matcher(text.getLiteral());
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        });
        return found;
    }

    static Optional<String> sentenceWith(Node document, String marker, Insertions insertions) {
        var blocks = new ArrayList<Words>();
        document.accept(new BlocksOfText(blocks, insertions));
        return blocks.stream()
                .flatMap(block -> block.sentenceWith(marker).stream())
                .findFirst();
    }

    @Override
    public void visit(Link link) {
        links++;
        visitChildren(link);
        links--;
    }

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        var matcher = MARKER.matcher(literal);
        int done = 0;
        while (matcher.find()) {
            var inserted = insertions.of(matcher.group(1));
            if (inserted == null) {
                continue;
            }
            before(text, literal.substring(done, matcher.start()));
            done = matcher.end();
            if (links > 0) {
                before(text, inserted.inWords());
                continue;
            }
            var link = new Link(inserted.href(), null);
            link.appendChild(new Text(inserted.words()));
            text.insertBefore(link);
            if (inserted.after() != null) {
                before(text, " (" + inserted.after() + ")");
            }
        }
        text.setLiteral(literal.substring(done));
    }

    private static void before(Text text, String words) {
        if (!words.isEmpty()) {
            text.insertBefore(new Text(words));
        }
    }

    /** The words of one paragraph or heading, with its markers held out. */
    private record Words(StringBuilder text, List<String> markers, Insertions insertions) {

        Optional<String> sentenceWith(String marker) {
            if (!markers.contains(marker)) {
                return Optional.empty();
            }
            int at = placeOf(markers.indexOf(marker));
            var sentences = BreakIterator.getSentenceInstance(Locale.UK);
            sentences.setText(text.toString());
            int end = sentences.following(at);
            int start = sentences.previous();
            return Optional.of(filled(start, end == BreakIterator.DONE ? text.length() : end));
        }

        private int placeOf(int number) {
            int at = -1;
            for (int seen = 0; seen <= number; seen++) {
                at = text.indexOf(String.valueOf(HOLD), at + 1);
            }
            return at;
        }

        private String filled(int start, int end) {
            int number = (int) text.substring(0, start)
                    .chars()
                    .filter(letter -> letter == HOLD)
                    .count();
            var filled = new StringBuilder();
            for (char letter : text.substring(start, end).toCharArray()) {
                if (letter != HOLD) {
                    filled.append(letter);
                    continue;
                }
                var marker = markers.get(number++);
                var inserted = insertions.of(marker);
                filled.append(inserted == null ? "[" + marker + "]" : inserted.words());
            }
            return filled.toString().strip().replaceAll("\\s+", " ");
        }
    }

    /** Collects the words of each innermost block. */
    private static final class BlocksOfText extends AbstractVisitor {

        private final List<Words> blocks;
        private final Insertions insertions;
        private Node current = new Text();
        private Words words;

        BlocksOfText(List<Words> blocks, Insertions insertions) {
            this.blocks = blocks;
            this.insertions = insertions;
            this.words = new Words(new StringBuilder(), new ArrayList<>(), insertions);
        }

        @Override
        public void visit(Text text) {
            // A character that stands for a marker here is none where somebody typed it.
            var literal = text.getLiteral().replace(HOLD, ' ');
            var matcher = MARKER.matcher(literal);
            var into = of(text);
            int done = 0;
            while (matcher.find()) {
                into.text().append(literal, done, matcher.start()).append(HOLD);
                into.markers().add(matcher.group(1));
                done = matcher.end();
            }
            into.text().append(literal.substring(done));
        }

        @Override
        public void visit(Code code) {
            of(code).text().append(code.getLiteral().replace(HOLD, ' '));
        }

        @Override
        public void visit(HtmlInline html) {
            of(html).text().append(html.getLiteral().replace(HOLD, ' '));
        }

        @Override
        public void visit(SoftLineBreak line) {
            of(line).text().append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            of(line).text().append(' ');
        }

        private Words of(Node inline) {
            Node block = inline;
            while (block.getParent() != null && !(block instanceof Block)) {
                block = block.getParent();
            }
            if (!Objects.equals(block, current)) {
                current = block;
                words = new Words(new StringBuilder(), new ArrayList<>(), insertions);
                blocks.add(words);
            }
            return words;
        }
    }
}
