package uk.slipway.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;

/** From the published figure to the sentence that cites it, and what happens when the figure is published anew. */
@PageTest
class CitedFigurePageTests {

    private static final String HEADER =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,group,children\n";
    private static final String ENGLAND = "%s,Reporting year,National,E92000001,England,,,,,,Total,%s\n";
    private static final String BOLTON = "%s,Reporting year,Local authority,E92000001,England,E12000002,North"
            + " West,350,E08000001,Bolton,Total,%s\n";
    private static final String FIRST = HEADER
            + ENGLAND.formatted("2024", "100")
            + BOLTON.formatted("2024", "c")
            + ENGLAND.formatted("2025", "110")
            + BOLTON.formatted("2025", "12");

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private Viewer officer;

    @BeforeEach
    void aFigureIsPublished() throws Exception {
        cycles.thisYear();
        officer = people.officer("Bolton");
        as(
                people.dataLead(),
                post("/datasets/new").param("title", "Example data").param("source", "Example publisher"));
        publish(FIRST, "2025");
        as(
                        people.dataLead(),
                        put("/api/v1/indicators/example-children")
                                .contentType("application/json")
                                .content("""
                                    {"name": "Example children", "description": "Example of what is counted",
                                     "unit": "number", "decimalPlaces": 0, "polarity": "none",
                                     "dataset": "example-data", "figure": "children", "grouping": "National Framework outcome 1: families stay together and get the help they need"}
                                    """))
                .andExpect(status().isCreated());
    }

    @Test
    void aFigureIsFoundByItsWordsCitedAndShownWithItsSource() throws Exception {
        var section = section(evaluations.draft("Bolton"));
        as(officer, get(section)).andExpect(content().string(containsString("Cite a published figure")));
        as(officer, post(section).param("then", "figure").param("body", "kept").param("version", "0"))
                .andExpect(redirectedUrl(section + "/figures/new"));
        find(section, "?search=CHILDREN counted")
                .andExpect(content().string(containsString("Example children")))
                .andExpect(content().string(containsString("Bolton: 12 in 2025")));
        find(section, "?search=furlongs").andExpect(content().string(containsString("Try fewer words")));
        find(section, "?indicator=example-children")
                .andExpect(content().string(containsString("England 110")))
                .andExpect(content().string(containsString("Example publisher, Example data, 2025")));
        cite(section, Uuid7.next(), "2025", "It shows the form");
        as(officer, get(section))
                .andExpect(content().string(containsString("Example children, 2025: 12")))
                .andExpect(content().string(containsString("England 110")))
                .andExpect(content().string(not(containsString("Since revised"))));
    }

