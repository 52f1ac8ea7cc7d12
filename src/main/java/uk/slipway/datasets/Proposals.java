package uk.slipway.datasets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The versions that a publisher has and Slipway has not: found by a job, imported or set aside by a person. */
@UseCase
class Proposals {

    /** A data set whose publisher is asked. */
    record Asked(DatasetId dataset, UUID publisherId) {}

    /** A version that could be imported. */
    record Proposal(
            UUID id,
            UUID publisherId,
            String version,
            @Nullable LocalDate publishedOn,
            int major,
            int minor,
            String words) {}

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Every data set that names itself at its publisher's. */
    List<Asked> asked() {
        return jdbc.sql("select id, publisher_id from dataset where publisher_id is not null order by id")
                .query((row, number) -> new Asked(
                        new DatasetId(row.getObject("id", UUID.class)), row.getObject("publisher_id", UUID.class)))
                .list();
    }

    /** Whether this version has been proposed before, whatever became of it. */
    boolean isKnown(Asked asked, String version) {
        return jdbc.sql("""
            select exists (select 1 from dataset_proposal
                where dataset_id = :dataset and publisher_id = :publisher and publisher_version = :version)
            """)
                .param("dataset", asked.dataset().value())
                .param("publisher", asked.publisherId())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** Proposes it; a second time, or on a second node, changes nothing. */
    void propose(Asked asked, PublishersApi.Latest latest, PublishersApi.Changes changes) {
        int made = jdbc.sql("""
            insert into dataset_proposal (id, dataset_id, publisher_id, publisher_version, published_on, major_changes,
                minor_changes, words, found_at, state)
            values (:id, :dataset, :publisher, :version, :published, :major, :minor, :words, :now, 'PROPOSED')
            on conflict do nothing
            """)
                .param("id", Uuid7.next())
                .param("dataset", asked.dataset().value())
                .param("publisher", asked.publisherId())
                .param("version", latest.number())
                .param("published", latest.published())
                .param("major", changes.major())
                .param("minor", changes.minor())
                .param("words", changes.words())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (made == 1) {
            record(asked.dataset(), "found version " + latest.number() + " of the data set at its publisher’s");
        }
    }

    /** The data set's id at its publisher's; empty where it has none. */
    Optional<UUID> publisherId(Viewer viewer, String slug) {
        mayDecide(viewer);
        return Optional.ofNullable(jdbc.sql("select publisher_id from dataset where id = :id")
                .param("id", dataset(slug).value())
                .query((row, number) -> new UUID[] {row.getObject("publisher_id", UUID.class)})
                .single()[0]);
    }

    /** Says under which id the publisher knows the data set, or, with null, that nobody is asked any more. */
    void namePublisherId(Viewer viewer, String slug, @Nullable UUID publisherId) {
        mayDecide(viewer);
        var dataset = dataset(slug);
        int changed = jdbc.sql("""
            update dataset set publisher_id = cast(:publisher as uuid), version = version + 1
            where id = :id and publisher_id is distinct from cast(:publisher as uuid)
            """)
                .param("publisher", publisherId)
                .param("id", dataset.value())
                .update();
        if (changed == 1) {
            record(
                    dataset,
                    publisherId == null
                            ? "ended asking the publisher for new versions of the data set"
                            : "began asking the publisher for new versions of the data set");
        }
    }

    /** What waits for somebody to decide, newest first. */
    List<Proposal> waiting(Viewer viewer, String slug) {
        return viewer.isOfTheRegionalTeam()
                ? proposals(slug, "and p.state = 'PROPOSED'", UUID.randomUUID())
                : List.of();
    }

    /** @throws NotFound when the data set has no such proposal */
    Proposal proposal(Viewer viewer, String slug, UUID id) {
        mayDecide(viewer);
        return proposals(slug, "and p.id = :id", id).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** It was fetched, and its file waits to be published. */
    void taken(Viewer viewer, String slug, UUID id) {
        decide(viewer, slug, id, "TAKEN", "fetched");
    }

    /** Nobody wants it; it is not proposed again. */
    void dismiss(Viewer viewer, String slug, UUID id) {
        decide(viewer, slug, id, "DISMISSED", "set aside");
    }

    private void decide(Viewer viewer, String slug, UUID id, String state, String word) {
        var proposal = proposal(viewer, slug, id);
        int changed = jdbc.sql("update dataset_proposal set state = :state where id = :id and state = 'PROPOSED'")
                .param("state", state)
                .param("id", id)
                .update();
        if (changed == 1) {
            record(dataset(slug), word + " version " + proposal.version() + " of the data set");
        }
    }

    private List<Proposal> proposals(String slug, String condition, UUID id) {
        return jdbc.sql("""
            select p.* from dataset_proposal p join dataset d on d.id = p.dataset_id
            where d.slug = :slug %s and :id is not null order by p.found_at desc, p.id limit %d
            """.formatted(condition, MOST))
                .param("slug", slug)
                .param("id", id)
                .query((row, number) -> new Proposal(
                        row.getObject("id", UUID.class),
                        row.getObject("publisher_id", UUID.class),
                        row.getString("publisher_version"),
                        row.getObject("published_on", LocalDate.class),
                        row.getInt("major_changes"),
                        row.getInt("minor_changes"),
                        row.getString("words")))
                .list();
    }

    private DatasetId dataset(String slug) {
        return jdbc.sql("select id from dataset where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new DatasetId(row.getObject("id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static void mayDecide(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }

    private void record(DatasetId dataset, String what) {
        events.publishEvent(new Happened(dataset, what, clock.instant()));
    }

    /** A version was found, fetched or set aside, or who is asked has changed. */
    record Happened(DatasetId dataset, String what, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("dataset", dataset.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return what;
        }
    }
}
