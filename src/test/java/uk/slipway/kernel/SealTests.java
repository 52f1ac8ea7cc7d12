package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTests {

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final byte[] content = "Ada, 1 March 2015".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        var sealed = Seal.seal(key, "placement 1", content);
        assertThat(Seal.open(key, "placement 1", sealed)).isEqualTo(content);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
        assertThatThrownBy(() -> Seal.open(key, "placement 2", sealed)).isInstanceOf(Seal.Broken.class);
    }

    @Test
    void anotherKeyAChangedByteOrAStumpDoesNotOpen() {
        var sealed = Seal.seal(key, "here", content);
        var other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> Seal.open(new SecretKeySpec(other, "AES"), "here", sealed))
                .isInstanceOf(Seal.Broken.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> Seal.open(key, "here", sealed)).isInstanceOf(Seal.Broken.class);
        assertThatThrownBy(() -> Seal.open(key, "here", new byte[3])).isInstanceOf(Seal.Broken.class);
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        assertThat(Seal.seal(key, "here", content)).isNotEqualTo(Seal.seal(key, "here", content));
    }
}
