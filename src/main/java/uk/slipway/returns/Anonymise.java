package uk.slipway.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.kept.Secret;

/**
 * Makes of one indicator's accepted figures of a quarter what may stand in a public paper: letters for names, in an order
 * that a secret shuffles, small numbers left out. The order is the same at every printing and another for every quarter
 * and indicator, so that a letter cannot be followed from one paper to the next.
 */
@Component
class Anonymise {

    /** Fewer authorities than this are not hidden by letters. */
    static final int FEWEST_AUTHORITIES = 5;

    private final SecretKeySpec key;

    Anonymise(Secret secret) {
        this.key = secret.key("the order of an anonymised quarterly return", "HmacSHA256");
    }

    /**
     * What may be shown.
     *
     * @param lines one for each authority with a figure; none where they are too few
     * @param total the region's figure, or null where there is none or it would give a small number away
     * @param left how many figures are left out
     * @param without how many authorities have no figure
     * @param tooFew whether there are too few authorities to be hidden
     */
    record View(List<Line> lines, @Nullable RegionsFigure total, int left, int without, boolean tooFew) {}

    /** @param value rounded as it is shown, or null where it is left out */
    record Line(String letter, @Nullable BigDecimal value) {}

    View of(List<ReturnRows.Placed> figures) {
        var accepted = figures.stream()
                .filter(placed -> placed.answer().state() == ReturnState.ACCEPTED)
                .toList();
        var shown = accepted.stream()
                .filter(placed ->
                        worth(placed) != null || "c".equals(placed.figure().symbol()))
                .sorted(Comparator.comparing(this::order))
                .toList();
        int without = accepted.size() - shown.size();
        if (shown.size() < FEWEST_AUTHORITIES) {
            return new View(List.of(), null, 0, without, true);
        }
        var definition = shown.getFirst().asked().definition();
        var suppression = NamedFigures.suppressed(shown);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < shown.size(); i++) {
            var worth = worth(shown.get(i));
            boolean left = worth == null || suppression.left().contains(i);
            lines.add(new Line(
                    letter(i),
                    left || worth == null ? null : worth.setScale(definition.decimalPlaces(), RoundingMode.HALF_UP)));
        }
        return new View(
                lines,
                suppression.withoutTotal()
                        ? null
                        : RegionsFigure.of(
                                        definition,
                                        shown.stream()
                                                .map(ReturnRows.Placed::figure)
                                                .toList())
                                .orElse(null),
                (int) lines.stream().filter(line -> line.value() == null).count(),
                without,
                false);
    }

    private static @Nullable BigDecimal worth(ReturnRows.Placed placed) {
        return placed.figure().worth(placed.asked().definition());
    }

    private String order(ReturnRows.Placed placed) {
        var message = placed.quarter().id() + " " + placed.asked().indicator() + " "
                + placed.answer().authority().value();
        return HexFormat.of().formatHex(Secret.mac(key, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** A to Z, then AA, AB and so on. */
    static String letter(int place) {
        var last = Character.toString('A' + place % 26);
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
