package uk.slipway.placements;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.region.Adjacency;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.vacancies.VacancyBook;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The placing authority writes a referral, searches among its own homes, weighs, circulates, and closes it. */
@UseCase
class WriteReferral {

    private final ReferralRows referrals;
    private final OfferRows offers;
    private final VacancyBook vacancies;
    private final Protocols protocols;
    private final Adjacency adjacency;
    private final LocalAuthorities authorities;
    private final Directory directory;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WriteReferral(
            ReferralRows referrals,
            OfferRows offers,
            VacancyBook vacancies,
            Protocols protocols,
            Adjacency adjacency,
            LocalAuthorities authorities,
            Directory directory,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.offers = offers;
        this.vacancies = vacancies;
        this.protocols = protocols;
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

    /** The authorities a child may come from. */
    List<LocalAuthority> authorities(Viewer viewer) {
        return authorities.in(Objects.requireNonNull(viewer.region()), today());
    }

    List<Person> socialWorkers(Viewer viewer) {
        return directory.holding(Role.SOCIAL_WORKER, viewer.organisation());
    }

    List<Person> reviewingOfficers(Viewer viewer) {
        return directory.holding(Role.REVIEWING_OFFICER, viewer.organisation());
    }

    /** Begins a referral; the same id a second time changes nothing. */
    void begin(
            Viewer viewer,
            ReferralId id,
            Needs needs,
            AccountId socialWorker,
            @Nullable AccountId reviewing,
            @Nullable BigDecimal budget) {
        var placing = placing(viewer);
        if (referrals.exists(id)) {
            requirePlacing(viewer, referrals.seenBy(viewer, id));
            return;
        }
        requirePeople(viewer, socialWorker, reviewing);
        var referral = new Referral(
                id,
                0,
                placing,
                null,
                referrals.nextReference(),
                ReferralState.DRAFT,
                needs,
                socialWorker,
                reviewing,
                budget,
                null,
                Map.of(),
                clock.instant(),
                null,
                null,
                null,
                null);
        referrals.keep(referral);
        tell(referral, "began the referral");
    }

    /**
     * Says anew what is needed; only before it is circulated.
     *
     * @throws EditConflict when it was changed meanwhile, or has been circulated
     */
    void need(
            Viewer viewer,
            ReferralId id,
            long version,
            Needs needs,
            AccountId socialWorker,
            @Nullable AccountId reviewing,
            @Nullable BigDecimal budget) {
        var now = own(viewer, id);
        requirePeople(viewer, socialWorker, reviewing);
        var then = now.written(needs, socialWorker, reviewing, budget);
        if (then.equals(now)) {
            return;
        }
        if (now.version() != version || !now.state().isBeingWritten()) {
            throw new EditConflict();
        }
        referrals.keep(then);
        tell(now, "changed what is needed");
    }

    /** Writes under a heading; only before it is circulated. @throws EditConflict when somebody wrote there meanwhile */
    void write(Viewer viewer, ReferralId id, ReferralSection section, long version, String text) {
        var now = own(viewer, id);
        var known = Optional.ofNullable(referrals.texts(id).get(section));
        if (text.equals(known.map(Referral.Text::text).orElse(""))) {
            return;
        }
        if (!now.state().isBeingWritten() || known.map(Referral.Text::version).orElse(0L) != version) {
            throw new EditConflict();
        }
        referrals.write(id, section, text);
        tell(now, "wrote under “" + section.inWords() + "”");
    }

    /** The authority's own homes, as they match; nobody else's. */
    List<Match> ownHomes(Viewer viewer, ReferralId id) {
        var referral = referrals.seenBy(viewer, id);
        requirePlacing(viewer, referral);
        return matches(referral, vacancies.openOf(referral.placing()));
    }

    private List<Match> matches(Referral referral, List<Vacancy> homes) {
        var borders = adjacency.on(today());
        return homes.stream()
                .map(home -> Match.of(referral.needs(), referral.weights(), home, borders, clock.instant()))
                .sorted(Match.BEST_FIRST)
                .toList();
    }

    /** Records the search among the authority's own homes; where it found one the referral closes. */
    void search(Viewer viewer, ReferralId id, long version, Referral.Search search) {
        var now = own(viewer, id);
        if (search.equals(now.search())) {
            return;
        }
        if (now.version() != version || !now.state().isBeingWritten()) {
            throw new EditConflict();
        }
        var then = now.searched(search);
        if (search.outcome() == Referral.Search.Outcome.FOUND) {
            then = then.closed(ReferralState.PLACED_IN_HOUSE, search.outcome().inWords(), null, clock.instant());
        }
        referrals.keep(then);
        tell(
                now,
                "recorded the search among the authority’s own homes: "
                        + search.outcome().inWords().toLowerCase(java.util.Locale.UK));
    }

    /** Fixes how much each criterion counts; once circulated, for good. */
    void weigh(Viewer viewer, ReferralId id, long version, Map<Criterion, Integer> weights) {
        var now = own(viewer, id);
        if (weights.equals(now.weights())) {
            return;
        }
        if (now.version() != version || !now.state().isBeingWritten()) {
            throw new EditConflict();
        }
        referrals.keep(now);
        referrals.weigh(id, weights);
        tell(now, "weighed the criteria");
    }

    /**
     * Whom a referral would be sent to.
     *
     * @param missing what has to be done first, in words; empty when it can be sent
     * @param canHelp the authorities with a home that keeps every rule, and how many
     * @param cannot the others of the region
     */
    record Circulation(
            Referral referral,
            Optional<Protocol> protocol,
            List<String> missing,
            Map<LocalAuthority, Integer> canHelp,
            List<LocalAuthority> cannot) {}

    Circulation prepare(Viewer viewer, ReferralId id) {
        var referral = referrals.seenBy(viewer, id);
        requirePlacing(viewer, referral);
        return prepared(viewer, referral);
    }

    private Circulation prepared(Viewer viewer, Referral referral) {
        var region = Objects.requireNonNull(viewer.region());
        var protocol = protocols.inForce(region);
        var canHelp = new LinkedHashMap<LocalAuthority, Integer>();
        var cannot = new ArrayList<LocalAuthority>();
        var possible = matches(referral, vacancies.openIn(region)).stream()
                .filter(Match::isPossible)
                .map(match -> match.vacancy().fostering())
                .toList();
        for (var authority : authorities.in(region, today())) {
            int homes = (int) possible.stream().filter(authority.id()::equals).count();
            if (authority.id().equals(referral.placing())) {
                continue;
            }
            if (homes > 0) {
                canHelp.put(authority, homes);
            } else {
                cannot.add(authority);
            }
        }
        return new Circulation(referral, protocol, missing(referral, protocol), canHelp, cannot);
    }

    private List<String> missing(Referral referral, Optional<Protocol> protocol) {
        var missing = new ArrayList<String>();
        if (protocol.isEmpty()) {
            missing.add("The region has no protocol in force. Its commissioner brings one into force");
        }
        var texts = referrals.texts(referral.id());
        for (var section : ReferralSection.values()) {
            if (section.isNeeded(referral.needs().route()) && !texts.containsKey(section)) {
                missing.add("Write under “" + section.inWords() + "”");
            }
        }
        if (referral.search() == null) {
            missing.add("Record the search among your own homes");
        }
        if (referral.weights().values().stream().mapToInt(Integer::intValue).sum() == 0) {
            missing.add("Weigh the criteria by which homes are compared");
        }
        return missing;
    }

    /** How circulating went. */
    enum Sent {
        SENT,
        NOT_READY,
        NOBODY_CAN_HELP
    }

    /** Sends it to the fostering services that can help. From here on what it says and what it weighs are fixed. */
    Sent circulate(Viewer viewer, ReferralId id, long version) {
        var now = own(viewer, id);
        if (now.state().isOut()) {
            return Sent.SENT;
        }
        if (now.version() != version || !now.state().isBeingWritten()) {
            throw new EditConflict();
        }
        var circulation = prepared(viewer, now);
        if (!circulation.missing().isEmpty()) {
            return Sent.NOT_READY;
        }
        if (circulation.canHelp().isEmpty()) {
            return Sent.NOBODY_CAN_HELP;
        }
        referrals.keep(now.sent(circulation.protocol().orElseThrow().number(), clock.instant()));
        referrals.circulate(
                id,
                circulation.canHelp().entrySet().stream()
                        .map(one -> new ReferralRows.Circulated(one.getKey().id(), one.getValue(), null))
                        .toList(),
                clock.instant());
        tell(
                now,
                "circulated the referral to " + circulation.canHelp().size()
                        + (circulation.canHelp().size() == 1 ? " authority" : " authorities"));
        for (var authority : circulation.canHelp().keySet()) {
            writeTo(
                    authority.id(),
                    (now.needs().route() == Route.EMERGENCY ? "Emergency: " : "")
                            + "A referral your fostering service may be able to help with: " + now.reference(),
                    "Referral " + now.reference()
                            + " has been circulated to you. Sign in to Slipway, open Fostering and"
                            + " see which of your homes match. It names no child.");
        }
        return Sent.SENT;
    }

    /** The placing authority takes it back; every offer is closed and told. */
    void withdraw(Viewer viewer, ReferralId id, Reason reason) {
        close(viewer, id, ReferralState.WITHDRAWN, reason.inWords(), null, "withdrew the referral");
    }

    /** Nobody could help, and it ends so. */
    void noOffer(Viewer viewer, ReferralId id) {
        close(viewer, id, ReferralState.NO_OFFER, "No home was found", null, "closed the referral without an offer");
    }

    /** The child was placed with an agency's carer, at a weekly rate that stands beside authorities' own costs. */
    void agency(Viewer viewer, ReferralId id, BigDecimal weeklyRate) {
        close(
                viewer,
                id,
                ReferralState.PLACED_WITH_AGENCY,
                "Placed with an independent fostering agency",
                weeklyRate,
                "recorded a placement with an agency");
    }

    private void close(
            Viewer viewer, ReferralId id, ReferralState as, String because, @Nullable BigDecimal rate, String what) {
        var now = own(viewer, id);
        if (now.state() == as) {
            return;
        }
        if (now.state().isClosed()) {
            throw new EditConflict();
        }
        for (var offer : offers.of(id)) {
            if (offer.state().isOpen()) {
                offers.settle(offer.id(), OfferState.CLOSED, because, null, clock.instant());
                writeTo(
                        offer.fostering(),
                        "Referral " + now.reference() + " has closed",
                        "Your offer of " + offer.carerReference() + " for referral " + now.reference()
                                + " is no longer needed: " + because + ". The home is free again.");
            }
        }
        referrals.keep(now.closed(as, because, rate, clock.instant()));
        tell(now, what);
    }

    private void writeTo(LocalAuthorityId authority, String subject, String text) {
        for (var officer : directory.holding(Role.FOSTERING_OFFICER, authority.asOrganisation())) {
            messages.send(
                    new Recipient(officer.name(), officer.email()), subject, "Dear " + officer.name() + ",\n\n" + text);
        }
    }

    private Referral own(Viewer viewer, ReferralId id) {
        var referral = referrals.held(viewer, id);
        requirePlacing(viewer, referral);
        return referral;
    }

    private void requirePeople(Viewer viewer, AccountId worker, @Nullable AccountId reviewing) {
        if (socialWorkers(viewer).stream().noneMatch(person -> person.account().equals(worker))
                || reviewing != null
                        && reviewingOfficers(viewer).stream()
                                .noneMatch(person -> person.account().equals(reviewing))) {
            throw new NotFound();
        }
    }

    static void requirePlacing(Viewer viewer, Referral referral) {
        if (!placing(viewer).equals(referral.placing())) {
            throw new NotYours();
        }
    }

    /** The authority for which somebody decides about children. @throws NotYours for everybody else */
    static LocalAuthorityId placing(Viewer viewer) {
        var authority = viewer.authority();
        if (authority == null || viewer.is(Role.REVIEWING_OFFICER)) {
            throw new NotYours();
        }
        return authority;
    }

    private void tell(Referral referral, String what) {
        events.publishEvent(referral.happened(what, clock.instant()));
    }
}
