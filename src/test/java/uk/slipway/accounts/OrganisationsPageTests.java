package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;

@PageTest
class OrganisationsPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    /** Organisations are reference data to the other tests. */
    @AfterEach
    void takeAway() {
        jdbc.sql("delete from role_held where organisation_id in (select id from organisation where name like"
                        + " 'Example%')")
                .update();
        jdbc.sql("delete from organisation where name like 'Example%' and kind <> 'LOCAL_AUTHORITY'")
                .update();
    }

    @Test
    void theAdministratorAddsATrustOnceHoweverOftenTheFormIsSent() throws Exception {
        var id = Uuid7.next();
        for (int time = 0; time < 10; time++) {
            as(people.administrator(), trust(id, "Example Learning Trust")).andExpect(redirectedUrl("/organisations"));
        }
        assertThat(jdbc.sql("select count(*) from organisation where name = 'Example Learning Trust'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select what from audit_entry where record_kind = 'organisation'")
                        .query(String.class)
                        .single())
                .isEqualTo("added the organisation: Trust, Example Learning Trust");
        as(people.administrator(), get("/organisations"))
                .andExpect(content().string(containsString("Example Learning Trust")))
                .andExpect(content().string(containsString("added the organisation")))
                .andExpect(content().string(containsString("Diocese of Salford")))
                .andExpect(content().string(not(containsString(">Bolton<"))));
        as(people.administrator(), get("/accounts/new"))
                .andExpect(content().string(containsString("Example Learning Trust")));
    }

    @Test
    void oneNameIsOneOrganisation() throws Exception {
        as(people.administrator(), trust(Uuid7.next(), "Example Trust")).andExpect(redirectedUrl("/organisations"));
        as(people.administrator(), trust(Uuid7.next(), " example trust "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is an organisation with this name already")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u0000 ", "LONG"})
    void badInputIsAnsweredOnThePage(String typed) throws Exception {
        var name = typed.equals("LONG") ? "x".repeat(100_000) : typed;
        as(
                        people.administrator(),
                        trust(Uuid7.next(), name)
                                .param("starts.day", "31")
                                .param("starts.month", "2")
                                .param("starts.year", "2026"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must be a real date")));
    }

    @Test
    void noSecondOfstedAndNoAuthorityIsAdded() throws Exception {
        for (var kind : new String[] {"OFSTED", "REGIONAL_TEAM", "LOCAL_AUTHORITY", "nonsense", ""}) {
            as(
                            people.administrator(),
                            post("/organisations")
                                    .param("id", Uuid7.next().toString())
                                    .param("kind", kind)
                                    .param("name", "Example body"))
                    .andExpect(status().isUnprocessableContent());
        }
        as(people.administrator(), trust(Uuid7.next(), "Example body").param("region", "E99"))
                .andExpect(status().isUnprocessableContent());
    }

    /** Nobody types an id, so nobody can mend one: what was typed is kept instead. */
    @Test
    void anOrganisationWhoseIdWasLostOnTheWayIsAddedAllTheSame() throws Exception {
        as(people.administrator(), post("/organisations").param("kind", "TRUST").param("name", "Example body"))
                .andExpect(status().is3xxRedirection());
        as(people.administrator(), get("/organisations")).andExpect(content().string(containsString("Example body")));
    }

    @Test
    void filtersByNameAndKind() throws Exception {
        as(
                        people.administrator(),
                        get("/organisations").param("search", "salford").param("kind", "DIOCESE"))
                .andExpect(content().string(containsString("Diocese of Salford")))
                .andExpect(content().string(not(containsString("Diocese of Shrewsbury"))));
        as(people.administrator(), get("/organisations").param("search", "<script>"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No organisation is found")))
                .andExpect(content().string(not(containsString("<script>\""))));
        as(
                        people.administrator(),
                        get("/organisations").param("search", "salford").param("after", "nonsense"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Diocese of Salford")));
    }

    /** The budget: session and viewer, the list, its history. */
    @Test
    void theListTakesTheSameStatementsForFewAndForAThousand() throws Exception {
        var administrator = people.administrator();
        int few = statements
                .during(() -> as(administrator, get("/organisations")))
                .size();
        jdbc.sql("insert into organisation (id, kind, name) select gen_random_uuid(), 'TRUST', 'Example ' || n"
                        + " from generate_series(1, 1000) n")
                .update();
        var many = statements.during(() -> as(administrator, get("/organisations"))
                .andExpect(content().string(containsString("Next organisations"))));
        assertThat(many).hasSize(few).hasSizeLessThanOrEqualTo(8);
    }

    private static MockHttpServletRequestBuilder trust(UUID id, String name) {
        return post("/organisations")
                .param("id", id.toString())
                .param("kind", "TRUST")
                .param("name", name);
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(people.signedInAs(viewer)));
    }
}
