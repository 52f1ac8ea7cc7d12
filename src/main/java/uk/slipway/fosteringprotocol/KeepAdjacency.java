package uk.slipway.fosteringprotocol;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.Adjacency;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** Reads which authorities adjoin, and lets the region's commissioner check and change it. */
@UseCase
class KeepAdjacency {

    private final Adjacency adjacency;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepAdjacency(Adjacency adjacency, LocalAuthorities authorities, ApplicationEventPublisher events, Clock clock) {
        this.adjacency = adjacency;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody changed the table. */
    record Happened(UUID pair, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("adjacency", pair);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }

    /** A pair with its names, the one whose name comes first in the alphabet first. */
    record Named(LocalAuthority first, LocalAuthority second, Adjacency.Pair pair) {}

    LocalDate today() {
        return LondonTime.today(clock);
    }

    /** Every pair, or those of one authority. */
    List<Named> pairs(@Nullable String code) {
        var only = code == null || code.isBlank() ? Optional.<LocalAuthority>empty() : authorities.byCode(code);
        return adjacency.all().stream()
                .map(pair -> {
                    var one = authorities.get(pair.first());
                    var other = authorities.get(pair.second());
                    return one.name().compareToIgnoreCase(other.name()) <= 0
                            ? new Named(one, other, pair)
                            : new Named(other, one, pair);
                })
                .filter(named -> only.isEmpty()
                        || named.first().id().equals(only.get().id())
                        || named.second().id().equals(only.get().id()))
                .sorted(Comparator.comparing(
                                (Named named) -> named.first().name().toLowerCase(java.util.Locale.UK))
                        .thenComparing(named -> named.second().name().toLowerCase(java.util.Locale.UK)))
                .toList();
    }

    /** The authorities that a pair can be of: all of England's today, and any that a pair already names. */
    List<LocalAuthority> choices() {
        return authorities.all(today());
    }

    boolean isKnown(String code) {
        return !code.isBlank() && authorities.byCode(code).isPresent();
    }

    boolean same(String one, String other) {
        return authorities.byCode(one).equals(authorities.byCode(other));
    }

    Optional<Named> pair(String one, String other) {
        var first = authorities.byCode(one).orElseThrow(NotFound::new);
        return pairs(other).stream()
                .filter(named -> named.first().id().equals(first.id())
                        || named.second().id().equals(first.id()))
                .findFirst();
    }

    /**
     * Keeps a pair as it is given, checked today.
     *
     * @throws NotFound for a code that is nobody's, or an authority and itself
     */
    void keep(
            Viewer viewer,
            String one,
            String other,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note) {
        WriteProtocol.regionOf(viewer);
        var first = authorities.byCode(one).orElseThrow(NotFound::new);
        var second = authorities.byCode(other).orElseThrow(NotFound::new);
        if (first.id().equals(second.id())) {
            throw new NotFound();
        }
        var known = pair(one, other).map(Named::pair);
        if (known.isPresent()
                && java.util.Objects.equals(known.get().starts(), starts)
                && java.util.Objects.equals(known.get().ends(), ends)
                && java.util.Objects.equals(known.get().note(), note)
                && today().equals(known.get().checkedOn())) {
            return;
        }
        adjacency.keep(first.id(), second.id(), starts, ends, note, today(), viewer.name());
        events.publishEvent(new Happened(
                UUID.nameUUIDFromBytes(
                        ("adjacency:" + first.id().value() + second.id().value())
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "checked that " + first.name() + " and " + second.name()
                        + (ends == null ? " adjoin" : " adjoined until then"),
                clock.instant()));
    }
}
