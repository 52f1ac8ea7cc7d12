package uk.slipway.kept;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;

/**
 * The key that every form of a signed-in person carries: whose form it is and until when that holds, signed. It lets
 * nobody in and does nothing; it only says for whom to keep what was typed.
 */
@Component
class KeepKey {

    /** A form left open over a long weekend is still somebody's work. */
    static final Duration HOLDS = Duration.ofDays(7);

    private static final int PAYLOAD = 24;
    private static final int SIGNED = PAYLOAD + 32;
    private static final int TEXT = 75;

    private final SecretKeySpec key;
    private final Clock clock;

    KeepKey(Secret secret, Clock clock) {
        this.key = secret.key("the key in a form", "HmacSHA256");
        this.clock = clock;
    }

    String of(AccountId account) {
        var payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .putLong(clock.instant().plus(HOLDS).getEpochSecond())
                .array();
        var signed = ByteBuffer.allocate(SIGNED).put(payload).put(Secret.mac(key, payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** Whose form it is; empty when the key is forged, damaged or too old. */
    Optional<AccountId> read(String text) {
        if (text.length() != TEXT) {
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
        var fields = ByteBuffer.wrap(payload);
        var account = new AccountId(new UUID(fields.getLong(), fields.getLong()));
        return Instant.ofEpochSecond(fields.getLong()).isAfter(clock.instant())
                ? Optional.of(account)
                : Optional.empty();
    }
}
