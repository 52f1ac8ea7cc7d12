package uk.slipway.annualconversation;

import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.DateParts;

/** When, where and with whom, as it is typed. */
record ConversationForm(
        @Nullable UUID id,
        @Nullable Long version,
        @Nullable String authority,
        @Nullable Remit remit,
        @Nullable DateParts date,
        @Nullable String time,

        @Nullable @Size(max = 300, message = "The place or link must be 300 characters or fewer")
        String place,

        @Nullable @Size(max = 2000, message = "The names must be 2,000 characters or fewer")
        String attendees) {

    /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
    ConversationForm {
        id = id == null ? Uuid7.next() : id;
    }

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})");

    static ConversationForm empty(@Nullable String authority) {
        return new ConversationForm(Uuid7.next(), null, authority, null, DateParts.EMPTY, null, null, null);
    }

    static ConversationForm of(AnnualConversation conversation, String gss) {
        var arrangements = conversation.arrangements();
        return new ConversationForm(
                conversation.id().value(),
                conversation.version(),
                gss,
                conversation.remit(),
                DateParts.of(arrangements.date()),
                arrangements.startsAt() == null ? null : arrangements.startsAt().toString(),
                arrangements.place(),
                arrangements.attendees());
    }

    /** All that was typed, to be read beside what somebody else saved. */
    String typed() {
        return Stream.of(
                        date == null
                                ? null
                                : Stream.of(date.day(), date.month(), date.year())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" ")),
                        time,
                        place,
                        attendees)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** The arrangements, or null when something was rejected. */
    @Nullable
    Arrangements check(Errors errors) {
        var day = DateParts.required(date, "date", "Date of the conversation", errors);
        LocalTime startsAt = null;
        if (time != null && !time.isBlank()) {
            var matcher = TIME.matcher(time.strip());
            try {
                startsAt = matcher.matches()
                        ? LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                        : null;
            } catch (DateTimeException e) {
                startsAt = null;
            }
            if (startsAt == null) {
                errors.rejectValue("time", "time", "Enter the time as hours and minutes, for example 14:30");
            }
        }
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2100)) {
            errors.rejectValue("date", "date.year", "Year must be between 2000 and 2100");
        }
        return day == null || errors.hasErrors()
                ? null
                : new Arrangements(day, startsAt, filled(place), filled(attendees));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
