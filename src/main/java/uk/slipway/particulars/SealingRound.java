package uk.slipway.particulars;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.KeyRing;

/** Seals anew what older keys sealed, soon after a start and then every hour, and says in the log when nothing is left. */
@Component
@Profile("!test")
class SealingRound {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRound.class);

    private final SealAnew sealAnew;

    SealingRound(SealAnew sealAnew) {
        this.sealAnew = sealAnew;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void rounds() {
        KeyRing.Round.untilNoneIsLeft(sealAnew::round).tell(LOG, "children’s particulars", ParticularsKeys.PROPERTY);
    }
}
