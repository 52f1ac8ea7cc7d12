package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    private final Words words = new Words();

    @Test
    void saysDatesInFull() {
        assertThat(words.date(DUE)).isEqualTo("Saturday 5 December 2026");
        assertThat(words.shortDate(DUE)).isEqualTo("5 December 2026");
        assertThat(words.month(DUE)).isEqualTo("December 2026");
        assertThat(words.date((LocalDate) null)).isEmpty();
    }

    @Test
    void tellsMomentsInLondonTimeInSummerToo() {
        assertThat(words.moment(Instant.parse("2026-07-01T13:30:00Z"))).isEqualTo("1 July 2026, 2:30pm");
        assertThat(words.shortDate(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("1 July 2026");
    }

    @Test
    void saysTimesAsPeopleDo() {
        assertThat(words.time(LocalTime.of(14, 30))).isEqualTo("2:30pm");
        assertThat(words.time(LocalTime.of(9, 0))).isEqualTo("9am");
        assertThat(words.time(LocalTime.of(12, 0))).isEqualTo("midday");
        assertThat(words.time(LocalTime.of(0, 5))).isEqualTo("12:05am");
    }

    @Test
    void saysHowLongThereIs() {
        assertThat(words.dueIn(DUE, TODAY)).isEqualTo("in 9 days, Saturday 5 December");
        assertThat(words.dueIn(TODAY, TODAY)).isEqualTo("today, Thursday 26 November");
        assertThat(words.dueIn(TODAY.plusDays(1), TODAY)).isEqualTo("tomorrow, Friday 27 November");
        assertThat(words.dueIn(TODAY.minusDays(1), TODAY)).isEqualTo("1 day late, due Wednesday 25 November");
        assertThat(words.dueIn(LocalDate.of(2027, 1, 4), TODAY)).isEqualTo("in 39 days, Monday 4 January 2027");
    }

    @Test
    void countsAndLists() {
        assertThat(words.number(1250)).isEqualTo("1,250");
        assertThat(words.count(1, "authority", "authorities")).isEqualTo("1 authority");
        assertThat(words.count(0, "authority", "authorities")).isEqualTo("no authorities");
        assertThat(words.list(List.of("Bolton", "Bury", "Wigan"))).isEqualTo("Bolton, Bury and Wigan");
    }

    @Test
    void makesAHeadingSmallerTheMoreSomebodyTypedIntoIt() {
        assertThat(words.heading("Neglect")).isEqualTo("govuk-heading-l");
        assertThat(words.heading("n".repeat(91))).isEqualTo("govuk-heading-m");
        assertThat(words.heading("n".repeat(500))).isEqualTo("govuk-heading-s");
    }
}
