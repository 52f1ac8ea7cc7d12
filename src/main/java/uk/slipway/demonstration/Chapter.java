package uk.slipway.demonstration;

/**
 * A room's part of the demonstration. Implemented package-private in the room, as a {@code @Component} of the profile
 * {@code demonstration}, so that it uses the room's own use cases and can only show what the room really does.
 *
 * <p>The play goes year by year, and inside a year in the order of {@link Place}; each chapter puts its scenes on their
 * days with {@link Stage#scene}. Nothing invented is said about a real authority: people are made up, narrative shows
 * the form ("Example strength: …"), everything is on time. What is late, returned, disputed or poor happens at
 * {@link Stage#fictitious()}.
 */
public interface Chapter {

    /** When a chapter is played within a year; the order of the work itself. */
    enum Place {
        /** People get accounts, roles and appointments. Played once, in the first year. */
        ACCOUNTS,
        /** The year's cycle opens, memoranda are signed. */
        CYCLES,
        /** Forums are scheduled and panels confirmed, so that panels read from submission. */
        FORUMS_PLANNED,
        /** Self-evaluations are written, signed and submitted. */
        SELF_EVALUATIONS,
        /** Packs, questions and responses; forums are held. */
        FORUMS_HELD,
        /** Headlines are drafted, agreed, disputed, shared. */
        HEADLINES,
        /** Conversations are held; forums close. */
        CONVERSATIONS,
        /** Last year's commitments are looked at. */
        COMMITMENTS,
        /** Boards meet and decide; a room's {@code @Order} says who comes first. */
        BOARDS
    }

    Place place();

    /**
     * Plays the chapter for one year.
     *
     * @param stage the people and authorities, and the means to act as one of them on a day
     * @param year the year that is told: last year (complete) or this year (up to today)
     */
    void play(Stage stage, StagedYear year);
}
