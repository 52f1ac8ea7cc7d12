package uk.slipway.particulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.KeyRing;
import uk.slipway.kernel.LondonTime;
import uk.slipway.notices.NoticesFixtures;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.Route;

@PageTest
class ParticularsPageTests {

    private static final LocalDate TODAY = LondonTime.dayOf(TestClock.START);

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    NoticesFixtures placed;

    @Autowired
    ParticularsRows rows;

    @Autowired
    SealAnew sealAnew;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private PlacementId id;
    private String address;

    @BeforeEach
    void aPlacement() {
        id = placed.placement(Route.PLANNED, Locality.ADJOINING, TODAY.plusDays(7), false);
        address = "/fostering/placements/" + id.value() + "/particulars";
    }

    private MockHttpServletResponse sent(String where, Viewer viewer, String... fields) throws Exception {
        var request = post(where).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse opened(String where, Viewer viewer) throws Exception {
        return pages.perform(get(where).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse kept(String version, String name) throws Exception {
        return sent(
                address + "/children/1",
                placed.socialWorker(),
                "version",
                version,
                "name",
                name,
                "born.day",
                "1",
                "born.month",
                "3",
                "born.year",
                "2017",
                "carePlan",
                "Example care plan",
                "assessment",
                "Example assessment");
    }

    @Test
    void theyAreKeptEncryptedAndOpenedWithAReasonThatStays() throws Exception {
        assertThat(kept("", "Ada Example").getStatus()).isEqualTo(302);
        assertThat(jdbc.queryForObject("select sealed from placement_particulars", byte[].class))
                .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Ada", "2017", "plan"));
        var supervising = placed.supervisingWorker();
        assertThat(opened(address, supervising).getContentAsString())
                .contains("Kept, encrypted, by", "Nobody has.")
                .doesNotContain("Ada Example");
        assertThat(opened(address + "/opened", supervising).getRedirectedUrl()).isEqualTo(address);
        assertThat(sent(address + "/open", supervising, "reason", " ").getContentAsString())
                .contains("Enter why you open them");
        assertThat(sent(address + "/open", supervising, "reason", "Born 1 March 2017")
                        .getContentAsString())
                .contains("Take out what could identify a child or family");
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/open", supervising, "reason", "To write the placement plan")
                            .getRedirectedUrl())
                    .isEqualTo(address + "/opened");
        }
        assertThat(jdbc.queryForObject("select count(*) from particulars_opening", Integer.class))
                .isEqualTo(1);
        var open = opened(address + "/opened", supervising);
        assertThat(open.getContentAsString())
                .contains("Ada Example", "1 March 2017", "Example care plan", "because: To write the placement plan");
        assertThat(open.getHeader("Cache-Control")).contains("no-store");
        assertThat(opened(address, placed.officer()).getContentAsString())
                .contains("Opened by", "because: To write the placement plan");
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where record_id = ? and what ="
                                + " 'opened the particulars, because: To write the placement plan'",
                        Integer.class,
                        id.value()))
                .isEqualTo(1);
        clock.advance(OpenParticulars.STAYS_OPEN.plusSeconds(1));
        assertThat(opened(address + "/opened", supervising).getStatus())
                .as("it has closed again")
                .isEqualTo(302);
    }

    @Test
    void onlyNamedWorkersOfTheTwoAuthoritiesOpenThem() throws Exception {
        kept("", "Ada Example");
        var officer = placed.officer();
        assertThat(opened(address, officer).getContentAsString()).contains("You are not a named worker");
        assertThat(sent(address + "/open", officer, "reason", "To see").getStatus())
                .isEqualTo(403);
        assertThat(opened(address + "/opened", officer).getStatus()).isEqualTo(403);
        var stranger = people.inFostering(Role.FOSTERING_OFFICER, "Bury");
        assertThat(opened(address, stranger).getStatus()).isEqualTo(404);
        assertThat(sent(address + "/open", stranger, "reason", "To see").getStatus())
                .isEqualTo(404);
        assertThat(opened(address, people.director("Bolton")).getStatus()).isEqualTo(403);
        assertThat(opened(address + "/children/1", placed.supervisingWorker()).getStatus())
                .as("the fostering authority reads and does not write")
                .isEqualTo(403);

        assertThat(sent(
                                address + "/workers",
                                officer,
                                "account",
                                stranger.account().value().toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.queryForObject("select count(*) from particulars_worker", Integer.class))
                .as("nobody of another authority can be named")
                .isZero();
        sent(address + "/workers", officer, "account", officer.account().value().toString());
        assertThat(sent(address + "/open", officer, "reason", "To check the notices")
                        .getStatus())
                .isEqualTo(302);
        var naming = jdbc.queryForObject("select id from particulars_worker", java.util.UUID.class);
        sent(address + "/workers/" + naming + "/end", placed.supervisingWorker());
        assertThat(opened(address + "/opened", officer).getStatus())
                .as("another authority's officer ends nothing of ours")
                .isEqualTo(200);
        sent(address + "/workers/" + naming + "/end", officer);
        assertThat(opened(address + "/opened", officer).getStatus())
                .as("at once")
                .isEqualTo(403);
    }

    @Test
    void theyAreChangedAfterOpeningAndAConflictShowsBoth() throws Exception {
        assertThat(kept("", "").getContentAsString()).contains("Enter the child’s name");
        kept("", "Ada Example");
        var worker = placed.socialWorker();
        assertThat(opened(address + "/children/1", worker).getRedirectedUrl()).isEqualTo(address);
        sent(address + "/open", worker, "reason", "To correct the name");
        assertThat(opened(address + "/children/1", worker).getContentAsString()).contains("Ada Example");
        assertThat(kept("0", "Ada Sample").getStatus()).isEqualTo(302);
        var conflict = kept("0", "Ada Other");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Ada Sample", "Ada Other");
        assertThat(opened(address + "/children/2", worker).getStatus())
                .as("the placement is for one child")
                .isEqualTo(404);
    }

    @Test
    void theyAreNotKeptBeforeTheMatchIsAgreed() throws Exception {
        jdbc.update("update placement set state = 'APPROVED', placing_signed_at = null where id = ?", id.value());
        assertThat(kept("", "Ada Example").getStatus()).isEqualTo(404);
        assertThat(opened(address, placed.socialWorker()).getContentAsString())
                .contains("once both authorities have signed the agreement");
    }

    @Test
    void aNewKeySealsAnewWhatTheOldOneSealed() {
        var child = new ChildParticulars(1, "Ada Example", LocalDate.of(2017, 3, 1), "", "");
        var old = "old:" + java.util.Base64.getEncoder().encodeToString(new byte[32]);
        var bytes = new byte[32];
        bytes[0] = 1;
        var young = "new:" + java.util.Base64.getEncoder().encodeToString(bytes);
        rows.add(id, 1, sealed(old).seal(id, child), clock.instant(), "A test");

        assertThat(sealAnew.round()).as("its key is not on this ring").isEqualTo(new KeyRing.Round(0, 1));
        var both = ParticularsKeys.of(young + "," + old);
        var anew = new SealAnew(rows, new SealedParticulars(both, JsonMapper.shared()), both);
        assertThat(inTransaction(anew)).isEqualTo(new KeyRing.Round(1, 0));
        assertThat(inTransaction(anew)).as("nothing is left").isEqualTo(new KeyRing.Round(0, 0));
        var kept = rows.of(id).getFirst();
        assertThat(kept.sealed().key()).isEqualTo("new");
        assertThat(kept.keptBy()).isEqualTo("A test");
        assertThat(sealed(young).open(id, 1, kept.sealed())).isEqualTo(child);
    }

    private static SealedParticulars sealed(String ring) {
        return new SealedParticulars(ParticularsKeys.of(ring), JsonMapper.shared());
    }

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    private KeyRing.Round inTransaction(SealAnew anew) {
        return java.util.Objects.requireNonNull(
                new org.springframework.transaction.support.TransactionTemplate(transactions)
                        .execute(status -> anew.round()));
    }

    @Test
    void brothersAndSistersAreKeptEach() throws Exception {
        id = placed.placement(Route.PLANNED, Locality.ADJOINING, TODAY.plusDays(7), false, 2);
        address = "/fostering/placements/" + id.value() + "/particulars";
        kept("", "Ada Example");
        assertThat(opened(address, placed.socialWorker()).getContentAsString())
                .contains("Child 1", "Child 2", "Not kept yet");
    }
}
