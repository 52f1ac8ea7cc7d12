package uk.slipway.datasets;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the publishers twice a day. */
@Component
@Profile("!test")
class PublishersRound {

    private final AskPublishers askPublishers;

    PublishersRound(AskPublishers askPublishers) {
        this.askPublishers = askPublishers;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 720, timeUnit = TimeUnit.MINUTES)
    void round() {
        askPublishers.ask();
    }
}
