package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;

/** What becomes of a new version at a publisher's, told to a local stand-in that speaks the documented protocol. */
@PageTest
class ProposalsPageTests {

    private static final String ID = "63cfc86e-c334-4e58-2912-08da0807d53c";
    private static final String DATASET = "/v1/data-sets/" + ID;
    private static final String PAGE = "/datasets/example-data";
    private static final String FILE =
            "time_period,time_identifier,geographic_level,country_code,country_name,group,children\n"
                    + "2025,Reporting year,National,E92000001,England,Total,100\n";

    /** What the stand-in answers, by path and query; anything else is not found. */
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private static final HttpServer STAND_IN = standIn();

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AskPublishers askPublishers;

    private Viewer lead;

    @DynamicPropertySource
    static void theStandInIsThePublisher(DynamicPropertyRegistry properties) {
        properties.add(
                "slipway.ees.address",
                () -> "http://"
                        + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                        + STAND_IN.getAddress().getPort() + "/");
    }

    @AfterAll
    static void theStandInGoes() {
        STAND_IN.stop(0);
    }

    @BeforeEach
    void aDataSetNamesItselfAtItsPublishers() throws Exception {
        ANSWERS.clear();
        version("2.0");
        lead = people.dataLead();
        send("/datasets/new", "title", "Example data", "source", "Example publisher");
        send(PAGE + "/publisher", "publisherId", " " + ID.toUpperCase(java.util.Locale.ROOT))
                .andExpect(redirectedUrl(PAGE));
    }

    @Test
    void aNewVersionIsProposedOnceAndNothingIsImported() throws Exception {
        askPublishers.ask();
        askPublishers.ask();
        page().andExpect(content().string(containsString("Version 2.0 can be imported")))
                .andExpect(content().string(containsString("published on Thursday 20 November 2025")))
                .andExpect(content().string(containsString("filters: 1 changed or removed")))
                .andExpect(content().string(containsString("items of filters: 2 added or renamed")))
                .andExpect(content().string(containsString("Example note &lt;b&gt;")));
        assertThat(count("dataset_proposal")).isEqualTo(1);
        assertThat(count("dataset_release")).isZero();
        browser.perform(get(PAGE).with(people.signedInAs(people.reader())))
                .andExpect(content().string(not(containsString("can be imported"))));
    }

    @Test
    void itIsFetchedCheckedAndPublishedWhenSomebodySaysSo() throws Exception {
        askPublishers.ask();
        var id = proposal();
        send(PAGE + "/proposals/" + id + "/take").andExpect(redirectedUrl(PAGE + "/files/" + id));
        send(PAGE + "/proposals/" + id + "/take").andExpect(redirectedUrl(PAGE + "/files/" + id));
        assertThat(count("dataset_release")).isEqualTo(1);
        send(PAGE + "/files/" + id + "/publish").andExpect(status().is3xxRedirection());
        page().andExpect(content().string(containsString("Version 2.0")))
                .andExpect(content().string(not(containsString("can be imported"))))
                .andExpect(content().string(containsString("fetched version 2.0")));
        version("2.1");
        askPublishers.ask();
        send(PAGE + "/proposals/" + proposal() + "/take")
                .andExpect(flash().attribute("notice", containsString("is release 1 already")));
        page().andExpect(content().string(not(containsString("can be imported"))));
    }

    @Test
    void whatIsSetAsideIsNotProposedAgainAndTheNextVersionIs() throws Exception {
        askPublishers.ask();
        send(PAGE + "/proposals/" + proposal() + "/dismiss").andExpect(redirectedUrl(PAGE));
        askPublishers.ask();
        page().andExpect(content().string(not(containsString("can be imported"))));
        version("3.0");
        askPublishers.ask();
        page().andExpect(content().string(containsString("Version 3.0 can be imported")));
    }

