package uk.slipway.peerchallenge;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step a forum came to.
 *
 * @param state the step
 * @param reachedAt when
 * @param byName through whom
 * @param because the reason, for a postponement or a cancellation
 */
@Embeddable
record ReachedStep(
        @Enumerated(EnumType.STRING) ForumState state,
        Instant reachedAt,
        String byName,
        @Nullable String because) {}
