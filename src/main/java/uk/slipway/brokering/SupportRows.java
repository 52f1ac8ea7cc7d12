package uk.slipway.brokering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.headlines.HeadlineId;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.MaySee;

/**
 * What a viewer sees of requests and offers. A request: the one who asks; once it has been asked, the region's co-ordinator
 * and manager; once help has been proposed, the one who helps. An offer: the one who makes it, and the co-ordinator.
 */
@Component
class SupportRows {

    static final int MOST = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final MaySee maySee;

    SupportRows(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** A request as a list shows it. */
    record Row(
            SupportRequestId id,
            String title,
            @Nullable String school,
            OrganisationId requester,
            String requesterName,
            @Nullable String supporterName,
            SupportState state,
            LocalDate wantedBy,
            @Nullable LocalDate asked,
            @Nullable LocalDate proposed,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable LocalDate lookBackOn,
            boolean requesterAgreed,
            boolean supporterAgreed,
            boolean helping,
            @Nullable Helped helped) {

        @Nullable
        String stuck(LocalDate today) {
            return SupportRequest.stuck(state, asked, proposed, lookBackOn, today);
        }
    }

    /** Something that somebody can give. */
    record Offer(
            UUID id,
            OrganisationId organisation,
            String organisationName,
            OfferKind kind,
            @Nullable String who,
            String title,
            String what,
            @Nullable HeadlineId headline,
            @Nullable LocalDate until) {}

    static boolean brokers(Viewer viewer) {
        return viewer.is(Role.PARTNERSHIP_COORDINATOR) || viewer.is(Role.REGIONAL_MANAGER);
    }

    private static boolean helps(Viewer viewer) {
        return viewer.is(Role.BOARD_PARTNER) || viewer.role().worksOnItsAuthoritysRecords();
    }

    private String seen() {
        return "(" + maySee.of("r") + " or (r.supporter_id = :helper and r.proposed_at is not null)"
                + " or (r.region_code = :brokered and r.asked_at is not null))";
    }

    private Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<>(maySee.parameters(viewer));
        var region = viewer.region();
        parameters.put("helper", helps(viewer) ? viewer.organisation().value() : NOBODY);
        parameters.put("brokered", brokers(viewer) && region != null ? region.value() : "");
        return parameters;
    }

    boolean mayRead(Viewer viewer, SupportRequestId id) {
        return jdbc.sql("select exists (select 1 from support_request r where r.id = :id and " + seen() + ")")
                .params(parameters(viewer))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The requests that a viewer sees, those that are over last, else the longest waiting first; at most {@value #MOST}. */
    List<Row> all(Viewer viewer, @Nullable SupportState state) {
        return jdbc.sql("""
            select r.*, q.name as requester_name, s.name as supporter_name,
                   coalesce(r.supporter_id = :helper, false) as helping
            from support_request r
            join organisation q on q.id = r.requester_id
            left join organisation s on s.id = r.supporter_id
            where (cast(:state as text) is null or r.state = :state) and %s
            order by r.state in ('LOOKED_BACK', 'WITHDRAWN'), r.id limit %d
            """.formatted(seen(), MOST))
                .params(parameters(viewer))
                .param("state", state == null ? null : state.name())
                .query(SupportRows::row)
                .list();
    }

    /** The offers that a viewer sees and that stand on a day, newest first; at most {@value #MOST}. */
    List<Offer> offers(Viewer viewer, LocalDate day) {
        var region = viewer.region();
        return jdbc.sql("""
            select f.*, o.name as organisation_name from support_offer f join organisation o on o.id = f.organisation_id
            where f.ended_at is null and (f.until_on is null or f.until_on >= :day)
              and (f.region_code = :brokered or %s)
            order by f.id desc limit %d
            """.formatted(maySee.of("f"), MOST))
                .params(maySee.parameters(viewer))
                .param("brokered", brokers(viewer) && region != null ? region.value() : "")
                .param("day", day)
                .query(SupportRows::offer)
                .list();
    }

    /** The bodies of a region that can help: everybody but its regional team. */
    List<Body> bodies(RegionCode region, LocalDate day) {
        return jdbc.sql("""
            select id, name, kind from organisation where region_code = :region and kind <> 'REGIONAL_TEAM'
              and (ends_on is null or ends_on >= :day) order by lower(name), id limit 1000
            """)
                .param("region", region.value())
                .param("day", day)
                .query((row, number) ->
                        new Body(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** A body that can be chosen. */
    record Body(OrganisationId id, String name) {}

    /** Puts an offer in; the same one again changes nothing. */
    boolean add(Viewer by, RegionCode region, UUID id, OfferSupport.Offered offered, Instant at) {
        var authority = by.authority();
        return jdbc.sql("""
            insert into support_offer (id, version, authority_id, owner_organisation_id, organisation_id, region_code, kind,
                who, title, what, headline_id, until_on, made_at, made_by)
            values (:id, 0, :authority, :owner, :organisation, :region, :kind, :who, :title, :what, :headline, :until, :at,
                :by) on conflict (id) do nothing
            """)
                        .param("id", id)
                        .param("authority", authority == null ? null : authority.value())
                        .param("owner", authority == null ? by.organisation().value() : null)
                        .param("organisation", by.organisation().value())
                        .param("region", region.value())
                        .param("kind", offered.kind().name())
                        .param("who", offered.who())
                        .param("title", offered.title())
                        .param("what", offered.what())
                        .param(
                                "headline",
                                offered.headline() == null
                                        ? null
                                        : offered.headline().value())
                        .param("until", offered.until())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    /** An offer that the viewer's organisation has made, ended or not. */
    Optional<Offer> ownOffer(Viewer viewer, UUID id) {
        return jdbc.sql("""
            select f.*, o.name as organisation_name from support_offer f join organisation o on o.id = f.organisation_id
            where f.id = :id and f.organisation_id = :helper
            """)
                .param("id", id)
                .param("helper", helps(viewer) ? viewer.organisation().value() : NOBODY)
                .query(SupportRows::offer)
                .optional();
    }

    boolean endOffer(UUID id, Instant at) {
        return jdbc.sql("update support_offer set ended_at = :at, version = version + 1 where id = :id and"
                                + " ended_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var helped = row.getString("helped");
        return new Row(
                new SupportRequestId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("school"),
                new OrganisationId(row.getObject("requester_id", UUID.class)),
                row.getString("requester_name"),
                row.getString("supporter_name"),
                SupportState.valueOf(row.getString("state")),
                row.getObject("wanted_by", LocalDate.class),
                day(row.getTimestamp("asked_at")),
                day(row.getTimestamp("proposed_at")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("look_back_on", LocalDate.class),
                row.getTimestamp("requester_agreed_at") != null,
                row.getTimestamp("supporter_agreed_at") != null,
                row.getBoolean("helping"),
                helped == null ? null : Helped.valueOf(helped));
    }

    private static @Nullable LocalDate day(@Nullable Timestamp at) {
        return at == null ? null : LondonTime.dayOf(at.toInstant());
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var headline = row.getObject("headline_id", UUID.class);
        return new Offer(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("organisation_name"),
                OfferKind.valueOf(row.getString("kind")),
                row.getString("who"),
                row.getString("title"),
                row.getString("what"),
                headline == null ? null : new HeadlineId(headline),
                row.getObject("until_on", LocalDate.class));
    }
}
