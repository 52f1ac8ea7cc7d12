package uk.slipway.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as it was, to come back to after each request of a test that commits as people do. (A transaction around
 * the request would not do: nothing would be flushed to the database, whose refusals are what the test is after.)
 */
public final class Snapshot implements AutoCloseable {

    /** Tables that change without anything having happened: sessions, and what is still to be mailed. */
    private static final Set<String> BESIDE = Set.of("spring_session", "spring_session_attributes");

    /** Tables whose rows are never changed: what came since is taken away, and the many thousands of before stay. */
    private static final Set<String> APPEND_ONLY = Set.of("audit_entry");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String kept;
    private final Map<String, String> columns = new HashMap<>();
    private @Nullable List<String> tablesWithIds;

    /** Keeps a copy of every table under this name; a later one may be taken on top of it. */
    public Snapshot(String name, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        kept = name;
        transaction = new TransactionTemplate(transactions);
        jdbc.execute("drop schema if exists " + kept + " cascade");
        jdbc.execute("create schema " + kept + "");
        jdbc.execute("create unlogged table " + kept + ".touched (name text)");
        jdbc.execute("create function " + kept + ".note() returns trigger language plpgsql as "
                + "$$ begin insert into " + kept + ".touched values (tg_table_name); return null; end $$");
        jdbc.execute("create unlogged table " + kept + ".added (id uuid)");
        jdbc.execute("create function " + kept + ".note_rows() returns trigger language plpgsql as "
                + "$$ begin insert into " + kept + ".touched values (tg_table_name);"
                + " insert into " + kept + ".added select id from fresh; return null; end $$");
        for (var table : tables()) {
            if (APPEND_ONLY.contains(table)) {
                jdbc.execute(("create trigger " + kept + "_touched after insert on public.\"%s\""
                                + " referencing new table as fresh for each statement execute function " + kept
                                + ".note_rows()")
                        .formatted(table));
                continue;
            }
            jdbc.execute(("create unlogged table " + kept + ".\"%s\" as table public.\"%s\"").formatted(table, table));
            jdbc.execute(("create trigger " + kept + "_touched after insert or update or delete on public.\"%s\""
                            + " for each statement execute function " + kept + ".note()")
                    .formatted(table));
        }
    }

    /** The number of rows in each table that was written to since the last restoring; sessions are left out. */
    public Map<String, Long> touched() {
        var found = new TreeMap<String, Long>();
        touchedTables().stream()
                .filter(table -> !BESIDE.contains(table))
                .forEach(table -> found.put(table, rows(table)));
        return found;
    }

    /** The number of rows in each of these tables. */
    public Map<String, Long> rows(Set<String> tables) {
        return new TreeMap<>(tables.stream().collect(Collectors.toMap(table -> table, this::rows)));
    }

    /** Everything as it was when the snapshot was taken. */
    public void restore() {
        var touched = touchedTables();
        if (touched.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            for (var table : touched) {
                if (APPEND_ONLY.contains(table)) {
                    jdbc.execute(("delete from public.\"%s\" where id in (select id from " + kept + ".added)")
                            .formatted(table));
                    continue;
                }
                var columns = columns(table);
                jdbc.execute("delete from public.\"%s\"".formatted(table));
                jdbc.execute(
                        ("insert into public.\"%s\" (%s) overriding system value select %s from " + kept + ".\"%s\"")
                                .formatted(table, columns, columns, table));
            }
            jdbc.execute("delete from " + kept + ".touched");
            jdbc.execute("delete from " + kept + ".added");
        });
    }

    @Override
    public void close() {
        restore();
        tables().forEach(
                        table -> jdbc.execute(("drop trigger " + kept + "_touched on public.\"%s\"").formatted(table)));
        jdbc.execute("drop schema " + kept + " cascade");
    }

    /** Of a table whose rows have ids: one that is not this and belongs to another authority, where rows say so. */
    public List<String> othersLike(String id) {
        return tablesWithIds().stream()
                .filter(table -> !APPEND_ONLY.contains(table))
                .filter(table -> Objects.requireNonNullElse(
                                jdbc.queryForObject(
                                        "select count(*) from public.\"%s\" where id::text = ?".formatted(table),
                                        Long.class,
                                        id),
                                0L)
                        > 0)
                .flatMap(table -> words(
                        ("select id::text from " + kept + ".\"%s\" t where id::text <> ? and"
                                        + " coalesce(to_jsonb(t) ->> 'authority_id' <> (select"
                                        + " to_jsonb(s) ->> 'authority_id' from public.\"%s\""
                                        + " s where s.id::text = ?), true) order by id limit"
                                        + " 1")
                                .formatted(table, table),
                        String.class,
                        id,
                        id)
                        .stream())
                .toList();
    }

    private List<String> words(String sql, Class<String> type, Object... arguments) {
        return jdbc.queryForList(sql, type, arguments).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<String> tablesWithIds() {
        if (tablesWithIds == null) {
            tablesWithIds = words(
                    "select table_name from information_schema.columns where table_schema = 'public'"
                            + " and column_name = 'id' and data_type = 'uuid' order by table_name",
                    String.class);
        }
        return tablesWithIds;
    }

    private List<String> touchedTables() {
        return words("select distinct name from " + kept + ".touched order by name", String.class);
    }

    private long rows(String table) {
        var count = jdbc.queryForObject("select count(*) from public.\"%s\"".formatted(table), Long.class);
        return count == null ? 0 : count;
    }

    private List<String> tables() {
        return words("select tablename from pg_tables where schemaname = 'public' order by tablename", String.class);
    }

    private String columns(String table) {
        return columns.computeIfAbsent(table, this::askedColumns);
    }

    private String askedColumns(String table) {
        return words(
                        "select column_name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position",
                        String.class,
                        table)
                .stream()
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
    }
}
