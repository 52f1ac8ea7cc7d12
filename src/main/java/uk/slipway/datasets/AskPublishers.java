package uk.slipway.datasets;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for new versions of every data set that names itself at its publisher's, and proposes them. It imports nothing. */
@Component
class AskPublishers {

    private static final Logger LOG = LoggerFactory.getLogger(AskPublishers.class);

    private final PublishersApi publisher;
    private final Proposals proposals;

    AskPublishers(PublishersApi publisher, Proposals proposals) {
        this.publisher = publisher;
        this.proposals = proposals;
    }

    /** One round. A data set whose publisher does not answer is asked again in the next. */
    void ask() {
        if (!publisher.isOn()) {
            return;
        }
        for (var asked : proposals.asked()) {
            try {
                ask(asked);
            } catch (PublishersApi.NoAnswer none) {
                LOG.warn("Explore education statistics, data set {}: {}", asked.publisherId(), none.getMessage());
            }
        }
    }

    private void ask(Proposals.Asked asked) {
        UUID id = asked.publisherId();
        var latest = publisher.latest(id);
        if (!proposals.isKnown(asked, latest.number())) {
            proposals.propose(asked, latest, publisher.changes(id, latest.number()));
        }
    }
}
