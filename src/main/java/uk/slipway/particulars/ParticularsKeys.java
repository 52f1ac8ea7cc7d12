package uk.slipway.particulars;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import uk.slipway.kernel.KeyRing;

/**
 * The ring of keys that particulars are sealed under: {@code slipway.particulars.keys=2027:BASE64,2026:BASE64}, each of 256
 * bits. The first seals; all open, so that a key can be changed while what the older ones sealed is sealed anew. Without any,
 * particulars cannot be stored, and their page says so. A development machine makes one up.
 */
@Component
@Lazy(false)
class ParticularsKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ParticularsKeys.class);
    static final String PROPERTY = "slipway.particulars.keys";

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
        var setting = environment.getProperty(PROPERTY, "");
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
        LOG.warn("{} is not set: particulars of placed children cannot be stored", PROPERTY);
        return Map.of();
    }

    private static Map<String, SecretKey> read(String setting) {
        var keys = new LinkedHashMap<String, SecretKey>();
        KeyRing.read(PROPERTY, setting).forEach((name, bytes) -> keys.put(name, new SecretKeySpec(bytes, "AES")));
        return keys;
    }
}
