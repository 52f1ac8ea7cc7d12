package uk.slipway.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A short name for a row's filter items: the first 128 bits of a SHA-256 over each text with its length. */
final class Fingerprint {

    private final MessageDigest digest;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Fingerprint add(String item) {
        var bytes = item.getBytes(StandardCharsets.UTF_8);
        digest.update(length.putInt(0, bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** Of everything added since the last time. */
    UUID get() {
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
