package uk.slipway.notices;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.LocalAuthorities;

/** What the clocks of a placement go by: the limits of the protocol's version that it was made under. */
@Component
class ClockLimits {

    private final Protocols protocols;
    private final LocalAuthorities authorities;

    ClockLimits(Protocols protocols, LocalAuthorities authorities) {
        this.protocols = protocols;
        this.authorities = authorities;
    }

    /** Those of every issued version. One statement. */
    All all() {
        return new All(protocols.limits(), authorities);
    }

    /** The limits of all versions, to be asked placement by placement without another statement. */
    record All(Map<Protocol.Version, Protocol.Limits> limits, LocalAuthorities authorities) {

        Protocol.Limits of(PlacementView placement) {
            return limits.getOrDefault(
                    new Protocol.Version(authorities.get(placement.placing()).region(), placement.protocolNumber()),
                    Protocol.Limits.UNSET);
        }
    }
}
