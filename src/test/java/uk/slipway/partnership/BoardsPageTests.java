package uk.slipway.partnership;

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
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;

@PageTest
class BoardsPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures fixtures;

    @Autowired
    Boards boards;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer coordinator;

    @BeforeEach
    void aCoordinator() {
        coordinator = people.coordinator();
    }

    private MockHttpServletResponse send(String address, Viewer viewer, String... fields) throws Exception {
        var request = post(address).with(people.signedInAs(viewer));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse open(String address, Viewer viewer) throws Exception {
        return pages.perform(get(address).with(people.signedInAs(viewer)))
                .andReturn()
                .getResponse();
    }

    private String body(String address, Viewer viewer) throws Exception {
        var response = open(address, viewer);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private String organisation(String name) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select id::text from organisation where name = ? and ends_on is null", String.class, name));
    }

    @Test
    void twoWhoChangeABoardOrASeatAtOnceBothSeeBothTexts() throws Exception {
        var id = fixtures.board("Regional board", 1);
        var address = "/boards/" + id.value();
        String[] change = {
            "version",
            "0",
            "name",
            "Their board",
            "kind",
            "REGIONAL",
            "purpose",
            "Their purpose",
            "from.day",
            "1",
            "from.month",
            "9",
            "from.year",
            "2025"
        };
        assertThat(send(address + "/change", coordinator, change).getStatus()).isEqualTo(302);
        change[3] = "My board";
        change[5] = "TASK_GROUP";
        var conflict = send(address + "/change", coordinator, change);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("My board", "Their board", "Task group", "You both wrote the same");
        assertThat(body(address, coordinator)).contains("Their board");

        var seat = fixtures.named(id, "Ash Croft");
        String[] person = {
            "version",
            "0",
            "organisationName",
            "A school",
            "memberType",
            fixtures.type("System leader").toString(),
            "person",
            "Their name",
            "role",
            "MEMBER",
            "voting",
            "true",
            "from.day",
            "1",
            "from.month",
            "9",
            "from.year",
            "2025"
        };
        var member = address + "/members/" + seat.value();
        assertThat(send(member, coordinator, person).getStatus()).isEqualTo(302);
        person[7] = "My name";
        person[9] = "CHAIR";
        var both = send(member, coordinator, person);
        assertThat(both.getStatus()).isEqualTo(409);
        assertThat(both.getContentAsString()).contains("My name", "Their name", "Chair", "Member");
        person[1] = "1";
        assertThat(send(member, coordinator, person).getStatus()).isEqualTo(302);
        assertThat(body(address, coordinator)).contains("My name");
    }

    @Test
    void twoWhoSetTheTermsAtOnceBothSeeBothAndTheSecondFollowsTheFirst() throws Exception {
        var address = "/boards/" + fixtures.board("Regional board", 2).value();
        var diocese = fixtures.type("Diocese").toString();
        String[] theirs = {
            "version", "1",
            "id", Uuid7.next().toString(),
            "remit", "Agree priorities",
            "quorum", "3",
            "minimum", "1",
            "minimumType", diocese,
            "usual", "MAJORITY",
            "majority", "Their words for a majority",
            "conflictRule", "Withdraw",
            "from.day", "1",
            "from.month", "12",
            "from.year", "2026"
        };
        assertThat(body(address + "/terms", coordinator)).contains("name=\"version\" value=\"1\"");
        assertThat(send(address + "/terms", coordinator, theirs).getStatus()).isEqualTo(302);
        var mine = theirs.clone();
        mine[3] = Uuid7.next().toString();
        mine[5] = "Agree priorities\nAgree what support costs";
        mine[7] = "4";
        mine[9] = "2";
        mine[15] = "My words for a majority";
        var conflict = send(address + "/terms", coordinator, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Agree what support costs", "Their words for a majority", "My words for a majority")
                .contains("1 of type Diocese", "2 of type Diocese", "name=\"version\" value=\"2\"")
                .contains("name=\"minimumType\" value=\"" + diocese + "\"", "name=\"minimum\" value=\"2\"")
                .contains("“What happens where a member has an interest?”");
        mine[1] = "2";
        assertThat(send(address + "/terms", coordinator, mine).getStatus()).isEqualTo(302);
        assertThat(send(address + "/terms", coordinator, mine).getStatus())
                .as("the same again")
                .isEqualTo(302);
        assertThat(jdbc.queryForList("select number || ' ' || quorum from board_terms order by number", String.class))
                .containsExactly("1 2", "2 3", "3 4");
    }

    @Test
    void whatBothSentAsOneListIsTakenApart() throws Exception {
        var address = "/boards/" + fixtures.board("Regional board", 2).value() + "/terms";
        var types = fixtures.type("Diocese") + "," + fixtures.type("System leader");
        assertThat(send(
                                address,
                                coordinator,
                                "version",
                                "1",
                                "remit",
                                "Agree priorities",
                                "quorum",
                                "3",
                                "minimumType",
                                types,
                                "minimum",
                                "1,2",
                                "usual",
                                "MAJORITY",
                                "majority",
                                "More for than against",
                                "conflictRule",
                                "Withdraw",
                                "from.day",
                                "1",
                                "from.month",
                                "9",
                                "from.year",
                                "2025")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(address.replace("/terms", ""), coordinator))
                .contains("among them 1 of type Diocese and 2 of type System leader");
    }

    @Test
    void twoWhoChangeAnAreaAtOnceBothSeeBoth() throws Exception {
        var board = fixtures.board("Liverpool City Region", 2);
        fixtures.area(board, "Liverpool", "Wirral");
        var address = "/boards/" + board.value() + "/area";
        String[] theirs = {
            "version", "1",
            "organisations",
                    organisation("Liverpool") + "," + organisation("Wirral") + "," + organisation("Warrington"),
            "from.day", "1",
            "from.month", "1",
            "from.year", "2027"
        };
        assertThat(send(address, coordinator, theirs).getStatus()).isEqualTo(302);
        assertThat(send(address, coordinator, theirs).getStatus())
                .as("the same again")
                .isEqualTo(302);
        var mine = theirs.clone();
        mine[3] = organisation("Liverpool") + "," + organisation("Wirral") + "," + organisation("Knowsley");
        var conflict = send(address, coordinator, mine);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Knowsley", "Warrington", "name=\"organisations\"", "name=\"version\" value=\"2\"");
        assertThat(boards.areaOf(board, LocalDate.of(2027, 1, 1))).contains(people.authority("Warrington"));
        mine[1] = "2";
        assertThat(send(address, coordinator, mine).getStatus()).isEqualTo(302);
        assertThat(boards.areaOf(board, LocalDate.of(2027, 1, 1)))
                .contains(people.authority("Knowsley"))
                .doesNotContain(people.authority("Warrington"));
    }

    @Test
    void theCoordinatorSetsABoardUpAndEverybodyReadsWhatItIsFor() throws Exception {
        var id = Uuid7.next().toString();
        String[] board = {
            "id",
            id,
            "name",
            "Regional board",
            "kind",
            "REGIONAL",
            "purpose",
            "Partners agree priorities",
            "from.day",
            "1",
            "from.month",
            "9",
            "from.year",
            "2026"
        };
        assertThat(send("/boards/new", coordinator, board).getStatus()).isEqualTo(302);
        assertThat(send("/boards/new", coordinator, board).getStatus()).isEqualTo(302);
        assertThat(jdbc.queryForObject("select count(*) from board", Long.class))
                .isEqualTo(1);

        assertThat(send(
                                "/boards/" + id + "/terms",
                                coordinator,
                                "id",
                                Uuid7.next().toString(),
                                "version",
                                "0",
                                "from.day",
                                "1",
                                "from.month",
                                "9",
                                "from.year",
                                "2026",
                                "remit",
                                "Agree priorities\nAgree costs",
                                "quorum",
                                "5",
                                "minimumType",
                                fixtures.type("Diocese").toString(),
                                "minimum",
                                "1",
                                "usual",
                                "MAJORITY",
                                "majority",
                                "More for than against",
                                "conflictRule",
                                "Withdraw")
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(
                                "/boards/" + id + "/members/new",
                                coordinator,
                                "id",
                                Uuid7.next().toString(),
                                "email",
                                people.director("Bolton").account() == null ? "" : "director@bolton.example",
                                "organisation",
                                organisation("Bolton"),
                                "memberType",
                                fixtures.type("Local authority").toString(),
                                "role",
                                "CHAIR",
                                "voting",
                                "true",
                                "from.day",
                                "1",
                                "from.month",
                                "9",
                                "from.year",
                                "2026")
                        .getStatus())
                .isEqualTo(302);

        assertThat(body("/boards/" + id, people.reader()))
                .contains("Regional board", "Partners agree priorities", "Agree costs", "Chair")
                .contains("At least 5 voting members, among them 1 of type Diocese.")
                .doesNotContain("Set up a meeting");
        assertThat(body("/boards", people.officer("Bury"))).contains("Regional board");
        assertThat(send("/boards/new", people.regionalManager(), board).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aSubRegionIsTheBoardsOwnDatedList() throws Exception {
        var board = fixtures.board("Liverpool City Region", 2);
        fixtures.area(board, "Liverpool", "Wirral");
        assertThat(send(
                                "/boards/" + board.value() + "/area",
                                coordinator,
                                "version",
                                "1",
                                "from.day",
                                "1",
                                "from.month",
                                "1",
                                "from.year",
                                "2027",
                                "organisations",
                                organisation("Liverpool"),
                                "organisations",
                                organisation("Warrington"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(boards.areaOf(board, LocalDate.of(2026, 12, 31)))
                .containsExactlyInAnyOrder(people.authority("Liverpool"), people.authority("Wirral"));
        assertThat(boards.areaOf(board, LocalDate.of(2027, 1, 1)))
                .containsExactlyInAnyOrder(people.authority("Liverpool"), people.authority("Warrington"));
        assertThat(body("/boards/" + board.value(), coordinator))
                .contains("Warrington", "from 1 January 2027", "until 31 December 2026");
    }

    @Test
    void aBoardHasOneChairAndAPersonOneSeat() throws Exception {
        var board = fixtures.board("Regional board", 2);
        fixtures.seat(board, people.director("Bolton"), BoardRole.CHAIR);
        people.director("Wigan");
        var second = send(
                "/boards/" + board.value() + "/members/new",
                coordinator,
                "id",
                Uuid7.next().toString(),
                "email",
                "director@wigan.example",
                "organisation",
                organisation("Wigan"),
                "memberType",
                fixtures.type("Local authority").toString(),
                "role",
                "CHAIR",
                "from.day",
                "1",
                "from.month",
                "9",
                "from.year",
                "2026");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(second.getContentAsString()).contains("is the chair in this term");
        var twice = send(
                "/boards/" + board.value() + "/members/new",
                coordinator,
                "id",
                Uuid7.next().toString(),
                "email",
                "director@bolton.example",
                "organisation",
                organisation("Bolton"),
                "memberType",
                fixtures.type("Local authority").toString(),
                "role",
                "MEMBER",
                "from.day",
                "1",
                "from.month",
                "9",
                "from.year",
                "2026");
        assertThat(twice.getContentAsString()).contains("has a seat on this board in this term");
    }

    @Test
    void theReviewShowsTheGaps() throws Exception {
        var board = fixtures.board("Regional board", 2);
        fixtures.area(board, "Bolton", "Bury");
        var member = people.director("Bolton");
        fixtures.seat(board, member, BoardRole.CHAIR, LocalDate.of(2026, 12, 31));
        var review = body("/boards/" + board.value() + "/review", member);
        assertThat(review)
                .contains("Member types without a member", "Diocese", "Bury", "ends on", "Thursday 31 December 2026")
                .contains("No meeting held in the last year");
        assertThat(open("/boards/" + board.value() + "/review", people.director("Bury"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(body("/", coordinator)).contains("Renew or replace 1 member of Regional board whose terms end");
    }

    @Test
    void whoHasLeftIsShownAndGivenToTheCoordinator() throws Exception {
        var board = fixtures.board("Regional board", 2);
        var member = people.director("Bolton");
        fixtures.seat(board, member, BoardRole.MEMBER);
        jdbc.update(
                "update account set closed_on = '2026-11-20' where id = ?",
                member.account().value());
        assertThat(body("/boards/" + board.value(), people.reader())).contains("Has left: the account is closed");
        assertThat(body("/boards/" + board.value() + "/review", coordinator)).contains("Have left");
        assertThat(body("/", coordinator)).contains("Find a successor for 1 member who has left Regional board");
    }

    @Test
    void aMemberTypeGivesWayToAnotherFromADay() throws Exception {
        fixtures.board("Regional board", 2);
        assertThat(send(
                                "/boards/member-types",
                                coordinator,
                                "id",
                                Uuid7.next().toString(),
                                "name",
                                "Regional director",
                                "from.day",
                                "1",
                                "from.month",
                                "12",
                                "from.year",
                                "2026",
                                "follows",
                                fixtures.type("Regional Schools Commissioner").toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(body("/boards/member-types", coordinator))
                .contains("Regional director", "until 30 November 2026", "The region’s update of June 2016");
    }

    @Test
    void aMemberTypeThatNobodyTookOverFromEnds() throws Exception {
        var board = fixtures.board("Regional board", 2);
        var type = fixtures.type("Teaching Schools Council").toString();
        String[] end = {"ended", type, "last.day", "31", "last.month", "8", "last.year", "2026"};
        assertThat(send("/boards/member-types/end", people.regionalManager(), end)
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("/boards/member-types/end", coordinator, "ended", "").getContentAsString())
                .contains("Choose the type that is used no more");
        assertThat(send("/boards/member-types/end", coordinator, end).getStatus())
                .isEqualTo(302);
        assertThat(send("/boards/member-types/end", coordinator, end).getStatus())
                .as("it is not in use any more")
                .isEqualTo(422);
        assertThat(body("/boards/member-types", coordinator)).contains("until 31 August 2026");
        assertThat(body("/boards/" + board.value() + "/members/new", coordinator))
                .doesNotContain("Teaching Schools Council");
    }

    @Test
    void theListTakesAFixedNumberOfStatements() throws Exception {
        fixtures.board("First board", 2);
        int one = statements.during(() -> body("/boards", coordinator)).size();
        UUID unused = fixtures.board("Second board", 2).value();
        assertThat(unused).isNotNull();
        fixtures.board("Third board", 2);
        assertThat(statements.during(() -> body("/boards", coordinator))).hasSize(one);
    }
}
