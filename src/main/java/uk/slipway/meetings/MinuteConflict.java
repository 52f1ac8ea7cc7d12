package uk.slipway.meetings;

import org.jspecify.annotations.Nullable;

/** Somebody else saved the minute of this item after it was opened; both texts are kept. */
class MinuteConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String theirs;
    private final @Nullable String by;
    private final long version;

    MinuteConflict(String theirs, @Nullable String by, long version) {
        super("The minute was saved by somebody else meanwhile");
        this.theirs = theirs;
        this.by = by;
        this.version = version;
    }

    String theirs() {
        return theirs;
    }

    @Nullable
    String by() {
        return by;
    }

    long version() {
        return version;
    }
}
