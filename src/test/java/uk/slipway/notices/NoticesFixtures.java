package uk.slipway.notices;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.placements.Locality;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.Route;

/**
 * Placements as their room leaves them, which has its own tests: put in as rows, so that a clock can be looked at on any day
 * of any placement. Bolton places, Wigan fosters, the home is in Wigan.
 */
@Component
public class NoticesFixtures {

    private final JdbcClient jdbc;
    private final AccountsFixtures people;
    private int placed;

    NoticesFixtures(JdbcClient jdbc, AccountsFixtures people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Bolton's fostering officer. */
    public Viewer officer() {
        return people.inFostering(Role.FOSTERING_OFFICER, "Bolton");
    }

    /** The child's social worker, of Bolton. */
    public Viewer socialWorker() {
        return people.inFostering(Role.SOCIAL_WORKER, "Bolton");
    }

    /** The child's reviewing officer, of Bolton. */
    public Viewer reviewingOfficer() {
        return people.inFostering(Role.REVIEWING_OFFICER, "Bolton");
    }

    /** Who supervises the carer, of Wigan. */
    public Viewer supervisingWorker() {
        return people.inFostering(Role.FOSTERING_OFFICER, "Wigan");
    }

    /** Approved the day before and agreed; started on the day where that has come. */
    public PlacementId placement(Route route, Locality locality, LocalDate starts, boolean started) {
        return placement(route, locality, starts, started, 1);
    }

    public PlacementId placement(Route route, Locality locality, LocalDate starts, boolean started, int children) {
        var bolton = people.authority("Bolton").value();
        var wigan = people.authority("Wigan").value();
        var vacancy = Uuid7.next();
        var approved = starts.minusDays(1)
                .atTime(9, 0)
                .atZone(LondonTime.ZONE)
                .toInstant()
                .atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into vacancy (id, version, authority_id, area_authority_id, carer_reference, postcode_area,
                approved_places, free_places, youngest, oldest, types, skills, features, not_suited, words, free_from, state,
                confirmed_at, added_at)
            values (:id, 0, :wigan, :wigan, :carer, 'WN1', 2, 1, 0, 17, '{SHORT_TERM}', '{}', '{}', '{}', '', :day, 'OPEN',
                :at, :at)
            """)
                .param("id", vacancy)
                .param("wigan", wigan)
                .param("carer", "W-" + ++placed)
                .param("day", starts)
                .param("at", approved)
                .update();
        var id = Uuid7.next();
        jdbc.sql("""
            insert into placement (id, version, authority_id, other_authority_id, area_authority_id, referral_id, offer_id,
                vacancy_id, reference, carer_reference, protocol_number, route, locality, state, children, age_band, type,
                social_worker, supervising_worker, iro, approved_at, approved_by, approved_because, starts_on, started_on,
                allowance, fee, support, management, placing_signed_at, placing_signed_by, fostering_signed_at,
                fostering_signed_by)
            values (:id, 0, :bolton, :wigan, :wigan, :referral, :offer, :vacancy, :reference, 'W-1', 1, :route, :locality,
                :state, :children, 'AGE_5_TO_9', 'SHORT_TERM', :socialWorker, :supervising, :iro, :at, 'A test', 'A test',
                :starts, :started, 0, 0, 0, 0, :at, 'A test', :at, 'A test')
            """)
                .param("id", id)
                .param("bolton", bolton)
                .param("wigan", wigan)
                .param("referral", UUID.randomUUID())
                .param("offer", UUID.randomUUID())
                .param("vacancy", vacancy)
                .param("reference", "FP-26-000" + placed)
                .param("route", route.name())
                .param("locality", locality.name())
                .param("state", started ? "ACTIVE" : "AGREED")
                .param("children", children)
                .param("socialWorker", socialWorker().account().value())
                .param("supervising", supervisingWorker().account().value())
                .param("iro", reviewingOfficer().account().value())
                .param("at", approved)
                .param("starts", starts)
                .param("started", started ? starts : null)
                .update();
        return new PlacementId(id);
    }
}
