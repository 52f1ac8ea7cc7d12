package uk.slipway.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Words;

/** What the co-ordinator owes to boards: terms of members that end, members who have left. One statement. */
@Component
class BoardDuties implements Duties {

    private static final Words WORDS = new Words();
    private static final int DAYS_AHEAD = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardDuties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (!viewer.is(Role.PARTNERSHIP_COORDINATOR)) {
            return List.of();
        }
        var today = LondonTime.today(clock);
        return jdbc.sql("""
            select b.id, b.name, count(*) as members, count(*) filter (where a.closed_on is not null) as have_left,
                   min(m.ends_on) filter (where a.closed_on is null) as first_end
            from board b join board_membership m on m.board_id = b.id left join account a on a.id = m.account_id
            where b.owner_organisation_id = :team and m.starts_on <= :today
              and (m.ends_on between :today and :ahead
                  or a.closed_on is not null and (m.ends_on is null or m.ends_on >= :today))
            group by b.id, b.name order by b.name, b.id limit 20
            """)
                .param("team", viewer.organisation().value())
                .param("today", today)
                .param("ahead", today.plusDays(DAYS_AHEAD))
                .query((row, number) -> new Duty(
                        words(row.getString("name"), row.getInt("members"), row.getInt("have_left")),
                        "/boards/" + row.getObject("id", UUID.class) + "/review",
                        row.getObject("first_end", LocalDate.class),
                        Duty.Kind.OWED))
                .list();
    }

    private static String words(String board, int members, int left) {
        return left > 0
                ? "Find a successor for " + WORDS.count(left, "member who has left ", "members who have left ") + board
                : "Renew or replace " + WORDS.count(members, "member", "members") + " of " + board
                        + " whose terms end";
    }
}
