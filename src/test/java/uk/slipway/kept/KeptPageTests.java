package uk.slipway.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;

@PageTest
class KeptPageTests {

    private static final String PASSWORD = "seven green bottles";
    private static final Pattern KEY = Pattern.compile("name=\"_keep\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DiscardKept discardKept;

    private Viewer officer;

    @BeforeEach
    void somebodyWorks() {
        officer = people.officer("Bolton");
        // Who holds two roles is offered a form on a page of their own: the one whose key these tests take.
        people.also(officer, Role.ACCOUNT_MANAGER, officer.organisation());
        people.hasPassword(officer, PASSWORD);
    }

    @Test
    void whatWasTypedComesBackToItsAccountAfterSignIn() throws Exception {
        var text = "Example strength: <b>early help</b>\n" + "x".repeat(100_000);
        lose(keyInAForm(), "areasForDevelopment", text);
        assertThat(jdbc.sql("select typed from kept_submission")
                        .query(byte[].class)
                        .single())
                .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Example strength"));

        var session = signIn("officer@bolton.example", true);
        browser.perform(get(address()).cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Areas for development")))
                .andExpect(content().string(containsString("&lt;b&gt;early help&lt;/b&gt;")))
                .andExpect(content().string(containsString("x".repeat(100_000))))
                .andExpect(content().string(containsString("action=\"/acting-as?from=here\"")));
    }

    @Test
    void nobodyElseIsShownIt() throws Exception {
        lose(keyInAForm(), "text", "Example strength: early help");
        var director = people.director("Bolton");
        people.hasPassword(director, PASSWORD);
        var session = signIn("director@bolton.example", false);
        browser.perform(get(address()).cookie(session)).andExpect(status().isNotFound());
        browser.perform(post(address() + "/discard").cookie(session).with(csrf()));
        assertThat(kept()).isOne();
        browser.perform(get("/kept/not-an-id").cookie(session)).andExpect(status().isNotFound());
    }

    @Test
    void nothingIsExecutedAndNothingIsKeptWithoutAKeyThatFits() throws Exception {
        var key = keyInAForm();
        for (var forged : new String[] {"", "nonsense", key.substring(1) + "A", "A".repeat(75), "x".repeat(100_000)}) {
            browser.perform(post("/acting-as").param("_keep", forged).param("text", "typed"))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl("/sign-in?again"));
        }
        assertThat(kept()).isZero();
        clock.advance(Duration.ofDays(8));
        browser.perform(post("/acting-as").param("_keep", key).param("text", "typed"))
                .andExpect(redirectedUrl("/sign-in?again"));
        assertThat(kept()).isZero();
    }

    @Test
    void aFormOfAnOlderSessionIsShownAtOnceToWhoHasSignedInAgain() throws Exception {
        var key = keyInAForm();
        jdbc.sql("delete from spring_session").update();
        var again = signIn("officer@bolton.example", false);
        browser.perform(post("/acting-as")
                        .cookie(again)
                        .param("_csrf", "of another session")
                        .param("_keep", key)
                        .param("text", "typed"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address()));
    }

    @Test
    void itIsGoneAfterADay() throws Exception {
        lose(keyInAForm(), "text", "typed");
        var address = address();
        clock.advance(Duration.ofHours(24));
        browser.perform(get(address).with(people.signedInAs(officer))).andExpect(status().isNotFound());
        assertThat(discardKept.discardExpired()).isOne();
        assertThat(kept()).isZero();
    }

    @Test
    void itIsGoneWhenItsOwnerSaysSo() throws Exception {
        lose(keyInAForm(), "text", "typed");
        browser.perform(post(address() + "/discard").with(people.signedInAs(officer)))
                .andExpect(redirectedUrl("/"));
        assertThat(kept()).isZero();
    }

    @Test
    void itIsGoneWhenItHasBeenSentAndAccepted() throws Exception {
        lose(keyInAForm(), "text", "typed");
        var kept = jdbc.sql("select id::text from kept_submission")
                .query(String.class)
                .single();
        browser.perform(post("/acting-as")
                        .with(people.signedInAs(officer))
                        .param("_kept", kept)
                        .param("capacity", "nonsense"))
                .andExpect(status().isUnprocessableContent());
        assertThat(kept()).isOne();
        var capacity = jdbc.sql("select id::text from role_held where role = 'LA_OFFICER'")
                .query(String.class)
                .single();
        browser.perform(post("/acting-as")
                        .with(people.signedInAs(officer))
                        .param("_kept", kept)
                        .param("capacity", capacity))
                .andExpect(redirectedUrl("/"));
        assertThat(kept()).isZero();
    }

    @Test
    void passwordsAreNotKeptAndOneAccountKeepsTwenty() throws Exception {
        var key = keyInAForm();
        for (int form = 0; form < 22; form++) {
            browser.perform(post("/acting-as")
                    .param("_keep", key)
                    .param("newPassword", "seven green bottles")
                    .param("text", "typed " + form));
        }
        assertThat(kept()).isEqualTo(20);
        browser.perform(get(address()).with(people.signedInAs(officer)))
                .andExpect(content().string(containsString("typed 21")))
                .andExpect(content().string(not(containsString("seven green bottles"))))
                .andExpect(content().string(containsString("Also kept for you")));
    }

    private void lose(String key, String name, String text) throws Exception {
        jdbc.sql("delete from spring_session").update();
        browser.perform(post("/acting-as?from=here")
                        .param("_keep", key)
                        .param("_csrf", "of the session that was")
                        .param(name, text))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/sign-in?kept"));
    }

    private String keyInAForm() throws Exception {
        var page = browser.perform(get("/acting-as").with(people.signedInAs(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private Cookie signIn(String email, boolean isShownWhatWasKept) throws Exception {
        // The officer of these tests holds two roles, and chooses one first.
        var home = email.equals("officer@bolton.example") ? "/acting-as" : "/";
        var answer = browser.perform(
                        post("/sign-in").with(csrf()).param("email", email).param("password", PASSWORD))
                .andExpect(redirectedUrl(isShownWhatWasKept ? address() : home))
                .andReturn();
        return Objects.requireNonNull(answer.getResponse().getCookie("slipway"));
    }

    private String address() {
        return "/kept/"
                + jdbc.sql("select id::text from kept_submission order by kept_at desc, id desc limit 1")
                        .query(String.class)
                        .single();
    }

    private long kept() {
        return jdbc.sql("select count(*) from kept_submission")
                .query(Long.class)
                .single();
    }
}
