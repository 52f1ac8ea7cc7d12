package uk.slipway.enquiries;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.kept.Secret;

/**
 * The key in the public form: when the page was asked for and a number of its own, signed. It stands for a session that
 * nobody needs: the same form sent again has the same key, and one sent faster than anybody types was sent by a program.
 */
@Component
class FormKey {

    /** A form left open overnight is still somebody's; after that they look at it again. */
    static final Duration HOLDS = Duration.ofHours(24);

    private static final int NONCE = 16;
    private static final int PAYLOAD = 8 + NONCE;
    private static final int SIGNED = PAYLOAD + 32;
    private static final int TEXT = 75;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    FormKey(Secret secret, Clock clock) {
        this.key = secret.key("the key in the public form", "HmacSHA256");
        this.clock = clock;
    }

    /**
     * A key that was read.
     *
     * @param nonce what tells one form from another
     * @param madeAt when the page was asked for
     */
    record Read(byte[] nonce, Instant madeAt) {}

    String make() {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(clock.instant().toEpochMilli())
                .put(nonce)
                .array();
        var signed = ByteBuffer.allocate(SIGNED).put(payload).put(Secret.mac(key, payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** Empty when the key is missing, forged, damaged or too old. */
    Optional<Read> read(@Nullable String text) {
        if (text == null || text.length() != TEXT) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (signed.length != SIGNED) {
            return Optional.empty();
        }
        var payload = Arrays.copyOf(signed, PAYLOAD);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(signed, PAYLOAD, SIGNED), Secret.mac(key, payload))) {
            return Optional.empty();
        }
        var madeAt = Instant.ofEpochMilli(ByteBuffer.wrap(payload).getLong());
        var now = clock.instant();
        return madeAt.isAfter(now) || madeAt.plus(HOLDS).isBefore(now)
                ? Optional.empty()
                : Optional.of(new Read(Arrays.copyOfRange(payload, 8, PAYLOAD), madeAt));
    }
}
