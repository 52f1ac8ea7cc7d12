package uk.slipway.particulars;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kernel.Seal;
import uk.slipway.placements.PlacementId;

/** Seals a child's particulars under the ring's first key, bound to the placement and the child's number, and opens them. */
@Component
class SealedParticulars {

    private final ParticularsKeys keys;
    private final JsonMapper json;

    SealedParticulars(ParticularsKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** A ciphertext and the name of its key. */
    record Sealed(String key, byte[] bytes) {}

    /** What is inside; the number is outside, and bound. */
    private record Inside(String name, LocalDate born, String carePlan, String assessment) {}

    boolean possible() {
        return keys.current().isPresent();
    }

    /** @throws IllegalStateException when there is no key */
    Sealed seal(PlacementId placement, ChildParticulars child) {
        var name = keys.current().orElseThrow(() -> new IllegalStateException("slipway.particulars.keys is not set"));
        var inside = new Inside(child.name(), child.born(), child.carePlan(), child.assessment());
        return new Sealed(
                name,
                Seal.seal(
                        keys.key(name).orElseThrow(),
                        place(placement, child.number()),
                        json.writeValueAsBytes(inside)));
    }

    /**
     * Opens what was sealed.
     *
     * @throws KeyIsGone when its key is not on the ring any more
     * @throws Seal.Broken when it was sealed for another placement or changed since
     */
    ChildParticulars open(PlacementId placement, int number, Sealed sealed) {
        var key = keys.key(sealed.key()).orElseThrow(() -> new KeyIsGone(sealed.key()));
        var inside = json.readValue(Seal.open(key, place(placement, number), sealed.bytes()), Inside.class);
        return new ChildParticulars(number, inside.name(), inside.born(), inside.carePlan(), inside.assessment());
    }

    private static String place(PlacementId placement, int number) {
        return "particulars/" + placement.value() + "/" + number;
    }

    /** It was sealed under a key that this installation no longer has. */
    static final class KeyIsGone extends RuntimeException {
        private static final long serialVersionUID = 1;

        KeyIsGone(String key) {
            super("The key " + key + " is not among slipway.particulars.keys");
        }
    }
}
