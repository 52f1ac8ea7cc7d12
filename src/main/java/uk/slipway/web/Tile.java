package uk.slipway.web;

import org.jspecify.annotations.Nullable;

/**
 * One authority on a board of states.
 *
 * @param name the authority
 * @param href where it leads
 * @param state its step in words: "In review"
 * @param when the day that goes with it, in words, or null
 * @param look how the tile is drawn; the words say the same
 */
public record Tile(
        String name, String href, String state, @Nullable String when, Look look) {
    /** How a tile is drawn. */
    public enum Look {
        WAITING("waiting"),
        UNDER_WAY("under-way"),
        DONE("done"),
        LATE("late"),
        STOPPED("stopped");

        private final String word;

        Look(String word) {
            this.word = word;
        }

        /** The class that draws it. */
        public String cssClass() {
            return "slipway-tile--" + word;
        }
    }
}
