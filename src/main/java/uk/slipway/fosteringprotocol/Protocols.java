package uk.slipway.fosteringprotocol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/** The versions of protocols. What has been issued is public. */
@Component
public class Protocols {

    private static final String SELECT = """
        select p.*, array(select s.authority_id from fostering_protocol_signatory s where s.protocol_id = p.id
                   order by s.signed_on, s.authority_id) as signed_by,
               array(select s.signed_on from fostering_protocol_signatory s where s.protocol_id = p.id
                   order by s.signed_on, s.authority_id) as signed_on
        from fostering_protocol p
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Protocols(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The version in force today in a region. */
    public Optional<Protocol> inForce(RegionCode region) {
        return jdbc.sql(SELECT + " where p.region_code = :region and p.state = 'ISSUED' and p.in_force_on <= :today"
                        + " order by p.in_force_on desc, p.number desc limit 1")
                .param("region", region.value())
                .param("today", LondonTime.today(clock))
                .query(Protocols::protocol)
                .optional();
    }

    /** The issued version of this number. */
    public Optional<Protocol> issued(RegionCode region, int number) {
        return jdbc.sql(SELECT + " where p.region_code = :region and p.state = 'ISSUED' and p.number = :number")
                .param("region", region.value())
                .param("number", number)
                .query(Protocols::protocol)
                .optional();
    }

    /** Every region that has issued one. */
    List<RegionCode> regions() {
        return jdbc.sql("select distinct region_code from fostering_protocol where state = 'ISSUED' order by 1")
                .query((row, at) -> new RegionCode(row.getString(1)))
                .list();
    }

    /** All issued versions, the newest first; at most 100. */
    List<Protocol> issued(RegionCode region) {
        return jdbc.sql(SELECT + " where p.region_code = :region and p.state = 'ISSUED'"
                        + " order by p.in_force_on desc, p.number desc limit 100")
                .param("region", region.value())
                .query(Protocols::protocol)
                .list();
    }

    /** What answers and clocks go by in every issued version, without its texts. One statement; at most 1,000. */
    public Map<Protocol.Version, Protocol.Limits> limits() {
        var limits = new HashMap<Protocol.Version, Protocol.Limits>();
        jdbc.sql("""
            select region_code, number, offer_days, decision_days, emergency_area_days, warn_days, warn_people, call_days,
                call_people
            from fostering_protocol where state = 'ISSUED' order by in_force_on desc, number desc limit 1000
            """).query(row -> {
            limits.put(
                    new Protocol.Version(new RegionCode(row.getString("region_code")), row.getInt("number")),
                    limits(row));
        });
        return limits;
    }

    Optional<Protocol> draft(RegionCode region) {
        return jdbc.sql(SELECT + " where p.region_code = :region and p.state = 'DRAFT'")
                .param("region", region.value())
                .query(Protocols::protocol)
                .optional();
    }

    /** One writes at a time. */
    void hold(RegionCode region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('fostering protocol'), hashtext(:region))")
                .param("region", region.value())
                .query((row, at) -> at)
                .list();
    }

    int nextNumber(RegionCode region) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from fostering_protocol where region_code = :region")
                .param("region", region.value())
                .query(Integer.class)
                .single();
    }

    void keep(Protocol protocol) {
        var terms = protocol.terms();
        var limits = terms.limits();
        jdbc.sql("""
            insert into fostering_protocol (id, version, region_code, number, state, text, approvals, escalation, offer_days,
                decision_days, emergency_area_days, warn_days, warn_people, call_days, call_people, keep_closed_days,
                keep_ended_days, allowance, fee, support, management, in_force_on, changed_at, changed_by)
            values (:id, 0, :region, :number, :state, :text, :approvals, :escalation, :offerDays, :decisionDays, :areaDays,
                :warnDays, :warnPeople, :callDays, :callPeople, :keep, :keepEnded, :allowance, :fee, :support, :management,
                :inForceOn, :at, :by)
            on conflict (id) do update set version = fostering_protocol.version + 1, state = excluded.state,
                text = excluded.text, approvals = excluded.approvals, escalation = excluded.escalation,
                offer_days = excluded.offer_days, decision_days = excluded.decision_days,
                emergency_area_days = excluded.emergency_area_days, warn_days = excluded.warn_days,
                warn_people = excluded.warn_people, call_days = excluded.call_days, call_people = excluded.call_people,
                keep_closed_days = excluded.keep_closed_days,
                keep_ended_days = excluded.keep_ended_days, allowance = excluded.allowance, fee = excluded.fee,
                support = excluded.support, management = excluded.management, in_force_on = excluded.in_force_on,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
                .param("id", protocol.id().value())
                .param("region", protocol.region().value())
                .param("number", protocol.number())
                .param("state", protocol.issued() ? "ISSUED" : "DRAFT")
                .param("text", terms.text())
                .param("approvals", terms.approvals())
                .param("escalation", terms.escalation())
                .param("offerDays", limits.offerDays())
                .param("decisionDays", limits.decisionDays())
                .param("areaDays", limits.emergencyAreaDays())
                .param("warnDays", days(limits.before()))
                .param("warnPeople", people(limits.before()))
                .param("callDays", days(limits.after()))
                .param("callPeople", people(limits.after()))
                .param("keep", terms.keepClosedDays())
                .param("keepEnded", terms.keepEndedDays())
                .param("allowance", terms.allowance())
                .param("fee", terms.fee())
                .param("support", terms.support())
                .param("management", terms.management())
                .param("inForceOn", protocol.inForceOn())
                .param("at", protocol.changedAt().atOffset(java.time.ZoneOffset.UTC))
                .param("by", protocol.changedBy())
                .update();
    }

    void sign(ProtocolId protocol, LocalAuthorityId authority, LocalDate on) {
        jdbc.sql("insert into fostering_protocol_signatory (protocol_id, authority_id, signed_on) values"
                        + " (:protocol, :authority, :on) on conflict (protocol_id, authority_id)"
                        + " do update set signed_on = excluded.signed_on")
                .param("protocol", protocol.value())
                .param("authority", authority.value())
                .param("on", on)
                .update();
    }

    int unsign(ProtocolId protocol, LocalAuthorityId authority) {
        return jdbc.sql("delete from fostering_protocol_signatory where protocol_id = :protocol and authority_id ="
                        + " :authority")
                .param("protocol", protocol.value())
                .param("authority", authority.value())
                .update();
    }

    private static Protocol protocol(ResultSet row, int number) throws SQLException {
        var authorities = (UUID[]) row.getArray("signed_by").getArray();
        var days = (java.sql.Date[]) row.getArray("signed_on").getArray();
        var signatories = new java.util.ArrayList<Protocol.Signatory>();
        for (int i = 0; i < authorities.length; i++) {
            signatories.add(new Protocol.Signatory(new LocalAuthorityId(authorities[i]), days[i].toLocalDate()));
        }
        return new Protocol(
                new ProtocolId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new RegionCode(row.getString("region_code")),
                row.getInt("number"),
                "ISSUED".equals(row.getString("state")),
                new Protocol.Terms(
                        row.getString("text"),
                        row.getString("approvals"),
                        row.getString("escalation"),
                        limits(row),
                        whole(row, "keep_closed_days"),
                        whole(row, "keep_ended_days"),
                        row.getBigDecimal("allowance"),
                        row.getBigDecimal("fee"),
                        row.getBigDecimal("support"),
                        row.getBigDecimal("management")),
                row.getObject("in_force_on", LocalDate.class),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                List.copyOf(signatories));
    }

    private static Protocol.Limits limits(ResultSet row) throws SQLException {
        return new Protocol.Limits(
                whole(row, "offer_days"),
                whole(row, "decision_days"),
                whole(row, "emergency_area_days"),
                call(row, "warn"),
                call(row, "call"));
    }

    private static Protocol.@Nullable Call call(ResultSet row, String level) throws SQLException {
        var days = whole(row, level + "_days");
        if (days == null) {
            return null;
        }
        var people = (String[]) row.getArray(level + "_people").getArray();
        return new Protocol.Call(days, Arrays.stream(people).map(Told::valueOf).collect(Collectors.toSet()));
    }

    private static @Nullable Integer days(Protocol.@Nullable Call call) {
        return call == null ? null : (Integer) call.days();
    }

    private static String[] people(Protocol.@Nullable Call call) {
        return call == null
                ? new String[0]
                : call.people().stream().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
