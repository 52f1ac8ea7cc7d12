package uk.slipway.selfevaluation;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.LondonTime;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** A figure in a golden thread: frozen as it was cited, with what has been published since. */
@Component
class FiguresInThreads implements ThreadSource {

    private final CitedSentences sentences;
    private final CitableFigures figures;

    FiguresInThreads(CitedSentences sentences, CitableFigures figures) {
        this.sentences = sentences;
        this.figures = figures;
    }

    @Override
    public String kind() {
        return Threads.FIGURE;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var cited = sentences.find(viewer, ids).values();
        var now = figures.now(cited.stream()
                .map(one ->
                        new CitableFigures.WhichOf(one.authority(), one.figure().which()))
                .collect(toSet()));
        var found = new HashMap<UUID, Summary>();
        for (var one : cited) {
            var figure = one.figure();
            found.put(
                    one.citation(),
                    new Summary(
                            Strand.FIGURE,
                            "Published figure",
                            one.reference(),
                            one.authorityName(),
                            LondonTime.dayOf(figure.at()),
                            "As cited; source: " + figure.source(),
                            figure.since(now.get(new CitableFigures.WhichOf(one.authority(), figure.which()))),
                            "/indicators/" + figure.indicator()));
        }
        return found;
    }
}
