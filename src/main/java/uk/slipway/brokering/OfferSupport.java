package uk.slipway.brokering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.headlines.AgreedStrengths;
import uk.slipway.headlines.HeadlineId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Offers of help, for the co-ordinator to find. An authority that offers an agreed strength shows its words by doing so. */
@UseCase
class OfferSupport {

    private final SupportRows rows;
    private final AgreedStrengths strengths;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfferSupport(SupportRows rows, AgreedStrengths strengths, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.strengths = strengths;
        this.events = events;
        this.clock = clock;
    }

    /** What is offered, by whom in particular, until when. */
    record Offered(
            OfferKind kind,
            @Nullable String who,
            String title,
            String what,
            @Nullable HeadlineId headline,
            @Nullable LocalDate until) {}

    /** The viewer's own authority's agreed strengths, to offer from. */
    List<AgreedStrengths.Strength> own(Viewer viewer) {
        var authority = viewer.authority();
        return authority == null
                ? List.of()
                : strengths.seenBy(viewer).stream()
                        .filter(strength -> strength.authority().equals(authority))
                        .toList();
    }

    void offer(Viewer viewer, UUID id, Offered offered) {
        var region = viewer.region();
        if (region == null || !AskForSupport.mayAsk(viewer)) {
            throw new NotYours();
        }
        if (rows.add(viewer, region, id, offered, clock.instant())) {
            events.publishEvent(
                    new Happened(id, viewer.authority(), "offered support: " + offered.title(), clock.instant()));
        }
    }

    void end(Viewer viewer, UUID id) {
        var offer = rows.ownOffer(viewer, id).orElseThrow(NotFound::new);
        if (rows.endOffer(id, clock.instant())) {
            events.publishEvent(
                    new Happened(id, viewer.authority(), "ended the offer: " + offer.title(), clock.instant()));
        }
    }

    /** Something was done with an offer. */
    record Happened(UUID offer, @Nullable LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("support-offer", offer);
        }
    }
}
