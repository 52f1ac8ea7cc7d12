package uk.slipway.headlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.DispatcherServlet;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumFixtures;

@PageTest
class HeadlinesPageTests {

    private static final String WORDS = "Example strength: early help arrives early";
    private static final String AGREED_ALREADY = "This forum takes no new headlines: its headlines are agreed";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountsFixtures people;

    @Autowired
    HeadlineFixtures headlines;

    @Autowired
    ForumFixtures forums;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Test
    void aDraftIsSeenByTheAuthorityThePanelAndTheRegionAlone() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        var page = "/headlines/" + id.value();
        sees(people.officer("Bolton"), page);
        sees(people.director("Bolton"), page);
        sees(people.leadMember("Bolton"), page);
        sees(people.regionalManager(), page);
        sees(people.dataLead(), page);
        sees(people.director("Wigan"), page);
        var member = people.officer("Oldham");
        missing(member, page);
        people.inTheDataGroup(member);
        sees(member, page);
        missing(people.director("Bury"), page);
        missing(people.ofsted("Bolton"), page);
        missing(people.ofsted("Bury"), page);
        as(people.reader(), get(page)).andExpect(status().isForbidden());
        as(people.administrator(), get(page)).andExpect(status().isForbidden());
        as(people.accountManager("Bolton"), get(page)).andExpect(status().isForbidden());
        var hidden = as(people.director("Bury"), get("/headlines"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(hidden).doesNotContain(WORDS);
    }

    @Test
    void whoHasLeftThePanelSeesTheHeadlineNoLonger() throws Exception {
        var id = headlines.drafted(headlines.forum("Bolton"), HeadlineKind.STRENGTH, WORDS);
        sees(people.director("Wigan"), "/headlines/" + id.value());
        jdbc.sql("update appointment set ends_on = date '2027-01-19' where kind = 'PEER'")
                .update();
        missing(people.director("Wigan"), "/headlines/" + id.value());
        sees(people.director("Bolton"), "/headlines/" + id.value());
    }

    @Test
    void ofstedSeesExactlyWhatThePreviewShowedAndNothingElse() throws Exception {
        var forum = headlines.forum("Bolton");
        var strength = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        var area = headlines.drafted(forum, HeadlineKind.AREA_FOR_DEVELOPMENT, "Example area: supervision");
        headlines.complete(forum);
        headlines.agree("Bolton", strength);
        headlines.agree("Bolton", area);
        var inspector = people.ofsted("Bolton");
        var stranger = people.ofsted("Bury");
        assertThat(body(as(inspector, get("/headlines")))).contains("Bolton").doesNotContain(WORDS);
        missing(inspector, "/headlines/" + strength.value());

        var preview = body(as(
                people.director("Bolton"),
                get("/forums/" + forum.value() + "/headlines/share/preview")
                        .param("headlines", strength.value().toString())));
        missing(inspector, "/headlines/" + strength.value());
        var receipt = Uuid7.next();
        for (int time = 0; time < 10; time++) {
            as(
                            people.director("Bolton"),
                            post("/forums/" + forum.value() + "/headlines/share")
                                    .param("receipt", receipt.toString())
                                    .param("headlines", strength.value().toString()))
                    .andExpect(redirectedUrl("/headlines/shares/" + receipt));
        }
        assertThat(count("share where audience = 'OFSTED'")).isEqualTo(1);
        assertThat(count("receipt_item")).isEqualTo(1);

        var opened = body(as(inspector, get("/headlines/shared/E08000001")));
        assertThat(shown(opened)).isEqualTo(shown(preview)).contains(WORDS).doesNotContain("Example evidence");
        assertThat(opened).doesNotContain("supervision").doesNotContain("Example evidence");
        assertThat(shown(body(as(inspector, get("/headlines/" + strength.value())))))
                .isEqualTo(shown(preview));
        missing(inspector, "/headlines/" + area.value());
        missing(inspector, "/forums/" + forum.value() + "/headlines");
        missing(inspector, "/headlines/shares/" + receipt);
        missing(stranger, "/headlines/" + strength.value());
        missing(stranger, "/headlines/shared/E08000001");
        missing(people.director("Bury"), "/headlines/shares/" + receipt);
        missing(people.regionalManager(), "/headlines/shares/" + receipt);
        assertThat(body(as(people.officer("Bolton"), get("/headlines/shares/" + receipt))))
                .contains(inspector.name())
                .contains("Opened by");
    }

    @Test
    void aWithdrawalSaysWhetherItHadBeenOpened() throws Exception {
        var forum = headlines.forum("Bolton");
        var strength = headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var inspector = people.ofsted("Bolton");
        var unopened = headlines.shared("Bolton", forum, strength);
        assertThat(withdraw(unopened, "Sent too early"))
                .contains("Nobody had opened it")
                .contains("Sent too early");
        missing(inspector, "/headlines/" + strength.value());
        assertThat(body(as(inspector, get("/headlines/shared/E08000001")))).doesNotContain(WORDS);

        var again = headlines.shared("Bolton", forum, strength);
        sees(inspector, "/headlines/" + strength.value());
        assertThat(withdraw(again, "Not yet")).contains("It had been opened before");
        missing(inspector, "/headlines/" + strength.value());
        sees(people.director("Bolton"), "/headlines/" + strength.value());
    }

    @Test
    void onlyWordsThatBothAcceptedCanBeShared() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        headlines.complete(forum);
        var director = people.director("Bolton");
        as(director, preview(forum.value(), id.value())).andExpect(status().isNotFound());
        as(
                        director,
                        post("/headlines/" + id.value() + "/dispute")
                                .param("act", Uuid7.next().toString())
                                .param("version", "" + headlines.version(id))
                                .param("words", "Our own words"))
                .andExpect(redirectedUrl("/forums/" + forum.value() + "/headlines"));
        as(director, preview(forum.value(), id.value())).andExpect(status().isNotFound());
        as(
                        director,
                        post("/forums/" + forum.value() + "/headlines/share")
                                .param("receipt", Uuid7.next().toString())
                                .param("headlines", id.value().toString()))
                .andExpect(status().isNotFound());
        as(people.regionalManager(), get("/headlines/" + id.value()))
                .andExpect(content().string(containsString("Our own words")))
                .andExpect(content().string(containsString(WORDS)));
        as(
                        people.regionalManager(),
                        post("/headlines/" + id.value() + "/accept").param("version", "" + headlines.version(id)))
                .andExpect(status().is3xxRedirection());
        assertThat(body(as(director, preview(forum.value(), id.value())))).contains("Our own words");
        assertThat(body(as(director, get("/headlines/" + id.value())))).contains(WORDS);
        assertThat(jdbc.sql("select state from forum").query(String.class).single())
                .isEqualTo("HEADLINES_AGREED");
    }

