package uk.slipway.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-GCM (NIST SP 800-38D) under a fresh 96-bit nonce, bound to a place: what is sealed for one record
 * does not open as another's. Nonce first, then ciphertext and tag.
 */
public final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /** It was sealed under another key or for another place, or has been changed since. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(Throwable cause) {
            super("What was sealed does not open", cause);
        }
    }

    /**
     * Seals a content.
     *
     * @param key an AES key of 256 bits
     * @param place what it is bound to, such as the record's id
     */
    public static byte[] seal(SecretKey key, String place, byte[] content) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, key, place, nonce, content);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * Opens what was sealed.
     *
     * @throws Broken when key, place or content is another
     */
    public static byte[] open(SecretKey key, String place, byte[] sealed) {
        if (sealed.length < NONCE) {
            throw new Broken(new IllegalArgumentException("Too short"));
        }
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var content = new byte[buffer.remaining()];
        buffer.get(content);
        return run(Cipher.DECRYPT_MODE, key, place, nonce, content);
    }

    private static byte[] run(int mode, SecretKey key, String place, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new Broken(failure);
        }
    }
}
