package uk.slipway.enquiries;

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
class EnquirySealingRound {

    private static final Logger LOG = LoggerFactory.getLogger(EnquirySealingRound.class);

    private final SealEnquiriesAnew sealAnew;

    EnquirySealingRound(SealEnquiriesAnew sealAnew) {
        this.sealAnew = sealAnew;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void rounds() {
        var round = KeyRing.Round.untilNoneIsLeft(sealAnew::round);
        if (round.left() > 0) {
            LOG.error(
                    "{} people who enquired cannot be read: put their key back into {}",
                    round.left(),
                    EnquiryKeys.PROPERTY);
        } else if (round.anew() > 0) {
            LOG.info("{} people who enquired are sealed anew: the older keys are no longer needed", round.anew());
        }
    }
}
