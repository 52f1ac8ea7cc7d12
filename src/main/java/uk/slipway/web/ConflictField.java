package uk.slipway.web;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form that two people changed.
 *
 * @param label the field's label
 * @param name the name it is sent under
 * @param mine what the person in front of the screen typed
 * @param theirs what is saved now
 * @param original what both started from, where it is known
 */
public record ConflictField(
        String label,
        String name,
        String mine,
        String theirs,
        @Nullable String original) {
    /** Whether both wrote the same. */
    public boolean same() {
        return mine.equals(theirs);
    }
}
