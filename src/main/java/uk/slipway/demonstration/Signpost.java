package uk.slipway.demonstration;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where the demonstration is and who can sign in to it. */
@Component
@Profile("demonstration")
class Signpost {

    private static final Logger LOG = LoggerFactory.getLogger(Signpost.class);

    /** Who, and the address or addresses to sign in with; README.md lists the same. */
    record SignIn(String who, String... addresses) {}

    static final List<SignIn> SIGN_INS = List.of(
            new SignIn("officer of Bolton", "officer@bolton.example"),
            new SignIn("Director of Children's Services", "director@bolton.example"),
            new SignIn("Chief Executive", "chief-executive@bolton.example"),
            new SignIn("Lead Member", "lead-member@bolton.example"),
            new SignIn("manages Bolton's accounts", "accounts@bolton.example"),
            new SignIn("other authorities", "officer@bury.example", "director@bury.example", "director@wigan.example"),
            new SignIn("regional manager", "manager@region.example"),
            new SignIn("regional data lead", "data@region.example"),
            new SignIn("education specialist", "specialist@region.example"),
            new SignIn("Ofsted colleague", "inspector@ofsted.example"),
            new SignIn("Bolton's fostering", "fostering@bolton.example", "social-worker@bolton.example"),
            new SignIn("Independent Reviewing Officer", "reviewing@bolton.example"),
            new SignIn("commissioner, front door", "commissioner@region.example", "adviser@region.example"),
            new SignIn("partnership co-ordinator", "coordinator@region.example"),
            new SignIn("board partners", "board-chair@partner.example", "board-member@partner.example"),
            new SignIn("reader from another region", "reader@elsewhere.example"),
            new SignIn("administrator", "admin@slipway.example"));

    @EventListener
    void point(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var address = "http://localhost:" + context.getWebServer().getPort();
            var people = SIGN_INS.stream()
                    .map(signIn -> "      %-32s %s".formatted(signIn.who(), String.join(", ", signIn.addresses())))
                    .collect(Collectors.joining("\n"));
            LOG.info("""


                  Slipway's demonstration region is open at {}

                  Sign in with the password "demonstration" as
                {}

                  No mail leaves this machine: what would have been sent is at {}/development/mail
                """, address, people, address);
        }
    }
}
