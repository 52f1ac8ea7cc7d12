package uk.slipway.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What a waiting file seems to call otherwise than the release before it: a person says of each whether it was renamed. */
@UseCase
class Renames {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Renames(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What is proposed, and what has been said of it, in the order of the file. */
    List<Rename> of(ReleaseId release) {
        return jdbc.sql("""
            select n.* from dataset_rename n join dataset_release r on r.key = n.release_key
            where r.id = :release order by n.position limit %d
            """.formatted(MOST))
                .param("release", release.value())
                .query(Renames::rename)
                .list();
    }

    /**
     * Says of each whether it was renamed (true), or is two different things (false); what has been said may be said
     * otherwise until the file is published.
     *
     * @throws Release.NotWaiting when the file has been published or discarded
     * @throws NotFound when the file has no such proposal
     */
    void decide(Viewer viewer, String slug, ReleaseId release, Map<UUID, Boolean> answers) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        record Waiting(String state, String label) {}
        var waiting = jdbc.sql("""
            select r.state, r.label from dataset d join dataset_release r on r.dataset_id = d.id
            where d.slug = :slug and r.id = :id and r.owner_organisation_id = :organisation for update of r
            """)
                .param("slug", slug)
                .param("id", release.value())
                .param("organisation", viewer.organisation().value())
                .query((row, number) -> new Waiting(row.getString("state"), row.getString("label")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!waiting.state().equals(ReleaseState.CHECKED.name())) {
            throw new Release.NotWaiting();
        }
        var known = of(release);
        if (!known.stream().map(Rename::id).toList().containsAll(answers.keySet())) {
            throw new NotFound();
        }
        for (var rename : known) {
            var renamed = answers.get(rename.id());
            if (renamed != null) {
                decide(viewer, release, waiting.label(), rename, renamed);
            }
        }
    }

    private void decide(Viewer viewer, ReleaseId release, String label, Rename rename, boolean renamed) {
        var state = renamed ? Rename.State.RENAMED : Rename.State.DIFFERENT;
        if (rename.state() == state) {
            return;
        }
        var now = clock.instant();
        jdbc.sql("update dataset_rename set state = :state, decided_at = :at, decided_by = :by where id = :id")
                .param("state", state.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", viewer.name())
                .param("id", rename.id())
                .update();
        events.publishEvent(new Release.Happened(
                release,
                (renamed ? "confirmed that " : "rejected that ") + rename.before() + " was renamed to " + rename.now()
                        + " in",
                label,
                now));
    }

    /** Tells whoever reads figures by name what has another name from now on. */
    void tell(Viewer viewer, String slug, ReleaseId release) {
        var figures = new LinkedHashMap<String, String>();
        var filters = new LinkedHashMap<String, String>();
        var items = new ArrayList<ColumnsRenamed.Item>();
        for (var rename : of(release)) {
            if (rename.state() == Rename.State.RENAMED) {
                var filter = rename.filter();
                if (filter != null) {
                    items.add(new ColumnsRenamed.Item(filter, rename.before(), rename.now()));
                } else {
                    (rename.kind() == RenameKind.FIGURE ? figures : filters).put(rename.before(), rename.now());
                }
            }
        }
        if (!figures.isEmpty() || !filters.isEmpty() || !items.isEmpty()) {
            events.publishEvent(new ColumnsRenamed(slug, figures, filters, items, viewer.name(), clock.instant()));
        }
    }

    private static Rename rename(ResultSet row, int number) throws SQLException {
        return new Rename(
                row.getObject("id", UUID.class),
                RenameKind.valueOf(row.getString("kind")),
                row.getString("of_filter"),
                row.getString("name_before"),
                row.getString("name_now"),
                row.getString("label_before"),
                row.getString("label_now"),
                row.getBigDecimal("same_values"),
                row.getBoolean("same_place"),
                row.getBoolean("alike"),
                Rename.State.valueOf(row.getString("state")),
                ShowDataset.instant(row.getTimestamp("decided_at")),
                row.getString("decided_by"));
    }
}
