package uk.slipway.placements;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.SmallNumbers;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.vacancies.VacancyBook;

/**
 * The region's numbers of fostering between authorities over twelve months: counts only, small ones hidden from everybody,
 * so that they can be read by people who may see no referral. Four statements.
 */
@UseCase(readOnly = true)
class FosteringNumbers {

    private final JdbcClient jdbc;
    private final VacancyBook vacancies;
    private final LocalAuthorities authorities;
    private final ObjectProvider<NoticesOnTime> notices;
    private final Clock clock;

    FosteringNumbers(
            JdbcClient jdbc,
            VacancyBook vacancies,
            LocalAuthorities authorities,
            ObjectProvider<NoticesOnTime> notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.vacancies = vacancies;
        this.authorities = authorities;
        this.notices = notices;
        this.clock = clock;
    }

    /** A line of a table with two counts, as they may be shown; the widths of its bars in hundredths, 0 where hidden. */
    record Line(String name, String places, String children, int placesWidth, int childrenWidth) {}

    /** A sufficiency table: places that are free beside children who were referred. */
    record Table(
            String key,
            String title,
            String finding,
            List<Line> lines,
            @Nullable Line total) {

        /** The lines of which a picture has something to show: at least one count that is neither hidden nor nothing. */
        public List<Line> drawn() {
            return lines.stream()
                    .filter(line -> line.placesWidth() > 0 || line.childrenWidth() > 0)
                    .toList();
        }

        /** What the picture leaves out, in words, or null. */
        public @Nullable String left() {
            long left = lines.stream().filter(line -> !drawn().contains(line)).count();
            return left == 0
                    ? null
                    : "Not drawn: " + left + (left == 1 ? " line" : " lines")
                            + " of the table whose counts are hidden or nothing.";
        }
    }

    /** A number with its name. */
    record Figure(String name, String words) {}

    record Numbers(
            String region,
            LocalDate since,
            LocalDate today,
            List<Table> sufficiency,
            List<Figure> times,
            List<Figure> outcomes,
            List<Figure> endings,
            List<Figure> costs,
            List<Figure> shares) {}

    private record Case(
            LocalAuthorityId home,
            AgeBand band,
            PlacementType type,
            int children,
            ReferralState outcome,
            @Nullable Integer toOffer,
            @Nullable Integer toStart,
            @Nullable BigDecimal agencyRate) {}

    private record Ended(Ending how, int count) {}

    Numbers of(Viewer viewer) {
        var region = Optional.ofNullable(viewer.region()).orElse(RegionCode.NORTH_WEST);
        var today = LondonTime.today(clock);
        var since = today.minusYears(1).withDayOfMonth(1);
        var homes = vacancies.openIn(region);
        var cases = cases(region, since);
        return new Numbers(
                authorities.region(region).name(),
                since,
                today,
                List.of(byArea(region, today, homes, cases), byAge(homes, cases), byType(homes, cases)),
                times(region, since, cases),
                outcomes(cases),
                endings(region, since),
                costs(region, since, cases),
                shares(cases));
    }

    private List<Case> cases(RegionCode region, LocalDate since) {
        return jdbc.sql("""
            select r.home_authority_id as home, r.age_bands[1] as band, r.type, cardinality(r.age_bands) as children, r.state,
                (select cast(min(o.offered_at) at time zone 'Europe/London' as date) from offer o where o.referral_id = r.id)
                    - cast(r.circulated_at at time zone 'Europe/London' as date) as to_offer,
                (select p.started_on from placement p where p.referral_id = r.id)
                    - cast(r.circulated_at at time zone 'Europe/London' as date) as to_start, r.agency_weekly_rate as rate
            from referral r join organisation a on a.id = r.authority_id
            where a.region_code = :region and r.begun_at >= :since
            union all
            select s.home_authority_id, s.age_band, s.type, s.children, s.outcome, s.days_to_offer, s.days_to_start,
                s.agency_weekly_rate
            from referral_statistic s where s.region_code = :region and s.month >= :since
            """)
                .param("region", region.value())
                .param("since", since)
                .query((row, number) -> {
                    var toOffer = row.getObject("to_offer", Integer.class);
                    var toStart = row.getObject("to_start", Integer.class);
                    return new Case(
                            new LocalAuthorityId(row.getObject("home", UUID.class)),
                            AgeBand.valueOf(row.getString("band")),
                            PlacementType.valueOf(row.getString("type")),
                            row.getInt("children"),
                            ReferralState.valueOf(row.getString("state")),
                            toOffer,
                            toStart,
                            row.getBigDecimal("rate"));
                })
                .list();
    }

