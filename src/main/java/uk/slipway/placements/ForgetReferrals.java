package uk.slipway.placements;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once in six hours, what has been closed or over long enough is deleted. */
@Component
@Profile("!test")
class ForgetReferrals {

    private final DeleteClosedReferrals deleteClosedReferrals;
    private final DeleteEndedPlacements deleteEndedPlacements;

    ForgetReferrals(DeleteClosedReferrals deleteClosedReferrals, DeleteEndedPlacements deleteEndedPlacements) {
        this.deleteClosedReferrals = deleteClosedReferrals;
        this.deleteEndedPlacements = deleteEndedPlacements;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void forget() {
        deleteClosedReferrals.delete();
        deleteEndedPlacements.delete();
    }
}
