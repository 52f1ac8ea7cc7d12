package uk.slipway.enquiries;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What the public pages and their e-mail say, once. */
final class FosterWords {

    static final List<Option> OVER_21 = List.of(Option.of("yes", "Yes"), Option.of("no", "No"));
    static final List<Option> ROOM = List.of(
            Option.of("yes", "Yes"),
            Option.of("no", "No"),
            new Option("unsure", "Not yet, or I am not sure", "We can talk about it"));
    static final List<Option> CONTACT_BY = List.of(
            Option.of("PHONE", "Call me"),
            Option.of("TEXT", "Send me a text message"),
            Option.of("EMAIL", "E-mail me"));
    static final List<Option> AGES = List.of(
            Option.of("0-2", "Babies and toddlers, up to 2"),
            Option.of("2-10", "Children from 2 to 10"),
            Option.of("11-18", "Young people from 11 to 18"));
    static final List<Option> HOUSING = List.of(
            Option.of("OWN", "I own it, or am buying it"),
            Option.of("SOCIAL", "I rent it from a council or housing association"),
            Option.of("PRIVATE", "I rent it from a private landlord"),
            Option.of("OTHER", "Something else"));
    static final List<Option> PREVIOUS = List.of(
            Option.of("NONE", "No"),
            Option.of("APPLIED", "I have asked or applied before"),
            Option.of("FOSTERS", "I foster now, or did"));

    private static final Words WORDS = new Words();

    private FosterWords() {}

    /** The text of a choice; "Not stated" for what was left out. */
    static String chosen(List<Option> options, @Nullable String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse("Not stated");
    }

    static boolean isOne(List<Option> options, @Nullable String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** What happens after somebody has sent the form, as far as the region has set it. */
    static List<String> whatHappensNext(FrontDoor door) {
        var days = door.standards().get(EnquiryStage.ENQUIRY);
        return List.of(
                days == null
                        ? "An adviser of " + door.name()
                                + " contacts you in the way you chose. By when has not been set yet, so"
                                + " we do not promise a day."
                        : "An adviser of " + door.name() + " contacts you in the way you chose, within "
                                + WORDS.count(days, "working day", "working days") + ".",
                "They answer your questions and tell you more about fostering. You decide at every step whether you go"
                        + " on.",
                "If you want to go further, they pass what you told us to the council that you choose. Its fostering"
                        + " team has to accept it first; you are told when it has.",
                "Asking does not commit you to anything.");
    }

    /**
     * Where somebody calls.
     *
     * @param link which a telephone dials
     * @param hours when it is answered, or null
     */
    record Call(String number, String link, @Nullable String hours) {}

    static @Nullable Call call(FrontDoor door) {
        var number = door.telephone();
        return number == null ? null : new Call(number, "tel:" + number.replaceAll("[^0-9+]", ""), door.openHours());
    }

    static @Nullable String telephone(FrontDoor door) {
        return door.telephone() == null
                ? null
                : door.telephone() + (door.openHours() == null ? "" : " (" + door.openHours() + ")");
    }

    /** The copy by e-mail. It repeats nothing that was typed freely, so that nobody can send their own words through it. */
    static String copy(Enquire.Open open, Enquire.Asked asked, String reference) {
        var person = asked.person();
        var lives = open.councils().stream()
                .filter(council -> council.id().equals(asked.livesIn()))
                .map(council -> council.name())
                .findFirst()
                .orElse("not sure");
        var wants = open.councils().stream()
                .filter(council -> council.id().equals(asked.wants()))
                .map(council -> council.name())
                .findFirst();
        var telephone = telephone(open.door());
        var ages = person.ages().stream()
                .map(age -> chosen(AGES, age).toLowerCase(Locale.UK))
                .toList();
        return """
            Hello

            Thank you for asking about fostering. Your reference is %s.

            What happens next
            %s

            What you told us
            Council area you live in: %s
            %sAre you 21 or over: %s
            Spare bedroom: %s
            How we may contact you: %s
            Ages you have in mind: %s
            What you wrote in your own words has arrived too; it is not repeated here.

            %sYou can ask us at any time what we hold about you, have it put right or have it deleted. Give your reference.

            If you did not ask about fostering, somebody gave us your address by mistake: tell us, and we delete it.

            %s
            """.formatted(
                        reference,
                        String.join("\n", whatHappensNext(open.door())),
                        lives,
                        wants.map(name -> "Council you would like to hear from: " + name + "\n")
                                .orElse(""),
                        chosen(OVER_21, person.over21()),
                        chosen(ROOM, person.room()),
                        chosen(CONTACT_BY, person.contactBy()),
                        ages.isEmpty() ? "not stated" : WORDS.list(ages),
                        telephone == null ? "" : "You can reach us on " + telephone + ".\n\n",
                        open.door().name());
    }
}
