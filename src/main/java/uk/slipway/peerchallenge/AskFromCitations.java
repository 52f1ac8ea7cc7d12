package uk.slipway.peerchallenge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.selfevaluation.CitedSentences;
import uk.slipway.selfevaluation.QuestionsFromCitations;
import uk.slipway.threads.Origin;

/** Leads from a cited figure in a self-evaluation to the form of a question, for who writes questions while they are open. */
@Component
class AskFromCitations implements QuestionsFromCitations {

    private final Forums forums;
    private final ForumGate gate;
    private final CitedSentences sentences;

    AskFromCitations(Forums forums, ForumGate gate, CitedSentences sentences) {
        this.forums = forums;
        this.gate = gate;
        this.sentences = sentences;
    }

    @Override
    public Map<UUID, String> addresses(Viewer viewer, LocalAuthorityId authority, CycleId cycle) {
        var open = forums.of(authority, cycle).stream()
                .filter(Forum::takesQuestions)
                .findFirst()
                .filter(forum -> gate.writesQuestions(viewer, forum));
        var addresses = new LinkedHashMap<UUID, String>();
        open.ifPresent(forum -> sentences
                .of(viewer, authority, cycle)
                .forEach(origin -> addresses.put(
                        origin.record().id(),
                        "/forums/" + forum.id().value() + "/questions?from=" + Origin.key(origin.record()) + "#add")));
        return addresses;
    }
}
