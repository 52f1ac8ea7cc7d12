package uk.slipway.datasets;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Throws a checked file away. Nobody has seen its figures; its report stays. */
@UseCase
class DiscardRelease {

    private final Releases releases;
    private final JdbcClient jdbc;
    private final Clock clock;

    DiscardRelease(Releases releases, JdbcClient jdbc, Clock clock) {
        this.releases = releases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Release.NotWaiting when somebody decided already */
    void handle(Viewer viewer, String slug, ReleaseId id) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        int key = jdbc.sql("""
            select r.key from dataset d join dataset_release r on r.dataset_id = d.id
            where d.slug = :slug and r.id = :id and r.owner_organisation_id = :organisation
            """)
                .param("slug", slug)
                .param("id", id.value())
                .param("organisation", viewer.organisation().value())
                .query(Integer.class)
                .optional()
                .orElseThrow(NotFound::new);
        var release = releases.lock(id).orElseThrow(NotFound::new);
        release.discard(viewer.name(), clock.instant());
        releases.save(release);
        jdbc.sql("delete from dataset_staged where release_key = :key")
                .param("key", key)
                .update();
    }
}
