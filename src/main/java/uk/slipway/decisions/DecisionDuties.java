package uk.slipway.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.partnership.BoardSight;

/**
 * What decisions ask of people: a vote in writing, the chair's action, closing a written procedure that is over, looking again
 * at what was decided. Who has withdrawn for an interest is asked nothing; where the chair has, the vice chair acts. One
 * statement.
 */
@Component
class DecisionDuties implements Duties {

    private final JdbcClient jdbc;
    private final BoardSight sight;
    private final Clock clock;

    DecisionDuties(JdbcClient jdbc, BoardSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var today = LondonTime.today(clock);
        var duties = new ArrayList<Duty>();
        jdbc.sql("""
            select d.id, d.number, d.state, d.protocol, d.written, d.deadline, d.look_again_on, b.name,
                b.owner_organisation_id = :viewerClerkOf as clerk, asked.*
            from decision d join board b on b.id = d.board_id cross join lateral (
                select count(*) filter (where voting and not withdrew and not voted) as silent,
                    coalesce(bool_or(mine and voting and not withdrew and not voted), false) as to_vote,
                    coalesce(bool_or(mine and not withdrew and (role = 'CHAIR' or role = 'VICE_CHAIR' and not chaired)), false)
                        as chairs
                from (
                    select m.role, m.voting, m.account_id is not distinct from :viewerAccount as mine, w.withdrew,
                        exists (select 1 from decision_vote v where v.decision_id = d.id and v.membership_id = m.id) as voted,
                        bool_or(m.role = 'CHAIR' and not w.withdrew) over () as chaired
                    from board_membership m left join account a on a.id = m.account_id cross join lateral (
                        select exists (select 1 from decision_interest i where i.decision_id = d.id and i.membership_id = m.id)
                            or exists (select 1 from declared_interest i where i.item_id = d.item_id
                                and i.membership_id = m.id) as withdrew) w
                    where m.board_id = b.id and m.role in ('CHAIR', 'VICE_CHAIR', 'MEMBER')
                        and a.closed_on is null and m.starts_on <= :today and (m.ends_on is null or m.ends_on >= :today)
                ) seat) asked
            where (d.state = 'CIRCULATED' and (d.written or d.protocol = 'CHAIR_ACTION')
                    or d.state in ('DECIDED', 'IMPLEMENTED') and d.carried and d.look_again_on <= :today)
                and (%s) and (not d.restricted or %s)
            order by d.deadline, d.id limit 60
            """.formatted(sight.business("d.board_id"), sight.restricted("d.board_id")))
                .params(sight.parameters(viewer))
                .query((row, number) -> duties.addAll(of(row, today)))
                .list();
        return duties;
    }

    private static List<Duty> of(ResultSet row, LocalDate today) throws SQLException {
        var address = "/decisions/" + row.getObject("id", UUID.class);
        var name = "decision " + row.getInt("number") + " of " + row.getString("name");
        var deadline = row.getObject("deadline", LocalDate.class);
        boolean clerk = row.getBoolean("clerk");
        if (!"CIRCULATED".equals(row.getString("state"))) {
            return clerk
                    ? List.of(new Duty(
                            "Look again at " + name,
                            address,
                            row.getObject("look_again_on", LocalDate.class),
                            Duty.Kind.OWED))
                    : List.of();
        }
        if ("CHAIR_ACTION".equals(row.getString("protocol"))) {
            return row.getBoolean("chairs")
                    ? List.of(new Duty("Take the chair’s action on " + name, address, null, Duty.Kind.OWED))
                    : List.of();
        }
        var found = new ArrayList<Duty>();
        boolean over = deadline != null && deadline.isBefore(today);
        if (row.getBoolean("to_vote") && !over) {
            found.add(new Duty("Vote on " + name, address, deadline, Duty.Kind.OWED));
        }
        if (clerk && (over || row.getInt("silent") == 0)) {
            found.add(new Duty("Record the outcome of " + name, address, deadline, Duty.Kind.OWED));
        }
        return found;
    }
}
