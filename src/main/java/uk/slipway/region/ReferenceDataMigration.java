package uk.slipway.region;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Brings the files in {@code db/reference} into the tables, as a repeatable migration: it runs on a new database and
 * whenever a file has changed, and otherwise costs a checksum. Each file goes into a temporary table in one batch and
 * from there into its own with one statement. What people have added (a trust, the demonstration's authorities) is left
 * alone.
 */
@Component
class ReferenceDataMigration implements JavaMigration {

    private static final List<String> FILES = List.of(
            "regions",
            "organisations",
            "local-authorities",
            "local-authority-codes",
            "local-authority-successions",
            "statistical-neighbours",
            "adjacency");

    /** Counted up when what this class does with the files changes, so that it runs again. */
    private static final byte EDITION = 1;

    /** The id of a row of the files: the same on every database and for ever, because a key in the files never changes. */
    private static final String ID = "cast(md5('%s:' || %s) as uuid)";

    /** Null: a repeatable migration has no version. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "Regions, organisations and local authorities from db/reference";
    }

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        sum.update(EDITION);
        for (String file : FILES) {
            sum.update(bytes(file));
        }
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String file : FILES) {
            stage(connection, file);
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
            for (String file : FILES) {
                statement.execute("drop table " + staging(file));
            }
        }
    }

    private static List<String> statements() {
        String organisation = ID.formatted("organisation", "key");
        String authority = ID.formatted("local-authority", "%s");
        return List.of(
                """
                insert into region (code, name) select code, name from staged_regions
                on conflict (code) do update set name = excluded.name
                """,
                """
                insert into organisation (id, kind, name, region_code)
                select %s, kind, name, region from staged_organisations
                on conflict (id) do update set name = excluded.name, region_code = excluded.region_code
                """.formatted(organisation),
                """
                insert into organisation (id, kind, name, region_code, starts_on, ends_on)
                select %s, 'LOCAL_AUTHORITY', name, region, cast(starts as date), cast(ends as date)
                from staged_local_authorities
                on conflict (id) do update
                set name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on
                """.formatted(authority.formatted("key")),
                // The current code of a scheme is the one that started last.
                """
                insert into local_authority (id, gss_code, dfe_code, type, region_code)
                select %s, gss.code, dfe.code, type, region
                from staged_local_authorities a
                cross join lateral (
                    select code from staged_local_authority_codes c where c.authority = a.key and c.scheme = 'GSS'
                    order by starts desc nulls last limit 1) gss
                cross join lateral (
                    select code from staged_local_authority_codes c where c.authority = a.key and c.scheme = 'DFE'
                    order by starts desc nulls last limit 1) dfe
                on conflict (id) do update
                set gss_code = excluded.gss_code, dfe_code = excluded.dfe_code, type = excluded.type
                """.formatted(authority.formatted("a.key")),
                """
                delete from local_authority_code c using local_authority a
                where a.id = c.authority_id and not a.fictitious
                """,
                """
                insert into local_authority_code (authority_id, scheme, code, starts_on, ends_on)
                select %s, scheme, code, cast(starts as date), cast(ends as date) from staged_local_authority_codes
                """.formatted(authority.formatted("authority")),
                "delete from local_authority_succession",
                """
                insert into local_authority_succession (predecessor_id, successor_id, succeeded_on)
                select %s, %s, cast(date as date) from staged_local_authority_successions
                """.formatted(authority.formatted("predecessor"), authority.formatted("successor")),
                "delete from statistical_neighbour",
                """
                insert into statistical_neighbour (model, authority_id, rank, neighbour_id, closeness)
                select model, %s, cast(rank as smallint), %s, closeness from staged_statistical_neighbours
                """.formatted(authority.formatted("authority"), authority.formatted("neighbour")),
                // A pair that somebody has changed in the browser stays as they left it.
                """
                insert into authority_adjacency (first_id, second_id, starts_on, ends_on, note)
                select least(a, b), greatest(a, b), cast(starts as date), cast(ends as date), note
                from (select %s as a, %s as b, starts, ends, note from staged_adjacency) pair
                on conflict (first_id, second_id) do nothing
                """.formatted(authority.formatted("first"), authority.formatted("second")));
    }

    /** Puts one file into a temporary table of text columns named as its heading; an empty cell is null. */
    private static void stage(Connection connection, String file) throws SQLException {
        List<NamedCsvRecord> rows = rows(file);
        List<String> columns = rows.getFirst().getHeader();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + staging(file) + " ("
                    + String.join(
                            ", ",
                            columns.stream()
                                    .map(column -> quoted(column) + " text")
                                    .toList()) + ")");
        }
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + staging(file) + " values (" + marks + ")")) {
            for (NamedCsvRecord row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    String value = row.getField(i);
                    insert.setString(i + 1, value.isEmpty() ? null : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String staging(String file) {
        return "staged_" + file.replace('-', '_');
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static List<NamedCsvRecord> rows(String file) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        CsvReader.builder()
                .ofNamedCsvRecord(new String(bytes(file), StandardCharsets.UTF_8))
                .forEach(rows::add);
        return rows;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = new ClassPathResource("db/reference/" + file + ".csv").getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
