package uk.slipway.notices;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every clock each hour. What has been called for is not called for again. */
@Component
@Profile("!test")
class ClockRound {

    private final CallForHelp callForHelp;

    ClockRound(CallForHelp callForHelp) {
        this.callForHelp = callForHelp;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void round() {
        callForHelp.round();
    }
}
