package uk.slipway.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.RegionCode;

/** What a publisher calls otherwise from one release to the next: proposed, decided by a person, and followed. */
@PageTest
class RenamesPageTests {

    private static final String PLACES =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,";
    private static final String BOLTON =
            "%d,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,";
    private static final String ENGLAND = "%d,Reporting year,National,E92000001,England,,,,,,";

    /** In 2025 a filter, one of its items and a figure have other names; Bolton's figure of 2024 is restated. */
    private static final String BEFORE = PLACES + "population_count,number,rate\n"
            + rows(2023, "at 31 March", "410", "55") + rows(2024, "at 31 March", "420", "57");

    private static final String NOW =
            PLACES + "population_type,children_count,rate\n" + rows(2023, "on 31 March", "410", "55")
                    + rows(2024, "on 31 March", "421", "57") + rows(2025, "on 31 March", "430", "59");

    private static String rows(int year, String day, String number, String rate) {
        return (ENGLAND + "Looked after " + day + ",80000,7" + year % 10 + "\n" + BOLTON + "Looked after " + day + ","
                        + number + "," + rate + "\n" + ENGLAND + "Starting in the year,3000" + year % 10 + ",28\n")
                .formatted(year, year, year);
    }

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CitableFigures citable;

    @Autowired
    LocalAuthorities authorities;

    @Autowired
    JdbcClient jdbc;

    private Viewer lead;

    @BeforeEach
    void aReleaseAndAnIndicatorAreThere() throws Exception {
        lead = people.dataLead();
        as(
                lead,
                post("/datasets/new")
                        .param("id", Uuid7.next().toString())
                        .param("title", "Example of children")
                        .param("source", "Example publisher"));
        publish(send("2024", BEFORE)).andExpect(status().is3xxRedirection());
        json(put("/api/v1/indicators/example-number"), """
            {"name": "Example number", "description": "Looked after.", "unit": "number", "decimalPlaces": 0,
             "polarity": "none", "dataset": "example-of-children", "figure": "number",
             "filters": {"population_count": "Looked after at 31 March"},
             "grouping": "National Framework outcome 4: stable, loving homes"}
            """).andExpect(status().isCreated());
    }

    @Test
    void whatSeemsRenamedIsProposedWithTheReason() throws Exception {
        report(send("2025", NOW))
                .andExpect(content().string(containsString("Filter: “population_count” before, “population_type” now")))
                .andExpect(content().string(containsString("Figure: “number” before, “children_count” now")))
                .andExpect(content()
                        .string(containsString(
                                "Item of the filter population_type: “Looked after at 31 March” before, “Looked"
                                        + " after on 31 March” now")))
                .andExpect(content().string(containsString("of its figures before stand here")));
    }

    @Test
    void nothingIsPublishedBeforeEveryMatchHasAnAnswer() throws Exception {
        var id = send("2025", NOW);
        publish(id)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Say first what was renamed")));
        var renames = renames(id);
        as(lead, post(file(id) + "/renames").param("rename-" + renames.getFirst(), "renamed"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Say whether")));
        publish(id).andExpect(status().isUnprocessableContent());
        json(post("/api/v1" + file(id) + "/publish"), "{\"acceptWarnings\": true}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Say of each match")));
    }

