package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.slipway.house.Started;
import uk.slipway.house.TestDatabase;

/** The two ways to start Slipway: as the README says, and on a server of one's own. */
class StartTests {

    private static final Pattern INVITATION = Pattern.compile("http://\\S+/invitations/\\S+");

    private static final String ADMINISTRATOR = "first@council.example";
    private static final String PASSWORD = "teapot-meadow-crane";

    @TempDir
    Path folder;

    @Test
    void saysWhereTheDemonstrationIsAndWhoCanSignIn() {
        try (var slipway = Started.slipway(folder)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> slipway.console().contains("demonstration region is open at " + slipway.address()));
            assertThat(slipway.console())
                    .contains("Sign in with the password \"demonstration\" as")
                    .contains("officer@bolton.example", "inspector@ofsted.example", "admin@slipway.example")
                    .contains(slipway.address() + "/development/mail");
        }
    }

    @Test
    void invitesTheFirstAdministratorOnceOnAServerOfOnesOwn() {
        var server = TestDatabase.empty("first_start");
        var database = JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        assertThat(consoleOfAStart(server)).containsPattern(INVITATION);
        assertThat(count(database, "account")).isEqualTo(1);
        assertThat(count(database, "cycle")).as("demonstration's cycles").isZero();
        assertThat(count(database, "outbox_message")).as("messages").isEqualTo(1);
        assertThat(consoleOfAStart(server)).doesNotContainPattern(INVITATION);
        assertThat(count(database, "account")).isEqualTo(1);
        assertThat(count(database, "outbox_message")).as("messages").isEqualTo(1);
        assertThat(database.sql("select what from audit_entry")
                        .query(String.class)
                        .list())
                .as("what is recorded")
                .contains("sent an invitation");
    }

    @Test
    void aRestartSignsNobodyOut() throws Exception {
        var server = TestDatabase.empty("restart");
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try (var slipway = start(server)) {
            var invitation = INVITATION.matcher(consoleOf(slipway));
            assertThat(invitation.find()).isTrue();
            var link = slipway.address() + URI.create(invitation.group()).getPath();
            send(browser, link, Map.of("password", PASSWORD));
            send(browser, slipway.address() + "/sign-in", Map.of("email", ADMINISTRATOR, "password", PASSWORD));
            assertThat(read(browser, slipway.address() + "/")).contains("Sign out");
        }
        try (var slipway = start(server)) {
            assertThat(read(browser, slipway.address() + "/")).contains("Sign out");
        }
    }

    private static String read(HttpClient browser, String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Fills in the page's form and sends it. */
    private static void send(HttpClient browser, String address, Map<String, String> typed) throws Exception {
        var form = Objects.requireNonNull(Jsoup.parse(read(browser, address)).selectFirst("main form"));
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address).resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private String consoleOfAStart(TestDatabase.Server server) {
        try (var slipway = start(server)) {
            return consoleOf(slipway);
        }
    }

    private static String consoleOf(Started slipway) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> INVITATION.matcher(slipway.console()).find()
                        || slipway.console().contains("nobody has been invited"));
        return slipway.console();
    }

    private Started start(TestDatabase.Server server) {
        return Started.slipway(
                folder,
                "--spring.datasource.url=" + server.url(),
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password(),
                "--slipway.secret=a secret of at least thirty-two characters",
                "--slipway.invite-administrator=" + ADMINISTRATOR);
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
