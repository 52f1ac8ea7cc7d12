package uk.slipway.peerchallenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.slipway.house.DemonstrationTest;

@DemonstrationTest
class PeerChallengeChapterPageTests {

    @Autowired
    JdbcTemplate jdbc;

    private List<@Nullable String> states(String year) {
        return jdbc.queryForList(
                "select distinct f.state from forum f join cycle c on c.id = f.cycle_id where c.year_starts_in " + year,
                String.class);
    }

    @Test
    void lastYearsForumsHaveAllBeenHeldAndThisYearsStandAtEveryStep() {
        assertThat(states("< 2026")).doesNotContain("PLANNED", "POSTPONED", "CANCELLED", "PACK_ISSUED");
        assertThat(states("= 2026"))
                .contains(
                        "PLANNED",
                        "PANEL_CONFIRMED",
                        "PACK_ISSUED",
                        "QUESTIONS_ISSUED",
                        "RESPONSES_IN",
                        "POSTPONED",
                        "CANCELLED");
    }

    @Test
    void onlyFictitiousAuthoritiesPostponeOrCancel() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from forum f join local_authority la on la.id = f.authority_id"
                                + " join forum_step s on s.forum_id = f.id"
                                + " where s.state in ('POSTPONED', 'CANCELLED') and not la.fictitious",
                        Integer.class))
                .isZero();
    }

    @Test
    void sevenDirectorsChallengeBoltonAndWigansIsOneOfThem() {
        assertThat(jdbc.queryForList(
                        "select a.email from forum f join forum_seat s on s.forum_id = f.id join account a on a.id ="
                            + " s.account_id join cycle c on c.id = f.cycle_id join local_authority la on la.id ="
                            + " f.authority_id where la.gss_code = 'E08000001' and c.year_starts_in = 2026 and s.part"
                            + " = 'PEER'",
                        String.class))
                .hasSize(7)
                .contains("director@wigan.example");
    }
}
