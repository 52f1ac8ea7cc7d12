package uk.slipway.house;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.region.LocalAuthorities;

/** Before each test: every table but the reference data is empty, and the clock is at its start. */
class FreshRegion implements TestExecutionListener {

    /** Tables that migrations fill and no test changes. */
    private static final Set<String> REFERENCE = Set.of(
            "flyway_schema_history",
            "region",
            "organisation",
            "local_authority",
            "local_authority_code",
            "local_authority_succession",
            "statistical_neighbour",
            "authority_adjacency",
            "judgement_scheme",
            "judgement_area",
            "judgement_grade");

    @Override
    public void beforeTestMethod(TestContext context) {
        if (context.getTestClass().isAnnotationPresent(KeepsItsRegion.class)) {
            return;
        }
        empty(context);
    }

    static void empty(TestContext context) {
        var application = context.getApplicationContext();
        var jdbc = application.getBean(JdbcTemplate.class);
        var filled = jdbc.queryForList(filledTables(jdbc), String.class);
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> {
                    // As a replica no trigger fires: not those of foreign keys, nor the one that keeps the trail whole.
                    jdbc.execute("set local session_replication_role = replica");
                    filled.forEach(table -> jdbc.execute("delete from " + table));
                });
        if (jdbc.update("delete from local_authority where fictitious") > 0) {
            jdbc.update("delete from organisation o where kind = 'LOCAL_AUTHORITY'"
                    + " and not exists (select from local_authority a where a.id = o.id)");
            application.getBean(LocalAuthorities.class).forget();
        }
        application.getBean(TestClock.class).reset();
    }

    /**
     * Asks which tables hold anything. To empty those few is several times less work than to truncate all, which makes
     * new files for each table and index.
     */
    private static String filledTables(JdbcTemplate jdbc) {
        return jdbc
                .queryForList(
                        "select tablename from pg_tables where schemaname = 'public' order by tablename", String.class)
                .stream()
                .filter(table -> !REFERENCE.contains(table))
                .map(table -> "(select '" + table + "' from " + table + " limit 1)")
                .collect(Collectors.joining(" union all "));
    }
}
