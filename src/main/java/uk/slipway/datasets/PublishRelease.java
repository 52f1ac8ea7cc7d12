package uk.slipway.datasets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /** Another release was published in the moment in which the check of this file ended: it was compared with an older one. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int BUFFER = 1 << 16;

    /** Of a row with more figures each would be looked for from the row's beginning too often. */
    private static final int FIGURES_READ_ONE_BY_ONE = 64;

    /** What the check has let pass is a number or one of these symbols. */
    private static final String VALUE_OR_SYMBOL = """
        case when cell in ('z', 'x', 'c', 'low', 'k', 'u', ':', '~', '..', '-') then null else cast(cell as numeric) end,
        case when cell in ('z', 'x', 'c', 'low', 'k', 'u', ':', '~', '..', '-') then cell end
        """;

    /** In the order of the key, without sorting anything: the rows are in theirs. */
    private static final String READ_ONE_BY_ONE = "select %d, number, series, place, period, " + VALUE_OR_SYMBOL + """
        from generate_series(1, %d) number cross join lateral (
            select series, place, period, figures[number] as cell from row_of_file offset 0) one
        """;

    private static final String READ_AT_ONCE = "select %d, number, series, place, period, " + VALUE_OR_SYMBOL + """
        from (select series, place, period, unnest(figures) as cell, generate_subscripts(figures, 1) as number
            from row_of_file) one
        order by number, series, place, period
        """;

    private final Releases releases;
    private final JdbcTemplate database;
    private final JdbcClient jdbc;
    private final RenameSearch search;
    private final Renames renames;
    private final ReleaseComparison comparison;
    private final Clock clock;

    PublishRelease(
            Releases releases,
            JdbcTemplate database,
            JdbcClient jdbc,
            RenameSearch search,
            Renames renames,
            ReleaseComparison comparison,
            Clock clock) {
        this.database = database;
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
        if (jdbc.sql("select id from dataset where slug = :slug for no key update")
                .param("slug", slug)
                .query(UUID.class)
                .list()
                .isEmpty()) {
            throw new NotFound();
        }
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

    /**
     * The file's combinations of filters are numbered, its rows put in their order, and its figures written out in the order
     * of their key and read back with COPY, which takes rows by the page where INSERT takes them one by one.
     */
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
                .map(at -> "st.cells[" + at.position() + "]")
                .collect(Collectors.joining(", ", "cast(array[", "] as text[])"));
        var figures =
                columns.stream().filter(at -> !at.filter()).map(At::position).toList();
        jdbc.sql("set local work_mem = '64MB'").update();
        jdbc.sql("""
            create temporary table series_of_file on commit drop as
            select cast(row_number() over (order by items) as int) as number, items, series from (
                select st.series, %s as items
                from (select min(ctid) as at from dataset_staged where release_key = %d group by series) one
                join dataset_staged st on st.ctid = one.at) s
            """.formatted(items, key)).update();
        jdbc.sql("insert into dataset_series (release_key, number, items) select :key, number, items from"
                        + " series_of_file")
                .param("key", key)
                .update();
        // Numbers instead of named parameters: one would be looked for behind the colon of a slice.
        jdbc.sql("""
            create temporary table row_of_file on commit drop as
            select s.number as series, st.place, st.period, %s as figures
            from dataset_staged st join series_of_file s on s.series = st.series where st.release_key = %d
            order by s.number, st.place, st.period
            """.formatted(slices(figures), key)).update();
        jdbc.sql("analyze dataset_series").update();
        copy(
                figures.size() <= FIGURES_READ_ONE_BY_ONE
                        ? READ_ONE_BY_ONE.formatted(key, figures.size())
                        : READ_AT_ONCE.formatted(key));
        jdbc.sql("drop table series_of_file, row_of_file").update();
        jdbc.sql("delete from dataset_staged where release_key = :key")
                .param("key", key)
                .update();
    }

    /** From the database to a file and back: one connection, in one transaction, cannot do both at a time. */
    private void copy(String rows) {
        database.execute((ConnectionCallback<Long>) connection -> {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try {
                var file = Files.createTempFile("slipway-figures", null);
                try {
                    try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                        copies.copyOut("copy (" + rows + ") to stdout (format binary)", out);
                    }
                    try (var in = Files.newInputStream(file)) {
                        return copies.copyIn(
                                "copy observation (release_key, figure, series, place, period, value, symbol)"
                                        + " from stdin (format binary)",
                                in,
                                BUFFER);
                    }
                } finally {
                    Files.delete(file);
                }
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        });
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
