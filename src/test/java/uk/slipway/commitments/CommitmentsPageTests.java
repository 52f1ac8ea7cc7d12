package uk.slipway.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotFound;

@PageTest
class CommitmentsPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    CommitmentsFixtures commitments;

    @Autowired
    CommitmentLedger ledger;

    @Autowired
    Shares shares;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Viewer officer;
    LocalAuthorityId bolton;
    CycleView lastYear;
    CycleView thisYear;

    @BeforeEach
    void twoYears() {
        officer = people.officer("Bolton");
        bolton = people.authority("Bolton");
        lastYear = cycles.lastYear();
        thisYear = cycles.thisYear();
    }

    private String body(MockHttpServletRequestBuilder request, Viewer viewer, int status) throws Exception {
        return pages.perform(request.with(people.signedInAs(viewer)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theSameHeadlineMakesOneCommitment() {
        var from = new RecordRef("headline", Uuid7.next());
        assertThat(commitments.made(bolton, lastYear.id(), "Example area for development", from))
                .isEqualTo(commitments.made(bolton, lastYear.id(), "Example area for development", from));
    }

    @Test
    void lastYearsCommitmentsComeBackUntilTheyAreMet() {
        var met = commitments.made(bolton, lastYear.id(), "Example one");
        var carried = commitments.made(bolton, lastYear.id(), "Example two");
        commitments.made(bolton, thisYear.id(), "Example of this year");
        commitments.made(people.authority("Bury"), lastYear.id(), "Example of another authority");
        commitments.answered(met, thisYear.id(), CommitmentAnswer.NOT, "", officer);
        commitments.answered(met, thisYear.id(), CommitmentAnswer.MET, "Done", officer);
        commitments.answered(carried, thisYear.id(), CommitmentAnswer.CARRIED, "Goes on", officer);
        assertThat(ledger.toAnswerIn(bolton, thisYear.id()))
                .extracting(CommitmentView::id)
                .containsExactly(met, carried);
        var nextYear = cycles.open(RegionCode.NORTH_WEST, thisYear.year().next());
        assertThat(ledger.toAnswerIn(bolton, nextYear.id()))
                .extracting(CommitmentView::text)
                .containsExactly("Example two", "Example of this year");
    }

    @Test
    void aCommitmentIsAnsweredByItsOwnAuthorityInALaterYear() {
        var made = commitments.made(bolton, lastYear.id(), "Example one");
        assertThatThrownBy(() ->
                        commitments.answered(made, thisYear.id(), CommitmentAnswer.MET, "", people.officer("Bury")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> commitments.answered(made, lastYear.id(), CommitmentAnswer.MET, "", officer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTrackShowsWhatWasMadeAndHowItWentYearByYear() throws Exception {
        var made = commitments.made(bolton, lastYear.id(), "Example area for development");
        commitments.answered(made, thisYear.id(), CommitmentAnswer.PARTLY, "Half of it", officer);
        assertThat(body(get("/commitments"), officer, 200))
                .contains(
                        "Commitments, Bolton",
                        "Example area for development",
                        "2024/25",
                        "Made",
                        "Partly met",
                        "1 of 1 commitment is still to be met",
                        "Impact of leaders");
        assertThat(body(get("/commitments").param("state", "MET"), officer, 200))
                .contains("Nothing matches");
        assertThat(body(get("/commitments").param("state", "PARTLY").param("area", "LEADERS"), officer, 200))
                .contains("Example area for development");
        assertThat(body(get("/commitments/" + made.value()), officer, 200))
                .contains("Half of it", "Tuesday 1 June 2027", "Answered it in 2026/27: Partly met");
    }

    @Test
    void anEmptyTrackSaysWhatWillBeThere() throws Exception {
        assertThat(body(get("/commitments"), officer, 200)).contains("Your authority’s commitments will be here");
    }

    @Test
    void othersFindNothing() throws Exception {
        var made = commitments.made(bolton, lastYear.id(), "Example area for development");
        var address = "/commitments/" + made.value();
        var neighbour = people.director("Bury");
        body(get(address), neighbour, 404);
        body(post(address).param("note", "Mine now"), neighbour, 404);
        assertThat(body(get("/commitments"), neighbour, 200)).doesNotContain("Example area");
        assertThat(body(get("/commitments").param("authority", bolton.value().toString()), neighbour, 200))
                .doesNotContain("Example area");
        body(get(address), people.regionalManager(), 404);
        body(get(address), people.ofsted("Bolton"), 403);
        body(get("/commitments"), people.reader(), 403);
        body(get("/commitments/nonsense"), officer, 404);
        body(get("/commitments/" + Uuid7.next()), officer, 404);
        body(get("/commitments").param("before", "2025_nonsense"), officer, 404);
        body(get("/commitments").param("authority", "nonsense"), officer, 404);
    }

    @Test
    void theRegionalTeamSeesWhatComesFromAHeadlineItSeesButNotWhatBecameOfIt() throws Exception {
        var headline = new RecordRef("headline", Uuid7.next());
        var made = commitments.made(bolton, lastYear.id(), "Example area for development", headline);
        commitments.answered(made, thisYear.id(), CommitmentAnswer.NOT, "Draft words", officer);
        var manager = people.regionalManager();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> shares.show(
                        headline,
                        bolton,
                        Audience.REGION,
                        people.regionalTeam(RegionCode.NORTH_WEST).value(),
                        "The regional team reads it.",
                        officer));
        assertThat(body(get("/commitments"), manager, 200))
                .contains("Example area for development", "Bolton")
                .doesNotContain("Not met");
        assertThat(body(get("/commitments").param("state", "MET"), manager, 200))
                .contains("Example area for development");
        assertThat(body(get("/commitments/" + made.value()), manager, 200))
                .contains("Example area for development")
                .doesNotContain("Draft words", "Not met", "Add a note");
        assertThat(ledger.trackOf(manager, bolton))
                .singleElement()
                .satisfies(seen -> assertThat(seen.answers()).isEmpty());
        body(post("/commitments/" + made.value()).param("note", "Ours"), manager, 403);
    }

    @Test
    void theSameNoteSentTenTimesIsOneNote() throws Exception {
        var made = commitments.made(bolton, lastYear.id(), "Example area for development");
        var address = "/commitments/" + made.value();
        var noteId = Uuid7.next().toString();
        for (int time = 0; time < 10; time++) {
            pages.perform(post(address)
                            .param("noteId", noteId)
                            .param("note", "We have begun <script>alert(1)</script> 🙂 שלום")
                            .with(people.signedInAs(officer)))
                    .andExpect(redirectedUrl(address));
        }
        assertThat(jdbc.queryForObject("select count(*) from commitment_progress", Integer.class))
                .isEqualTo(1);
        assertThat(body(get(address), officer, 200))
                .contains("In progress", "We have begun &lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "\u0000"})
    void aBlankNoteIsRefused(String blank) throws Exception {
        var made = commitments.made(bolton, lastYear.id(), "Example area for development");
        assertThat(body(post("/commitments/" + made.value()).param("note", blank), officer, 422))
                .contains("Enter how it is going");
    }

    @Test
    void aTooLongNoteIsRefusedWithItsLimitAndStaysTyped() throws Exception {
        var made = commitments.made(bolton, lastYear.id(), "Example area for development");
        var typed = "n".repeat(100_000);
        assertThat(body(post("/commitments/" + made.value()).param("note", typed), officer, 422))
                .contains("must be 2,000 characters or fewer", typed);
    }

    @Test
    void theListTakesTheSameStatementsForOneAndForAThousandCommitments() throws Exception {
        commitments.made(bolton, lastYear.id(), "Example area for development");
        body(get("/commitments"), officer, 200);
        var one = statements.during(() -> body(get("/commitments"), officer, 200));
        for (int more = 0; more < 999; more++) {
            jdbc.update("""
                insert into commitment select ?, version, authority_id, other_authority_id, owner_organisation_id, made_in,
                    made_in_year, source, from_kind, ?, 'Example ' || ?, area_code, owner, due, state, made_at
                from commitment where words = 'Example area for development'
                """, Uuid7.at(Instant.EPOCH.plusSeconds(more)), UUID.randomUUID(), more);
        }
        var first = new String[1];
        var many = statements.during(() -> first[0] = body(get("/commitments"), officer, 200));
        assertThat(many).hasSameSizeAs(one);
        assertThat(first[0]).contains("The newest 25 commitments", "Example 998", "Older commitments");
        int at = first[0].indexOf("before=");
        var before = first[0].substring(at + 7, first[0].indexOf('"', at));
        assertThat(body(get("/commitments").param("before", before), officer, 200))
                .contains("Example 974", "Example 950")
                .doesNotContain("Example 975", "Example 949");
    }
}
