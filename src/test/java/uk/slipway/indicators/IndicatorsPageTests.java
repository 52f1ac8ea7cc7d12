package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.SignInAs;
import uk.slipway.house.DemonstrationTest;
import uk.slipway.house.Statements;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;

/** The pages of figures, on the published figures of the demonstration. */
@DemonstrationTest
class IndicatorsPageTests {

    private static final String PLACEMENTS = "/indicators/three-or-more-placements-in-the-year";
    private static final String RATE = "/indicators/children-looked-after-rate";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    SignInAs signInAs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    ShowIndicator showIndicator;

    @Autowired
    LocalAuthorities authorities;

    @Test
    void anOfficerSeesTheirOwnAuthorityBesideNeighboursRegionAndEngland() throws Exception {
        page("officer@bolton.example", PLACEMENTS)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("Bolton: 12% in 2025, up 2 percentage points on the year before")))
                .andExpect(content().string(containsString("; above England")))
                .andExpect(content().string(containsString("Statistical neighbours, May 2025")))
                .andExpect(content().string(containsString("1 being best")));
    }

    @Test
    void aCountIsNotHeldAgainstEnglandsWhichIsTheSumOfAll() throws Exception {
        var page = Jsoup.parse(page("officer@bolton.example", "/indicators/children-aged-0-to-17?authority=E08000001")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.text()).contains("Bolton: ", "A count: ").doesNotContain("below England");
        assertThat(page.select("svg text").eachText()).contains("Bolton").doesNotContain("England", "North West");
        assertThat(page.select("table").text()).contains("England", "North West");
        assertThat(page.select("svg.slipway-trend").attr("viewBox"))
                .as("long values of the axis have room on its left")
                .startsWith("-");
        var profile = Jsoup.parse(page("officer@bolton.example", "/authorities/E08000001/profile")
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(profile.select(".slipway-multiples__one:has(a[href^=/indicators/children-aged-0-to-17])")
                        .text())
                .contains("Bolton: ")
                .doesNotContain("below England");
    }

    @Test
    void anIndicatorWithoutAGoodDirectionHasNoPlaceNoBandAndNoPraise() throws Exception {
        page("officer@bolton.example", RATE)
                .andExpect(content().string(containsString("Neither a high nor a low figure is good in itself")))
                .andExpect(content().string(not(containsString("1 being best"))))
                .andExpect(content().string(not(containsString("Quartile band"))));
    }

    @Test
    void theOldNeighboursStayAvailable() throws Exception {
        page("officer@bolton.example", PLACEMENTS + "?neighbours=2021-04")
                .andExpect(content().string(containsString("Statistical neighbours, April 2021")));
        page("officer@bolton.example", PLACEMENTS + "?neighbours=nonsense")
                .andExpect(content().string(containsString("Statistical neighbours, May 2025")));
    }

    @Test
    void anAuthorityThatTookOverIsNotJoinedToTheOneBefore() throws Exception {
        page("manager@region.example", RATE + "?authority=E06000063")
                .andExpect(
                        content().string(containsString("Cumberland took over from Cumbria on Saturday 1 April 2023")));
        page("manager@region.example", RATE + "?authority=E10000006")
                .andExpect(content().string(containsString("The neighbours of May 2025 do not know Cumbria")));
    }

    @Test
    void anyCodeTheAuthorityHadLeadsToItAndAnUnknownOneNowhere() throws Exception {
        page("reader@elsewhere.example", RATE + "?authority=350")
                .andExpect(content().string(containsString("Bolton")));
        page("reader@elsewhere.example", RATE + "?authority=E99999999").andExpect(status().isNotFound());
        page("reader@elsewhere.example", "/indicators/nothing-of-this-name").andExpect(status().isNotFound());
        page("reader@elsewhere.example", "/indicators/nothing-of-this-name.csv").andExpect(status().isNotFound());
    }

    @Test
    void aProfileShowsEveryIndicatorOfAnAuthorityOnOnePage() throws Exception {
        page("reader@elsewhere.example", "/authorities/350/profile")
                .andExpect(content().string(containsString("Figures of Bolton")))
                .andExpect(content().string(containsString("Agency social workers")))
                .andExpect(content().string(containsString("The same carer for at least two years")));
        page("officer@exampleton.example", "/authorities/E06000063/profile")
                .andExpect(content().string(containsString("Cumberland took over from Cumbria")));
        page("reader@elsewhere.example", "/authorities/nowhere/profile").andExpect(status().isNotFound());
    }

    @Test
    void theFiguresAreDownloadedWithTheirSymbols() throws Exception {
        page("reader@elsewhere.example", RATE + ".csv")
                .andExpect(content()
                        .string(containsString(
                                "2025,Local authority,E92000001,England,E12000002,North West,E08000001," + "Bolton,")))
                .andExpect(content().string(containsString(",z\n")));
    }

    @Test
    void fictitiousAuthoritiesHaveNoPublishedFigures() throws Exception {
        page("officer@exampleton.example", PLACEMENTS)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Exampleton:"))));
    }

    /** The arithmetic a second time, in SQL, for every authority, year and indicator of the demonstration. */
    @Test
    void ranksBandsAndMeansAgreeWithSql() {
        var viewer = signInAs.email("data@region.example");
        var checked = 0;
        for (var definition : jdbc.sql(
                        "select slug, polarity, dataset_slug, figure, filter_names, filter_items from indicator")
                .query((row, number) -> new String[] {row.getString("slug"), row.getString("polarity")})
                .list()) {
            var slug = definition[0];
            jdbc.sql("drop table if exists checked_figure").update();
            jdbc.sql("""
                create temp table checked_figure as
                select p.authority_id, t.period, o.value
                from indicator i
                join dataset d on d.slug = i.dataset_slug
                join lateral (select key from dataset_release where dataset_id = d.id and state = 'PUBLISHED'
                    order by number desc limit 1) r on true
                join dataset_column c on c.release_key = r.key and c.name = i.figure
                join dataset_series s on s.release_key = r.key and not exists (
                    select 1 from dataset_column f left join lateral (
                        select n.item from unnest(i.filter_names, i.filter_items) n(name, item) where n.name = f.name) n on true
                    where f.release_key = r.key and f.role = 'FILTER' and s.items[f.number] <> coalesce(n.item, 'Total'))
                join observation o on o.release_key = r.key and o.figure = c.number and o.series = s.number
                join dataset_place p on p.release_key = r.key and p.number = o.place
                join dataset_period t on t.release_key = r.key and t.number = o.period
                where i.slug = :slug and p.authority_id is not null and o.value is not null
                """).param("slug", slug).update();
            record Row(UUID authority, int period, int low, int high, double q1, double q2, double q3, double value) {}
            var rows = jdbc.sql("""
                select f.authority_id, f.period, f.value,
                       rank() over (partition by f.period order by f.value) as low,
                       rank() over (partition by f.period order by f.value desc) as high, q.q1, q.q2, q.q3
                from checked_figure f join (select period,
                    percentile_cont(0.25) within group (order by value::float8) as q1,
                    percentile_cont(0.5) within group (order by value::float8) as q2,
                    percentile_cont(0.75) within group (order by value::float8) as q3
                    from checked_figure group by period) q on q.period = f.period
                """)
                    .query((row, number) -> new Row(
                            row.getObject("authority_id", UUID.class),
                            row.getInt("period"),
                            row.getInt("low"),
                            row.getInt("high"),
                            row.getDouble("q1"),
                            row.getDouble("q2"),
                            row.getDouble("q3"),
                            row.getDouble("value")))
                    .list();
            var byAuthority = rows.stream().collect(Collectors.groupingBy(Row::authority));
            assertThat(byAuthority).hasSizeGreaterThan(140);
            for (var entry : byAuthority.entrySet()) {
                var authority =
                        authorities.find(new LocalAuthorityId(entry.getKey())).orElseThrow();
                var shown = showIndicator.show(viewer, slug, authority.gssCode(), null, List.of());
                for (var row : entry.getValue()) {
                    var compared = shown.years().stream()
                            .filter(year -> year.period() == row.period())
                            .findFirst()
                            .orElseThrow();
                    var letters =
                            row.value() <= row.q1() ? 0 : row.value() <= row.q2() ? 1 : row.value() <= row.q3() ? 2 : 3;
                    switch (Polarity.valueOf(definition[1])) {
                        case LOW -> {
                            assertThat(compared.rank()).isEqualTo(row.low());
                            assertThat(compared.band()).isEqualTo(Band.values()[letters]);
                        }
                        case HIGH -> {
                            assertThat(compared.rank()).isEqualTo(row.high());
                            assertThat(compared.band()).isEqualTo(Band.values()[3 - letters]);
                        }
                        case NONE -> {
                            assertThat(compared.rank()).isNull();
                            assertThat(compared.band()).isNull();
                        }
                    }
                    checked++;
                }
            }
            var means = jdbc.sql("""
                select n.authority_id, f.period, avg(f.value) as mean from statistical_neighbour n
                join checked_figure f on f.authority_id = n.neighbour_id
                where n.model = '2025-05' and n.authority_id = (select id from local_authority where gss_code = 'E08000001')
                group by n.authority_id, f.period order by f.period
                """)
                    .query((row, number) -> Map.entry(row.getInt("period"), row.getBigDecimal("mean")))
                    .list();
            var bolton = showIndicator.show(viewer, slug, "E08000001", "2025-05", List.of());
            for (var mean : means) {
                assertThat(bolton.years().stream()
                                .filter(year -> year.period() == mean.getKey())
                                .findFirst()
                                .orElseThrow()
                                .neighbours())
                        .isNotNull()
                        .usingComparator(Comparator.comparing(value -> value.setScale(6, RoundingMode.HALF_UP)))
                        .isEqualTo(mean.getValue());
            }
        }
        assertThat(checked).isGreaterThan(5_000);
    }

    /** The budget: session and viewer, the definition, which release is the latest. The figures are kept in memory. */
    @Test
    void aPageTakesAFixedNumberOfStatements() throws Exception {
        page("officer@bolton.example", PLACEMENTS);
        page("officer@bolton.example", "/indicators");
        assertThat(statements.during(() -> page("officer@bolton.example", PLACEMENTS)))
                .hasSizeLessThanOrEqualTo(6);
        assertThat(statements.during(() -> page("officer@bolton.example", "/indicators")))
                .hasSizeLessThanOrEqualTo(6);
    }

    private ResultActions page(String person, String address) throws Exception {
        return browser.perform(get(address).with(people.signedInAs(signInAs.email(person))));
    }
}
