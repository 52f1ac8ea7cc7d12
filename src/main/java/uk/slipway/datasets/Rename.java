package uk.slipway.datasets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a new release that seems to be a thing of the release before under another name.
 *
 * @param filter the filter's name in the new release, of an item; else null
 * @param before its name, or the item, in the release before
 * @param now its name, or the item, in this release
 * @param sameValues the share of its figures before that stand here at the same places and periods, 0 to 1; null where the
 *     two releases have no place and period in common. Of a filter: the share of its items.
 * @param samePlace whether it stands in the same column of the file
 * @param alike whether the two names are alike
 */
record Rename(
        UUID id,
        RenameKind kind,
        @Nullable String filter,
        String before,
        String now,
        String labelBefore,
        String labelNow,
        @Nullable BigDecimal sameValues,
        boolean samePlace,
        boolean alike,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    /** What a person has said of it. */
    enum State {
        PROPOSED,
        RENAMED,
        DIFFERENT
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What it is, with both names. */
    public String inWords() {
        return kind.inWords() + (filter == null ? "" : " " + filter) + ": “" + full(labelBefore, before) + "” before, “"
                + full(labelNow, now) + "” now";
    }

    private static String full(String label, String name) {
        return label.equals(name) ? label : label + " (" + name + ")";
    }

    /** Why it is proposed. */
    public String reason() {
        var reasons = new ArrayList<String>();
        if (sameValues != null) {
            var percent = sameValues
                            .multiply(HUNDRED)
                            .setScale(0, RoundingMode.HALF_UP)
                            .toPlainString() + "%";
            reasons.add(
                    kind == RenameKind.FILTER
                            ? percent + " of its items are the same."
                            : percent + " of its figures before stand here, at the same places and periods.");
        } else {
            reasons.add("The two releases share no place and period in which its figures could be compared.");
        }
        if (alike) {
            reasons.add("The names are alike.");
        }
        if (samePlace) {
            reasons.add("It stands in the same column of the file.");
        }
        return String.join(" ", reasons);
    }
}
