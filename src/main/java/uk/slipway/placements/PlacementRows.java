package uk.slipway.placements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.RegionCode;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.VacancyId;
import uk.slipway.web.NotFound;

/** The tables of placements, agreements and delegated matters. Who may see one, {@link SeenPlacements} says. */
@Component
class PlacementRows {

    private final JdbcClient jdbc;
    private final SeenPlacements seen;

    PlacementRows(JdbcClient jdbc, SeenPlacements seen) {
        this.jdbc = jdbc;
        this.seen = seen;
    }

    /**
     * A placement with its agreement.
     *
     * @param until the day on which it is to end, or null where that is open
     */
    record Whole(
            PlacementView view,
            long version,
            VacancyId vacancy,
            PlacementType type,
            String approvedBy,
            String approvedBecause,
            @Nullable LocalDate until,
            WeeklyCost cost,
            @Nullable Signature placingSigned,
            @Nullable Signature fosteringSigned,
            @Nullable String endingWords) {}

    /** Who signed for one of the two authorities, and when. */
    record Signature(String by, Instant at) {}

    /** One matter: who decides, and the reason where it is not the carer. */
    record Matter(DelegatedMatter.Decides decides, String reason) {}

    void make(
            PlacementId id,
            Referral referral,
            Offer offer,
            Locality locality,
            Viewer by,
            String because,
            @Nullable LocalDate areaToldOn,
            Instant at) {
        var needs = referral.needs();
        var cost = offer.content().cost();
        var reviewing = referral.reviewingOfficer();
        jdbc.sql("""
            insert into placement (id, version, authority_id, other_authority_id, area_authority_id, referral_id, offer_id,
                vacancy_id, reference, carer_reference, protocol_number, route, locality, state, children, age_band, type,
                social_worker, supervising_worker, iro, approved_at, approved_by, approved_because, area_told_on, starts_on,
                allowance, fee, support, management)
            values (:id, 0, :placing, :fostering, :area, :referral, :offer, :vacancy, :reference, :carer, :protocol, :route,
                :locality, 'APPROVED', :children, :band, :type, :worker, :supervising, :iro, :at, :by, :because, :toldOn,
                :start, :allowance, :fee, :support, :management)
            """)
                .param("id", id.value())
                .param("placing", offer.placing().value())
                .param("fostering", offer.fostering().value())
                .param("area", offer.area().value())
                .param("referral", referral.id().value())
                .param("offer", offer.id().value())
                .param("vacancy", offer.vacancy().value())
                .param("reference", referral.reference())
                .param("carer", offer.carerReference())
                .param("protocol", referral.protocolNumber())
                .param("route", needs.route().name())
                .param("locality", locality.name())
                .param("children", needs.children())
                .param("band", needs.countedAs().name())
                .param("type", needs.type().name())
                .param("worker", referral.socialWorker().value())
                .param("supervising", offer.supervisingWorker().value())
                .param("iro", reviewing == null ? null : reviewing.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name() + ", " + by.actingAs())
                .param("because", because)
                .param("toldOn", areaToldOn)
                .param("start", offer.content().startOn())
                .param("allowance", cost.allowance())
                .param("fee", cost.fee())
                .param("support", cost.support())
                .param("management", cost.management())
                .update();
    }

    /** Those that ended before a day, or that were to start before it and never did: held, at most 500. */
    List<PlacementView> overBefore(RegionCode region, LocalDate day) {
        return jdbc.sql("select p.* from placement p join organisation o on o.id = p.authority_id"
                        + " where o.region_code = :region"
                        + " and (p.ended_on < :day or p.state = 'CANCELLED' and p.starts_on < :day)"
                        + " order by p.id limit 500 for update of p skip locked")
                .param("region", region.value())
                .param("day", day)
                .query(SeenPlacements::view)
                .list();
    }

    /** Deletes a placement with everything under it, and keeps what is counted. */
    void deleteToStatistics(PlacementId id, RegionCode region, NoticesOnTime.Counted notices) {
        jdbc.sql("""
            with over as (delete from placement where id = :id returning *)
            insert into placement_statistic (id, region_code, authority_id, approved_month, started_month, ended_month, ending,
                weekly_cost, notices_due, notices_in_time)
            select gen_random_uuid(), :region, authority_id,
                cast(date_trunc('month', approved_at at time zone 'Europe/London') as date),
                cast(date_trunc('month', started_on) as date), cast(date_trunc('month', ended_on) as date), ending,
                allowance + fee + support + management, :due, :inTime
            from over
            """)
                .param("id", id.value())
                .param("region", region.value())
                .param("due", notices.due())
                .param("inTime", notices.inTime())
                .update();
    }

    Optional<PlacementId> ofOffer(OfferId offer) {
        return jdbc.sql("select id from placement where offer_id = :offer")
                .param("offer", offer.value())
                .query((row, number) -> new PlacementId(row.getObject("id", UUID.class)))
                .optional();
    }

    Whole seenBy(Viewer viewer, PlacementId id) {
        return one(viewer, id, "");
    }

    Whole held(Viewer viewer, PlacementId id) {
        return one(viewer, id, " for update of p");
    }

