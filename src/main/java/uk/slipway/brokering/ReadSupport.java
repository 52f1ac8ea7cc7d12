package uk.slipway.brokering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.headlines.AgreedStrengths;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.Organisation;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.Organisations;
import uk.slipway.web.NotFound;

/** Requests and offers for reading. */
@UseCase(readOnly = true)
class ReadSupport {

    private final SupportRequests requests;
    private final SupportRows rows;
    private final Organisations organisations;
    private final LocalAuthorities authorities;
    private final AgreedStrengths strengths;
    private final ComparedFigures compared;
    private final CitableFigures figures;
    private final AuditTrail trail;
    private final Clock clock;

    ReadSupport(
            SupportRequests requests,
            SupportRows rows,
            Organisations organisations,
            LocalAuthorities authorities,
            AgreedStrengths strengths,
            ComparedFigures compared,
            CitableFigures figures,
            AuditTrail trail,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.organisations = organisations;
        this.authorities = authorities;
        this.strengths = strengths;
        this.compared = compared;
        this.figures = figures;
        this.trail = trail;
        this.clock = clock;
    }

    /** A request with the names and figures that its page shows. */
    record Found(
            SupportRequest request,
            String requester,
            @Nullable String supporter,
            @Nullable String indicator,
            @Nullable String figure,
            boolean asker,
            boolean helper,
            boolean broker,
            List<TrailEntry> history) {}

    /**
     * Somebody who could help.
     *
     * @param closeness the place among the asker's statistical neighbours, 1 the closest; null where it is none
     */
    record Candidate(
            OrganisationId organisation,
            String name,
            String what,
            String title,
            String more,
            @Nullable String offer,
            @Nullable Integer closeness) {}

    Found one(Viewer viewer, SupportRequestId id) {
        if (!rows.mayRead(viewer, id)) {
            throw new NotFound();
        }
        var request = requests.findById(id).orElseThrow(NotFound::new);
        var slug = request.wanted().indicator();
        var indicator = slug == null
                ? null
                : compared.choices().stream()
                        .filter(choice -> choice.slug().equals(slug))
                        .map(ComparedFigures.Choice::name)
                        .findFirst()
                        .orElse(null);
        return new Found(
                request,
                name(request.requester()),
                request.supporter() == null ? null : name(request.supporter()),
                indicator,
                AskForSupport.figureOf(figures, request.visibility().authority(), slug),
                AskForSupport.mayAsk(viewer) && request.requester().equals(viewer.organisation()),
                AskForSupport.mayAsk(viewer) && viewer.organisation().equals(request.supporter()),
                SupportRows.brokers(viewer),
                trail.of(new RecordRef(SupportRequest.KIND, id.value())));
    }

    private String name(OrganisationId id) {
        return authorities
                .find(new LocalAuthorityId(id.value()))
                .map(authority -> authority.label())
                .orElseGet(() -> organisations.find(id).map(Organisation::name).orElse(""));
    }

    List<SupportRows.Row> all(Viewer viewer, @Nullable SupportState state) {
        return rows.all(viewer, state);
    }

    List<SupportRows.Offer> offers(Viewer viewer) {
        return rows.offers(viewer, today());
    }

    List<ComparedFigures.Choice> indicators() {
        return compared.choices();
    }

    List<SupportRows.Body> bodies(SupportRequest request) {
        return rows.bodies(request.region(), today()).stream()
                .filter(body -> !body.id().equals(request.requester()))
                .toList();
    }

    /**
     * Who could help with a request: offers, and the agreed strengths that the viewer may see, those of the asker's
     * statistical neighbours first, closest first.
     */
    List<Candidate> candidates(Viewer viewer, SupportRequest request) {
        var asker = request.visibility().authority();
        var neighbours = asker == null
                ? List.<LocalAuthorityId>of()
                : authorities.neighboursOf(asker, authorities.neighbourModels().getFirst()).stream()
                        .map(neighbour -> neighbour.authority().id())
                        .toList();
        var found = new ArrayList<Candidate>();
        for (var offer : rows.offers(viewer, today())) {
            if (!offer.organisation().equals(request.requester())) {
                found.add(new Candidate(
                        offer.organisation(),
                        offer.organisationName(),
                        offer.kind().inWords() + (offer.who() == null ? "" : ": " + offer.who()),
                        offer.title(),
                        offer.what(),
                        offer.id().toString(),
                        place(neighbours, offer.organisation())));
            }
        }
        for (var strength : strengths.seenBy(viewer)) {
            var organisation = strength.authority().asOrganisation();
            if (!organisation.equals(request.requester())) {
                found.add(new Candidate(
                        organisation,
                        authorities.get(strength.authority()).label(),
                        "Agreed strength, " + strength.year().label()
                                + (strength.area() == null ? "" : ", " + strength.area()),
                        strength.text(),
                        "",
                        null,
                        place(neighbours, organisation)));
            }
        }
        found.sort(Comparator.comparing(Candidate::closeness, Comparator.nullsLast(Comparator.naturalOrder())));
        return found;
    }

    private static @Nullable Integer place(List<LocalAuthorityId> neighbours, OrganisationId organisation) {
        int at = neighbours.indexOf(new LocalAuthorityId(organisation.value()));
        return at < 0 ? null : at + 1;
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }
}
