package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.Seat;
import uk.slipway.web.DateParts;

/** The forms of this room. */
final class MonitoringForm {

    private MonitoringForm() {}

    /** A routine; "routine" is the id it will have, so that pressing twice makes one. */
    record OfRoutine(
            @Nullable String version,
            @Nullable String routine,
            @Nullable String name,
            @Nullable String every,
            @Nullable DateParts nextOn,
            @Nullable String reporter) {

        static OfRoutine empty() {
            return new OfRoutine(null, Uuid7.next().toString(), null, null, null, null);
        }

        static OfRoutine of(Routine routine) {
            return new OfRoutine(
                    Long.toString(routine.version()),
                    routine.id().toString(),
                    routine.name(),
                    Integer.toString(routine.everyMonths()),
                    DateParts.of(routine.nextOn()),
                    routine.reporterSeat().value().toString());
        }

        UUID id() {
            try {
                return routine == null ? Uuid7.next() : UUID.fromString(routine);
            } catch (IllegalArgumentException none) {
                return Uuid7.next();
            }
        }

        long ofVersion() {
            return number(version);
        }

        KeepRoutines.@Nullable RoutineTyped toTyped(List<Seat> seats, LocalDate today, Errors errors) {
            var named = text(name, 150, "name", "the routine’s name", errors);
            int months = every != null && every.matches("1|3|6|12") ? Integer.parseInt(every) : 0;
            if (months == 0) {
                errors.rejectValue("every", "none", "Choose how often");
            }
            var next = DateParts.required(nextOn, "nextOn", "Next day of the routine", errors);
            if (next != null && (next.isBefore(today) || next.isAfter(today.plusYears(2)))) {
                errors.rejectValue("nextOn", "range", "The next day of the routine must be in the next two years");
            }
            var who = seats.stream()
                    .filter(seat -> seat.id().value().toString().equals(reporter))
                    .findFirst()
                    .orElse(null);
            if (who == null) {
                errors.rejectValue("reporter", "none", "Choose who reports");
            }
            return errors.hasErrors() || next == null || who == null
                    ? null
                    : new KeepRoutines.RoutineTyped(named, months, next, who.id());
        }
    }

    /** A figure to watch. */
    record Watch(
            @Nullable String version,
            @Nullable String indicator,
            @Nullable String rule,
            @Nullable String limit) {

        static Watch empty() {
            return new Watch(null, null, null, null);
        }

        long ofVersion() {
            return number(version);
        }

        @Nullable
        ExceptionRule toRule(Errors errors) {
            var chosen = Arrays.stream(ExceptionRule.values())
                    .filter(known -> known.name().equals(rule))
                    .findFirst()
                    .orElse(null);
            if (chosen == null) {
                errors.rejectValue("rule", "none", "Choose when a figure is an exception");
            }
            return chosen;
        }

        @Nullable
        BigDecimal toLimit(@Nullable ExceptionRule chosen, Errors errors) {
            if (chosen == null || !chosen.isLimited()) {
                return null;
            }
            var typed = limit == null ? "" : limit.strip().replace(",", "").replace("%", "");
            if (!typed.matches("\\d{1,9}(\\.\\d{1,4})?")) {
                errors.rejectValue("limit", "number", "Margin or value must be a number, such as 2 or 12.5");
                return null;
            }
            return new BigDecimal(typed);
        }
    }

    /** What an indicator's figures mean. */
    record Comment(@Nullable String version, @Nullable String words) {

        long ofVersion() {
            return number(version);
        }
    }

    static String text(@Nullable String typed, int most, String field, String name, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            errors.rejectValue(field, "blank", "Enter " + name);
        } else if (text.length() > most) {
            errors.rejectValue(
                    field,
                    "long",
                    Character.toUpperCase(name.charAt(0))
                            + name.substring(1)
                            + " must be %,d characters or fewer".formatted(most));
        }
        return text;
    }

    private static long number(@Nullable String typed) {
        try {
            return Long.parseLong(typed == null ? "" : typed.strip());
        } catch (NumberFormatException none) {
            return -2;
        }
    }
}
