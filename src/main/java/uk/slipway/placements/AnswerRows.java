package uk.slipway.placements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/** The answers and decisions that are awaited, and whom they have called. */
@Component
class AnswerRows {

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An answer to a referral that a fostering service owes, or a decision on an offer that the placing authority owes.
     *
     * @param offer that is to be decided on, or null where the answer to the referral is awaited
     * @param version of the protocol that the referral was circulated under
     * @param since when it was circulated, or offered
     */
    record Awaited(
            ReferralId referral,
            @Nullable OfferId offer,
            String reference,
            LocalAuthorityId owes,
            Protocol.Version version,
            Instant since,
            AccountId socialWorker,
            @Nullable AccountId reviewingOfficer) {}

    /** All that are awaited, whoever asks: for the system's own round. */
    List<Awaited> awaited() {
        return jdbc.sql("""
            select r.id, cast(null as uuid) as offer_id, r.reference, c.authority_id as owes, o.region_code,
                r.protocol_number, c.sent_at as since, r.social_worker, r.iro
            from referral r join organisation o on o.id = r.authority_id
                join referral_circulation c on c.referral_id = r.id
            where r.state in ('CIRCULATED', 'OFFERS_IN', 'SHORTLISTED') and c.answered_at is null and not exists (
                select 1 from offer f where f.referral_id = r.id and f.other_authority_id = c.authority_id)
            union all
            select r.id, f.id, r.reference, f.authority_id, o.region_code, r.protocol_number, f.offered_at,
                r.social_worker, r.iro
            from referral r join organisation o on o.id = r.authority_id join offer f on f.referral_id = r.id
            where r.state in ('OFFERS_IN', 'SHORTLISTED') and f.state in ('OFFERED', 'SHORTLISTED')
            order by 1, 2
            """).query(AnswerRows::one).list();
    }

    private static Awaited one(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", UUID.class);
        var reviewing = row.getObject("iro", UUID.class);
        return new Awaited(
                new ReferralId(row.getObject("id", UUID.class)),
                offer == null ? null : new OfferId(offer),
                row.getString("reference"),
                SeenPlacements.authority(row, "owes"),
                new Protocol.Version(new RegionCode(row.getString("region_code")), row.getInt("protocol_number")),
                row.getTimestamp("since").toInstant(),
                new AccountId(row.getObject("social_worker", UUID.class)),
                reviewing == null ? null : new AccountId(reviewing));
    }

    /** Writes down that these people were told. False when they have been before. */
    boolean called(Awaited awaited, boolean late, LocalDate due, Instant at, String people) {
        var offer = awaited.offer();
        return jdbc.sql("""
            insert into answer_call (referral_id, offer_id, authority_id, level, due_on, called_at, people)
            values (:referral, :offer, :authority, :level, :due, :at, :people) on conflict do nothing
            """)
                        .param("referral", awaited.referral().value())
                        .param("offer", offer == null ? null : offer.value())
                        .param("authority", awaited.owes().value())
                        .param("level", late ? "CALLED" : "WARNED")
                        .param("due", due)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("people", people)
                        .update()
                == 1;
    }
}
