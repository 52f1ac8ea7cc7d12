package uk.slipway.fosteringprotocol;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The commissioner of a regional team writes the next version, brings it into force, and notes who signed. */
@UseCase
class WriteProtocol {

    private final Protocols protocols;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WriteProtocol(
            Protocols protocols,
            LocalAuthorities authorities,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.protocols = protocols;
        this.authorities = authorities;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What the commissioner works on: the draft if there is one, and what is in force. */
    record Desk(
            Optional<Protocol> draft, Optional<Protocol> inForce, List<LocalAuthority> authorities, LocalDate today) {}

    Desk desk(Viewer viewer) {
        var region = regionOf(viewer);
        return new Desk(
                protocols.draft(region),
                protocols.inForce(region),
                authorities.in(region, LondonTime.today(clock)),
                LondonTime.today(clock));
    }

    List<TrailEntry> history(ProtocolId id) {
        return trail.of(Protocol.refOf(id));
    }

    /**
     * Saves the draft; the first saving begins it.
     *
     * @param version the draft's version that was read, or null where there was none
     * @throws EditConflict when somebody else saved meanwhile
     */
    void draft(Viewer viewer, @Nullable Long version, Protocol.Terms terms) {
        var region = regionOf(viewer);
        protocols.hold(region);
        var draft = protocols.draft(region);
        if (draft.isPresent() && draft.get().terms().equals(terms)) {
            return;
        }
        if (draft.isPresent() ? version == null || draft.get().version() != version : version != null) {
            throw new EditConflict();
        }
        var id = draft.map(Protocol::id).orElseGet(() -> new ProtocolId(Uuid7.next()));
        protocols.keep(new Protocol(
                id,
                0,
                region,
                draft.map(Protocol::number).orElseGet(() -> protocols.nextNumber(region)),
                false,
                terms,
                null,
                clock.instant(),
                viewer.name(),
                List.of()));
        events.publishEvent(new Protocol.Happened(id, "saved the draft of the protocol", clock.instant()));
    }

    /**
     * Brings the draft into force from a day; it cannot be changed after.
     *
     * @return the number of the version, or empty where there is no draft
     * @throws EditConflict when the draft is not the one the page showed
     */
    Optional<Integer> issue(Viewer viewer, long version, LocalDate inForceOn) {
        var region = regionOf(viewer);
        protocols.hold(region);
        var draft = protocols.draft(region);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        var now = draft.get();
        if (now.version() != version) {
            throw new EditConflict();
        }
        protocols.keep(new Protocol(
                now.id(),
                version,
                region,
                now.number(),
                true,
                now.terms(),
                inForceOn,
                clock.instant(),
                viewer.name(),
                List.of()));
        events.publishEvent(new Protocol.Happened(
                now.id(), "issued version " + now.number() + " of the protocol", clock.instant()));
        return Optional.of(now.number());
    }

    /** Notes that an authority has signed the version in force. @throws NotFound for an authority of another region */
    void sign(Viewer viewer, String code, LocalDate on) {
        var protocol = ofForce(viewer);
        var authority = authority(viewer, code);
        boolean known = protocol.signatories().contains(new Protocol.Signatory(authority.id(), on));
        if (!known) {
            protocols.sign(protocol.id(), authority.id(), on);
            events.publishEvent(new Protocol.Happened(
                    protocol.id(), "noted that " + authority.name() + " has signed", clock.instant()));
        }
    }

    /** Takes a signature out that was noted by mistake. */
    void unsign(Viewer viewer, String code) {
        var protocol = ofForce(viewer);
        var authority = authority(viewer, code);
        if (protocols.unsign(protocol.id(), authority.id()) > 0) {
            events.publishEvent(new Protocol.Happened(
                    protocol.id(), "took out that " + authority.name() + " has signed", clock.instant()));
        }
    }

    private Protocol ofForce(Viewer viewer) {
        return protocols.inForce(regionOf(viewer)).orElseThrow(NotFound::new);
    }

    private LocalAuthority authority(Viewer viewer, String code) {
        var region = regionOf(viewer);
        return authorities
                .byCode(code)
                .filter(found -> found.region().equals(region))
                .orElseThrow(NotFound::new);
    }

    /** The region whose commissioner somebody is. @throws NotYours for an authority's commissioner */
    static RegionCode regionOf(Viewer viewer) {
        var region = viewer.region();
        if (!viewer.is(Role.COMMISSIONER) || viewer.authority() != null || region == null) {
            throw new NotYours();
        }
        return region;
    }
}
