package uk.slipway.peerchallenge;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A forum would break rules that stop it, or that need a reason nobody has given yet. */
class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Concern> concerns;

    RuleBroken(List<Concern> concerns) {
        super(concerns.stream().map(Concern::words).collect(Collectors.joining(" ")));
        this.concerns = List.copyOf(concerns);
    }

    List<Concern> concerns() {
        return concerns;
    }

    /** Whether no reason would help. */
    boolean stops() {
        return concerns.stream().anyMatch(Concern::stops);
    }

    /**
     * Refuses what stops, and what warns while no reason is given.
     *
     * @param because the reason given, or null
     */
    static void refuse(List<Concern> concerns, @Nullable String because) {
        var against = concerns.stream()
                .filter(concern -> concern.stops() || (concern.warns() && because == null))
                .toList();
        if (!against.isEmpty()) {
            throw new RuleBroken(against);
        }
    }
}
