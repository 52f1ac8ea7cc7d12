package uk.slipway.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements that reach the database, session and viewer look-ups included. */
public class Statements implements BeanPostProcessor {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** What a test runs and counts. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source)
                        .afterQuery((execution, queries) -> queries.forEach(query -> seen.add(query.getQuery())))
                        .build()
                : bean;
    }

    /** The statements that some work sent, in order. */
    public List<String> during(Work work) throws Exception {
        seen.clear();
        work.run();
        return new ArrayList<>(seen);
    }
}