    @Test
    void anAgreedAreaForDevelopmentIsOneCommitmentHoweverOftenItIsAgreed() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.AREA_FOR_DEVELOPMENT, "Example area: supervision");
        headlines.complete(forum);
        var version = "" + headlines.version(id);
        for (int time = 0; time < 10; time++) {
            as(
                            people.director("Bolton"),
                            post("/headlines/" + id.value() + "/agree").param("version", version))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(count("commitment")).isEqualTo(1);
    }

    @Test
    void wordsThatChangedMeanwhileAreNotAgreed() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        headlines.complete(forum);
        var stale = "" + headlines.version(id);
        as(
                        people.regionalManager(),
                        post("/headlines/" + id.value() + "/words")
                                .param("id", Uuid7.next().toString())
                                .param("version", stale)
                                .param("kind", "STRENGTH")
                                .param("text", "Changed words"))
                .andExpect(status().is3xxRedirection());
        as(
                        people.director("Bolton"),
                        post("/headlines/" + id.value() + "/agree").param("version", stale))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Changed words")));
    }

    @Test
    void theOfficerCommentsButOnlyTheDirectorAgrees() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        headlines.complete(forum);
        var act = Uuid7.next().toString();
        for (int time = 0; time < 10; time++) {
            as(
                            people.officer("Bolton"),
                            post("/headlines/" + id.value() + "/comment")
                                    .param("act", act)
                                    .param("words", "<script>x</script>"))
                    .andExpect(redirectedUrl("/headlines/" + id.value()));
        }
        assertThat(count("headline_comment")).isEqualTo(1);
        as(people.officer("Bolton"), get("/headlines/" + id.value()))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(not(containsString("Agree these words"))));
        as(people.officer("Bolton"), post("/headlines/" + id.value() + "/agree").param("version", "1"))
                .andExpect(status().isForbidden());
        as(people.director("Wigan"), post("/headlines/" + id.value() + "/agree").param("version", "1"))
                .andExpect(status().isForbidden());
        as(people.director("Bury"), post("/headlines/" + id.value() + "/agree").param("version", "1"))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "LONG"})
    void aHeadlineThatCannotBeIsShownAgainAsItWasTyped(String typed) throws Exception {
        var forum = headlines.forum("Bolton");
        var text = typed.equals("LONG") ? "x".repeat(100_000) : typed;
        as(
                        people.regionalManager(),
                        post("/forums/" + forum.value() + "/headlines/draft")
                                .param("id", Uuid7.next().toString())
                                .param("kind", "STRENGTH")
                                .param("text", text)
                                .param("evidence", "Kept evidence"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("Kept evidence")));
        assertThat(count("headline")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b\u0001c", "<script>alert(1)</script>", "שלום", "👩‍👧 emoji"})
    void oddLettersAreKeptAsLetters(String text) throws Exception {
        var forum = headlines.forum("Bolton");
        var id = Uuid7.next().toString();
        for (int time = 0; time < 10; time++) {
            as(
                            people.regionalManager(),
                            post("/forums/" + forum.value() + "/headlines/draft")
                                    .param("id", id)
                                    .param("kind", "STRENGTH")
                                    .param("area", "NO_SUCH_AREA")
                                    .param("text", text))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(count("headline")).isEqualTo(1);
        as(people.regionalManager(), get("/headlines/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void addressesThatLeadNowhereAreNotFound() throws Exception {
        var manager = people.regionalManager();
        as(manager, get("/headlines/not-a-uuid")).andExpect(status().isNotFound());
        as(manager, get("/headlines/" + UUID.randomUUID())).andExpect(status().isNotFound());
        as(manager, get("/forums/" + UUID.randomUUID() + "/headlines")).andExpect(status().isNotFound());
        as(manager, get("/forums/" + UUID.randomUUID() + "/capture")).andExpect(status().isNotFound());
        as(people.director("Bolton"), get("/headlines/shares/" + UUID.randomUUID()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theFacilitatorCapturesAndAPeerDoesNot() throws Exception {
        var forum = headlines.forum("Bolton");
        var page = "/forums/" + forum.value() + "/capture";
        as(people.director("Salford"), get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Who of the panel is here?")));
        as(people.director("Wigan"), get(page)).andExpect(status().isForbidden());
        as(people.director("Bury"), get(page)).andExpect(status().isNotFound());
        as(
                        people.director("Salford"),
                        post(page + "/notes").param("notesVersion", "-1").param("notes", "Example note"))
                .andExpect(redirectedUrl(page));
        as(
                        people.director("Salford"),
                        post(page + "/attendance")
                                .param("attendanceVersion", "-1")
                                .param("others", "A. Guest"))
                .andExpect(redirectedUrl(page));
        as(people.regionalManager(), get(page))
                .andExpect(content().string(containsString("Example note")))
                .andExpect(content().string(containsString("A. Guest")));
        as(
                        people.regionalManager(),
                        post(page + "/notes").param("notesVersion", "-1").param("notes", "Other"))
                .andExpect(status().isConflict());
        as(
                        people.regionalManager(),
                        post(page + "/attendance")
                                .param("attendanceVersion", "0")
                                .param("others", "x".repeat(100_000))
                                .param("notesVersion", "0")
                                .param("notes", "Notes still there"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Notes still there")));
    }

    @Test
    void ofstedSeesTheDayOfTheForumThatStandsInTheCancelledOnesPlace() throws Exception {
        var inspector = people.ofsted("Bolton");
        headlines.forum("Bolton");
        jdbc.sql("update forum set state = 'CANCELLED'").update();
        assertThat(body(as(inspector, get("/headlines")))).contains("Cancelled");
        forums.planned("Bolton", LocalDate.of(2027, 1, 28));
        assertThat(body(as(inspector, get("/headlines"))))
                .contains("Thursday 28 January 2027")
                .doesNotContain("Cancelled");
    }

    @Test
    void aDraftThatFailsAtTheForumLosesNothingTyped() throws Exception {
        var page = "/forums/" + headlines.forum("Bolton").value() + "/capture";
        var manager = people.regionalManager();
        var typed = new String[] {"Typed evidence", "Typed notes", "Typed guest", "typed tag"};
        var failed = body(
                as(
                        manager,
                        everything(page + "/headline", "")
                                .param("id", Uuid7.next().toString())
                                .param("kind", "STRENGTH")),
                422);
        assertThat(failed)
                .contains("There is a problem")
                .contains("Enter the headline")
                .contains("Notes of the forum")
                .contains("Who else is here?")
                .contains(typed);
        assertThat(count("headline")).isZero();
        assertThat(body(as(manager, everything(page + "/headline", "x".repeat(100_000))), 422))
                .contains("500 characters or fewer")
                .contains(typed);
    }

    @Test
    void aForumWhoseHeadlinesAreAgreedMeanwhileRefusesOneAndLosesNothingTyped() throws Exception {
        var forum = headlines.forum("Bolton");
        headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, "Example: agreed");
        var page = "/forums/" + forum.value() + "/capture";
        var manager = people.regionalManager();
        assertThat(body(as(manager, get(page))))
                .contains(AGREED_ALREADY, "action=\"" + page + "/notes\"")
                .doesNotContain("Draft this headline");
        assertThat(body(as(manager, everything(page + "/headline", WORDS).param("kind", "STRENGTH")), 422))
                .contains(
                        AGREED_ALREADY, "What you typed is kept", WORDS, "Typed evidence", "Typed notes", "Typed guest")
                .doesNotContain("Draft this headline");
        assertThat(body(as(manager, post(page + "/headline")), 422))
                .contains(AGREED_ALREADY)
                .doesNotContain("href=\"#text\"", "href=\"#kind\"");
        assertThat(count("headline")).isEqualTo(1);
    }

    @Test
    void theFormOfAHeadlineSaysWhyAForumTakesNoneAndKeepsWhatStandsTyped() throws Exception {
        var forum = headlines.forum("Bolton");
        var page = "/forums/" + forum.value() + "/headlines/draft";
        var manager = people.regionalManager();
        jdbc.sql("update forum set state = 'PANEL_CONFIRMED'").update();
        assertThat(body(as(manager, get(page))))
                .contains("This forum takes no headlines yet: they are drafted once its pack is issued")
                .doesNotContain("<textarea", "Draft this headline");
        jdbc.sql("update forum set state = 'HELD'").update();
        headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, "Example: agreed");
        assertThat(body(
                        as(
                                manager,
                                post(page)
                                        .param("id", Uuid7.next().toString())
                                        .param("kind", "STRENGTH")
                                        .param("text", WORDS)
                                        .param("evidence", "Typed evidence")),
                        422))
                .contains("There is a problem", AGREED_ALREADY, "What you typed is kept", WORDS, "Typed evidence")
                .doesNotContain("Draft this headline");
        assertThat(count("headline")).isEqualTo(1);
    }

    @Test
    void savingOnePartKeepsWhatStandsTypedInTheOthers() throws Exception {
        var page = "/forums/" + headlines.forum("Bolton").value() + "/capture";
        var manager = people.regionalManager();
        var id = Uuid7.next().toString();
        Map<String, Object> flash = Map.of();
        for (int time = 0; time < 10; time++) {
            flash = Map.copyOf(as(
                            manager,
                            everything(page + "/headline", WORDS)
                                    .param("id", id)
                                    .param("kind", "STRENGTH"))
                    .andExpect(redirectedUrl(page))
                    .andReturn()
                    .getFlashMap());
        }
        assertThat(count("headline")).isEqualTo(1);
        var next = body(as(manager, get(page).requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, flash)));
        assertThat(next)
                .contains("Typed notes", "Typed guest", "Not saved yet", WORDS)
                .doesNotContain("Typed evidence", "typed tag", "value=\"" + id);
        assertThat(body(as(manager, get(page)))).doesNotContain("Typed notes");
    }

    private static MockHttpServletRequestBuilder everything(String address, String text) {
        return post(address)
                .param("text", text)
                .param("evidence", "Typed evidence")
                .param("tags", "typed tag")
                .param("notesVersion", "-1")
                .param("notes", "Typed notes")
                .param("attendanceVersion", "-1")
                .param("others", "Typed guest");
    }

    @Test
    void theRecordGateComesBeforeTheForm() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.drafted(forum, HeadlineKind.STRENGTH, WORDS);
        headlines.complete(forum);
        var page = "/headlines/" + id.value();
        for (var act : new String[] {"/dispute", "/seminar-decline"}) {
            as(people.director("Bury"), post(page + act)).andExpect(status().isNotFound());
            as(people.director("Wigan"), post(page + act)).andExpect(status().isForbidden());
        }
        as(people.director("Bolton"), post(page + "/dispute")).andExpect(status().isUnprocessableContent());
        as(people.director("Bolton"), post(page + "/seminar-decline")).andExpect(status().isNotFound());
        as(people.officer("Bolton"), post(page + "/words")).andExpect(status().isForbidden());
        as(people.regionalManager(), post(page + "/words")).andExpect(status().isUnprocessableContent());
        var share = "/forums/" + forum.value() + "/headlines/share";
        as(people.director("Bury"), get(share + "/preview")).andExpect(status().isNotFound());
        as(people.director("Bury"), post(share)).andExpect(status().isNotFound());
        as(people.director("Bolton"), post(share))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose at least one headline")));
        as(people.regionalManager(), post("/headlines/regional/" + UUID.randomUUID() + "/withdraw"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aPreviewOfNothingLeadsBackOrSaysWhatToDo() throws Exception {
        var forum = headlines.forum("Bolton");
        headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var share = "/forums/" + forum.value() + "/headlines/share";
        as(people.director("Bolton"), get(share + "/preview")).andExpect(redirectedUrl(share));
        as(people.director("Bolton"), get(share + "/preview").param("asked", "yes"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("Choose at least one headline")));
    }

    @Test
    void ofstedSeesTheDaysOfItsAuthoritiesAndWhatIsNew() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var inspector = people.ofsted("Bolton", "Bury");
        assertThat(body(as(inspector, get("/headlines"))))
                .contains("Nothing new since you last looked", "Bury", "Not arranged yet", "Nothing shared");
        headlines.shared("Bolton", forum, id);
        as(
                        people.director("Bolton"),
                        post("/conversations/new")
                                .param("id", Uuid7.next().toString())
                                .param("authority", "E08000001")
                                .param("remit", "SOCIAL_CARE")
                                .param("date.day", "10")
                                .param("date.month", "2")
                                .param("date.year", "2027"))
                .andExpect(status().is3xxRedirection());
        assertThat(body(as(inspector, get("/headlines"))))
                .contains("1 headline is new since you last looked", "1 new", "Wednesday 10 February 2027")
                .doesNotContain(WORDS);
        as(inspector, get("/headlines/shared/E08000001")).andExpect(status().isOk());
        assertThat(body(as(inspector, get("/headlines")))).contains("Nothing new since you last looked");
    }

    /** The budget: session and viewer, assignments, what was shown, the cycle, forums, conversations. */
    @Test
    void ofstedsPageTakesTheSameStatementsForOneAuthorityAndForAll() throws Exception {
        var forum = headlines.forum("Bolton");
        headlines.shared("Bolton", forum, headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS));
        var inspector = people.ofsted("Bolton");
        int one = statements.during(() -> as(inspector, get("/headlines"))).size();
        jdbc.sql("""
            insert into appointment (id, version, account_id, kind, subject_id, starts_on, given_by)
            select gen_random_uuid(), 0, :account, 'OFSTED_LINK', o.id, date '2020-01-01', 'test' from organisation o
            where o.kind = 'LOCAL_AUTHORITY' and o.region_code = 'E12000002' and o.ends_on is null and o.name <> 'Bolton'
            """).param("account", inspector.account().value()).update();
        var all = statements.during(() -> as(inspector, get("/headlines"))
                .andExpect(content().string(containsString("Westmorland and Furness"))));
        assertThat(all).hasSize(one).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void aSharedStrengthGoesToASeminarOnlyWithTheDirectorsConsent() throws Exception {
        var forum = headlines.forum("Bolton");
        var id = headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var inspector = people.ofsted("Bolton");
        var page = "/headlines/" + id.value();
        as(inspector, post(page + "/seminar-proposal").param("act", Uuid7.next().toString()))
                .andExpect(status().isNotFound());
        headlines.shared("Bolton", forum, id);
        for (int time = 0; time < 10; time++) {
            as(
                            inspector,
                            post(page + "/seminar-proposal")
                                    .param("act", Uuid7.next().toString())
                                    .param("note", "Example reason"))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(count("seminar_proposal")).isEqualTo(1);
        as(people.director("Bolton"), get(page)).andExpect(content().string(containsString("Example reason")));
        assertThat(body(as(people.regionalManager(), get(page)))).doesNotContain("Example reason");
        as(people.director("Bolton"), post(page + "/seminar-consent")).andExpect(redirectedUrl(page));
        as(inspector, get(page)).andExpect(content().string(containsString("the Director has consented")));
    }

    @Test
    void aRegionalHeadlineNamesNobody() throws Exception {
        var forum = headlines.forum("Bolton");
        var source = headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var id = Uuid7.next();
        var manager = people.regionalManager();
        as(manager, regional(id, source.value(), "Bolton has early help"))
                .andExpect(redirectedUrl("/headlines/regional"));
        as(manager, get("/headlines/regional")).andExpect(content().string(containsString("The words name Bolton")));
        as(manager, post("/headlines/regional/" + id + "/publish").param("version", "0"))
                .andExpect(status().is3xxRedirection());
        assertThat(body(as(people.director("Bury"), get("/headlines/regional"))))
                .doesNotContain("early help");
        as(
                        manager,
                        post("/headlines/regional/" + id)
                                .param("version", "0")
                                .param("kind", "STRENGTH")
                                .param("theme", "Early help")
                                .param("text", "Early help arrives early")
                                .param("sources", source.value().toString()))
                .andExpect(redirectedUrl("/headlines/regional"));
        var version = jdbc.sql("select version from regional_headline")
                .query(Long.class)
                .single();
        as(manager, post("/headlines/regional/" + id + "/publish").param("version", "" + version))
                .andExpect(redirectedUrl("/headlines/regional"));
        assertThat(body(as(people.director("Bury"), get("/headlines/regional"))))
                .contains("Early help arrives early")
                .contains("1 agreed headline of 1 authority")
                .doesNotContain("Bolton");
        assertThat(body(as(people.reader(), get("/headlines/regional")))).doesNotContain("Early help arrives early");
    }

    @Test
    void theListTakesTheSameStatementsWithOneRowAndWithAThousand() throws Exception {
        var forum = headlines.forum("Bolton");
        headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, WORDS);
        var manager = people.regionalManager();
        var director = people.director("Bolton");
        var ofOne = statements
                .during(() -> as(manager, get("/headlines")).andExpect(status().isOk()))
                .size();
        jdbc.sql("""
            insert into headline (id, version, authority_id, cycle_id, forum_id, year_starts_in, kind, text, state,
                                  drafted_at, settled_at)
            select gen_random_uuid(), 0, authority_id, cycle_id, forum_id, year_starts_in, kind, 'Example ' || n, state,
                   drafted_at, settled_at
            from headline, generate_series(1, 999) n
            """).update();
        jdbc.sql("""
            insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id, made_at,
                               made_by_name, words)
            select gen_random_uuid(), 0, 'headline', h.id, h.authority_id, 'REGION', s.audience_id, s.made_at, s.made_by_name,
                   s.words
            from headline h, share s where s.audience = 'REGION' and s.record_kind = 'headline'
            on conflict do nothing
            """).update();
        var ofMany = statements.during(() -> as(manager, get("/headlines")).andExpect(status().isOk()));
        assertThat(ofMany).hasSize(ofOne);
        var page = body(as(director, get("/headlines")));
        assertThat(page).contains("Next headlines");
        as(director, get("/headlines").param("year", "junk").param("state", "x").param("after", "zzz"))
                .andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder regional(UUID id, UUID source, String text) {
        return post("/headlines/regional/new")
                .param("id", id.toString())
                .param("kind", "STRENGTH")
                .param("theme", "Early help")
                .param("text", text)
                .param("sources", source.toString());
    }

    private static MockHttpServletRequestBuilder preview(UUID forum, UUID headline) {
        return get("/forums/" + forum + "/headlines/share/preview").param("headlines", headline.toString());
    }

    private String withdraw(UUID receipt, String because) throws Exception {
        var share = jdbc.sql("select share_id from receipt_item where receipt_id = :id")
                .param("id", receipt)
                .query(UUID.class)
                .single();
        as(
                        people.director("Bolton"),
                        post("/headlines/shares/" + receipt + "/withdraw").param("shares", share.toString()))
                .andExpect(status().isUnprocessableContent());
        as(
                        people.director("Bolton"),
                        post("/headlines/shares/" + receipt + "/withdraw")
                                .param("shares", share.toString())
                                .param("because", because))
                .andExpect(redirectedUrl("/headlines/shares/" + receipt));
        return body(as(people.director("Bolton"), get("/headlines/shares/" + receipt)));
    }

    private void sees(Viewer viewer, String page) throws Exception {
        as(viewer, get(page)).andExpect(status().isOk()).andExpect(content().string(containsString(WORDS)));
    }

    private void missing(Viewer viewer, String page) throws Exception {
        as(viewer, get(page))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString(WORDS))));
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(people.signedInAs(viewer)));
    }

    private static String body(ResultActions actions, int answer) throws Exception {
        return actions.andExpect(status().is(answer)).andReturn().getResponse().getContentAsString();
    }

    private static String body(ResultActions actions) throws Exception {
        return actions.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String shown(String page) {
        int start = page.indexOf("id=\"shown\"");
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</div>", start));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
