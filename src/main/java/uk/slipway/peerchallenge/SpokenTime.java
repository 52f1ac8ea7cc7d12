package uk.slipway.peerchallenge;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Times as people type them: {@code 10am}, {@code 2:30pm}, {@code 14.30}. */
final class SpokenTime {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");

    private SpokenTime() {}

    /** The time, or null when nothing was typed or it is none. */
    static @Nullable LocalTime read(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var matcher = TIME.matcher(typed.strip().toLowerCase(Locale.UK));
        if (!matcher.matches()) {
            return null;
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        var half = matcher.group(3);
        if (half != null && (hour < 1 || hour > 12)) {
            return null;
        }
        if (half != null) {
            hour = hour % 12 + ("pm".equals(half) ? 12 : 0);
        }
        try {
            return LocalTime.of(hour, minute);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Reads a time that may be left out, and rejects what is none. */
    static @Nullable LocalTime optional(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var time = read(typed);
        if (time == null) {
            errors.rejectValue(field, "time", "Enter a time, like 10am or 2:30pm");
        }
        return time;
    }
}
