package uk.slipway.web;

/**
 * One step of a process that a record goes through.
 *
 * @param name the step, such as "Signed off"
 * @param words when it was or is to be, such as "5 December 2026"
 * @param progress how far it is
 */
public record Step(String name, String words, Progress progress) {
    /** How far a step is. */
    public enum Progress {
        DONE,
        NOW,
        LATE,
        AHEAD
    }

    /** Whether this is the step the record stands at. */
    public boolean now() {
        return progress == Progress.NOW || progress == Progress.LATE;
    }

    /** The class that draws it; the words say the same. */
    public String cssClass() {
        return switch (progress) {
            case DONE -> "slipway-steps__done";
            case NOW -> "slipway-steps__now";
            case LATE -> "slipway-steps__late";
            case AHEAD -> "slipway-steps__ahead";
        };
    }
}
