package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import uk.slipway.Routes.Route;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.SignInAs;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.DemonstrationTest;

/**
 * Role × route × relationship: for every page and form of Slipway, who gets it, on records that exist in the
 * demonstration region. A route without a row fails the build. How to add rows: {@code docs/testing.md}.
 */
@DemonstrationTest
class RoleMatrixPageTests {

    private static final Path MATRIX = Path.of("src", "test", "resources", "role-matrix");
    private static final Path OBSERVED = Path.of("target", "role-matrix-observed.csv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MockMvc pages;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private AccountsFixtures people;

    @Autowired
    private SignInAs signInAs;

    @Autowired
    private PlatformTransactionManager transactions;

    private record Row(Route route, String record, String query, Map<String, String> expected) {

        String name() {
            return (route + " " + record + " " + query).strip();
        }
    }

    @Test
    void everyRouteHasARow() throws IOException {
        var routes = routes();
        var rows = rows().values().stream().flatMap(List::stream).toList();
        var covered = new TreeSet<String>();
        rows.forEach(row -> covered.add(row.route().toString()));
        var missing = routes.stream()
                .filter(route -> !covered.contains(route.toString()))
                .toList();
        writeObserved(missing);
        assertThat(missing)
                .as("routes without a row in %s; what each answers now is in %s, for you to judge", MATRIX, OBSERVED)
                .isEmpty();
        assertThat(covered)
                .as("rows for routes that exist")
                .isSubsetOf(routes.stream().map(Route::toString).toList());
        assertThat(rows.stream().map(Row::name)).as("rows").doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicNode> everyRoleGetsWhatItsRowSays() throws IOException {
        var actors = actors();
        return rows().entrySet().stream()
                .map(room -> dynamicContainer(
                        room.getKey(),
                        room.getValue().stream().map(row -> dynamicTest(row.name(), () -> check(row, actors)))));
    }

    private void check(Row row, Map<String, RequestPostProcessor> actors) {
        assertThat(row.expected().keySet()).as("columns").containsExactlyElementsOf(actors.keySet());
        var answered = new LinkedHashMap<String, String>();
        actors.forEach((actor, signedIn) -> {
            var wanted = row.expected().get(actor);
            var got = answer(row, signedIn);
            answered.put(actor, got.startsWith(wanted + " ") ? Objects.requireNonNull(wanted) : got);
        });
        assertThat(answered).isEqualTo(row.expected());
    }

    /** What somebody gets, undone afterwards: {@code ok}, {@code 403}, {@code 404} or {@code sign-in}, and the detail. */
    private String answer(Row row, RequestPostProcessor actor) {
        var answer = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            try {
                var method = HttpMethod.valueOf(row.route().method());
                var response = pages.perform(request(method, URI.create("http://localhost" + address(row)))
                                .with(actor))
                        .andReturn()
                        .getResponse();
                var location = response.getRedirectedUrl();
                int code = response.getStatus();
                if (location != null && location.matches("(http://localhost)?/sign-in.*")) {
                    return "sign-in " + location;
                }
                boolean fine = method.equals(HttpMethod.GET)
                        ? code == 200 || code >= 300 && code < 400
                        : code == 200 || code == 409 || code == 422 || code >= 300 && code < 400;
                return fine ? "ok " + code : code + " ";
            } catch (Exception e) {
                return "failed " + e;
            }
        });
        return Objects.requireNonNull(answer);
    }

    private String address(Row row) {
        var records = new ArrayList<>(List.of(row.record().split(" +")));
        var path = Routes.VARIABLE
                .matcher(row.route().pattern())
                .replaceAll(variable -> records.isEmpty() || records.getFirst().isBlank()
                        ? "no-record-named-for-" + variable.group(1)
                        : value(records.removeFirst()));
        var query = Pattern.compile("\\{([^}]+)}").matcher(row.query()).replaceAll(key -> value(key.group(1)));
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The record's id, or the literal itself when it begins with an equals sign. */
    private String value(String key) {
        if (key.startsWith("=")) {
            return key.substring(1);
        }
        var sql = records().get(key);
        assertThat(sql).as("records.csv names %s", key).isNotNull();
        var found = jdbc.queryForList(Objects.requireNonNull(sql), String.class);
        assertThat(found).as("the demonstration has the record %s", key).isNotEmpty();
        return UriUtils.encodePathSegment(Objects.requireNonNull(found.getFirst()), "UTF-8");
    }

    private static Map<String, String> records() {
        var found = new TreeMap<String, String>();
        read(MATRIX.resolve("records.csv")).forEach(row -> found.put(row.getField("key"), row.getField("sql")));
        return found;
    }

    private List<Route> routes() {
        return Routes.of(mappings).all();
    }

    private static Map<String, List<Row>> rows() throws IOException {
        var found = new TreeMap<String, List<Row>>();
        try (var files = Files.list(MATRIX)) {
            for (var file : files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("records.csv"))
                    .toList()) {
                found.put(
                        file.getFileName().toString().replace(".csv", ""),
                        read(file).stream().map(RoleMatrixPageTests::row).toList());
            }
        }
        return found;
    }

