package uk.slipway.placements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.TrailEntry;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.Caution;
import uk.slipway.vacancies.HomeFeature;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Skill;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.web.Crumb;
import uk.slipway.web.Meanwhile;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of a referral show. */
@Component
class ReferralPages {

    static final Words WORDS = new Words();
    static final List<Crumb> CRUMBS = List.of(new Crumb("Fostering", "/fostering"));

    private final LocalAuthorities authorities;

    ReferralPages(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    String name(LocalAuthorityId id) {
        return authorities.get(id).label();
    }

    record Fact(String name, String words) {}

    record Task(String name, @Nullable String address, String state, String tag) {}

    record SectionText(String name, String text) {}

    record OfferRow(String home, String address, String score, String from, String state, String tag, String by) {}

    record Page(
            String title,
            UUID id,
            long version,
            List<Crumb> crumbs,
            String authority,
            String reference,
            String state,
            String tag,
            @Nullable String lead,
            boolean placing,
            boolean beingWritten,
            boolean out,
            boolean mayAct,
            boolean mayOffer,
            List<Task> tasks,
            List<Fact> facts,
            List<SectionText> sections,
            List<Fact> weights,
            List<OfferRow> offers,
            List<Fact> circulation,
            List<TimelineEntry> history,
            List<TimelineEntry> looks,
            List<Option> withdrawals,
            List<String> whoCanSee) {}

    Page page(Viewer viewer, LookAtReferral.Seen seen) {
        var referral = seen.referral();
        var needs = referral.needs();
        boolean mayAct = seen.placing() && !viewer.is(Role.REVIEWING_OFFICER);
        var sections = new ArrayList<SectionText>();
        for (var section : ReferralSection.values()) {
            var text = seen.texts().get(section);
            if (text != null) {
                sections.add(new SectionText(section.inWords(), text.text()));
            }
        }
        return new Page(
                "Referral " + referral.reference() + ": " + name(referral.placing()),
                referral.id().value(),
                referral.version(),
                CRUMBS,
                name(referral.placing()),
                referral.reference(),
                referral.state().inWords(),
                referral.state().tag(),
                lead(referral),
                seen.placing(),
                referral.state().isBeingWritten(),
                referral.state().isOut(),
                mayAct,
                !seen.placing() && referral.state().isOut() && viewer.is(Role.FOSTERING_OFFICER),
                mayAct && referral.state().isBeingWritten() ? tasks(referral, seen) : List.of(),
                facts(referral),
                sections,
                referral.weights().entrySet().stream()
                        .map(one -> new Fact(one.getKey().inWords(), one.getValue() + " of 5"))
                        .toList(),
                seen.offers().stream().map(offer -> row(offer, seen.placing())).toList(),
                seen.circulation().stream().map(one -> circulated(one, seen)).toList(),
                seen.trail().stream()
                        .filter(entry -> !entry.what().equals(Referral.LOOKED))
                        .map(ReferralPages::entry)
                        .toList(),
                seen.trail().stream()
                        .filter(entry -> entry.what().equals(Referral.LOOKED))
                        .map(ReferralPages::entry)
                        .toList(),
                reasons(Reason.When.REFERRAL_WITHDRAWN),
                whoCanSee(referral));
    }

    /** Whom it was sent to, and what they have answered. */
    private Fact circulated(ReferralRows.Circulated one, LookAtReferral.Seen seen) {
        var answer = one.answer();
        boolean offered =
                seen.offers().stream().anyMatch(offer -> offer.fostering().equals(one.authority()));
        return new Fact(
                name(one.authority()),
                WORDS.count(one.homes(), "home fits", "homes fit")
                        + (offered
                                ? ". Has offered a home"
                                : answer == null
                                        ? ". Has not answered yet"
                                        : ". Has no home, " + WORDS.shortDate(answer.at()) + ": "
                                                + answer.reason().inWords()));
    }

    private @Nullable String lead(Referral referral) {
        if (referral.closedAt() != null) {
            return "Closed on " + WORDS.shortDate(referral.closedAt()) + ": " + referral.closingReason() + "."
                    + (referral.agencyRate() == null
                            ? ""
                            : " The agency’s rate is " + WeeklyCost.pounds(referral.agencyRate()) + ".");
        }
        return referral.needs().route() == Route.EMERGENCY
                ? "An emergency. Others may be told after the start; approval is never waived."
                : null;
    }

    private List<Task> tasks(Referral referral, LookAtReferral.Seen seen) {
        var base = "/fostering/referrals/" + referral.id().value();
        var tasks = new ArrayList<Task>();
        tasks.add(new Task("Who it is for and what is needed", base + "/needs", "Done", "govuk-tag--green"));
        for (var section : ReferralSection.values()) {
            boolean written = seen.texts().containsKey(section);
            boolean needed = section.isNeeded(referral.needs().route());
            tasks.add(new Task(
                    section.inWords(),
                    base + "/sections/" + section.path(),
                    written ? "Done" : needed ? "To be written" : "Optional",
                    written ? "govuk-tag--green" : needed ? "govuk-tag--blue" : "govuk-tag--grey"));
        }
        boolean searched = referral.search() != null;
        tasks.add(new Task(
                "Search among your own homes",
                base + "/search",
                searched ? "Done" : "To be done",
                searched ? "govuk-tag--green" : "govuk-tag--blue"));
        boolean weighed =
                referral.weights().values().stream().mapToInt(Integer::intValue).sum() > 0;
        tasks.add(new Task(
                "Weigh the criteria",
                base + "/weights",
                weighed ? "Done" : "To be done",
                weighed ? "govuk-tag--green" : "govuk-tag--blue"));
        return tasks;
    }

    private List<Fact> facts(Referral referral) {
        var needs = referral.needs();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Reference", referral.reference()));
        facts.add(
                new Fact("For", needs.childrenInWords() + ". " + needs.gender().inWords()));
        facts.add(new Fact("Route", needs.route().inWords()));
        facts.add(new Fact("Needed by", WORDS.date(needs.neededBy())));
        facts.add(new Fact(
                "Type and time",
                needs.type().inWords() + ". " + needs.duration().inWords()));
        facts.add(new Fact("Legal status", needs.legalStatus().inWords()));
        facts.add(new Fact("Close to", name(needs.home())));
        facts.add(new Fact(
                "School",
                (needs.keyStage4() ? "In Key Stage 4 (regulation 10). " : "Not in Key Stage 4. ")
                        + (needs.ehcPlan()
                                ? "Has an education, health and care plan"
                                : "No education, health and care plan")));
        facts.add(new Fact(
                "Skills asked for",
                said(needs.skills().stream().map(Skill::inWords).toList())));
        facts.add(new Fact(
                "A home without",
                said(needs.avoid().stream().map(HomeFeature::inWords).toList())));
        facts.add(new Fact(
                "To be lived with",
                said(needs.cautions().stream().map(Caution::inWords).toList())));
        var search = referral.search();
        if (search != null) {
            facts.add(new Fact(
                    "Own homes searched",
                    WORDS.shortDate(search.on()) + ": " + search.outcome().inWords()
                            + (search.words().isBlank() ? "" : ". " + search.words())));
        }
        facts.add(new Fact(
                "Protocol",
                referral.protocolNumber() == null
                        ? "The version in force when it is circulated"
                        : "Version " + referral.protocolNumber()));
        return facts;
    }

    private static String said(List<String> words) {
        return words.isEmpty() ? "None" : String.join("; ", words);
    }

    private OfferRow row(Offer offer, boolean placing) {
        return new OfferRow(
                "Carer " + offer.carerReference(),
                "/fostering/offers/" + offer.id().value(),
                offer.score() + " of 100",
                WORDS.shortDate(offer.content().startOn()),
                offer.state().inWords(),
                offer.state().tag(),
                placing ? name(offer.fostering()) : "Your authority");
    }

    static TimelineEntry entry(TrailEntry entry) {
        return new TimelineEntry(
                WORDS.moment(entry.at()),
                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                entry.what());
    }

    private List<String> whoCanSee(Referral referral) {
        var sentences = new ArrayList<String>();
        sentences.add("People in fostering and the Director of " + name(referral.placing())
                + "; its reviewing officer where they review the child.");
        sentences.add(
                referral.state().isBeingWritten()
                        ? "No other authority, until you circulate it."
                        : referral.state().isOut()
                                ? "The fostering services it was circulated to, while it is open."
                                : "Of the authorities it was circulated to, only the one whose home was chosen.");
        sentences.add("Each look is recorded, and " + name(referral.placing()) + " sees who looked.");
        return sentences;
    }

    static List<Option> reasons(Reason.When when) {
        return Reason.of(when).stream()
                .map(one -> Option.of(one.name(), one.inWords()))
                .toList();
    }

    record NeedsPage(
            String title,
            String action,
            List<Crumb> crumbs,
            List<Option> routes,
            List<Option> bands,
            List<Integer> lines,
            List<Option> genders,
            List<Option> legal,
            List<Option> types,
            List<Option> durations,
            List<Option> authorities,
            List<Option> about,
            List<Option> skills,
            List<Option> features,
            List<Option> cautions,
            List<Option> workers,
            List<Option> reviewers) {}

    /** What is saved now, beside a form that somebody else has overtaken. */
    static Meanwhile meanwhile(long version, List<Fact> facts) {
        return new Meanwhile(
                Long.toString(version),
                facts.stream()
                        .map(fact -> new Meanwhile.Line(fact.name(), fact.words()))
                        .toList());
    }

    NeedsPage needs(
            String title, String action, List<LocalAuthority> places, List<Person> workers, List<Person> reviewers) {
        return new NeedsPage(
                title,
                action,
                CRUMBS,
                List.of(
                        new Option(
                                "PLANNED", "Planned", "There is time to introduce the child and sign everything first"),
                        new Option(
                                "EMERGENCY",
                                "Emergency",
                                "Others may be told after the start; approval is never waived")),
                options(AgeBand.values(), AgeBand::inWords),
                IntStream.range(0, NeedsForm.CHILDREN).boxed().toList(),
                options(Needs.Gender.values(), Needs.Gender::inWords),
                options(Needs.LegalStatus.values(), Needs.LegalStatus::inWords),
                options(PlacementType.values(), PlacementType::inWords),
                options(Needs.Duration.values(), Needs.Duration::inWords),
                places.stream()
                        .map(one -> Option.of(one.gssCode(), one.label()))
                        .toList(),
                List.of(
                        Option.of("KEY_STAGE_4", "In Key Stage 4: a move would disturb the years before GCSEs"),
                        Option.of("EHC_PLAN", "Has an education, health and care plan")),
                options(Skill.values(), Skill::inWords),
                options(HomeFeature.values(), HomeFeature::inWords),
                options(Caution.values(), Caution::inWords),
                people(workers),
                people(reviewers));
    }

    static List<Option> people(List<Person> people) {
        return people.stream()
                .map(person -> Option.of(person.account().value().toString(), person.name()))
                .toList();
    }

    static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> words) {
        return Arrays.stream(constants)
                .map(one -> Option.of(one.name(), words.apply(one)))
                .toList();
    }

