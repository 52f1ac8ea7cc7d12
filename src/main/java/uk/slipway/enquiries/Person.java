package uk.slipway.enquiries;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks about fostering, and what they said: all that is sealed. Texts are as typed, at most as long as the form allows;
 * what was left out is null.
 *
 * @param contactBy PHONE, TEXT or EMAIL
 * @param area the first part of the postcode, such as M1
 * @param over21 yes, no or not stated
 * @param room whether there is a spare bedroom: yes, no, unsure or not stated
 * @param ages the ages they could imagine, by the names of {@link #AGES}
 * @param previous NONE, APPLIED or FOSTERS
 */
record Person(
        String name,
        @Nullable String email,
        @Nullable String telephone,
        String contactBy,
        @Nullable String bestTime,
        @Nullable String area,
        @Nullable String over21,
        @Nullable String room,
        @Nullable String household,
        @Nullable String housing,
        List<String> ages,
        @Nullable String previous,
        @Nullable String experience) {

    static final List<String> AGES = List.of("0-2", "2-10", "11-18");

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[a-z0-9]([a-z0-9.-]{0,188}[a-z0-9])?");
    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})?");
    private static final Pattern LINK = Pattern.compile("(?i)https?:|www\\.|<a |\\[url");

    Person {
        ages = List.copyOf(ages);
    }

    /** An address as it is compared: without spaces around it, in lower case. Empty when it has not the shape of one. */
    static Optional<String> email(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(address).matches() && address.contains(".") && !address.contains("..")
                ? Optional.of(address)
                : Optional.empty();
    }

    /** A telephone number as it is compared: its digits, beginning with 0 for the United Kingdom. Empty when it is none. */
    static Optional<String> telephone(String typed) {
        if (!typed.matches("[0-9 ()+./-]{1,30}")) {
            return Optional.empty();
        }
        var digits = typed.replace("(0)", "").replaceAll("[^0-9+]", "").replaceFirst("^(\\+|00)44", "0");
        return digits.matches("\\+?[0-9]{9,15}") ? Optional.of(digits) : Optional.empty();
    }

    /** The first part of a postcode, whether the whole or the first part was typed. */
    static Optional<String> area(String typed) {
        var matcher = POSTCODE.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("\\s", ""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a text holds a link, which nobody who asks about fostering needs to send. */
    boolean sendsLinks() {
        return LINK.matcher(name + "\n" + experience + "\n" + bestTime + "\n" + household)
                .find();
    }
}
