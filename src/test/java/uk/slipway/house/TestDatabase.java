package uk.slipway.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18 for every test that touches data, one for the whole run: Testcontainers where a Docker engine
 * answers, else the embedded one. {@code -Dslipway.test.database=docker|embedded} forces one.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

    /** How to connect to a database, as {@code spring.datasource.*} wants it. */
    public record Server(String url, String user, String password) {

        /** The same server's database of this name, empty. */
        Server withDatabase(String name) {
            try (var connection = DriverManager.getConnection(url, user, password);
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("No database " + name, e);
            }
            return new Server(url.replaceFirst("(//[^/]+/)[^?]+", "$1" + name), user, password);
        }
    }

    @Bean
    JdbcConnectionDetails testDatabase(@Value("${slipway.test.database.name:}") String name) {
        var server = name.isEmpty() ? Holder.SERVER : Holder.SERVER.withDatabase(name);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    /** A database of its own for a test that starts an application by itself, empty. */
    public static Server empty(String name) {
        return Holder.SERVER.withDatabase(name);
    }

    private static final class Holder {

        private static final Server SERVER = start();

        private static Server start() {
            var wanted = System.getProperty("slipway.test.database", "auto");
            return switch (wanted) {
                case "docker" -> docker();
                case "embedded" -> embedded();
                case "auto" ->
                    DockerClientFactory.instance().isDockerAvailable() ? dockerIfItHasTheImage() : embedded();
                default ->
                    throw new IllegalArgumentException(
                            "slipway.test.database is docker, embedded or auto, not " + wanted);
            };
        }

        /** An engine that reaches no registry answers all the same. */
        private static Server dockerIfItHasTheImage() {
            try {
                return docker();
            } catch (RuntimeException e) {
                LOG.warn("A Docker engine answers and cannot run postgres:18: {}", e.toString());
                return embedded();
            }
        }

        private static Server docker() {
            LOG.info("Tests run on PostgreSQL 18 in Docker (Testcontainers)");
            var container = new PostgreSQLContainer("postgres:18");
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            LOG.info("Tests run on embedded PostgreSQL 18");
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the application contexts: one that closes still asks its database, and would wait for it in
                // vain.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                return new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                LOG.warn("The embedded PostgreSQL did not stop", e);
            }
        }
    }
}
