package uk.slipway.threads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.slipway.kernel.RecordRef;

/**
 * The part of a thread that one person may see: from a thing up through what it was made from and down through what was made
 * from it, over visible things alone. What lies behind something hidden is not reached, so that nothing tells of it.
 *
 * @param start where one stands
 * @param things what can be seen, each after what it was made from
 * @param links between them
 * @param more whether more can be seen than is shown
 */
record GoldenThread(RecordRef start, List<Thing> things, List<Link> links, boolean more) {

    /** More things are not shown at once; the nearest are. */
    static final int MOST = 60;

    GoldenThread {
        things = List.copyOf(things);
        links = List.copyOf(links);
    }

    /**
     * One thing of the thread.
     *
     * @param depth how many things lie above it, at the longest
     */
    record Thing(RecordRef record, Summary summary, int depth) {}

    /** @param visible what the viewer may see; the start is among it */
    static GoldenThread of(RecordRef start, List<Link> around, Map<RecordRef, Summary> visible) {
        var reached = new LinkedHashSet<RecordRef>();
        reached.add(start);
        reached.addAll(walk(start, around, visible.keySet(), Link::from, Link::made));
        reached.addAll(walk(start, around, visible.keySet(), Link::made, Link::from));
        var shown = new LinkedHashSet<>(reached.stream().limit(MOST).toList());
        var links = around.stream()
                .filter(link -> shown.contains(link.from()) && shown.contains(link.made()))
                .toList();
        return new GoldenThread(start, inOrder(shown, links, visible), links, reached.size() > shown.size());
    }

    private static Set<RecordRef> walk(
            RecordRef start,
            List<Link> links,
            Set<RecordRef> visible,
            Function<Link, RecordRef> near,
            Function<Link, RecordRef> far) {
        var met = new LinkedHashSet<RecordRef>();
        var waiting = new ArrayDeque<RecordRef>(List.of(start));
        while (!waiting.isEmpty()) {
            var here = waiting.remove();
            for (var link : links) {
                var next = far.apply(link);
                if (near.apply(link).equals(here) && visible.contains(next) && met.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return met;
    }

    /** Each after what it was made from; where that leaves a choice, or a circle leaves none, in the order of strands. */
    private static List<Thing> inOrder(Set<RecordRef> shown, List<Link> links, Map<RecordRef, Summary> visible) {
        Comparator<RecordRef> usual = Comparator.<RecordRef, Strand>comparing(
                        record -> summary(visible, record).strand())
                .thenComparing(record -> summary(visible, record).on(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(RecordRef::id);
        var depths = new HashMap<RecordRef, Integer>();
        var things = new ArrayList<Thing>();
        var waiting = new HashSet<>(shown);
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(record -> links.stream()
                            .noneMatch(link -> link.made().equals(record) && waiting.contains(link.from())))
                    .min(usual)
                    .or(() -> waiting.stream().min(usual))
                    .orElseThrow();
            waiting.remove(next);
            int depth = links.stream()
                    .filter(link -> link.made().equals(next))
                    .mapToInt(link -> depths.getOrDefault(link.from(), -1) + 1)
                    .max()
                    .orElse(0);
            depths.put(next, depth);
            things.add(new Thing(next, summary(visible, next), depth));
        }
        return things;
    }

    private static Summary summary(Map<RecordRef, Summary> visible, RecordRef record) {
        return java.util.Objects.requireNonNull(visible.get(record));
    }
}