    private Table byArea(RegionCode region, LocalDate today, List<Vacancy> homes, List<Case> cases) {
        var names = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        var children = new ArrayList<Integer>();
        for (var authority : authorities.in(region, today)) {
            names.add(authority.label());
            places.add(homes.stream()
                    .filter(home -> home.area().equals(authority.id()))
                    .mapToInt(home -> home.terms().freePlaces())
                    .sum());
            children.add(cases.stream()
                    .filter(one -> one.home().equals(authority.id()))
                    .mapToInt(Case::children)
                    .sum());
        }
        int lacking = 0;
        for (int i = 0; i < names.size(); i++) {
            if (children.get(i) > places.get(i)
                    && !SmallNumbers.isSmall(children.get(i))
                    && !SmallNumbers.isSmall(places.get(i))) {
                lacking++;
            }
        }
        return table(
                "area",
                "Free places beside children referred, by area",
                lacking == 0
                        ? "In no area whose numbers can be shown were more children referred than there are free"
                                + " places now."
                        : "In " + lacking + (lacking == 1 ? " area" : " areas")
                                + " more children were referred in the year than there are free places now.",
                names,
                places,
                children,
                true);
    }

    private Table byAge(List<Vacancy> homes, List<Case> cases) {
        var bands = List.of(AgeBand.values());
        var places = bands.stream()
                .map(band -> homes.stream()
                        .filter(home -> band.isWithin(
                                home.terms().youngest(), home.terms().oldest()))
                        .mapToInt(home -> home.terms().freePlaces())
                        .sum())
                .toList();
        var children = bands.stream()
                .map(band -> cases.stream()
                        .filter(one -> one.band() == band)
                        .mapToInt(Case::children)
                        .sum())
                .toList();
        var scarce = "";
        double least = Double.MAX_VALUE;
        for (int i = 0; i < bands.size(); i++) {
            if (children.get(i) >= SmallNumbers.LEAST_SHOWN && !SmallNumbers.isSmall(places.get(i))) {
                double ratio = (double) places.get(i) / children.get(i);
                if (ratio < least) {
                    least = ratio;
                    scarce = bands.get(i).inWords();
                }
            }
        }
        return table(
                "age",
                "Free places beside children referred, by age",
                scarce.isEmpty()
                        ? "Too few children were referred to say at which age homes are scarcest."
                        : "Homes are scarcest for children aged " + scarce + ".",
                bands.stream().map(AgeBand::inWords).toList(),
                places,
                children,
                false);
    }

    private Table byType(List<Vacancy> homes, List<Case> cases) {
        var types = List.of(PlacementType.values());
        return table(
                "type",
                "Free places beside children referred, by type",
                "A home approved for several types counts under each.",
                types.stream().map(PlacementType::inWords).toList(),
                types.stream()
                        .map(type -> homes.stream()
                                .filter(home -> home.terms().types().contains(type))
                                .mapToInt(home -> home.terms().freePlaces())
                                .sum())
                        .toList(),
                types.stream()
                        .map(type -> cases.stream()
                                .filter(one -> one.type() == type)
                                .mapToInt(Case::children)
                                .sum())
                        .toList(),
                false);
    }

