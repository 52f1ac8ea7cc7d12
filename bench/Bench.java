import de.siegmar.fastcsv.reader.CsvReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Generates the data, starts the packaged jar, loads each page from another process and writes docs/benchmark.md. */
class Bench {

    static final Path WORK = Path.of("target", "bench");
    static final String PASSWORD = "bench only, never elsewhere";
    private static final int RATE = number("RATE", 100);
    private static final int SECONDS = number("DURATION", 12);
    private static final int WARM = number("WARM", 8);
    private static final int OFFICERS = 20;
    static final String OPTIONS = System.getenv().getOrDefault("JVM", "@java-options");
    private static final Path JAR =
            WORK.resolve("slipway").resolve("slipway.jar").toAbsolutePath();
    private static final Path CACHE = WORK.resolve("slipway.aot").toAbsolutePath();

    private record Page(String name, String account, String method, String path, String sql, String form) {}

    private record Result(String count, String p50, String p95, String p99, String max, int failures) {
        static Result of(String line) {
            var parts = line.strip().split(" ");
            return new Result(parts[0], parts[1], parts[2], parts[3], parts[4], Integer.parseInt(parts[5]));
        }
    }

    /** Somebody signed in: a client with their cookies. */
    record Person(HttpClient client, CookieManager cookies) {
        String cookie() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }
    }

    private static String loadBefore = "";
    private static String figures = "no published files, because " + Figures.SHARED + " is not there";

    public static void main(String[] arguments) throws Exception {
        loadBefore = loadAverage();
        empty();
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(WORK.resolve("database"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "bench.log")
                .start()) {
            measure(postgres.getJdbcUrl("postgres", "postgres"), List.of(arguments));
        }
        System.exit(0);
    }

    static void empty() throws IOException {
        delete(WORK);
        Files.createDirectories(WORK.resolve("pages"));
    }

    private static void measure(String url, List<String> arguments) throws Exception {
        int port = freePort();
        System.out.println("Unpacking the jar and training the ahead-of-time cache, as the Dockerfile does");
        train();
        System.out.println("Migrating an empty database and loading the published files at hand");
        var first = start(port, url);
        System.out.println("Generating 153 authorities x 5 years");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var hash = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
            for (var file : List.of("people.sql", "data.sql")) {
                statement.execute(Files.readString(Path.of("bench", file)).replace(":hash", hash));
            }
            statement.execute("analyze");
        }
        if (Files.isDirectory(Figures.SHARED)) {
            var origin = "http://localhost:" + port;
            figures = new Figures(origin, signIn(origin, "manager@bench.example")).loadAll();
        }
        stop(first.process());
        System.out.println("Starting on the existing database, with " + figures);
        var application = start(port, url);
        System.out.printf("Ready after %d ms%n", application.readyAfter().toMillis());
        if (arguments.contains("--serve")) {
            System.out.printf("Look at http://localhost:%d, database %s, until Ctrl-C%n", port, url);
            application.process().waitFor();
            return;
        }
        int barePort = freePort();
        var bare =
                java("-Xmx256m", "-cp", classpath(), "bench/Bare.java", "" + barePort, url, WORK.resolve("pages") + "");
        try (var connection = DriverManager.getConnection(url)) {
            var measured = new Measured(connection, port, barePort, new HashMap<>());
            var prepared = new ArrayList<Prepared>();
            for (var page : pages()) {
                if (arguments.isEmpty() || arguments.contains(page.name())) {
                    prepared.add(prepare(page, prepared.size(), measured));
                }
            }
            System.out.println("Warming up: each page for " + WARM + " s");
            for (var page : prepared) {
                load(WARM, 1, targets(page.page(), page.number(), measured));
            }
            var rows = new ArrayList<String>();
            for (var page : prepared) {
                rows.add(row(page, measured));
                System.out.println(rows.getLast());
            }
            report(application, rows, connection, arguments.isEmpty());
        } finally {
            bare.destroyForcibly();
            stop(application.process());
        }
    }

    /** What is measured: the portal and the bare servlet on one database, and who is signed in to the portal. */
    private record Measured(Connection connection, int port, int barePort, Map<String, Person> people) {
        Person person(String account) throws Exception {
            var person = people.get(account);
            if (person == null) {
                person = signIn("http://localhost:" + port, account + "@bench.example");
                people.put(account, person);
            }
            return person;
        }
    }

    /** A page after it has been asked for once with every statement logged. */
    private record Prepared(Page page, int number, int statements) {}

    private static Prepared prepare(Page page, int number, Measured measured) throws Exception {
        var lines = Files.readAllLines(targets(page, number, measured));
        return new Prepared(page, number, capture(page, number, lines.getLast(), measured));
    }

    /** The requests for a page as they are at this moment, one for each who asks: a form has the version that its record has now. */
    private static Path targets(Page page, int number, Measured measured) throws Exception {
        var targets = new ArrayList<String>();
        boolean many = page.account().contains(":n") && page.method().equals("POST");
        long n = many ? 0 : authorityNumber(measured.connection());
        for (int i = 1; i <= (many ? OFFICERS : 1); i++) {
            var person = measured.person(page.account().replace(":n", "" + (many ? i : n)));
            var address = "http://localhost:" + measured.port()
                    + page.path().replace(":id", id(measured.connection(), page, many ? i : n));
            var got = person.client()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            if (got.statusCode() != 200) {
                throw new IllegalStateException(page.name() + " is not there: " + got.statusCode());
            }
            targets.add(page.method() + "\t" + address + "\t" + person.cookie() + "\t"
                    + (page.method().equals("POST") ? body(got.body()) : ""));
        }
        return Files.write(WORK.resolve("targets-" + number), targets);
    }

    private static String row(Prepared page, Measured measured) throws Exception {
        var result = load(WARM, SECONDS, targets(page.page(), page.number(), measured));
        var bare = "– | –";
        if (page.page().method().equals("GET")) {
            var target = Files.writeString(
                    WORK.resolve("bare-target"),
                    "GET\thttp://localhost:" + measured.barePort() + "/" + page.number() + "\t\t\n");
            var asked = load(Math.min(WARM, 5), SECONDS, target);
            bare = String.format(
                    Locale.ROOT,
                    "%s / %s | %.1f",
                    asked.p50(),
                    asked.p99(),
                    Double.parseDouble(result.p50()) / Math.max(0.1, Double.parseDouble(asked.p50())));
            if (asked.failures() > 0) {
                throw new IllegalStateException("The bare servlet failed; see target/bench/errors");
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %s | %s | %s | %s | %d | %s |",
                page.page().name(),
                page.statements(),
                Files.size(WORK.resolve("pages").resolve(page.number() + ".html")) / 1024.0,
                result.p50(),
                result.p95(),
                result.p99(),
                result.max(),
                result.failures(),
                bare);
    }

    /** The page's form as it would be sent, with another text each time. */
    private static String body(String html) {
        var form = Jsoup.parse(html).selectFirst("main form");
        if (form == null) {
            throw new IllegalStateException("No form on the page");
        }
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input[name], textarea[name], select[name]")) {
            var type = field.attr("type");
            if (!(type.equals("radio") || type.equals("checkbox")) && !type.equals("file")) {
                fields.put(
                        field.attr("name"),
                        field.tagName().equals("textarea")
                                ? "Example strength: said anew, number @NUMBER@. " + field.wholeText()
                                : field.attr("name").equals("version") ? "@VERSION@" + field.val() + "@" : field.val());
            }
        }
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "="
                        + encode(field.getValue())
                                .replace("%40VERSION%40", "@VERSION@")
                                .replaceAll("(@VERSION@\\d+)%40", "$1@")
                                .replace("%40NUMBER%40", "@NUMBER@"))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends a request once with every statement logged, and keeps the statements and bytes for the bare servlet. */
    private static int capture(Page page, int number, String target, Measured measured) throws Exception {
        var log = WORK.resolve("database").resolve("log").resolve("bench.json");
        try (var statement = measured.connection().createStatement()) {
            statement.execute("alter system set log_min_duration_statement = 0");
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(400);
        long from = Files.size(log);
        var parts = target.split("\t", -1);
        var request = HttpRequest.newBuilder(URI.create(parts[1])).header("Cookie", parts[2]);
        if (page.method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            parts[3].replaceFirst("@VERSION@(\\d+)@", "$1").replace("@NUMBER@", "0")));
        }
        byte[] bytes = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        Thread.sleep(300);
        var json = JsonMapper.builder().build();
        var sql = new ArrayList<String>();
        var all = Files.readAllBytes(log);
        for (var line : new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            var entry = json.readTree(line);
            var message = entry.path("message").asString("");
            var matcher = Pattern.compile("(?s)^duration: [0-9.]+ ms +(execute [^:]*|statement): (.*)$")
                    .matcher(message);
            if (matcher.matches()
                    && !matcher.group(2).contains("pg_reload_conf")
                    && !matcher.group(2).startsWith("SET application_name")) {
                sql.add(filled(matcher.group(2), entry.path("detail").asString("")));
            }
        }
        try (var statement = measured.connection().createStatement()) {
            statement.execute("alter system reset log_min_duration_statement");
            statement.execute("select pg_reload_conf()");
        }
        Files.writeString(WORK.resolve("pages").resolve(number + ".sql"), String.join("\u0001", sql));
        Files.write(WORK.resolve("pages").resolve(number + ".html"), bytes);
        return sql.size();
    }

    private static String filled(String sql, String detail) {
        var values = new HashMap<String, String>();
        var parameters = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')").matcher(detail);
        while (parameters.find()) {
            values.put(parameters.group(1), parameters.group(2));
        }
        return Pattern.compile("\\$(\\d+)")
                .matcher(sql)
                .replaceAll(use -> Matcher.quoteReplacement(values.getOrDefault(use.group(1), "NULL")));
    }

    private static Result load(int warm, int seconds, Path targets) throws Exception {
        var process = java("-Xmx192m", "bench/Load.java", "" + RATE, "" + warm, "" + seconds, targets.toString());
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Result.of(output.lines().reduce((a, b) -> b).orElseThrow());
    }

    static Person signIn(String origin, String email) throws Exception {
        var cookies = new CookieManager();
        var client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var page = client.send(
                HttpRequest.newBuilder(URI.create(origin + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
        var token = Jsoup.parse(page.body()).select("input[name=_csrf]").val();
        var body = "email=" + encode(email) + "&password=" + encode(PASSWORD) + "&_csrf=" + encode(token);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("Sign-in of " + email + " answered " + answer.statusCode());
        }
        return new Person(client, cookies);
    }

    record Started(Process process, Duration readyAfter) {}

    static Started start(int port, String url) throws Exception {
        var command = new ArrayList<String>(List.of(OPTIONS.split(" ")));
        command.addAll(List.of(
                "-XX:AOTCache=" + CACHE,
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres"));
        command.add("--slipway.secret=a-secret-of-the-benchmark-and-of-nothing-else");
        long begin = System.nanoTime();
        var process = java(command.toArray(String[]::new));
        var client = HttpClient.newHttpClient();
        while (process.isAlive()) {
            try {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return new Started(process, Duration.ofNanos(System.nanoTime() - begin));
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("The application did not start; see target/bench/output");
    }

    /** The commands of the Dockerfile: the jar in layers, and a start up to the context's refresh without a database. */
    static void train() throws IOException, InterruptedException {
        try (var files = Files.list(Path.of("target"))) {
            var jar = files.filter(file -> file.getFileName().toString().matches("slipway-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            java(
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            JAR.getParent().toString(),
                            "--application-filename",
                            "slipway.jar")
                    .waitFor();
        }
        var command = new ArrayList<String>(List.of(OPTIONS.split(" ")));
        command.addAll(List.of("@java-training-options", "-XX:AOTCacheOutput=" + CACHE, "-jar", JAR.toString()));
        if (java(command.toArray(String[]::new)).waitFor() != 0) {
            throw new IllegalStateException("The training start failed; see target/bench/output");
        }
    }

    private static Process java(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(WORK.resolve("errors").toFile()));
        if (!List.of(arguments).contains("bench/Load.java")) {
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(WORK.resolve("output").toFile()));
        }
        return builder.start();
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static List<Page> pages() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(Path.of("bench", "pages.csv"))) {
            return reader.stream()
                    .map(row -> new Page(
                            row.getField("page"),
                            row.getField("account"),
                            row.getField("method"),
                            row.getField("path"),
                            row.getField("sql"),
                            row.getField("form")))
                    .toList();
        }
    }

    /** The place of Bolton among the authorities by code, by which the officers are named. */
    private static long authorityNumber(Connection connection) throws Exception {
        return Long.parseLong(one(
                connection,
                "select max(n) from (select a.gss_code, row_number() over (order by a.gss_code) n from local_authority"
                        + " a join organisation o on o.id = a.id where o.ends_on is null and not a.fictitious) x where"
                        + " gss_code = 'E08000001'"));
    }

    private static String id(Connection connection, Page page, long n) throws Exception {
        if (page.sql().isEmpty()) {
            return "";
        }
        var code = one(
                connection,
                "select max(gss_code) from (select a.gss_code, row_number() over (order by a.gss_code) n from"
                        + " local_authority a join organisation o on o.id = a.id where o.ends_on is null and not"
                        + " a.fictitious) x where n = " + n);
        return one(connection, page.sql().replace("E08000001", code));
    }

    static String one(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "none";
        }
    }

    private static void report(Started application, List<String> rows, Connection connection, boolean whole)
            throws Exception {
        var status = Path.of("/proc/" + application.process().pid() + "/status");
        var memory = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .map(kib -> Long.parseLong(kib) / 1024 + " MiB at most")
                        .findFirst()
                        .orElse("not known")
                : "not known on this system";
        var data = one(
                connection,
                "select (select count(*) from self_evaluation) || ' self-evaluations, ' || (select count(*) from"
                        + " self_evaluation_section) || ' sections, ' || (select count(*) from forum) || ' forums, ' ||"
                        + " (select count(*) from headline) || ' headlines'");
        var text = """
            ## Pages under load

            Written by `bench/run` on %s; numbers as measured, on %d cores that carry PostgreSQL, the portal and the load alike.
            Load average before the run %s (above 0: the machine did other work too), after it %s.

            - Data: 153 authorities x 5 years: %s; %s.
            - Portal: the packaged jar, unpacked, with its ahead-of-time cache and `%s`; resident memory %s (wanted: 512 MiB). Ready %.1f s after its start on the
              existing database (wanted: 5 s).
            - Load: %d requests a second for %d s on each page, open loop, from another process, signed in; latency counts from the
              moment a request was due. Milliseconds. Wanted: p99 at most 50 ms. Before, all pages had been asked for at this rate for %d s
              each, and the page itself for %d s more.
            - Bare: a servlet that sends the page's own SQL and then the page's own bytes, in the same run; the ratio is of the
              medians. A save has none: what it wrote cannot be written again.

            | page | statements | KiB | p50 | p95 | p99 | max | failed | bare p50 / p99 | ratio |
            |---|---|---|---|---|---|---|---|---|---|
            %s
            """.formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        loadBefore,
                        loadAverage(),
                        data,
                        figures,
                        OPTIONS,
                        memory,
                        application.readyAfter().toMillis() / 1000.0,
                        RATE,
                        SECONDS,
                        WARM,
                        WARM,
                        String.join("\n", rows));
        if (whole) {
            write("## Pages under load", text);
        }
        System.out.println(text);
    }

    /** Puts a section into docs/benchmark.md in the place of the one with this heading; what a person wrote below stays. */
    static void write(String heading, String text) throws IOException {
        var file = Path.of("docs", "benchmark.md");
        var before = Files.readString(file);
        int from = before.indexOf(heading);
        int next = from < 0 ? -1 : before.indexOf("\n## ", from + 1);
        var old = from < 0 ? "" : before.substring(from, next < 0 ? before.length() : next + 1);
        int table = old.lastIndexOf("\n|");
        int end = table < 0 ? -1 : old.indexOf("\n\n", table);
        var said = end < 0 ? "" : old.substring(end + 1).strip();
        var section = text.strip() + "\n" + (said.isEmpty() ? "" : "\n" + said + "\n") + (next < 0 ? "" : "\n");
        Files.writeString(
                file,
                from < 0
                        ? before.strip() + "\n\n" + section
                        : before.substring(0, from) + section + (next < 0 ? "" : before.substring(next + 1)));
    }

    static String loadAverage() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "not known";
    }

    private static String classpath() {
        return System.getProperty("java.class.path");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static int number(String name, int otherwise) {
        return Integer.parseInt(System.getenv().getOrDefault(name, "" + otherwise));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
