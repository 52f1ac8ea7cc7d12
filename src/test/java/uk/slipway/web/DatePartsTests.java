package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;

class DatePartsTests {
    record SampleForm(@Nullable DateParts due) {}

    @ParameterizedTest
    @CsvSource({
        "5, 12, 2026, 2026-12-05",
        "' 5 ', Dec, ' 2026 ', 2026-12-05",
        "29, february, 2028, 2028-02-29",
    })
    void readsWhatPeopleType(String day, String month, String year, LocalDate date) {
        assertThat(new DateParts(day, month, year).toDate()).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2027, Due date must be a real date",
        "29, 2, 2027, Due date must be a real date",
        "0, 1, 2027, Due date must be a real date",
        "1, 13, 2027, Due date must be a real date",
        "one, 1, 2027, Due date must be a real date",
        "1, 99999999999999, 2027, Due date must be a real date",
        "1, 1, 27, Year must include 4 numbers",
        "1, , 2027, Due date must include a month",
        "1, , , Due date must include a month and year",
        ", , , Enter the due date",
    })
    void saysWhatIsWrong(@Nullable String day, @Nullable String month, @Nullable String year, String message) {
        SampleForm form = new SampleForm(new DateParts(day, month, year));
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");

        assertThat(DateParts.required(form.due(), "due", "Due date", errors)).isNull();

        assertThat(errors.getFieldErrors("due"))
                .singleElement()
                .satisfies(error -> assertThat(error.getDefaultMessage()).isEqualTo(message));
    }

    @Test
    void mayBeLeftOut() {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(new SampleForm(null), "form");

        assertThat(DateParts.optional(null, "due", "Due date", errors)).isNull();
        assertThat(DateParts.optional(DateParts.EMPTY, "due", "Due date", errors))
                .isNull();
        assertThat(errors.hasErrors()).isFalse();
    }
}
