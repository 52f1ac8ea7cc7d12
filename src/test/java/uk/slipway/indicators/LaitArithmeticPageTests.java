package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.house.PageTest;
import uk.slipway.house.SharedData;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.NeighbourModel;
import uk.slipway.region.StatisticalNeighbour;

/**
 * LAIT's arithmetic on the real files: every figure of every combination of filters and every year, as the portal compares it
 * with high and with low as good, and as SQL computes it from the observations. The two share no code: rank() with its ties at
 * the minimum, percentile_cont, avg over the neighbours that have data, and a join with the year before.
 */
@PageTest
class LaitArithmeticPageTests {

    /** One comparison, as SQL has it; what is null there does not exist. */
    private record Expected(
            @Nullable BigDecimal value,
            @Nullable BigDecimal neighbours,
            @Nullable BigDecimal olderNeighbours,
            int withData,
            @Nullable Integer rankHigh,
            @Nullable Integer rankLow,
            @Nullable Integer quarter,
            @Nullable BigDecimal change) {}

    private record At(LocalAuthorityId authority, int period) {}

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    PublishedFigures published;

    @Autowired
    LocalAuthorities authorities;

    @Autowired
    JdbcClient jdbc;

    /** By file: how many indicators it has (a figure under one combination of filters), and comparisons of them. */
    @ParameterizedTest
    @CsvSource({
        "ees/b1_children_in_need_2013_to_2025.csv, 8, 15808",
        "ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv, 10, 19760",
        "ees/cla_number_and_rate_per_10k_children.csv, 9, 6975",
        "ees/csww_indicators_2017_to_2025.csv, 22, 29502",
        "ees/la_care_leavers_accommodation_suitability.csv, 16, 12400",
        "ees/la_cla_placement_stability.csv, 12, 9300",
        "ees/ons_mid-year_population_estimates_2012_to_2024.csv, 1, 1976",
        "ees/permanent_exclusions_and_suspensions_la.csv, 15, 13575",
        "ees_vintages/cla_number_and_rate_per_10k_children__release2024.csv, 9, 6975",
        "ees_vintages/csww_indicators_2017_to_2024.csv, 22, 26224",
        "ees_with_meta/exclusions_by_reason.csv, 96, 156480",
        "large/spc_pupils_fsm_ethnicity_yrgp.csv.gz, 1527, 950712",
    })
    void everyFigureOfEveryYearComparesAsSqlComputesIt(String path, int indicators, int comparisons) throws Exception {
        publish(path);
        // A real database has been analysed by now; without that the joins below take minutes.
        jdbc.sql("analyze").update();
        var release = published.latest("example").orElseThrow();
        var filters = List.copyOf(published.filtersOf(release.id()).keySet());
        var model = authorities.neighbourModels().getFirst();
        var older = authorities.neighbourModels().get(1);
        int checkedIndicators = 0;
        int checked = 0;
        var wrong = new ArrayList<String>();
        for (var figure : published.figuresOf(release.id()).keySet()) {
            var series = expected(
                    figure, model.published().toString(), older.published().toString());
            for (var one : series.entrySet()) {
                Map<String, String> chosen = new LinkedHashMap<>();
                for (int i = 0; i < filters.size(); i++) {
                    chosen.put(filters.get(i), one.getKey().get(i));
                }
                var table = new FigureTable(published.of(release.id(), figure, chosen));
                checkedIndicators++;
                for (var at : one.getValue().entrySet()) {
                    checked++;
                    var difference = difference(table, at.getKey(), at.getValue(), model, older);
                    if (difference != null && wrong.size() < 20) {
                        wrong.add(figure + " " + one.getKey() + " " + at.getKey() + ": " + difference);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(List.of(checkedIndicators, checked)).containsExactly(indicators, comparisons);
    }

    private @Nullable String difference(
            FigureTable table, At at, Expected expected, NeighbourModel model, NeighbourModel older) {
        var authority = authorities.find(at.authority()).orElseThrow();
        var low = Compared.of(table, Polarity.LOW, authority, null, neighbours(at.authority(), model), at.period());
        var high = Compared.of(table, Polarity.HIGH, authority, null, neighbours(at.authority(), older), at.period());
        var none = Compared.of(table, Polarity.NONE, authority, null, List.of(), at.period());
        boolean same = same(low.own() == null ? null : low.own().value(), expected.value())
                && close(low.neighbours(), expected.neighbours())
                && close(high.neighbours(), expected.olderNeighbours())
                && low.ranked() == expected.withData()
                && Objects.equals(low.rank(), expected.rankLow())
                && Objects.equals(high.rank(), expected.rankHigh())
                && Objects.equals(low.band(), band(expected.quarter(), false))
                && Objects.equals(high.band(), band(expected.quarter(), true))
                && same(low.change(), expected.change())
                && none.rank() == null
                && none.band() == null;
        return same ? null : low + ", " + high + " but in SQL " + expected;
    }

    private List<LocalAuthority> neighbours(LocalAuthorityId of, NeighbourModel model) {
        return authorities.neighboursOf(of, model).stream()
                .map(StatisticalNeighbour::authority)
                .toList();
    }

    /** A is best: the lowest quarter where low is good, the highest where high is. */
    private static @Nullable Band band(@Nullable Integer quarter, boolean highIsGood) {
        return quarter == null ? null : Band.values()[highIsGood ? 4 - quarter : quarter - 1];
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    /** A mean of decimals has no last digit: equal to twelve digits. */
    private static boolean close(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null
                ? other == null
                : other != null
                        && one.subtract(other)
                                        .abs()
                                        .compareTo(
                                                other.abs().max(BigDecimal.ONE).movePointLeft(12))
                                <= 0;
    }

    /** One statement for all combinations, years and authorities of a figure. */
    private Map<List<String>, Map<At, Expected>> expected(String figure, String model, String older) {
        var found = new HashMap<List<String>, Map<At, Expected>>();
        jdbc.sql("""
            with own as materialized (
                select o.series, t.period, p.authority_id as authority, o.value
                from dataset_release r
                join dataset_column c on c.release_key = r.key and c.role = 'FIGURE' and c.name = :figure
                join observation o on o.release_key = r.key and o.figure = c.number
                join dataset_place p on p.release_key = r.key and p.number = o.place
                join dataset_period t on t.release_key = r.key and t.number = o.period
                where r.state = 'PUBLISHED' and p.level = 'LOCAL_AUTHORITY' and p.authority_id is not null),
            valued as materialized (
                select series, period, authority, value,
                    rank() over (partition by series, period order by value) as low,
                    rank() over (partition by series, period order by value desc) as high
                from own where value is not null),
            quartile as materialized (
                select series, period, count(*) as with_data,
                    percentile_cont(array[0.25, 0.5, 0.75]) within group (order by cast(value as float8)) as at
                from own where value is not null group by series, period),
            mean as materialized (
                select n.model, o.series, o.period, n.authority_id as authority, avg(o.value) as value
                from own o join statistical_neighbour n on n.neighbour_id = o.authority
                where n.model in (:model, :older) and o.value is not null group by 1, 2, 3, 4)
            select s.items, own.period, own.authority, own.value, cast(v.low as int) as low, cast(v.high as int) as high, coalesce(q.with_data, 0) as with_data,
                case when v.value is null then null when cast(v.value as float8) <= q.at[1] then 1
                    when cast(v.value as float8) <= q.at[2] then 2 when cast(v.value as float8) <= q.at[3] then 3
                    else 4 end as quarter,
                newer.value as mean, older.value as older_mean, own.value - before.value as change
            from own
            join dataset_release r on r.state = 'PUBLISHED'
            join dataset_series s on s.release_key = r.key and s.number = own.series
            left join valued v on v.series = own.series and v.period = own.period and v.authority = own.authority
            left join quartile q on q.series = own.series and q.period = own.period
            left join mean newer on newer.model = :model and newer.series = own.series and newer.period = own.period
                and newer.authority = own.authority
            left join mean older on older.model = :older and older.series = own.series and older.period = own.period
                and older.authority = own.authority
            left join own before on before.series = own.series and before.authority = own.authority
                and before.period = case when own.period > 9999 then own.period - 101 else own.period - 1 end
            """)
                .param("figure", figure)
                .param("model", model)
                .param("older", older)
                .query(row -> {
                    var at = new At(new LocalAuthorityId(row.getObject("authority", UUID.class)), row.getInt("period"));
                    found.computeIfAbsent(items(row), any -> new HashMap<>())
                            .put(
                                    at,
                                    new Expected(
                                            row.getBigDecimal("value"),
                                            row.getBigDecimal("mean"),
                                            row.getBigDecimal("older_mean"),
                                            row.getInt("with_data"),
                                            row.getObject("high", Integer.class),
                                            row.getObject("low", Integer.class),
                                            row.getObject("quarter", Integer.class),
                                            row.getBigDecimal("change")));
                });
        return found;
    }

    private static List<String> items(ResultSet row) throws SQLException {
        Array items = row.getArray("items");
        return List.of((String[]) items.getArray());
    }

    private void publish(String path) throws Exception {
        var file = SharedData.folder().resolve(path);
        var meta = file.resolveSibling(file.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", ".meta.csv"));
        var id = Uuid7.next();
        send(post("/datasets/new")
                .param("id", Uuid7.next().toString())
                .param("title", "Example")
                .param("source", "Real"));
        var request = multipart("/datasets/example/files/new")
                .file(new MockMultipartFile(
                        "file", file.getFileName().toString(), "text/csv", Files.readAllBytes(file)));
        if (Files.exists(meta)) {
            request.file(
                    new MockMultipartFile("meta", meta.getFileName().toString(), "text/csv", Files.readAllBytes(meta)));
        }
        send(request.param("id", id.toString()).param("label", "Real"));
        send(post("/datasets/example/files/" + id + "/publish").param("accepted", "true"));
    }

    private void send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        browser.perform(request.with(people.signedInAs(people.dataLead()))).andExpect(status().is3xxRedirection());
    }
}
