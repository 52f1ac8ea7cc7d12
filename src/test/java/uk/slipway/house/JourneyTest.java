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
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * People's way through the portal, in Chromium: the application on a port of its own, on a database that holds reference
 * data and nothing else before each test. A test method takes a {@link Chromium}. Skipped where no Chromium is installed;
 * under {@code CI=true} that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"slipway.embedded=false", "slipway.test.database.name=journey"})
@ActiveProfiles("test")
@Import({TestDatabase.class, TestParts.class})
@TestExecutionListeners(listeners = FreshRegion.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface JourneyTest {}
