package uk.slipway.headlines;

import uk.slipway.peerchallenge.ForumState;

/** What a forum's state means for its headlines. */
enum ForumPhase {
    BEFORE,
    AT_IT,
    AGREEING,
    AGREED,
    OFF;

    static ForumPhase of(ForumState state) {
        return switch (state) {
            case PLANNED, PANEL_CONFIRMED -> BEFORE;
            case PACK_ISSUED, QUESTIONS_ISSUED, RESPONSES_IN, HELD -> AT_IT;
            case HEADLINES_DRAFT -> AGREEING;
            case HEADLINES_AGREED, CONVERSATION_HELD, CLOSED -> AGREED;
            case POSTPONED, CANCELLED -> OFF;
        };
    }

    boolean takesHeadlines() {
        return this == AT_IT || this == AGREEING;
    }
}
