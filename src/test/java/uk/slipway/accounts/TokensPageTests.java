package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;

/** A person makes a token on their account page, a program acts with it, and it ends. */
@PageTest
class TokensPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Viewer lead;

    @BeforeEach
    void aDataLead() {
        lead = people.dataLead();
    }

    @Test
    void aTokenIsShownOnceAndKeptOnlyAsAHash() throws Exception {
        var token = make(Uuid7.next());
        assertThat(token).startsWith("slipway_").hasSizeGreaterThan(45);
        page().andExpect(content().string(containsString("the morning import")))
                .andExpect(content().string(containsString("Never")))
                .andExpect(content().string(not(containsString(token))));
        assertThat(jdbc.sql("select encode(token_hash, 'escape') || name from personal_token")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(jdbc.sql("select what from audit_entry where record_kind = 'account' and record_id = :id")
                        .param("id", lead.account().value())
                        .query(String.class)
                        .list())
                .contains("made the token the morning import, good for 90 days");
    }

    @Test
    void theSameFormSentTwiceMakesOneToken() throws Exception {
        var id = Uuid7.next();
        make(id);
        send(id, "the morning import", "90").andExpect(flash().attributeExists("notice"));
        assertThat(jdbc.sql("select count(*) from personal_token")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aTokenThatIsEndedOrOverOrMistypedIsRefused() throws Exception {
        var id = Uuid7.next();
        var token = make(id);
        write(token).andExpect(status().isUnprocessableContent());
        page().andExpect(content().string(not(containsString("Never"))));
        write(token + "x").andExpect(status().isUnauthorized());
        browser.perform(get("/api/v1/indicators").header("Authorization", "Basic abc"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Bearer")))
                .andExpect(jsonPath("$.detail", containsString("account page")));
        clock.advance(Duration.ofDays(91));
        write(token).andExpect(status().isUnauthorized());
        page().andExpect(content().string(containsString("No longer works")));
        var second = Uuid7.next();
        var other = make(second);
        as(lead, post("/account/tokens/" + second + "/end")).andExpect(redirectedUrl("/account"));
        as(lead, post("/account/tokens/" + second + "/end")).andExpect(redirectedUrl("/account"));
        write(other).andExpect(status().isUnauthorized());
    }

    @Test
    void aTokenStopsWorkingWithTheRoleItWasMadeIn() throws Exception {
        var token = make(Uuid7.next());
        jdbc.sql("update role_held set ends_on = date '2026-11-22' where account_id = :id")
                .param("id", lead.account().value())
                .update();
        write(token).andExpect(status().isUnauthorized());
    }

    @Test
    void nobodyEndsAnothersToken() throws Exception {
        var id = Uuid7.next();
        make(id);
        as(people.regionalManager(), post("/account/tokens/" + id + "/end")).andExpect(status().isNotFound());
    }

    @Test
    void whoeverCouldDoNothingWithATokenIsOfferedNone() throws Exception {
        as(people.officer("Bolton"), get("/account"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Make a token"))));
        as(people.officer("Bolton"), post("/account/tokens").param("name", "x").param("days", "7"))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() throws Exception {
        for (var wrong : List.of(List.of("", "90"), List.of("x".repeat(101), "90"), List.of("kept words", "4000"))) {
            send(Uuid7.next(), wrong.getFirst(), wrong.getLast())
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(wrong.getFirst())));
        }
    }

    @Test
    void aCookieAloneWritesNothing() throws Exception {
        browser.perform(put("/api/v1/indicators/example")
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"));
    }

    private String make(UUID id) throws Exception {
        var token = send(id, "the morning import", "90")
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getFlashMap()
                .get("token");
        return String.valueOf(token);
    }

    private ResultActions send(UUID id, String name, String days) throws Exception {
        return as(
                lead,
                post("/account/tokens")
                        .param("id", id.toString())
                        .param("name", name)
                        .param("days", days));
    }

    private ResultActions page() throws Exception {
        return as(lead, get("/account")).andExpect(status().isOk());
    }

    private ResultActions write(String token) throws Exception {
        return browser.perform(put("/api/v1/indicators/example")
                .contentType("application/json")
                .content("{}")
                .header("Authorization", "Bearer " + token));
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
