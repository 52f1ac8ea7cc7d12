package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.house.DemonstrationTest;
import uk.slipway.house.Statements;

/** What a program reads, without signing in, on the published figures of the demonstration. */
@DemonstrationTest
class ApiPageTests {

    private static final String PLACEMENTS = "/api/v1/indicators/three-or-more-placements-in-the-year";
    private static final String RATE = "/api/v1/indicators/children-looked-after-rate";

    @Autowired
    MockMvc browser;

    @Autowired
    Statements statements;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyIndicatorSaysWhatItMeansAndWhereItIsFrom() throws Exception {
        ask("/api/v1/indicators")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.indicators.length()", greaterThan(5)))
                .andExpect(jsonPath(
                        "$.indicators[*].release.source",
                        everyItem(oneOf("Department for Education", "Office for National Statistics"))));
        ask(RATE)
                .andExpect(jsonPath("$.polarity", is("none")))
                .andExpect(jsonPath("$.unit", is("rate per 10,000 children")));
    }

    @Test
    void aComparisonHasEveryAnswerOrTheReason() throws Exception {
        ask(PLACEMENTS + "/comparison?authority=E08000001&period=2025&neighbours=2025-05")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.authority.name", is("Bolton")))
                .andExpect(jsonPath("$.authorityValue.value", is(12)))
                .andExpect(jsonPath("$.change.value", is(2)))
                .andExpect(jsonPath("$.rank.reason").isEmpty())
                .andExpect(jsonPath("$.authoritiesWithData", greaterThan(100)));
        ask(RATE + "/comparison?authority=350")
                .andExpect(jsonPath("$.rank.value").isEmpty())
                .andExpect(jsonPath("$.rank.reason", is("Neither a high nor a low figure is good in itself")))
                .andExpect(jsonPath("$.quartileBand.value").isEmpty());
    }

    @Test
    void aSymbolIsASymbolAndNeverANought() throws Exception {
        ask(RATE + "/observations?authority=E06000053")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.observations[?(@.symbol != null && @.value != null)]")
                        .isEmpty());
    }

    @Test
    void figuresAreChosenByAuthorityAndPeriod() throws Exception {
        ask(RATE + "/observations?authority=350&period=2025")
                .andExpect(jsonPath("$.observations.length()", is(1)))
                .andExpect(jsonPath("$.observations[0].code", is("E08000001")));
    }

    @Test
    void dataSetsAndTheirReleasesAreListed() throws Exception {
        ask("/api/v1/datasets")
                .andExpect(jsonPath("$.datasets[*].slug", hasItem("children-looked-after-numbers-and-rates")))
                .andExpect(jsonPath("$.datasets[?(!@.source || !@.latestRelease.label)]")
                        .isEmpty());
        ask("/api/v1/datasets/children-looked-after-numbers-and-rates/releases")
                .andExpect(jsonPath("$.releases[0].number", is(1)));
    }

    @Test
    void whatCannotBeAnsweredIsAProblemThatSaysWhatToAsk() throws Exception {
        problem(PLACEMENTS + "/comparison", 400, "Give the authority by its code");
        problem(PLACEMENTS + "/comparison?authority=E08000001&neighbours=1066-10", 400, "2025-05");
        problem(PLACEMENTS + "/comparison?authority=E08000001&period=1066", 404, "There are figures of");
        problem(PLACEMENTS + "/comparison?authority=E99999999", 404, "nothing of this name or code");
        problem("/api/v1/indicators/none", 404, "nothing of this name or code");
        problem("/api/v1/datasets/none/releases", 404, "no published data set");
    }

    @Test
    void readingLeavesNoSessionBehind() throws Exception {
        ask(RATE).andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void theDocumentOfOpenApiNamesEveryRouteAndNoOther() throws Exception {
        var document = new JsonMapper()
                .readTree(ask("/api/v1/openapi.json")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1"))
                        .forEach(routes::add));
        assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(routes);
    }

    /** The budget: the authority by its code, the definition, the release, the neighbours. */
    @Test
    void aComparisonTakesAFixedNumberOfStatements() throws Exception {
        var address = PLACEMENTS + "/comparison?authority=E08000001";
        ask(address);
        assertThat(statements.during(() -> ask(address))).hasSizeLessThanOrEqualTo(5);
        assertThat(statements.during(() -> ask("/api/v1/indicators"))).hasSizeLessThanOrEqualTo(3);
    }

    private void problem(String address, int answer, String detail) throws Exception {
        ask(address)
                .andExpect(status().is(answer))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString(detail)));
    }

    private ResultActions ask(String address) throws Exception {
        return browser.perform(get(address));
    }
}
