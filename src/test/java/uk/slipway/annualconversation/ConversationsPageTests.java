package uk.slipway.annualconversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.headlines.HeadlineFixtures;
import uk.slipway.headlines.HeadlineKind;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;

@PageTest
class ConversationsPageTests {

    private static final String WORDS = "Example strength: early help arrives early";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountsFixtures people;

    @Autowired
    HeadlineFixtures headlines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    @Test
    void theRegionSeesTheDateAndHeldAndNothingElse() throws Exception {
        var id = planned();
        var page = "/conversations/" + id;
        as(people.officer("Bolton"), get(page)).andExpect(content().string(containsString(WORDS)));
        as(people.ofsted("Bolton"), get(page)).andExpect(content().string(containsString(WORDS)));
        for (var viewer : new Viewer[] {people.regionalManager(), people.dataLead()}) {
            assertThat(body(as(viewer, get(page))))
                    .contains("Wednesday 10 February 2027")
                    .contains("Planned")
                    .doesNotContain("Example place")
                    .doesNotContain("Next steps");
            as(viewer, get(page + "/notes")).andExpect(status().isForbidden());
        }
        for (var viewer : new Viewer[] {people.director("Wigan"), people.director("Bury"), people.ofsted("Bury")}) {
            as(viewer, get(page)).andExpect(status().isNotFound());
        }
        as(people.reader(), get(page)).andExpect(status().isForbidden());
        as(people.administrator(), get(page)).andExpect(status().isForbidden());
        as(people.accountManager("Bolton"), get(page)).andExpect(status().isForbidden());
    }

