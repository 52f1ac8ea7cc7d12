package uk.slipway.datasets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The file behind a release.
 *
 * @param bytes as it was sent, packed or not
 * @param sha256 of those bytes, in hexadecimal digits
 * @param encoding how its text was read: {@code UTF-8} or {@code windows-1252}
 */
@Embeddable
record SentFile(
        @Column(name = "file_name") String name,
        @Column(name = "file_bytes") long bytes,
        @Column(name = "file_sha256") String sha256,
        @Column(name = "encoding") String encoding) {

    SentFile readAs(String as) {
        return new SentFile(name, bytes, sha256, as);
    }
}
