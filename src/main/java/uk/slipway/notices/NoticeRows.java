package uk.slipway.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.placements.SeenPlacements;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;

/** The table of notices. What a viewer may not see is not there: a notice is seen by whoever sees its placement. */
@Component
class NoticeRows {

    /** Notices of a page of the register. */
    static final int PAGE = 50;

    private static final String REGISTER = """
        select n.*, p.reference from statutory_notice n join placement p on p.id = n.placement_id
        where %s
          and (cast(:state as text) is null or n.state = :state)
          and (cast(:kind as text) is null or n.recipient_kind = :kind)
          and (cast(:regulation as int) is null or n.regulation = :regulation)
          and (:unacknowledged = false or (n.state = 'SENT' and n.acknowledged_at is null))
          and (:search = '' or position(:search in lower(p.reference || ' ' || n.recipient_name)) > 0)
          and (:mine = '' or lower(n.recipient_email) = :mine)
          and (cast(:after as uuid) is null or (n.prepared_at, n.id) <
               (select b.prepared_at, b.id from statutory_notice b where b.id = :after))
        order by n.prepared_at desc, n.id desc limit :most
        """;

    private final JdbcClient jdbc;
    private final SeenPlacements placements;

    NoticeRows(JdbcClient jdbc, SeenPlacements placements) {
        this.jdbc = jdbc;
        this.placements = placements;
    }

    /** What the register is asked for; null and blank ask for everything. */
    record Filter(
            @Nullable NoticeState state,
            @Nullable RecipientKind kind,
            @Nullable Regulation regulation,
            boolean unacknowledged,
            String search,
            String mine) {}

    /** A notice with its placement's reference. */
    record Registered(StatutoryNotice notice, String reference) {}

