package uk.slipway.kept;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was kept when its day is over. */
@Component
@Profile("!test")
class ForgetKept {

    private final DiscardKept discardKept;

    ForgetKept(DiscardKept discardKept) {
        this.discardKept = discardKept;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        discardKept.discardExpired();
    }
}
