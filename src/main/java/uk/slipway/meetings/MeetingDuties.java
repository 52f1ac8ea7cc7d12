package uk.slipway.meetings;

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
import uk.slipway.web.Words;

/**
 * What meetings ask of people: of the clerk agendas that need papers, minutes to write, circulate and have approved; of the
 * chair minutes to clear; of a member papers for the items they lead. One statement.
 */
@Component
class MeetingDuties implements Duties {

    private static final Words WORDS = new Words();
    /** Papers are due a week before the meeting. */
    private static final int PAPERS_BEFORE = 7;

    private static final int LOOKING_AHEAD = 28;

    private final JdbcClient jdbc;
    private final BoardSight sight;
    private final Clock clock;

    MeetingDuties(JdbcClient jdbc, BoardSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var today = LondonTime.today(clock);
        var duties = new ArrayList<Duty>();
        jdbc.sql("""
            select m.id, m.held_on, m.state, m.minutes, m.issued_at is not null as issued, b.name, mine.*,
                (select count(*) from meeting_item i where i.meeting_id = m.id) as items,
                (select count(*) from meeting_item i where i.meeting_id = m.id and i.kind <> 'DISCUSSION' and not exists (
                    select 1 from meeting_paper p where p.item_id = i.id and p.removed_at is null)) as bare,
                (select count(*) from meeting_item i join board_membership s on s.id = i.lead_membership_id
                    where i.meeting_id = m.id and s.account_id = :viewerAccount and not exists (
                        select 1 from meeting_paper p where p.item_id = i.id and p.removed_at is null)) as to_write,
                exists (select 1 from meeting later where later.board_id = m.board_id and later.state = 'HELD'
                    and later.held_on > m.held_on) as followed
            from meeting m join board b on b.id = m.board_id cross join lateral (
                select b.owner_organisation_id = :viewerClerkOf as clerk, exists (select 1 from board_membership s
                    where s.board_id = b.id and s.account_id = :viewerAccount and s.role in ('CHAIR', 'VICE_CHAIR')
                    and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)) as chair) mine
            where (m.state = 'PLANNED' and m.held_on between :lately and :ahead
                    or m.state = 'HELD' and m.minutes <> 'APPROVED') and (%s)
            order by m.held_on, m.id limit 60
            """.formatted(sight.business("m.board_id")))
                .params(sight.parameters(viewer))
                .param("lately", today.minusDays(LOOKING_AHEAD))
                .param("ahead", today.plusDays(LOOKING_AHEAD))
                .query((row, number) -> duties.addAll(of(row, today)))
                .list();
        return duties;
    }

    private static List<Duty> of(ResultSet row, LocalDate today) throws SQLException {
        var found = new ArrayList<Duty>();
        var on = row.getObject("held_on", LocalDate.class);
        var address = "/meetings/" + row.getObject("id", UUID.class);
        var meeting = row.getString("name") + ", " + WORDS.shortDate(on);
        boolean clerk = row.getBoolean("clerk");
        boolean chair = row.getBoolean("chair");
        if ("PLANNED".equals(row.getString("state"))) {
            var papersDue = on.minusDays(PAPERS_BEFORE);
            if (row.getInt("to_write") > 0 && !on.isBefore(today)) {
                found.add(new Duty("Add your paper for " + meeting, address, papersDue, Duty.Kind.OWED));
            }
            if (clerk && on.isBefore(today)) {
                found.add(new Duty("Record who came to " + meeting, address + "/attendance", on, Duty.Kind.OWED));
            } else if (clerk && row.getInt("items") == 0) {
                found.add(new Duty("Set the agenda of " + meeting, address, papersDue, Duty.Kind.OWED));
            } else if (clerk && row.getInt("bare") > 0) {
                found.add(new Duty(
                        WORDS.count(row.getInt("bare"), "item needs", "items need") + " a paper: " + meeting,
                        address,
                        papersDue,
                        Duty.Kind.OWED));
            } else if (clerk && !row.getBoolean("issued")) {
                found.add(new Duty("Send out the agenda of " + meeting, address, papersDue, Duty.Kind.OWED));
            }
            return found;
        }
        switch (MinutesState.valueOf(row.getString("minutes"))) {
            case DRAFT -> {
                if (chair) {
                    found.add(new Duty("Clear the minutes of " + meeting, address + "/minutes", null, Duty.Kind.OWED));
                } else if (clerk) {
                    found.add(new Duty("Write up the minutes of " + meeting, address + "/minutes", null, Duty.Kind.OWED));
                }
            }
            case CLEARED -> {
                if (clerk) {
                    found.add(new Duty("Circulate the minutes of " + meeting, address, null, Duty.Kind.OWED));
                }
            }
            case CIRCULATED -> {
                if (clerk && row.getBoolean("followed")) {
                    found.add(new Duty(
                            "Record the approval of the minutes of " + meeting, address, null, Duty.Kind.OWED));
                }
            }
            case APPROVED -> {}
        }
        return found;
    }
}
