import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Imports the largest published file at hand, again and again, and copies the same bytes and the same values into tables of
 * the same database in between: one run, one machine, one load. Writes its part of docs/benchmark.md.
 */
class Import {

    private static final Path FILE = Figures.SHARED.resolve("large").resolve("spc_pupils_fsm_ethnicity_yrgp.csv.gz");
    private static final int TIMES = Bench.number("TIMES", 5);
    private static final int COLUMNS = 17;

    private final List<Double> checked = new ArrayList<>();
    private final List<Double> copiedFile = new ArrayList<>();
    private final List<Double> published = new ArrayList<>();
    private final List<Double> copiedValues = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(FILE)) {
            System.out.println("No published file at " + FILE + ": name the folder with -Dslipway.shared.data");
            System.exit(1);
        }
        var loadBefore = Bench.loadAverage();
        Bench.empty();
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Bench.WORK.resolve("database"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            new Import().measure(postgres.getJdbcUrl("postgres", "postgres"), loadBefore);
        }
        System.exit(0);
    }

    private void measure(String url, String loadBefore) throws Exception {
        int port = Bench.freePort();
        Bench.train();
        var application = Bench.start(port, url);
        try (var connection = DriverManager.getConnection(url)) {
            try (var statement = connection.createStatement()) {
                statement.execute(Files.readString(Path.of("bench", "people.sql"))
                        .replace(
                                ":hash",
                                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                                        .encode(Bench.PASSWORD)));
                statement.execute("create table plain_file ("
                        + IntStream.range(0, COLUMNS)
                                .mapToObj(column -> "c" + column + " text")
                                .collect(Collectors.joining(", "))
                        + ")");
            }
            var figures = new Figures(
                    "http://localhost:" + port, Bench.signIn("http://localhost:" + port, "manager@bench.example"));
            for (int time = 0; time <= TIMES; time++) {
                once(connection, figures, time);
            }
            report(connection, loadBefore);
        } finally {
            Bench.stop(application.process());
        }
    }

    /** The first time warms up and does not count. */
    private void once(Connection connection, Figures figures, int time) throws Exception {
        var slug = figures.add("Import " + time);
        long begin = System.nanoTime();
        var report = figures.send(slug, FILE);
        double check = since(begin);
        begin = System.nanoTime();
        figures.publish(slug, report.path("id").asString());
        double publish = since(begin);
        double file = copyFile(connection);
        double values = copyValues(connection);
        System.out.printf(
                Locale.ROOT,
                "%d: checked %.1f s, plain COPY %.1f s; published %.1f s, COPY of the values %.1f s%n",
                time,
                check,
                file,
                publish,
                values);
        if (time > 0) {
            checked.add(check);
            copiedFile.add(file);
            published.add(publish);
            copiedValues.add(values);
        }
    }

    private static double copyFile(Connection connection) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate plain_file");
        }
        long begin = System.nanoTime();
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(FILE)), 1 << 16)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy plain_file from stdin (format csv, header)", in, 1 << 16);
        }
        return since(begin);
    }

    /** The values of the latest release, in the order of the key, into the very table and its index. */
    private static double copyValues(Connection connection) throws Exception {
        var file = Bench.WORK.resolve("values.csv");
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        if (!Files.exists(file)) {
            try (var out = Files.newOutputStream(file)) {
                copies.copyOut(
                        "copy (select -1, figure, series, place, period, value, symbol from observation where"
                                + " release_key = (select max(release_key) from observation) order by 2, 3, 4, 5) to"
                                + " stdout (format csv)",
                        out);
            }
        }
        long begin = System.nanoTime();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            copies.copyIn("copy observation from stdin (format csv)", in, 1 << 16);
        }
        double took = since(begin);
        try (var statement = connection.createStatement()) {
            statement.execute("delete from observation where release_key = -1");
            statement.execute("vacuum observation");
        }
        return took;
    }

    private void report(Connection connection, String loadBefore) throws Exception {
        double check = median(checked);
        double file = median(copiedFile);
        double publish = median(published);
        double values = median(copiedValues);
        var text = """
            ## Importing a published file

            Written by `bench/run import` on %s. Load average before the run %s (above 0: the machine did other work too), after it %s.

            - File: `%s`, %s rows, %s values, sent through the API to the packaged jar with `%s`.
            - Medians of %d imports, each into a data set of its own, with the two COPYs between them; one more before them did not count.
            - "Checked": sent, unpacked, validated row by row and staged, until the report is answered. Beside it a plain `COPY` of the unpacked file
              into a table of %d text columns.
            - "Published": from the staged rows until every figure can be read as an observation. Beside it a `COPY` of the same values, in the order of
              the key, into the same table with its index.

            | step | Slipway | COPY | Slipway's speed, COPY being 1 | wanted |
            |---|---|---|---|---|
            | checked | %.1f s | %.1f s | %.2f | 0.5 |
            | published | %.1f s | %.1f s | %.2f | 0.5 |
            """.formatted(
                        LocalDate.now(),
                        loadBefore,
                        Bench.loadAverage(),
                        FILE.getFileName(),
                        Bench.one(connection, "select to_char(max(kept_rows), 'FM999,999,999') from dataset_release"),
                        Bench.one(
                                connection,
                                "select to_char(count(*), 'FM999,999,999') from observation where release_key ="
                                        + " (select max(release_key) from observation)"),
                        Bench.OPTIONS,
                        TIMES,
                        COLUMNS,
                        check,
                        file,
                        file / check,
                        publish,
                        values,
                        values / publish);
        Bench.write("## Importing a published file", text);
        System.out.println(text);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> all) {
        var sorted = all.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
