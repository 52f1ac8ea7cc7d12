package uk.slipway.threads;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Shows the golden thread of one thing, as far as the viewer may see it. */
@UseCase(readOnly = true)
class FollowThread {

    private final Links links;
    private final ObjectProvider<ThreadSource> rooms;

    FollowThread(Links links, ObjectProvider<ThreadSource> rooms) {
        this.links = links;
        this.rooms = rooms;
    }

    /**
     * One statement for the links and one for each kind of thing among them, however many they are.
     *
     * @throws NotFound when there is no such thing, or the viewer may not see it
     */
    GoldenThread of(RecordRef start, Viewer viewer) {
        var around = links.around(start);
        var all = Stream.concat(Stream.of(start), around.stream().flatMap(link -> Stream.of(link.from(), link.made())))
                .collect(groupingBy(RecordRef::kind, mapping(RecordRef::id, toSet())));
        var visible = new HashMap<RecordRef, Summary>();
        rooms.stream()
                .filter(room -> all.containsKey(room.kind()))
                .forEach(room -> room.describe(viewer, Objects.requireNonNull(all.get(room.kind())))
                        .forEach((id, summary) -> visible.put(new RecordRef(room.kind(), id), summary)));
        if (!visible.containsKey(start)) {
            throw new NotFound();
        }
        return GoldenThread.of(start, List.copyOf(around), Map.copyOf(visible));
    }
}
