package uk.slipway.particulars;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.DevelopmentSecret;

/**
 * The ring of keys that particulars are sealed under: {@code slipway.particulars.keys=2027:BASE64,2026:BASE64}, each of 256
 * bits. The first seals; all open, so that a key can be changed while what the older ones sealed is sealed anew. Without any,
 * particulars cannot be stored, and their page says so. A development machine makes one up.
 */
@Component
@Lazy(false)
class ParticularsKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ParticularsKeys.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys;

    @Autowired
    ParticularsKeys(Environment environment) {
        this(given(environment));
    }

    private ParticularsKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads a ring as it is set.
     *
     * @throws IllegalStateException when a key has no name, no 256 bits, or the name of another
     */
    static ParticularsKeys of(String setting) {
        return new ParticularsKeys(read(setting));
    }

    /** The key that seals: its name; empty when there is none. */
    Optional<String> current() {
        return keys.keySet().stream().findFirst();
    }

    Optional<SecretKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    Set<String> names() {
        return keys.keySet();
    }

    private static Map<String, SecretKey> given(Environment environment) {
        var setting = environment.getProperty("slipway.particulars.keys", "");
        if (!setting.isBlank()) {
            return read(setting);
        }
        if (environment.acceptsProfiles(Profiles.of("test"))) {
            return Map.of("test", new SecretKeySpec(DevelopmentSecret.made(), "AES"));
        }
        if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
            var file = Path.of(environment.getProperty("slipway.data-folder", ".slipway"), "particulars-key");
            var bytes = Base64.getDecoder().decode(DevelopmentSecret.keptIn(file));
            return Map.of("demonstration", new SecretKeySpec(bytes, "AES"));
        }
        LOG.warn("slipway.particulars.keys is not set: particulars of placed children cannot be stored");
        return Map.of();
    }

    private static Map<String, SecretKey> read(String setting) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var entry : setting.split(",", -1)) {
            var parts = entry.strip().split(":", 2);
            if (parts.length != 2 || !NAME.matcher(parts[0]).matches()) {
                throw wrong("each key is NAME:BASE64, the name of letters, digits and hyphens");
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(parts[1].strip());
            } catch (IllegalArgumentException notBase64) {
                throw wrong("the key " + parts[0] + " is not Base64");
            }
            if (bytes.length != BYTES) {
                throw wrong("the key " + parts[0] + " has " + bytes.length * 8 + " bits and needs 256");
            }
            if (keys.put(parts[0], new SecretKeySpec(bytes, "AES")) != null) {
                throw wrong("two keys are called " + parts[0]);
            }
        }
        return keys;
    }

    /** Never says what was set: it is a secret. */
    private static IllegalStateException wrong(String what) {
        return new IllegalStateException("slipway.particulars.keys cannot be read: " + what);
    }
}
