package uk.slipway.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A person's way through the portal, in Chromium: the application on a port of its own, on a fresh database with the
 * demonstration region. A test method takes a {@link Chromium}. Skipped where no Chromium is installed; under
 * {@code CI=true} that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"slipway.embedded=false", "slipway.test.database.name=journey"})
@ActiveProfiles({"test", "demonstration"})
@Import({TestDatabase.class, TestParts.class})
public @interface JourneyTest {}
