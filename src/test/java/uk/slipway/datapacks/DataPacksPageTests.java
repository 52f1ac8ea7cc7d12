package uk.slipway.datapacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.selfevaluation.SelfEvaluationFixtures;

@PageTest
class DataPacksPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer lead;
    private Viewer officer;

    @BeforeEach
    void aYearWithOneIndicator() {
        cycles.thisYear();
        jdbc.update("insert into dataset (id, version, slug, title, source, added_at, added_by) values"
                + " (gen_random_uuid(), 0, 'caseloads', 'Caseloads', 'DfE', now(), 'a test')");
        indicator("caseload", "Average caseload");
        lead = people.dataLead();
        officer = people.officer("Bolton");
    }

    private void indicator(String slug, String name) {
        jdbc.update(
                "insert into indicator (id, version, slug, name, description, unit, decimal_places, polarity,"
                    + " dataset_slug, figure, filter_names, filter_items, grouping, defined_at, defined_by) values"
                    + " (gen_random_uuid(), 0, ?, ?, 'What it is', 'NUMBER', 1, 'LOW', 'caseloads', 'caseload', '{}',"
                    + " '{}', 'Leaders and social work practice', now(), 'a test')",
                slug,
                name);
    }

    /** Nothing is published in these tests; what a figure was is put in as if it had been. */
    private UUID issued() throws Exception {
        var request = post("/packs/prepare")
                .param("due.day", "1")
                .param("due.month", "12")
                .param("due.year", "2026")
                .with(people.signedInAs(lead));
        for (var id : jdbc.queryForList("select id::text from indicator", String.class)) {
            request.param("indicators", Objects.requireNonNull(id));
        }
        assertThat(pages.perform(request).andReturn().getResponse().getStatus()).isEqualTo(302);
        jdbc.update("update pack_figure set period = 2025, value = 17.2, neighbours = 16.1, england = 15.4, rank = 120,"
                + " ranked = 150, band = 'D', finding = 'CHALLENGE', finding_rule = 'in band D', finding_words ="
                + " 'Average caseload: 17.2 in 2025'");
        assertThat(answered("/packs/issue", lead).getStatus()).isEqualTo(302);
        return pack("Bolton");
    }

    private UUID pack(String authority) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select p.id from data_pack p join organisation o on o.id = p.authority_id where o.name = ?",
                UUID.class,
                authority));
    }

    private String figure(UUID pack) {
        return "/packs/" + pack + "/figures/"
                + jdbc.queryForObject(
                        "select id from pack_figure where pack_id = ? order by place limit 1", UUID.class, pack);
    }

    private String version(UUID pack) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select version::text from pack_figure where pack_id = ? order by place limit 1", String.class, pack));
    }

    private MockHttpServletResponse answered(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse opened(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = opened(address, viewer);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse query(UUID pack, String version, String own, String reason) throws Exception {
        return answered(figure(pack) + "/query", officer, "version", version, "figure", own, "reason", reason);
    }

    @Test
    void aPackIsFrozenAndSeenByItsAuthorityAndTheRegionOnceIssued() throws Exception {
        var pack = issued();
        assertThat(body("/packs/" + pack, officer))
                .contains("Data pack: Bolton", "Bolton: 17.2 in 2025", "Neighbours 16.1", "Place 120 of 150, band D")
                .contains("Not agreed yet", "Average caseload: 17.2 in 2025");
        assertThat(body("/packs/" + pack, lead)).contains("Data pack: Bolton");
        assertThat(opened("/packs/" + pack, people.officer("Bury")).getStatus()).isEqualTo(404);
        assertThat(opened("/packs/" + pack, people.ofsted("Bolton")).getStatus())
                .isEqualTo(403);
        assertThat(opened("/packs/nothing", officer).getStatus()).isEqualTo(404);
        assertThat(body("/", officer)).contains("Look at your data pack for 2026/27");
    }

    @Test
    void whatIsPreparedIsSeenByTheRegionAlone() throws Exception {
        issued();
        jdbc.update("update data_pack set state = 'PREPARED', issued_at = null");
        var pack = pack("Bolton");
        assertThat(opened("/packs/" + pack, officer).getStatus()).isEqualTo(404);
        assertThat(answered(figure(pack) + "/wording", lead, "version", version(pack), "words", "Caseloads are high")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body("/packs/" + pack, lead)).contains("Caseloads are high", "Word or drop it");
        assertThat(answered("/packs/" + pack + "/issue", lead).getStatus()).isEqualTo(302);
        assertThat(body("/packs/" + pack, officer)).contains("Caseloads are high");
    }

    @Test
    void whatIsPreparedCanBeDiscardedAndWhatIsIssuedCannot() throws Exception {
        var pack = issued();
        jdbc.update("update data_pack set state = 'PREPARED', issued_at = null where id <> ?", pack);
        assertThat(answered("/packs/discard", officer).getStatus()).isEqualTo(403);
        for (int i = 0; i < 10; i++) {
            assertThat(answered("/packs/discard", lead).getStatus()).isEqualTo(302);
        }
        assertThat(jdbc.queryForList("select id from data_pack", UUID.class)).containsExactly(pack);
    }

    @Test
    void packsArePreparedOfChosenIndicatorsByADayToCome() throws Exception {
        var nothing = answered("/packs/prepare", lead, "due.day", "1", "due.month", "12", "due.year", "2020");
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString())
                .contains("Choose at least one indicator", "must be today or in the future", "value=\"2020\"");
        assertThat(jdbc.queryForObject("select count(*) from data_pack", Integer.class))
                .isZero();
    }

    @Test
    void aDisagreementIsKeptWithBothFiguresAndBothReasons() throws Exception {
        var pack = issued();
        assertThat(query(pack, "0", "14.8", "Two teams were counted twice").getStatus())
                .isEqualTo(302);
        assertThat(body("/", lead)).contains("Bolton queried 1 figure");
        assertThat(answered(
                                figure(pack) + "/answer",
                                lead,
                                "version",
                                version(pack),
                                "answer",
                                "KEPT",
                                "words",
                                "The return says so")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(figure(pack), officer)).contains("The return says so", "We do not agree");
        assertThat(answered("/packs/" + pack + "/agree", officer).getRedirectedUrl())
                .isEqualTo("/packs/" + pack);
        assertThat(jdbc.queryForObject("select state from data_pack where id = ?", String.class, pack))
                .isEqualTo("ISSUED");
        assertThat(answered(figure(pack) + "/disagree", officer, "version", version(pack))
                        .getStatus())
                .isEqualTo(302);
        answered("/packs/" + pack + "/agree", officer);
        answered("/packs/" + pack + "/agree", lead);
        assertThat(body("/packs/" + pack, lead))
                .contains("Agreed by both sides", "1 disagreement kept in it", "Published: 17.2", "Bolton: 14.8")
                .contains("Two teams were counted twice", "The return says so");
        answered(figure(pack) + "/agree", officer, "version", version(pack));
        assertThat(body("/packs/" + pack, lead))
                .as("both agreed a pack that said something else")
                .doesNotContain("Agreed by both sides");
    }

    @Test
    void anAcceptedFigureIsAgreedAtTheAuthoritysOwn() throws Exception {
        var pack = issued();
        query(pack, "0", "14.8", "Counted twice");
        answered(figure(pack) + "/answer", lead, "version", version(pack), "answer", "ACCEPTED", "words", "We see it");
        assertThat(answered(figure(pack) + "/agree", officer, "version", version(pack))
                        .getStatus())
                .isEqualTo(302);
        assertThat(body("/packs/" + pack, officer)).contains("Agreed at the authority’s own figure, 14.8");
        assertThat(opened("/packs/" + pack + "/figures.csv", officer).getContentAsString())
                .contains(",17.2,", ",14.8,Counted twice,We see it,");
    }

    @Test
    void everythingNotQueriedIsAgreedAtOnePress() throws Exception {
        indicator("agency", "Agency social workers");
        var pack = issued();
        query(pack, "0", "1", "=cmd()");
        assertThat(body("/packs/" + pack + "/agree-rest", officer)).contains("1 figure is agreed as published");
        for (int i = 0; i < 10; i++) {
            answered("/packs/" + pack + "/agree-rest", officer);
        }
        assertThat(jdbc.queryForList(
                        "select state from pack_figure where pack_id = ? order by place", String.class, pack))
                .containsExactlyInAnyOrder("QUERIED", "AGREED");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where record_id = ? and what like 'agreed%'",
                        Integer.class, pack))
                .isEqualTo(1);
        assertThat(opened("/packs/" + pack + "/figures.csv", officer).getContentAsString())
                .contains("'=cmd()");
    }

    @Test
    void theSameQueryTenTimesIsOneAndAnotherOnTheOldPageIsAConflict() throws Exception {
        var pack = issued();
        for (int i = 0; i < 10; i++) {
            assertThat(query(pack, "0", "14.8", "Counted twice").getStatus()).isEqualTo(302);
        }
        assertThat(version(pack)).isEqualTo("1");
        var conflict = query(pack, "0", "13", "Something else");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Something else", "Counted twice");
        assertThat(answered(figure(pack) + "/agree", officer, "version", "0").getStatus())
                .isEqualTo(409);
        assertThat(query(pack, "1", "lots", "").getStatus()).isEqualTo(422);
    }

    @Test
    void submittingWithOpenQueriesWarnsAndRecordsThemAndGoesThrough() throws Exception {
        var pack = issued();
        var evaluation = evaluations.signedOff("Bolton");
        query(pack, "0", "14.8", "Counted twice");
        var address = "/self-evaluations/" + evaluation.value();
        assertThat(body(address + "/submit", officer))
                .contains("There is 1 open query on the data pack: Average caseload");
        assertThat(answered(address + "/submit", officer).getStatus()).isEqualTo(302);
        assertThat(jdbc.queryForList(
                        "select what from audit_entry where record_id = ?", String.class, evaluation.value()))
                .contains("submitted it with 1 open query on the data pack: Average caseload");
    }

    @Test
    void aPackTakesAFixedNumberOfStatements() throws Exception {
        var pack = issued();
        body("/packs/" + pack, officer);
        var one = statements.during(() -> body("/packs/" + pack, officer)).size();
        jdbc.update("""
            insert into pack_figure (id, pack_id, version, place, indicator_id, slug, name, grouping, unit, decimal_places,
                polarity, ranked, years, dropped, state)
            select gen_random_uuid(), ?, 0, n, gen_random_uuid(), 'i' || n, 'Indicator ' || n, 'Help', 'NUMBER', 0, 'NONE',
                0, '[]', false, 'OPEN' from generate_series(1, 200) n
            """, pack);
        assertThat(statements.during(() -> body("/packs/" + pack, officer))).hasSize(one);
        assertThat(one).isLessThanOrEqualTo(6);
    }
}
