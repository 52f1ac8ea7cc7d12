package uk.slipway.placements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.region.Adjacency;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.vacancies.VacancyBook;
import uk.slipway.vacancies.VacancyId;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/**
 * Offers, from their making to the approval of a match. Whoever acts first takes the referral's row, so that of two at
 * once the second sees what the first has done.
 */
@UseCase
class DecideOnOffers {

    private final ReferralRows referrals;
    private final OfferRows offers;
    private final PlacementRows placements;
    private final VacancyBook vacancies;
    private final NominatedOfficers nominated;
    private final Adjacency adjacency;
    private final LocalAuthorities authorities;
    private final Directory directory;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideOnOffers(
            ReferralRows referrals,
            OfferRows offers,
            PlacementRows placements,
            VacancyBook vacancies,
            NominatedOfficers nominated,
            Adjacency adjacency,
            LocalAuthorities authorities,
            Directory directory,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.offers = offers;
        this.placements = placements;
        this.vacancies = vacancies;
        this.nominated = nominated;
        this.adjacency = adjacency;
        this.authorities = authorities;
        this.directory = directory;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }

    List<Person> supervisingWorkers(Viewer viewer) {
        return directory.holding(Role.FOSTERING_OFFICER, viewer.organisation());
    }

    /** A referral that was circulated to the viewer's fostering service, with its own homes as they match. */
    record OwnMatches(Referral referral, List<Match> matches, List<Offer> made, ReferralRows.@Nullable NoHome answer) {}

    OwnMatches matches(Viewer viewer, ReferralId id) {
        var authority = service(viewer);
        var referral = referrals.seenBy(viewer, id);
        if (referral.placing().equals(authority) || !referral.state().isOut()) {
            throw new NotYours();
        }
        var borders = adjacency.on(today());
        return new OwnMatches(
                referral,
                vacancies.openOf(authority).stream()
                        .map(home -> Match.of(referral.needs(), referral.weights(), home, borders, clock.instant()))
                        .sorted(Match.BEST_FIRST)
                        .toList(),
                offers.of(viewer, id),
                referrals
                        .circulation(id, authority)
                        .map(ReferralRows.Circulated::answer)
                        .orElse(null));
    }

    /**
     * A fostering service answers that it has no home for a referral. It may offer one later all the same; a second answer
     * changes nothing.
     *
     * @throws NotYours for the placing authority, and once the referral is no longer out
     */
    void noHome(Viewer viewer, ReferralId id, Reason reason) {
        var authority = service(viewer);
        var referral = referrals.held(viewer, id);
        if (referral.placing().equals(authority) || !referral.state().isOut()) {
            throw new NotYours();
        }
        if (referrals.answer(id, authority, new ReferralRows.NoHome(reason, viewer.name(), clock.instant()))) {
            events.publishEvent(referral.happened("answered that no home can help", clock.instant()));
            writeTo(
                    referral.placing(),
                    "No home for referral " + referral.reference() + ": "
                            + authorities.get(authority).name(),
                    authorities.get(authority).name() + " has no home for referral " + referral.reference() + ": "
                            + reason.inWords() + ".\n");
        }
    }

