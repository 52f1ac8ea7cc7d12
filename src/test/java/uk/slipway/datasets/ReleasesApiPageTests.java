package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.kernel.Uuid7;

/** A data lead's program, with nothing but a token: from a file to an indicator. */
@PageTest
class ReleasesApiPageTests {

    private static final String FILES = "/api/v1/datasets/childrens-example";
    private static final String HEADER =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,group,children\n";
    private static final String ENGLAND = "2025,Reporting year,National,E92000001,England,,,,,,Total,100\n";
    private static final String NOWHERE = "2025,Reporting year,Local authority,E92000001,England,E12000002,North"
            + " West,999,E08999999,Nowhere,Total,c\n";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    private String token;

    @BeforeEach
    void aDataLeadHasATokenAndADataSet() throws Exception {
        var lead = people.dataLead();
        as(lead, post("/datasets/new").param("title", "Children’s example").param("source", "Example publisher"));
        token = tokenOf(lead);
    }

    @Test
    void aFileBecomesAReleaseAndAReleaseAnIndicator() throws Exception {
        var id = send(HEADER + ENGLAND);
        program(get(FILES + "/files/" + id)).andExpect(jsonPath("$.state", is("checked")));
        program(post(FILES + "/files/" + id + "/publish"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("published")))
                .andExpect(jsonPath("$.number", is(1)));
        program(post(FILES + "/files/" + id + "/publish")).andExpect(status().isConflict());
        var definition = """
            {"name": "Example children", "description": "Example of what is counted", "unit": "number",
             "decimalPlaces": 0, "polarity": "none", "dataset": "childrens-example", "figure": "children",
             "grouping": "Context"}
            """;
        var grouping = program(put("/api/v1/indicators/example-children")
                        .contentType("application/json")
                        .content(definition.replace("Context", "no such heading")))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var allowed = new JsonMapper()
                .readTree(grouping)
                .get("errors")
                .get(0)
                .asString()
                .replaceFirst("grouping: Send one of ", "")
                .split("; ")[0];
        var fine = definition.replace("Context", allowed);
        program(put("/api/v1/indicators/example-children")
                        .contentType("application/json")
                        .content(fine))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.release.number", is(1)))
                .andExpect(jsonPath("$.version", is(0)));
        program(put("/api/v1/indicators/example-children")
                        .contentType("application/json")
                        .content(fine.replace("Example of", "A better example of")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.description", containsString("better")));
        program(put("/api/v1/indicators/example-children")
                        .contentType("application/json")
                        .content(fine.replaceFirst("\\{", "{\"version\": 0, ").replace("none", "high")))
                .andExpect(status().isConflict());
        program(put("/api/v1/indicators/Not An Address")
                        .contentType("application/json")
                        .content(fine))
                .andExpect(status().isUnprocessableContent());
        browser.perform(get("/api/v1/indicators/example-children/observations"))
                .andExpect(jsonPath("$.observations[0].value", is(100)));
    }

    @Test
    void aDataSetIsAddedOnceAndNamesItsAddress() throws Exception {
        var added = "{\"id\": \"" + Uuid7.next() + "\", \"title\": \"Children in need\", \"source\": \"Example\","
                + " \"sourceAddress\": \"https://example.com/figures\"}";
        for (int time = 0; time < 2; time++) {
            adding(added)
                    .andExpect(status().isCreated())
                    .andExpect(header().string("Location", "/api/v1/datasets/children-in-need/releases"))
                    .andExpect(jsonPath("$.slug", is("children-in-need")));
        }
        adding("{\"title\": \"Children in need!\", \"source\": \"Example\"}").andExpect(status().isConflict());
        adding("{\"title\": \"?\", \"sourceAddress\": \"children\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()", is(3)));
        adding("{\"title\": 1").andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from dataset").query(Long.class).single())
                .isEqualTo(2);
        browser.perform(post("/api/v1/datasets").contentType("application/json").content(added))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions adding(String json) throws Exception {
        return program(post("/api/v1/datasets").contentType("application/json").content(json));
    }

    @Test
    void aFormulaInACellStaysTextAndDoesNothingInAnExport() throws Exception {
        var formula = "=HYPERLINK(1)";
        var id = send(HEADER + ENGLAND.replace("Total", formula));
        program(post(FILES + "/files/" + id + "/publish")).andExpect(status().isOk());
        program(put("/api/v1/indicators/hyperlink-1")
                        .contentType("application/json")
                        .content("""
                            {"name": "%s", "description": "Example", "unit": "number", "decimalPlaces": 0, "polarity": "none",
                             "dataset": "childrens-example", "figure": "children", "filters": {"group": "%s"},
                             "grouping": "National Framework outcome 4: stable, loving homes"}
                            """.formatted(formula, formula)))
                .andExpect(status().isCreated());
        browser.perform(get("/api/v1/indicators/hyperlink-1/observations"))
                .andExpect(jsonPath("$.observations[0].value", is(100)));
        assertThat(as(people.reader(), get("/indicators/hyperlink-1.csv"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(",100")
                .doesNotContainPattern("(^|,|\"|\\n)=");
        var workbook = as(people.reader(), get("/indicators/hyperlink-1.xlsx"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var cells = new ArrayList<Cell>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : book.getSheets().toList()) {
                sheet.read()
                        .forEach(row -> row.stream().filter(Objects::nonNull).forEach(cells::add));
            }
        }
        assertThat(cells).anyMatch(cell -> cell.getText().contains(formula));
        assertThat(cells).noneMatch(cell -> cell.getType() == CellType.FORMULA);
    }

    @Test
    void warningsAreAcceptedByAPersonAndAnErrorChangesNothing() throws Exception {
        var warned = send(HEADER + ENGLAND + NOWHERE);
        program(get(FILES + "/files/" + warned))
                .andExpect(jsonPath("$.findings[0].severity", is("warning")))
                .andExpect(jsonPath("$.findings[0].row", is(3)));
        program(post(FILES + "/files/" + warned + "/publish")).andExpect(status().isUnprocessableContent());
        program(post(FILES + "/files/" + warned + "/publish")
                        .contentType("application/json")
                        .content("{\"acceptWarnings\": true}"))
                .andExpect(status().isOk());
        var wrong = send(HEADER + ENGLAND + ENGLAND.replace("2025", "2024").replace(",100", ",\"1,000\""));
        program(get(FILES + "/files/" + wrong))
                .andExpect(jsonPath("$.state", is("refused")))
                .andExpect(jsonPath("$.findings[?(@.column == 'children')].value", hasItem("1,000")));
        program(post(FILES + "/files/" + wrong + "/publish")).andExpect(status().isConflict());
    }

    @Test
    void theSameFileIsSaidToBeThereAndADiscardedOneIsGone() throws Exception {
        var first = send(HEADER + ENGLAND);
        program(post(FILES + "/files/" + first + "/publish"));
        sending(HEADER + ENGLAND, Uuid7.next()).andExpect(status().isConflict());
        var second = send(HEADER + ENGLAND.replace(",100", ",101"));
        program(post(FILES + "/files/" + second + "/discard")).andExpect(jsonPath("$.state", is("discarded")));
        assertThat(jdbc.sql("select count(*) from dataset_release where state = 'PUBLISHED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameIdIsReceivedOnce() throws Exception {
        var id = Uuid7.next();
        sending(HEADER + ENGLAND, id).andExpect(status().isCreated());
        sending(HEADER + ENGLAND, id).andExpect(status().isCreated());
        assertThat(jdbc.sql("select count(*) from dataset_release")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidAllAtOnce() throws Exception {
        program(multipart(FILES + "/releases").param("publishedOn", "tomorrow").param("id", "seven"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()", is(4)))
                .andExpect(jsonPath(
                        "$.errors",
                        containsInAnyOrder(
                                containsString("label"),
                                containsString("publishedOn"),
                                containsString("id"),
                                containsString("file"))));
        program(post(FILES + "/files/" + UUID.randomUUID() + "/publish")
                        .contentType("application/json")
                        .content("{not json"))
                .andExpect(status().isBadRequest());
        program(get("/api/v1/datasets/none/files/" + UUID.randomUUID())).andExpect(status().isNotFound());
        program(put("/api/v1/indicators/x").contentType("application/json").content("[1"))
                .andExpect(status().isBadRequest());
        program(put("/api/v1/indicators/x")
                        .contentType("application/json")
                        .content("{\"name\": \"a\\u0000b\", \"description\": \"%s\"}".formatted("x".repeat(2_001))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0]", containsString("control characters")));
    }

    @Test
    void withoutATokenNothingIsSent() throws Exception {
        browser.perform(multipart(FILES + "/releases")
                        .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[] {1})))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail", containsString("account page")));
    }

    private String send(String text) throws Exception {
        var answer = sending(text, Uuid7.next())
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        return new JsonMapper().readTree(answer.getContentAsString()).get("id").asString();
    }

    private ResultActions sending(String text, UUID id) throws Exception {
        return program(multipart(FILES + "/releases")
                .file(new MockMultipartFile("file", "figures.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("id", id.toString())
                .param("label", "2025")
                .param("publishedOn", "2025-11-20"));
    }

    private ResultActions program(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.header("Authorization", "Bearer " + token));
    }

    private String tokenOf(Viewer viewer) throws Exception {
        return String.valueOf(
                as(viewer, post("/account/tokens").param("name", "test").param("days", "7"))
                        .andReturn()
                        .getFlashMap()
                        .get("token"));
    }

    private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
