package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTests {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-27-q1, April to June 2026",
        "2026-06-30, 2026-27-q1, April to June 2026",
        "2026-07-01, 2026-27-q2, July to September 2026",
        "2026-12-31, 2026-27-q3, October to December 2026",
        "2027-01-01, 2026-27-q4, January to March 2027",
        "2027-03-31, 2026-27-q4, January to March 2027",
        "2000-02-29, 1999-00-q4, January to March 2000"
    })
    void aDayFallsInAQuarterOfTheFinancialYear(LocalDate day, String slug, String months) {
        var quarter = Quarter.of(day);
        assertThat(quarter.slug()).isEqualTo(slug);
        assertThat(quarter.months()).isEqualTo(months);
        assertThat(quarter.contains(day)).isTrue();
        assertThat(Quarter.fromSlug(slug)).contains(quarter);
    }

    @Test
    void everyDayIsInExactlyOneQuarterAndQuartersFollowEachOther() {
        var met = new TreeSet<Quarter>();
        for (var day = LocalDate.of(2024, 1, 1); day.isBefore(LocalDate.of(2029, 1, 1)); day = day.plusDays(1)) {
            var quarter = Quarter.of(day);
            met.add(quarter);
            assertThat(quarter.contains(day)).isTrue();
            assertThat(quarter.next().firstDay()).isEqualTo(quarter.lastDay().plusDays(1));
            assertThat(quarter.next().previous()).isEqualTo(quarter);
            assertThat(quarter.next()).isGreaterThan(quarter);
        }
        assertThat(met).hasSize(20);
    }

    @Test
    void itIsWrittenAsPeopleAndAsPublishedStatisticsWriteIt() {
        var quarter = new Quarter(2026, 2);
        assertThat(quarter.label()).isEqualTo("Q2 2026/27").isEqualTo(quarter.toString());
        assertThat(quarter.timePeriod()).isEqualTo("202627");
        assertThat(quarter.timeIdentifier()).isEqualTo("Financial year Q2");
    }

    @Test
    void whatIsNoQuarterIsRefused() {
        assertThatThrownBy(() -> new Quarter(2026, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quarter(1989, 1)).isInstanceOf(IllegalArgumentException.class);
        for (var slug : new String[] {"2026-28-q1", "2026-27-q5", "2026-27", "2101-02-q1", "", "2026-27-q1 "}) {
            assertThat(Quarter.fromSlug(slug)).as(slug).isEmpty();
        }
    }
}