    /** Why an offer cannot be made. */
    static final class CannotBeOffered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotBeOffered(String why) {
            super(why);
        }
    }

    /**
     * A fostering service offers one of its homes; the same id a second time changes nothing.
     *
     * @throws CannotBeOffered when the home breaks a rule, is offered already, or the referral is no longer out
     */
    void offer(
            Viewer viewer,
            OfferId id,
            ReferralId referralId,
            VacancyId vacancyId,
            AccountId supervising,
            Offer.Content content) {
        var authority = service(viewer);
        var referral = referrals.held(viewer, referralId);
        var known = offers.find(id);
        if (known.isPresent()) {
            if (!known.get().fostering().equals(authority)) {
                throw new NotFound();
            }
            return;
        }
        if (referral.placing().equals(authority)) {
            throw new NotYours();
        }
        if (!referral.state().isOut()) {
            throw new CannotBeOffered("The referral is no longer open");
        }
        var home = vacancies
                .held(vacancyId)
                .filter(one -> one.fostering().equals(authority))
                .orElseThrow(NotFound::new);
        if (home.state() != Vacancy.State.OPEN) {
            throw new CannotBeOffered("The vacancy is no longer open");
        }
        var match = Match.of(referral.needs(), referral.weights(), home, adjacency.on(today()), clock.instant());
        var broken = match.rules().stream().filter(rule -> !rule.kept()).findFirst();
        if (broken.isPresent()) {
            throw new CannotBeOffered("The home cannot be offered. "
                    + broken.get().name() + ": " + broken.get().words());
        }
        if (supervisingWorkers(viewer).stream()
                .noneMatch(person -> person.account().equals(supervising))) {
            throw new NotFound();
        }
        if (offers.of(referralId).stream()
                .anyMatch(other ->
                        other.vacancy().equals(vacancyId) && other.state().isOpen())) {
            throw new CannotBeOffered("This home is offered for this referral already");
        }
        offers.make(new Offer(
                id,
                0,
                referralId,
                referral.placing(),
                authority,
                home.area(),
                vacancyId,
                home.terms().carerReference(),
                OfferState.OFFERED,
                content,
                match.score(),
                match.scoreInWords(),
                supervising,
                clock.instant(),
                null,
                null,
                null,
                null));
        stand(referral);
        tell(referral, "offered a home");
        writeTo(
                referral.placing(),
                "An offer for referral " + referral.reference(),
                authorities.get(authority).name() + " has offered a home for referral " + referral.reference()
                        + ". Sign in to Slipway to read it.");
    }

    /** The referral's state is what its offers say. */
    private void stand(Referral referral) {
        var all = offers.of(referral.id());
        var state = Stream.of(OfferState.PROPOSED, OfferState.SHORTLISTED, OfferState.OFFERED)
                .filter(one -> all.stream().anyMatch(offer -> offer.state() == one))
                .findFirst()
                .map(one -> switch (one) {
                    case PROPOSED -> ReferralState.MATCH_PROPOSED;
                    case SHORTLISTED -> ReferralState.SHORTLISTED;
                    default -> ReferralState.OFFERS_IN;
                })
                .orElse(ReferralState.CIRCULATED);
        if (state != referral.state()) {
            referrals.keep(referral.moved(state));
        }
    }

    /** An offer with what somebody on either side has to know of it. */
    record Seen(
            Offer offer,
            Referral referral,
            List<Offer.Consent> consents,
            Locality locality,
            boolean placing,
            boolean mayApprove,
            LocalDate today) {}

    Seen read(Viewer viewer, OfferId id) {
        var offer = offers.seenBy(viewer, id);
        var referral = referrals.find(offer.referral()).orElseThrow(NotFound::new);
        var locality = Match.locality(offer.placing(), offer.area(), adjacency.on(today()));
        return new Seen(
                offer,
                referral,
                offers.consents(id),
                locality,
                offer.placing().equals(viewer.authority()),
                mayApprove(viewer, offer, locality),
                today());
    }

    /** At a distance the Director; else a nominated officer who did not propose it, or the Director. */
    private boolean mayApprove(Viewer viewer, Offer offer, Locality locality) {
        return viewer.directs(offer.placing())
                || locality != Locality.AT_A_DISTANCE
                        && offer.placing().equals(viewer.authority())
                        && !viewer.account().equals(offer.proposedBy())
                        && nominated.isNominated(viewer);
    }

    void shortlist(Viewer viewer, OfferId id, long version) {
        var offer = placingOnes(viewer, id);
        if (offer.state() == OfferState.SHORTLISTED) {
            return;
        }
        require(offer, version, offer.state() == OfferState.OFFERED);
        offers.move(id, OfferState.SHORTLISTED);
        settle(offer, "shortlisted an offer");
    }

    /** One offer is to be the match: the people whose consent it needs are asked. */
    void propose(Viewer viewer, OfferId id, long version, String because) {
        var offer = placingOnes(viewer, id);
        if (offer.state() == OfferState.PROPOSED) {
            return;
        }
        require(offer, version, offer.state() == OfferState.OFFERED || offer.state() == OfferState.SHORTLISTED);
        if (offers.of(offer.referral()).stream().anyMatch(other -> other.state() == OfferState.PROPOSED)) {
            throw new EditConflict();
        }
        offers.propose(id, viewer.account(), because);
        ask(offer);
        settle(offer, "proposed a match");
    }

    /** Asks everybody whose consent is needed and who has not been asked; answers whom. */
    private List<LocalAuthorityId> ask(Offer offer) {
        var home = vacancies.named(List.of(offer.vacancy())).getFirst();
        var asked = offers.consents(offer.id());
        var now = new ArrayList<LocalAuthorityId>();
        askOne(offer, offer.fostering(), Offer.Consent.Kind.FOSTERING_SERVICE, asked, now);
        var there = new LinkedHashSet<LocalAuthorityId>();
        home.children().forEach(child -> there.add(child.authority()));
        there.remove(offer.placing());
        for (var authority : there) {
            askOne(offer, authority, Offer.Consent.Kind.CHILD_IN_THE_HOME, asked, now);
        }
        return now;
    }

    private void askOne(
            Offer offer,
            LocalAuthorityId authority,
            Offer.Consent.Kind kind,
            List<Offer.Consent> asked,
            List<LocalAuthorityId> now) {
        if (asked.stream().anyMatch(one -> one.authority().equals(authority) && one.kind() == kind)) {
            return;
        }
        offers.ask(offer.id(), authority, kind);
        now.add(authority);
        writeTo(
                authority,
                "Your consent is asked for a proposed match",
                kind == Offer.Consent.Kind.FOSTERING_SERVICE
                        ? "The home of your carer " + offer.carerReference()
                                + " is proposed as a match. Sign in to Slipway to say whether your service consents."
                        : "Another child may come to a home in which a child of yours lives (carer "
                                + offer.carerReference() + " of "
                                + authorities.get(offer.fostering()).name()
                                + "). Sign in to Slipway to say whether you consent.");
    }

    /** What an authority that is asked for its consent may know. */
    record Asked(Offer.Consent consent, Offer offer, Needs needs, Vacancy home) {}

    Asked asked(Viewer viewer, UUID consent) {
        var authority = WriteReferral.placing(viewer);
        var one = offers.consentAskedOf(authority, consent).orElseThrow(NotFound::new);
        var offer = offers.find(one.offer()).orElseThrow(NotFound::new);
        var referral = referrals.find(offer.referral()).orElseThrow(NotFound::new);
        return new Asked(
                one,
                offer,
                referral.needs(),
                vacancies.named(List.of(offer.vacancy())).getFirst());
    }

    /** Answers a request for consent; a refusal ends the proposal. */
    void consent(Viewer viewer, UUID consent, boolean given, String words) {
        var authority = WriteReferral.placing(viewer);
        var first = offers.consentAskedOf(authority, consent).orElseThrow(NotFound::new);
        var offer = offers.find(first.offer()).orElseThrow(NotFound::new);
        var referral = referrals.held(offer.referral()).orElseThrow(NotFound::new);
        var now = offers.consentAskedOf(authority, consent).orElseThrow(NotFound::new);
        var then = offers.find(now.offer()).orElseThrow(NotFound::new);
        var answer = given ? Offer.Consent.Answer.GIVEN : Offer.Consent.Answer.REFUSED;
        if (now.answer() == answer) {
            return;
        }
        if (then.state() != OfferState.PROPOSED || now.answer() != Offer.Consent.Answer.ASKED) {
            throw new EditConflict();
        }
        if (now.kind() == Offer.Consent.Kind.FOSTERING_SERVICE && viewer.is(Role.SOCIAL_WORKER)) {
            throw new NotYours();
        }
        offers.answer(consent, answer, words, viewer.name() + ", " + viewer.actingAs(), clock.instant());
        if (!given) {
            offers.settle(then.id(), OfferState.DECLINED, "Consent was refused", null, clock.instant());
            stand(referral);
        }
        tell(referral, given ? "consented to a proposed match" : "did not consent to a proposed match");
        writeTo(
                offer.placing(),
                "A consent for referral " + referral.reference() + (given ? " is given" : " is refused"),
                authorities.get(authority).name() + (given ? " consents" : " does not consent")
                        + " to the match proposed for referral " + referral.reference() + ".");
    }

    void decline(Viewer viewer, OfferId id, long version, Reason reason, @Nullable String words) {
        var offer = placingOnes(viewer, id);
        if (offer.state() == OfferState.DECLINED) {
            return;
        }
        require(offer, version, offer.state().isOpen());
        offers.settle(id, OfferState.DECLINED, reason.inWords(), words, clock.instant());
        settle(offer, "declined an offer: " + reason.inWords().toLowerCase(java.util.Locale.UK));
        writeTo(
                offer.fostering(),
                "Your offer was declined",
                "Your offer of " + offer.carerReference() + " was declined: " + reason.inWords()
                        + ". The home is free for others.");
    }

    /** The fostering service takes its offer back; not once a match with it is approved. */
    void withdraw(Viewer viewer, OfferId id, Reason reason, @Nullable String words) {
        var offer = locked(viewer, id);
        if (!offer.fostering().equals(service(viewer))) {
            throw new NotYours();
        }
        if (offer.state() == OfferState.WITHDRAWN) {
            return;
        }
        if (!offer.state().isOpen()) {
            throw new EditConflict();
        }
        offers.settle(id, OfferState.WITHDRAWN, reason.inWords(), words, clock.instant());
        settle(offer, "withdrew an offer: " + reason.inWords().toLowerCase(java.util.Locale.UK));
        writeTo(
                offer.placing(),
                "An offer was withdrawn",
                authorities.get(offer.fostering()).name() + " has withdrawn its offer of " + offer.carerReference()
                        + ": " + reason.inWords() + ".");
    }

    /** Why a match cannot be approved now, and beside which field of the form that is said. */
    static final class NotApprovable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;

        NotApprovable(String field, String why) {
            super(why);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /**
     * Approves a proposed match: it is accepted, the others' offers are closed and told, and the placement stands.
     *
     * @param areaToldOn when the area authority was notified or consulted; needed out of area, in an emergency later
     * @return the placement
     * @throws NotYours when the viewer may not approve it: at a distance the Director alone
     * @throws NotApprovable when a consent is missing, the home is no longer free, or the area authority was not told
     * @throws EditConflict when the offer is no longer proposed
     */
    PlacementId approve(Viewer viewer, OfferId id, long version, String because, @Nullable LocalDate areaToldOn) {
        var offer = locked(viewer, id);
        var locality = Match.locality(offer.placing(), offer.area(), adjacency.on(today()));
        if (!mayApprove(viewer, offer, locality)) {
            throw new NotYours();
        }
        if (offer.state() == OfferState.ACCEPTED) {
            return placements.ofOffer(id).orElseThrow(NotFound::new);
        }
        require(offer, version, offer.state() == OfferState.PROPOSED);
        var referral = referrals.held(offer.referral()).orElseThrow(NotFound::new);
        if (!ask(offer).isEmpty()
                || offers.consents(id).stream().anyMatch(one -> one.answer() != Offer.Consent.Answer.GIVEN)) {
            throw new NotApprovable(
                    "because", "A consent is still missing. Nobody can approve the match before it is given");
        }
        if (locality.isOutOfArea() && referral.needs().route() == Route.PLANNED && areaToldOn == null) {
            throw new NotApprovable(
                    "toldOn",
                    "The area authority has to be " + (locality == Locality.AT_A_DISTANCE ? "consulted" : "notified")
                            + " before you approve");
        }
        var home = vacancies.held(offer.vacancy()).orElseThrow(NotFound::new);
        if (home.state() != Vacancy.State.OPEN
                || home.terms().freePlaces() < referral.needs().children()) {
            throw new NotApprovable(
                    "because",
                    "The home is no longer free: its fostering service has closed or paused the vacancy, or another"
                            + " child was placed there");
        }
        vacancies.take(home.id(), offer.placing(), referral.needs().ageBands());
        offers.settle(id, OfferState.ACCEPTED, "Approved", null, clock.instant());
        for (var other : offers.of(offer.referral())) {
            if (!other.id().equals(id) && other.state().isOpen()) {
                offers.settle(other.id(), OfferState.CLOSED, Reason.ANOTHER_CHOSEN.inWords(), null, clock.instant());
                writeTo(
                        other.fostering(),
                        "Referral " + referral.reference() + ": another home was chosen",
                        "Thank you for your offer of " + other.carerReference()
                                + ". Another home was chosen for referral " + referral.reference()
                                + ". Yours is free for others.");
            }
        }
        referrals.keep(referral.closed(ReferralState.PLACED, ReferralState.PLACED.inWords(), null, clock.instant()));
        var placement = new PlacementId(Uuid7.next());
        placements.make(placement, referral, offer, locality, viewer, because, areaToldOn, clock.instant());
        tell(referral, "approved the match");
        events.publishEvent(new Placement.Approved(placement, offer.placing(), clock.instant()));
        writeTo(
                offer.fostering(),
                "The match for referral " + referral.reference() + " is approved",
                "Your offer of " + offer.carerReference() + " for referral " + referral.reference()
                        + " is accepted. The agreement waits for both authorities’ signatures.");
        return placement;
    }

    /** Does not approve: the proposal ends, other offers stand. */
    void refuse(Viewer viewer, OfferId id, long version, String because) {
        var offer = locked(viewer, id);
        if (!mayApprove(viewer, offer, Match.locality(offer.placing(), offer.area(), adjacency.on(today())))) {
            throw new NotYours();
        }
        if (offer.state() == OfferState.DECLINED) {
            return;
        }
        require(offer, version, offer.state() == OfferState.PROPOSED);
        offers.settle(id, OfferState.DECLINED, "The match was not approved", because, clock.instant());
        settle(offer, "did not approve the match");
    }

    private void settle(Offer offer, String what) {
        var referral = referrals.held(offer.referral()).orElseThrow(NotFound::new);
        stand(referral);
        tell(referral, what);
    }

    private static void require(Offer offer, long version, boolean state) {
        if (!state || offer.version() != version) {
            throw new EditConflict();
        }
    }

    /** The offer, after its referral has been taken. */
    private Offer locked(Viewer viewer, OfferId id) {
        var seen = offers.seenBy(viewer, id);
        if (referrals.held(seen.referral()).isEmpty()) {
            throw new NotFound();
        }
        return offers.seenBy(viewer, id);
    }

    private Offer placingOnes(Viewer viewer, OfferId id) {
        var offer = locked(viewer, id);
        if (!offer.placing().equals(WriteReferral.placing(viewer))) {
            throw new NotYours();
        }
        return offer;
    }

    private static LocalAuthorityId service(Viewer viewer) {
        if (!viewer.is(Role.FOSTERING_OFFICER)) {
            throw new NotYours();
        }
        return Objects.requireNonNull(viewer.authority());
    }

    private void writeTo(LocalAuthorityId authority, String subject, String text) {
        for (var officer : directory.holding(Role.FOSTERING_OFFICER, authority.asOrganisation())) {
            messages.send(
                    new Recipient(officer.name(), officer.email()), subject, "Dear " + officer.name() + ",\n\n" + text);
        }
    }

    private void tell(Referral referral, String what) {
        events.publishEvent(referral.happened(what, clock.instant()));
    }
}
