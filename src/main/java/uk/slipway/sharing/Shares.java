package uk.slipway.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/**
 * Shows records to audiences and ends that again. To be called inside a use case, whose transaction it joins; the use
 * case decides whether the viewer may, and its page has said to whom before the button was pressed.
 */
@Component
public class Shares {

    private final JdbcClient jdbc;
    private final Clock clock;

    Shares(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Shows a record to an audience. Showing it again to the same audience changes nothing and answers the standing
     * share.
     *
     * @param audienceId the forum, regional team or Ofsted's organisation; null for everyone
     * @param words what was said to the person who pressed the button
     */
    public ShareId show(
            RecordRef record,
            @Nullable LocalAuthorityId authority,
            Audience audience,
            @Nullable UUID audienceId,
            String words,
            Viewer by) {
        return showFrom(record, authority, audience, audienceId, null, words, by);
    }

    /**
     * The same, from a day on.
     *
     * @param from the first day on which the audience sees it, or null for at once
     */
    public ShareId showFrom(
            RecordRef record,
            @Nullable LocalAuthorityId authority,
            Audience audience,
            @Nullable UUID audienceId,
            @Nullable LocalDate from,
            String words,
            Viewer by) {
        var standing = standing(record.id(), audience, audienceId);
        if (standing.isPresent()) {
            return standing.get();
        }
        var id = new ShareId(Uuid7.next());
        jdbc.sql("""
            insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id,
                               made_at, made_by, made_by_name, words, from_day)
            values (:id, 0, :kind, :record, :authority, :audience, :audienceId, :at, :by, :byName, :words, :from)
            on conflict do nothing
            """)
                .param("id", id.value())
                .param("kind", record.kind())
                .param("record", record.id())
                .param("authority", authority == null ? null : authority.value())
                .param("audience", audience.name())
                .param("audienceId", audienceId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.account().value())
                .param("byName", by.name())
                .param("words", words)
                .param("from", from)
                .update();
        return standing(record.id(), audience, audienceId).orElse(id);
    }

    /**
     * Ends a standing share; one that has ended stays as it ended.
     *
     * @return true when it stood until now
     */
    public boolean end(ShareId share, String because, Viewer by) {
        return jdbc.sql("""
            update share set ended_at = :at, ended_by_name = :by, ended_because = :because, version = version + 1
            where id = :id and ended_at is null
            """)
                        .param("id", share.value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("because", because)
                        .update()
                == 1;
    }

    /** Lets what is shown to an audience begin on another day; what has ended, or was never shown to it, stays as it is. */
    public void beginOn(Collection<UUID> records, Audience audience, LocalDate from) {
        jdbc.sql("""
            update share set from_day = :from, version = version + 1
            where record_id = any(:records) and audience = :audience and ended_at is null and from_day is not null
            """)
                .param("from", from)
                .param("records", records.toArray(UUID[]::new))
                .param("audience", audience.name())
                .update();
    }

    /** Ends every standing share of a record. */
    public void endAll(RecordRef record, String because, Viewer by) {
        jdbc.sql("""
            update share set ended_at = :at, ended_by_name = :by, ended_because = :because, version = version + 1
            where record_kind = :kind and record_id = :record and ended_at is null
            """)
                .param("kind", record.kind())
                .param("record", record.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("because", because)
                .update();
    }

    /** Every share of a record, standing and ended, oldest first. */
    public List<Share> of(RecordRef record) {
        return jdbc.sql("""
            select id, audience, made_at, made_by_name, words, ended_at, ended_by_name, ended_because
            from share where record_kind = :kind and record_id = :record order by made_at, id
            """)
                .param("kind", record.kind())
                .param("record", record.id())
                .query(Shares::share)
                .list();
    }

    private Optional<ShareId> standing(UUID record, Audience audience, @Nullable UUID audienceId) {
        return jdbc.sql("""
            select id from share
            where record_id = :record and audience = :audience
              and audience_id is not distinct from cast(:audienceId as uuid) and ended_at is null
            """)
                .param("record", record)
                .param("audience", audience.name())
                .param("audienceId", audienceId)
                .query(UUID.class)
                .optional()
                .map(ShareId::new);
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                new ShareId(row.getObject("id", UUID.class)),
                Audience.valueOf(row.getString("audience")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by_name"),
                row.getString("words"),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by_name"),
                row.getString("ended_because"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
