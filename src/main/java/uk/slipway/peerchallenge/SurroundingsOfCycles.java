package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;

/** Reads what lies around the forums of a cycle, in three statements however many forums there are. */
@Component
class SurroundingsOfCycles {

    private final JdbcClient jdbc;
    private final LocalAuthorities authorities;

    SurroundingsOfCycles(JdbcClient jdbc, LocalAuthorities authorities) {
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    Surroundings of(CycleView cycle) {
        var sittings = new HashMap<AccountId, List<Surroundings.Elsewhere>>();
        jdbc.sql("""
            select f.id, f.authority_id, f.held_on, f.starts_at, f.ends_at, s.account_id, s.name, s.part
            from forum f join forum_seat s on s.forum_id = f.id
            where f.cycle_id = :cycle and f.state <> 'CANCELLED' order by f.held_on nulls last, f.id
            """).param("cycle", cycle.id().value()).query(row -> {
            sittings.computeIfAbsent(new AccountId(row.getObject("account_id", UUID.class)), none -> new ArrayList<>())
                    .add(new Surroundings.Elsewhere(
                            new ForumId(row.getObject("id", UUID.class)),
                            authorities
                                    .get(new LocalAuthorityId(row.getObject("authority_id", UUID.class)))
                                    .name(),
                            row.getObject("held_on", LocalDate.class),
                            row.getObject("starts_at", LocalTime.class),
                            row.getObject("ends_at", LocalTime.class),
                            row.getString("name"),
                            AppointmentKind.valueOf(row.getString("part"))));
        });
        var lastYears = pairs("""
            select s.account_id, f.authority_id as other
            from forum f join forum_seat s on s.forum_id = f.id join cycle c on c.id = f.cycle_id
            where c.region_code = :region and c.year_starts_in = :lastYear and f.state <> 'CANCELLED'
              and s.part = 'PEER'
            """, cycle);
        var conflicts = pairs("""
            select account_id, with_authority_id as other from declared_conflict
            where withdrawn_at is null and cast(:region as text) is not null and cast(:lastYear as int) is not null
            """, cycle);
        return new Surroundings(
                cycle.forumShape(),
                cycle.dayOf(MilestoneKind.FORUMS_FROM),
                cycle.dayOf(MilestoneKind.FORUMS_TO),
                sittings,
                lastYears,
                conflicts);
    }

    private Map<AccountId, Set<LocalAuthorityId>> pairs(String sql, CycleView cycle) {
        var pairs = new HashMap<AccountId, Set<LocalAuthorityId>>();
        jdbc.sql(sql)
                .param("region", cycle.region().value())
                .param("lastYear", cycle.year().startsIn() - 1)
                .query(row -> {
                    pairs.computeIfAbsent(
                                    new AccountId(row.getObject("account_id", UUID.class)), none -> new HashSet<>())
                            .add(new LocalAuthorityId(row.getObject("other", UUID.class)));
                });
        return pairs;
    }
}
