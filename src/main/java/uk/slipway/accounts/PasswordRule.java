package uk.slipway.accounts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a password good enough, as the National Cyber Security Centre advises: long, and none that is guessed
 * first. No rules of composition. The list of common ones is generated: sequences, walks over the keyboard, years, and
 * the words that people reach for, each alone, doubled, or with digits behind it.
 */
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int SHORTEST_CONTEXT = 4;

    private static final List<String> WORDS = List.of(
            "password",
            "passwort",
            "passphrase",
            "letmein",
            "welcome",
            "login",
            "admin",
            "administrator",
            "secret",
            "changeme",
            "default",
            "iloveyou",
            "sunshine",
            "princess",
            "football",
            "liverpool",
            "manchester",
            "arsenal",
            "chelsea",
            "everton",
            "united",
            "monkey",
            "dragon",
            "master",
            "superman",
            "batman",
            "charlie",
            "summer",
            "winter",
            "spring",
            "autumn",
            "monday",
            "friday",
            "january",
            "december",
            "qwerty",
            "qwertyuiop",
            "azerty",
            "asdfgh",
            "asdfghjkl",
            "zxcvbn",
            "zxcvbnm",
            "qazwsx",
            "1qaz2wsx",
            "1q2w3e4r",
            "abc",
            "abcd",
            "test",
            "testing",
            "guest",
            "temporary",
            "computer",
            "internet",
            "council",
            "children",
            "england",
            "ofsted",
            "director",
            "demonstration",
            "slipway",
            "trustno1",
            "whatever",
            "freedom",
            "starwars",
            "pokemon");

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /**
     * Says what is wrong with a password.
     *
     * @param context what anybody could know of this person: name, e-mail address, organisations
     * @return a sentence for the form; empty when it will do
     */
    static Optional<String> objection(String password, Collection<String> context) {
        int length = password.codePointCount(0, password.length());
        if (password.isBlank()) {
            return Optional.of("Enter a password");
        }
        if (length < SHORTEST) {
            return Optional.of("Your password must have at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            return Optional.of("Your password must have " + LONGEST + " characters or fewer");
        }
        var plain = plain(password);
        if (COMMON.contains(plain) || password.codePoints().distinct().count() < 5) {
            return Optional.of("Choose a password that is harder to guess: this one is often used");
        }
        var left = without(plain, context);
        if (left.length() < plain.length() && withoutDigits(left).length() < SHORTEST_CONTEXT) {
            return Optional.of("Choose a password that is harder to guess: this one is made from your name, "
                    + "your e-mail address or your organisation");
        }
        return Optional.empty();
    }

    private static String without(String plain, Collection<String> context) {
        var left = plain;
        for (var known : context) {
            for (var part : known.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                left = part.length() < SHORTEST_CONTEXT ? left : left.replace(part, "");
            }
        }
        return left;
    }

    private static String plain(String password) {
        return password.toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String withoutDigits(String text) {
        return text.replaceAll("[0-9]", "");
    }

    private static Set<String> common() {
        var common = new HashSet<String>();
        var walks = List.of(
                "1234567890",
                "0987654321",
                "qwertyuiop",
                "poiuytrewq",
                "asdfghjkl",
                "zxcvbnm",
                "abcdefghijklmnopqrstuvwxyz",
                "1q2w3e4r5t6y7u8i9o0p",
                "1qaz2wsx3edc4rfv5tgb6yhn",
                "qazwsxedcrfvtgbyhnujm",
                "qwertyuiopasdfghjklzxcvbnm",
                "123qweasdzxc",
                "qweasdzxc123");
        for (var walk : walks) {
            var twice = walk + walk + walk;
            for (int length = SHORTEST; length <= twice.length(); length++) {
                common.add(twice.substring(0, length));
            }
        }
        var tails = new HashSet<>(List.of(
                "", "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890"));
        for (int year = 1950; year <= 2035; year++) {
            tails.add(Integer.toString(year));
        }
        for (var word : WORDS) {
            for (var tail : tails) {
                common.add(word + tail);
                common.add(word + word + tail);
                common.add(word + tail + word + tail);
                common.add(tail + word);
            }
            for (var other : WORDS) {
                common.add(word + other);
            }
        }
        common.addAll(List.of(
                "correcthorsebatterystaple", "mypasswordis", "thisismypassword", "thisisapassword", "ilovemyfamily"));
        return Set.copyOf(common);
    }
}
