package uk.slipway.threads;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.web.Option;

/**
 * Something that another thing can be made from, as a form offers it.
 *
 * @param words what it is and what it says: {@code Question 2: How do you know …}
 */
public record Origin(RecordRef record, String words) {

    /** More than these letters of a thing's words are not read in a list of choices. */
    private static final int LONGEST = 110;

    /** With the beginning of long words. */
    public static Origin of(RecordRef record, String what, String words) {
        var flat = words.strip().replaceAll("\\s+", " ");
        return new Origin(
                record,
                what + ": "
                        + (flat.codePointCount(0, flat.length()) <= LONGEST
                                ? flat
                                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST))
                                                .strip() + "…"));
    }

    /** As a form sends it: {@code question_0190…}. */
    public static String key(RecordRef record) {
        return record.kind() + "_" + record.id();
    }

    /** As choices of a select. */
    public static List<Option> options(List<Origin> offered) {
        return offered.stream()
                .map(origin -> Option.of(key(origin.record()), origin.words()))
                .toList();
    }

    /** Whether a form may send this: nothing, or one of those that were offered. */
    public static boolean isOffered(@Nullable String sent, List<Option> offered) {
        return sent == null
                || sent.isBlank()
                || offered.stream().anyMatch(option -> option.value().equals(sent));
    }

    /** What a form sent, or empty where that is nothing, or nothing that could be a record. */
    public static Optional<RecordRef> parse(@Nullable String sent) {
        int line = sent == null ? -1 : sent.lastIndexOf('_');
        if (sent == null || line < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordRef(sent.substring(0, line), UUID.fromString(sent.substring(line + 1))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