    record RuleLine(String name, String words, String tag, String kept) {}

    record Home(
            String carer,
            UUID vacancy,
            boolean possible,
            String score,
            @Nullable String stale,
            String where,
            List<RuleLine> rules,
            List<String> parts,
            boolean offered) {}

    Home home(Match match, boolean offered) {
        Vacancy vacancy = match.vacancy();
        return new Home(
                vacancy.terms().carerReference(),
                vacancy.id().value(),
                match.isPossible(),
                match.score() + " of 100",
                match.stale()
                        ? "Not confirmed since " + WORDS.shortDate(vacancy.confirmedAt()) + ", so it comes last"
                        : null,
                vacancy.terms().postcodeArea() + ", area of " + name(vacancy.area()) + ". " + match.distance(),
                match.rules().stream()
                        .map(rule -> new RuleLine(
                                rule.name(),
                                rule.words(),
                                rule.kept() ? "govuk-tag--green" : "govuk-tag--red",
                                rule.kept() ? "Yes" : "No"))
                        .toList(),
                match.parts().stream().map(Match.Part::inWords).toList(),
                offered);
    }

    /**
     * @param answer that the service has answered that it has no home, in words, or null
     * @param reasons why it may have none
     */
    record HomesPage(
            String title,
            UUID id,
            List<Crumb> crumbs,
            String lead,
            boolean weighed,
            List<Home> homes,
            @Nullable String answer,
            List<Option> reasons) {}

