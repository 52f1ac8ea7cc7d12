package uk.slipway.notifications;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox every ten seconds. */
@Component
@Profile("!test")
@EnableScheduling
class Courier {

    private final DeliverMessages deliverMessages;

    Courier(DeliverMessages deliverMessages) {
        this.deliverMessages = deliverMessages;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void round() {
        deliverMessages.deliver();
    }
}