    private Whole one(Viewer viewer, PlacementId id, String ending) {
        return jdbc.sql("select p.* from placement p where p.id = :id and " + seen.of("p") + ending)
                .params(seen.parameters(viewer))
                .param("id", id.value())
                .query((row, number) -> {
                    var placingBy = row.getString("placing_signed_by");
                    var fosteringBy = row.getString("fostering_signed_by");
                    var placingAt = SeenPlacements.instant(row, "placing_signed_at");
                    var fosteringAt = SeenPlacements.instant(row, "fostering_signed_at");
                    return new Whole(
                            SeenPlacements.view(row, number),
                            row.getLong("version"),
                            new VacancyId(row.getObject("vacancy_id", UUID.class)),
                            PlacementType.valueOf(row.getString("type")),
                            row.getString("approved_by"),
                            row.getString("approved_because"),
                            row.getObject("ends_on", LocalDate.class),
                            new WeeklyCost(
                                    row.getBigDecimal("allowance"),
                                    row.getBigDecimal("fee"),
                                    row.getBigDecimal("support"),
                                    row.getBigDecimal("management")),
                            placingAt == null || placingBy == null ? null : new Signature(placingBy, placingAt),
                            fosteringAt == null || fosteringBy == null ? null : new Signature(fosteringBy, fosteringAt),
                            row.getString("ending_words"));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    Map<DelegatedMatter, Matter> matters(PlacementId id) {
        var matters = new EnumMap<DelegatedMatter, Matter>(DelegatedMatter.class);
        jdbc.sql("select matter, decides, reason from delegated_matter where placement_id = :id")
                .param("id", id.value())
                .query((row, number) -> matters.put(
                        DelegatedMatter.valueOf(row.getString("matter")),
                        new Matter(DelegatedMatter.Decides.valueOf(row.getString("decides")), row.getString("reason"))))
                .list();
        return matters;
    }

    void delegate(PlacementId id, Map<DelegatedMatter, Matter> matters) {
        matters.forEach((matter, one) -> jdbc.sql("insert into delegated_matter (placement_id, matter, decides, reason)"
                        + " values (:id, :matter, :decides, :reason) on conflict (placement_id, matter)"
                        + " do update set decides = excluded.decides, reason = excluded.reason")
                .param("id", id.value())
                .param("matter", matter.name())
                .param("decides", one.decides().name())
                .param("reason", one.reason())
                .update());
        unsign(id);
    }

    /** What the two agreed is another thing now: nobody has signed it. */
    private void unsign(PlacementId id) {
        jdbc.sql("update placement set placing_signed_at = null, placing_signed_by = null, fostering_signed_at = null,"
                        + " fostering_signed_by = null, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void agree(PlacementId id, LocalDate startsOn, @Nullable LocalDate until, WeeklyCost cost) {
        jdbc.sql("update placement set starts_on = :start, ends_on = :until, allowance = :allowance, fee = :fee,"
                        + " support = :support, management = :management where id = :id")
                .param("start", startsOn)
                .param("until", until)
                .param("allowance", cost.allowance())
                .param("fee", cost.fee())
                .param("support", cost.support())
                .param("management", cost.management())
                .param("id", id.value())
                .update();
        unsign(id);
    }

    void sign(PlacementId id, boolean placing, String by, Instant at, PlacementState then) {
        var side = placing ? "placing" : "fostering";
        jdbc.sql("update placement set " + side + "_signed_at = :at, " + side
                        + "_signed_by = :by, state = :state, version = version + 1 where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("state", then.name())
                .param("id", id.value())
                .update();
    }

    void start(PlacementId id, LocalDate on, PlacementState then) {
        jdbc.sql("update placement set started_on = :on, state = :state, version = version + 1 where id = :id")
                .param("on", on)
                .param("state", then.name())
                .param("id", id.value())
                .update();
    }

    void planSigned(PlacementId id, LocalDate on, PlacementState then) {
        jdbc.sql("update placement set plan_signed_on = :on, state = :state, version = version + 1 where id = :id")
                .param("on", on)
                .param("state", then.name())
                .param("id", id.value())
                .update();
    }

    void planFollows(PlacementId id, String because) {
        jdbc.sql("update placement set plan_follows_because = :because, version = version + 1 where id = :id")
                .param("because", because)
                .param("id", id.value())
                .update();
    }

    void areaTold(PlacementId id, LocalDate on) {
        jdbc.sql("update placement set area_told_on = :on, version = version + 1 where id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    void end(PlacementId id, LocalDate on, Ending ending, Reason reason, @Nullable String words) {
        jdbc.sql("update placement set ended_on = :on, ending = :ending, ending_reason = :reason, ending_words"
                        + " = :words, state = 'ENDED', version = version + 1 where id = :id")
                .param("on", on)
                .param("ending", ending.name())
                .param("reason", reason.inWords())
                .param("words", words)
                .param("id", id.value())
                .update();
    }

    void cancel(PlacementId id, Reason reason) {
        jdbc.sql("update placement set state = 'CANCELLED', ending_reason = :reason, version = version + 1"
                        + " where id = :id")
                .param("reason", reason.inWords())
                .param("id", id.value())
                .update();
    }

    void workers(PlacementId id, AccountId worker, AccountId supervising, @Nullable AccountId reviewing) {
        jdbc.sql("update placement set social_worker = :worker, supervising_worker = :supervising, iro = :iro,"
                        + " version = version + 1 where id = :id")
                .param("worker", worker.value())
                .param("supervising", supervising.value())
                .param("iro", reviewing == null ? null : reviewing.value())
                .param("id", id.value())
                .update();
    }
}
