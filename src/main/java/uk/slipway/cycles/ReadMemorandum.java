package uk.slipway.cycles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The year's memorandum: an authority reads its own, the regional team sees how far all have signed. */
@UseCase(readOnly = true)
class ReadMemorandum {

    private final CycleCalendar calendar;
    private final ViewersRegion regions;
    private final LocalAuthorities authorities;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReadMemorandum(
            CycleCalendar calendar, ViewersRegion regions, LocalAuthorities authorities, JdbcClient jdbc, Clock clock) {
        this.calendar = calendar;
        this.regions = regions;
        this.authorities = authorities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Signature(
            LocalAuthorityId authority,
            MemorandumRole role,
            String name,
            boolean acting,
            LocalDate on,
            @Nullable String recordedBy,
            @Nullable String note) {}

    record State(LocalAuthority authority, List<Signature> signatures) {}

    /** @param states one for each authority that the viewer may see: their own, or all of the region's */
    record Found(CycleView cycle, String text, List<State> states) {}

    /** Three statements, however many authorities there are. */
    Found handle(AcademicYear year, Viewer viewer) {
        var own = viewer.authority();
        boolean team = viewer.isOfTheRegionalTeam();
        if (!team && (own == null || !viewer.worksFor(own))) {
            throw new NotYours();
        }
        var cycle = regions.of(viewer)
                .flatMap(region -> calendar.find(region, year))
                .filter(found -> team || found.state() != CycleState.DRAFT)
                .orElseThrow(NotFound::new);
        var text = jdbc.sql("select memorandum from cycle where id = :id")
                .param("id", cycle.id().value())
                .query(String.class)
                .single();
        Map<LocalAuthorityId, List<Signature>> signatures = jdbc
                .sql("""
                    select authority_id, role, signed_by_name, acting, signed_on, recorded_by_name, note
                    from memorandum_signature
                    where cycle_id = :cycle and (:team or authority_id = :own) order by role
                    """)
                .param("cycle", cycle.id().value())
                .param("team", team)
                .param("own", own == null ? cycle.id().value() : own.value())
                .query(ReadMemorandum::signature)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Signature::authority));
        var shown = team
                ? authorities.in(cycle.region(), asAt(cycle))
                : List.of(authorities.get(java.util.Objects.requireNonNull(own)));
        return new Found(
                cycle,
                text,
                shown.stream()
                        .map(authority -> new State(authority, signatures.getOrDefault(authority.id(), List.of())))
                        .toList());
    }

    /** Today, or in a year that is over, the day the memorandum was due: the authorities of then. */
    private LocalDate asAt(CycleView cycle) {
        var today = LondonTime.today(clock);
        return cycle.year().contains(today) ? today : cycle.dayOf(MilestoneKind.MEMORANDUM_SIGNED);
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        return new Signature(
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                MemorandumRole.valueOf(row.getString("role")),
                row.getString("signed_by_name"),
                row.getBoolean("acting"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("recorded_by_name"),
                row.getString("note"));
    }
}
