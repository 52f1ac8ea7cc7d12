package uk.slipway.placements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.vacancies.VacancyId;
import uk.slipway.web.NotFound;

/** The tables of offers and consents. An offer is seen by the placing authority and the one that made it. */
@Component
class OfferRows {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    OfferRows(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    private String seen() {
        return "(" + maySee.of("o") + " and not :viewerReviews"
                + " and (not :viewerIsSocialWorker or o.authority_id = :viewerAuthority))";
    }

    private Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<>(maySee.inFostering(viewer));
        parameters.put("viewerReviews", viewer.is(Role.REVIEWING_OFFICER));
        parameters.put("viewerIsSocialWorker", viewer.is(Role.SOCIAL_WORKER));
        return parameters;
    }

    Offer seenBy(Viewer viewer, OfferId id) {
        return jdbc.sql("select o.* from offer o where o.id = :id and " + seen())
                .params(parameters(viewer))
                .param("id", id.value())
                .query(OfferRows::offer)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those of a referral that the viewer may see, the best score first. */
    List<Offer> of(Viewer viewer, ReferralId referral) {
        return jdbc.sql("select o.* from offer o where o.referral_id = :referral and " + seen()
                        + " order by o.state in ('DECLINED', 'WITHDRAWN', 'CLOSED'), o.score desc,"
                        + " o.offered_at limit 200")
                .params(parameters(viewer))
                .param("referral", referral.value())
                .query(OfferRows::offer)
                .list();
    }

    /** Those that wait for somebody of the viewer's authority. */
    List<Offer> open(Viewer viewer) {
        return jdbc.sql("select o.* from offer o where o.state in ('OFFERED', 'SHORTLISTED', 'PROPOSED') and " + seen()
                        + " order by o.offered_at limit 300")
                .params(parameters(viewer))
                .query(OfferRows::offer)
                .list();
    }

    /** All of a referral: whoever asks holds the referral. */
    List<Offer> of(ReferralId referral) {
        return jdbc.sql("select o.* from offer o where o.referral_id = :referral order by o.id")
                .param("referral", referral.value())
                .query(OfferRows::offer)
                .list();
    }

    Optional<Offer> find(OfferId id) {
        return jdbc.sql("select o.* from offer o where o.id = :id")
                .param("id", id.value())
                .query(OfferRows::offer)
                .optional();
    }

    void make(Offer offer) {
        var content = offer.content();
        jdbc.sql("""
            insert into offer (id, version, authority_id, other_authority_id, referral_id, vacancy_id, area_authority_id,
                carer_reference, state, start_on, allowance, fee, support, management, package, rationale, gaps, score,
                score_words, supervising_worker, offered_at)
            values (:id, 0, :placing, :fostering, :referral, :vacancy, :area, :carer, 'OFFERED', :start, :allowance, :fee,
                :support, :management, :package, :rationale, :gaps, :score, :words, :worker, :at)
            """)
                .param("id", offer.id().value())
                .param("placing", offer.placing().value())
                .param("fostering", offer.fostering().value())
                .param("referral", offer.referral().value())
                .param("vacancy", offer.vacancy().value())
                .param("area", offer.area().value())
                .param("carer", offer.carerReference())
                .param("start", content.startOn())
                .param("allowance", content.cost().allowance())
                .param("fee", content.cost().fee())
                .param("support", content.cost().support())
                .param("management", content.cost().management())
                .param("package", content.packageWords())
                .param("rationale", content.rationale())
                .param("gaps", content.gaps())
                .param("score", offer.score())
                .param("words", offer.scoreWords())
                .param("worker", offer.supervisingWorker().value())
                .param("at", offer.offeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(OfferId id, OfferState state) {
        jdbc.sql("update offer set state = :state, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void propose(OfferId id, AccountId by, String because) {
        jdbc.sql("update offer set state = 'PROPOSED', proposed_by = :by, proposed_because = :because,"
                        + " version = version + 1 where id = :id")
                .param("by", by.value())
                .param("because", because)
                .param("id", id.value())
                .update();
    }

    void settle(OfferId id, OfferState state, String reason, @Nullable String words, Instant at) {
        jdbc.sql("update offer set state = :state, reason_code = :reason, reason_words = :words, settled_at = :at,"
                        + " version = version + 1 where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void ask(OfferId offer, LocalAuthorityId authority, Offer.Consent.Kind kind) {
        jdbc.sql("insert into match_consent (id, version, offer_id, authority_id, kind, state)"
                        + " values (:id, 0, :offer, :authority, :kind, 'ASKED')"
                        + " on conflict (offer_id, authority_id, kind) do nothing")
                .param("id", Uuid7.next())
                .param("offer", offer.value())
                .param("authority", authority.value())
                .param("kind", kind.name())
                .update();
    }

    void answer(UUID consent, Offer.Consent.Answer answer, String words, String by, Instant at) {
        jdbc.sql("update match_consent set state = :state, words = :words, answered_by = :by, answered_at = :at,"
                        + " version = version + 1 where id = :id")
                .param("state", answer.name())
                .param("words", words)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", consent)
                .update();
    }

    List<Offer.Consent> consents(OfferId offer) {
        return jdbc.sql("select * from match_consent where offer_id = :offer order by kind desc, authority_id")
                .param("offer", offer.value())
                .query(OfferRows::consent)
                .list();
    }

    /** A consent that the viewer's authority is asked for. */
    Optional<Offer.Consent> consentAskedOf(LocalAuthorityId authority, UUID id) {
        return jdbc.sql("select * from match_consent where id = :id and authority_id = :authority")
                .param("id", id)
                .param("authority", authority.value())
                .query(OfferRows::consent)
                .optional();
    }

    /** The consents that an authority has not answered, where the match is still proposed. */
    List<Offer.Consent> askedOf(LocalAuthorityId authority) {
        return jdbc.sql("select c.* from match_consent c join offer o on o.id = c.offer_id where c.authority_id ="
                        + " :authority and c.state = 'ASKED' and o.state = 'PROPOSED' order by c.id limit 200")
                .param("authority", authority.value())
                .query(OfferRows::consent)
                .list();
    }

    private static Offer.Consent consent(ResultSet row, int number) throws SQLException {
        return new Offer.Consent(
                row.getObject("id", UUID.class),
                new OfferId(row.getObject("offer_id", UUID.class)),
                SeenPlacements.authority(row, "authority_id"),
                Offer.Consent.Kind.valueOf(row.getString("kind")),
                Offer.Consent.Answer.valueOf(row.getString("state")),
                row.getString("words"),
                row.getString("answered_by"),
                SeenPlacements.instant(row, "answered_at"));
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var proposedBy = row.getObject("proposed_by", UUID.class);
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new ReferralId(row.getObject("referral_id", UUID.class)),
                SeenPlacements.authority(row, "authority_id"),
                SeenPlacements.authority(row, "other_authority_id"),
                SeenPlacements.authority(row, "area_authority_id"),
                new VacancyId(row.getObject("vacancy_id", UUID.class)),
                row.getString("carer_reference"),
                OfferState.valueOf(row.getString("state")),
                new Offer.Content(
                        row.getObject("start_on", LocalDate.class),
                        new WeeklyCost(
                                row.getBigDecimal("allowance"),
                                row.getBigDecimal("fee"),
                                row.getBigDecimal("support"),
                                row.getBigDecimal("management")),
                        row.getString("package"),
                        row.getString("rationale"),
                        row.getString("gaps")),
                row.getInt("score"),
                row.getString("score_words"),
                new AccountId(row.getObject("supervising_worker", UUID.class)),
                row.getTimestamp("offered_at").toInstant(),
                row.getString("reason_code"),
                row.getString("reason_words"),
                proposedBy == null ? null : new AccountId(proposedBy),
                row.getString("proposed_because"));
    }
}