    /** Newest first, from a place in the list on. */
    List<Registered> register(Viewer viewer, Filter filter, @Nullable UUID after, int most) {
        return jdbc.sql(REGISTER.formatted(placements.of("p")))
                .params(placements.parameters(viewer))
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param(
                        "regulation",
                        filter.regulation() == null ? null : filter.regulation().number())
                .param("unacknowledged", filter.unacknowledged())
                .param("search", filter.search())
                .param("mine", filter.mine())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Registered(notice(row, number), row.getString("reference")))
                .list();
    }

    /** Those of one placement, in the order in which they were prepared. */
    List<StatutoryNotice> of(PlacementId placement) {
        return jdbc.sql("select * from statutory_notice where placement_id = :placement order by prepared_at, id"
                        + " limit 500")
                .param("placement", placement.value())
                .query(NoticeRows::notice)
                .list();
    }

    /** Those of several placements, in one statement. */
    Map<PlacementId, List<StatutoryNotice>> of(Collection<PlacementView> views) {
        if (views.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from statutory_notice where placement_id in (:placements) order by prepared_at, id")
                .param(
                        "placements",
                        views.stream().map(view -> view.id().value()).toList())
                .query(NoticeRows::notice)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StatutoryNotice::placement));
    }

    /** The notice, as the viewer may see it. */
    StatutoryNotice seenBy(Viewer viewer, NoticeId id) {
        return seenBy(viewer, id, "");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    StatutoryNotice held(Viewer viewer, NoticeId id) {
        return seenBy(viewer, id, " for update of n");
    }

    private StatutoryNotice seenBy(Viewer viewer, NoticeId id, String ending) {
        return jdbc.sql("select n.* from statutory_notice n join placement p on p.id = n.placement_id where n.id = :id"
                        + " and " + placements.of("p") + ending)
                .params(placements.parameters(viewer))
                .param("id", id.value())
                .query(NoticeRows::notice)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** For a link that carries its own permission; nobody else changes it until this transaction ends. */
    StatutoryNotice heldByLink(NoticeId id) {
        return jdbc.sql("select * from statutory_notice where id = :id for update")
                .param("id", id.value())
                .query(NoticeRows::notice)
                .single();
    }

    /** One preparation of a placement's notices at a time. */
    void hold(PlacementId placement) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('statutory notices'), hashtext(:placement))")
                .param("placement", placement.value().toString())
                .query((row, number) -> number)
                .list();
    }

    void add(StatutoryNotice notice) {
        jdbc.sql("""
            insert into statutory_notice (id, version, placement_id, authority_id, other_authority_id, regulation,
                recipient_kind, recipient_name, recipient_email, code_email, carries_particulars, state, prepared_at,
                settled_on, settled_by, sent_at, words)
            values (:id, 0, :placement, :placing, :fostering, :regulation, :kind, :name, :email, :codeEmail, :carries,
                :state, :preparedAt, :settledOn, :settledBy, :sentAt, :words)
            """)
                .param("id", notice.id().value())
                .param("placement", notice.placement().value())
                .param("placing", notice.placing().value())
                .param("fostering", notice.fostering().value())
                .param("regulation", notice.regulation().number())
                .param("kind", notice.kind().name())
                .param("name", notice.name())
                .param("email", notice.email())
                .param("codeEmail", notice.codeEmail())
                .param("carries", notice.carriesParticulars())
                .param("state", notice.state().name())
                .param("preparedAt", notice.preparedAt().atOffset(ZoneOffset.UTC))
                .param("settledOn", notice.settledOn())
                .param("settledBy", notice.settledBy())
                .param("sentAt", at(notice.sentAt()))
                .param("words", notice.words())
                .update();
    }

    /** Another recipient or address. */
    void correct(NoticeId id, String name, String email, @Nullable String codeEmail, boolean carries) {
        jdbc.sql("""
            update statutory_notice set recipient_name = :name, recipient_email = :email, code_email = :codeEmail,
                carries_particulars = :carries, version = version + 1
            where id = :id
            """)
                .param("name", name)
                .param("email", email)
                .param("codeEmail", codeEmail)
                .param("carries", carries)
                .param("id", id.value())
                .update();
    }

    /** It has been given, or it is recorded why not. */
    void settle(
            NoticeId id, NoticeState state, LocalDate on, String by, @Nullable Instant sentAt, @Nullable String words) {
        jdbc.sql("""
            update statutory_notice set state = :state, settled_on = :on, settled_by = :by, sent_at = :sentAt,
                words = :words, version = version + 1
            where id = :id
            """)
                .param("state", state.name())
                .param("on", on)
                .param("by", by)
                .param("sentAt", at(sentAt))
                .param("words", words)
                .param("id", id.value())
                .update();
    }

    /** It has been sent once more; the day it was given stays the first. */
    void sentAgain(NoticeId id, Instant at) {
        jdbc.sql("update statutory_notice set sent_at = :at, version = version + 1 where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void acknowledge(NoticeId id, Instant at, String how) {
        jdbc.sql("""
            update statutory_notice set acknowledged_at = :at, acknowledged_how = :how, version = version + 1
            where id = :id and acknowledged_at is null
            """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("how", how)
                .param("id", id.value())
                .update();
    }

    private static @Nullable Object at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static NoticeId newId() {
        return new NoticeId(Uuid7.next());
    }

    static StatutoryNotice notice(ResultSet row, int number) throws SQLException {
        return new StatutoryNotice(
                new NoticeId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new PlacementId(row.getObject("placement_id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new LocalAuthorityId(row.getObject("other_authority_id", UUID.class)),
                Regulation.numbered(row.getInt("regulation")).orElseThrow(),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                row.getString("code_email"),
                row.getBoolean("carries_particulars"),
                NoticeState.valueOf(row.getString("state")),
                row.getTimestamp("prepared_at").toInstant(),
                row.getObject("settled_on", LocalDate.class),
                row.getString("settled_by"),
                instant(row, "sent_at"),
                row.getString("words"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_how"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
