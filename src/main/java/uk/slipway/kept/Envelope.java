package uk.slipway.kept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts bytes, bound to the id they are kept under, with AES-GCM (NIST SP 800-38D) and a fresh 96-bit nonce. Made by
 * {@link Secret#envelope}, with a key of its own for each purpose.
 */
public final class Envelope {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Envelope(SecretKeySpec key) {
        this.key = key;
    }

    /** The bytes as they may be kept. */
    public byte[] seal(UUID id, byte[] content) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce, content);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when they were kept under another id, with another secret, or have been changed */
    public byte[] open(UUID id, byte[] kept) {
        var buffer = ByteBuffer.wrap(kept);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, id, nonce, sealed);
    }

    private byte[] cipher(int mode, UUID id, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("What was kept cannot be read: has slipway.secret changed?", failure);
        }
    }
}
