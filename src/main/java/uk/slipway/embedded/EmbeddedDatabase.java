package uk.slipway.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts PostgreSQL beside the application when no {@code spring.datasource.url} names a server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@ConditionalOnProperty(name = "slipway.embedded", havingValue = "true")
class EmbeddedDatabase {

    @Bean
    EmbeddedServer embeddedServer(@Value("${slipway.embedded.folder:.slipway/database}") Path folder)
            throws IOException {
        return new EmbeddedServer(folder);
    }

    /** Ready is said after the demonstration has been told. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> theFirstStartIsFinished(EmbeddedServer server) {
        return ready -> server.finished();
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
