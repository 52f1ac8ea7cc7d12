package uk.slipway.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in free text what looks like it identifies a child or a family, so that the writer can be asked to take it out. It
 * finds shapes, not names: a text that passes has still to be read by a person.
 */
public final class IdentifyingText {

    /** What was found. */
    public enum Kind {
        /** Ten digits whose last is the check digit (modulus 11) of the others. */
        NHS_NUMBER("an NHS number"),
        /** A unique pupil number with its check letter. */
        UPN("a unique pupil number"),
        /** A whole postcode; the outward half alone is not one. */
        POSTCODE("a full postcode"),
        /** A full date on which a child or young person could have been born. */
        DATE("a full date, which could be a date of birth"),
        TELEPHONE("a telephone number"),
        EMAIL("an e-mail address");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** With its article: {@code an NHS number}. */
        public String inWords() {
            return words;
        }
    }

    /**
     * One thing found.
     *
     * @param text as it stands there
     * @param at where it begins, counted in characters from 0
     * @param line the line it stands in, from 1
     */
    public record Found(Kind kind, String text, int at, int line) {

        /** {@code line 2: “943 476 5919” looks like an NHS number}. */
        public String inWords() {
            return "line " + line + ": “" + text + "” looks like " + kind.inWords();
        }
    }

    /** Begins where a word does and never gives back what it took, so that a long text without an @ is read once. */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)+");

    private static final Pattern NHS = Pattern.compile("(?<![0-9])[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{4}(?![0-9])");
    private static final Pattern UPN = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z][0-9]{11}[0-9A-Za-z](?![A-Za-z0-9])");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![A-Za-z0-9])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKPSTUW]?"
                    + " {0,2}[0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![0-9+])(?:\\+44 ?(?:\\(0\\))?|0044|\\(?0)[0-9]?(?:[ ().-]{0,2}[0-9]){8,10}(?![0-9])");
    private static final Pattern NUMBERED_DATE =
            Pattern.compile("(?<![0-9])([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]((?:19|20)?[0-9]{2})(?![0-9])");
    private static final Pattern ISO_DATE =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9])");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final Pattern WORDED_DATE = Pattern.compile(
            "(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -]" + MONTH + ",?[ -]((?:19|20)?[0-9]{2})(?![0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMERICAN_DATE = Pattern.compile(
            "\\b" + MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?,? ((?:19|20)[0-9]{2})(?![0-9])", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Letters of a unique pupil number by the remainder of 23; I, O and S are not used. */
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /** Somebody who is looked after or a care leaver is younger than this. */
    private static final int OLDEST = 26;

    private IdentifyingText() {}

    /**
     * What a text holds, in the order in which it stands there; what overlaps is told once.
     *
     * @param today a full date after it is no date of birth
     */
    public static List<Found> in(String text, LocalDate today) {
        var found = new ArrayList<Found>();
        each(EMAIL, text, match -> keep(found, Kind.EMAIL, text, match));
        each(NHS, text, match -> {
            if (isNhsNumber(match.group().replaceAll("[^0-9]", ""))) {
                keep(found, Kind.NHS_NUMBER, text, match);
            }
        });
        each(UPN, text, match -> {
            if (isUpn(match.group().toUpperCase(Locale.ROOT))) {
                keep(found, Kind.UPN, text, match);
            }
        });
        each(TELEPHONE, text, match -> keep(found, Kind.TELEPHONE, text, match));
        each(POSTCODE, text, match -> keep(found, Kind.POSTCODE, text, match));
        each(ISO_DATE, text, match -> date(found, text, match, 1, 2, 3, today));
        each(NUMBERED_DATE, text, match -> date(found, text, match, 3, 2, 1, today));
        each(WORDED_DATE, text, match -> date(found, text, match, 3, 2, 1, today));
        each(AMERICAN_DATE, text, match -> date(found, text, match, 3, 1, 2, today));
        found.sort(Comparator.comparingInt(Found::at));
        return List.copyOf(found);
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<Matcher> what) {
        var match = pattern.matcher(text);
        while (match.find()) {
            what.accept(match);
        }
    }

    private static void keep(List<Found> found, Kind kind, String text, Matcher match) {
        boolean known = found.stream()
                .anyMatch(other -> match.start() < other.at() + other.text().length() && other.at() < match.end());
        if (!known) {
            int line = 1
                    + (int) text.substring(0, match.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            found.add(new Found(kind, match.group(), match.start(), line));
        }
    }

    private static void date(
            List<Found> found, String text, Matcher match, int yearIn, int monthIn, int dayIn, LocalDate today) {
        int year = Integer.parseInt(match.group(yearIn));
        if (year < 100) {
            year += year <= today.getYear() % 100 ? 2000 : 1900;
        }
        var typed = match.group(monthIn).toLowerCase(Locale.ROOT);
        int month = Character.isDigit(typed.charAt(0))
                ? Integer.parseInt(typed)
                : MONTHS.indexOf(typed.substring(0, 3)) + 1;
        try {
            var day = LocalDate.of(year, month, Integer.parseInt(match.group(dayIn)));
            if (!day.isAfter(today) && day.isAfter(today.minusYears(OLDEST))) {
                keep(found, Kind.DATE, text, match);
            }
        } catch (DateTimeException none) {
            // Not a day, so nobody was born on it.
        }
    }

    /** Whether ten digits are an NHS number: weights 10 to 2, modulus 11, the last digit checks. */
    static boolean isNhsNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check < 10 && check == digits.charAt(9) - '0';
    }

    /** Whether 13 characters are a unique pupil number: weights 2 to 13, remainder of 23, the first letter checks. */
    static boolean isUpn(String upn) {
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            char c = upn.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : UPN_LETTERS.indexOf(c);
            if (value < 0) {
                return false;
            }
            sum += value * (i + 1);
        }
        return UPN_LETTERS.charAt(sum % 23) == upn.charAt(0);
    }
}