    @Test
    void eachSidesNotesAreItsOwn() throws Exception {
        var page = "/conversations/" + planned() + "/notes";
        as(people.officer("Bolton"), post(page).param("version", "-1").param("notes", "Ours alone"))
                .andExpect(redirectedUrl(page));
        as(people.ofsted("Bolton"), post(page).param("version", "-1").param("notes", "Theirs alone"))
                .andExpect(redirectedUrl(page));
        assertThat(body(as(people.director("Bolton"), get(page))))
                .contains("Ours alone")
                .doesNotContain("Theirs alone");
        assertThat(body(as(people.ofsted("Bolton"), get(page))))
                .contains("Theirs alone")
                .doesNotContain("Ours alone");
        assertThat(body(as(people.ofsted("Bolton"), get(page.replace("/notes", "")))))
                .doesNotContain("Ours alone");
        as(people.ofsted("Bury"), get(page)).andExpect(status().isNotFound());
        as(people.director("Bolton"), post(page).param("version", "-1").param("notes", "Another"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Another")));
        as(people.director("Bolton"), post(page).param("version", "0").param("notes", "x".repeat(100_000)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aNextStepIsACommitmentWhenBothAgreeAndTheConversationClosesTheYear() throws Exception {
        var id = planned();
        var page = "/conversations/" + id;
        var director = people.director("Bolton");
        var inspector = people.ofsted("Bolton");
        clock.moveTo(LocalDate.of(2027, 2, 10));
        for (int time = 0; time < 10; time++) {
            as(
                            director,
                            post(page + "/hold")
                                    .param("on.day", "10")
                                    .param("on.month", "2")
                                    .param("on.year", "2027")
                                    .param("attendees", "A. Person"))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(jdbc.sql("select state from forum").query(String.class).single())
                .isEqualTo("CONVERSATION_HELD");
        var step = Uuid7.next();
        for (int time = 0; time < 10; time++) {
            as(
                            people.officer("Bolton"),
                            post(page + "/next-steps")
                                    .param("id", step.toString())
                                    .param("text", "Example step")
                                    .param("owner", "Head of service"))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(count("next_step")).isEqualTo(1);
        as(
                        people.officer("Bolton"),
                        post(page + "/next-steps/" + step + "/agree").param("version", "0"))
                .andExpect(status().isForbidden());
        as(director, post(page + "/close")).andExpect(redirectedUrl(page));
        assertThat(count("annual_conversation where state = 'HELD'")).isEqualTo(1);
        as(director, post(page + "/next-steps/" + step + "/agree").param("version", "0"))
                .andExpect(redirectedUrl(page));
        assertThat(count("commitment")).isZero();
        as(inspector, post(page + "/next-steps/" + step + "/agree").param("version", "0"))
                .andExpect(status().isConflict());
        for (int time = 0; time < 10; time++) {
            as(inspector, post(page + "/next-steps/" + step + "/agree").param("version", "1"))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(count("commitment")).isEqualTo(1);

        assertThat(body(as(people.regionalManager(), get(page))))
                .contains("Held")
                .doesNotContain("Example step");
        var preview = body(as(director, get(page + "/share")));
        var receipt = Uuid7.next();
        as(director, post(page + "/share").param("receipt", receipt.toString()))
                .andExpect(redirectedUrl("/headlines/shares/" + receipt));
        as(director, get("/headlines/shares/" + receipt)).andExpect(status().isOk());
        var region = body(as(people.regionalManager(), get(page)));
        assertThat(shown(region)).isEqualTo(shown(preview)).contains("Example step");

        as(director, post(page + "/close")).andExpect(redirectedUrl(page));
        assertThat(jdbc.sql("select state from forum").query(String.class).single())
                .isEqualTo("CLOSED");
    }

    @Test
    void aDateThatIsNotAfterTheForumIsWarnedOf() throws Exception {
        headlines.forum("Bolton");
        var id = Uuid7.next();
        as(people.director("Bolton"), plan(id, "20", "1", "2027")).andExpect(redirectedUrl("/conversations/" + id));
        as(people.director("Bolton"), get("/conversations/" + id))
                .andExpect(content().string(containsString("not after the forum")));
    }

    @Test
    void whatCannotBeIsShownAgainAsTyped() throws Exception {
        headlines.forum("Bolton");
        var director = people.director("Bolton");
        as(director, plan(Uuid7.next(), "31", "2", "2027"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must be a real date")));
        as(director, plan(Uuid7.next(), "10", "2", "2027").param("time", "25:99"))
                .andExpect(status().isUnprocessableContent());
        as(director, plan(Uuid7.next(), "10", "2", "2027").param("attendees", "x".repeat(100_000)))
                .andExpect(status().isUnprocessableContent());
        as(director, post("/conversations/new")).andExpect(status().isUnprocessableContent());
        as(people.ofsted("Bury"), plan(Uuid7.next(), "10", "2", "2027")).andExpect(status().isNotFound());
        var id = Uuid7.next();
        for (int time = 0; time < 10; time++) {
            as(director, plan(id, "10", "2", "2027")).andExpect(redirectedUrl("/conversations/" + id));
        }
        assertThat(count("annual_conversation")).isEqualTo(1);
        as(director, plan(Uuid7.next(), "11", "2", "2027")).andExpect(status().isUnprocessableContent());
        var page = "/conversations/" + id;
        as(
                        director,
                        post(page + "/hold")
                                .param("on.day", "10")
                                .param("on.month", "2")
                                .param("on.year", "2027"))
                .andExpect(status().isUnprocessableContent());
        as(director, post(page + "/postpone")).andExpect(status().isUnprocessableContent());
        as(director, post(page + "/cancel")).andExpect(status().isUnprocessableContent());
        as(director, post(page + "/next-steps")).andExpect(status().isUnprocessableContent());
        for (var act : new String[] {"", "/drop"}) {
            as(director, post(page + "/next-steps/" + UUID.randomUUID() + act)).andExpect(status().isNotFound());
        }
        as(director, post(page + "/share")).andExpect(status().isNotFound());
        as(director, post(page + "/next-steps/" + UUID.randomUUID() + "/agree").param("version", "0"))
                .andExpect(status().isNotFound());
        as(director, get("/conversations/not-a-uuid")).andExpect(status().isNotFound());
        as(director, get(page + "/arrangements")).andExpect(status().isOk());
        as(director, post(page + "/agenda").param("version", "99").param("added", "Kept words"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Kept words")));
        as(director, post(page + "/agenda").param("version", "0").param("added", "<script>\u0000 שלום 👩‍👧"))
                .andExpect(redirectedUrl(page));
        as(director, post(page + "/postpone").param("reason", "Illness")).andExpect(redirectedUrl(page));
        as(director, get(page)).andExpect(content().string(containsString("Illness")));
        as(people.regionalManager(), get("/conversations")).andExpect(content().string(containsString("Postponed")));
    }

    @Test
    void theListTakesTheSameStatementsWithOneRowAndWithAThousand() throws Exception {
        planned();
        var manager = people.regionalManager();
        int ofOne = statements.during(() -> as(manager, get("/conversations"))).size();
        jdbc.sql("""
            insert into annual_conversation (id, version, authority_id, cycle_id, year_starts_in, remit, date, state, planned_at)
            select gen_random_uuid(), 0, authority_id, cycle_id, year_starts_in, remit, date + n, 'CANCELLED', planned_at
            from annual_conversation, generate_series(1, 999) n
            """).update();
        jdbc.sql("""
            insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id, made_at,
                               made_by_name, words)
            select gen_random_uuid(), 0, 'conversation', c.id, c.authority_id, 'REGION', s.audience_id, s.made_at,
                   s.made_by_name, s.words
            from annual_conversation c, share s where s.audience = 'REGION' and s.record_kind = 'conversation'
            on conflict do nothing
            """).update();
        assertThat(statements.during(() -> as(manager, get("/conversations")))).hasSize(ofOne);
        as(manager, get("/conversations")).andExpect(content().string(containsString("Earlier conversations")));
        as(manager, get("/conversations").param("after", "2027-99-99_x")).andExpect(status().isOk());
    }

    private UUID planned() throws Exception {
        var forum = headlines.forum("Bolton");
        headlines.shared("Bolton", forum, headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS));
        var id = Uuid7.next();
        as(people.ofsted("Bolton"), plan(id, "10", "2", "2027").param("place", "Example place"))
                .andExpect(redirectedUrl("/conversations/" + id));
        return id;
    }

    private static MockHttpServletRequestBuilder plan(UUID id, String day, String month, String year) {
        return post("/conversations/new")
                .param("id", id.toString())
                .param("authority", "E08000001")
                .param("remit", "SOCIAL_CARE")
                .param("date.day", day)
                .param("date.month", month)
                .param("date.year", year);
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(people.signedInAs(viewer)));
    }

    private static String body(ResultActions actions) throws Exception {
        return actions.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String shown(String page) {
        int start = page.indexOf("id=\"shown\"");
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</div>", start));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
