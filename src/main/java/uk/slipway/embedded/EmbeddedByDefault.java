package uk.slipway.embedded;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Without a {@code spring.datasource.url}, and with the embedded PostgreSQL on the class path, the portal runs on that
 * and shows the demonstration region. Naming a server switches both off.
 */
class EmbeddedByDefault implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")
                || environment.containsProperty("slipway.embedded")
                || !ClassUtils.isPresent(
                        "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
                        getClass().getClassLoader())) {
            return;
        }
        environment.getPropertySources().addLast(new MapPropertySource("embedded", Map.of("slipway.embedded", "true")));
        environment.addActiveProfile("demonstration");
    }
}
