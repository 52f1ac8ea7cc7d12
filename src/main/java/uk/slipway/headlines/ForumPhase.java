package uk.slipway.headlines;

import org.jspecify.annotations.Nullable;
import uk.slipway.peerchallenge.ForumState;

/** What a forum's state means for its headlines. */
enum ForumPhase {
    BEFORE("This forum takes no headlines yet: they are drafted once its pack is issued"),
    AT_IT(null),
    AGREEING(null),
    AGREED("This forum takes no new headlines: its headlines are agreed"),
    OFF("This forum takes no headlines: it is off");

    private final @Nullable String refusal;

    ForumPhase(@Nullable String refusal) {
        this.refusal = refusal;
    }

    static ForumPhase of(ForumState state) {
        return switch (state) {
            case PLANNED, PANEL_CONFIRMED -> BEFORE;
            case PACK_ISSUED, QUESTIONS_ISSUED, RESPONSES_IN, HELD -> AT_IT;
            case HEADLINES_DRAFT -> AGREEING;
            case HEADLINES_AGREED, CONVERSATION_HELD, CLOSED -> AGREED;
            case POSTPONED, CANCELLED -> OFF;
        };
    }

    /** Why no headline can be drafted now, as a sentence without its full stop; null where one can be. */
    @Nullable
    String refusal() {
        return refusal;
    }
}
