package uk.slipway.enquiries;

import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.slipway.kept.Secret;
import uk.slipway.kernel.KeyRing;

/**
 * The ring of keys that people who enquire are sealed and looked up under: {@code slipway.enquiries.keys}, and behind it the key
 * made from the installation's secret, which serves alone where no ring is set. The first seals, all open.
 */
@Component
@Lazy(false)
class EnquiryKeys {

    /** The name of the key made from {@code slipway.secret}. */
    static final String OF_THE_SECRET = "secret";

    static final String PROPERTY = "slipway.enquiries.keys";
    private static final String SEALING = "people who enquire";
    private static final String LOOK_UP = "finding people who enquire";
    private static final String HASH = "HmacSHA256";

    private final List<Key> keys;

    /**
     * One key of the ring.
     *
     * @param sealing encrypts
     * @param lookUp makes the hashes by which somebody is found again
     */
    record Key(String name, SecretKeySpec sealing, SecretKeySpec lookUp) {}

    @Autowired
    EnquiryKeys(Environment environment, Secret secret) {
        this(environment.getProperty(PROPERTY, ""), secret);
    }

    /** @throws IllegalStateException when the ring cannot be read, or a key has the name of the secret's */
    EnquiryKeys(String ring, Secret secret) {
        var all = new ArrayList<Key>();
        if (!ring.isBlank()) {
            KeyRing.read(PROPERTY, ring)
                    .forEach((name, bytes) -> all.add(new Key(
                            name,
                            new SecretKeySpec(Secret.mac(new SecretKeySpec(bytes, HASH), Secret.bytes(SEALING)), "AES"),
                            new SecretKeySpec(
                                    Secret.mac(new SecretKeySpec(bytes, HASH), Secret.bytes(LOOK_UP)), HASH))));
        }
        if (all.stream().anyMatch(key -> key.name().equals(OF_THE_SECRET))) {
            throw new IllegalStateException(PROPERTY + " cannot be read: no key may be called " + OF_THE_SECRET);
        }
        all.add(new Key(OF_THE_SECRET, secret.key(SEALING, "AES"), secret.key(LOOK_UP, HASH)));
        keys = List.copyOf(all);
    }

    /** The key that seals. */
    Key current() {
        return keys.getFirst();
    }

    /** All keys, the one that seals first. */
    List<Key> all() {
        return keys;
    }
}
