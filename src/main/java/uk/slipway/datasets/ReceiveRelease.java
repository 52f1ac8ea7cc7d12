package uk.slipway.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.sharing.Visibility;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/**
 * Checks a file that was sent for a data set. Everything that is wrong with it is reported at once; a file with an error
 * changes nothing. What passes waits, row by row, in a staging table until a person publishes or discards it.
 */
@UseCase
class ReceiveRelease {

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final int DAYS_KEPT = 7;

    /** This very file has been published already. */
    static final class SameFile extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int number;

        SameFile(int number) {
            this.number = number;
        }

        /** The release that it became. */
        int number() {
            return number;
        }
    }

    /**
     * What is sent.
     *
     * @param label what the release is called, such as {@code 2025}
     * @param publishedOn when its publisher published it, or null where that is not known
     * @param name the file's name
     * @param meta the meta file sent beside it, or null
     */
    record Sent(
            String label,
            @Nullable LocalDate publishedOn,
            String name,
            Path file,
            @Nullable Path meta) {}

    private final Datasets datasets;
    private final Releases releases;
    private final LocalAuthorities authorities;
    private final JdbcTemplate database;
    private final JdbcClient jdbc;
    private final RenameSearch renames;
    private final Clock clock;

    ReceiveRelease(
            Datasets datasets,
            Releases releases,
            LocalAuthorities authorities,
            JdbcTemplate database,
            JdbcClient jdbc,
            RenameSearch renames,
            Clock clock) {
        this.renames = renames;
        this.datasets = datasets;
        this.releases = releases;
        this.authorities = authorities;
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Receives and checks; the same id a second time changes nothing.
     *
     * @throws SameFile when this file has been published for the data set already
     */
    void handle(Viewer viewer, ReleaseId id, String slug, Sent sent) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var dataset = datasets.findBySlug(slug).orElseThrow(NotFound::new);
        if (releases.findById(id).isPresent()) {
            return;
        }
        try {
            var file = new SentFile(sent.name(), Files.size(sent.file()), fingerprint(sent.file()), "UTF-8");
            refuseTheSameAgain(dataset.id(), file);
            forgetWhatNobodyDecided();
            var release = releases.saveAndFlush(Release.receive(
                    id,
                    Visibility.of(viewer.organisation()),
                    dataset.id(),
                    sent.label(),
                    sent.publishedOn(),
                    file,
                    viewer.name(),
                    clock.instant()));
            int key = jdbc.sql("select key from dataset_release where id = :id")
                    .param("id", id.value())
                    .query(Integer.class)
                    .single();
            check(release, key, sent);
            releases.save(release);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void check(Release release, int key, Sent sent) throws IOException {
        var findings = new Findings();
        TableCheck read = null;
        var encoding = StandardCharsets.UTF_8;
        var places = new PlacesAndPeriods();
        try {
            var file = PublishedFile.at(sent.file());
            var meta = meta(file, sent, findings);
            if (!findings.refuse()) {
                try {
                    read = stage(file, encoding, meta, key, findings, places);
                } catch (CharacterCodingException notUtf8) {
                    encoding = OLD_WINDOWS;
                    findings = new Findings();
                    findings.add(FindingKind.NOT_UTF8);
                    places = new PlacesAndPeriods();
                    clear(key);
                    read = stage(file, encoding, meta, key, findings, places);
                }
            }
        } catch (CharacterCodingException neither) {
            findings.add(FindingKind.NOT_A_TABLE);
        } catch (PublishedFile.Refused refused) {
            findings.add(refused.kind(), null, null, refused.getMessage());
        }
        if (read != null && !findings.refuse()) {
            findRowsThatAreThereTwice(key, findings);
        }
        if (findings.refuse()) {
            clear(key);
        } else {
            places.write(jdbc, key);
        }
        if (read != null) {
            write(read.columns(), key);
        }
        write(findings, key);
        if (read != null && !findings.refuse()) {
            renames.propose(key, release.dataset());
        }
        release.checked(
                release.file().readAs(encoding.name()),
                read == null ? 0 : read.rowsRead(),
                read == null ? 0 : read.rowsKept(),
                findings.count(Severity.ERROR),
                findings.count(Severity.WARNING),
                clock.instant());
    }

    private static @Nullable MetaFile meta(PublishedFile file, Sent sent, Findings findings) throws IOException {
        var beside = sent.meta();
        try (InputStream in = beside != null ? PublishedFile.at(beside).table() : file.meta()) {
            return in == null ? null : MetaFile.read(in, findings);
        }
    }

    private TableCheck stage(
            PublishedFile file,
            Charset charset,
            @Nullable MetaFile meta,
            int key,
            Findings findings,
            PlacesAndPeriods places)
            throws IOException {
        try (var in = file.table()) {
            return requireRead(database.execute((ConnectionCallback<TableCheck>) connection -> {
                try {
                    return stage(connection, in, charset, meta, key, findings, places);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static TableCheck requireRead(@Nullable TableCheck read) {
        if (read == null) {
            throw new IllegalStateException("Nothing was read");
        }
        return read;
    }

    private TableCheck stage(
            Connection connection,
            InputStream in,
            Charset charset,
            @Nullable MetaFile meta,
            int key,
            Findings findings,
            PlacesAndPeriods places)
            throws SQLException, IOException {
        var geography = new Geography(authorities);
        var staging = new Staging(connection.unwrap(PGConnection.class).getCopyAPI(), key);
        var check = new TableCheck(
                findings,
                geography,
                meta,
                (line, place, period, identifier, series, cells) -> staging.row(
                        line, places.place(place, findings), places.period(period, identifier), series, cells));
        try {
            check.read(in, charset);
        } finally {
            // Ended rather than cancelled, also where the file is refused: a cancelled COPY breaks the transaction.
            staging.finish();
        }
        return check;
    }

    private void findRowsThatAreThereTwice(int key, Findings findings) {
        jdbc.sql("set local work_mem = '64MB'").update();
        jdbc.sql("""
            select min(line) as first, max(line) as second from dataset_staged where release_key = :key
            group by place, period, series having count(*) > 1 order by 1 limit 200
            """)
                .param("key", key)
                .query((row, number) -> new long[] {row.getLong("first"), row.getLong("second")})
                .list()
                .forEach(lines -> findings.add(FindingKind.ROW_TWICE, lines[1], null, "the same as row " + lines[0]));
    }

    private void write(List<Column> columns, int key) {
        if (columns.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into dataset_column
                (release_key, position, name, role, number, label, unit, decimal_places, grouping, hint)
            select :key, c.position, c.name, c.role, c.number, c.label, c.unit, c.places, c.grouping, c.hint
            from unnest(cast(:positions as int[]), cast(:names as text[]), cast(:roles as text[]), cast(:numbers as int[]),
                cast(:labels as text[]), cast(:units as text[]), cast(:places as int[]), cast(:groupings as text[]),
                cast(:hints as text[])) c(position, name, role, number, label, unit, places, grouping, hint)
            """)
                .param("key", key)
                .param("positions", columns.stream().map(Column::position).toArray(Integer[]::new))
                .param("names", columns.stream().map(Column::name).toArray(String[]::new))
                .param(
                        "roles",
                        columns.stream().map(column -> column.role().name()).toArray(String[]::new))
                .param("numbers", columns.stream().map(Column::number).toArray(Integer[]::new))
                .param("labels", columns.stream().map(Column::label).toArray(String[]::new))
                .param("units", columns.stream().map(Column::unit).toArray(String[]::new))
                .param("places", columns.stream().map(Column::decimalPlaces).toArray(Integer[]::new))
                .param("groupings", columns.stream().map(Column::grouping).toArray(String[]::new))
                .param("hints", columns.stream().map(Column::hint).toArray(String[]::new))
                .update();
    }

    private void write(Findings findings, int key) {
        var all = findings.all();
        jdbc.sql("""
            insert into dataset_finding
                (release_key, position, severity, kind, line, column_name, value, times, message, advice)
            select :key, f.position, f.severity, f.kind, f.line, f.column_name, f.value, f.times, f.message, f.advice
            from unnest(cast(:severities as text[]), cast(:kinds as text[]), cast(:lines as bigint[]),
                cast(:columns as text[]), cast(:values as text[]), cast(:times as bigint[]), cast(:messages as text[]),
                cast(:advices as text[])) with ordinality
                f(severity, kind, line, column_name, value, times, message, advice, position)
            """)
                .param("key", key)
                .param(
                        "severities",
                        texts(all, finding -> finding.kind().severity().name()))
                .param("kinds", texts(all, finding -> finding.kind().name()))
                .param("lines", all.stream().map(Findings.Finding::line).toArray(Long[]::new))
                .param("columns", texts(all, Findings.Finding::column))
                .param("values", texts(all, Findings.Finding::value))
                .param("times", all.stream().map(Findings.Finding::times).toArray(Long[]::new))
                .param("messages", texts(all, finding -> finding.kind().inWords()))
                .param("advices", texts(all, finding -> finding.kind().advice()))
                .update();
    }

    private static @Nullable String[] texts(
            List<Findings.Finding> all, java.util.function.Function<Findings.Finding, @Nullable String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private void refuseTheSameAgain(DatasetId dataset, SentFile file) {
        jdbc.sql("""
            select number from dataset_release
            where dataset_id = :dataset and file_sha256 = :sha and state = 'PUBLISHED'
            """)
                .param("dataset", dataset.value())
                .param("sha", file.sha256())
                .query(Integer.class)
                .optional()
                .ifPresent(number -> {
                    throw new SameFile(number);
                });
    }

    private void forgetWhatNobodyDecided() {
        jdbc.sql("""
            delete from dataset_staged where release_key in (
                select key from dataset_release where state = 'CHECKED' and received_at < :before)
            """)
                .param(
                        "before",
                        clock.instant().minusSeconds(DAYS_KEPT * 86_400L).atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private void clear(int key) {
        jdbc.sql("delete from dataset_staged where release_key = :key")
                .param("key", key)
                .update();
    }

    private static String fingerprint(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
