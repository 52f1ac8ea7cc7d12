package uk.slipway.notifications;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says at the start that nobody will receive anything, where that is so. The demonstration shows its mail on a page. */
@Component
@Profile("!demonstration & !test")
class MailServerCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerCheck.class);

    private final Outbox outbox;

    MailServerCheck(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!outbox.hasMailServer()) {
            LOG.warn("spring.mail.host is not set: invitations and notices wait in the outbox, and nobody receives"
                    + " them");
        }
    }
}
