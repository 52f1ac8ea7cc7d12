package uk.slipway.roadmap;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something national or devolved that priorities join up with, such as the Northern Powerhouse in 2016. */
record Initiative(
        UUID id,
        long version,
        Kind kind,
        String name,
        String about,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    /** Whose initiative it is. */
    enum Kind {
        NATIONAL("National"),
        DEVOLVED("Devolved");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it is shown to people. */
        String inWords() {
            return words;
        }
    }
}
