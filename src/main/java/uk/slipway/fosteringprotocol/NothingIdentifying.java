package uk.slipway.fosteringprotocol;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;
import uk.slipway.kernel.IdentifyingText;

/** The privacy rule of fostering between authorities: no free text holds what identifies a child or a family. */
public final class NothingIdentifying {

    private static final int MOST_TOLD = 5;

    private NothingIdentifying() {}

    /** Asks the writer to take out what looks like an identifier, saying what and where; what was typed stays. */
    public static void check(String text, String field, LocalDate today, Errors errors) {
        var found = IdentifyingText.in(text, today);
        if (!found.isEmpty()) {
            errors.rejectValue(
                    field,
                    "identifying",
                    found.stream()
                            .limit(MOST_TOLD)
                            .map(IdentifyingText.Found::inWords)
                            .collect(Collectors.joining("; ", "Take out what could identify a child or family: ", "")));
        }
    }
}
