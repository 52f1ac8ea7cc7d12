package uk.slipway.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardFixtures;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.BoardRole;
import uk.slipway.partnership.MembershipId;

@PageTest
class MeetingsPageTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    BoardFixtures boards;

    @Autowired
    MeetingFixtures meetings;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    private Viewer coordinator;
    private Viewer chair;
    private Viewer observer;
    private BoardId board;
    private MembershipId chairsSeat;

    @BeforeEach
    void aBoard() {
        coordinator = people.coordinator();
        chair = people.boardPartner("Anna", "Diocese of Manchester");
        observer = people.boardPartner("Ben", "Diocese of Salford");
        board = boards.board("Regional board", 1);
        chairsSeat = boards.seat(board, chair, BoardRole.CHAIR);
        boards.seat(board, observer, BoardRole.OBSERVER);
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

    private MockHttpServletResponse upload(String address, String title, byte[] content) throws Exception {
        return pages.perform(multipart(address)
                        .file(new MockMultipartFile("file", "paper.pdf", "application/pdf", content))
                        .param("id", Uuid7.next().toString())
                        .param("title", title)
                        .with(people.signedInAs(coordinator)))
                .andReturn()
                .getResponse();
    }

    /** The text of all pages, whatever the lines were broken into. */
    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static byte[] pdf(String words) {
        return PackPdf.html(words, "<h1>" + words + "</h1>");
    }

    private static String at(MeetingId meeting) {
        return "/meetings/" + meeting.value();
    }

    private static String at(MeetingId meeting, AgendaItemId item) {
        return at(meeting) + "/items/" + item.value();
    }

    @Test
    void twoWhoChangeAMeetingOrAnItemAtOnceBothSeeBothTexts() throws Exception {
        var meeting = meetings.meeting(coordinator, board, LocalDate.of(2026, 12, 10));
        var item = meetings.item(coordinator, meeting, "Reading", false);
        String[] theirs = {
            "version",
            "0",
            "title",
            "Theirs",
            "on.day",
            "11",
            "on.month",
            "12",
            "on.year",
            "2026",
            "starts",
            "11:00",
            "place",
            "Town hall"
        };
        assertThat(send(at(meeting) + "/change", coordinator, theirs).getStatus())
                .isEqualTo(302);
        theirs[3] = "Mine";
        theirs[5] = "14";
        var conflict = send(at(meeting) + "/change", chair, theirs);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Mine", "Theirs", "14 December 2026", "11 December 2026")
                .contains("You both wrote the same");
        theirs[1] = "1";
        assertThat(send(at(meeting) + "/change", chair, theirs).getStatus()).isEqualTo(302);
        assertThat(body(at(meeting), chair)).contains("Mine", "14 December 2026");

        String[] changed = {"version", "0", "title", "Their item", "kind", "DISCUSSION", "minutes", "10"};
        assertThat(send(at(meeting, item), coordinator, changed).getStatus()).isEqualTo(302);
        changed[3] = "My item";
        changed[5] = "DECISION";
        var both = send(at(meeting, item), chair, changed);
        assertThat(both.getStatus()).isEqualTo(409);
        assertThat(both.getContentAsString()).contains("My item", "Their item", "Decision", "Discussion");
    }

    @Test
    void aSeriesIsSetUpOnWorkingDaysAndOnceOnly() throws Exception {
        String[] series = {
            "id",
            Uuid7.next().toString(),
            "title",
            "Meeting",
            "on.day",
            "30",
            "on.month",
            "11",
            "on.year",
            "2026",
            "starts",
            "10:30",
            "place",
            "Town hall",
            "count",
            "3",
            "weeks",
            "4",
            "series",
            "Meetings of the year"
        };
        assertThat(send("/boards/" + board.value() + "/meetings/new", chair, series)
                        .getStatus())
                .isEqualTo(302);
        assertThat(send("/boards/" + board.value() + "/meetings/new", chair, series)
                        .getStatus())
                .isEqualTo(302);
        // The second would fall on the bank holiday after Boxing Day.
        assertThat(jdbc.queryForList("select held_on::text from meeting order by held_on", String.class))
                .containsExactly("2026-11-30", "2026-12-29", "2027-01-25");
        assertThat(body("/boards/" + board.value(), observer))
                .contains("Meeting, Monday 30 November 2026", "in 7 days");
    }

    @Test
    void aStrangerLearnsNothingAndAnObserverSeesNoRestrictedItem() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        meetings.item(coordinator, meeting, "Open business", false);
        var secret = meetings.item(coordinator, meeting, "A matter of confidence", true);
        assertThat(body(at(meeting), chair)).contains("Open business", "A matter of confidence");
        assertThat(body(at(meeting), observer))
                .contains("Open business", "Items restricted to voting members are not shown")
                .doesNotContain("A matter of confidence");
        assertThat(open(at(meeting, secret) + "/interests", observer).getStatus())
                .isEqualTo(404);
        assertThat(open(at(meeting), people.director("Bolton")).getStatus()).isEqualTo(404);
        assertThat(open(at(meeting) + "/change", observer).getStatus()).isEqualTo(403);
    }

    @Test
    void theMemberOfAnotherBoardSeesNoRestrictedItemOfThisOne() throws Exception {
        var other = boards.board("Another board", 1);
        var member = people.director("Wigan");
        boards.seat(other, member, BoardRole.MEMBER);
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var secret = meetings.item(coordinator, meeting, "A matter of confidence", true);
        assertThat(open(at(meeting), member).getStatus()).isEqualTo(404);
        assertThat(open(at(meeting, secret) + "/interests", member).getStatus()).isEqualTo(404);
        assertThat(body("/boards/" + board.value(), member)).doesNotContain("A matter of confidence");
    }

    @Test
    void thePackHasContinuousPagesAndBookmarksAndSaysWhatChanged() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var item = meetings.item(coordinator, meeting, "Łódź & priorities", false);
        meetings.item(coordinator, meeting, "A matter of confidence", true);
        assertThat(upload(at(meeting, item) + "/papers", "First paper", pdf("First words"))
                        .getStatus())
                .isEqualTo(302);
        var pack = open(at(meeting) + "/pack.pdf", chair).getContentAsByteArray();
        try (var document = Loader.loadPDF(pack)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text(document))
                    .contains("Łódź & priorities", "First paper, page 2", "First words", "Page 1 of 2", "Page 2 of 2")
                    .contains("A matter of confidence");
            var outline = document.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.children())
                    .extracting(mark -> mark.getTitle())
                    .containsExactly("Agenda", "1. Łódź & priorities");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        try (var document =
                Loader.loadPDF(open(at(meeting) + "/pack.pdf", observer).getContentAsByteArray())) {
            assertThat(text(document)).doesNotContain("A matter of confidence");
        }
        assertThat(body(at(meeting), chair)).contains("Version 1 of");

        upload(at(meeting, item) + "/papers", "Second paper", pdf("Second words"));
        assertThat(body(at(meeting), chair)).contains("The agenda or a paper has changed since version 1");
        open(at(meeting) + "/pack.pdf", chair);
        assertThat(body(at(meeting), chair))
                .contains("Version 2 of", "New since the version before: the paper “Second paper”.");
    }

    @Test
    void aPaperThatIsNoPdfAndOneThatIsBrokenAreAnnouncedInThePack() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        assertThat(upload(at(meeting, item) + "/papers", "A picture", png).getStatus())
                .isEqualTo(302);
        assertThat(upload(at(meeting, item) + "/papers", "Broken", "%PDF-1.7 and nothing".getBytes("US-ASCII"))
                        .getStatus())
                .isEqualTo(302);
        try (var document =
                Loader.loadPDF(open(at(meeting) + "/pack.pdf", chair).getContentAsByteArray())) {
            assertThat(text(document)).contains("This paper is not a PDF (PNG)", "This PDF cannot be read.");
        }
    }

    @Test
    void aPaperOf100MegabytesIsRefusedInWords() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        var answer = upload(at(meeting, item) + "/papers", "Too large", new byte[100_000_000]);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("The file is 100.0MB; a paper must be 25MB or smaller");
        var script = upload(at(meeting, item) + "/papers", "A script", "<script>".getBytes("US-ASCII"));
        assertThat(script.getContentAsString()).contains("The file must be a PDF");
    }

    @Test
    void aRemovedPaperKeepsItsNameAndSaysWhoTookItAwayAndWhy() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        upload(at(meeting, item) + "/papers", "Wrong paper", pdf("Wrong"));
        var paper = jdbc.queryForObject("select id::text from meeting_paper", String.class);
        assertThat(open(at(meeting) + "/papers/" + paper, observer).getStatus()).isEqualTo(200);
        assertThat(send(at(meeting) + "/papers/" + paper + "/remove", coordinator, "reason", "It named a school")
                        .getStatus())
                .isEqualTo(302);
        var gone = open(at(meeting) + "/papers/" + paper, observer);
        assertThat(gone.getStatus()).isEqualTo(410);
        assertThat(gone.getContentAsString()).contains("Wrong paper", "It named a school");
        assertThat(jdbc.queryForObject("select count(*) from meeting_paper_content", Long.class))
                .isZero();
        assertThat(body(at(meeting), observer)).contains("Wrong paper", "It named a school");
    }

    @Test
    void twoMinuteTakersNeverOverwriteEachOther() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY);
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        meetings.held(coordinator, meeting, List.of(chairsSeat));
        var address = at(meeting) + "/minutes/" + item.value();
        assertThat(send(address, coordinator, "version", "0", "minute", "The clerk’s words")
                        .getStatus())
                .isEqualTo(302);
        var conflict = send(address, chair, "version", "0", "minute", "The chair’s words");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("The clerk’s words", "The chair’s words");
        var typed = pages.perform(post(address)
                        .param("version", "0")
                        .param("minute", "The chair’s words")
                        .header("Slipway-Autosave", "true")
                        .with(people.signedInAs(chair)))
                .andReturn()
                .getResponse();
        assertThat(typed.getStatus()).isEqualTo(409);
        assertThat(typed.getContentAsString()).contains(coordinator.name());
        assertThat(jdbc.queryForObject("select minute from meeting_item", String.class))
                .isEqualTo("The clerk’s words");
        // The same text sent again, as after a dropped connection, is no conflict.
        assertThat(send(address, coordinator, "version", "0", "minute", "The clerk’s words")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void twoWhoRecordWhoCameBothSeeWhatTheOtherSaved() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY);
        var member = people.director("Bolton");
        var seat = boards.seat(board, member, BoardRole.MEMBER);
        var address = at(meeting) + "/attendance";
        assertThat(body(address, coordinator)).contains("name=\"version\" value=\"0\"");
        assertThat(send(at(meeting) + "/apologies", member, "sorry", "true").getStatus())
                .isEqualTo(302);
        String[] everybody = {
            "version", "0",
            "member", chairsSeat.value().toString(),
            "status", "PRESENT",
            "member", seat.value().toString(),
            "status", "PRESENT",
            "deputy", "",
            "deputyName", "",
            "deputy", "",
            "deputyName", "",
            "others", "A guest"
        };
        var conflict = send(address, coordinator, everybody);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains(
                        "Somebody else saved this while you had it open",
                        member.name().split(" ")[0],
                        "Apologies")
                .contains("A guest", "name=\"version\" value=\"1\"");
        assertThat(jdbc.queryForObject("select state from meeting", String.class))
                .isEqualTo("PLANNED");
        everybody[1] = "1";
        assertThat(send(address, coordinator, everybody).getStatus()).isEqualTo(302);
        assertThat(send(address, coordinator, everybody).getStatus())
                .as("the same again")
                .isEqualTo(302);
        var late = everybody.clone();
        late[9] = "ABSENT";
        var second = send(address, chair, late);
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("Who else was there", "name=\"version\" value=\"2\"");
    }

    @Test
    void anInterestIsNotWordedOtherwiseBehindTheBackOfWhoDeclaredIt() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY);
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        var address = at(meeting, item) + "/interests";
        var member = chairsSeat.value().toString();
        assertThat(send(address, chair, "member", member, "words", "My school").getStatus())
                .isEqualTo(302);
        assertThat(send(address, chair, "member", member, "words", "My school").getStatus())
                .isEqualTo(302);
        var other = send(address, coordinator, "member", member, "words", "The diocese’s school");
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("with this interest: “My school”", "The diocese’s school");
    }

    @Test
    void minutesAreClearedCirculatedApprovedAndThenPublicWithoutWhatIsRestricted() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY);
        var item = meetings.item(coordinator, meeting, "Priorities", false);
        var secret = meetings.item(coordinator, meeting, "A matter of confidence", true);
        meetings.held(coordinator, meeting, List.of(chairsSeat));
        send(at(meeting) + "/minutes/" + item.value(), coordinator, "version", "0", "minute", "Agreed to read more");
        assertThat(send(at(meeting) + "/minutes/clear", coordinator).getStatus())
                .isEqualTo(403);
        send(at(meeting) + "/minutes/clear", chair);
        assertThat(minutes(meeting)).isEqualTo("DRAFT");
        send(at(meeting) + "/minutes/" + secret.value(), coordinator, "version", "0", "minute", "Not for the public");
        send(at(meeting) + "/minutes/clear", chair);
        assertThat(minutes(meeting)).isEqualTo("CLEARED");
        send(at(meeting) + "/minutes/circulate", coordinator);
        assertThat(jdbc.queryForObject(
                        "select count(*) from outbox_message where subject like 'Minutes:%'", Long.class))
                .isEqualTo(2);
        send(at(meeting) + "/minutes/approve", coordinator);
        assertThat(minutes(meeting)).isEqualTo("CIRCULATED");
        assertThat(open(at(meeting) + "/record", people.reader()).getStatus()).isEqualTo(404);

        var next = meetings.meeting(coordinator, board, TODAY);
        jdbc.update("update meeting set starts_at = '15:00' where id = ?", next.value());
        meetings.held(coordinator, next, List.of(chairsSeat));
        send(at(meeting) + "/minutes/approve", coordinator);
        assertThat(body(at(meeting) + "/record", people.reader()))
                .contains("Agreed to read more", chair.name())
                .doesNotContain("Not for the public", "A matter of confidence");
        assertThat(body("/boards/" + board.value(), people.reader())).contains("Public record");
        assertThat(body("/boards/" + board.value() + "/records", people.reader()))
                .contains("Monday 23 November 2026");
    }

    private String minutes(MeetingId meeting) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select minutes from meeting where id = ?", String.class, meeting.value()));
    }

    @Test
    void whatWasNotReachedWaitsAndComesToTheNextMeeting() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY);
        var item = meetings.item(coordinator, meeting, "Not reached", false);
        meetings.held(coordinator, meeting, List.of(chairsSeat));
        send(at(meeting, item) + "/carry", coordinator);
        send(at(meeting, item) + "/carry", coordinator);
        assertThat(body(at(meeting), chair)).contains("Carried to the next meeting");
        var next = meetings.meeting(coordinator, board, TODAY.plusDays(28));
        assertThat(body(at(next), chair)).contains("Not reached");
        assertThat(jdbc.queryForObject("select count(*) from meeting_item", Long.class))
                .isEqualTo(2);
    }

    @Test
    void aMeetingIsDuplicatedWithItsAgendaAndACancelledOneGivesItsItemsBack() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        meetings.item(coordinator, meeting, "Standing item", false);
        var copy = Uuid7.next().toString();
        send(at(meeting) + "/duplicate", coordinator, "id", copy, "on.day", "14", "on.month", "12", "on.year", "2026");
        assertThat(body("/meetings/" + copy, chair)).contains("Standing item", "Monday 14 December 2026");
        send("/meetings/" + copy + "/cancel", coordinator, "reason", "Too few can come");
        assertThat(body("/meetings/" + copy, chair)).contains("Cancelled: Too few can come");
        assertThat(body("/boards/" + board.value() + "/meetings", chair)).contains("Standing item");
    }

    @Test
    void aLeadWhoHasLeftIsSaidToTheClerk() throws Exception {
        var lead = people.director("Bolton");
        var seat = boards.seat(board, lead, BoardRole.MEMBER);
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        var item = meetings.item(coordinator, meeting, "Led by Bolton", false);
        jdbc.update("update meeting_item set lead_membership_id = ? where id = ?", seat.value(), item.value());
        assertThat(body("/", lead)).contains("Add your paper for Regional board");
        jdbc.update(
                "update account set closed_on = '2026-11-20' where id = ?",
                lead.account().value());
        assertThat(body(at(meeting), coordinator)).contains("The lead has left the board: name another.");
    }

    @Test
    void theClerkAndTheChairAreToldWhatTheyOwe() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        assertThat(body("/", coordinator)).contains("Set the agenda of Regional board");
        meetings.item(coordinator, meeting, "Priorities", false);
        assertThat(body("/", coordinator)).contains("1 item needs a paper: Regional board");
        var held = meetings.meeting(coordinator, board, TODAY);
        meetings.held(coordinator, held, List.of(chairsSeat));
        assertThat(body("/", chair)).contains("Clear the minutes of Regional board");
    }

    @Test
    void theMeetingTakesAFixedNumberOfStatements() throws Exception {
        var meeting = meetings.meeting(coordinator, board, TODAY.plusDays(7));
        meetings.item(coordinator, meeting, "First", false);
        int one = statements.during(() -> body(at(meeting), chair)).size();
        meetings.item(coordinator, meeting, "Second", false);
        meetings.item(coordinator, meeting, "Third", true);
        assertThat(statements.during(() -> body(at(meeting), chair))).hasSize(one);
    }
}
