package uk.slipway.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.RegionCode;

@PageTest
class AuthoritiesPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    AddFictitiousAuthorities addFictitiousAuthorities;

    @Autowired
    LocalAuthorities authorities;

    @Autowired
    Statements statements;

    RequestPostProcessor officer;

    @BeforeEach
    void signIn() {
        officer = people.signedInAs(people.officer("Bolton"));
    }

    @Test
    void listsTheReadersRegionFirst() throws Exception {
        open("/authorities")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("153 local authorities")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<h2 class=\"govuk-heading-m\" id=\"E12000002\">",
                                "Bolton",
                                "St. Helens",
                                "id=\"E12000001\"",
                                "County Durham")));
    }

    @Test
    void showsTheRightAuthoritiesOfAnEarlierDay() throws Exception {
        open("/authorities?as-at=2016-06-01&region=E12000002")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("23 local authorities"),
                                containsString("Local authorities on 1 June 2016"),
                                containsString(">Cumbria<"),
                                not(containsString(">Cumberland<")))));
        open("/authorities?as-at=2026-11-23&region=E12000002")
                .andExpect(content()
                        .string(allOf(containsString("24 local authorities"), not(containsString(">Cumbria<")))));
    }

    @Test
    void theTypedDateLeadsToAnAddressWithTheDate() throws Exception {
        open("/authorities?search=St%20Helens%20%26&region=E12000002&asAt.day=1&asAt.month=6&asAt.year=2016")
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/authorities?as-at=2016-06-01&search=St%20Helens%20%26&region=E12000002"));
    }

    @Test
    void aDateThatDoesNotExistIsSaidSoAndStaysTyped() throws Exception {
        open("/authorities?asAt.day=31&asAt.month=2&asAt.year=2016&search=%3Cscript%3E")
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("Date must be a real date"),
                                containsString("value=\"31\""),
                                containsString("&lt;script&gt;"),
                                not(containsString("<script>\"")))));
        open("/authorities?asAt.day=31&asAt.month=12&asAt.year=2008")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("1 January 2009 or later")));
    }

    @Test
    void survivesWhateverIsTyped() throws Exception {
        open("/authorities?as-at=yesterday").andExpect(status().isNotFound());
        open("/authorities?as-at=1066-10-14").andExpect(status().isNotFound());
        open("/authorities?region=E99").andExpect(status().isNotFound());
        open("/authorities?search=%00%F0%9F%98%80").andExpect(status().isOk());
        open("/authorities?search=" + "a".repeat(1000))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("100 characters or fewer")));
        open("/authorities/%00").andExpect(status().is4xxClientError());
        open("/authorities/999").andExpect(status().isNotFound());
    }

    @Test
    void findsByNameAndByAnyCode() throws Exception {
        open("/authorities?search=st%20helens")
                .andExpect(content().string(allOf(containsString("1 local authority"), containsString("St. Helens"))));
        open("/authorities?search=E08000020").andExpect(content().string(containsString(">Gateshead<")));
    }

    @Test
    void saysWhatBecameOfAnAuthorityThatHasEnded() throws Exception {
        open("/authorities?search=909")
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Cumbria", "ended on", "31 March 2023", "Cumberland", "Westmorland and Furness")));
    }

    @Test
    void labelsFictitiousAuthoritiesAndDoesNotCountThem() throws Exception {
        addFictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of("Exampleton", "Sampleford"));
        open("/authorities?region=E12000002")
                .andExpect(content()
                        .string(allOf(
                                containsString("24 local authorities"),
                                containsString("2 fictitious ones are"),
                                containsString("Exampleton (fictitious)"))));
    }

    @Test
    void givesTheListAsAFile() throws Exception {
        open("/authorities.csv?as-at=2016-06-01&region=E12000002")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("local-authorities-2016-06-01.csv")))
                .andExpect(
                        content().string(containsString("St. Helens,E08000013,342,Metropolitan borough,North West")));
    }

    @Test
    void anyCodeLeadsToTheAddressOfToday() throws Exception {
        open("/authorities/350").andExpect(redirectedUrl("/authorities/E08000001"));
        open("/authorities/e08000001").andExpect(redirectedUrl("/authorities/E08000001"));
        open("/authorities/E08000020").andExpect(redirectedUrl("/authorities/E08000037"));
        open("/authorities/E10000006").andExpect(status().isOk());
    }

    @Test
    void showsCodesDatesAndNeighbours() throws Exception {
        open("/authorities/E08000001")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<h1 class=\"govuk-heading-l\">Bolton</h1>",
                                "Metropolitan borough",
                                "E08000001",
                                "model of May 2025",
                                "Rochdale",
                                "Very close",
                                "Derby",
                                "Peterborough")));
        open("/authorities/E10000006")
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Cumbria, until 31 March 2023", "Cumberland", "April 2021", "Lincolnshire")));
    }

    @Test
    void changesTheModelOfNeighbours() throws Exception {
        open("/authorities/E08000001?neighbours=2021-04")
                .andExpect(content().string(containsString("model of April 2021")));
        open("/authorities/E08000001?neighbours=nonsense")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("model of May 2025")));
    }

    @Test
    void needsTheSameStatementsForOneAuthorityAndForAll() throws Exception {
        authorities.forget();
        open("/authorities");
        int one = statements.during(() -> open("/authorities?search=Bolton")).size();
        int all = statements.during(() -> open("/authorities")).size();
        for (int block = 0; block < 10; block++) {
            int first = block * 9;
            addFictitiousAuthorities.add(
                    RegionCode.NORTH_WEST,
                    IntStream.range(first, first + 9)
                            .mapToObj(number -> "Exampleton " + number)
                            .toList());
        }
        open("/authorities");
        int more = statements.during(() -> open("/authorities")).size();
        int page = statements.during(() -> open("/authorities/E08000001")).size();

        assertThat(List.of(all, more)).containsOnly(one);
        // The authority's own people also read the cycle, the self-evaluation and the forum of the year.
        assertThat(page).isLessThanOrEqualTo(one + 3);
    }

    private ResultActions open(String address) throws Exception {
        return browser.perform(get(URI.create(address)).with(officer));
    }
}
