package uk.slipway.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * How a session is kept in the database.
 *
 * <p>Writes down at most once a minute that a session is still in use. Spring Session would do it at every request, and each
 * page would wait for the database's disk; against eight hours a minute does not matter. Any other change is written at once.
 *
 * <p>Two requests of one session may put the same thing into it at once, such as what the next page is to say when a button
 * was pressed twice: the later one counts, and neither fails.
 */
@Configuration(proxyBeanMethods = false)
class SparingSessions {

    private static final String UPDATE = """
        update %TABLE_NAME% s
        set session_id = n.session_id, last_access_time = n.last_access_time,
            max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
            principal_name = n.principal_name
        from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
                     cast(? as int) as max_inactive_interval, cast(? as bigint) as expiry_time,
                     cast(? as varchar(100)) as principal_name, cast(? as char(36)) as primary_id) n
        where s.primary_id = n.primary_id
          and (s.last_access_time < n.last_access_time - 60000
               or s.session_id <> n.session_id
               or s.max_inactive_interval <> n.max_inactive_interval
               or s.principal_name is distinct from n.principal_name)
        """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingUpdates() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> theLaterAttributeCounts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
