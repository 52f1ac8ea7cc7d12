package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.SignInAs;
import uk.slipway.house.DemonstrationTest;
import uk.slipway.house.Snapshot;
import uk.slipway.house.TestClock;

/**
 * What every form must stand. People of the demonstration walk through their pages and meet its forms; each form is
 * filled in as its person could, then spoiled one way at a time and sent, with real commits, on a database that is put
 * back after every request.
 */
@DemonstrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputPageTests {

    /** Who walks, in this order: the first to meet a form sends it. */
    private static final List<String> PEOPLE = List.of(
            "officer@bolton.example",
            "director@bolton.example",
            "manager@region.example",
            "inspector@ofsted.example",
            "chief-executive@bolton.example",
            "lead-member@bolton.example",
            "data@region.example",
            "accounts@bolton.example",
            "admin@slipway.example",
            "director@bury.example",
            "officer@bury.example",
            "officer@exampleton.example",
            "accounts@exampleton.example",
            "director@exampleton.example",
            "lead-member@exampleton.example",
            "officer@sampleford.example",
            "director@sampleford.example",
            "chief-executive@sampleford.example",
            "specialist@region.example",
            "coordinator@region.example",
            "board-chair@partner.example",
            "board-member@partner.example",
            "adviser@region.example",
            "fostering@bolton.example",
            "social-worker@bolton.example",
            "fostering@wigan.example",
            "commissioner@region.example");

    /** When the forums and conversations of the year have been, after which other forms are offered. */
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    /** Pages of the same shape that one person opens: enough to meet every state. */
    private static final int SAME_SHAPE = 12;

    private static final Pattern DOWNLOAD = Pattern.compile("\\.(csv|xlsx|pdf)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String UNKNOWN = "00000000-0000-7000-8000-00000000cafe";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String LONG = "Łong ".repeat(20_000);
    private static final String RIGHT_TO_LEFT = "\u202Eمرحبا بالعالم\u202C שלום";
    private static final String EMOJI = "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é";
    private static final String CONTROL = "before\u0000\u0001\u0007\u001b\u007f\ufffe after";

    /** What a form wants that its fields do not say: by route, field and value. */
    private static final Map<String, Map<String, String>> SENSIBLE = Map.ofEntries(
            Map.entry("POST /conversations/new", Map.of("time", "14:30", "remit", "SEND")),
            Map.entry("POST /cycles/{year}/template", Map.of("optional-DIRECTOR", "false")),
            Map.entry("POST /conversations/{id}/arrangements", Map.of("time", "14:30")),
            Map.entry("POST /datasets/{slug}/publisher", Map.of("publisherId", UNKNOWN)),
            Map.entry("POST /packs/{id}/figures/{figure}/query", Map.of("figure", "12.5")),
            Map.entry("POST /returns/indicators/{id}/edit", Map.of("least", "0", "most", "5000")),
            Map.entry(
                    "POST /returns/indicators/new",
                    Map.of("numerator", "What is counted", "denominator", "Out of what", "least", "1", "most", "99")),
            Map.entry("POST /datasets/new", Map.of("sourceAddress", "https://example.com/figures")),
            Map.entry("POST /sign-in", Map.of("email", "officer@bolton.example", "password", "demonstration")),
            Map.entry("POST /password-reset", Map.of("email", "officer@bolton.example")),
            Map.entry("POST /roadmap/priorities/{id}/indicators", Map.of("target", "0.2", "targetYear", "2028")),
            Map.entry("POST /monitoring/routines/{id}/indicators", Map.of("limit", "2")),
            Map.entry("POST /support/{id}/propose", Map.of("cost", "1200")),
            Map.entry("POST /boards/{board}/change", Map.of("parent", "")),
            Map.entry("POST /boards/{board}/terms", Map.of("minimum", "1")),
            Map.entry("POST /boards/{board}/members/new", Map.of("email", "director@bury.example")),
            Map.entry("POST /boards/{board}/members/{member}", Map.of("email", "director@bury.example")),
            Map.entry("POST /boards/{board}/meetings/new", Map.of("starts", "10:30")),
            Map.entry("POST /enquiries/front-door", Map.of("panel", "10", "decision", "10")),
            Map.entry("POST /enquiries/campaigns/new", Map.of("code", "example-code", "cost", "1,200")),
            Map.entry("POST /enquiries/benchmarks", Map.of("value", "12.5")),
            Map.entry("POST /enquiries/new", Map.of("telephone", "01632 960001", "area", "M1")),
            Map.entry("POST /enquiries/{id}/details", Map.of("area", "M1")),
            Map.entry(
                    "POST /fostering/protocol/draft",
                    Map.ofEntries(
                            Map.entry("allowance", "412.50"),
                            Map.entry("fee", "200"),
                            Map.entry("support", "50"),
                            Map.entry("management", "20"),
                            Map.entry("offerDays", "3"),
                            Map.entry("decisionDays", "2"),
                            Map.entry("emergencyAreaDays", "5"),
                            Map.entry("warnDays", "2"),
                            Map.entry("callDays", "1"),
                            Map.entry("keepClosedDays", "365"),
                            Map.entry("keepEndedDays", "3650"))),
            Map.entry("POST /fostering/adjacency/pair", Map.of("one", "E08000001", "other", "E06000006")),
            Map.entry("POST /fostering/referrals/new", Map.of("weeklyBudget", "900")),
            Map.entry("POST /fostering/referrals/{id}/needs", Map.of("weeklyBudget", "900")),
            Map.entry("POST /fostering/referrals/{id}/agency", Map.of("weeklyRate", "1100")),
            Map.entry(
                    "POST /fostering/referrals/{id}/offers/new",
                    Map.of("allowance", "412.50", "fee", "200", "support", "50", "management", "20")),
            Map.entry(
                    "POST /fostering/vacancies/new",
                    Map.of(
                            "carerReference",
                            "FC-099",
                            "postcodeArea",
                            "BL3",
                            "approvedPlaces",
                            "2",
                            "youngest",
                            "5",
                            "oldest",
                            "11",
                            "freePlaces",
                            "1")),
            Map.entry("POST /headlines/{id}/dispute", Map.of("words", "Example: other words")),
            Map.entry("POST /foster/you", Map.of("telephone", "01632 960001", "area", "M1")));

    /** Routes whose every POST counts, each with the reason. */
    private static final Map<String, String> EACH_COUNTS = Map.of(
            "POST /sign-in", "every sign-in is a session of its own and is written down",
            "POST /password-reset", "every asking is counted, so that guessing can be slowed down");

    /** Routes whose form nobody of the demonstration gets, each with the reason. */
    private static final Map<String, String> NO_FORM = new TreeMap<>(Map.of(
            "POST /kept/{id}/discard", "offered after a lost session only: KeptPageTests sends it",
            "POST /self-evaluations/start", "every authority has started this year: SelfEvaluationPageTests sends it",
            "POST /conversations/{id}/close", "its next steps are open: ConversationsPageTests closes one",
            "POST /conversations/{id}/hold",
                    "the one conversation of the year is held: ConversationsPageTests holds one",
            "POST /forums/{id}/headlines/share", "no agreed headline waits to be shared: HeadlinesPageTests shares one",
            "POST /headlines/{id}/accept", "no dispute waits for the region: HeadlinesPageTests accepts one",
            "POST /forums/{id}/unplace", "on the board of forums by day: ForumPageTests takes one off"));

    static {
        for (var decision : List.of("take", "dismiss")) {
            NO_FORM.put(
                    "POST /datasets/{slug}/proposals/{id}/" + decision,
                    "the demonstration asks no publisher: ProposalsPageTests sends it");
        }
        NO_FORM.put(
                "POST /account/tokens/{id}/end", "nobody of the demonstration has a token: TokensPageTests ends one");
        NO_FORM.put("POST /returns/indicators/start", "the region has its list: ReturnsPageTests begins one");
        NO_FORM.put(
                "POST /returns/{id}/authorities/{code}/accept",
                "no return waits for the region: ReturnsPageTests accepts them");
        NO_FORM.put(
                "POST /inspections/import/{id}/accept",
                "no file waits for its warnings to be accepted: InspectionsPageTests accepts one");
        NO_FORM.put(
                "POST /enquiries/{id}/end-stage-1",
                "the demonstration's stages do not overlap: EnquiriesPageTests ends one");
        for (var route : List.of(
                "POST /fostering/offers/{id}/refuse",
                "POST /fostering/referrals/{id}/circulate",
                "POST /fostering/vacancies/{id}/resume")) {
            NO_FORM.put(route, "no record stands there, or a second button sends it: FosteringPageTests sends it");
        }
        for (var route : List.of(
                "POST /packs/prepare",
                "POST /packs/discard",
                "POST /packs/issue",
                "POST /packs/{id}/issue",
                "POST /packs/{id}/agree",
                "POST /packs/{id}/figures/{figure}/disagree",
                "POST /packs/{id}/figures/{figure}/wording")) {
            NO_FORM.put(route, "the demonstration has this year's packs where they stand: DataPacksPageTests sends it");
        }
        for (var route : List.of(
                "POST /forums/{id}/responses/send",
                "POST /forums/{id}/capture/attendance",
                "POST /forums/{id}/capture/notes",
                "POST /self-evaluations/{id}/sections/{code}/commitments/{commitment}",
                "POST /self-evaluations/{id}/sections/{code}/evidence/{piece}/remove",
                "POST /self-evaluations/{id}/sections/{code}/points/{point}/remove")) {
            NO_FORM.put(route, "no record of the demonstration stands where this is offered; its room's tests send it");
        }
        for (var route : List.of(
                "POST /notices/{id}/acknowledge",
                "POST /notices/acknowledge/{token}",
                "POST /notices/acknowledge/{token}/code",
                "POST /notices/acknowledge/{token}/open",
                "POST /working-days/take-back")) {
            NO_FORM.put(
                    route, "behind a link that is only in a message, or a holiday that nobody added: NoticesPageTests");
        }
        NO_FORM.put(
                "POST /fostering/placements/{id}/particulars/children/{number}",
                "offered while particulars are open: ParticularsPageTests sends it");
        for (var route : List.of("POST /enquiries/{id}/discard", "POST /enquiries/{id}/release")) {
            NO_FORM.put(route, "of one enquiry among hundreds: FosterPageTests sends it");
        }
        NO_FORM.put(
                "POST /fostering/placements/{id}/start",
                "no agreement waits for its start: FosteringPageTests sends it");
        NO_FORM.put(
                "POST /returns/{id}/authorities/{code}/give-back",
                "no return waits for the region: ReturnsPageTests gives one back");
    }

    /** Routes whose form the demonstration offers twice, once where something has to be answered first. */
    private static final Set<String> ACCEPTED_OR_NOT = Set.of("POST /datasets/{slug}/files/{id}/publish");

    /** Routes whose every POST is also a view that is written down: the placing authority sees who looked at a referral. */
    private static final String VIEWS_COUNT = "POST /fostering/referrals/";

    /** Routes whose form, filled in sensibly, is not accepted, each with the reason. */
    private static final Map<String, String> NOT_ACCEPTED = new TreeMap<>(Map.of(
            "POST /inspections/import", "what is sent is a PDF: InspectionsPageTests sends real files",
            "POST /returns/{id}/authorities/{code}/figures",
                    "words stand where figures belong: ReturnsPageTests sends them",
            "POST /returns/{id}/authorities/{code}/file", "what is sent is a PDF: ReturnsPageTests sends the template",
            "POST /returns/{id}/authorities/{code}/submit", "nothing is entered yet: ReturnsPageTests submits",
            "POST /self-evaluations/{id}/paper/{step}", "Bolton's new version has not been sent for review",
            "POST /self-evaluations/{id}/return", "Exampleton has submitted, and the page says so when it is sent",
            "POST /self-evaluations/{id}/submit", "Bolton's new version has not been signed off"));

    static {
        NOT_ACCEPTED.put("POST /decisions/{decision}/decide", "the chair decides what is put by chair's action");
        NOT_ACCEPTED.put("POST /fostering/offers/{id}/approve", "a consent is missing: FosteringPageTests approves");
        NOT_ACCEPTED.put("POST /fostering/placements/{id}/agreement", "its last day is the day that it starts");
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MockMvc pages;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AccountsFixtures people;

    @Autowired
    private SignInAs signInAs;

    @Autowired
    private TestClock clock;

    private final List<String> brokenLinks = new ArrayList<>();
    private final List<String> unplayed = new ArrayList<>();
    private final Map<String, List<Form>> forms = new TreeMap<>();
    private Snapshot before;
    private Snapshot snapshot;
    private LocalDate day = LocalDate.of(2026, 11, 23);
    private Routes routes;

    private enum Kind {
        TEXT,
        SECRET,
        DATE,
        ID,
        VERSION,
        CHOICE,
        BUTTON,
        FILE,
        HIDDEN
    }

    private record Field(String name, Kind kind, List<String> values) {}

    private record Form(
            LocalDate day,
            String person,
            String page,
            String method,
            String action,
            boolean multipart,
            Map<String, Field> fields) {

        Map<String, List<String>> filledIn() {
            var sent = new LinkedHashMap<String, List<String>>();
            fields.forEach((name, field) -> sent.put(name, field.values()));
            return sent;
        }
    }

    private record Spoiled(String how, String action, Map<String, List<String>> sent) {}

    @BeforeAll
    void walk() throws Exception {
        before = new Snapshot("before_the_test", jdbc, transactions);
        routes = Routes.of(mappings);
        var waiting = new ArrayList<>(List.of(
                "/sign-in",
                "/password-reset",
                "/accessibility",
                "/foster",
                "/foster/you?over21=yes&room=yes&council=unsure"));
        waiting.addAll(play());
        snapshot = new Snapshot("at_every_form", jdbc, transactions);
        for (var person : PEOPLE) {
            walk(person, List.of("/", "/acting-as", "/headlines", "/forums", "/forums/plan", "/conversations"));
        }
        var draft = "/self-evaluations/" + newestOf("o.name = 'Bolton'");
        var section = draft + "/sections/help-and-protection";
        walk(
                "officer@bolton.example",
                List.of(
                        section,
                        section + "/points/new?kind=STRENGTH",
                        section + "/evidence/new",
                        section + "/figures/new?indicator=three-or-more-placements-in-the-year",
                        draft + "/paper/1",
                        draft + "/send",
                        draft + "/submit"));
        for (var name : List.of("exampleton", "sampleford")) {
            var other = "/self-evaluations/" + newestOf("lower(o.name) = '" + name + "'");
            walk("director@" + name + ".example", List.of(other + "/sign", other + "/return"));
            walk("lead-member@" + name + ".example", List.of(other + "/sign", other + "/return"));
            walk(
                    "officer@" + name + ".example",
                    List.of(
                            other + "/submit",
                            other + "/paper/1",
                            other + "/paper/2",
                            other + "/sections/help-and-protection",
                            other + "/sections/help-and-protection/points/new?kind=STRENGTH",
                            other + "/sections/help-and-protection/evidence/new"));
        }
        walk("", waiting);
        var offered = jdbc.queryForObject("select enquiry_id::text from hand_over where answer is null", String.class);
        for (var address : List.of("/enquiries?state=apart", "/enquiries?state=left", "/enquiries/" + offered)) {
            walk("adviser@region.example", List.of(address));
        }
        walk("fostering@bolton.example", List.of("/enquiries?state=offered"));
        on(LATER);
        var forum = "/forums/" + id(TAKES_HEADLINES);
        var conversation = id(CONVERSATION);
        for (var person : List.of(
                "manager@region.example", email("director", TAKES_HEADLINES), email("officer", TAKES_HEADLINES))) {
            walk(person, List.of(forum, forum + "/headlines", forum + "/capture"));
        }
        for (var part : List.of("officer", "director")) {
            walk(email(part, CONVERSATION), List.of("/conversations/" + conversation));
        }
        snapshot.restore();
    }

    private static final String FORUM =
            " from forum f join organisation o on o.id = f.authority_id join cycle c on c.id = f.cycle_id where"
                    + " c.state = 'OPEN' and o.name not in ('Bolton', 'Bury') and f.state in (%s)"
                    + " order by o.name limit 1";
    private static final String BEFORE_ITS_HEADLINES = FORUM.formatted("'QUESTIONS_ISSUED', 'RESPONSES_IN', 'HELD'");
    private static final String TAKES_HEADLINES =
            FORUM.formatted("'QUESTIONS_ISSUED', 'RESPONSES_IN', 'HELD', 'HEADLINES_DRAFT'");
    private static final String CONVERSATION =
            " from annual_conversation f join organisation o on o.id = f.authority_id join cycle c on c.id = f.cycle_id"
                    + " where c.state = 'OPEN' and f.state in ('PLANNED', 'HELD')"
                    + " order by o.name limit 1";

    private String id(String from) {
        return Objects.requireNonNull(jdbc.queryForObject("select f.id::text" + from, String.class));
    }

    private String newestOf(String authority) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select s.id::text from self_evaluation s join organisation o on o.id = s.authority_id join cycle c"
                        + " on c.id = s.cycle_id where c.state = 'OPEN' and " + authority
                        + " order by s.number desc limit 1",
                String.class));
    }

    private String email(String part, String from) {
        var name = Objects.requireNonNull(jdbc.queryForObject("select o.name" + from, String.class));
        return part + "@" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
    }

    /** Brings records about whose forms the demonstration has not; answers what somebody without an account may open. */
    private List<String> play() throws Exception {
        play("manager@region.example", "/cycles/new", "POST /cycles/new");
        play("director@bolton.example", "/forums/conflicts", "POST /forums/conflicts");
        play("manager@region.example", "/headlines/regional/new", "POST /headlines/regional/new");
        var submitted = newestOf("o.name = 'Bolton'");
        play(
                "officer@bolton.example",
                "/self-evaluations/" + submitted + "/new-version",
                "POST /self-evaluations/{id}/new-version");
        play("accounts@bolton.example", "/accounts/new", "POST /accounts");
        play("", "/password-reset", "POST /password-reset");
        on(LATER);
        var forum = "/forums/" + id(BEFORE_ITS_HEADLINES);
        var itsOfficer = email("officer", BEFORE_ITS_HEADLINES);
        play("manager@region.example", forum + "/hold", "POST /forums/{id}/hold");
        play("manager@region.example", forum + "/headlines/draft", "POST /forums/{id}/headlines/draft");
        play("manager@region.example", forum + "/headlines/draft", "POST /forums/{id}/headlines/draft");
        play("manager@region.example", forum + "/headlines", "POST /forums/{id}/headlines/complete");
        play(itsOfficer, "/conversations/new", "POST /conversations/new");
        var conversation = "/conversations/" + id(CONVERSATION);
        play(email("officer", CONVERSATION), conversation, "POST /conversations/{id}/hold");
        play(email("officer", CONVERSATION), conversation, "POST /conversations/{id}/next-steps");
        on(LocalDate.of(2026, 11, 23));
        return jdbc
                .queryForList("select body from outbox_message where body is not null order by id", String.class)
                .stream()
                .flatMap(text -> Pattern.compile("/(invitations|password-reset)/[\\w-]+")
                        .matcher(text)
                        .results()
                        .map(link -> link.group()))
                .toList();
    }

    private void play(String person, String page, String route) throws Exception {
        var form = Jsoup.parse(open(person, page).getContentAsString()).select("form").stream()
                .flatMap(element -> form(person, page, element).stream())
                .filter(found -> routes.of(found.method(), found.action())
                        .map(Object::toString)
                        .filter(route::equals)
                        .isPresent())
                .findFirst();
        if (form.isEmpty()) {
            unplayed.add(person + " on " + page + " has no form " + route);
            return;
        }
        var answer =
                send(form.get(), new Spoiled("", form.get().action(), form.get().filledIn()));
        if (answer.getStatus() / 100 != 3 && answer.getStatus() != 200) {
            unplayed.add(person + " sends " + route + " and gets " + answer.getStatus() + errors(answer));
        }
    }

    private void on(LocalDate today) {
        day = today;
        clock.moveTo(today);
    }

    @AfterAll
    void putBack() {
        clock.reset();
        snapshot.close();
        before.close();
    }

    @Test
    void everySceneIsPlayed() {
        assertThat(unplayed).isEmpty();
    }

    @Test
    void everyLinkLeadsToAPageItsReaderMayOpen() {
        assertThat(brokenLinks).isEmpty();
    }

    @Test
    void everyRouteThatIsPostedToHasAFormThatSomebodyGets() {
        var without = new TreeSet<String>();
        routes.all().stream()
                .filter(route -> route.method().equals("POST"))
                // Programs send no forms; what they send that is bad, ReleasesApiPageTests sends.
                .filter(route -> !route.pattern().startsWith("/api/"))
                .map(Object::toString)
                .filter(route -> !forms.containsKey(route))
                .forEach(without::add);
        System.out.println("Routes posted to whose form the walk did not meet: " + without);
        assertThat(without).isSubsetOf(NO_FORM.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyFormStandsBadInput() {
        return forms.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var problems = new ArrayList<String>();
                    for (var form : entry.getValue()) {
                        spoiled(form).forEach(spoiled -> problems.addAll(problems(form, spoiled)));
                        problems.addAll(late(form));
                    }
                    assertThat(problems).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSamePostTenTimesHasOneEffect() {
        return forms.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("POST "))
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var problems = new ArrayList<String>();
                    for (var form : entry.getValue()) {
                        problems.addAll(tenTimes(entry.getKey(), form));
                    }
                    assertThat(problems).isEmpty();
                }));
    }

    private List<String> tenTimes(String route, Form form) {
        var problems = new ArrayList<String>();
        var whole = new Spoiled("filled in", form.action(), form.filledIn());
        try {
            var first = send(form, whole);
            boolean accepted = first.getStatus() / 100 == 3 || first.getStatus() == 200;
            if (accepted == NOT_ACCEPTED.containsKey(route) && !ACCEPTED_OR_NOT.contains(route)) {
                problems.add(described(form, whole) + " answers " + first.getStatus() + errors(first));
            }
            var after = touched(route);
            for (int more = 0; more < 9; more++) {
                int status = send(form, whole).getStatus();
                if (!allowed(status) && !(status == 429 && EACH_COUNTS.containsKey(route))) {
                    problems.add(described(form, whole) + " answers " + status + " the second time");
                    break;
                }
            }
            var later = touched(route);
            if (!later.equals(after) && !EACH_COUNTS.containsKey(route)) {
                problems.add(described(form, whole) + " has another effect each time: " + after + " then " + later);
            }
        } catch (Exception failure) {
            problems.add(described(form, whole) + " fails the second time: " + reason(failure));
        } finally {
            snapshot.restore();
        }
        return problems;
    }

    private Map<String, Long> touched(String route) {
        var touched = snapshot.touched();
        if (route.startsWith(VIEWS_COUNT)) {
            touched.remove("audit_entry");
        }
        return touched;
    }

    /** The form sent long after it was asked for. */
    private List<String> late(Form form) {
        if (form.action().matches("/(invitations|password-reset)/.+")) {
            // The link has expired: the page says so and has no form any more.
            return List.of();
        }
        var muchLater = new Form(
                form.day().plusDays(300),
                form.person(),
                form.page(),
                form.method(),
                form.action(),
                form.multipart(),
                form.fields());
        return problems(muchLater, new Spoiled("300 days later", form.action(), form.filledIn()));
    }

    private List<String> problems(Form form, Spoiled spoiled) {
        var problems = new ArrayList<String>();
        try {
            var response = send(form, spoiled);
            int status = response.getStatus();
            if (!allowed(status)) {
                problems.add("answers " + status);
            }
            var body = response.getContentAsString();
            if (body.contains(SCRIPT)) {
                problems.add("prints the script");
            }
            if (status == 422) {
                problems.addAll(problemsOf(form, spoiled, Jsoup.parse(body)));
            }
            if (status == 409) {
                var page = Jsoup.parse(body);
                texts(form, spoiled).forEach((name, text) -> {
                    boolean there = page.select("textarea, input").stream()
                                    .anyMatch(field -> clean(field.val()).equals(text))
                            || clean(page.wholeText()).contains(text);
                    if (!there) {
                        problems.add("loses what was typed in " + name + " on a conflict");
                    }
                });
            }
            var location = response.getRedirectedUrl();
            if (location != null && !location.startsWith("http")) {
                var next = open(form.person(), location.replaceFirst("#.*", ""));
                if (!allowed(next.getStatus())) {
                    problems.add("leads to " + location + ", which answers " + next.getStatus());
                }
                if (next.getContentAsString().contains(SCRIPT)) {
                    problems.add("prints the script on the next page");
                }
            }
        } catch (Exception failure) {
            problems.add("fails: " + reason(failure));
        } finally {
            snapshot.restore();
        }
        return problems.stream()
                .map(problem -> described(form, spoiled) + " " + problem)
                .toList();
    }

    /** What a page that answers 422 lacks: a summary whose links lead to fields, and every text that was typed. */
    private List<String> problemsOf(Form form, Spoiled spoiled, Document page) {
        var problems = new ArrayList<String>();
        var summary = page.selectFirst(".govuk-error-summary");
        if (summary == null) {
            problems.add("has no error summary: " + page.select("h1").text());
        } else {
            var links = summary.select(".govuk-error-summary__list a");
            boolean asks = form.fields().values().stream()
                    .anyMatch(field -> Set.of(Kind.TEXT, Kind.SECRET, Kind.DATE, Kind.CHOICE, Kind.FILE)
                            .contains(field.kind()));
            if (links.isEmpty() && asks) {
                problems.add("has no link in its error summary: " + summary.text());
            }
            links.stream()
                    .filter(link -> page.getElementById(link.attr("href").substring(1)) == null)
                    .forEach(link -> problems.add("links to " + link.attr("href") + ", which is not there"));
        }
        texts(form, spoiled).forEach((name, text) -> {
            var held = page.select("form").stream()
                    .filter(one -> path(one.attr("action")).equals(form.action()))
                    .flatMap(one -> one.select("[name=\"" + name + "\"]").stream())
                    .map(Element::val)
                    .map(BadInputPageTests::clean)
                    .toList();
            if (!held.contains(text)) {
                problems.add("loses what was typed in " + name + ": "
                        + held.stream().map(BadInputPageTests::cut).toList());
            }
        });
        return problems;
    }

    private static Map<String, String> texts(Form form, Spoiled spoiled) {
        var texts = new LinkedHashMap<String, String>();
        form.fields().values().stream()
                .filter(field -> field.kind() == Kind.TEXT)
                .filter(field ->
                        spoiled.sent().getOrDefault(field.name(), List.of()).size() == 1)
                .forEach(field -> texts.put(
                        field.name(),
                        clean(spoiled.sent()
                                .getOrDefault(field.name(), List.of(""))
                                .getFirst())));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** Text as every page may normalise it. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cn}\\p{Cs}\uFFFD&&[^\\n\\t]]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
    }

    private static boolean allowed(int status) {
        return status / 100 == 2
                || status / 100 == 3
                || status == 403
                || status == 404
                || status == 409
                || status == 422;
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var where = Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("uk.slipway"))
                .findFirst()
                .map(Object::toString)
                .orElse("");
        return cut(String.valueOf(cause)) + " at " + where + " | "
                + String.valueOf(cause)
                        .lines()
                        .findFirst()
                        .map(line -> line.substring(0, Math.min(300, line.length())))
                        .orElse("");
    }

    private static String errors(MockHttpServletResponse response) throws Exception {
        return " "
                + Jsoup.parse(response.getContentAsString())
                        .select(".govuk-error-summary, h1")
                        .text();
    }

    private static String described(Form form, Spoiled spoiled) {
        return form.person() + " on " + form.page() + " sends " + spoiled.action() + " " + spoiled.how();
    }

    // What is spoiled, and how

    private List<Spoiled> spoiled(Form form) {
        var all = new ArrayList<Spoiled>();
        var whole = form.filledIn();
        all.add(new Spoiled("filled in", form.action(), whole));
        var families = new HashMap<String, Integer>();
        for (var field : form.fields().values()) {
            if (families.merge(family(field.name()), 1, Integer::sum) > 2) {
                continue;
            }
            switch (field.kind()) {
                case TEXT, SECRET -> {
                    all.add(with(form, field, "blank", ""));
                    all.add(with(form, field, "white space", " \t\u00a0\u2003\n "));
                    all.add(with(form, field, "100,000 characters", LONG));
                    all.add(with(form, field, "control characters", CONTROL));
                    all.add(with(form, field, "nothing but control characters", "\u0000\u0001"));
                    all.add(with(form, field, "half a character", "half \ud83d of one"));
                }
                case DATE -> {
                    all.add(date(form, field, "31 February", "31", "2", "2026"));
                    all.add(date(form, field, "letters", "first", "of", "May"));
                    all.add(date(form, field, "the year 99999", "1", "1", "99999"));
                    all.add(date(form, field, "the year 999999999999", "1", "1", "999999999999"));
                    all.add(date(form, field, "the year 0", "1", "1", "0"));
                    all.add(date(form, field, "the year -1", "1", "1", "-1"));
                    all.add(date(form, field, "long gone", "1", "1", "1901"));
                    all.add(date(form, field, "far ahead", "31", "12", "9999"));
                    all.add(date(form, field, "no month", "1", "", "2026"));
                    all.add(date(form, field, "nothing", "", "", ""));
                    all.add(date(form, field, "a NUL", "\u0000", "1\u0000", "2026"));
                    all.add(with(form, field, "100,000 characters", LONG));
                }
                case ID -> {
                    all.add(with(form, field, "malformed", "no-such-id"));
                    all.add(with(form, field, "unknown", UNKNOWN));
                    all.add(with(form, field, "blank", ""));
                    all.add(with(form, field, "100,000 characters", LONG));
                    all.add(with(form, field, "a NUL", "\u0000"));
                    for (var other : othersLike(form, field)) {
                        all.add(with(form, field, "of somebody else " + other, other));
                    }
                }
                case VERSION -> {
                    for (var version :
                            List.of("-1", "0", "999999", "99999999999999999999", "letters", "", "1.5", "\u0000")) {
                        all.add(with(form, field, "'" + version + "'", version));
                    }
                }
                case CHOICE, BUTTON, HIDDEN -> {
                    all.add(with(form, field, "an unknown word", "NO_SUCH_CHOICE"));
                    all.add(with(form, field, "blank", ""));
                    all.add(with(form, field, "100,000 characters", LONG));
                    all.add(with(form, field, "a NUL", "\u0000"));
                    all.add(with(form, field, "a script", SCRIPT));
                }
                case FILE -> all.add(with(form, field, "100,000 characters", LONG));
            }
            all.add(without(form, field));
            var twice = new LinkedHashMap<>(whole);
            twice.put(field.name(), List.of(one(field), one(field)));
            all.add(new Spoiled(field.name() + " twice", form.action(), twice));
        }
        all.add(everyText(form, "a script", SCRIPT));
        all.add(everyText(form, "right-to-left text", RIGHT_TO_LEFT));
        all.add(everyText(form, "emoji", EMOJI));
        all.add(new Spoiled("nothing at all", form.action(), Map.of()));
        var id = UUID.matcher(form.action());
        while (id.find()) {
            for (var wrong : List.of("no-such-id", UNKNOWN)) {
                all.add(new Spoiled(
                        "an id in the address that is " + wrong,
                        form.action().substring(0, id.start())
                                + wrong
                                + form.action().substring(id.end()),
                        whole));
            }
        }
        return all;
    }

    /** Fields of a table are alike: two of a column are enough. */
    private static String family(String name) {
        return name.matches(".*[-\\[].*") ? name.replaceAll("[-\\[].*?(\\]|$)", "*") : name;
    }

    private static String one(Field field) {
        return field.values().isEmpty() ? "" : field.values().getFirst();
    }

    private static Spoiled with(Form form, Field field, String how, String value) {
        var sent = new LinkedHashMap<>(form.filledIn());
        sent.put(field.name(), List.of(value));
        return new Spoiled(field.name() + " with " + how, form.action(), sent);
    }

    private static Spoiled without(Form form, Field field) {
        var sent = new LinkedHashMap<>(form.filledIn());
        sent.remove(field.name());
        return new Spoiled("without " + field.name(), form.action(), sent);
    }

    private static Spoiled date(Form form, Field dayOf, String how, String day, String month, String year) {
        var name = dayOf.name().replaceFirst("\\.(day|month|year)$", "");
        var sent = new LinkedHashMap<>(form.filledIn());
        sent.put(name + ".day", List.of(day));
        sent.put(name + ".month", List.of(month));
        sent.put(name + ".year", List.of(year));
        return new Spoiled(name + " with " + how, form.action(), sent);
    }

    private static Spoiled everyText(Form form, String how, String value) {
        var sent = new LinkedHashMap<>(form.filledIn());
        form.fields().values().stream()
                .filter(field -> field.kind() == Kind.TEXT)
                .forEach(field -> sent.put(field.name(), List.of(value)));
        return new Spoiled("every text with " + how, form.action(), sent);
    }

    /** Ids of the same kind that belong to others; the form is sent once to learn what it makes. */
    private List<String> othersLike(Form form, Field field) {
        try {
            send(form, new Spoiled("", form.action(), form.filledIn()));
            return snapshot.othersLike(one(field));
        } catch (Exception failure) {
            return List.of();
        } finally {
            snapshot.restore();
        }
    }

    // Sending

    private MockHttpServletResponse send(Form form, Spoiled spoiled) throws Exception {
        clock.moveTo(form.day());
        var address = URI.create("http://localhost" + spoiled.action());
        var request =
                form.method().equals("GET") ? get(address) : form.multipart() ? multipart(address) : post(address);
        for (var field : spoiled.sent().entrySet()) {
            var known = form.fields().get(field.getKey());
            if (known != null
                    && known.kind() == Kind.FILE
                    && request
                            instanceof
                            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder files) {
                for (var content : field.getValue()) {
                    files.file(new MockMultipartFile(
                            field.getKey(),
                            "example.pdf",
                            "application/pdf",
                            content.getBytes(StandardCharsets.UTF_8)));
                }
            } else {
                request.param(field.getKey(), field.getValue().toArray(String[]::new));
            }
        }
        return pages.perform(request.with(as(form.person()))).andReturn().getResponse();
    }

    private MockHttpServletResponse open(String person, String address) throws Exception {
        return pages.perform(get(URI.create("http://localhost" + address)).with(as(person)))
                .andReturn()
                .getResponse();
    }

    private final Map<String, RequestPostProcessor> signedIn = new HashMap<>();

    private RequestPostProcessor as(String person) {
        return signedIn.computeIfAbsent(
                person, email -> email.isEmpty() ? csrf() : people.signedInAs(signInAs.email(email)));
    }

    // Walking

    /** Where a person has been on a day, and how often to pages of one shape on this walk. */
    private record Walk(Set<String> seen, Map<String, Integer> shapes) {

        boolean isNew(String shape) {
            return shapes.merge(shape, 1, Integer::sum)
                    <= (DOWNLOAD.matcher(shape).find() ? 1 : SAME_SHAPE);
        }
    }

    private final Map<String, Set<String>> seen = new HashMap<>();

    private void walk(String person, List<String> from) throws Exception {
        var walked = new Walk(seen.computeIfAbsent(day + person, key -> new HashSet<>()), new HashMap<>());
        var ahead = new ArrayDeque<>(from);
        while (!ahead.isEmpty()) {
            var address = ahead.removeFirst();
            boolean wanted = from.contains(address);
            if (!walked.seen().add(address) || !wanted && !walked.isNew(shape(address))) {
                continue;
            }
            var response = open(person, address);
            if (response.getStatus() / 100 == 3) {
                continue;
            }
            if (response.getStatus() != 200) {
                if (!wanted) {
                    brokenLinks.add(person + " " + address + " answers " + response.getStatus());
                }
                continue;
            }
            if (!String.valueOf(response.getContentType()).startsWith("text/html")) {
                continue;
            }
            var page = Jsoup.parse(response.getContentAsString());
            for (var form : page.select("form")) {
                meet(person, address, form);
            }
            page.select("a[href^=/]").stream()
                    .map(link -> link.attr("href").replaceFirst("#.*", ""))
                    .filter(link -> !link.equals("/sign-out"))
                    .filter(link -> !link.startsWith("/assets/") && !link.startsWith("/development"))
                    .filter(link -> !link.isEmpty())
                    .forEach(ahead::addLast);
        }
    }

    /** The page's route, and which of its choices are made. */
    private String shape(String address) {
        var route = routes.of("GET", path(address)).map(Object::toString).orElseGet(() -> path(address));
        return route + address.substring(path(address).length()).replaceAll("=[^&]*", "=…");
    }

    private void meet(String person, String page, Element element) {
        form(person, page, element).ifPresent(form -> {
            var route = routes.of(form.method(), form.action()).orElseThrow().toString();
            var known = forms.computeIfAbsent(route, key -> new ArrayList<>());
            var shape = form.fields().keySet();
            if (known.size() < 2
                    && known.stream().noneMatch(other -> other.fields().keySet().equals(shape))) {
                known.add(form);
            }
        });
    }

    /** The form, if it is one of Slipway's and can be sent. */
    private Optional<Form> form(String person, String page, Element element) {
        var method = element.attr("method").equalsIgnoreCase("post") ? "POST" : "GET";
        var written = element.attr("action");
        var action = path(written.isEmpty() ? page : written);
        if (element.select("button:not([type=button])").isEmpty()) {
            return Optional.empty();
        }
        return routes.of(method, action)
                .map(route -> new Form(
                        day,
                        person,
                        page,
                        method,
                        action,
                        element.attr("enctype").startsWith("multipart"),
                        fields(route.toString(), element)));
    }

    private static String path(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    private Map<String, Field> fields(String route, Element form) {
        var fields = new LinkedHashMap<String, Field>();
        for (var input : form.select("input[name], textarea[name], select[name]")) {
            var name = input.attr("name");
            if (input.hasAttr("disabled") || input.closest("fieldset[disabled]") != null || name.startsWith("_")) {
                continue;
            }
            var type = input.tagName().equals("input") ? input.attr("type") : input.tagName();
            switch (type) {
                case "radio", "checkbox" -> {
                    if (!fields.containsKey(name)
                            || input.hasAttr("checked")
                                    && !fields.get(name).values().isEmpty()) {
                        fields.put(name, new Field(name, Kind.CHOICE, List.of(valueOr(input, "on"))));
                    }
                }
                case "select" -> {
                    var chosen = input.selectFirst("option[selected]");
                    var first = input.select("option").stream()
                            .map(Element::val)
                            .filter(value -> !value.isEmpty())
                            .findFirst()
                            .orElse("");
                    fields.put(
                            name,
                            new Field(
                                    name,
                                    Kind.CHOICE,
                                    List.of(chosen == null || chosen.val().isEmpty() ? first : chosen.val())));
                }
                case "file" -> fields.put(name, new Field(name, Kind.FILE, List.of("%PDF-1.4 example")));
                case "password" -> fields.put(name, new Field(name, Kind.SECRET, List.of("a long walk by the canal")));
                case "hidden" -> fields.put(name, hidden(name, input.val()));
                case "submit", "button" -> {}
                default -> {
                    boolean date = name.matches(".*\\.(day|month|year)");
                    var value = input.val();
                    if (value.isEmpty()) {
                        value = name.endsWith(".day")
                                ? Integer.toString(day.getDayOfMonth())
                                : name.endsWith(".month")
                                        ? Integer.toString(day.getMonthValue())
                                        : name.endsWith(".year")
                                                ? Integer.toString(day.getYear())
                                                : type.equals("email") ? "new.person@bolton.example" : "Example words";
                    }
                    if (!date || name.endsWith(".day")) {
                        fields.put(name, new Field(name, date ? Kind.DATE : Kind.TEXT, List.of(value)));
                    } else {
                        fields.put(name, new Field(name, Kind.HIDDEN, List.of(value)));
                    }
                }
            }
        }
        var button = form.selectFirst("button[name]");
        if (button != null && !button.attr("name").isEmpty() && !fields.containsKey(button.attr("name"))) {
            fields.put(button.attr("name"), new Field(button.attr("name"), Kind.BUTTON, List.of(button.val())));
        }
        SENSIBLE.getOrDefault(route, Map.of()).forEach((name, value) -> {
            var field = Objects.requireNonNull(fields.get(name), () -> route + " has no field " + name);
            fields.put(name, new Field(name, field.kind(), List.of(value)));
        });
        return fields;
    }

    private static Field hidden(String name, String value) {
        if (UUID.matcher(value).matches()) {
            return new Field(name, Kind.ID, List.of(value));
        }
        return new Field(name, Set.of("version", "number").contains(name) ? Kind.VERSION : Kind.HIDDEN, List.of(value));
    }

    private static String valueOr(Element input, String otherwise) {
        return input.hasAttr("value") ? input.val() : otherwise;
    }
}
