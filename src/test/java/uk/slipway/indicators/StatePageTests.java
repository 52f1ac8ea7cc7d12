package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.SignInAs;
import uk.slipway.house.DemonstrationTest;
import uk.slipway.house.Statements;
import uk.slipway.web.CsvDownload;

/** The state of the region and the files of figures, on the published figures of the demonstration. */
@DemonstrationTest
class StatePageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    SignInAs signInAs;

    @Autowired
    Statements statements;

    @Test
    void theMapHasATileAndARowForEveryAuthorityOfTheRegion() throws Exception {
        var page = Jsoup.parse(text("/region/state"));
        assertThat(page.select("svg.slipway-tiles g")).hasSize(24);
        var rows = page.select("table.slipway-compact tbody tr");
        assertThat(rows).hasSize(24);
        assertThat(new TreeSet<>(page.select("svg.slipway-tiles g").eachAttr("transform")))
                .as("no tile hides another")
                .hasSize(24);
        assertThat(page.text()).doesNotContain("Exampleton");
    }

    @Test
    void theNavigationSaysThatItIsOneOfTheFigures() throws Exception {
        var page = Jsoup.parse(text("/region/state"));
        assertThat(page.select(".govuk-service-navigation__item--active").eachText())
                .containsExactly("Figures");
    }

    @Test
    void nothingIsRankedOrShadedWhereNeitherDirectionIsGood() throws Exception {
        var page = Jsoup.parse(text("/region/state?indicator=children-looked-after-rate"));
        assertThat(page.select("svg.slipway-tiles g").eachAttr("class")).containsOnly("band-none");
        assertThat(page.select("table.slipway-compact th").eachText()).doesNotContain("Band");
        var row = page.select("tr:contains(Children looked after, rate), tr:contains(Children looked after rate)");
        assertThat(row.select("td").eachText()).noneMatch(cell -> cell.matches("\\d of \\d|A \\d.*"));
        page.select("li:contains(looked after)")
                .forEach(line -> assertThat(line.text()).doesNotContain("best").doesNotContain("least good"));
    }

    @Test
    void everySentenceFollowsFromTheTable() throws Exception {
        var page = Jsoup.parse(text("/region/state"));
        for (var sentence : page.select("ul.slipway-wide-list li")) {
            var name = sentence.select("a").text();
            var row = page.select("table tr").stream()
                    .filter(one -> one.select("th a").text().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (sentence.text().contains("has the best figure of the")) {
                assertThat(row.text()).contains("1 of ");
            }
            if (sentence.text().contains("least good figure")) {
                assertThat(row.text()).containsPattern("(\\d) of \\1");
            }
        }
        assertThat(page.select("ul.slipway-wide-list li")).isNotEmpty();
    }

    @Test
    void anotherRegionIsShownInTheOrderOfTheAlphabetAndSaysSo() throws Exception {
        page("/region/state?region=E12000001")
                .andExpect(content().string(containsString("North East")))
                .andExpect(content().string(containsString("in the order of the alphabet")));
        page("/region/state?region=nonsense").andExpect(content().string(containsString("North West")));
    }

    @Test
    void aWorkbookHasACoverAndOneNamedTableToASheet() throws Exception {
        for (var address : List.of(
                "/region/state.xlsx",
                "/authorities/350/profile.xlsx",
                "/indicators/three-or-more-placements-in-the-year.xlsx")) {
            var bytes = page(address)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            int sheets;
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                sheets = (int) workbook.getSheets().count();
                var cover = workbook.getFirstSheet();
                assertThat(cover.getName()).isEqualTo("Cover");
                assertThat(cover.read().getFirst().getCellText(0)).isNotBlank();
                var first = workbook.getSheet(1).orElseThrow().read();
                assertThat(first.getFirst().getCellText(0)).isEqualTo("time_period");
                assertThat(first).hasSizeGreaterThan(3);
            }
            assertThat(sheets).isGreaterThan(1);
            assertThat(tables(bytes)).as(address).isEqualTo(sheets - 1);
        }
    }

    @Test
    void aFileOfFiguresHasTheColumnNamesOfTheStandard() throws Exception {
        for (var address : List.of("/region/state.csv", "/authorities/350/profile.csv")) {
            page(address)
                    .andExpect(content()
                            .string(containsString("time_period,geographic_level,country_code,country_name,region_code,"
                                    + "region_name,new_la_code,la_name,indicator,value\n")))
                    .andExpect(content().string(containsString("E08000001,Bolton")));
        }
        assertThat(CsvDownload.harmless("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void furtherAuthoritiesAreChosenAndTakenAwayAgain() throws Exception {
        var address = "/indicators/three-or-more-placements-in-the-year?authority=E08000001&also=E08000002&also=";
        var page = Jsoup.parse(text(address));
        assertThat(page.select("input[type=checkbox][name=also]").eachAttr("value"))
                .containsExactly("E08000002");
        assertThat(page.select("select[name=also]")).hasSize(1);
        assertThat(page.select("thead th").eachText()).contains("Bury");
        assertThat(Jsoup.parse(text(address + "&also=E08000003&also=E08000004")).select("select[name=also]"))
                .as("three are enough")
                .isEmpty();
    }

    /** The budget: the definitions and the releases; the rest finds out who asks. */
    @Test
    void theStateTakesAFixedNumberOfStatements() throws Exception {
        text("/region/state");
        int one = statements.during(() -> text("/region/state")).size();
        assertThat(statements.during(() -> text("/region/state?region=E12000007")))
                .hasSize(one)
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void everyRoleReadsIt() throws Exception {
        browser.perform(get("/region/state").with(people.signedInAs(signInAs.email("reader@elsewhere.example"))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Define"))));
    }

    private static long tables(byte[] workbook) throws Exception {
        var kept = Files.createTempFile("figures", ".xlsx");
        try {
            Files.write(kept, workbook);
            try (var parts = new ZipFile(kept.toFile())) {
                return parts.stream()
                        .filter(part -> part.getName().startsWith("xl/tables/table"))
                        .count();
            }
        } finally {
            Files.delete(kept);
        }
    }

    private String text(String address) throws Exception {
        return page(address).andReturn().getResponse().getContentAsString();
    }

    private ResultActions page(String address) throws Exception {
        return browser.perform(get(address).with(people.signedInAs(signInAs.email("officer@bolton.example"))));
    }
}
