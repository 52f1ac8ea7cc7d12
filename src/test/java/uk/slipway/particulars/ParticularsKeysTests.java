package uk.slipway.particulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kernel.Seal;
import uk.slipway.placements.PlacementId;

class ParticularsKeysTests {

    private static final String OLD = "2026:" + key(1);
    private static final String NEW = "2027:" + key(2);

    private final PlacementId placement = new PlacementId(UUID.randomUUID());
    private final ChildParticulars child =
            new ChildParticulars(1, "Ada Example", LocalDate.of(2017, 3, 1), "Plan", "Assessment");

    private static String key(int of) {
        var bytes = new byte[32];
        bytes[0] = (byte) of;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SealedParticulars ring(String setting) {
        return new SealedParticulars(ParticularsKeys.of(setting), JsonMapper.shared());
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        var old = ring(OLD).seal(placement, child);
        assertThat(old.key()).isEqualTo("2026");
        var both = ring(NEW + ", " + OLD);
        assertThat(both.open(placement, 1, old)).isEqualTo(child);
        var anew = both.seal(placement, child);
        assertThat(anew.key()).isEqualTo("2027");
        assertThat(ring(NEW).open(placement, 1, anew)).isEqualTo(child);
        assertThatThrownBy(() -> ring(NEW).open(placement, 1, old)).isInstanceOf(SealedParticulars.KeyIsGone.class);
    }

    @Test
    void whatIsSealedOpensForItsPlacementAndChildOnly() {
        var sealed = ring(OLD).seal(placement, child);
        var other = new PlacementId(UUID.randomUUID());
        assertThatThrownBy(() -> ring(OLD).open(other, 1, sealed)).isInstanceOf(Seal.Broken.class);
        assertThatThrownBy(() -> ring(OLD).open(placement, 2, sealed)).isInstanceOf(Seal.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026:not base64!", "2026:c2hvcnQ=", ":AAAA", "a b:AAAA", ","})
    void whatIsNoRingIsRefusedWithoutSayingTheSecret(String setting) {
        assertThatThrownBy(() -> ParticularsKeys.of(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("slipway.particulars.keys cannot be read: ")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void twoKeysOfOneNameAreRefused() {
        assertThatThrownBy(() -> ParticularsKeys.of(OLD + "," + OLD)).hasMessageContaining("two keys are called 2026");
    }
}
