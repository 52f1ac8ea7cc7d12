package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;

@PageTest
class SignInPageTests {

    private static final String PASSWORD = "seven green bottles";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EndRole endRole;

    @Autowired
    Viewers viewers;

    @Autowired
    TestClock clock;

    @Autowired
    SessionRepository<?> sessions;

    @Test
    void asksWhoSomebodyIsAndThenLeadsWhereTheyWantedToGo() throws Exception {
        officerWithPassword();
        var asked = browser.perform(get("/acting-as").accept("text/html"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/sign-in"))
                .andReturn();
        var session = Objects.requireNonNull(asked.getResponse().getCookie("slipway"));
        browser.perform(post("/sign-in")
                        .cookie(session)
                        .with(csrf())
                        .param("email", " Officer@Bolton.example")
                        .param("password", PASSWORD))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/acting-as"));
    }

    @Test
    void thePageIsSafeToShowToAnybody() throws Exception {
        browser.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Sign in – Slipway</title>")))
                .andExpect(content().string(containsString("autocomplete=\"current-password\"")))
                .andExpect(content().string(not(containsString("demonstration"))))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() throws Exception {
        officerWithPassword();
        var wrong = attempt("officer@bolton.example", "not this one, no").andReturn();
        var unknown = attempt("nobody@bolton.example", "not this one, no").andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        assertThat(unknown.getResponse().getStatus()).isEqualTo(422);
        assertThat(withoutToken(wrong.getResponse().getContentAsString()).replace("officer@", "nobody@"))
                .isEqualTo(withoutToken(unknown.getResponse().getContentAsString()));
        assertThat(wrong.getResponse().getContentAsString())
                .contains("The e-mail address or the password is not right", "officer@bolton.example")
                .doesNotContain("not this one");
    }

    @Test
    void aFailedSignInIsRecordedAndWhatWasTypedIsNot() throws Exception {
        officerWithPassword();
        attempt("officer@bolton.example", "not this one, no");
        attempt("my secret password", "not this one, no");
        assertThat(jdbc.sql("select what from audit_entry where actor_name = 'Somebody' order by at, id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "failed to sign in", "failed to sign in with an address that has no account");
    }

    @Test
    void guessingIsSlowedDownWhetherTheAddressExistsOrNot() throws Exception {
        officerWithPassword();
        for (var address : new String[] {"officer@bolton.example", "nobody@bolton.example"}) {
            for (int guess = 0; guess < Guesses.FOR_ONE_ADDRESS; guess++) {
                attempt(address, "wrong guess " + guess).andExpect(status().isUnprocessableContent());
            }
            attempt(address, PASSWORD)
                    .andExpect(status().isTooManyRequests())
                    .andExpect(content().string(containsString("Wait 15 minutes")));
        }
        clock.advance(Duration.ofMinutes(16));
        attempt("officer@bolton.example", PASSWORD).andExpect(status().isFound());
    }

    @Test
    void theDemonstrationsPasswordIsWorthNothingElsewhere() throws Exception {
        var officer = people.officer("Bolton");
        people.hasPassword(officer, "demonstration");
        attempt("officer@bolton.example", "demonstration").andExpect(status().isUnprocessableContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "<script>alert(1)</script>", "\u202e\u05d0", "😀", "' or 1=1 --"})
    void whateverIsTypedIsAnsweredOnThePage(String typed) throws Exception {
        attempt(typed, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("There is a problem")));
        attempt("x".repeat(100_000), "y".repeat(100_000)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void theSessionIsARowOfTheDatabaseWithASmallPrincipal() throws Exception {
        officerWithPassword();
        var cookie = signIn();
        assertThat(jdbc.sql("select max(length(attribute_bytes)) from spring_session_attributes")
                        .query(Integer.class)
                        .single())
                .isLessThan(2_000);
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(status().isOk());
        jdbc.sql("delete from spring_session").update();
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void twoRequestsOfASessionMayLeaveAMessageAtTheSameTime() {
        assertThat(lastOfTwoMessagesLeftAtOnce(sessions)).isEqualTo("Saved again");
    }

    private static <S extends Session> @Nullable String lastOfTwoMessagesLeftAtOnce(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        var first = Objects.requireNonNull(sessions.findById(session.getId()));
        var second = Objects.requireNonNull(sessions.findById(session.getId()));
        first.setAttribute("message", "Saved");
        second.setAttribute("message", "Saved again");
        sessions.save(first);
        sessions.save(second);
        return Objects.requireNonNull(sessions.findById(session.getId())).getAttribute("message");
    }

    @Test
    void aLeaversSessionEndsAtOnce() throws Exception {
        var officer = officerWithPassword();
        var cookie = signIn();
        endRole.endNow(new RoleHeldId(
                viewers.capacitiesOf(officer.account()).getFirst().id()));
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(redirectedUrl("/sign-in"));
        attempt("officer@bolton.example", PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You hold no role in Slipway today")));
    }

    @Test
    void aRoleThatRanOutOvernightEndsTheSessionOnTheNextPage() throws Exception {
        var officer = officerWithPassword();
        var cookie = signIn();
        endRole.endOn(
                new RoleHeldId(
                        viewers.capacitiesOf(officer.account()).getFirst().id()),
                java.time.LocalDate.of(2026, 11, 23));
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(status().isOk());
        clock.moveTo(java.time.LocalDate.of(2026, 11, 24));
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(redirectedUrl("/sign-in?left"));
    }

    @Test
    void whoHoldsOneRoleIsToldWhichInsteadOfChoosing() throws Exception {
        officerWithPassword();
        browser.perform(get("/acting-as").cookie(signIn()))
                .andExpect(content().string(containsString("You act in one role")))
                .andExpect(content().string(containsString("<strong>Local authority officer, Bolton</strong>")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("type=\"radio\""))));
    }

    @Test
    void whoHoldsTwoRolesChoosesAndTheHeaderSaysWhich() throws Exception {
        var officer = officerWithPassword();
        var leadMember = people.also(officer, Role.LEAD_MEMBER, officer.organisation());
        var answered = attempt("officer@bolton.example", PASSWORD)
                .andExpect(redirectedUrl("/acting-as"))
                .andReturn();
        var cookie = Objects.requireNonNull(answered.getResponse().getCookie("slipway"));
        var chosen = viewers.capacitiesOf(officer.account()).stream()
                .filter(capacity -> capacity.viewer().equals(leadMember))
                .findFirst()
                .orElseThrow();
        browser.perform(post("/acting-as").cookie(cookie).with(csrf()).param("capacity", "nonsense"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post("/acting-as")
                        .cookie(cookie)
                        .with(csrf())
                        .param("capacity", chosen.id().toString()))
                .andExpect(redirectedUrl("/"));
        browser.perform(get("/acting-as").cookie(cookie))
                .andExpect(
                        content().string(containsString("<span class=\"slipway-header__role\">Lead Member, Bolton")));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        officerWithPassword();
        var cookie = signIn();
        browser.perform(post("/sign-out").cookie(cookie).with(csrf())).andExpect(redirectedUrl("/sign-in?signed-out"));
        browser.perform(get("/acting-as").cookie(cookie)).andExpect(redirectedUrl("/sign-in"));
    }

    private Viewer officerWithPassword() {
        var officer = people.officer("Bolton");
        people.hasPassword(officer, PASSWORD);
        return officer;
    }

    private Cookie signIn() throws Exception {
        return Objects.requireNonNull(attempt("officer@bolton.example", PASSWORD)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getCookie("slipway"));
    }

    private ResultActions attempt(String email, String password) throws Exception {
        return browser.perform(
                post("/sign-in").with(csrf()).param("email", email).param("password", password));
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
