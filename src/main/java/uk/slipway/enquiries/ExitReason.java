package uk.slipway.enquiries;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody goes no further for now. Each can be reopened. */
enum ExitReason {
    WITHDREW("Withdrew", "withdrew"),
    COUNSELLED_OUT("Counselled out", "was counselled out"),
    UNSUITABLE("Unsuitable", "was found unsuitable"),
    ON_HOLD("On hold", "is on hold"),
    MOVED_AGENCY("Moved to another agency", "moved to another agency");

    private final String words;
    private final String told;

    ExitReason(String words, String told) {
        this.words = words;
        this.told = told;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    /** In words that follow "the person". */
    String told() {
        return told;
    }

    /** The reason with this name; empty for any other text. */
    static Optional<ExitReason> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
