package uk.slipway.cycles;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.RegionCode;

/** The years of the viewer's region, the newest first. */
@UseCase(readOnly = true)
class ListCycles {

    /** How many years a page shows. */
    static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final ViewersRegion regions;

    ListCycles(JdbcClient jdbc, ViewersRegion regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    record Row(AcademicYear year, CycleState state, LocalDate due, LocalDate forumsFrom, LocalDate forumsTo) {}

    /** @param region null where none can be told for the viewer */
    record Rows(
            @Nullable RegionCode region,
            List<Row> rows,
            @Nullable AcademicYear olderThan) {}

    /** One statement, and one more for a viewer whose organisation has no region. */
    Rows handle(Viewer viewer, @Nullable AcademicYear before) {
        Optional<RegionCode> region = regions.of(viewer);
        if (region.isEmpty()) {
            return new Rows(null, List.of(), null);
        }
        var rows = jdbc.sql("""
            select c.year_starts_in, c.state,
                   max(m.falls_on) filter (where m.kind = 'SELF_EVALUATION_DUE') as due,
                   max(m.falls_on) filter (where m.kind = 'FORUMS_FROM') as forums_from,
                   max(m.falls_on) filter (where m.kind = 'FORUMS_TO') as forums_to
            from cycle c join cycle_milestone m on m.cycle_id = c.id
            where c.region_code = :region and c.year_starts_in < :before and (c.state <> 'DRAFT' or :drafts)
            group by c.id order by c.year_starts_in desc limit :limit
            """)
                .param("region", region.get().value())
                .param("before", before == null ? Integer.MAX_VALUE : before.startsIn())
                .param("drafts", viewer.isOfTheRegionalTeam())
                .param("limit", PAGE + 1)
                .query((row, number) -> new Row(
                        new AcademicYear(row.getInt("year_starts_in")),
                        CycleState.valueOf(row.getString("state")),
                        day(row.getDate("due")),
                        day(row.getDate("forums_from")),
                        day(row.getDate("forums_to"))))
                .list();
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return new Rows(region.get(), shown, more ? shown.getLast().year() : null);
    }

    private static LocalDate day(Date date) {
        return date.toLocalDate();
    }
}
