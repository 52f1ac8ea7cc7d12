package uk.slipway.cycles;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;

/** Everything that a person owes or that waits for them, from every room. */
@Component
public class WhatIsOwed {

    private static final Comparator<Duty> SOONEST_FIRST = Comparator.comparing(
                    Duty::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Duty::what);

    private final ObjectProvider<Duties> rooms;

    WhatIsOwed(ObjectProvider<Duties> rooms) {
        this.rooms = rooms;
    }

    /** Every duty of the viewer, the soonest due first, those without a date last. */
    public List<Duty> by(Viewer viewer) {
        return rooms.stream()
                .flatMap(room -> room.owedBy(viewer).stream())
                .sorted(SOONEST_FIRST)
                .toList();
    }
}