    @Test
    void aProgramTakesWhatIsProposedOrSetsItAside() throws Exception {
        askPublishers.ask();
        var api = "/api/v1/datasets/example-data";
        program(get(api + "/proposals"))
                .andExpect(jsonPath("$.publisherId", is(ID)))
                .andExpect(jsonPath("$.proposals[0].version", is("2.0")));
        var id = proposal();
        program(post(api + "/proposals/" + id + "/take"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", api + "/files/" + id))
                .andExpect(jsonPath("$.proposals.length()", is(0)));
        program(post(api + "/files/" + id + "/publish")).andExpect(status().isOk());
        version("2.1");
        askPublishers.ask();
        program(post(api + "/proposals/" + proposal() + "/take")).andExpect(status().isConflict());
        version("2.2");
        askPublishers.ask();
        ANSWERS.clear();
        program(post(api + "/proposals/" + proposal() + "/take")).andExpect(status().isBadGateway());
        program(post(api + "/proposals/" + proposal() + "/dismiss")).andExpect(jsonPath("$.proposals.length()", is(0)));
        program(put(api + "/publisher").contentType("application/json").content("{\"publisherId\": null}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.publisherId").isEmpty());
        program(post(api + "/proposals/" + UUID.randomUUID() + "/dismiss")).andExpect(status().isNotFound());
    }

    private ResultActions program(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(people.signedInAs(lead)));
    }

    @Test
    void aPublisherThatFailsChangesNothing() throws Exception {
        askPublishers.ask();
        var id = proposal();
        for (var broken : new String[] {"", "not json", "{}", "{\"latestVersion\": {\"version\": \"2.0/../../x\"}}"}) {
            ANSWERS.put(DATASET, broken);
            askPublishers.ask();
        }
        ANSWERS.clear();
        askPublishers.ask();
        assertThat(count("dataset_proposal")).isEqualTo(1);
        send(PAGE + "/proposals/" + id + "/take")
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("notice", containsString("Nothing was changed")));
        assertThat(count("dataset_release")).isZero();
        page().andExpect(content().string(containsString("Version 2.0 can be imported")));
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithItsReport() throws Exception {
        ANSWERS.put(DATASET + "/csv?dataSetVersion=2.0", "<html>Service unavailable</html>");
        askPublishers.ask();
        var id = proposal();
        send(PAGE + "/proposals/" + id + "/take").andExpect(redirectedUrl(PAGE + "/files/" + id));
        browser.perform(get(PAGE + "/files/" + id).with(people.signedInAs(lead)))
                .andExpect(content().string(containsString("nothing of it was taken")));
    }

    @Test
    void anIdThatIsNoneIsRefusedAndABlankOneEndsTheAsking() throws Exception {
        send(PAGE + "/publisher", "publisherId", "the one about children")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the one about children")));
        send(PAGE + "/publisher", "publisherId", "").andExpect(redirectedUrl(PAGE));
        askPublishers.ask();
        assertThat(count("dataset_proposal")).isZero();
        send("/datasets/none/publisher", "publisherId", ID).andExpect(status().isNotFound());
        send(PAGE + "/proposals/" + UUID.randomUUID() + "/take").andExpect(status().isNotFound());
    }

    /** The publisher now has this version, of the same file. */
    private static void version(String number) {
        ANSWERS.put(DATASET, """
            {"id": "%s", "title": "Example data", "summary": "Example", "status": "Published",
             "latestVersion": {"version": "%s", "published": "2025-11-20T09:30:00+00:00", "totalResults": 1,
               "timePeriods": {"start": "2025", "end": "2025"}, "geographicLevels": ["National"],
               "filters": ["Group"], "indicators": ["Children"]}}
            """.formatted(ID, number));
        ANSWERS.put(DATASET + "/versions/" + number + "/changes", """
            {"versionNumber": "%s", "notes": "Example note <b>",
             "majorChanges": {"filters": [{"previousState": {"id": "a", "label": "Old group"}}]},
             "minorChanges": {"filterOptions": [{"filter": {"id": "b", "label": "Group"}, "options": [
                 {"currentState": {"id": "c", "label": "Girls"}}, {"currentState": {"id": "d", "label": "Boys"}}]}]},
             "patchHistory": []}
            """.formatted(number));
        ANSWERS.put(DATASET + "/csv?dataSetVersion=" + number, FILE);
    }

    private static HttpServer standIn() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var answer = ANSWERS.get(exchange.getRequestURI().toString());
                var bytes = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    private UUID proposal() {
        return jdbc.sql("select id from dataset_proposal where state = 'PROPOSED'")
                .query(UUID.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private ResultActions page() throws Exception {
        return browser.perform(get(PAGE).with(people.signedInAs(lead))).andExpect(status().isOk());
    }

    private ResultActions send(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(people.signedInAs(lead));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }
}
