package uk.slipway.annualconversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.headlines.ConversationDates;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Words;

/** Tells the page of shared headlines when each authority's conversation is. */
@Component
class DatesOfConversations implements ConversationDates {

    private static final Words WORDS = new Words();

    private final ConversationSummaries summaries;

    DatesOfConversations(ConversationSummaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public Map<LocalAuthorityId, String> inCycle(Viewer viewer, CycleId cycle) {
        var dates = new LinkedHashMap<LocalAuthorityId, String>();
        for (var conversation : summaries.inCycle(viewer, cycle)) {
            if (conversation.state() != ConversationState.CANCELLED) {
                dates.merge(
                        conversation.authority(),
                        conversation.state() == ConversationState.POSTPONED
                                ? "Postponed"
                                : WORDS.date(conversation.date()),
                        (first, next) -> first + "; " + next);
            }
        }
        return dates;
    }
}