    private static Row row(NamedCsvRecord line) {
        var expected = new LinkedHashMap<>(line.getFieldsAsMap());
        var route = new Route(Objects.requireNonNull(expected.remove("method")), removed(expected, "route"));
        return new Row(route, removed(expected, "record"), removed(expected, "query"), expected);
    }

    private static String removed(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.remove(name), "");
    }

    private static List<NamedCsvRecord> read(Path file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    /** The columns of the matrix, in their order. "Own" is Bolton. */
    private Map<String, RequestPostProcessor> actors() {
        var actors = new LinkedHashMap<String, RequestPostProcessor>();
        actors.put("anonymous", csrf());
        actors.put("officer-own", as(people.officer("Bolton")));
        actors.put("director-own", as(people.director("Bolton")));
        actors.put("chief-executive-own", as(people.chiefExecutive("Bolton")));
        actors.put("lead-member-own", as(people.leadMember("Bolton")));
        actors.put("accounts-own", as(people.accountManager("Bolton")));
        actors.put("officer-other", as(people.officer("Bury")));
        actors.put("director-panel", as(onThePanel().orElseGet(() -> people.director("Wigan"))));
        actors.put("manager", as(people.regionalManager()));
        actors.put("data-lead", as(people.dataLead()));
        actors.put("appointee", as(specialist()));
        actors.put("ofsted-assigned", as(people.ofsted("Bolton")));
        actors.put("ofsted-unassigned", as(people.ofsted("Bury")));
        actors.put("reader", as(people.reader()));
        actors.put("administrator", as(people.administrator()));
        actors.put("coordinator", demonstrated("coordinator@region.example"));
        actors.put("board-chair", demonstrated("board-chair@partner.example"));
        actors.put("board-member", demonstrated("board-member@partner.example"));
        actors.put("board-observer", demonstrated("board-observer@partner.example"));
        actors.put("fostering-own", demonstrated("fostering@bolton.example"));
        actors.put("fostering-other", demonstrated("fostering@bury.example"));
        actors.put("social-worker-own", demonstrated("social-worker@bolton.example"));
        actors.put("reviewing-own", demonstrated("reviewing@bolton.example"));
        actors.put("commissioner", demonstrated("commissioner@region.example"));
        actors.put("adviser", demonstrated("adviser@region.example"));
        return actors;
    }

    private RequestPostProcessor as(Viewer viewer) {
        return people.signedInAs(viewer);
    }

    private RequestPostProcessor demonstrated(String email) {
        return as(signInAs.email(email));
    }

    /** A Director on the panel of Bolton's forum of this year. */
    private Optional<Viewer> onThePanel() {
        return forum().flatMap(forum -> jdbc
                .query(
                        "select a.email from appointment p join account a on a.id = p.account_id"
                                + " where p.kind = 'PEER' and p.subject_id = ? order by a.email",
                        (row, number) -> signInAs.email(row.getString("email")),
                        forum)
                .stream()
                .findFirst());
    }

    private Viewer specialist() {
        return people.appointee(
                "Matrix Specialist", AppointmentKind.EDUCATION_SPECIALIST, forum().orElseGet(() -> new UUID(7, 7)));
    }

    private Optional<UUID> forum() {
        @Nullable String sql = records().get("forum");
        return sql == null
                ? Optional.empty()
                : jdbc.queryForList(sql, String.class).stream().findFirst().map(UUID::fromString);
    }

    /** The key that records.csv would have for a path variable: {@code forums.id} in {@code /forums/{id}}. */
    private static String key(String before, String variable) {
        var segments = before.split("/");
        var longer = segments[segments.length - 1] + "." + variable;
        return records().containsKey(longer) || !records().containsKey(variable) ? longer : variable;
    }

    /** Rows for the missing routes with what they answer now, on the record that the path variable names. */
    private void writeObserved(List<Route> missing) throws IOException {
        if (missing.isEmpty()) {
            Files.deleteIfExists(OBSERVED);
            return;
        }
        var actors = actors();
        var lines = new ArrayList<String>();
        lines.add("method,route,record,query," + String.join(",", actors.keySet()));
        for (var route : missing) {
            var keys = Routes.VARIABLE
                    .matcher(route.pattern())
                    .results()
                    .map(variable -> key(route.pattern().substring(0, variable.start()), variable.group(1)))
                    .toList();
            var record = String.join(" ", keys);
            boolean known = records().keySet().containsAll(keys);
            var row = new Row(route, record, "", Map.of());
            var answers = actors.values().stream()
                    .map(actor -> known ? answer(row, actor).strip() : "?")
                    .map(answer -> answer.replaceFirst("^(ok|sign-in) .*", "$1").replace(',', ';'))
                    .toList();
            lines.add(route.method() + "," + route.pattern() + "," + record + ",," + String.join(",", answers));
        }
        Files.write(OBSERVED, lines);
    }
}
