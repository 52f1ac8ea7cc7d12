package uk.slipway.house;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock and the statement counter of the tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }
}
