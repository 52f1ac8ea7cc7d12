package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.slipway.house.Started;
import uk.slipway.house.TestDatabase;

/** The two ways to start Slipway: as the README says, and on a server of one's own. */
class StartTests {

    private static final Pattern INVITATION = Pattern.compile("http://\\S+/invitations/\\S+");

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

    private String consoleOfAStart(TestDatabase.Server server) {
        try (var slipway = Started.slipway(
                folder,
                "--spring.datasource.url=" + server.url(),
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password(),
                "--slipway.secret=a secret of at least thirty-two characters",
                "--slipway.invite-administrator=first@council.example")) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> INVITATION.matcher(slipway.console()).find()
                            || slipway.console().contains("nobody has been invited"));
            return slipway.console();
        }
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
