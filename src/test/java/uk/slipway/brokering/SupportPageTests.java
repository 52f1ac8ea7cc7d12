package uk.slipway.brokering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

@PageTest
class SupportPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    DatasetsFixtures datasets;

    @Autowired
    IndicatorsFixtures indicators;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private Viewer asker;
    private Viewer helper;
    private Viewer coordinator;

    @BeforeEach
    void theTwoSidesAndTheCoordinator() {
        asker = people.officer("Bolton");
        helper = people.officer("Wigan");
        coordinator = people.coordinator();
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

    /** A request that its authority alone knows of. */
    private String written(String... more) throws Exception {
        var fields = new String[8 + more.length];
        System.arraycopy(
                new String[] {
                    "title", "Attendance in Year 7",
                    "need", "Example need: attendance falls in the first term",
                    "wantedBy.day", "1",
                    "wantedBy.month", "3"
                },
                0,
                fields,
                0,
                8);
        System.arraycopy(more, 0, fields, 8, more.length);
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "wantedBy.year";
        all[fields.length + 1] = "2027";
        var response = sent("/support/ask", asker, all);
        assertThat(response.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String asked(String... more) throws Exception {
        var address = written(more);
        assertThat(sent(address + "/ask", asker).getStatus()).isEqualTo(302);
        return address;
    }

    private String version(String address) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select version::text from support_request where id = ?::uuid",
                String.class,
                address.substring("/support/".length())));
    }

    /** Proposes a supporter on example terms, with what differs from them. */
    private MockHttpServletResponse propose(String address, String supporter, String... other) throws Exception {
        var terms = new LinkedHashMap<String, String>();
        terms.put("version", version(address));
        terms.put("supporter", supporter);
        terms.put("agreement", "Example agreement: six days of a system leader");
        date(terms, "startsOn", 1, 12, 2026);
        date(terms, "endsOn", 31, 1, 2027);
        date(terms, "lookBackOn", 31, 3, 2027);
        terms.put("cost", "£1,200");
        terms.put("paidBy", "Bolton");
        for (int i = 0; i < other.length; i += 2) {
            terms.put(other[i], other[i + 1]);
        }
        return sent(
                address + "/propose",
                coordinator,
                terms.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static void date(Map<String, String> fields, String name, int day, int month, int year) {
        fields.put(name + ".day", Integer.toString(day));
        fields.put(name + ".month", Integer.toString(month));
        fields.put(name + ".year", Integer.toString(year));
    }

    private String wigan() {
        return people.authority("Wigan").value().toString();
    }

    /** Agrees the terms that the request's page shows now. */
    private MockHttpServletResponse agree(String address, Viewer viewer, String... more) throws Exception {
        var fields = new String[2 + more.length];
        System.arraycopy(more, 0, fields, 2, more.length);
        fields[0] = "terms";
        fields[1] = proposed(address);
        return sent(address + "/agree", viewer, fields);
    }

    /** When the terms of a request were proposed, as its page has it in the buttons that agree them. */
    private String proposed(String address) {
        return Objects.requireNonNull(jdbc.queryForObject(
                        "select proposed_at from support_request where id = ?::uuid",
                        java.sql.Timestamp.class,
                        address.substring("/support/".length())))
                .toInstant()
                .toString();
    }

    @Test
    void nobodyAgreesTermsThatTheyHaveNotRead() throws Exception {
        var address = asked();
        propose(address, wigan());
        var read = proposed(address);
        assertThat(body(address, helper)).contains("name=\"terms\" value=\"" + read + "\"");
        clock.moveTo(LocalDate.of(2026, 11, 24));
        assertThat(propose(address, wigan(), "cost", "2,400").getStatus()).isEqualTo(302);
        var late = sent(address + "/agree", helper, "terms", read);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString())
                .contains("Other terms have been proposed since you opened this page", "£2,400");
        assertThat(jdbc.queryForObject("select supporter_agreed_at is null from support_request", Boolean.class))
                .isTrue();
        assertThat(agree(address, helper).getStatus()).isEqualTo(302);
    }

    @Test
    void twoWhoProposeTermsSeeBoth() throws Exception {
        var address = asked();
        var opened = version(address);
        assertThat(propose(address, wigan()).getStatus()).isEqualTo(302);
        var conflict = propose(
                address,
                people.authority("Bury").value().toString(),
                "version",
                opened,
                "agreement",
                "Example agreement: a visit",
                "lookBackOn.day",
                "30",
                "lookBackOn.month",
                "4",
                "cost",
                "50");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString())
                .contains("Bury", "Wigan", "Example agreement: a visit", "six days of a system leader")
                .contains("1200.00", "50.00", "31 March 2027", "30 April 2027", "name=\"version\"");
    }

    private String agreed() throws Exception {
        var address = asked();
        assertThat(propose(address, wigan()).getStatus()).isEqualTo(302);
        agree(address, asker);
        agree(address, helper);
        return address;
    }

    @Test
    void aRequestIsItsOwnUntilItIsAskedAndTheHelpersOnceTheyAreProposed() throws Exception {
        var address = written();
        assertThat(body(address, asker)).contains("Not asked yet", "Ask the co-ordinator");
        assertThat(status(address, coordinator)).isEqualTo(404);
        assertThat(status(address, helper)).isEqualTo(404);
        assertThat(body("/support", coordinator)).doesNotContain("Attendance in Year 7");
        sent(address + "/ask", asker);
        assertThat(body(address, coordinator)).contains("Asked for", "Find who can help");
        assertThat(status(address, people.regionalManager())).isEqualTo(200);
        assertThat(status(address, helper)).isEqualTo(404);
        assertThat(status(address, people.dataLead())).isEqualTo(403);
        assertThat(body("/", coordinator)).contains("Find help for Bolton: Attendance in Year 7");
        propose(address, wigan());
        assertThat(body(address, helper)).contains("six days of a system leader", "£1,200, paid by Bolton");
        assertThat(status(address, people.officer("Bury"))).isEqualTo(404);
        assertThat(body("/", helper)).contains("Agree the terms of support: Attendance in Year 7");
    }

    @Test
    void bothSidesAgreeAndTheAskerLooksBackBesideThePublishedFigure() throws Exception {
        var lead = people.dataLead();
        var dataset = datasets.publish(lead, "Absence", "2025", "2025 England 10 Region 12 Bolton 15 Wigan 9");
        var indicator = indicators.define(lead, "Example absence", dataset, Polarity.LOW);
        var address = asked("indicator", indicator);
        propose(address, wigan());
        for (int i = 0; i < 10; i++) {
            assertThat(agree(address, asker).getStatus()).isEqualTo(302);
        }
        assertThat(body(address, asker)).contains("Wigan", "Has not agreed yet");
        agree(address, helper);
        assertThat(body(address, asker)).contains("Say whether it helped");
        clock.moveTo(LocalDate.of(2027, 2, 1));
        assertThat(body("/", asker)).contains("Say whether the support helped: Attendance in Year 7");
        datasets.publish(
                lead,
                "Absence",
                "2026",
                "2025 England 10 Region 12 Bolton 15 Wigan 9",
                "2026 England 10 Region 12 Bolton 13 Wigan 9");
        assertThat(sent(address + "/look-back", asker, "words", " ").getStatus())
                .isEqualTo(422);
        assertThat(sent(address + "/look-back", asker, "helped", "PARTLY", "words", "Example: fewer days missed")
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(address, helper))
                .contains("It helped in part", "Example: fewer days missed")
                .contains("When it was agreed: 15.0% in 2025. At the look-back: 13.0% in 2026.");
        var twice = sent(address + "/look-back", asker, "helped", "NO", "words", "Something else");
        assertThat(twice.getStatus()).isEqualTo(409);
        assertThat(twice.getContentAsString())
                .contains("A colleague has looked back already", "Something else", "Example: fewer days missed");
    }

    @Test
    void whatIsStuckIsSaidAndTheCoordinatorSeesIt() throws Exception {
        var address = asked();
        clock.moveTo(LocalDate.of(2026, 12, 20));
        assertThat(body("/support", coordinator))
                .contains("1 is stuck", "No help has been proposed for more than 14 days");
        propose(address, wigan());
        clock.moveTo(LocalDate.of(2027, 1, 20));
        assertThat(body(address, coordinator)).contains("Not agreed for more than 14 days");
        assertThat(body("/", coordinator)).contains("See what is stuck: Attendance in Year 7");
        agree(address, coordinator, "side", "asker");
        agree(address, coordinator, "side", "helper");
        assertThat(body(address, asker)).contains("recorded by ");
        clock.moveTo(LocalDate.of(2027, 4, 2));
        assertThat(body("/support", coordinator)).contains("The look-back is late");
    }

    private void offer(Viewer viewer) throws Exception {
        assertThat(sent(
                                "/support/offers/new",
                                viewer,
                                "kind",
                                "SYSTEM_LEADER",
                                "who",
                                "Example leader",
                                "title",
                                "Attendance, " + viewer.organisationName(),
                                "what",
                                "Example: six days")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void statisticalNeighboursAreOfferedFirst() throws Exception {
        var near = Objects.requireNonNull(jdbc.queryForObject("""
            select o.name from statistical_neighbour n join local_authority l on l.id = n.neighbour_id
            join organisation o on o.id = l.id join organisation a on a.id = n.authority_id
            where a.name = 'Bolton' and l.region_code = 'E12000002' order by n.model desc, n.rank limit 1
            """, String.class));
        var far = Objects.requireNonNull(jdbc.queryForObject("""
            select o.name from local_authority l join organisation o on o.id = l.id
            where l.region_code = 'E12000002' and o.ends_on is null and o.name <> 'Bolton' and l.id not in (
                select n.neighbour_id from statistical_neighbour n join organisation a on a.id = n.authority_id
                where a.name = 'Bolton') order by o.name limit 1
            """, String.class));
        offer(people.officer(near));
        var other = people.officer(far);
        offer(other);
        var address = asked();
        var page = body(address + "/propose", coordinator);
        assertThat(page).contains("Statistical neighbour, place ");
        assertThat(page.indexOf("Attendance, " + near))
                .as("the newer offer is the other's, and still it stands below")
                .isPositive()
                .isLessThan(page.indexOf("Attendance, " + far));
        assertThat(status(address + "/propose", asker)).isEqualTo(403);
        assertThat(body("/support/offers", other))
                .contains("Attendance, " + far)
                .doesNotContain("Attendance, " + near);
        var id = jdbc.queryForObject(
                "select id::text from support_offer where title = ?", String.class, "Attendance, " + far);
        assertThat(sent("/support/offers/" + id + "/end", asker).getStatus()).isEqualTo(404);
        for (int i = 0; i < 10; i++) {
            assertThat(sent("/support/offers/" + id + "/end", other).getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(address + "/propose", coordinator)).doesNotContain("Attendance, " + far);
    }

    @Test
    void aTrustsRequestIsTheTrustsOwn() throws Exception {
        var partner = people.boardPartner("anna", "Diocese of Salford");
        var response = sent(
                "/support/ask",
                partner,
                "title",
                "A head for a school",
                "need",
                "Example need",
                "school",
                "Example school",
                "wantedBy.day",
                "1",
                "wantedBy.month",
                "3",
                "wantedBy.year",
                "2027");
        var address = Objects.requireNonNull(response.getRedirectedUrl());
        assertThat(body(address, partner)).contains("for Example school");
        assertThat(status(address, people.boardPartner("ben", "Diocese of Manchester")))
                .isEqualTo(404);
        assertThat(status(address, asker)).isEqualTo(404);
    }

    @Test
    void theSameFormTenTimesMakesOneRequestAndWrongOnesAreSaid() throws Exception {
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < 10; i++) {
            written("request", id);
        }
        assertThat(jdbc.queryForObject("select count(*) from support_request", Integer.class))
                .isEqualTo(1);
        var wrong = sent(
                "/support/ask",
                asker,
                "title",
                " ",
                "indicator",
                "no-such",
                "wantedBy.day",
                "31",
                "wantedBy.month",
                "2",
                "wantedBy.year",
                "2027");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains(
                        "Enter what you need in one line", "must be a real date", "Choose an indicator from the list");
        var address = "/support/" + id;
        var changed = new String[] {
            "version", "0", "title", "Another", "need", "Other words",
            "wantedBy.day", "1", "wantedBy.month", "3", "wantedBy.year", "2027"
        };
        assertThat(sent(address + "/edit", asker, changed).getStatus()).isEqualTo(302);
        changed[3] = "A third";
        var conflict = sent(address + "/edit", asker, changed);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("A third", "Another");
        changed[9] = "4";
        var all = java.util.Arrays.copyOf(changed, changed.length + 2);
        all[changed.length] = "school";
        all[changed.length + 1] = "Example school";
        assertThat(sent(address + "/edit", asker, all).getContentAsString())
                .as("every field that differs, not only the texts")
                .contains("For which school?", "Example school", "1 March 2027", "1 April 2027");
        changed[9] = "3";
        sent(address + "/ask", asker);
        assertThat(sent(address + "/edit", asker, changed).getStatus()).isEqualTo(409);
        var proposed = propose(address, people.authority("Bolton").value().toString(), "cost", "lots");
        assertThat(proposed.getStatus()).isEqualTo(422);
        assertThat(proposed.getContentAsString()).contains("Choose who helps");
    }

    @Test
    void aWithdrawnRequestSaysWhy() throws Exception {
        var address = asked();
        assertThat(sent(address + "/withdraw", coordinator, "because", "").getStatus())
                .isEqualTo(422);
        for (int i = 0; i < 10; i++) {
            assertThat(sent(address + "/withdraw", coordinator, "because", "Example: the school found help itself")
                            .getStatus())
                    .isEqualTo(302);
        }
        assertThat(body(address, asker))
                .contains("Withdrawn on 23 November 2026: Example: the school found help itself");
        assertThat(sent(address + "/ask", asker).getStatus()).isEqualTo(409);
        assertThat(body("/support?state=withdrawn", asker)).contains("Attendance in Year 7");
    }

    @Test
    void theListTakesAFixedNumberOfStatements() throws Exception {
        agreed();
        body("/support", coordinator);
        var one = statements.during(() -> body("/support", coordinator)).size();
        jdbc.update("""
            insert into support_request (id, version, authority_id, requester_id, region_code, title, need, wanted_by, state,
                made_at, made_by, asked_at)
            select gen_random_uuid(), 0, authority_id, requester_id, region_code, 'Request ' || n, 'Need', wanted_by, 'ASKED',
                made_at, made_by, made_at from support_request, generate_series(1, 150) n
            """);
        assertThat(statements.during(() -> body("/support", coordinator))).hasSize(one);
        assertThat(one).isLessThanOrEqualTo(5);
    }
}
