package uk.slipway.decisions;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour whether somebody has to be reminded of a vote. */
@Component
@Profile("!test")
class RemindersRound {

    private final RemindVoters remindVoters;

    RemindersRound(RemindVoters remindVoters) {
        this.remindVoters = remindVoters;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void round() {
        remindVoters.remind();
    }
}
