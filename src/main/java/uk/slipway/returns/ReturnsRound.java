package uk.slipway.returns;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour whether somebody is to be reminded. */
@Component
@Profile("!test")
class ReturnsRound {

    private final RemindKeyContacts remindKeyContacts;

    ReturnsRound(RemindKeyContacts remindKeyContacts) {
        this.remindKeyContacts = remindKeyContacts;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void round() {
        remindKeyContacts.remind();
    }
}
