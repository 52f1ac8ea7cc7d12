package uk.slipway.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.headlines.HeadlineFixtures;
import uk.slipway.headlines.HeadlineId;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumFixtures;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.selfevaluation.SelfEvaluationFixtures;
import uk.slipway.selfevaluation.SelfEvaluationId;

/** One thread made through the pages as its people make it, from the figure to the commitment, and who sees what of it. */
@PageTest
class ThreadsPageTests {

    private static final String FILE = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,group,children
        2025,Reporting year,National,E92000001,England,,,,,,Total,110
        2025,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Total,12
        """;

    private static final String SENTENCE = "We looked after 12 in 2025 children, and know each of them.";
    private static final String QUESTION = "Example question: how do you know each of them?";
    private static final String HEADLINE = "Example strength: leaders know each child";
    private static final String STEP = "Example next step: say so in the next self-evaluation";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    ForumFixtures forums;

    @Autowired
    HeadlineFixtures headlines;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    private Viewer officer;
    private SelfEvaluationId evaluation;
    private UUID citation;

    @BeforeEach
    void aFigureIsCitedInASentence() throws Exception {
        cycles.thisYear();
        officer = people.officer("Bolton");
        as(
                people.dataLead(),
                post("/datasets/new").param("title", "Example data").param("source", "Example publisher"));
        publish(FILE, "2025");
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
        evaluation = evaluations.draft("Bolton");
        citation = Uuid7.next();
        var section = "/self-evaluations/" + evaluation.value() + "/sections/help-and-protection";
        as(
                        officer,
                        post(section + "/figures")
                                .param("id", citation.toString())
                                .param("indicator", "example-children")
                                .param("period", "2025"))
                .andExpect(status().is3xxRedirection());
        var marker = page(officer, section).select("button[data-insert]").attr("data-insert");
        as(
                        officer,
                        post(section)
                                .param(
                                        "body",
                                        "Before it. We looked after " + marker
                                                + " children, and know each of them. After it.")
                                .param("version", "0"))
                .andExpect(redirectedUrl(section));
    }

    @Test
    void aDraftsThreadIsItsAuthoritysAlone() throws Exception {
        assertThat(items(officer, figure())).containsExactly("Published figure", "Sentence in the self-evaluation");
        assertThat(page(officer, figure()).text())
                .contains(
                        "Example children, 2025: 12",
                        SENTENCE,
                        "Children who need help and protection, 2026/27: being written");
        for (var stranger : List.of(
                people.officer("Bury"),
                people.director("Wigan"),
                people.regionalManager(),
                people.dataLead(),
                people.ofsted("Bolton"))) {
            as(stranger, get(figure())).andExpect(status().isNotFound());
            as(stranger, get("/threads/sentence/" + citation)).andExpect(status().isNotFound());
        }
        for (var other : List.of(people.reader(), people.administrator(), people.accountManager("Bolton"))) {
            as(other, get(figure())).andExpect(status().isForbidden());
        }
        for (var nothing : List.of(
                "/threads/figure/" + UUID.randomUUID(),
                "/threads/nothing-of-this-kind/" + citation,
                "/threads/figure/not-an-id",
                "/threads/question/" + citation)) {
            as(officer, get(nothing)).andExpect(status().isNotFound());
        }
    }

    @Test
    void theWholeThreadIsMadeByThePagesOfItsPeople() throws Exception {
        var made = wholeThread();
        var all = List.of(
                "Published figure",
                "Sentence in the self-evaluation",
                "Challenge question",
                "Headline",
                "On the agenda of the annual conversation",
                "Next step",
                "Commitment");
        for (var address : List.of(
                figure(),
                "/threads/sentence/" + citation,
                "/threads/question/" + made.question(),
                "/threads/headline/" + made.headline(),
                "/threads/next-step/" + made.step(),
                "/threads/commitment/" + made.commitment())) {
            assertThat(items(officer, address)).isEqualTo(all);
        }
        var page = page(officer, figure());
        assertThat(page.select(".slipway-golden rect")).hasSize(7);
        assertThat(page.select(".slipway-golden line")).hasSize(6);
        assertThat(page.text())
                .contains("7 things, from a published figure to a commitment", SENTENCE, QUESTION, HEADLINE, STEP);
        assertThat(page.select("[aria-current=true] h3 a").text()).isEqualTo("Published figure");
        for (var link : page.select("main a[href^=/]")) {
            as(officer, get(link.attr("href").replaceFirst("#.*", ""))).andExpect(status().isOk());
        }
        for (var link : page.select("main a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
        publish(FILE.replace("Total,12", "Total,13"), "2025 revised");
        assertThat(page(officer, "/threads/commitment/" + made.commitment()).text())
                .contains("Since revised: it is now 13");
    }

    @Test
    void aFigureOfTheDataPackLeadsToTheQuestionMadeOfIt() throws Exception {
        var forum = forums.withPack("Bolton");
        var lead = people.dataLead();
        as(
                        lead,
                        post("/packs/prepare")
                                .param("due.day", "1")
                                .param("due.month", "12")
                                .param("due.year", "2026")
                                .param(
                                        "indicators",
                                        Objects.requireNonNull(jdbc.queryForObject(
                                                "select id::text from indicator where slug = 'example-children'",
                                                String.class))))
                .andExpect(status().is3xxRedirection());
        var found = jdbc.queryForMap("select p.id as pack, f.id as figure from pack_figure f join data_pack p on p.id ="
                + " f.pack_id join organisation o on o.id = p.authority_id where o.name = 'Bolton'");
        var address = "/packs/" + found.get("pack") + "/figures/" + found.get("figure");
        var thread = "/threads/pack-figure/" + found.get("figure");
        as(lead, get(thread)).andExpect(status().isNotFound());
        assertThat(page(lead, address).select("a[href=" + thread + "]")).isEmpty();
        as(lead, post("/packs/issue")).andExpect(status().is3xxRedirection());

        var question = ask(forum, "pack-figure_" + found.get("figure"));
        forums.issue(forum);
        var all = List.of("Figure in the data pack", "Challenge question");
        assertThat(items(lead, thread)).isEqualTo(all);
        assertThat(items(officer, thread)).isEqualTo(all);
        assertThat(items(officer, "/threads/question/" + question)).isEqualTo(all);
        assertThat(page(officer, thread).text()).contains("Example children: 12");
        assertThat(page(officer, address).select("a[href=" + thread + "]")).hasSize(1);
        as(people.officer("Bury"), get(thread)).andExpect(status().isNotFound());
    }

    @Test
    void eachSeesTheirPartAndNothingTellsOfTheRest() throws Exception {
        var made = wholeThread();
        var question = "/threads/question/" + made.question();
        assertThat(items(people.regionalManager(), question))
                .containsExactly(
                        "Published figure", "Sentence in the self-evaluation", "Challenge question", "Headline");
        assertThat(page(people.regionalManager(), question).text())
                .contains("4 things")
                .doesNotContain(STEP, "agenda", "hidden");
        assertThat(items(people.director("Wigan"), question)).hasSize(4);
        var inspector = people.ofsted("Bolton");
        assertThat(items(inspector, "/threads/headline/" + made.headline()))
                .containsExactly("Headline", "On the agenda of the annual conversation", "Next step");
        as(inspector, get(question)).andExpect(status().isNotFound());
        as(inspector, get(figure())).andExpect(status().isNotFound());
        as(inspector, get("/threads/commitment/" + made.commitment())).andExpect(status().isNotFound());
        for (var stranger : List.of(people.officer("Bury"), people.ofsted("Bury"), people.director("Bury"))) {
            for (var kind : List.of(
                    "figure/" + citation,
                    "sentence/" + citation,
                    "question/" + made.question(),
                    "headline/" + made.headline(),
                    "next-step/" + made.step(),
                    "commitment/" + made.commitment())) {
                as(stranger, get("/threads/" + kind)).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void ofstedReadsTheWordsOfAHeadlineWhereItsOpeningIsWrittenDown() throws Exception {
        var made = wholeThread();
        var inspector = people.ofsted("Bolton");
        var thread = "/threads/headline/" + made.headline();
        jdbc.update("delete from share_opening");
        assertThat(page(inspector, thread)
                        .select("#headline-" + made.headline())
                        .text())
                .contains("you have not opened it yet")
                .doesNotContain(HEADLINE);
        page(inspector, "/headlines/" + made.headline());
        assertThat(page(inspector, thread).text()).contains(HEADLINE);
    }

    @Test
    void questionsThatAreNotIssuedAreNotTheirAuthoritysToSee() throws Exception {
        evaluations.submitted("Bolton");
        var forum = forums.withPack("Bolton");
        var question = ask(forum, "sentence_" + citation);
        assertThat(items(people.dataLead(), figure())).hasSize(3);
        assertThat(items(officer, figure())).hasSize(2);
        as(officer, get("/threads/question/" + question)).andExpect(status().isNotFound());
        forums.issue(forum);
        assertThat(items(officer, figure())).hasSize(3);
    }

    @Test
    void aThingIsMadeOnlyFromWhatItsMakerIsOffered() throws Exception {
        var forum = forums.withPack("Bolton");
        var address = "/forums/" + forum.value() + "/questions";
        assertThat(page(people.dataLead(), address).select("select[name=from]")).isEmpty();
        for (var wrong : List.of("sentence_" + citation, "junk", "headline_" + UUID.randomUUID())) {
            var page = Jsoup.parse(as(
                            people.dataLead(),
                            post(address)
                                    .param("id", Uuid7.next().toString())
                                    .param("source", "DATA_GROUP")
                                    .param("text", QUESTION)
                                    .param("from", wrong))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(page.select("textarea[name=text]").text()).isEqualTo(QUESTION);
        }
        assertThat(links()).isEqualTo(1);
        evaluations.submitted("Bolton");
        assertThat(page(people.dataLead(), address + "?from=sentence_" + citation)
                        .select("select[name=from] option[selected]")
                        .text())
                .isEqualTo("Sentence: " + SENTENCE);
    }

    @Test
    void whoWritesQuestionsIsLedFromTheSentenceToTheFormWithItChosen() throws Exception {
        var read = "/self-evaluations/" + evaluations.submitted("Bolton").value() + "/read";
        var forum = forums.withPack("Bolton");
        var ask = page(people.dataLead(), read).select("a:contains(Ask a challenge question)");
        assertThat(ask).hasSize(1);
        assertThat(page(people.dataLead(), ask.attr("href").replaceFirst("#.*", ""))
                        .select("select[name=from] option[selected]")
                        .text())
                .isEqualTo("Sentence: " + SENTENCE);
        assertThat(page(officer, read).select("a:contains(Ask a challenge question)"))
                .isEmpty();
        ask(forum, "sentence_" + citation);
        forums.issue(forum);
        assertThat(page(people.dataLead(), read).select("a:contains(Ask a challenge question)"))
                .isEmpty();
    }

    @Test
    void thoseWhoMadeALinkTakeItAwayAndNobodyElse() throws Exception {
        var made = wholeThread();
        var question = "/threads/question/" + made.question();
        var remove = page(people.dataLead(), question)
                .select("form[action*=/links/]")
                .attr("action");
        assertThat(page(officer, question).select("form[action*=/links/]")).isEmpty();
        as(officer, post(remove)).andExpect(status().isForbidden());
        as(people.officer("Bury"), post(remove)).andExpect(status().isNotFound());
        var elsewhere = remove.replace("/question/" + made.question(), "/commitment/" + UUID.randomUUID());
        as(people.dataLead(), post(elsewhere)).andExpect(status().isNotFound());
        for (int time = 0; time < 10; time++) {
            as(people.regionalManager(), post(remove)).andExpect(redirectedUrl(question));
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where what = 'took away the link to what it was made from'",
                        Integer.class))
                .isEqualTo(1);
        assertThat(items(officer, figure())).hasSizeLessThan(7);
    }

    @Test
    void aLongThreadTakesNoMoreStatementsThanAShortOne() throws Exception {
        evaluations.submitted("Bolton");
        var forum = forums.withPack("Bolton");
        var question = ask(forum, "sentence_" + citation);
        var lead = people.dataLead();
        page(lead, figure());
        int few = statements.during(() -> page(lead, figure())).size();
        jdbc.update("""
            insert into challenge_question (id, version, forum_id, authority_id, source, text, place_in_order,
                written_by_name, written_at)
            select gen_random_uuid(), 0, forum_id, authority_id, source, text, place_in_order + n, written_by_name, written_at
            from challenge_question, generate_series(1, 50) n where id = ?
            """, question);
        jdbc.update("""
            insert into thread_link (id, from_kind, from_id, made_kind, made_id, authority_id, made_at, made_by_name)
            select gen_random_uuid(), 'sentence', ?, 'question', id, authority_id, now(), 'Sam' from challenge_question
            where id <> ?
            """, citation, question);
        assertThat(items(lead, figure())).hasSize(53);
        assertThat(statements.during(() -> page(lead, figure()))).hasSize(few).hasSizeLessThanOrEqualTo(12);
    }

    private record Made(UUID question, UUID headline, UUID step, UUID commitment) {}

    private Made wholeThread() throws Exception {
        evaluations.submitted("Bolton");
        var forum = forums.withPack("Bolton");
        var question = ask(forum, "sentence_" + citation);
        forums.issue(forum);
        forums.answerAndHold(forum, "Bolton");
        var headline = Uuid7.next();
        as(
                        people.regionalManager(),
                        post("/forums/" + forum.value() + "/capture/headline")
                                .param("id", headline.toString())
                                .param("kind", "STRENGTH")
                                .param("text", HEADLINE)
                                .param("from", "question_" + question))
                .andExpect(status().is3xxRedirection());
        headlines.complete(forum);
        headlines.agree("Bolton", new HeadlineId(headline));
        headlines.shared("Bolton", forum, new HeadlineId(headline));
        var inspector = people.ofsted("Bolton");
        page(inspector, "/headlines/" + headline);
        var conversation = "/conversations/" + Uuid7.next();
        as(
                        inspector,
                        post("/conversations/new")
                                .param("id", conversation.substring(15))
                                .param("authority", "E08000001")
                                .param("remit", "SOCIAL_CARE")
                                .param("date.day", "10")
                                .param("date.month", "2")
                                .param("date.year", "2027"))
                .andExpect(redirectedUrl(conversation));
        clock.moveTo(LocalDate.of(2027, 2, 10));
        var item = page(inspector, conversation)
                .select("select[name=from] option:last-child")
                .val();
        var step = Uuid7.next();
        as(
                        inspector,
                        post(conversation + "/next-steps")
                                .param("id", step.toString())
                                .param("text", STEP)
                                .param("owner", "Head of service")
                                .param("from", item))
                .andExpect(redirectedUrl(conversation));
        as(
                        people.director("Bolton"),
                        post(conversation + "/next-steps/" + step + "/agree").param("version", "0"))
                .andExpect(redirectedUrl(conversation));
        var commitment = jdbc.queryForObject("select id from commitment where from_id = ?", UUID.class, step);
        return new Made(question, headline, step, Objects.requireNonNull(commitment));
    }

    private UUID ask(ForumId forum, String from) throws Exception {
        var id = Uuid7.next();
        as(
                        people.dataLead(),
                        post("/forums/" + forum.value() + "/questions")
                                .param("id", id.toString())
                                .param("source", "DATA_GROUP")
                                .param("text", QUESTION)
                                .param("from", from))
                .andExpect(status().is3xxRedirection());
        return id;
    }

    private String figure() {
        return "/threads/figure/" + citation;
    }

    private List<String> items(Viewer viewer, String address) throws Exception {
        return page(viewer, address).select(".slipway-golden-list__item h3 a").eachText();
    }

    private int links() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from thread_link", Integer.class));
    }

    private Document page(Viewer viewer, String address) throws Exception {
        return Jsoup.parse(as(viewer, get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
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

    private ResultActions as(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