    HomesPage homes(DecideOnOffers.OwnMatches own) {
        var referral = own.referral();
        var needs = referral.needs();
        var answer = own.answer();
        return new HomesPage(
                "Your homes for referral " + referral.reference(),
                referral.id().value(),
                crumbs(referral),
                needs.childrenInWords() + ", "
                        + needs.type().inWords().toLowerCase(java.util.Locale.UK) + ", needed by "
                        + WORDS.date(needs.neededBy()) + ".",
                !referral.weights().isEmpty(),
                own.matches().stream()
                        .map(match -> home(
                                match,
                                own.made().stream()
                                        .anyMatch(offer -> offer.vacancy()
                                                        .equals(match.vacancy().id())
                                                && offer.state().isOpen())))
                        .toList(),
                answer == null
                        ? null
                        : answer.by() + " answered on " + WORDS.shortDate(answer.at()) + " that no home can help: "
                                + answer.reason().inWords() + ".",
                reasons(Reason.When.NO_HOME));
    }

    record CirculationPage(
            String title,
            UUID id,
            long version,
            List<Crumb> crumbs,
            List<String> missing,
            List<Fact> canHelp,
            List<String> cannot,
            List<Fact> weights,
            @Nullable String protocol) {}

    CirculationPage circulation(WriteReferral.Circulation circulation) {
        var referral = circulation.referral();
        return new CirculationPage(
                "Circulate referral " + referral.reference(),
                referral.id().value(),
                referral.version(),
                crumbs(referral),
                circulation.missing(),
                circulation.canHelp().entrySet().stream()
                        .map(one ->
                                new Fact(one.getKey().label(), WORDS.count(one.getValue(), "home fits", "homes fit")))
                        .toList(),
                circulation.cannot().stream().map(LocalAuthority::label).toList(),
                referral.weights().entrySet().stream()
                        .map(one -> new Fact(one.getKey().inWords(), one.getValue() + " of 5"))
                        .toList(),
                circulation.protocol().map(one -> "Version " + one.number()).orElse(null));
    }

    static List<Crumb> crumbs(Referral referral) {
        return List.of(
                new Crumb("Fostering", "/fostering"),
                new Crumb(
                        "Referral " + referral.reference(),
                        "/fostering/referrals/" + referral.id().value()));
    }
}
