package uk.slipway.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param account the account, or null for the system itself or somebody not signed in
 * @param name the person's name as it was then
 * @param actingAs the role they acted in, in words: {@code Director of Children's Services, Bolton}
 */
public record Actor(
        @Nullable UUID account, String name, @Nullable String actingAs) {

    /** The system itself: a scheduled job, a start-up. */
    public static final Actor SYSTEM = new Actor(null, "Slipway", null);
}
