package uk.slipway.cycles;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Brings the judgement schemes of {@code db/reference} into their tables whenever a file has changed. */
@Component
class JudgementSchemesMigration implements JavaMigration {

    private static final String SCHEMES = "judgement-schemes";
    private static final String AREAS = "judgement-areas";
    private static final String GRADES = "judgement-grades";

    /** Counted up when what this class does with the files changes, so that it runs again. */
    private static final byte EDITION = 1;

    /** Null: a repeatable migration has no version. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "Judgement schemes from db/reference";
    }

    @Override
    public Integer getChecksum() {
        var sum = new CRC32();
        sum.update(EDITION);
        for (var file : List.of(SCHEMES, AREAS, GRADES)) {
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
        var connection = context.getConnection();
        insert(connection, SCHEMES, """
            insert into judgement_scheme (code, position, name, short_name, valid_from, from_known_to, valid_until,
                                          until_known_to, overall_grade, evidence, source, note)
            values (?, cast(? as int), ?, ?, cast(? as date), ?, cast(? as date), ?, cast(? as boolean), ?, ?, ?)
            on conflict (code) do update set
            """, "code");
        insert(connection, AREAS, """
            insert into judgement_area (scheme_code, position, code, name, part_of) values (?, cast(? as int), ?, ?, ?)
            on conflict (scheme_code, code) do update set
            """, "scheme", "code");
        insert(connection, GRADES, """
            insert into judgement_grade (scheme_code, position, code, name) values (?, cast(? as int), ?, ?)
            on conflict (scheme_code, code) do update set
            """, "scheme", "code");
    }

    private static void insert(Connection connection, String file, String sql, String... keys) throws SQLException {
        var rows = rows(file);
        var columns = rows.getFirst().getHeader();
        var updates = columns.stream()
                .filter(column -> !List.of(keys).contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        try (var insert = connection.prepareStatement(sql + updates)) {
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

    private static List<NamedCsvRecord> rows(String file) {
        return CsvReader.builder().ofNamedCsvRecord(new String(bytes(file), StandardCharsets.UTF_8)).stream()
                .toList();
    }

    private static byte[] bytes(String file) {
        try (var in = new ClassPathResource("db/reference/" + file + ".csv").getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
