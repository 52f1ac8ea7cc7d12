package uk.slipway.web;

import org.jspecify.annotations.Nullable;

/** What the markers in a text stand for. */
@FunctionalInterface
public interface Insertions {

    /** No marker stands for anything; each is the text that was typed. */
    Insertions NONE = marker -> null;

    /**
     * What is shown in a marker's place.
     *
     * @param words the words themselves
     * @param href where they lead, inside the application
     * @param after what follows in brackets, such as what has become of it since, or null
     */
    record Inserted(String words, String href, @Nullable String after) {

        /** As it reads where there are no links. */
        public String inWords() {
            return after == null ? words : words + " (" + after + ")";
        }
    }

    /**
     * What a marker stands for; null where it is unknown, and then the text stays as it was typed.
     *
     * @param marker without its brackets: {@code figure:1a2b3c4d}
     */
    @Nullable
    Inserted of(String marker);
}
