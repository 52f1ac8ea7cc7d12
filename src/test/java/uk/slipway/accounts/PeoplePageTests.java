package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;

@PageTest
class PeoplePageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Test
    void anAccountManagerInvitesAJoinerOnceHoweverOftenTheFormIsSent() throws Exception {
        var manager = people.accountManager("Bolton");
        browser.perform(get("/accounts/new").with(people.signedInAs(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Ofsted colleague"))));
        for (int time = 0; time < 10; time++) {
            browser.perform(joiner("Mary Walker", "mary@bolton.example", "LA_OFFICER")
                            .with(people.signedInAs(manager)))
                    .andExpect(status().isFound());
        }
        assertThat(jdbc.sql("select count(*) from outbox_message")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from role_held h join account a on a.id = h.account_id"
                                + " where a.email = 'mary@bolton.example'")
                        .query(Long.class)
                        .single())
                .isOne();
        browser.perform(get("/accounts").with(people.signedInAs(manager)))
                .andExpect(content().string(containsString("Mary Walker")))
                .andExpect(content().string(containsString("Local authority officer, Bolton")));
    }

    @Test
    void theAccountsOfOtherAuthoritiesAreNoPages() throws Exception {
        var manager = people.accountManager("Bolton");
        var stranger = people.officer("Bury");
        var role = roleOf(stranger);
        var address = "/accounts/" + stranger.account().value();
        for (var page : new String[] {
            address,
            address + "/role",
            address + "/appointment",
            "/accounts/roles/" + role + "/end",
            "/accounts/nonsense",
            "/accounts/" + UUID.randomUUID()
        }) {
            browser.perform(get(page).with(people.signedInAs(manager))).andExpect(status().isNotFound());
        }
        browser.perform(post("/accounts/roles/" + role + "/end")
                        .with(people.signedInAs(manager))
                        .param("when", "now"))
                .andExpect(status().isNotFound());
        browser.perform(post(address + "/invitation").with(people.signedInAs(manager)))
                .andExpect(status().isNotFound());
        browser.perform(get("/accounts").with(people.signedInAs(manager)))
                .andExpect(content().string(not(containsString("officer@bury.example"))));
        browser.perform(get("/accounts").with(people.signedInAs(stranger))).andExpect(status().isForbidden());
    }

    @Test
    void aLeaverLosesTheirRoleAtOnce() throws Exception {
        var manager = people.accountManager("Bolton");
        var officer = people.officer("Bolton");
        var end = "/accounts/roles/" + roleOf(officer) + "/end";
        browser.perform(get(end).with(people.signedInAs(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("When does it end?")));
        browser.perform(post(end).with(people.signedInAs(manager))).andExpect(status().isUnprocessableContent());
        browser.perform(post(end)
                        .with(people.signedInAs(manager))
                        .param("when", "day")
                        .param("lastDay.day", "31")
                        .param("lastDay.month", "2")
                        .param("lastDay.year", "2027"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must be a real date")));
        browser.perform(post(end).with(people.signedInAs(manager)).param("when", "now"))
                .andExpect(redirectedUrl("/accounts/" + officer.account().value()));
        assertThat(viewers.capacitiesOf(officer.account())).isEmpty();
        browser.perform(get("/accounts/" + officer.account().value()).with(people.signedInAs(manager)))
                .andExpect(content().string(containsString("ended the role Local authority officer, Bolton")));
    }

    @Test
    void anAccountManagerAppointsAnActingDirectorOfTheirOwn() throws Exception {
        var manager = people.accountManager("Bolton");
        var officer = people.officer("Bolton");
        var form = post("/accounts/" + officer.account().value() + "/appointment")
                .param("role", "ACTING_DIRECTOR")
                .param("from.day", "23")
                .param("from.month", "11")
                .param("from.year", "2026");
        browser.perform(form.with(people.signedInAs(manager))).andExpect(status().isFound());
        assertThat(viewers.capacitiesOf(officer.account()))
                .extracting(capacity -> capacity.viewer().actingAs())
                .contains("Acting Director of Children's Services, Bolton");
    }

    @Test
    void anAdministratorAssignsOfstedsColleagues() throws Exception {
        var administrator = people.administrator();
        var inspector = people.ofsted("Bolton");
        browser.perform(post("/accounts/" + inspector.account().value() + "/appointment")
                        .with(people.signedInAs(administrator))
                        .param("role", "OFSTED_LINK")
                        .param("organisation", people.authority("Wigan").value().toString())
                        .param("from.day", "1")
                        .param("from.month", "dec")
                        .param("from.year", "2026"))
                .andExpect(status().isFound());
        browser.perform(get("/accounts/" + inspector.account().value()).with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("Ofsted link, Wigan")));
    }

    @Test
    void nobodyEndsTheirOwnLastRoleAsAdministrator() throws Exception {
        var administrator = people.administrator();
        var end = "/accounts/roles/" + roleOf(administrator) + "/end";
        browser.perform(get(end).with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("your own last role as administrator")));
        browser.perform(post(end).with(people.signedInAs(administrator)).param("when", "now"))
                .andExpect(status().isUnprocessableContent());
        assertThat(viewers.capacitiesOf(administrator.account())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u0000 ", "<script>alert(1)</script>", "\u202eabc", "😀"})
    void badInputIsAnsweredOnThePage(String typed) throws Exception {
        var manager = people.accountManager("Bolton");
        browser.perform(joiner(typed, typed, typed).with(people.signedInAs(manager)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>alert"))));
        browser.perform(joiner("x".repeat(100_000), "y".repeat(100_000), "DIRECTOR")
                        .with(people.signedInAs(manager)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("100 characters or fewer")));
        browser.perform(joiner("Mary Walker", "mary@bolton.example", "ADMINISTRATOR")
                        .with(people.signedInAs(manager)))
                .andExpect(status().isUnprocessableContent());
        browser.perform(get("/accounts").param("search", typed).with(people.signedInAs(manager)))
                .andExpect(status().isOk());
    }

    @Test
    void theListTakesThreeStatementsHoweverManyPeopleThereAre() throws Exception {
        var manager = people.accountManager("Bolton");
        var withOne = statements.during(() -> browser.perform(get("/accounts").with(people.signedInAs(manager)))
                .andExpect(status().isOk()));
        jdbc.sql("insert into account (id, version, email, name, created_at) select gen_random_uuid(), 0,"
                        + " 'p' || n || '@bolton.example', 'Person ' || n, now() from generate_series(1, 1000) n")
                .update();
        jdbc.sql("insert into role_held (id, account_id, role, organisation_id, starts_on, given_by)"
                        + " select gen_random_uuid(), id, 'LA_OFFICER', :bolton, date '2020-01-01', 'test' from account"
                        + " where email like 'p%'")
                .param("bolton", manager.organisation().value())
                .update();
        var withThousand =
                statements.during(() -> browser.perform(get("/accounts").with(people.signedInAs(manager)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("Next people"))));
        assertThat(withThousand).hasSameSizeAs(withOne);
        var administrator = people.administrator();
        var filtered = statements.during(() -> browser.perform(get("/accounts")
                        .param("organisation", manager.organisation().value().toString())
                        .param("search", "person")
                        .with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("Next people"))));
        var nobody = statements.during(() -> browser.perform(get("/accounts")
                        .param("search", "nobody is called this")
                        .with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("Nobody is found"))));
        assertThat(filtered).hasSameSizeAs(nobody).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void everyPersonStandsOnOnePageOfTheListAndNoneOnTwo() throws Exception {
        var manager = people.accountManager("Bolton");
        jdbc.sql("insert into account (id, version, email, name, created_at) select gen_random_uuid(), 0,"
                        + " 'p' || n || '@bolton.example', 'Same Name', now() from generate_series(1, 120) n")
                .update();
        jdbc.sql("insert into role_held (id, account_id, role, organisation_id, starts_on, given_by)"
                        + " select gen_random_uuid(), id, 'LA_OFFICER', :bolton, date '2020-01-01', 'test' from account"
                        + " where email like 'p%'")
                .param("bolton", manager.organisation().value())
                .update();
        var seen = new ArrayList<String>();
        String address = "/accounts?search=same";
        while (address != null) {
            var page = browser.perform(get(URI.create(address)).with(people.signedInAs(manager)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Pattern.compile(">(p\\d+@bolton.example)<")
                    .matcher(page)
                    .results()
                    .forEach(match -> seen.add(match.group(1)));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void anAdministratorFindsPeopleByOrganisationAndName() throws Exception {
        people.officer("Bolton");
        people.director("Bolton");
        people.officer("Bury");
        var inspector = people.ofsted("Bolton");
        var administrator = people.administrator();
        var bolton = people.authority("Bolton").value().toString();
        browser.perform(get("/accounts").param("organisation", bolton).with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("officer@bolton.example")))
                .andExpect(content().string(containsString(inspector.name())))
                .andExpect(content().string(not(containsString("officer@bury.example"))));
        browser.perform(get("/accounts")
                        .param("organisation", bolton)
                        .param("search", "director")
                        .with(people.signedInAs(administrator)))
                .andExpect(content().string(containsString("director@bolton.example")))
                .andExpect(content().string(not(containsString("officer@bolton.example"))));
        browser.perform(get("/accounts").param("organisation", "nonsense").with(people.signedInAs(administrator)))
                .andExpect(status().isOk());
        var manager = people.accountManager("Bolton");
        browser.perform(get("/accounts")
                        .param("organisation", people.authority("Bury").value().toString())
                        .with(people.signedInAs(manager)))
                .andExpect(content().string(not(containsString("officer@bury.example"))));
    }

    @Test
    void statementsAreThereForEverybody() throws Exception {
        for (var page : new String[] {"/accessibility", "/privacy", "/cookies"}) {
            browser.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<h1")));
        }
    }

    private String roleOf(Viewer viewer) {
        return viewers.capacitiesOf(viewer.account()).getFirst().id().toString();
    }

    private static MockHttpServletRequestBuilder joiner(String name, String email, String role) {
        return post("/accounts")
                .param("name", name)
                .param("email", email)
                .param("role", role)
                .param("from.day", "23")
                .param("from.month", "11")
                .param("from.year", "2026");
    }
}
