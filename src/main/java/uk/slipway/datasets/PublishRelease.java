package uk.slipway.datasets;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/**
 * Makes a checked file the next release of its data set: its figures can be read from the moment this is done, and until
 * then nobody sees any of them. Releases before it stay.
 */
@UseCase
class PublishRelease {

    /** There are warnings that nobody has accepted. */
    static final class WarningsStand extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The checked rows are gone: too long ago, or the database crashed. The file has to be sent again. */
    static final class RowsAreGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Of something that seems to be renamed nobody has said yet whether it is. */
    static final class RenamesStand extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Another release was published while this file was being checked, so it was not compared with the latest. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Releases releases;
    private final JdbcClient jdbc;
    private final RenameSearch search;
    private final Renames renames;
    private final ReleaseComparison comparison;
    private final Clock clock;

    PublishRelease(
            Releases releases,
            JdbcClient jdbc,
            RenameSearch search,
            Renames renames,
            ReleaseComparison comparison,
            Clock clock) {
        this.search = search;
        this.renames = renames;
        this.comparison = comparison;
        this.releases = releases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param warningsAccepted whether this person accepts the warnings; it is recorded that they did
     * @throws WarningsStand when there are warnings and they were not accepted
     * @throws RenamesStand when something seems to be renamed and nobody has said whether it is
     * @throws Overtaken when the file was not compared with the latest release
     * @throws Release.NotWaiting when somebody decided already
     */
    void handle(Viewer viewer, String slug, ReleaseId id, boolean warningsAccepted) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        record Place(
                int key,
                long kept,
                @Nullable Integer comparedWith,
                @Nullable Integer latest) {}
        // Of two files that are published at once the second waits here, and sees the first below. Files can be sent
        // meanwhile: those only refer to the data set.
        jdbc.sql("select id from dataset where slug = :slug for no key update")
                .param("slug", slug)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        var place = jdbc.sql("""
            select r.key, r.kept_rows, r.compared_with, (select l.key from dataset_release l
                where l.dataset_id = d.id and l.state = 'PUBLISHED' order by l.number desc limit 1) as latest
            from dataset d join dataset_release r on r.dataset_id = d.id
            where d.slug = :slug and r.id = :id and r.owner_organisation_id = :organisation
            """)
                .param("slug", slug)
                .param("id", id.value())
                .param("organisation", viewer.organisation().value())
                .query((row, number) -> new Place(
                        row.getInt("key"),
                        row.getLong("kept_rows"),
                        row.getObject("compared_with", Integer.class),
                        row.getObject("latest", Integer.class)))
                .optional()
                .orElseThrow(NotFound::new);
        var release = releases.lock(id).orElseThrow(NotFound::new);
        if (release.state() != ReleaseState.CHECKED) {
            throw new Release.NotWaiting();
        }
        if (release.warnings() > 0 && !warningsAccepted) {
            throw new WarningsStand();
        }
        if (!Objects.equals(place.comparedWith(), place.latest())) {
            throw new Overtaken();
        }
        if (renames.of(id).stream().anyMatch(rename -> rename.state() == Rename.State.PROPOSED)) {
            throw new RenamesStand();
        }
        if (count(place.key()) != place.kept()) {
            throw new RowsAreGone();
        }
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from dataset_release where dataset_id = :dataset")
                .param("dataset", release.dataset().value())
                .query(Integer.class)
                .single();
        load(place.key());
        release.publish(number, viewer.name(), clock.instant());
        releases.saveAndFlush(release);
        comparison.write(place.key(), release.dataset(), number);
        renames.tell(viewer, slug, id);
        compareAnewWhatWaits(release.dataset());
    }

    /** Other files that wait are the next release of this one from now on. */
    private void compareAnewWhatWaits(DatasetId dataset) {
        jdbc.sql("select key from dataset_release where dataset_id = :dataset and state = 'CHECKED' order by key")
                .param("dataset", dataset.value())
                .query(Integer.class)
                .list()
                .forEach(waiting -> search.propose(waiting, dataset));
    }

    private long count(int key) {
        return jdbc.sql("select count(*) from dataset_staged where release_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Two statements for the whole file: its combinations of filters, then its figures, in the order of their key. */
    private void load(int key) {
        record At(boolean filter, int position) {}
        var columns = jdbc.sql("""
            select role = 'FILTER' as filter, position + 1 as position from dataset_column
            where release_key = :key and role in ('FILTER', 'FIGURE') order by position
            """)
                .param("key", key)
                .query((row, number) -> new At(row.getBoolean("filter"), row.getInt("position")))
                .list();
        var items = columns.stream()
                .filter(At::filter)
                .map(at -> "cells[" + at.position() + "]")
                .collect(Collectors.joining(", ", "cast(array[", "] as text[])"));
        var figures = slices(
                columns.stream().filter(at -> !at.filter()).map(At::position).toList());
        // Numbered parameters: a named one would be looked for behind the colon of a slice.
        jdbc.sql("""
            insert into dataset_series (release_key, number, items)
            select ?, row_number() over (order by items), items
            from (select distinct %s as items from dataset_staged where release_key = ?) s
            """.formatted(items)).param(key).param(key).update();
        jdbc.sql("analyze dataset_series").update();
        jdbc.sql("""
            insert into observation (release_key, figure, series, place, period, value, symbol)
            select s.release_key, f.number, s.number, st.place, st.period,
                   case when f.cell ~ '[0-9]' then cast(f.cell as numeric) end, case when f.cell !~ '[0-9]' then f.cell end
            from (select %s as items, place, period, %s as figures from dataset_staged where release_key = ?) st
            join dataset_series s on s.release_key = ? and s.items = st.items
            cross join lateral unnest(st.figures) with ordinality f(cell, number)
            order by f.number, s.number, st.place, st.period
            """.formatted(items, figures)).param(key).param(key).update();
        jdbc.sql("delete from dataset_staged where release_key = :key")
                .param("key", key)
                .update();
    }

    /** Neighbouring columns are taken as one slice: a file may have thousands of them. */
    private static String slices(List<Integer> positions) {
        var slices = new ArrayList<String>();
        for (int from = 0; from < positions.size(); ) {
            int to = from;
            while (to + 1 < positions.size() && positions.get(to + 1) == positions.get(to) + 1) {
                to++;
            }
            slices.add("cells[" + positions.get(from) + ":" + positions.get(to) + "]");
            from = to + 1;
        }
        return String.join(" || ", slices);
    }
}
