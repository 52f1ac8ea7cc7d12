package uk.slipway.commitments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.UseCase;

/** The commitments that a viewer may see, the newest year first. */
@UseCase(readOnly = true)
class ListCommitments {

    /** How many a page shows. */
    static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final CommitmentRows rows;
    private final VisibleCommitments visible;
    private final CycleCalendar calendar;

    ListCommitments(JdbcClient jdbc, CommitmentRows rows, VisibleCommitments visible, CycleCalendar calendar) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.visible = visible;
        this.calendar = calendar;
    }

    /** @param current the year that runs, from which judgement areas have their names */
    record Found(
            List<CommitmentView> commitments, CommitmentsFilter.@Nullable Place next, Optional<CycleView> current) {}

    /** Two statements. */
    Found handle(Viewer viewer, CommitmentsFilter filter) {
        var own = viewer.authority();
        // What became of a commitment is its authority's: a filter must not tell it to anybody else.
        var state =
                own == null || filter.state() == null ? null : filter.state().name();
        var before = filter.before();
        var found = jdbc
                .sql("select " + CommitmentRows.COLUMNS + " from commitment c " + visible.from() + """
                        where (cast(:state as text) is null or c.state = :state)
                          and (cast(:area as text) is null or c.area_code = :area)
                          and (cast(:authority as uuid) is null or c.authority_id = :authority)
                          and (c.made_in_year, c.id) < (:year, cast(:id as uuid)) and
                        """ + visible.where()
                        + " order by c.made_in_year desc, c.id desc limit :limit")
                .param("state", state)
                .param("area", filter.areaCode())
                .param("authority", own == null ? filter.authority() : own.value())
                .param("year", before == null ? Integer.MAX_VALUE : before.year())
                .param("id", before == null ? LAST : before.id())
                .param("limit", PAGE + 1)
                .params(visible.parameters(viewer))
                .query(rows::view)
                .list()
                .stream()
                .map(commitment -> VisibleCommitments.asSeenBy(viewer, commitment))
                .toList();
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var region = viewer.region();
        return new Found(
                shown,
                more
                        ? new CommitmentsFilter.Place(
                                shown.getLast().madeInYear().startsIn(),
                                shown.getLast().id().value())
                        : null,
                region == null ? Optional.empty() : calendar.current(region));
    }

    private static final java.util.UUID LAST = new java.util.UUID(-1, -1);
}