    @Test
    void theDefinitionFollowsWhatAPersonConfirms() throws Exception {
        var id = send("2025", NOW);
        answer(id, "renamed").andExpect(redirectedUrl(file(id)));
        publish(id).andExpect(redirectedUrl(file(id)));
        browser.perform(get("/api/v1/indicators/example-number"))
                .andExpect(jsonPath("$.figure", is("children_count")))
                .andExpect(jsonPath("$.filters.population_type", is("Looked after on 31 March")))
                .andExpect(jsonPath("$.filters.population_count").doesNotExist())
                .andExpect(jsonPath("$.release.label", is("2025")));
        browser.perform(get("/api/v1/indicators/example-number/observations?authority=350"))
                .andExpect(jsonPath("$.observations[*].value", contains(410, 421, 430)));
        as(people.reader(), get(file(id).replaceAll("/files/.*", "/releases/2")))
                .andExpect(content().string(containsString("number is now children_count")))
                .andExpect(content().string(containsString("population_count is now population_type")))
                .andExpect(content().string(containsString("Figures renamed")))
                .andExpect(content().string(not(containsString("Figures withdrawn"))))
                .andExpect(content().string(not(containsString("Items of filters added"))))
                .andExpect(content().string(containsString("children_count, 2024: 1")));
        report(id).andExpect(content().string(containsString("renamed, as " + lead.name())));
        assertThat(jdbc.sql("select count(*) from audit_entry where what like '%was renamed to%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aFigureThatWasCitedBeforeIsFoundUnderItsNewNameAndSaysThatItIsRestated() throws Exception {
        var bolton = authorities.byCode("350").orElseThrow().id();
        var cited = citable.figure(bolton, "example-number", 2024).orElseThrow();
        assertThat(cited.value()).isEqualByComparingTo("420");
        var id = send("2025", NOW);
        answer(id, "renamed");
        publish(id);
        var which = new CitableFigures.Which("example-number", 2024);
        var now = Objects.requireNonNull(citable.now(bolton, List.of(which)).get(which));
        assertThat(now.value()).isEqualByComparingTo(new BigDecimal("421"));
        assertThat(now.newest()).isEqualTo(2025);
        as(people.reader(), get("/datasets/example-of-children/releases/1")).andExpect(status().isOk());
    }

    @Test
    void whatAPersonRejectsIsOneThingWithdrawnAndAnotherAdded() throws Exception {
        var id = send("2025", NOW);
        answer(id, "different");
        publish(id).andExpect(redirectedUrl(file(id)));
        browser.perform(get("/api/v1/datasets/example-of-children/releases/2/changes"))
                .andExpect(jsonPath("$.changes[?(@.kind == 'figure_withdrawn')].what", contains("number (number)")))
                .andExpect(jsonPath("$.changes[?(@.kind == 'figure_renamed')]", hasSize(0)));
        browser.perform(get("/api/v1/indicators/example-number")).andExpect(jsonPath("$.figure", is("number")));
    }

    @Test
    void aProgramAnswersTheSame() throws Exception {
        var id = send("2025", NOW);
        var ids = renames(id);
        json(post("/api/v1" + file(id) + "/renames"), "{}").andExpect(status().isUnprocessableContent());
        json(post("/api/v1" + file(id) + "/renames"), "{\"renamed\": {\"" + Uuid7.next() + "\": true}}")
                .andExpect(status().isNotFound());
        var answers = ids.stream().map(one -> "\"" + one + "\": true").toList();
        json(post("/api/v1" + file(id) + "/renames"), "{\"renamed\": {" + String.join(", ", answers) + "}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.renames[?(@.answer == 'renamed')]", hasSize(3)))
                .andExpect(jsonPath("$.renames[?(@.kind == 'figure')].before", contains("number")));
        json(post("/api/v1" + file(id) + "/publish"), "{}").andExpect(status().isOk());
        json(post("/api/v1" + file(id) + "/renames"), "{\"renamed\": {" + answers.getFirst() + "}}")
                .andExpect(status().isConflict());
    }

    @Test
    void anotherRegionHasNoSayInIt() throws Exception {
        var id = send("2025", NOW);
        var other = people.managerOf(new RegionCode("E12000003"));
        as(other, post(file(id) + "/renames").param("rename-" + renames(id).getFirst(), "renamed"))
                .andExpect(status().isNotFound());
        as(people.officer("Bolton"), post(file(id) + "/renames")).andExpect(status().isForbidden());
    }

    @Test
    void aFileThatWaitsIsComparedAnewWhenAnotherIsPublished() throws Exception {
        var waiting = send("2026", NOW.replace("2025,", "2026,"));
        assertThat(renames(waiting)).hasSize(3);
        var id = send("2025", NOW);
        answer(id, "renamed");
        publish(id);
        assertThat(renames(waiting)).isEmpty();
        publish(waiting).andExpect(redirectedUrl(file(waiting)));
    }

    @Test
    void figuresWithOtherValuesAndOtherNamesAreNoMatch() throws Exception {
        var homes = PLACES + "population_count,rate,foster_homes\n"
                + (BOLTON + "Looked after at 31 March,57,4\n" + BOLTON + "Starting in the year,z,3\n")
                        .formatted(2024, 2024);
        assertThat(renames(send("2025", homes))).isEmpty();
    }

    private UUID send(String label, String table) throws Exception {
        var id = Uuid7.next();
        as(
                        lead,
                        multipart("/datasets/example-of-children/files/new")
                                .file(new MockMultipartFile(
                                        "file", "figures.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)))
                                .param("id", id.toString())
                                .param("label", label))
                .andExpect(redirectedUrl(file(id)));
        return id;
    }

    private static String file(UUID id) {
        return "/datasets/example-of-children/files/" + id;
    }

    private ResultActions report(UUID id) throws Exception {
        return as(lead, get(file(id))).andExpect(status().isOk());
    }

    private List<UUID> renames(UUID file) {
        return jdbc.sql("""
            select n.id from dataset_rename n join dataset_release r on r.key = n.release_key
            where r.id = :id order by n.position
            """)
                .param("id", file)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private ResultActions answer(UUID file, String said) throws Exception {
        var request = post(file(file) + "/renames");
        renames(file).forEach(rename -> request.param("rename-" + rename, said));
        return as(lead, request);
    }

    private ResultActions publish(UUID id) throws Exception {
        return as(lead, post(file(id) + "/publish").param("accepted", "true"));
    }

    private ResultActions json(AbstractMockHttpServletRequestBuilder<?> request, String body) throws Exception {
        return as(lead, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
