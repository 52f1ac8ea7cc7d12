package uk.slipway.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the SQL statements that some work sends to the database, session and viewer look-ups included. What other threads
 * send meanwhile, such as the job that forgets old sessions, is not its doing.
 */
public class Statements implements BeanPostProcessor {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread counted;

    /** What a test runs and counts. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source)
                        .afterQuery((execution, queries) -> {
                            if (Thread.currentThread().equals(counted)) {
                                queries.forEach(query -> seen.add(query.getQuery()));
                            }
                        })
                        .build()
                : bean;
    }

    /** The statements that some work sent, in order. */
    public List<String> during(Work work) throws Exception {
        seen.clear();
        counted = Thread.currentThread();
        try {
            work.run();
        } finally {
            counted = null;
        }
        return new ArrayList<>(seen);
    }
}
