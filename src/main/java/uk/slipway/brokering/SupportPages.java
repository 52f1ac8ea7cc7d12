package uk.slipway.brokering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.headlines.AgreedStrengths;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Step;
import uk.slipway.web.Tile;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of support say. */
@Component
class SupportPages {

    private static final Words WORDS = new Words();
    private static final Crumb HOME = new Crumb("Support", "/support");

    record ListPage(
            String title,
            String finding,
            boolean broker,
            boolean mayAsk,
            List<Filter> filters,
            List<Tile> tiles,
            List<Row> rows,
            boolean cut,
            String none,
            List<String> whoCanSee) {}

    record Filter(String words, String address, int count, boolean chosen) {}

    record Row(
            String address,
            String title,
            String requester,
            String supporter,
            String state,
            String tag,
            String next,
            boolean late) {}

    record AskPage(String title, String action, List<Option> indicators, List<String> whoCanSee, List<Crumb> crumbs) {}

    record RequestPage(
            UUID id,
            String title,
            String heading,
            String caption,
            String state,
            String tag,
            @Nullable String stuck,
            String need,
            List<Fact> facts,
            List<Step> steps,
            @Nullable Agreement agreement,
            @Nullable Looked looked,
            @Nullable String closed,
            boolean asker,
            boolean maySend,
            boolean mayEdit,
            boolean mayAgree,
            boolean mayRecordAsker,
            boolean mayRecordHelper,
            boolean mayPropose,
            boolean mayLookBack,
            boolean mayEnd,
            List<Option> answers,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    /** @param proposed when, as the buttons that agree it send it back */
    record Agreement(String words, List<Fact> facts, String proposed) {}

    record Looked(String answer, String words, String by, String figures) {}

    record ProposePage(
            UUID id,
            String title,
            String need,
            String asker,
            String wantedBy,
            List<Help> candidates,
            List<Option> supporters,
            List<Crumb> crumbs) {}

    record Help(
            String name,
            String what,
            String title,
            String more,
            @Nullable String closeness,
            String supporter,
            @Nullable String offer) {}

    record OffersPage(
            String title,
            boolean mayOffer,
            boolean broker,
            List<OfferRow> rows,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record OfferRow(UUID id, String title, String by, String kind, String what, String until, boolean mayEnd) {}

    record OfferPage(
            String title, List<Option> kinds, List<Option> strengths, List<String> whoCanSee, List<Crumb> crumbs) {}

    ListPage list(Viewer viewer, List<SupportRows.Row> all, @Nullable SupportState chosen, LocalDate today) {
        boolean broker = SupportRows.brokers(viewer);
        var shown = all.stream()
                .filter(row -> chosen == null || row.state() == chosen)
                .toList();
        long open = all.stream().filter(row -> !row.state().isOver()).count();
        long stuck = all.stream().filter(row -> row.stuck(today) != null).count();
        var filters = new ArrayList<Filter>();
        filters.add(new Filter("All", "/support", all.size(), chosen == null));
        for (var state : SupportState.values()) {
            int count = (int) all.stream().filter(row -> row.state() == state).count();
            if (count > 0 || state == chosen) {
                filters.add(new Filter(
                        state.inWords(),
                        "/support?state="
                                + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        count,
                        state == chosen));
            }
        }
        return new ListPage(
                "Support",
                WORDS.count(open, "request is open", "requests are open").replaceFirst("^no", "No") + ", "
                        + (stuck == 0 ? "none is stuck" : stuck == 1 ? "1 is stuck" : stuck + " are stuck"),
                broker,
                AskForSupport.mayAsk(viewer),
                filters,
                shown.stream()
                        .filter(row -> !row.state().isOver())
                        .sorted(java.util.Comparator.comparing(row -> row.stuck(today) == null))
                        .map(row -> tile(row, today))
                        .toList(),
                shown.stream().map(row -> row(row, today)).toList(),
                all.size() == SupportRows.MOST,
                chosen == null
                        ? broker
                                ? "Requests will be here once a school, trust, diocese or authority has asked."
                                : "What you ask for, and what you are asked to help with, will be here."
                        : "There is none in this state.",
                broker
                        ? List.of(
                                "You see a request once it has been asked.",
                                "The one who helps sees it once you propose them.")
                        : List.of(
                                "A request is your organisation’s own until you ask the co-ordinator.",
                                "Then the co-ordinator and the regional manager see it, and whoever they propose."));
    }

    private static Tile tile(SupportRows.Row row, LocalDate today) {
        var stuck = row.stuck(today);
        return new Tile(
                row.requesterName() + ": " + row.title(),
                "/support/" + row.id().value(),
                row.state().inWords(),
                stuck == null ? next(row, today) : stuck,
                stuck != null
                        ? Tile.Look.LATE
                        : row.state() == SupportState.AGREED
                                ? Tile.Look.DONE
                                : row.state() == SupportState.DRAFT ? Tile.Look.WAITING : Tile.Look.UNDER_WAY);
    }

    private static Row row(SupportRows.Row row, LocalDate today) {
        var stuck = row.stuck(today);
        return new Row(
                "/support/" + row.id().value(),
                row.title(),
                row.requesterName() + (row.school() == null ? "" : ", for " + row.school()),
                row.supporterName() == null ? "Nobody yet" : row.supporterName(),
                row.state().inWords(),
                row.state().tag(),
                stuck == null ? next(row, today) : stuck,
                stuck != null);
    }

    private static String next(SupportRows.Row row, LocalDate today) {
        return switch (row.state()) {
            case DRAFT -> "Needed by " + WORDS.shortDate(row.wantedBy());
            case ASKED -> "Asked on " + WORDS.shortDate(row.asked()) + ", needed by " + WORDS.shortDate(row.wantedBy());
            case PROPOSED -> "Proposed on " + WORDS.shortDate(row.proposed()) + ", " + waiting(row);
            case AGREED -> {
                var starts = row.starts();
                var ends = row.ends();
                yield starts != null && starts.isAfter(today)
                        ? "Starts " + WORDS.shortDate(starts)
                        : ends != null && !ends.isBefore(today)
                                ? "Under way until " + WORDS.shortDate(ends)
                                : "Ended, look back by " + WORDS.shortDate(row.lookBackOn());
            }
            case LOOKED_BACK -> row.helped() == null ? "" : row.helped().inWords();
            case WITHDRAWN -> "Ended without more";
        };
    }

    private static String waiting(SupportRows.Row row) {
        return row.requesterAgreed()
                ? "waits for the one who helps"
                : row.supporterAgreed() ? "waits for the one who asked" : "waits for both sides";
    }

    AskPage ask(Viewer viewer, @Nullable UUID id, List<ComparedFigures.Choice> indicators) {
        return new AskPage(
                id == null ? "Ask for support" : "Change what you ask for",
                id == null ? "/support/ask" : "/support/" + id + "/edit",
                indicators.stream()
                        .map(choice -> new Option(choice.slug(), choice.name() + " (" + choice.grouping() + ")", null))
                        .toList(),
                List.of("Only " + viewer.organisationName() + ", until you ask the co-ordinator on the next page."),
                List.of(HOME));
    }

    RequestPage request(ReadSupport.Found found, LocalDate today) {
        var request = found.request();
        var wanted = request.wanted();
        var state = request.state();
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact("Asked by", found.requester() + (wanted.school() == null ? "" : ", for " + wanted.school())));
        facts.add(new Fact("Needed by", WORDS.date(wanted.wantedBy())));
        if (found.indicator() != null) {
            facts.add(new Fact(
                    "Judged by",
                    found.indicator()
                            + (found.figure() == null
                                    ? ": no figure is published for it here"
                                    : ", now " + found.figure())));
        } else {
            facts.add(new Fact("Judged by", "No indicator chosen"));
        }
        boolean proposed = state == SupportState.PROPOSED;
        return new RequestPage(
                request.id().value(),
                "Support: " + wanted.title() + ", " + found.requester(),
                wanted.title(),
                found.requester(),
                state.inWords(),
                state.tag(),
                request.stuck(today),
                wanted.need(),
                facts,
                steps(request, today),
                agreement(found),
                looked(request),
                request.closedBecause() == null
                        ? null
                        : "Withdrawn on " + WORDS.shortDate(request.closedAt()) + ": " + request.closedBecause(),
                found.asker(),
                found.asker() && state == SupportState.DRAFT,
                found.asker() && state == SupportState.DRAFT,
                proposed
                        && (found.asker() && request.agreedBy(true) == null
                                || found.helper() && request.agreedBy(false) == null),
                found.broker() && proposed && request.agreedBy(true) == null,
                found.broker() && proposed && request.agreedBy(false) == null,
                found.broker() && (state == SupportState.ASKED || proposed),
                found.asker() && state == SupportState.AGREED,
                !state.isOver() && (found.asker() || found.broker()),
                Arrays.stream(Helped.values())
                        .map(helped -> Option.of(helped.name(), helped.inWords()))
                        .toList(),
                found.history().stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                Character.toUpperCase(entry.what().charAt(0))
                                        + entry.what().substring(1)))
                        .toList(),
                whoCanSee(found),
                List.of(HOME));
    }

    private static List<String> whoCanSee(ReadSupport.Found found) {
        var sentences = new ArrayList<String>();
        sentences.add("Those of " + found.requester() + " who ask for support, and its signatories.");
        if (found.request().askedAt() != null) {
            sentences.add("The partnership’s co-ordinator and the regional manager.");
        }
        if (found.supporter() != null) {
            sentences.add("Those of " + found.supporter() + ", who are asked to help.");
        }
        return sentences;
    }

    private static List<Step> steps(SupportRequest request, LocalDate today) {
        var state = request.state();
        if (state == SupportState.WITHDRAWN) {
            return List.of();
        }
        boolean stuck = request.stuck(today) != null;
        var terms = request.terms();
        var order = List.of(
                SupportState.DRAFT,
                SupportState.ASKED,
                SupportState.PROPOSED,
                SupportState.AGREED,
                SupportState.LOOKED_BACK);
        var names = List.of("Written down", "Asked for", "Help proposed", "Agreed", "Looked back");
        var whens = List.of(
                WORDS.shortDate(request.madeAt()),
                WORDS.shortDate(request.askedAt()),
                WORDS.shortDate(request.proposedAt()),
                WORDS.shortDate(request.agreedAt()),
                request.lookedBackAt() != null
                        ? WORDS.shortDate(request.lookedBackAt())
                        : terms == null ? "" : "by " + WORDS.shortDate(terms.lookBackOn()));
        int at = order.indexOf(state);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < order.size(); i++) {
            boolean now = i == at + 1;
            steps.add(new Step(
                    names.get(i),
                    whens.get(i).isEmpty() ? now ? "next" : "" : whens.get(i),
                    i <= at
                            ? Step.Progress.DONE
                            : now ? stuck ? Step.Progress.LATE : Step.Progress.NOW : Step.Progress.AHEAD));
        }
        return steps;
    }

    private static @Nullable Agreement agreement(ReadSupport.Found found) {
        var request = found.request();
        var terms = request.terms();
        if (terms == null) {
            return null;
        }
        var cost = terms.cost();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Who helps", Objects.requireNonNullElse(found.supporter(), "")));
        facts.add(new Fact("From", WORDS.date(terms.startsOn())));
        facts.add(new Fact("Until", WORDS.date(terms.endsOn())));
        facts.add(new Fact(
                "Cost",
                cost == null
                        ? "None said"
                        : "£"
                                + String.format(
                                        Locale.UK, cost.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", cost)
                                + (terms.paidBy() == null ? "" : ", paid by " + terms.paidBy())));
        facts.add(new Fact("Look-back", WORDS.date(terms.lookBackOn())));
        facts.add(new Fact(found.requester(), agreed(request, true)));
        facts.add(new Fact(Objects.requireNonNullElse(found.supporter(), ""), agreed(request, false)));
        return new Agreement(terms.agreement(), facts, Objects.toString(request.proposedAt(), ""));
    }

    private static String agreed(SupportRequest request, boolean asker) {
        var by = request.agreedBy(asker);
        return by == null ? "Has not agreed yet" : "Agreed on " + WORDS.shortDate(request.agreedAt(asker)) + ", " + by;
    }

    private static @Nullable Looked looked(SupportRequest request) {
        var helped = request.helped();
        var words = request.lookBack();
        if (helped == null || words == null) {
            return null;
        }
        var then = request.figureThen();
        var now = request.figureNow();
        return new Looked(
                helped.inWords(),
                words,
                request.lookedBackBy() + ", " + WORDS.shortDate(request.lookedBackAt()),
                then == null || now == null
                        ? ""
                        : then.equals(now)
                                ? "The latest published figure is still the one of the agreement: " + now + "."
                                : "When it was agreed: " + then + ". At the look-back: " + now + ".");
    }

    ProposePage propose(
            ReadSupport.Found found,
            List<ReadSupport.Candidate> candidates,
            List<SupportRows.Body> bodies,
            LocalDate today) {
        var request = found.request();
        return new ProposePage(
                request.id().value(),
                "Propose who helps: " + request.wanted().title(),
                request.wanted().need(),
                found.requester(),
                WORDS.dueIn(request.wanted().wantedBy(), today),
                candidates.stream()
                        .map(candidate -> new Help(
                                candidate.name(),
                                candidate.what(),
                                candidate.title(),
                                candidate.more(),
                                candidate.closeness() == null
                                        ? null
                                        : "Statistical neighbour, place " + candidate.closeness() + " of 10",
                                candidate.organisation().value().toString(),
                                candidate.offer()))
                        .toList(),
                bodies.stream()
                        .map(body -> Option.of(body.id().value().toString(), body.name()))
                        .toList(),
                List.of(
                        HOME,
                        new Crumb(
                                request.wanted().title(),
                                "/support/" + request.id().value())));
    }

    OffersPage offers(Viewer viewer, List<SupportRows.Offer> offers) {
        boolean mayOffer = AskForSupport.mayAsk(viewer);
        return new OffersPage(
                "Offers of support",
                mayOffer,
                SupportRows.brokers(viewer),
                offers.stream()
                        .map(offer -> new OfferRow(
                                offer.id(),
                                offer.title(),
                                offer.organisationName() + (offer.who() == null ? "" : ", " + offer.who()),
                                offer.kind().inWords(),
                                offer.what(),
                                offer.until() == null ? "No last day" : WORDS.shortDate(offer.until()),
                                mayOffer && offer.organisation().equals(viewer.organisation())))
                        .toList(),
                List.of("An offer is seen by those who make it, the partnership’s co-ordinator and the regional"
                        + " manager."),
                List.of(HOME));
    }

    OfferPage offer(Viewer viewer, List<AgreedStrengths.Strength> own) {
        return new OfferPage(
                "Offer support",
                Arrays.stream(OfferKind.values())
                        .filter(kind -> kind != OfferKind.STRENGTH || viewer.authority() != null)
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                own.stream()
                        .map(strength -> Option.of(
                                strength.id().value().toString(),
                                strength.year().label() + ": " + strength.text()))
                        .toList(),
                List.of(
                        "Those of " + viewer.organisationName() + " who offer support, the partnership’s co-ordinator"
                                + " and the regional manager.",
                        "Where you offer an agreed strength, they see its words."),
                List.of(HOME, new Crumb("Offers of support", "/support/offers")));
    }
}
