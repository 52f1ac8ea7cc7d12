package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;

@PageTest
class PasswordPageTests {

    private static final String PASSWORD = "seven green bottles";

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    SendInvitation sendInvitation;

    @Autowired
    InviteFirstAdministrator inviteFirstAdministrator;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock clock;

    @Test
    void anInvitationWorksOnceAndThenSaysSo() throws Exception {
        var officer = people.officer("Bolton");
        var link = path(sendInvitation.to(officer.account()));
        browser.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("officer@bolton.example")))
                .andExpect(content().string(containsString("autocomplete=\"new-password\"")))
                .andExpect(content().string(not(containsString("onpaste"))));
        browser.perform(post(link).with(csrf()).param("password", PASSWORD)).andExpect(redirectedUrl("/sign-in"));
        browser.perform(get(link)).andExpect(content().string(containsString("This link has been used")));
        browser.perform(post(link).with(csrf()).param("password", "another fine password"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", "officer@bolton.example")
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));
        assertThat(trail.of(Account.ref(officer.account())))
                .extracting(TrailEntry::what)
                .contains("sent an invitation", "chose a new password", "signed in");
        assertThat(jdbc.sql("select body from outbox_message")
                        .query(String.class)
                        .single())
                .contains(link, "within 7 days");
        assertThat(jdbc.sql("select count(*) from password_link where position(:token in encode(token_hash,"
                                + " 'escape')) > 0")
                        .param("token", link.substring(link.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anInvitationExpiresAndExplains() throws Exception {
        var link = path(sendInvitation.to(people.officer("Bolton").account()));
        clock.advance(Duration.ofDays(7));
        browser.perform(get(link)).andExpect(content().string(containsString("This invitation was good for 7 days")));
        browser.perform(post(link).with(csrf()).param("password", PASSWORD))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void anUnknownLinkIsNoPage() throws Exception {
        browser.perform(get("/invitations/nonsense")).andExpect(status().isNotFound());
        browser.perform(get("/password-reset/" + "x".repeat(5_000))).andExpect(status().isNotFound());
        var invitation = path(sendInvitation.to(people.officer("Bolton").account()));
        browser.perform(get(invitation.replace("/invitations/", "/password-reset/")))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "            ",
                "short",
                "aaaaaaaaaaaaaaaa",
                "Password2026!",
                "demonstration",
                "qwertyuiopasdf",
                "1234567890123",
                "slipway-slipway-1",
                "Bolton-Bolton-2026",
                "officer@bolton.example"
            })
    void aPasswordThatIsGuessedFirstIsRefused(String password) throws Exception {
        var link = path(sendInvitation.to(people.officer("Bolton").account()));
        browser.perform(post(link).with(csrf()).param("password", password))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is a problem")));
        browser.perform(post(link).with(csrf()).param("password", "x y z".repeat(20_000)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("200 characters or fewer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven green bottles", "прощай немытая", "correct😀horse😀battery", "aB3$kk91mmQz"})
    void aLongPasswordNeedsNoComposition(String password) throws Exception {
        var link = path(sendInvitation.to(people.officer("Bolton").account()));
        browser.perform(post(link).with(csrf()).param("password", password)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void askingForANewPasswordTellsNobodyWhoHasAnAccount() throws Exception {
        people.hasPassword(people.officer("Bolton"), PASSWORD);
        var known = ask("officer@bolton.example");
        var unknown = ask("nobody@bolton.example");
        assertThat(known).isEqualTo(unknown).contains("Look into your e-mail");
        assertThat(jdbc.sql("select recipient_email from outbox_message")
                        .query(String.class)
                        .list())
                .containsExactly("officer@bolton.example");
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
        var officer = people.officer("Bolton");
        people.hasPassword(officer, PASSWORD);
        browser.perform(post("/sign-in")
                .with(csrf())
                .param("email", "officer@bolton.example")
                .param("password", PASSWORD));
        assertThat(sessionsOf(officer)).isOne();
        ask("officer@bolton.example");
        var body =
                jdbc.sql("select body from outbox_message").query(String.class).single();
        var link = path(
                body.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow());
        browser.perform(post(link).with(csrf()).param("password", "a much newer password"))
                .andExpect(redirectedUrl("/sign-in"));
        assertThat(sessionsOf(officer)).isZero();
    }

    @Test
    void whatIsNoAddressIsSaidSo() throws Exception {
        for (var typed : new String[] {"", "bolton", "<script>@x", "a@b@c", "x".repeat(100_000) + "@bolton.example"}) {
            browser.perform(post("/password-reset").with(csrf()).param("email", typed))
                    .andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void theFirstAdministratorIsInvitedOnceOnly() throws Exception {
        var link = inviteFirstAdministrator.at(EmailAddress.required("root@slipway.example"));
        assertThat(link).isPresent();
        assertThat(inviteFirstAdministrator.at(EmailAddress.required("other@slipway.example")))
                .isEmpty();
        browser.perform(get(path(link.get()))).andExpect(status().isOk());
        assertThat(jdbc.sql("select what from audit_entry").query(String.class).list())
                .contains("sent an invitation", "opened the account");
    }

    private long sessionsOf(Viewer viewer) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :account")
                .param("account", viewer.account().value().toString())
                .query(Long.class)
                .single();
    }

    private String ask(String email) throws Exception {
        return browser.perform(post("/password-reset").with(csrf()).param("email", email))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }
}
