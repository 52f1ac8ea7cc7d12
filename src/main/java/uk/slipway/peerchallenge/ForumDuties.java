package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.Words;

/** What people owe to forums, and what waits for them there. */
@Component
class ForumDuties implements Duties {

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ForumDuties(JdbcClient jdbc, MaySee maySee, LocalAuthorities authorities, Clock clock) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        var duties = new ArrayList<Duty>();
        var today = LondonTime.today(clock);
        var own = viewer.authority();
        jdbc.sql("""
            select f.id, f.authority_id, f.held_on, f.state, c.year_starts_in,
                   exists (select 1 from forum_seat s where s.forum_id = f.id and s.account_id = :viewerAccount) as seated,
                   exists (select 1 from appointment a where a.account_id = :viewerAccount and a.kind = 'DATA_GROUP'
                       and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)) as data_group
            from forum f join cycle c on c.id = f.cycle_id
            where c.state = 'OPEN' and f.state not in ('HELD', 'HEADLINES_DRAFT', 'HEADLINES_AGREED',
                'CONVERSATION_HELD', 'CLOSED', 'CANCELLED') and MAYSEE
            order by f.held_on nulls last, f.id limit 500
            """.replace("MAYSEE", maySee.of("f")))
                .params(maySee.parameters(viewer))
                .query(row -> {
                    var authority = new LocalAuthorityId(row.getObject("authority_id", UUID.class));
                    var name = authorities.get(authority).name();
                    var address = "/forums/" + row.getObject("id", UUID.class);
                    var day = row.getObject("held_on", LocalDate.class);
                    var state = ForumState.valueOf(row.getString("state"));
                    if (own != null && viewer.worksFor(authority)) {
                        if (state == ForumState.QUESTIONS_ISSUED && viewer.is(Role.LA_OFFICER)
                                || state == ForumState.QUESTIONS_ISSUED && viewer.is(Role.DIRECTOR)) {
                            duties.add(new Duty(
                                    "Answer the challenge questions for your forum",
                                    address + "/responses",
                                    day == null ? null : day.minusDays(1),
                                    Duty.Kind.OWED));
                        }
                        return;
                    }
                    if (viewer.is(Role.REGIONAL_MANAGER)) {
                        if (state == ForumState.POSTPONED || (state == ForumState.PLANNED && day == null)) {
                            duties.add(new Duty(
                                    "Give " + name + "’s forum a day", address + "/edit", null, Duty.Kind.OWED));
                        } else if (state == ForumState.PLANNED) {
                            duties.add(
                                    new Duty("Confirm the panel for " + name, address + "/panel", day, Duty.Kind.OWED));
                        } else if (state == ForumState.PANEL_CONFIRMED) {
                            duties.add(new Duty("Issue the pack for " + name, address, day, Duty.Kind.OWED));
                        } else if (day != null && !day.isAfter(today) && state != ForumState.PLANNED) {
                            duties.add(new Duty(
                                    "Record " + name + "’s forum as held", address + "/hold", day, Duty.Kind.OWED));
                        }
                    }
                    if (state == ForumState.PACK_ISSUED
                            && (viewer.is(Role.DATA_LEAD) || row.getBoolean("data_group"))) {
                        duties.add(new Duty(
                                "Write challenge questions for " + name, address + "/questions", day, Duty.Kind.OWED));
                    }
                    if (row.getBoolean("seated") && !viewer.is(Role.REGIONAL_MANAGER)) {
                        duties.add(new Duty(
                                state.hasReached(ForumState.PACK_ISSUED)
                                        ? "Read the pack for " + name + "’s forum"
                                        : "You sit on the panel for " + name + "’s forum",
                                address,
                                day,
                                Duty.Kind.WAITING));
                    }
                });
        if (viewer.is(Role.REGIONAL_MANAGER) && viewer.region() != null) {
            int without = jdbc.sql("""
                select count(*) from local_authority la join organisation o on o.id = la.id
                  join cycle c on c.region_code = la.region_code and c.state = 'OPEN' and c.year_starts_in = :year
                where la.region_code = :region and (o.ends_on is null or o.ends_on >= :today)
                  and not exists (select 1 from forum f where f.authority_id = la.id and f.cycle_id = c.id
                      and f.state <> 'CANCELLED')
                """)
                    .param("year", AcademicYear.of(today).startsIn())
                    .param("region", viewer.region().value())
                    .param("today", today)
                    .query(Integer.class)
                    .single();
            if (without > 0) {
                duties.add(new Duty(
                        "Schedule forums for " + new Words().count(without, "authority", "authorities"),
                        "/forums/plan",
                        null,
                        Duty.Kind.OWED));
            }
        }
        return duties;
    }
}
