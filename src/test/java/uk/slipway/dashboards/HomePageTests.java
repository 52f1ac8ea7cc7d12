package uk.slipway.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

@PageTest
class HomePageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    AddFictitiousAuthorities addFictitiousAuthorities;

    @Autowired
    Statements statements;

    @Autowired
    Messages messages;

    @Test
    void sendsAStrangerToSignIn() throws Exception {
        browser.perform(get("/")).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void tellsAnOfficerWhatTheAuthorityOwesAndByWhen() throws Exception {
        cycles.thisYear();
        open(people.officer("Bolton"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("What you owe"),
                                containsString("self-evaluation"),
                                containsString("Bolton, 2026/27 cycle"),
                                not(containsString("Bury")))));
    }

    @Test
    void showsTheRegionalManagerEveryAuthorityAsAPictureAndATable() throws Exception {
        cycles.thisYear();
        open(people.regionalManager())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("0 of 24 authorities have submitted"),
                                containsString("<svg"),
                                containsString("Westmorland and Furness, Peer challenge forum: Not scheduled yet"),
                                containsString("24</strong> <span>have not started their self-evaluation"),
                                containsString("The same as a table"),
                                containsString("Westmorland and Furness"),
                                containsString("Has not started its self-evaluation"))));
    }

    @Test
    void countsNoFictitiousAuthority() throws Exception {
        cycles.thisYear();
        addFictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of("Exampleton"));
        open(people.regionalManager())
                .andExpect(content()
                        .string(allOf(
                                containsString("0 of 24 authorities have submitted"),
                                containsString("1 fictitious authority below belongs to the demonstration"),
                                containsString("Exampleton (fictitious)"))));
    }

    @Test
    void tellsTheAdministratorThatNobodyReceivesWhatIsWritten() throws Exception {
        messages.send(new Recipient("Mary Walker", "mary@bolton.example"), "Your invitation", "Dear Mary");
        open(people.administrator())
                .andExpect(content()
                        .string(allOf(
                                containsString("No mail server is configured"),
                                containsString("1 message waits in the outbox"))));
        open(people.officer("Bolton")).andExpect(content().string(not(containsString("No mail server"))));
    }

    @Test
    void tellsTheAdministratorWhoseAccountChanged() throws Exception {
        var officer = people.officer("Bolton");
        people.hasPassword(officer, "a long sentence nobody knows");
        open(people.administrator()).andExpect(content().string(containsString(officer.name() + ": chose")));
    }

    @Test
    void everyWayOnLeadsSomewhere() throws Exception {
        cycles.thisYear();
        for (Viewer viewer : List.of(
                people.officer("Bolton"),
                people.director("Bolton"),
                people.accountManager("Bolton"),
                people.regionalManager(),
                people.dataLead(),
                people.ofsted("Bolton"),
                people.reader(),
                people.administrator())) {
            var page = open(viewer).andReturn().getResponse().getContentAsString();
            var links = Pattern.compile("href=\"(/[^\"#?]*)\"").matcher(page);
            while (links.find()) {
                if (!links.group(1).startsWith("/assets/")) {
                    browser.perform(get(links.group(1)).with(people.signedInAs(viewer)))
                            .andExpect(result -> assertThat(result.getResponse().getStatus())
                                    .as(viewer.actingAs() + " goes to " + links.group(1))
                                    .isLessThan(400));
                }
            }
        }
    }

    @Test
    void filtersTheBoardByTheAddress() throws Exception {
        cycles.thisYear();
        var manager = people.regionalManager();
        browser.perform(get("/").param("show", "after-forum").with(people.signedInAs(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No authority is in this list")));
        browser.perform(get("/").param("show", "<script>")
                        .param("sort", "nothing")
                        .with(people.signedInAs(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void saysToAReaderFromElsewhereThatNothingIsPublishedYet() throws Exception {
        cycles.thisYear();
        open(people.reader())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing has been published yet"),
                                not(containsString("What you owe")))));
    }

    @Test
    void opensForEveryRoleBeforeAnyYearIsOpen() throws Exception {
        for (Viewer viewer : List.of(
                people.officer("Bolton"),
                people.director("Bolton"),
                people.chiefExecutive("Bolton"),
                people.leadMember("Bolton"),
                people.accountManager("Bolton"),
                people.regionalManager(),
                people.dataLead(),
                people.ofsted("Bolton"),
                people.reader(),
                people.administrator())) {
            open(viewer).andExpect(status().isOk());
        }
    }

    /** The budget: session and viewer, the rooms' duties, the cycle, one for each room on the board. */
    @Test
    void takesTheSameStatementsForFewAuthoritiesAndForMany() throws Exception {
        cycles.thisYear();
        var manager = people.regionalManager();
        open(manager);
        int few = statements.during(() -> open(manager)).size();
        addFictitiousAuthorities.add(
                RegionCode.NORTH_WEST,
                IntStream.range(0, 90).mapToObj(n -> "Exampleton " + n).toList());
        open(manager);
        var many = statements.during(() -> open(manager));
        assertThat(many).as(String.join("\n", many)).hasSize(few).hasSizeLessThanOrEqualTo(40);
    }

    private ResultActions open(Viewer viewer) throws Exception {
        return browser.perform(get("/").with(people.signedInAs(viewer)));
    }
}
