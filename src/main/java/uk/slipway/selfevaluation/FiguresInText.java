package uk.slipway.selfevaluation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Insertions;

/**
 * The figures that a section cites, as markers put them into its text: the value as it was cited, leading to its indicator,
 * and beside it what has been published since where that differs. A marker names a citation of the same section, in every
 * version; any other stays the text that was typed.
 */
record FiguresInText(Map<String, Insertions.Inserted> figures) implements Insertions {

    private static final String PREFIX = "figure:";
    private static final int LETTERS = 8;

    FiguresInText {
        figures = Map.copyOf(figures);
    }

    /** One citation, as far as a text needs it. */
    record Citation(UUID id, CitedFigure figure, @Nullable String since) {}

    /** @param pieces the evidence of one section */
    static FiguresInText of(Collection<Reading.EvidenceLine> pieces) {
        return ofCitations(pieces.stream()
                .filter(piece -> piece.citation() != null && piece.cited() != null)
                .map(piece -> new Citation(
                        java.util.Objects.requireNonNull(piece.citation()),
                        java.util.Objects.requireNonNull(piece.cited()),
                        piece.since()))
                .toList());
    }

    static FiguresInText ofCitations(List<Citation> citations) {
        var figures = new LinkedHashMap<String, Insertions.Inserted>();
        for (var citation : citations) {
            var figure = citation.figure();
            var since = citation.since();
            figures.putIfAbsent(
                    marker(citation.id()),
                    new Insertions.Inserted(
                            figure.words() + " in " + figure.periodInWords(),
                            "/indicators/" + figure.indicator(),
                            since == null ? null : Character.toLowerCase(since.charAt(0)) + since.substring(1)));
        }
        return new FiguresInText(figures);
    }

    /** The marker of a citation, without its brackets. The end of an identifier is random, so that it tells one from another. */
    static String marker(UUID citation) {
        var id = citation.toString();
        return PREFIX + id.substring(id.length() - LETTERS);
    }

    @Override
    public Insertions.@Nullable Inserted of(String marker) {
        return figures.get(marker);
    }

    /** Those of a text's markers that look as if they named a figure and name none of these, with their brackets. */
    List<String> unknownIn(List<String> markers) {
        return markers.stream()
                .filter(marker -> marker.startsWith(PREFIX) && !figures.containsKey(marker))
                .distinct()
                .map(marker -> "[" + marker + "]")
                .toList();
    }
}