    @Test
    void whatIsPublishedLaterStandsBesideWhatWasCited() throws Exception {
        var id = evaluations.draft("Bolton");
        var section = section(id);
        cite(section, Uuid7.next(), "2025", "");
        cite(section, Uuid7.next(), "2024", "");
        publish(
                HEADER
                        + ENGLAND.formatted("2024", "100")
                        + BOLTON.formatted("2024", "c")
                        + ENGLAND.formatted("2025", "110")
                        + BOLTON.formatted("2025", "13")
                        + ENGLAND.formatted("2026", "120")
                        + BOLTON.formatted("2026", "14"),
                "2026");
        var read = Jsoup.parse(text("/self-evaluations/" + id.value() + "/read"));
        var pieces = read.select("li:has(.slipway-cited)").eachText();
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst())
                .contains("2025: 12", "Example data, 2025", "Since revised: it is now 13.")
                .doesNotContain("Newer figure");
        assertThat(pieces.getLast())
                .contains("2024: confidential (c)", "Newer figure: 14 in 2026.")
                .doesNotContain("Since revised");
        publish(HEADER + ENGLAND.formatted("2027", "1"), "2027");
        assertThat(text("/self-evaluations/" + id.value() + "/read")).contains("Since withdrawn");
    }

    @Test
    void theSameFormSentTwiceCitesOnce() throws Exception {
        var section = section(evaluations.draft("Bolton"));
        var id = Uuid7.next();
        cite(section, id, "2025", "");
        cite(section, id, "2025", "");
        assertThat(citations()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCannotBeCitedAndWhatWasTypedIsKept() throws Exception {
        var section = section(evaluations.draft("Bolton"));
        for (var wrong :
                new String[][] {{"", "2025"}, {"nothing-of-this-name", "2025"}, {"example-children", "1066"}}) {
            var page = Jsoup.parse(as(
                            officer,
                            post(section + "/figures")
                                    .param("id", Uuid7.next().toString())
                                    .param("indicator", wrong[0])
                                    .param("period", wrong[1])
                                    .param("note", "a kept note"))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(page.select("form[action$=/figures] [name=note]").text()).isEqualTo("a kept note");
            assertThat(page.getElementById(page.select(".govuk-error-summary__list a")
                            .attr("href")
                            .substring(1)))
                    .isNotNull();
        }
        assertThat(citations()).isZero();
    }

    @Test
    void whatIsSubmittedGainsNoFigureAndItsNextVersionKeepsIt() throws Exception {
        var draft = evaluations.draft("Bury");
        var bury = people.officer("Bury");
        as(bury, get(section(draft) + "/figures/new"))
                .andExpect(content().string(containsString("Nothing has been published yet in which Bury")));
        as(officer, get(section(draft) + "/figures/new")).andExpect(status().isNotFound());
        var id = evaluations.submitted("Bolton");
        as(
                        officer,
                        post(section(id) + "/figures")
                                .param("id", Uuid7.next().toString())
                                .param("indicator", "example-children")
                                .param("period", "2025"))
                .andExpect(status().isUnprocessableContent());
        jdbc.sql("""
            insert into self_evaluation_evidence (id, version, section_id, authority_id, kind, reference, note, created_at,
                cited_indicator, cited_period, cited_value, cited_words, cited_comparators, cited_source, cited_release, cited_at)
            select gen_random_uuid(), 0, s.id, s.authority_id, 'INDICATOR', 'Example children, 2025: 12', '', now(),
                'example-children', 2025, 12, '12', 'England 110', 'Example publisher', 1, now()
            from self_evaluation_section s where s.evaluation_id = :id and s.position = 0
            """).param("id", id.value()).update();
        as(officer, post("/self-evaluations/" + id.value() + "/new-version")).andExpect(status().is3xxRedirection());
        assertThat(citations()).isEqualTo(2);
    }

    @Test
    void manyCitationsTakeNoMoreStatementsThanOne() throws Exception {
        var id = evaluations.draft("Bolton");
        cite(section(id), Uuid7.next(), "2025", "");
        var read = "/self-evaluations/" + id.value() + "/read";
        text(read);
        int one = statements.during(() -> text(read)).size();
        for (int i = 0; i < 20; i++) {
            cite(section(id), Uuid7.next(), "2025", "");
        }
        assertThat(statements.during(() -> text(read))).hasSizeLessThanOrEqualTo(one);
    }

    @Test
    void aFigureIsPutIntoASentenceAndReadThereWithWhatWasPublishedSince() throws Exception {
        var id = evaluations.draft("Bolton");
        var section = section(id);
        var citation = Uuid7.next();
        cite(section, citation, "2025", "");
        var marker = "[" + FiguresInText.marker(citation) + "]";
        var page = Jsoup.parse(text(section));
        assertThat(page.select("#evidence ~ ul code").eachText()).containsExactly(marker);
        assertThat(page.select("button[data-insert]").attr("data-insert")).isEqualTo(marker);
        assertThat(page.select("button[data-insert]").hasAttr("hidden")).isTrue();
        save(section, "There were " + marker + " children. <script>alert(1)</script>");
        assertThat(text(section)).doesNotContain("unknown-markers");
        for (var address : new String[] {section + "?preview=true", "/self-evaluations/" + id.value() + "/read"}) {
            var read = Jsoup.parse(text(address)).select("main");
            assertThat(read.text()).contains("There were 12 in 2025 children.");
            assertThat(read.select("a[href=/indicators/example-children]").eachText())
                    .contains("12 in 2025");
            assertThat(read.html()).doesNotContain("<script>alert");
        }
        publish(FIRST.replace("Total,12", "Total,13"), "2025 revised");
        assertThat(Jsoup.parse(text("/self-evaluations/" + id.value() + "/read"))
                        .text())
                .contains("There were 12 in 2025 (since revised: it is now 13) children.");
    }

    @Test
    void aMarkerThatNamesNoFigureOfItsSectionStaysTextAndTheFormSaysSo() throws Exception {
        var id = evaluations.draft("Bolton");
        var section = section(id);
        var citation = Uuid7.next();
        cite(section, citation, "2025", "");
        var marker = "[" + FiguresInText.marker(citation) + "]";
        var elsewhere = section.substring(0, section.lastIndexOf('/') + 1) + "help-and-protection";
        save(elsewhere, "Here " + marker + " is another section’s.");
        assertThat(Jsoup.parse(text(elsewhere)).select("#unknown-markers").text())
                .contains(marker + " names no figure that this section cites");
        save(section, "Here are [figure:zzz] and `[figure:yyy]` and " + marker + ".");
        assertThat(Jsoup.parse(text(section)).select("#unknown-markers").text())
                .contains("[figure:zzz] names no figure")
                .doesNotContain("yyy");
        as(officer, post(section + "/evidence/" + citation + "/remove")).andExpect(status().is3xxRedirection());
        assertThat(Jsoup.parse(text(section)).select("#unknown-markers").text())
                .contains("[figure:zzz] and " + marker + " name no figures");
        assertThat(Jsoup.parse(text("/self-evaluations/" + id.value() + "/read"))
                        .text())
                .contains("Here are [figure:zzz] and [figure:yyy] and " + marker + ".");
    }

    @Test
    void aNewVersionKeepsItsFiguresInItsSentences() throws Exception {
        var id = evaluations.draft("Bolton");
        var citation = Uuid7.next();
        cite(section(id), citation, "2025", "");
        save(section(id), "There were [" + FiguresInText.marker(citation) + "] children.");
        evaluations.submitted("Bolton");
        as(officer, post("/self-evaluations/" + id.value() + "/new-version")).andExpect(status().is3xxRedirection());
        var next = jdbc.sql("select id from self_evaluation where number = 2")
                .query(UUID.class)
                .single();
        assertThat(next).isNotEqualTo(id.value());
        assertThat(Jsoup.parse(text("/self-evaluations/" + next + "/read")).text())
                .contains("There were 12 in 2025 children.");
        assertThat(Jsoup.parse(text("/threads/figure/" + citation))
                        .select(".slipway-golden-list__item")
                        .eachText())
                .hasSize(2)
                .last()
                .asString()
                .contains("There were 12 in 2025 children.", "being written");
    }

    private void save(String section, String body) throws Exception {
        var version = Jsoup.parse(text(section)).select("form [name=version]").val();
        as(officer, post(section).param("body", body).param("version", version)).andExpect(redirectedUrl(section));
    }

    private long citations() {
        return jdbc.sql("select count(*) from self_evaluation_evidence where cited_indicator is not null")
                .query(Long.class)
                .single();
    }

    private void cite(String section, UUID id, String period, String note) throws Exception {
        as(
                        officer,
                        post(section + "/figures")
                                .param("id", id.toString())
                                .param("indicator", "example-children")
                                .param("period", period)
                                .param("note", note))
                .andExpect(redirectedUrl(section + "#evidence"));
    }

    private ResultActions find(String section, String query) throws Exception {
        return as(officer, get(java.net.URI.create(section + "/figures/new" + query.replace(" ", "%20"))))
                .andExpect(status().isOk());
    }

    private String section(SelfEvaluationId id) {
        return "/self-evaluations/" + id.value() + "/sections/"
                + jdbc.sql("select code from self_evaluation_section where evaluation_id = :id and position = 0")
                        .param("id", id.value())
                        .query(String.class)
                        .single();
    }

    private void publish(String file, String label) throws Exception {
        var id = Uuid7.next();
        as(
                people.dataLead(),
                multipart("/datasets/example-data/files/new")
                        .file(new MockMultipartFile(
                                "file", "figures.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                        .param("id", id.toString())
                        .param("label", label));
        as(
                people.dataLead(),
                post("/datasets/example-data/files/" + id + "/publish").param("accepted", "true"));
    }

    private String text(String address) throws Exception {
        return as(officer, get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
