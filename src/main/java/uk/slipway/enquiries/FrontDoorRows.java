package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.enquiries.FrontDoor.Benchmark;
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.enquiries.FrontDoor.Measure;
import uk.slipway.enquiries.FrontDoor.Notice;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.web.EditConflict;

/** The tables of front doors. Nothing in them is about a person. */
@Component
class FrontDoorRows {

    private static final String DOOR = """
        select d.*, (select string_agg(s.stage || '=' || s.working_days, ',') from front_door_standard s
            where s.owner_organisation_id = d.owner_organisation_id) as standards
        from front_door d
        """;

    private final JdbcClient jdbc;

    FrontDoorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FrontDoor> of(OrganisationId owner) {
        return jdbc.sql(DOOR + " where d.owner_organisation_id = :owner")
                .param("owner", owner.value())
                .query(FrontDoorRows::door)
                .optional();
    }

    Optional<FrontDoor> of(RegionCode region) {
        return jdbc.sql(DOOR + " where d.region_code = :region")
                .param("region", region.value())
                .query(FrontDoorRows::door)
                .optional();
    }

    List<FrontDoor> all() {
        return jdbc.sql(DOOR + " order by d.region_code")
                .query(FrontDoorRows::door)
                .list();
    }

    /** Writes what is set; a front door that was not there begins. */
    void save(FrontDoor door) {
        int changed = jdbc.sql("""
            insert into front_door (owner_organisation_id, region_code, version, name, telephone, open_hours,
                stages_overlap, left_kept_days, on_hold_kept_days, approved_kept_days, held_kept_days)
            values (:owner, :region, 0, :name, :telephone, :hours, :overlap, :left, :onHold, :approved, :held)
            on conflict (owner_organisation_id) do update set version = front_door.version + 1, name = :name,
                telephone = :telephone, open_hours = :hours, stages_overlap = :overlap, left_kept_days = :left,
                on_hold_kept_days = :onHold, approved_kept_days = :approved, held_kept_days = :held
            where front_door.version = :version
            """)
                .param("owner", door.owner().value())
                .param("region", door.region().value())
                .param("version", door.version())
                .param("name", door.name())
                .param("telephone", door.telephone())
                .param("hours", door.openHours())
                .param("overlap", door.stagesOverlap())
                .param("left", door.leftKept())
                .param("onHold", door.onHoldKept())
                .param("approved", door.approvedKept())
                .param("held", door.heldKept())
                .update();
        if (changed == 0) {
            throw new EditConflict();
        }
        jdbc.sql("delete from front_door_standard where owner_organisation_id = :owner")
                .param("owner", door.owner().value())
                .update();
        jdbc.sql("""
            insert into front_door_standard (owner_organisation_id, stage, working_days)
            select :owner, s.stage, s.days from unnest(cast(:stages as text[]), cast(:days as int[])) s(stage, days)
            """)
                .param("owner", door.owner().value())
                .param(
                        "stages",
                        door.standards().keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("days", door.standards().values().toArray(Integer[]::new))
                .update();
    }

    private static FrontDoor door(ResultSet row, int number) throws SQLException {
        var standards = new EnumMap<EnquiryStage, Integer>(EnquiryStage.class);
        var set = row.getString("standards");
        if (set != null) {
            for (var one : set.split(",")) {
                var parts = one.split("=");
                EnquiryStage.of(parts[0]).ifPresent(stage -> standards.put(stage, Integer.valueOf(parts[1])));
            }
        }
        return new FrontDoor(
                owner(row),
                new RegionCode(row.getString("region_code")),
                row.getLong("version"),
                row.getString("name"),
                row.getString("telephone"),
                row.getString("open_hours"),
                row.getObject("stages_overlap", Boolean.class),
                row.getObject("left_kept_days", Integer.class),
                row.getObject("on_hold_kept_days", Integer.class),
                row.getObject("approved_kept_days", Integer.class),
                row.getObject("held_kept_days", Integer.class),
                standards);
    }

    private static OrganisationId owner(ResultSet row) throws SQLException {
        return new OrganisationId(row.getObject("owner_organisation_id", UUID.class));
    }

    /** The authorities of which something has been entered, by authority. */
    Map<LocalAuthorityId, Participation> participations(OrganisationId owner) {
        return jdbc
                .sql("select * from front_door_authority where owner_organisation_id = :owner")
                .param("owner", owner.value())
                .query((row, number) -> new Participation(
                        new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                        row.getLong("version"),
                        row.getObject("takes_part_from", LocalDate.class),
                        row.getObject("takes_part_until", LocalDate.class),
                        row.getString("own_route")))
                .list()
                .stream()
                .collect(Collectors.toMap(Participation::authority, one -> one));
    }

    /** Writes how an authority takes part; {@code version} -1 for one of which nothing had been entered. */
    void save(OrganisationId owner, Participation one) {
        int changed = jdbc.sql("""
            insert into front_door_authority (authority_id, owner_organisation_id, version, takes_part_from,
                takes_part_until, own_route)
            values (:authority, :owner, 0, :from, :until, :route)
            on conflict (authority_id) do update set version = front_door_authority.version + 1,
                takes_part_from = :from, takes_part_until = :until, own_route = :route
            where front_door_authority.version = :version and front_door_authority.owner_organisation_id = :owner
            """)
                .param("authority", one.authority().value())
                .param("owner", owner.value())
                .param("version", one.version())
                .param("from", one.from())
                .param("until", one.until())
                .param("route", one.ownRoute())
                .update();
        if (changed == 0) {
            throw new EditConflict();
        }
    }

    /** The versions of the privacy notice, newest first. */
    List<Notice> notices(OrganisationId owner) {
        return jdbc.sql("select * from privacy_notice where owner_organisation_id = :owner order by number desc limit"
                        + " 100")
                .param("owner", owner.value())
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        owner(row),
                        row.getInt("number"),
                        row.getString("text"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by")))
                .list();
    }

    /** Publishes the next version; answers its number. */
    int publish(OrganisationId owner, String text, Instant at, String by) {
        return jdbc.sql("""
            insert into privacy_notice (id, owner_organisation_id, number, text, published_at, published_by)
            select :id, :owner, coalesce(max(number), 0) + 1, :text, :at, :by
            from privacy_notice where owner_organisation_id = :owner returning number
            """)
                .param("id", Uuid7.next())
                .param("owner", owner.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    /** The campaigns of a front door, newest first; at most 300. */
    List<Campaign> campaigns(OrganisationId owner) {
        return jdbc.sql("select * from campaign where owner_organisation_id = :owner"
                        + " order by starts_on desc, id desc limit 300")
                .param("owner", owner.value())
                .query(FrontDoorRows::campaign)
                .list();
    }

    /** The campaign whose links carry this code. */
    Optional<Campaign> campaign(String code) {
        return jdbc.sql("select * from campaign where code = :code")
                .param("code", code)
                .query(FrontDoorRows::campaign)
                .optional();
    }

    Optional<Campaign> campaign(OrganisationId owner, UUID id) {
        return jdbc.sql("select * from campaign where owner_organisation_id = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id)
                .query(FrontDoorRows::campaign)
                .optional();
    }

    /** Writes a campaign; one with an id that is not there begins. False where its code is another campaign's. */
    boolean save(Campaign campaign) {
        boolean taken = jdbc.sql("select exists (select 1 from campaign where code = :code and id <> :id)")
                .param("code", campaign.code())
                .param("id", campaign.id())
                .query(Boolean.class)
                .single();
        if (taken) {
            return false;
        }
        int changed = jdbc.sql("""
            insert into campaign (id, version, owner_organisation_id, code, name, channel, starts_on, ends_on, cost)
            values (:id, 0, :owner, :code, :name, :channel, :starts, :ends, :cost)
            on conflict (id) do update set version = campaign.version + 1, code = :code, name = :name,
                channel = :channel, starts_on = :starts, ends_on = :ends, cost = :cost
            where campaign.version = :version and campaign.owner_organisation_id = :owner
            """)
                .param("id", campaign.id())
                .param("version", campaign.version())
                .param("owner", campaign.owner().value())
                .param("code", campaign.code())
                .param("name", campaign.name())
                .param("channel", campaign.channel())
                .param("starts", campaign.startsOn())
                .param("ends", campaign.endsOn())
                .param("cost", campaign.cost())
                .update();
        if (changed == 0) {
            throw new EditConflict();
        }
        return true;
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                owner(row),
                row.getString("code"),
                row.getString("name"),
                row.getString("channel"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("cost"));
    }

    /** What the front door's figures are held against: its own benchmarks and those that are shipped. */
    List<Benchmark> benchmarks(@Nullable OrganisationId owner) {
        return jdbc.sql("""
            select * from benchmark where owner_organisation_id is null or owner_organisation_id = cast(:owner as uuid)
            order by measure, id limit 100
            """)
                .param("owner", owner == null ? null : owner.value())
                .query((row, number) -> new Benchmark(
                        row.getObject("id", UUID.class),
                        row.getObject("owner_organisation_id") == null,
                        Measure.valueOf(row.getString("measure")),
                        row.getBigDecimal("value"),
                        row.getString("whose"),
                        row.getString("source")))
                .list();
    }

    /** Enters a benchmark; the same id a second time changes nothing. */
    boolean enter(OrganisationId owner, UUID id, Measure measure, BigDecimal value, String whose, String source) {
        return jdbc.sql("""
            insert into benchmark (id, owner_organisation_id, measure, value, whose, source)
            values (:id, :owner, :measure, :value, :whose, :source) on conflict (id) do nothing
            """)
                        .param("id", id)
                        .param("owner", owner.value())
                        .param("measure", measure.name())
                        .param("value", value)
                        .param("whose", whose)
                        .param("source", source)
                        .update()
                > 0;
    }

    boolean remove(OrganisationId owner, UUID benchmark) {
        return jdbc.sql("delete from benchmark where id = :id and owner_organisation_id = :owner")
                        .param("id", benchmark)
                        .param("owner", owner.value())
                        .update()
                > 0;
    }
}
