package uk.slipway.peerchallenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.cycles.ForumShape;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.Words;

/** The forums of an academic year that a viewer may see; for the regional team also the authorities that have none yet. */
@UseCase(readOnly = true)
class ListForums {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ListForums(JdbcClient jdbc, MaySee maySee, CycleCalendar calendar, LocalAuthorities authorities, Clock clock) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.calendar = calendar;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * One authority's line.
     *
     * @param authority whose
     * @param forum the forum's id, or null where none is scheduled
     * @param day its day, or null
     * @param startsAt its start, or null
     * @param state how far it is, or null where there is none or the viewer may not know
     * @param peers how many peers sit on its panel
     * @param missing which specialists the panel lacks, in words; null when it is complete
     */
    record Line(
            LocalAuthority authority,
            @Nullable UUID forum,
            @Nullable LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable ForumState state,
            int peers,
            @Nullable String missing) {}

    /**
     * A page of lines.
     *
     * @param year the academic year
     * @param years those that can be chosen
     * @param lines the lines, by the authorities' names
     * @param next the code of the last authority where more follow, or null
     */
    record Found(
            AcademicYear year,
            List<AcademicYear> years,
            List<Line> lines,
            @Nullable String next) {

        /** Where the year stands, for the regional team on an unfiltered page; fictitious authorities do not count. */
        public @Nullable String finding() {
            var real = lines.stream()
                    .filter(line -> !line.authority().fictitious())
                    .toList();
            if (next != null || real.isEmpty()) {
                return null;
            }
            long held = real.stream()
                    .filter(line -> line.state() != null && line.state().hasReached(ForumState.HELD))
                    .count();
            long without = real.stream().filter(line -> line.day() == null).count();
            return held + " of " + real.size() + " forums " + (held == 1 ? "has" : "have") + " been held, "
                    + (without == 0
                            ? "and every other one has a day"
                            : without + (without == 1 ? " has no day yet" : " have no day yet"));
        }
    }

    /**
     * Lists them.
     *
     * @param year the year asked for, or null for the open one
     * @param state a state's name, {@code NONE} for authorities without a forum, or null for all
     * @param after the code of the authority after which the page begins, or null
     */
    Found list(Viewer viewer, @Nullable AcademicYear year, @Nullable String state, @Nullable String after) {
        var today = LondonTime.today(clock);
        var region = viewer.region();
        var cycles = region == null ? List.<CycleView>of() : calendar.all(region);
        var years = cycles.isEmpty()
                ? List.of(AcademicYear.of(today), AcademicYear.of(today).previous())
                : cycles.stream().map(CycleView::year).toList();
        var open = cycles.stream()
                .filter(CycleView::isOpen)
                .map(CycleView::year)
                .findFirst()
                .orElse(years.getFirst());
        var asked = year == null ? open : year;
        var shape = cycles.stream()
                .filter(cycle -> cycle.year().equals(asked))
                .map(CycleView::forumShape)
                .findFirst()
                .orElse(ForumShape.NORTH_WEST);
        var last = after == null ? null : authorities.byCode(after).orElse(null);
        boolean ofsted = viewer.is(Role.OFSTED_COLLEAGUE);
        var lines = new ArrayList<>(jdbc.sql("""
            select la.id as la_id, f.id, f.held_on, f.starts_at, f.state,
                   (select count(*) from forum_seat s where s.forum_id = f.id and s.part = 'PEER') as peers,
                   exists (select 1 from forum_seat s where s.forum_id = f.id and s.part = 'EDUCATION_SPECIALIST') as specialist,
                   exists (select 1 from forum_seat s where s.forum_id = f.id and s.part = 'SOCIAL_CARE_LEAD') as lead
            from local_authority la join organisation o on o.id = la.id
              left join lateral (select one.* from forum one join cycle c on c.id = one.cycle_id
                  where one.authority_id = la.id and c.year_starts_in = :year
                  order by one.state = 'CANCELLED', one.id desc limit 1) f on true
            where ((f.id is not null and (MAYSEE or (:ofsted and exists (select 1 from appointment a
                      where a.account_id = :viewerAccount and a.kind = 'OFSTED_LINK' and a.subject_id = la.id
                      and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))))
                   or (f.id is null and la.region_code = cast(:managed as text)
                       and (o.starts_on is null or o.starts_on <= :lastDay)
                       and (o.ends_on is null or o.ends_on >= :firstDay)))
              and (cast(:state as text) is null or :state = case when f.id is null then 'NONE' else f.state end)
              and (cast(:afterName as text) is null
                   or (la.fictitious, lower(o.name), la.gss_code) > (:afterFictitious, lower(:afterName), :afterCode))
            order by la.fictitious, lower(o.name), la.gss_code
            limit :limit
            """.replace("MAYSEE", maySee.of("f")))
                .params(maySee.parameters(viewer))
                .param("year", asked.startsIn())
                .param("firstDay", asked.firstDay())
                .param("lastDay", asked.lastDay())
                .param("ofsted", ofsted)
                .param("managed", viewer.isOfTheRegionalTeam() && region != null ? region.value() : null)
                .param("state", ofsted ? null : state)
                .param("afterName", last == null ? null : last.name())
                .param("afterFictitious", last != null && last.fictitious())
                .param("afterCode", last == null ? null : last.gssCode())
                .param("limit", PAGE + 1)
                .query((row, number) -> line(row, shape, ofsted))
                .list());
        String next = null;
        if (lines.size() > PAGE) {
            lines.removeLast();
            next = lines.getLast().authority().gssCode();
        }
        return new Found(asked, years, lines, next);
    }

    private Line line(ResultSet row, ForumShape shape, boolean ofsted) throws SQLException {
        var state = row.getString("state");
        var missing = new ArrayList<String>();
        if (row.getInt("peers") == 0) {
            missing.add("peers");
        }
        if (shape.educationSpecialist() && !row.getBoolean("specialist")) {
            missing.add("education specialist");
        }
        if (shape.socialCareLead() && !row.getBoolean("lead")) {
            missing.add("social care lead");
        }
        return new Line(
                authorities.get(new LocalAuthorityId(row.getObject("la_id", UUID.class))),
                row.getObject("id", UUID.class),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                state == null || ofsted ? null : ForumState.valueOf(state),
                row.getInt("peers"),
                missing.isEmpty() ? null : new Words().list(missing));
    }
}
