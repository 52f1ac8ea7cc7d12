package uk.slipway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.TestClock;

@ModuleTest
class DemonstrationModuleTests {

    @Autowired
    ApplicationContext portal;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-29, a day of last year's story falls on a bank holiday and is moved to the next one's",
        "2026-12-02, on Wednesdays the boards' first day falls on a weekend",
        "2027-01-05, so soon after the holidays the days just past are all days off"
    })
    void theDemonstrationLoadsOnWhateverDayItIs(LocalDate day, String why) {
        clock.moveTo(day);
        try (var demonstration = demonstration()) {
            demonstration.getBean(Demonstration.class).play();
        }
        assertThat(count("cycle")).isEqualTo(2);
        assertThat(count("decision where decided_at is not null")).isPositive();
        assertThat(jdbc.sql("select what from audit_entry where at > :now")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .as("nothing has happened that is still to come")
                .isEmpty();
    }

    /** What the profile of the demonstration adds, beside the portal that all module tests share. */
    private AnnotationConfigApplicationContext demonstration() {
        var context = new AnnotationConfigApplicationContext();
        context.setParent(portal);
        context.getEnvironment().setActiveProfiles("demonstration");
        var scan = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        scan.addIncludeFilter(new AnnotationTypeFilter(Profile.class));
        scan.findCandidateComponents("uk.slipway").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .filter(type -> portal.getBeanNamesForType(type).length == 0)
                .filter(type -> Arrays.equals(
                        Objects.requireNonNull(type.getAnnotation(Profile.class))
                                .value(),
                        new String[] {"demonstration"}))
                .forEach(context::register);
        context.refresh();
        return context;
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
