package uk.slipway.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.Uuid7;

/** Placements for the rooms above, played by their pages from the referral on. Bolton places, Wigan fosters. */
@Component
public class PlacementsFixtures {

    /** Where the home is: in Bolton, in Wigan, which adjoins, or in Wirral, which does not. */
    private static final Map<Locality, String> AREAS =
            Map.of(Locality.IN_AREA, "E08000001", Locality.ADJOINING, "E08000010", Locality.AT_A_DISTANCE, "E08000015");

    private final ObjectProvider<MockMvc> pages;
    private final AccountsFixtures people;
    private final JdbcTemplate jdbc;
    private final TestClock clock;
    private int homes;

    PlacementsFixtures(ObjectProvider<MockMvc> pages, AccountsFixtures people, JdbcTemplate jdbc, TestClock clock) {
        this.pages = pages;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Brings the next version of the protocol into force, three weeks before the day on the clock. */
    public void protocol(String... fields) {
        back(clock.instant().atZone(clock.getZone()).toLocalDate().minusWeeks(3), () -> {
            var commissioner = people.commissioner();
            var draft = new ArrayList<>(List.of("text", "Example"));
            draft.addAll(List.of(fields));
            done("/fostering/protocol/draft", commissioner, draft);
            var issue = new ArrayList<>(
                    List.of("version", one("select version::text from fostering_protocol where state = 'DRAFT'")));
            day(issue, "inForceOn", clock.instant().atZone(clock.getZone()).toLocalDate());
            done("/fostering/protocol/draft/issue", commissioner, issue);
        });
    }

    /** Approved the day before it starts; signed by both authorities; started on that day, which has come, where so said. */
    public PlacementId placement(Route route, Locality locality, LocalDate starts, boolean started, int children) {
        if (one("select count(*)::text from fostering_protocol where state = 'ISSUED'")
                .equals("0")) {
            protocol();
        }
        var worker = people.inFostering(Role.SOCIAL_WORKER, "Bolton");
        var officer = people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
        var wigan = people.inFostering(Role.FOSTERING_OFFICER, "Wigan");
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        var dayBefore = starts.minusDays(1).isAfter(today) ? today : starts.minusDays(1);
        var made = new PlacementId[1];
        back(dayBefore, () -> {
            var offer = offered(route, locality, starts, children, worker, wigan);
            approve(offer, route, locality, dayBefore);
            var id = one("select id::text from placement where offer_id = ?::uuid", offer);
            made[0] = new PlacementId(UUID.fromString(id));
            var address = "/fostering/placements/" + id;
            var matters = new ArrayList<String>();
            for (var matter : DelegatedMatter.values()) {
                matters.addAll(List.of(matter.name(), "CARER"));
            }
            matters.addAll(List.of("version", version("placement", id)));
            done(address + "/delegation", wigan, matters);
            for (var signer : List.of(wigan, officer)) {
                done(address + "/sign", signer, List.of("version", version("placement", id)));
            }
        });
        if (started) {
            var day = new ArrayList<String>();
            day(day, "on", starts);
            done("/fostering/placements/" + made[0].value() + "/start", worker, day);
        }
        return made[0];
    }

    private String offered(
            Route route, Locality locality, LocalDate starts, int children, Viewer worker, Viewer wigan) {
        var home = "W-" + ++homes;
        var vacancy = new ArrayList<>(List.of(
                "carerReference",
                home,
                "area",
                Objects.requireNonNull(AREAS.get(locality)),
                "postcodeArea",
                "WN1",
                "approvedPlaces",
                Integer.toString(children),
                "freePlaces",
                Integer.toString(children),
                "youngest",
                "0",
                "oldest",
                "17",
                "types",
                "SHORT_TERM"));
        day(vacancy, "freeFrom", starts);
        done("/fostering/vacancies/new", wigan, vacancy);
        var id = referral(route, starts, children, worker);
        var offer = Uuid7.next().toString();
        var offered = new ArrayList<>(List.of(
                "id",
                offer,
                "vacancy",
                one("select id::text from vacancy where carer_reference = ?", home),
                "rationale",
                "Example",
                "allowance",
                "0",
                "fee",
                "0",
                "support",
                "0",
                "management",
                "0",
                "supervisingWorker",
                wigan.account().value().toString()));
        day(offered, "startOn", starts);
        done("/fostering/referrals/" + id + "/offers/new", wigan, offered);
        done(
                "/fostering/offers/" + offer + "/propose",
                worker,
                List.of("version", version("offer", offer), "because", "Example"));
        done(
                "/fostering/consents/" + one("select id::text from match_consent where offer_id = ?::uuid", offer),
                wigan,
                List.of("answer", "GIVEN"));
        return offer;
    }

    private String referral(Route route, LocalDate starts, int children, Viewer worker) {
        var id = Uuid7.next().toString();
        var reviewing = people.inFostering(Role.REVIEWING_OFFICER, "Bolton");
        var needs = new ArrayList<>(List.of(
                "id",
                id,
                "route",
                route.name(),
                "gender",
                "GIRL",
                "legalStatus",
                "CARE_ORDER",
                "type",
                "SHORT_TERM",
                "duration",
                "MONTHS",
                "home",
                Objects.requireNonNull(AREAS.get(Locality.IN_AREA)),
                "socialWorker",
                worker.account().value().toString(),
                "reviewingOfficer",
                reviewing.account().value().toString()));
        for (var band : Collections.nCopies(children, "AGE_5_TO_9")) {
            needs.addAll(List.of("ageBands", band));
        }
        day(needs, "neededBy", starts);
        done("/fostering/referrals/new", worker, needs);
        var address = "/fostering/referrals/" + id;
        for (var section : ReferralSection.values()) {
            if (section.isNeeded(route)) {
                done(
                        address + "/sections/" + section.path(),
                        worker,
                        List.of("version", "0", "text", "Example words."));
            }
        }
        var search = new ArrayList<>(List.of("version", version("referral", id), "outcome", "NONE_FREE"));
        day(search, "on", clock.instant().atZone(clock.getZone()).toLocalDate());
        done(address + "/search", worker, search);
        var weights = new ArrayList<>(List.of("version", version("referral", id)));
        for (var criterion : Criterion.values()) {
            weights.addAll(List.of(criterion.name(), "3"));
        }
        done(address + "/weights", worker, weights);
        done(address + "/circulate", worker, List.of("version", version("referral", id)));
        return id;
    }

    /** Out of area the area authority is told before; in an emergency it waits. */
    private void approve(String offer, Route route, Locality locality, LocalDate day) {
        var approval = new ArrayList<>(List.of("version", version("offer", offer), "because", "Example"));
        if (route == Route.PLANNED && locality.isOutOfArea()) {
            day(approval, "toldOn", day);
        }
        done("/fostering/offers/" + offer + "/approve", people.director("Bolton"), approval);
    }

    /** Plays on an earlier day, or today, and comes back. */
    private void back(LocalDate day, Runnable play) {
        var now = clock.instant();
        clock.moveTo(day);
        try {
            play.run();
        } finally {
            clock.advance(Duration.between(clock.instant(), now));
        }
    }

    private static void day(List<String> fields, String name, LocalDate day) {
        fields.addAll(List.of(
                name + ".day",
                Integer.toString(day.getDayOfMonth()),
                name + ".month",
                Integer.toString(day.getMonthValue()),
                name + ".year",
                Integer.toString(day.getYear())));
    }

    private String version(String table, String id) {
        return one("select version::text from " + table + " where id = ?::uuid", id);
    }

    private String one(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class, parameters));
    }

    private void done(String address, Viewer viewer, List<String> fields) {
        var request = post(address).with(people.signedInAs(viewer));
        for (int at = 0; at < fields.size(); at += 2) {
            request.param(fields.get(at), fields.get(at + 1));
        }
        try {
            var response = pages.getObject().perform(request).andReturn().getResponse();
            assertThat(response.getStatus())
                    .as("%s: %s", address, response.getContentAsString())
                    .isEqualTo(302);
        } catch (Exception failure) {
            throw new IllegalStateException(address, failure);
        }
    }
}
