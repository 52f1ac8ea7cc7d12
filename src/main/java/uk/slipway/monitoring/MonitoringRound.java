package uk.slipway.monitoring;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gathers what is due, several times a day, so that a routine's figures are there on its day. */
@Component
@Profile("!test")
class MonitoringRound {

    private final GatherFigures gather;

    MonitoringRound(GatherFigures gather) {
        this.gather = gather;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 120, timeUnit = TimeUnit.MINUTES)
    void round() {
        gather.whatIsDue();
    }
}
