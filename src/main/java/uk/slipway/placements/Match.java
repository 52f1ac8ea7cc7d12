package uk.slipway.placements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.slipway.region.Adjacency;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.HomeFeature;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.web.Words;

/**
 * How a home meets needs: every rule with its answer, then the score with its parts. It proposes; people decide.
 *
 * @param rules the hard rules, one by one
 * @param score 0 to 100, the weighted mean of the parts; it says nothing where a rule is broken
 * @param stale whether its fostering service has not confirmed it this week
 */
record Match(Vacancy vacancy, List<Rule> rules, int score, List<Part> parts, boolean stale, String distance) {

    private static final Words WORDS = new Words();

    /** A hard rule and whether the home keeps it, in words. */
    record Rule(String name, boolean kept, String words) {}

    /** One weighted part of the score. */
    record Part(Criterion criterion, int weight, int points, String words) {

        String inWords() {
            return criterion.inWords() + ": " + points + " of 100, weight " + weight + ". " + words;
        }
    }

    /** Homes that keep every rule, the confirmed ones first, then by score. */
    static final Comparator<Match> BEST_FIRST = Comparator.comparing((Match match) -> !match.isPossible())
            .thenComparing(Match::stale)
            .thenComparing(Comparator.comparingInt(Match::score).reversed())
            .thenComparing(match -> match.vacancy().terms().carerReference());

    boolean isPossible() {
        return rules.stream().allMatch(Rule::kept);
    }

    /** The parts of the score as sentences, one on a line. */
    String scoreInWords() {
        return parts.stream().map(Part::inWords).collect(Collectors.joining("\n"));
    }

    static Match of(
            Needs needs, Map<Criterion, Integer> weights, Vacancy vacancy, Adjacency.Borders borders, Instant now) {
        boolean stale = vacancy.isStale(now);
        var steps = borders.between(needs.home(), vacancy.area());
        var parts = new ArrayList<Part>();
        for (var criterion : Criterion.values()) {
            parts.add(part(criterion, weights.getOrDefault(criterion, 0), needs, vacancy, steps, stale));
        }
        int weight = parts.stream().mapToInt(Part::weight).sum();
        int sum = parts.stream().mapToInt(part -> part.weight() * part.points()).sum();
        return new Match(
                vacancy,
                rules(needs, vacancy),
                weight == 0 ? 0 : Math.round((float) sum / weight),
                List.copyOf(parts),
                stale,
                distance(steps));
    }

    private static List<Rule> rules(Needs needs, Vacancy vacancy) {
        var terms = vacancy.terms();
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(
                "Approved for this type of placement",
                terms.types().contains(needs.type()),
                "Needed: " + needs.type().inWords() + ". Approved for: "
                        + said(terms.types().stream()
                                .map(type -> type.inWords())
                                .toList()) + "."));
        boolean ages = needs.ageBands().stream().allMatch(band -> band.isWithin(terms.youngest(), terms.oldest()));
        rules.add(new Rule(
                "Approved for this age",
                ages,
                "Needed: " + needs.childrenInWords() + ". Approved for ages " + terms.youngest() + " to "
                        + terms.oldest() + "."));
        rules.add(new Rule(
                needs.children() > 1 ? "Room for brothers and sisters together" : "Room",
                terms.freePlaces() >= needs.children(),
                "Needed: " + WORDS.count(needs.children(), "place", "places") + ". Free: " + terms.freePlaces() + "."));
        var features = new HashSet<>(terms.features());
        if (!vacancy.children().isEmpty()) {
            features.add(HomeFeature.OTHER_CHILDREN);
        }
        var met = needs.avoid().stream()
                .filter(features::contains)
                .map(HomeFeature::inWords)
                .toList();
        rules.add(new Rule(
                "Nothing there that the child must not have",
                met.isEmpty(),
                needs.avoid().isEmpty()
                        ? "The referral rules nothing out."
                        : met.isEmpty()
                                ? "What the referral rules out is not there."
                                : "There is: " + said(met) + "."));
        var against = needs.cautions().stream()
                .filter(terms.notSuited()::contains)
                .map(caution -> caution.inWords())
                .toList();
        rules.add(new Rule(
                "Nothing in the referral that the carer is not suited to",
                against.isEmpty(),
                against.isEmpty() ? "Nothing." : "The carer is not suited to: " + said(against) + "."));
        return List.copyOf(rules);
    }

    private static Part part(
            Criterion criterion, int weight, Needs needs, Vacancy vacancy, OptionalInt steps, boolean stale) {
        return switch (criterion) {
            case CLOSENESS -> {
                int points = steps.isEmpty()
                        ? 0
                        : switch (steps.getAsInt()) {
                            case 0 -> 100;
                            case 1 -> 70;
                            case 2 -> 40;
                            default -> 10;
                        };
                yield new Part(criterion, weight, points, distance(steps) + ".");
            }
            case SKILLS -> {
                var wanted = needs.skills();
                long has = wanted.stream()
                        .filter(vacancy.terms().skills()::contains)
                        .count();
                yield new Part(
                        criterion,
                        weight,
                        wanted.isEmpty() ? 100 : (int) (100 * has / wanted.size()),
                        wanted.isEmpty()
                                ? "No particular skill is asked for."
                                : has + " of " + wanted.size() + " skills asked for.");
            }
            case IN_TIME -> {
                LocalDate from = vacancy.terms().freeFrom();
                long late = java.time.temporal.ChronoUnit.DAYS.between(needs.neededBy(), from);
                yield new Part(
                        criterion,
                        weight,
                        late <= 0 ? 100 : late <= 7 ? 50 : 0,
                        late <= 0
                                ? "Free by then."
                                : "Free " + WORDS.count(late, "day", "days") + " later, from " + WORDS.shortDate(from)
                                        + ".");
            }
            case ROOM -> {
                int others = vacancy.children().size();
                yield new Part(
                        criterion,
                        weight,
                        Math.max(0, 100 - 34 * others),
                        others == 0
                                ? "No other foster child lives there."
                                : WORDS.count(others, "other foster child lives", "other foster children live")
                                        + " there.");
            }
            case CONFIRMED ->
                new Part(
                        criterion,
                        weight,
                        stale ? 0 : 100,
                        stale
                                ? "Not confirmed since " + WORDS.shortDate(vacancy.confirmedAt()) + "."
                                : "Confirmed on " + WORDS.shortDate(vacancy.confirmedAt()) + ".");
        };
    }

    private static String distance(OptionalInt steps) {
        if (steps.isEmpty()) {
            return "How far the areas lie apart is not known";
        }
        return switch (steps.getAsInt()) {
            case 0 -> "In the same authority’s area";
            case 1 -> "In an adjoining authority’s area";
            default -> "Not adjoining: " + steps.getAsInt() + " authorities’ borders away";
        };
    }

    private static String said(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join("; ", words);
    }

    /** Where a home is, as regulation 11 asks it of the placing authority. */
    static Locality locality(LocalAuthorityId placing, LocalAuthorityId area, Adjacency.Borders borders) {
        return placing.equals(area)
                ? Locality.IN_AREA
                : borders.adjoin(placing, area) ? Locality.ADJOINING : Locality.AT_A_DISTANCE;
    }
}
