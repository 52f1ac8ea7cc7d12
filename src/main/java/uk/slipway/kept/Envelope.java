package uk.slipway.kept;

import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import uk.slipway.kernel.Seal;

/**
 * Seals bytes for one purpose, bound to the id they are kept under. Made by {@link Secret#envelope}, with a key of its own
 * for each purpose.
 */
public final class Envelope {

    private final SecretKeySpec key;

    Envelope(SecretKeySpec key) {
        this.key = key;
    }

    /** The bytes as they may be kept. */
    public byte[] seal(UUID id, byte[] content) {
        return Seal.seal(key, id.toString(), content);
    }

    /** @throws IllegalStateException when they were kept under another id, with another secret, or have been changed */
    public byte[] open(UUID id, byte[] kept) {
        try {
            return Seal.open(key, id.toString(), kept);
        } catch (Seal.Broken broken) {
            throw new IllegalStateException("What was kept cannot be read: has slipway.secret changed?", broken);
        }
    }
}
