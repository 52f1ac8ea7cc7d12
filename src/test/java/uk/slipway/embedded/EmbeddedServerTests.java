package uk.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills what the embedded database stands on, and looks whether it comes back with what was committed. */
class EmbeddedServerTests {

    @TempDir
    Path place;

    @Test
    void startsAgainAfterPostgresWasKilled() throws Exception {
        try (var server = new EmbeddedServer(place.resolve("database"))) {
            var url = server.url();
            write(url);
            server.process().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(40)).until(() -> reads(url));
        }
    }

    @Test
    void takesOverTheServerOfAKilledApplication() throws Exception {
        var folder = place.resolve("database");
        var application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(place.resolve("output").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(place.resolve("written")));
        application.destroyForcibly().waitFor();
        try (var server = new EmbeddedServer(folder)) {
            assertThat(reads(server.url())).isTrue();
        }
    }

    @Test
    void startsOnAFolderWhoseServerDiedWithItsApplication() throws Exception {
        var folder = place.resolve("database");
        try (var server = new EmbeddedServer(folder)) {
            write(server.url());
            server.finished();
        }
        // The number of a program that is alive and no PostgreSQL: this one.
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (var server = new EmbeddedServer(folder)) {
            assertThat(reads(server.url())).isTrue();
        }
    }

    @Test
    void makesAFolderAnewWhoseFirstStartNeverFinished() throws Exception {
        var folder = Files.createDirectories(place.resolve("database"));
        Files.writeString(folder.resolve("PG_VERSION"), "18\n");
        try (var server = new EmbeddedServer(folder)) {
            write(server.url());
            assertThat(reads(server.url())).isTrue();
        }
    }

    @Test
    void makesAFolderAnewWhoseDemonstrationWasHalfTold() throws Exception {
        var folder = place.resolve("database");
        try (var server = new EmbeddedServer(folder)) {
            write(server.url());
        }
        try (var server = new EmbeddedServer(folder)) {
            assertThat(reads(server.url())).isFalse();
            write(server.url());
            server.finished();
        }
        try (var server = new EmbeddedServer(folder)) {
            assertThat(reads(server.url())).isTrue();
        }
    }

    @Test
    void refusesAFolderInUse() throws Exception {
        var folder = place.resolve("database");
        try (var server = new EmbeddedServer(folder)) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(() -> new EmbeddedServer(folder).close())
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("Another Slipway is running on the database in");
        }
    }

    /** An application that writes a row and waits to be killed. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
            var folder = Path.of(arguments[0]);
            try (var server = new EmbeddedServer(folder)) {
                write(server.url());
                server.finished();
                Files.writeString(folder.resolveSibling("written"), "");
                Thread.sleep(Duration.ofMinutes(2));
            }
        }
    }

    private static void write(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 1 as one");
        }
    }

    private static boolean reads(String url) {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select one from kept")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }
}