    /** @param placesAddUp whether each place stands in one line, so that a total can be shown */
    private static Table table(
            String key,
            String title,
            String finding,
            List<String> names,
            List<Integer> places,
            List<Integer> children,
            boolean placesAddUp) {
        var shownPlaces = placesAddUp
                ? SmallNumbers.shown(places)
                : places.stream().map(SmallNumbers::shown).toList();
        var shownChildren = SmallNumbers.shown(children);
        int most = Math.max(
                1,
                Math.max(
                        places.stream().mapToInt(Integer::intValue).max().orElse(1),
                        children.stream().mapToInt(Integer::intValue).max().orElse(1)));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(new Line(
                    names.get(i),
                    shownPlaces.get(i),
                    shownChildren.get(i),
                    width(shownPlaces.get(i), places.get(i), most),
                    width(shownChildren.get(i), children.get(i), most)));
        }
        return new Table(
                key,
                title,
                finding,
                lines,
                new Line(
                        "Together",
                        placesAddUp ? SmallNumbers.shownTotal(places) : "",
                        SmallNumbers.shownTotal(children),
                        0,
                        0));
    }

    private static int width(String shown, int count, int most) {
        return shown.equals(SmallNumbers.HIDDEN) ? 0 : 100 * count / most;
    }

    private List<Figure> times(RegionCode region, LocalDate since, List<Case> cases) {
        var figures = new ArrayList<>(waits(cases));
        notices.ifAvailable(room -> {
            var counted = room.since(region, since).plus(ofDeleted(region, since));
            figures.add(new Figure("Statutory notices given in time", inTime(counted)));
        });
        return figures;
    }

    /** The notices of placements that have been deleted since. */
    private NoticesOnTime.Counted ofDeleted(RegionCode region, LocalDate since) {
        return jdbc.sql("""
            select coalesce(sum(notices_due), 0) as due, coalesce(sum(notices_in_time), 0) as in_time
            from placement_statistic where region_code = :region and started_month >= :since
            """)
                .param("region", region.value())
                .param("since", since)
                .query((row, number) -> new NoticesOnTime.Counted(row.getInt("due"), row.getInt("in_time")))
                .single();
    }

    /** A share of few, or one that leaves few out, tells of single children. */
    private static String inTime(NoticesOnTime.Counted counted) {
        return counted.due() < SmallNumbers.LEAST_SHOWN || SmallNumbers.isSmall(counted.due() - counted.inTime())
                ? "Hidden, because the numbers are small"
                : Math.round(100.0f * counted.inTime() / counted.due()) + "% (of " + counted.due() + ")";
    }

    private static List<Figure> waits(List<Case> cases) {
        return List.of(
                new Figure(
                        "From circulation to the first offer",
                        median(cases.stream()
                                .map(Case::toOffer)
                                .filter(java.util.Objects::nonNull)
                                .toList())),
                new Figure(
                        "From circulation to the start",
                        median(cases.stream()
                                .map(Case::toStart)
                                .filter(java.util.Objects::nonNull)
                                .toList())));
    }

    private static String median(List<Integer> days) {
        if (days.size() < SmallNumbers.LEAST_SHOWN) {
            return "Too few to say (fewer than " + SmallNumbers.LEAST_SHOWN + ")";
        }
        var sorted = days.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
        return String.format(
                Locale.UK,
                median == Math.rint(median) ? "%.0f days (median of %d)" : "%.1f days (median of %d)",
                median,
                days.size());
    }

    private static final List<ReferralState> OUTCOMES = List.of(
            ReferralState.PLACED,
            ReferralState.PLACED_IN_HOUSE,
            ReferralState.PLACED_WITH_AGENCY,
            ReferralState.NO_OFFER,
            ReferralState.WITHDRAWN);

    private static List<Integer> counted(List<Case> cases) {
        return OUTCOMES.stream()
                .map(outcome -> (int)
                        cases.stream().filter(one -> one.outcome() == outcome).count())
                .toList();
    }

    private static List<Figure> outcomes(List<Case> cases) {
        var counts = counted(cases);
        var shown = SmallNumbers.shown(counts);
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < OUTCOMES.size(); i++) {
            figures.add(new Figure(
                    OUTCOMES.get(i) == ReferralState.PLACED
                            ? "Placed with another authority"
                            : OUTCOMES.get(i).inWords(),
                    shown.get(i)));
        }
        figures.add(new Figure("Together", SmallNumbers.shownTotal(counts)));
        return figures;
    }

    private static List<Figure> shares(List<Case> cases) {
        int authority = (int) cases.stream()
                .filter(one -> one.outcome() == ReferralState.PLACED)
                .count();
        int agency = (int) cases.stream()
                .filter(one -> one.outcome() == ReferralState.PLACED_WITH_AGENCY)
                .count();
        boolean shown = authority >= SmallNumbers.LEAST_SHOWN && agency >= SmallNumbers.LEAST_SHOWN;
        return List.of(new Figure(
                "Placed with an authority, of those placed outside their own",
                shown ? Math.round(100.0f * authority / (authority + agency)) + "%" : "Too few to say"));
    }

    private List<Figure> endings(RegionCode region, LocalDate since) {
        var ended = new HashMap<Ending, Integer>();
        jdbc.sql("""
            select over.ending, count(*) as n from (
                select p.ending from placement p join organisation o on o.id = p.authority_id
                where o.region_code = :region and p.ended_on >= :since
                union all
                select s.ending from placement_statistic s where s.region_code = :region and s.ended_month >= :since) over
            group by over.ending
            """)
                .param("region", region.value())
                .param("since", since)
                .query((row, number) -> new Ended(Ending.valueOf(row.getString("ending")), row.getInt("n")))
                .list()
                .forEach(one -> ended.put(one.how(), one.count()));
        var counts = Arrays.stream(Ending.values())
                .map(one -> ended.getOrDefault(one, 0))
                .toList();
        var shown = SmallNumbers.shown(counts);
        return List.of(
                new Figure("Ended as planned", shown.get(0)),
                new Figure("Ended unplanned", shown.get(1)),
                new Figure("Together", SmallNumbers.shownTotal(counts)));
    }

    private List<Figure> costs(RegionCode region, LocalDate since, List<Case> cases) {
        Map<String, BigDecimal> own = new HashMap<>();
        jdbc.sql("""
            select count(*) as n, avg(paid.cost) as cost from (
                select p.allowance + p.fee + p.support + p.management as cost
                from placement p join organisation o on o.id = p.authority_id
                where o.region_code = :region and p.approved_at >= :since and p.state <> 'CANCELLED'
                union all
                select s.weekly_cost from placement_statistic s
                where s.region_code = :region and s.approved_month >= :since and s.ending is not null) paid
            """)
                .param("region", region.value())
                .param("since", since)
                .query((row, number) -> {
                    own.put("n", row.getBigDecimal("n"));
                    var cost = row.getBigDecimal("cost");
                    if (cost != null) {
                        own.put("cost", cost);
                    }
                    return number;
                })
                .list();
        var rates = cases.stream()
                .map(Case::agencyRate)
                .filter(java.util.Objects::nonNull)
                .toList();
        var cost = own.get("cost");
        boolean showOwn = cost != null && own.getOrDefault("n", BigDecimal.ZERO).intValue() >= SmallNumbers.LEAST_SHOWN;
        boolean showAgency = rates.size() >= SmallNumbers.LEAST_SHOWN;
        return List.of(
                new Figure(
                        "Authorities’ carers, on average",
                        showOwn && cost != null ? WeeklyCost.pounds(cost) : "Too few to say"),
                new Figure(
                        "Agencies’ carers, on average, as entered",
                        showAgency
                                ? WeeklyCost.pounds(rates.stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .divide(BigDecimal.valueOf(rates.size()), 2, java.math.RoundingMode.HALF_UP))
                                : "Too few to say"));
    }
}
