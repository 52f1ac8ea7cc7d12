package uk.slipway.enquiries;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an enquiry came in. */
enum Channel {
    FORM("Public form"),
    TELEPHONE("Telephone"),
    EVENT("Event"),
    EMAIL("E-mail"),
    OTHER("Another way");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    /** The channel with this name; empty for any other text. */
    static Optional<Channel> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }
}
