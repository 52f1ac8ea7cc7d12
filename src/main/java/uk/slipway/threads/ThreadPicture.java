package uk.slipway.threads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.slipway.kernel.RecordRef;

/**
 * A thread drawn from top to bottom: things of the same depth side by side, each joined to what was made from it.
 *
 * @param columns how many stand side by side at most, from 1 to 3
 */
record ThreadPicture(int width, int height, int columns, List<Box> boxes, List<Line> lines) {

    private static final int MOST_BESIDE = 3;
    private static final int BOX_WIDTH = 250;
    private static final int BOX_HEIGHT = 74;
    private static final int GAP = 20;
    private static final int DROP = 34;

    /** Where nothing stands beside, there is room for more of the words. */
    private static final int WIDE = 400;

    /** About how many of a picture's units a letter takes. */
    private static final int LETTER = 9;

    /** @param look the class that draws it */
    record Box(int x, int y, int width, int height, String what, List<String> lines, String look) {}

    record Line(int fromX, int fromY, int toX, int toY) {}

    static ThreadPicture of(GoldenThread thread) {
        var layers = new TreeMap<Integer, List<GoldenThread.Thing>>();
        thread.things()
                .forEach(thing -> layers.computeIfAbsent(thing.depth(), depth -> new ArrayList<>())
                        .add(thing));
        int columns = Math.min(
                MOST_BESIDE, layers.values().stream().mapToInt(List::size).max().orElse(1));
        int wide = columns == 1 ? WIDE : BOX_WIDTH;
        int letters = (wide - 20) / LETTER;
        int width = columns * wide + (columns - 1) * GAP + 4;
        var places = new HashMap<RecordRef, Box>();
        var boxes = new ArrayList<Box>();
        int y = 2;
        for (var layer : layers.values()) {
            for (int first = 0; first < layer.size(); first += columns) {
                var row = layer.subList(first, Math.min(layer.size(), first + columns));
                int left = (width - row.size() * wide - (row.size() - 1) * GAP) / 2;
                for (int place = 0; place < row.size(); place++) {
                    var thing = row.get(place);
                    var box = new Box(
                            left + place * (wide + GAP),
                            y,
                            wide,
                            BOX_HEIGHT,
                            cut(thing.summary().what(), letters - 2),
                            wrapped(thing.summary().words(), letters),
                            thing.record().equals(thread.start()) ? "slipway-golden__here" : "slipway-golden__box");
                    places.put(thing.record(), box);
                    boxes.add(box);
                }
                y += BOX_HEIGHT + DROP;
            }
        }
        return new ThreadPicture(width, y - DROP + 2, columns, List.copyOf(boxes), lines(thread, places));
    }

    private static List<Line> lines(GoldenThread thread, Map<RecordRef, Box> places) {
        var lines = new ArrayList<Line>();
        for (var link : thread.links()) {
            var from = places.get(link.from());
            var made = places.get(link.made());
            if (from != null && made != null && from.y() < made.y()) {
                lines.add(new Line(
                        from.x() + from.width() / 2, from.y() + BOX_HEIGHT, made.x() + made.width() / 2, made.y()));
            }
        }
        return lines;
    }

    /** The beginning of the words on two lines. */
    private static List<String> wrapped(String words, int letters) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
                if (lines.size() == 2) {
                    break;
                }
            }
            line.append(line.length() == 0 ? "" : " ").append(word.length() > letters ? cut(word, letters) : word);
        }
        if (lines.size() < 2) {
            lines.add(line.toString());
        } else {
            lines.set(1, cut(lines.get(1) + "…", letters));
        }
        return List.copyOf(lines);
    }

    private static String cut(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }
}
