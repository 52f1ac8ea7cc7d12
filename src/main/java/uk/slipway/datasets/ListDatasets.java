package uk.slipway.datasets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;

/** The data sets, each with its latest release. */
@UseCase(readOnly = true)
class ListDatasets {

    /**
     * A line of the list.
     *
     * @param release the number of the latest release, or null before the first
     * @param waiting how many checked files wait for the viewer's team to decide
     */
    record Listed(
            String slug,
            String title,
            String source,
            @Nullable Integer release,
            @Nullable String label,
            @Nullable LocalDate publishedOn,
            @Nullable Instant since,
            int waiting) {}

    private final JdbcClient jdbc;

    ListDatasets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param search part of the title, or blank for all */
    List<Listed> list(Viewer viewer, String search) {
        return jdbc.sql("""
            select d.slug, d.title, d.source, r.number, r.label, r.published_on, r.decided_at,
                   (select count(*) from dataset_release w where w.dataset_id = d.id and w.state = 'CHECKED'
                        and w.owner_organisation_id = :organisation) as waiting
            from dataset d
            left join lateral (select number, label, published_on, decided_at from dataset_release r
                where r.dataset_id = d.id and r.state = 'PUBLISHED' order by number desc limit 1) r on true
            where strpos(lower(d.title), lower(:search)) > 0
            order by lower(d.title), d.id
            """)
                .param("organisation", viewer.organisation().value())
                .param("search", search)
                .query((row, number) -> new Listed(
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("source"),
                        row.getObject("number", Integer.class),
                        row.getString("label"),
                        row.getObject("published_on", LocalDate.class),
                        ShowDataset.instant(row.getTimestamp("decided_at")),
                        row.getInt("waiting")))
                .list();
    }
}
