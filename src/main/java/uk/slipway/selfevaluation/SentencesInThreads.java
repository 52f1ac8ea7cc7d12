package uk.slipway.selfevaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** The sentence of a self-evaluation that cites a figure, in a golden thread; without one, what was noted beside the figure. */
@Component
class SentencesInThreads implements ThreadSource {

    private final CitedSentences sentences;

    SentencesInThreads(CitedSentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public String kind() {
        return Threads.SENTENCE;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        sentences.find(viewer, ids).values().forEach(one -> {
            var sentence = one.sentence();
            if (sentence != null) {
                found.put(
                        one.citation(),
                        new Summary(
                                Strand.SENTENCE,
                                "Sentence in the self-evaluation",
                                sentence,
                                one.authorityName(),
                                LondonTime.dayOf(one.figure().at()),
                                one.section() + ", " + one.year().label() + ": "
                                        + one.state().inWords().toLowerCase(java.util.Locale.UK),
                                null,
                                one.address()));
            }
        });
        return found;
    }
}
