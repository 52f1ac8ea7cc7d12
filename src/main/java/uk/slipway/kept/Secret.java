package uk.slipway.kept;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.DevelopmentSecret;

/**
 * The one secret of this installation, {@code slipway.secret} (at least 32 characters), and the keys made from it. On a
 * development machine it is made up once and kept in the data folder; a server without one does not start.
 */
@Component
@Lazy(false)
public class Secret {

    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    Secret(Environment environment) {
        var given = environment.getProperty("slipway.secret", "");
        if (!given.isEmpty()) {
            if (given.length() < SHORTEST) {
                throw new IllegalStateException("slipway.secret must have at least 32 characters");
            }
            secret = given.getBytes(StandardCharsets.UTF_8);
        } else if (environment.acceptsProfiles(Profiles.of("test"))) {
            secret = DevelopmentSecret.made();
        } else if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
            secret = DevelopmentSecret.keptIn(
                    Path.of(environment.getProperty("slipway.data-folder", ".slipway"), "secret"));
        } else {
            throw new IllegalStateException(
                    "Set slipway.secret (or the environment variable SLIPWAY_SECRET) to at least 32 random characters, "
                            + "the same on every start: it protects what people typed when their session ended");
        }
    }

    /** A key of 256 bits for one purpose, in words; another purpose has another key. */
    public SecretKeySpec key(String purpose, String algorithm) {
        return new SecretKeySpec(mac(new SecretKeySpec(secret, ALGORITHM), bytes(purpose)), algorithm);
    }

    /** Seals what is kept for one purpose, so that nobody reads it from the database alone. */
    public Envelope envelope(String purpose) {
        return new Envelope(key(purpose, "AES"));
    }

    /** A purpose as bytes, for a key that is made from another one. */
    public static byte[] bytes(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }

    /** The message authentication code of a message under a key that {@link #key} made for {@code HmacSHA256}. */
    public static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
