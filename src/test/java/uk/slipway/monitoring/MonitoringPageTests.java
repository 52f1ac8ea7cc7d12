package uk.slipway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
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
import uk.slipway.datasets.DatasetsFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.house.TestClock;
import uk.slipway.indicators.IndicatorsFixtures;
import uk.slipway.indicators.Polarity;
import uk.slipway.meetings.MeetingFixtures;
import uk.slipway.partnership.BoardFixtures;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;

@PageTest
class MonitoringPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures boards;

    @Autowired
    DatasetsFixtures datasets;

    @Autowired
    IndicatorsFixtures indicators;

    @Autowired
    GatherFigures gather;

    @Autowired
    MeetingFixtures meetings;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private UUID board;
    private UUID seat;
    private Viewer clerk;
    private Viewer reporter;
    private String low;
    private String neither;

    @BeforeEach
    void aBoardThatCouldWatchTwoFigures() {
        clerk = people.coordinator();
        reporter = people.director("Bolton");
        board = boards.subRegional("Example board", "Bolton", "Bury").value();
        seat = boards.seat(new BoardId(board), reporter, BoardRole.MEMBER).value();
        var lead = people.dataLead();
        var dataset = datasets.publish(
                lead,
                "Absence",
                "2025",
                "2024 England 11 Region 13 Bolton 16 Bury 9 Wigan 8",
                "2025 England 10 Region 12 Bolton 15 Bury 11 Wigan 9");
        low = indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        neither = indicators.define(lead, "Example rate", dataset, Polarity.NONE);
    }

    private MockHttpServletResponse sent(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private int status(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private String routine() throws Exception {
        var response = sent(
                "/monitoring/boards/" + board + "/routines",
                clerk,
                "name",
                "Autumn figures",
                "every",
                "3",
                "nextOn.day",
                "1",
                "nextOn.month",
                "12",
                "nextOn.year",
                "2026",
                "reporter",
                seat.toString());
        assertThat(response.getStatus()).isEqualTo(302);
        var address = Objects.requireNonNull(response.getRedirectedUrl());
        for (var indicator : new String[] {low, neither}) {
            assertThat(sent(
                                    address + "/indicators",
                                    clerk,
                                    "indicator",
                                    indicator,
                                    "rule",
                                    "WORSE_THAN_ENGLAND",
                                    "limit",
                                    "2")
                            .getStatus())
                    .isEqualTo(302);
        }
        return address;
    }

    private String round() throws Exception {
        routine();
        clock.moveTo(LocalDate.of(2026, 12, 1));
        assertThat(gather.whatIsDue()).isEqualTo(1);
        return "/monitoring/rounds/" + jdbc.queryForObject("select id::text from monitoring_round", String.class);
    }

    private String comment(String round, String indicator) {
        return round + "/indicators/"
                + jdbc.queryForObject(
                        "select id::text from round_indicator where indicator = ?", String.class, indicator);
    }

    @Test
    void onItsDayTheFiguresAreGatheredAndExceptionsMarkedInWords() throws Exception {
        var round = round();
        assertThat(gather.whatIsDue()).as("the same day again").isZero();
        assertThat(body(round, reporter))
                .contains("1 figure is an exception; 2 indicators wait for")
                .contains("Bolton", "15.0%", "5.0 percentage points above England")
                .contains("Marked where it is more than 2.0 percentage points above England")
                .contains("neither high nor low is good in itself")
                .doesNotContain("Wigan");
        assertThat(status(round, people.director("Wigan"))).isEqualTo(404);
        assertThat(body("/", reporter)).contains("Say what 2 figures mean: Autumn figures");
        assertThat(body("/", clerk)).contains("has to say what 2 figures mean");
        assertThat(jdbc.queryForList("select title from meeting_item where meeting_id is null", String.class))
                .as("waits for the next agenda")
                .containsExactly("Figures: Autumn figures, 1 December 2026");
        assertThat(jdbc.queryForObject("select next_on from monitoring_routine", LocalDate.class))
                .isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void aRoundStandsOnTheNextAgendaUnlessThatHasBeenSentOut() throws Exception {
        var next = meetings.meeting(clerk, new BoardId(board), LocalDate.of(2026, 12, 10));
        round();
        assertThat(jdbc.queryForObject("select meeting_id from meeting_item", UUID.class))
                .isEqualTo(next.value());
        assertThat(body("/meetings/" + next.value(), reporter))
                .contains("Figures: Autumn figures, 1 December 2026", "Director of Children");
        jdbc.update("update meeting set issued_at = now(), held_on = '2027-03-10'");
        clock.moveTo(LocalDate.of(2027, 3, 1));
        assertThat(gather.whatIsDue()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from meeting_item where meeting_id is null", Long.class))
                .isEqualTo(1);
    }

    @Test
    void whoReportsSaysWhatTheFiguresMeanAndTwoAtOnceSeeBothTexts() throws Exception {
        var round = round();
        var address = comment(round, low);
        var member = people.director("Bury");
        boards.seat(new BoardId(board), member, BoardRole.MEMBER);
        assertThat(sent(address, member, "version", "0", "words", "Mine").getStatus())
                .isEqualTo(403);
        assertThat(sent(address, reporter, "version", "0", "words", " ").getStatus())
                .isEqualTo(422);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address, reporter, "version", "0", "words", "Example: two schools closed")
                            .getStatus())
                    .isEqualTo(302);
        }
        var conflict = sent(address, clerk, "version", "0", "words", "Something else");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Something else", "Example: two schools closed");
        sent(comment(round, neither), reporter, "version", "0", "words", "=Example");
        assertThat(body(round, member))
                .contains("Example: two schools closed", "what each indicator means has been said");
        assertThat(body("/", reporter)).doesNotContain("Say what");
        assertThat(pages.perform(get(round + "/figures.csv").with(people.signedInAs(member)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Example absence,2025,Bolton,15", "'=Example");
    }

    @Test
    void aFrameworkIsLookedAtForTheRegionTheAreaAndOneAuthority() throws Exception {
        routine();
        var address = "/monitoring/boards/" + board;
        assertThat(body(address, reporter))
                .contains("12.0% in 2025", "for the North West", "none is an exception")
                .contains("School attainment: missing");
        assertThat(body(address + "?of=area", reporter))
                .contains("13.0% in 2025", "3.0 percentage points above England");
        assertThat(body(address + "?of=E08000001", reporter)).contains("15.0% in 2025", "down 1.0 percentage points");
        assertThat(body(address + "?of=E08000010", reporter))
                .as("outside its area")
                .contains("12.0% in 2025");
        assertThat(status(address, people.director("Wigan"))).isEqualTo(404);
    }

    @Test
    void aRoutineIsKeptByTheClerkAndGathersNothingBeforeItsDayOrOnceEnded() throws Exception {
        var address = routine();
        assertThat(status(address + "/edit", reporter)).isEqualTo(403);
        assertThat(sent(address + "/indicators", reporter, "indicator", low).getStatus())
                .isEqualTo(403);
        var wrong = sent(address + "/indicators", clerk, "indicator", "no-such", "rule", "WORSENED", "limit", "x");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("Choose a published figure", "must be a number");
        assertThat(sent(address + "/gather", clerk).getRedirectedUrl()).isEqualTo(address);
        assertThat(gather.whatIsDue()).isZero();
        sent(address + "/end", clerk);
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(gather.whatIsDue()).isZero();
        assertThat(body(address, reporter)).contains("It ended on 23 November 2026");
        assertThat(sent(address + "/indicators/" + low + "/remove", clerk).getStatus())
                .isEqualTo(409);
    }

    @Test
    void twoWhoChangeARoutineOrItsRulesSeeBoth() throws Exception {
        var address = routine();
        String[] theirs = {
            "version",
            "0",
            "name",
            "Their figures",
            "every",
            "6",
            "reporter",
            seat.toString(),
            "nextOn.day",
            "1",
            "nextOn.month",
            "12",
            "nextOn.year",
            "2026"
        };
        assertThat(sent(address + "/edit", clerk, theirs).getStatus()).isEqualTo(302);
        var mine = theirs.clone();
        mine[3] = "My figures";
        mine[5] = "12";
        mine[11] = "1";
        mine[13] = "2027";
        var conflict = sent(address + "/edit", clerk, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("My figures", "Their figures", "1 January 2027", "1 December 2026")
                .contains("name=\"every\" value=\"12\"", "name=\"version\" value=\"1\"");
        mine[1] = "1";
        assertThat(sent(address + "/edit", clerk, mine).getStatus()).isEqualTo(302);

        assertThat(body(address, clerk)).contains("name=\"version\" value=\"2\"");
        String[] rule = {"version", "2", "indicator", low, "rule", "WORSE_THAN", "limit", "11"};
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/indicators", clerk, rule).getStatus()).isEqualTo(302);
        }
        var other = rule.clone();
        other[5] = "WORSENED";
        other[7] = "1";
        var both = sent(address + "/indicators", clerk, other);
        assertThat(both.getStatus()).isEqualTo(409);
        assertThat(both.getContentAsString())
                .contains("Worse than a fixed value", "Worse than a year before by more than a margin", "11")
                .contains("name=\"version\" value=\"3\"");
        other[1] = "3";
        assertThat(sent(address + "/indicators", clerk, other).getStatus()).isEqualTo(302);
        assertThat(body(address, clerk)).contains("since the year before");
    }

    @Test
    void aRoundTakesAFixedNumberOfStatements() throws Exception {
        var round = round();
        body(round, reporter);
        var one = statements.during(() -> body(round, reporter)).size();
        jdbc.update("""
            insert into round_indicator (id, version, round_id, place, indicator, name, grouping, unit, decimal_places, polarity,
                rule_words) select gen_random_uuid(), 0, id, n + 10, 'i' || n, 'Indicator ' || n, 'Heading', 'NUMBER', 0, 'LOW',
                'Rule' from monitoring_round, generate_series(1, 50) n
            """);
        assertThat(statements.during(() -> body(round, reporter))).hasSize(one);
        assertThat(one).isLessThanOrEqualTo(8);
    }
}
