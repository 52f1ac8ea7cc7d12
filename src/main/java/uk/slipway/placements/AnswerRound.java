package uk.slipway.placements;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each hour at what is awaited. What has been called for is not called for again. */
@Component
@Profile("!test")
class AnswerRound {

    private final CallForAnswers callForAnswers;

    AnswerRound(CallForAnswers callForAnswers) {
        this.callForAnswers = callForAnswers;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void round() {
        callForAnswers.round();
    }
}
