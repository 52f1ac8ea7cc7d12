package uk.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTextTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static List<IdentifyingText.Kind> kinds(String text) {
        return IdentifyingText.in(text, TODAY).stream()
                .map(IdentifyingText.Found::kind)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The number is 943 476 5919.|NHS_NUMBER",
                "9434765919|NHS_NUMBER",
                "943-476-5919|NHS_NUMBER",
                "UPN H801200001001 in the file|UPN",
                "lives in BL1 1RU|POSTCODE",
                "lives in m60 2la now|POSTCODE",
                "W1A1AA|POSTCODE",
                "born 4 May 2014|DATE",
                "born 04/05/2014|DATE",
                "born 4.5.14|DATE",
                "born on the 4th of May 2014|DATE",
                "born May 4th, 2014|DATE",
                "2014-05-04|DATE",
                "ring 0161 496 0123|TELEPHONE",
                "ring 07700 900123|TELEPHONE",
                "ring +44 7700 900123|TELEPHONE",
                "ring (0161) 496 0123|TELEPHONE",
                "write to anne.example@example.com|EMAIL"
            })
    void findsWhatLooksLikeAnIdentifier(String text, IdentifyingText.Kind kind) {
        assertThat(kinds(text)).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "943 476 5918 has the wrong check digit",
                "A801200001001 has the wrong letter",
                "in the area of BL1, Key Stage 4, year 10",
                "from 4 May 2027, three nights a week",
                "in May 2014 the family moved, twice in 2016",
                "31/02/2014 is no day",
                "4 May 1961, the grandparent's wedding",
                "costs 412.50 a week, 20 miles, 2 siblings, 100% of the time, SI 2010/959",
                "section 20, regulation 11, aged 10 to 13"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    @Test
    void saysWhatItFoundAndInWhichLine() {
        assertThat(IdentifyingText.in("One.\nTwo 943 476 5919.\nThree a@b.example", TODAY))
                .extracting(IdentifyingText.Found::inWords)
                .containsExactly(
                        "line 2: “943 476 5919” looks like an NHS number",
                        "line 3: “a@b.example” looks like an e-mail address");
    }

    @Test
    void isQuickWithALongText() {
        assertThat(kinds("0 1 ".repeat(20_000) + "a".repeat(50_000) + "1-".repeat(20_000)))
                .isNotNull();
    }
}
