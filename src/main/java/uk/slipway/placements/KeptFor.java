package uk.slipway.placements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.RegionCode;

/** How long each region keeps what is over, as its protocol in force says; where it says nothing, it keeps everything. */
@Component
class KeptFor {

    private final Protocols protocols;
    private final LocalAuthorities authorities;
    private final Clock clock;

    KeptFor(Protocols protocols, LocalAuthorities authorities, Clock clock) {
        this.protocols = protocols;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Goes through the regions that have set a time.
     *
     * @param days what a protocol says, or null where it says nothing
     * @param delete deletes what of a region was over before a day, and answers how much that was
     * @return how much of all regions
     */
    int over(Function<Protocol.Terms, @Nullable Integer> days, ToIntBiFunction<RegionCode, LocalDate> delete) {
        int deleted = 0;
        for (var region : authorities.regions()) {
            var protocol = protocols.inForce(region.code());
            var kept = protocol.isEmpty() ? null : days.apply(protocol.get().terms());
            if (kept != null) {
                deleted +=
                        delete.applyAsInt(region.code(), LondonTime.today(clock).minusDays(kept));
            }
        }
        return deleted;
    }
}
