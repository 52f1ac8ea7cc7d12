package uk.slipway.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;

@PageTest
class SelfEvaluationPageTests {

    private static final String HARD =
            "Blank line\n\n<script>alert(1)</script> \u202eevil \ud83d\ude00 tab\tend \u05e9\u05dc\u05d5\u05dd";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    ShowSelfEvaluation show;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    CycleView cycle;
    Viewer officer;

    @BeforeEach
    void aCycleIsOpen() {
        cycle = cycles.thisYear();
        officer = people.officer("Bolton");
    }

    private ResultActions open(String address, Viewer viewer) throws Exception {
        return mvc.perform(get(address).with(people.signedInAs(viewer)));
    }

    private ResultActions send(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request);
    }

    private static String address(SelfEvaluationId id) {
        return "/self-evaluations/" + id.value();
    }

    private List<Reading.SectionLine> sections(SelfEvaluationId id) {
        return show.asRecord(id, officer).sections();
    }

    private String section(SelfEvaluationId id) {
        return address(id) + "/sections/" + sections(id).getFirst().code();
    }

    private String areaSection(SelfEvaluationId id) {
        return address(id) + "/sections/"
                + sections(id).stream()
                        .filter(each -> each.areaCode() != null)
                        .findFirst()
                        .orElseThrow()
                        .code();
    }

    @Test
    void goesFromStartToSubmittedThroughItsPages() throws Exception {
        open("/self-evaluations", officer)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Start your self-evaluation for 2026/27")));
        send("/self-evaluations/start", officer).andExpect(status().is3xxRedirection());
        for (int again = 0; again < 10; again++) {
            send("/self-evaluations/start", officer).andExpect(status().is3xxRedirection());
        }
        var id = evaluations.draft("Bolton");
        open(address(id), officer)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bolton self-evaluation 2026/27")))
                .andExpect(content().string(containsString("Being written")));
        open(areaSection(id), officer)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No grade of our own")));
        send(section(id), officer, "body", "**What we know**", "version", "0", "then", "preview")
                .andExpect(redirectedUrl(section(id) + "?preview=true#preview"));
        open(section(id) + "?preview=true", officer)
                .andExpect(content().string(containsString("<strong>What we know</strong>")));
        open(address(id) + "/send", officer).andExpect(status().isOk());
        send(address(id) + "/send", officer).andExpect(redirectedUrl(address(id)));
        for (var signatory : List.of(people.director("Bolton"), people.leadMember("Bolton"))) {
            open(address(id), signatory).andExpect(status().isOk());
            open(address(id) + "/sign", signatory).andExpect(status().isOk());
            var read = textRead(id, signatory);
            for (int again = 0; again < 10; again++) {
                send(address(id) + "/sign", signatory, "read", read).andExpect(redirectedUrl(address(id)));
            }
        }
        open(address(id) + "/submit", officer)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("strategic performance and data group")))
                .andExpect(content().string(containsString("o area for development is stated")));
        for (int again = 0; again < 10; again++) {
            send(address(id) + "/submit", officer).andExpect(redirectedUrl(address(id)));
        }
        open(address(id) + "/read", people.regionalManager())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>What we know</strong>")));
        assertThat(jdbc.sql("select count(*) from share where record_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** What the form carries that signs: the text that stands on its page. */
    private String textRead(SelfEvaluationId id, Viewer signatory) throws Exception {
        var page = open(address(id) + "/sign", signatory)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var matcher = Pattern.compile("name=\"read\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private long signatures(SelfEvaluationId id) {
        return jdbc.sql("select count(*) from self_evaluation_sign_off where evaluation_id = :id and voided_at is null")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    @Test
    void signsOnlyTheTextThatTheSignatoryRead() throws Exception {
        var id = evaluations.draft("Bolton");
        evaluations.write(id, "Bolton", sections(id).getFirst().code(), "What the Director read");
        send(address(id) + "/send", officer);
        var director = people.director("Bolton");
        open(address(id) + "/sign", director).andExpect(content().string(containsString("What the Director read")));
        var read = textRead(id, director);
        send(section(id), officer, "body", "What came after", "version", "1");
        send(address(id) + "/sign", director, "read", read)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The text changed while you read it")))
                .andExpect(content().string(containsString("What the Director read")))
                .andExpect(content().string(containsString("What came after")))
                .andExpect(content().string(containsString("Read it again")));
        assertThat(signatures(id)).isZero();
        send(address(id) + "/sign", director, "read", textRead(id, director)).andExpect(redirectedUrl(address(id)));
        assertThat(signatures(id)).isOne();
    }

    @Test
    void signsNothingWhenSomethingBesideTheTextChanged() throws Exception {
        var id = evaluations.inReview("Bolton");
        var director = people.director("Bolton");
        var read = textRead(id, director);
        evaluations.name(
                id, "Bolton", sections(id).getFirst().code(), Point.Kind.AREA_FOR_DEVELOPMENT, "Example: supervision");
        send(address(id) + "/sign", director, "read", read)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("What stands with them changed")));
        assertThat(signatures(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "context 0 0123",
                "\u202e; drop table",
                "context 0 00000000000000000000000000000000"
            })
    void signsNothingThatWasNotRead(String read) throws Exception {
        var id = evaluations.inReview("Bolton");
        send(address(id) + "/sign", people.director("Bolton"), "read", read).andExpect(status().isConflict());
        send(address(id) + "/sign", people.director("Bolton"), "read", read.repeat(1000))
                .andExpect(status().isConflict());
        assertThat(signatures(id)).isZero();
    }

    @Test
    void signsATextThatWasSavedAgainInTheSameWords() throws Exception {
        var id = evaluations.draft("Bolton");
        evaluations.write(id, "Bolton", sections(id).getFirst().code(), "The same words");
        send(address(id) + "/send", officer);
        var director = people.director("Bolton");
        var read = textRead(id, director);
        send(section(id), officer, "body", "Other words", "version", "1");
        send(section(id), officer, "body", "The same words", "version", "2");
        send(address(id) + "/sign", director, "read", read).andExpect(redirectedUrl(address(id)));
    }

    @Test
    void namesThePeopleWhoWillReadItBeforeTheButton() throws Exception {
        var manager = people.regionalManager();
        var member = people.director("Wigan");
        people.inTheDataGroup(member);
        var id = evaluations.signedOff("Bolton");
        open(address(id) + "/submit", officer)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(manager.name() + ", regional manager")))
                .andExpect(content()
                        .string(containsString(
                                HtmlUtils.htmlEscape(member.name() + ", Director of Children's Services, Wigan"))))
                .andExpect(content().string(containsString("It is not confirmed yet")));
        send(address(id) + "/submit", officer).andExpect(redirectedUrl(address(id)));
        assertThat(jdbc.sql("select words from share where record_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .contains(manager.name(), member.name());
    }

    @Test
    void keepsTheTemplateAsItIsOnceAnAuthorityHasBegun() throws Exception {
        var manager = people.regionalManager();
        open("/cycles/2026-27/template", manager).andExpect(content().string(containsString("Save as a new version")));
        send("/cycles/2026-27/template", manager, "number", "1", "title-context", "Who we are")
                .andExpect(status().is3xxRedirection());
        var id = evaluations.draft("Bolton");
        assertThat(sections(id)).extracting(Reading.SectionLine::title).contains("Who we are");
        open("/cycles/2026-27/template", manager)
                .andExpect(content().string(containsString("An authority has begun to write from it")))
                .andExpect(content().string(not(containsString("Save as a new version"))));
        send("/cycles/2026-27/template", manager, "number", "2", "title-context", "Too late")
                .andExpect(status().isUnprocessableContent());
        assertThat(jdbc.sql("select count(*) from self_evaluation_template")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void drawsWhatEachAreaStandsOn() throws Exception {
        var id = evaluations.draft("Bolton");
        open(address(id), officer)
                .andExpect(content().string(containsString("No judgement area has evidence yet")))
                .andExpect(content().string(containsString("slipway-balance")));
    }

    /** Versions of Bury's, all submitted at the same moment and shown to the region. */
    private void shownAtOnce(int most) {
        var id = evaluations.submitted("Bury");
        jdbc.sql("""
            insert into self_evaluation (id, version, authority_id, cycle_id, year, template_version, number, state,
                                         started_at, started_by, submitted_at)
            select gen_random_uuid(), 0, authority_id, cycle_id, year, template_version, n, 'SUBMITTED', started_at, 'x',
                   submitted_at
            from self_evaluation, generate_series(2, :most) n where id = :id
            """).param("id", id.value()).param("most", most).update();
        jdbc.sql("""
            insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id, made_at,
                               made_by_name, words)
            select gen_random_uuid(), 0, s.record_kind, se.id, s.authority_id, s.audience, s.audience_id, s.made_at, 'x', ''
            from share s, self_evaluation se where s.record_id = :id and se.number > 1
            """).param("id", id.value()).update();
    }

    @Test
    void listsEveryOneShownAndNoneTwiceThoughAllWereSubmittedAtOneMoment() throws Exception {
        shownAtOnce(121);
        var member = people.director("Wigan");
        people.inTheDataGroup(member);
        var links = new ArrayList<String>();
        String next = "/self-evaluations";
        int pages = 0;
        while (next != null) {
            pages++;
            var html = open(next, member)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Pattern.compile("href=\"(/self-evaluations/[0-9a-f-]{36})\"")
                    .matcher(html)
                    .results()
                    .forEach(found -> links.add(found.group(1)));
            var older = Pattern.compile("href=\"(/self-evaluations\\?before=[^\"]+)\"")
                    .matcher(html);
            next = older.find() ? older.group(1) : null;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(links).hasSize(121).doesNotHaveDuplicates();
    }

    @Test
    void listsWithTheSameStatementsForOneAndForAThousand() throws Exception {
        var member = people.director("Wigan");
        people.inTheDataGroup(member);
        var manager = people.regionalManager();
        evaluations.submitted("Salford");
        int shown = count("/self-evaluations", member);
        int region = count("/self-evaluations", manager);
        shownAtOnce(1000);
        assertThat(count("/self-evaluations", member)).isEqualTo(shown).isLessThanOrEqualTo(9);
        assertThat(count("/self-evaluations", manager)).isEqualTo(region).isLessThanOrEqualTo(9);
    }

    @Test
    void deniesEveryStepToThoseWhoMayNotTakeIt() throws Exception {
        var id = evaluations.inReview("Bolton");
        for (var step : List.of("/send", "/submit", "/new-version")) {
            send(address(id) + step, people.officer("Bury")).andExpect(status().isNotFound());
            send(address(id) + step, people.leadMember("Bolton")).andExpect(status().isForbidden());
            send(address(id) + step, people.regionalManager()).andExpect(status().isForbidden());
        }
        send(address(id) + "/sign", people.director("Bury")).andExpect(status().isNotFound());
        send(address(id) + "/sign", officer).andExpect(status().isForbidden());
        send(address(id) + "/return", officer).andExpect(status().isForbidden());
        for (var page : List.of("", "/read")) {
            open(address(id) + page, people.regionalManager()).andExpect(status().isNotFound());
            open(address(id) + page, people.officer("Bury")).andExpect(status().isNotFound());
            open(address(id) + page, people.ofsted("Bolton")).andExpect(status().isNotFound());
        }
        open(section(id), people.leadMember("Bolton")).andExpect(status().isForbidden());
        open(section(id), people.officer("Bury")).andExpect(status().isNotFound());
    }

    @Test
    void refusesStepsThatDoNotFitItsState() throws Exception {
        var id = evaluations.draft("Bolton");
        send(address(id) + "/submit", officer)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("signed off before")));
        send(address(id) + "/sign", people.director("Bolton")).andExpect(status().isUnprocessableContent());
        send(address(id) + "/new-version", officer).andExpect(status().isUnprocessableContent());
        send(address(id) + "/send", officer);
        send(address(id) + "/sign", people.leadMember("Bolton"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("comes first")));
        send(address(id) + "/sign", people.chiefExecutive("Bolton")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void returnsItWithAReasonThatItsAuthorReads() throws Exception {
        var id = evaluations.inReview("Bolton");
        var director = people.director("Bolton");
        open(address(id) + "/return", director).andExpect(status().isOk());
        send(address(id) + "/return", director, "because", "  ").andExpect(status().isUnprocessableContent());
        send(address(id) + "/return", director, "because", "x".repeat(100_000))
                .andExpect(status().isUnprocessableContent());
        send(address(id) + "/return", director, "because", "Say more about <b>care leavers</b>")
                .andExpect(redirectedUrl(address(id)));
        open(address(id), officer)
                .andExpect(content().string(containsString("Say more about &lt;b&gt;care leavers&lt;/b&gt;")));
    }

    @Test
    void warnsBeforeAndAfterAnEditVoidsSignatures() throws Exception {
        var id = evaluations.signedOff("Bolton");
        open(section(id), officer)
                .andExpect(content().string(containsString("2 people have signed this. A change here makes")));
        send(section(id), officer, "body", "Changed", "version", "0");
        open(address(id), officer)
                .andExpect(content().string(containsString("In review")))
                .andExpect(content().string(containsString("is void: “")));
    }

    @Test
    void keepsWhatWasTypedWhateverItWas() throws Exception {
        var id = evaluations.draft("Bolton");
        var page = section(id);
        send(page, officer, "body", "x".repeat(100_000), "version", "0")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("x".repeat(100_000))))
                .andExpect(content().string(containsString("50,000 characters or fewer")));
        send(page, officer, "body", HARD + "\u0000\u0007", "version", "0").andExpect(status().is3xxRedirection());
        open(page, officer)
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        open(address(id) + "/read", officer)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
        send(page, officer).andExpect(status().isConflict());
        send(page, officer, "body", "Mine", "version", "no number").andExpect(status().isConflict());
        send(areaSection(id), officer, "body", "text", "grade", "EXCELLENT", "version", "0")
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void showsMineTheirsAndTheOriginalInAConflict() throws Exception {
        var id = evaluations.draft("Bolton");
        var page = section(id);
        send(page, officer, "body", "The original", "version", "0");
        send(page, people.director("Bolton"), "body", "What they wrote", "version", "1");
        send(page, officer, "body", "What I wrote", "version", "1")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("What I wrote")))
                .andExpect(content().string(containsString("What they wrote")))
                .andExpect(content().string(containsString("The original")));
        send(page, officer, "body", "Both", "version", "2").andExpect(status().is3xxRedirection());
        for (int again = 0; again < 10; again++) {
            send(page, officer, "body", "Both", "version", "2").andExpect(status().is3xxRedirection());
        }
        assertThat(jdbc.sql("select count(*) from self_evaluation_revision")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRENGTH", "AREA_FOR_DEVELOPMENT"})
    void namesRewordsAndRemovesAPoint(String kind) throws Exception {
        var id = evaluations.draft("Bolton");
        var page = section(id);
        open(page + "/points/new?kind=" + kind, officer).andExpect(status().isOk());
        open(page + "/points/new?kind=NONSENSE", officer).andExpect(status().isNotFound());
        var point = Uuid7.next().toString();
        send(page + "/points", officer, "id", point, "kind", kind, "text", " ")
                .andExpect(status().isUnprocessableContent());
        send(page + "/points", officer, "id", point, "kind", kind, "text", "y".repeat(100_000))
                .andExpect(status().isUnprocessableContent());
        send(page + "/points", officer, "id", "not-an-id", "kind", kind, "text", "text")
                .andExpect(status().isNotFound());
        for (int again = 0; again < 10; again++) {
            send(page + "/points", officer, "id", point, "kind", kind, "text", HARD)
                    .andExpect(redirectedUrl(page + "#points"));
        }
        open(page, officer).andExpect(content().string(containsString("Change or remove")));
        open(page + "/points/" + point, officer).andExpect(status().isOk());
        open(page + "/points/" + UUID.randomUUID(), officer).andExpect(status().isNotFound());
        send(page + "/points", officer, "id", point, "kind", kind, "text", "Reworded", "version", "0")
                .andExpect(status().is3xxRedirection());
        send(page + "/points", officer, "id", point, "kind", kind, "text", "Stale", "version", "0")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Reworded")));
        send(page + "/points/" + point + "/remove", officer).andExpect(status().is3xxRedirection());
        send(page + "/points/" + point + "/remove", officer).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select count(*) from self_evaluation_point")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesEvidenceWithAFileWhoseContentWasLookedAt() throws Exception {
        var id = evaluations.draft("Bolton");
        var page = section(id);
        open(page + "/evidence/new", officer).andExpect(status().isOk());
        var pdf = new MockMultipartFile(
                "file", "audit\".pdf", "text/html", "%PDF-1.7 example".getBytes(StandardCharsets.US_ASCII));
        var fake = new MockMultipartFile(
                "file", "audit.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.US_ASCII));
        mvc.perform(multipart(page + "/evidence")
                        .file(fake)
                        .with(people.signedInAs(officer))
                        .param("id", Uuid7.next().toString())
                        .param("kind", "DOCUMENT")
                        .param("reference", "An audit"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must be a PDF")));
        send(page + "/evidence", officer, "id", Uuid7.next().toString()).andExpect(status().isUnprocessableContent());
        send(
                        page + "/evidence",
                        officer,
                        "id",
                        Uuid7.next().toString(),
                        "kind",
                        "AUDIT",
                        "reference",
                        "r",
                        "dated.day",
                        "31",
                        "dated.month",
                        "2",
                        "dated.year",
                        "2026")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must be a real date")));
        var piece = Uuid7.next().toString();
        for (int again = 0; again < 3; again++) {
            mvc.perform(multipart(page + "/evidence")
                            .file(pdf)
                            .with(people.signedInAs(officer))
                            .param("id", piece)
                            .param("kind", "DOCUMENT")
                            .param("reference", HARD)
                            .param("note", "What it shows"))
                    .andExpect(redirectedUrl(page + "#evidence"));
        }
        var document = jdbc.sql("select id from self_evaluation_document")
                .query(UUID.class)
                .single();
        open("/self-evaluations/documents/" + document, officer)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        open("/self-evaluations/documents/" + document, people.regionalManager())
                .andExpect(status().isNotFound());
        open("/self-evaluations/documents/" + document, people.officer("Bury")).andExpect(status().isNotFound());
        open(page + "/evidence/" + piece + "/remove", officer).andExpect(status().isOk());
        send(page + "/evidence/" + piece + "/remove", officer).andExpect(status().is3xxRedirection());
    }

    @Test
    void recordsASignatureOnPaperWithItsScan() throws Exception {
        var id = evaluations.inReview("Bolton");
        var page = address(id) + "/paper/0";
        open(page, officer).andExpect(status().isOk());
        open(address(id) + "/paper/9", officer).andExpect(status().isNotFound());
        send(page, officer).andExpect(status().isUnprocessableContent());
        send(page, officer, "name", "A Director", "signedOn.day", "1", "signedOn.month", "1", "signedOn.year", "2030")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("today or in the past")));
        var scan = new MockMultipartFile(
                "scan", "signed.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        mvc.perform(multipart(page)
                        .file(scan)
                        .with(people.signedInAs(officer))
                        .param("name", "A Director")
                        .param("signedOn.day", "20")
                        .param("signedOn.month", "11")
                        .param("signedOn.year", "2026"))
                .andExpect(redirectedUrl(address(id)));
        open(address(id), officer)
                .andExpect(content().string(containsString("A Director on 20 November 2026, on paper, recorded by")));
    }

    @Test
    void showsTheRegionEveryAuthoritysStateAndNothingItWrites() throws Exception {
        var id = evaluations.draft("Bolton");
        evaluations.write(id, "Bolton", sections(id).getFirst().code(), "Nobody else reads this");
        evaluations.submitted("Bury");
        open("/self-evaluations", people.regionalManager())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 of 24 authorities have submitted")))
                .andExpect(content().string(containsString("eing written")))
                .andExpect(content().string(not(containsString("Nobody else reads this"))));
        open("/self-evaluations?state=submitted", people.regionalManager()).andExpect(status().isOk());
        open("/self-evaluations?state=%00nonsense&before=never", people.regionalManager())
                .andExpect(status().isOk());
    }

    @Test
    void answersNotFoundForIdsThatAreNone() throws Exception {
        open("/self-evaluations/not-an-id", officer).andExpect(status().isNotFound());
        open("/self-evaluations/" + UUID.randomUUID(), officer).andExpect(status().isNotFound());
        open("/self-evaluations/documents/" + UUID.randomUUID(), officer).andExpect(status().isNotFound());
        open(address(evaluations.draft("Bolton")) + "/sections/nowhere", officer)
                .andExpect(status().isNotFound());
    }

    @Test
    void keepsToItsStatementsHoweverMuchThereIs() throws Exception {
        var id = evaluations.draft("Bolton");
        int recordAtFirst = count(address(id));
        int sectionAtFirst = count(section(id));
        int listAtFirst = count("/self-evaluations");
        jdbc.sql("""
            insert into self_evaluation_point (id, version, section_id, authority_id, kind, text, origin_id, created_at)
            select gen_random_uuid(), 0, s.id, s.authority_id, 'STRENGTH', 'Example strength', gen_random_uuid(), now()
            from self_evaluation_section s, generate_series(1, 1000) where s.evaluation_id = :id and s.position = 0
            """).param("id", id.value()).update();
        jdbc.sql("""
            insert into self_evaluation (id, version, authority_id, cycle_id, year, template_version, number, state,
                                         started_at, started_by)
            select gen_random_uuid(), 0, authority_id, cycle_id, year, template_version, n, 'DRAFT', now(), 'x'
            from self_evaluation, generate_series(2, 1001) n where id = :id
            """).param("id", id.value()).update();
        assertThat(count(address(id))).isEqualTo(recordAtFirst).isLessThanOrEqualTo(12);
        assertThat(count(section(id))).isEqualTo(sectionAtFirst).isLessThanOrEqualTo(11);
        assertThat(count("/self-evaluations")).isEqualTo(listAtFirst).isLessThanOrEqualTo(9);
    }

    /** The fewest of three: the outbox may look for mail to send in between. */
    private int count(String address) throws Exception {
        return count(address, officer);
    }

    private int count(String address, Viewer viewer) throws Exception {
        int fewest = Integer.MAX_VALUE;
        for (int again = 0; again < 3; again++) {
            fewest = Math.min(
                    fewest,
                    statements
                            .during(() -> open(address, viewer).andExpect(status().isOk()))
                            .size());
        }
        return fewest;
    }
}
