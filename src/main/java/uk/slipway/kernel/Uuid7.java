package uk.slipway.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers of UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then random bits,
 * so that rows made later sort later. The JDK makes no version 7.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    /** A new identifier, stamped with the machine's time. */
    public static UUID next() {
        return at(Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    /** A new identifier stamped with the given moment, for records that tell of the past. */
    public static UUID at(Instant moment) {
        long millis = moment.toEpochMilli();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
