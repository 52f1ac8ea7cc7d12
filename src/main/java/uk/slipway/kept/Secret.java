package uk.slipway.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The one secret of this installation, {@code slipway.secret} (at least 32 characters), and the keys made from it. On a
 * development machine it is made up once and kept in the data folder; a server without one does not start.
 */
@Component
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
            secret = made();
        } else if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
            secret = keptIn(Path.of(environment.getProperty("slipway.data-folder", ".slipway"), "secret"));
        } else {
            throw new IllegalStateException(
                    "Set slipway.secret (or the environment variable SLIPWAY_SECRET) to at least 32 random characters, "
                            + "the same on every start: it protects what people typed when their session ended");
        }
    }

    /** A key of 256 bits for one purpose, in words; another purpose has another key. */
    public SecretKeySpec key(String purpose, String algorithm) {
        return new SecretKeySpec(
                mac(new SecretKeySpec(secret, ALGORITHM), purpose.getBytes(StandardCharsets.UTF_8)), algorithm);
    }

    /** Seals what is kept for one purpose, so that nobody reads it from the database alone. */
    public Envelope envelope(String purpose) {
        return new Envelope(key(purpose, "AES"));
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

    private static byte[] made() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                if (file.getParent() != null) {
                    Files.createDirectories(file.getParent());
                }
                Files.writeString(file, Base64.getEncoder().encodeToString(made()), StandardOpenOption.CREATE_NEW);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
