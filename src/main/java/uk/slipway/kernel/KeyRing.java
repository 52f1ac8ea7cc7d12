package uk.slipway.kernel;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/**
 * Reads a ring of keys as it is set in the environment: {@code 2027:BASE64,2026:BASE64}, each of 256 bits. The first seals; all
 * open, so that a key can be changed while what the older ones sealed is sealed anew.
 */
public final class KeyRing {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final int BYTES = 32;

    private KeyRing() {}

    /**
     * What was done to put what older keys sealed under the first one.
     *
     * @param anew how many records were sealed anew
     * @param left how many could not be opened, because their key is not on the ring or they were changed
     */
    public record Round(int anew, int left) {

        /** Goes round after round until one seals nothing anew: all that were, and what the last could not open. */
        public static Round untilNoneIsLeft(Supplier<Round> round) {
            int anew = 0;
            Round last;
            do {
                last = round.get();
                anew += last.anew();
            } while (last.anew() > 0);
            return new Round(anew, last.left());
        }

        /**
         * Says in the log what came of it; nothing where nothing was to do.
         *
         * @param what whose records they are, as a plural: "particulars of placed children"
         * @param property the setting that holds the ring
         */
        public void tell(Logger log, String what, String property) {
            if (left > 0) {
                log.error("{} {} cannot be opened: put their key back into {}", left, what, property);
            } else if (anew > 0) {
                log.info("{} {} are sealed anew: the older keys are no longer needed", anew, what);
            }
        }
    }

    /**
     * The keys by name, in the order in which they are set.
     *
     * @param property the name of the setting, for the message
     * @throws IllegalStateException when a key has no name, no 256 bits, or the name of another; it never says what was set
     */
    public static Map<String, byte[]> read(String property, String setting) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var entry : setting.split(",", -1)) {
            var parts = entry.strip().split(":", 2);
            if (parts.length != 2 || !NAME.matcher(parts[0]).matches()) {
                throw wrong(property, "each key is NAME:BASE64, the name of letters, digits and hyphens");
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(parts[1].strip());
            } catch (IllegalArgumentException notBase64) {
                throw wrong(property, "the key " + parts[0] + " is not Base64");
            }
            if (bytes.length != BYTES) {
                throw wrong(property, "the key " + parts[0] + " has " + bytes.length * 8 + " bits and needs 256");
            }
            if (keys.put(parts[0], bytes) != null) {
                throw wrong(property, "two keys are called " + parts[0]);
            }
        }
        return keys;
    }

    private static IllegalStateException wrong(String property, String what) {
        return new IllegalStateException(property + " cannot be read: " + what);
    }
}
