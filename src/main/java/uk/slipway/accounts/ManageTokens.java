package uk.slipway.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** A person makes, sees and ends the tokens of their own programs. */
@UseCase
class ManageTokens {

    private final PersonalTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManageTokens(PersonalTokens tokens, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    List<PersonalTokens.Listed> list(Viewer viewer) {
        return tokens.of(viewer.account());
    }

    /** The token, which is shown once; empty where this id has been made before. */
    Optional<String> make(Viewer viewer, UUID id, UUID capacity, String name, int days) {
        var made = tokens.make(id, viewer.account(), capacity, name, Duration.ofDays(days));
        if (made.isPresent()) {
            events.publishEvent(new Changed(
                    viewer.account(), "made the token " + name + ", good for " + days + " days", clock.instant()));
        }
        return made;
    }

    /**
     * Ends it; a second time changes nothing.
     *
     * @throws NotFound when the person has no such token
     */
    void end(Viewer viewer, UUID id) {
        var name = tokens.name(viewer.account(), id).orElseThrow(NotFound::new);
        if (tokens.end(viewer.account(), id)) {
            events.publishEvent(new Changed(viewer.account(), "ended the token " + name, clock.instant()));
        }
    }

    /** A token was made or ended. */
    record Changed(AccountId account, String what, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("account", account.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return what;
        }
    }
}
