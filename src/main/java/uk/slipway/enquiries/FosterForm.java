package uk.slipway.enquiries;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import uk.slipway.web.Option;

/**
 * What somebody who asks about fostering types, themselves or through an adviser.
 *
 * @param c the code of a campaign, as it stood in the link
 * @param at the region whose front door it is, where somebody chose among several
 * @param council the GSS code of the authority they live in, "unsure" or "elsewhere"
 * @param wants the GSS code of the authority they would rather hear from
 * @param website a field that no person sees
 * @param key the signed key of the public page, or an id for an adviser's
 * @param channel how it came in, where an adviser enters it
 * @param campaign which campaign, where an adviser enters it
 * @param version of the enquiry whose details are put right
 */
record FosterForm(
        @Nullable String c,
        @Nullable String at,
        @Nullable String over21,
        @Nullable String room,
        @Nullable String council,
        @Nullable String wants,
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable String name,
        @Nullable String contactBy,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String bestTime,
        @Nullable String area,
        @Nullable String household,
        @Nullable String housing,
        @Nullable List<String> ages,
        @Nullable String previous,
        @Nullable String experience,
        @Nullable String consent,
        @Nullable String website,
        @Nullable String key,
        @Nullable String version) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 1000;

    static FosterForm empty() {
        return new FosterForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    static FosterForm of(Person person, long version) {
        return new FosterForm(
                null,
                null,
                person.over21(),
                person.room(),
                null,
                null,
                null,
                null,
                person.name(),
                person.contactBy(),
                person.email(),
                person.telephone(),
                person.bestTime(),
                person.area(),
                person.household(),
                person.housing(),
                person.ages(),
                person.previous(),
                person.experience(),
                null,
                null,
                null,
                Long.toString(version));
    }

    /** Whether anything is answered that nobody has to answer. */
    boolean tellsMore() {
        return Stream.of(wants, area, household, housing, previous, experience)
                        .anyMatch(answer -> answer != null && !answer.isBlank())
                || ages != null && !ages.isEmpty();
    }

    /** The person, or null where something was rejected. Nothing but a name and a way to reach them is required. */
    @Nullable
    Person toPerson(BindingResult errors, Voice voice) {
        var typedName = required(name, "name", LONGEST_NAME, voice.name(), errors);
        var by = contactBy == null ? "" : contactBy;
        if (!FosterWords.isOne(FosterWords.CONTACT_BY, by)) {
            errors.rejectValue("contactBy", "none", voice.contactBy());
        }
        var typedEmail = shaped(
                email,
                "email",
                "E-mail address",
                Person::email,
                "Enter an e-mail address in the correct format, like name@example.com",
                errors);
        var typedTelephone = shaped(
                telephone,
                "telephone",
                "Telephone number",
                Person::telephone,
                "Enter a telephone number, like 0161 496 0000",
                errors);
        if ("EMAIL".equals(by) && typedEmail == null && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "blank", voice.email());
        }
        if (("PHONE".equals(by) || "TEXT".equals(by))
                && typedTelephone == null
                && !errors.hasFieldErrors("telephone")) {
            errors.rejectValue("telephone", "blank", voice.telephone());
        }
        var postcode = optional(area, "area", "First part of the postcode", 20, errors);
        var outward = postcode == null ? null : Person.area(postcode).orElse(null);
        if (postcode != null && outward == null && !errors.hasFieldErrors("area")) {
            errors.rejectValue("area", "shape", "Enter the first part of the postcode, like M1, or leave it out");
        }
        var time = optional(bestTime, "bestTime", "Best time", LONGEST_LINE, errors);
        var home = optional(household, "household", "Who lives at home", LONGEST_LINE, errors);
        var words = optional(experience, "experience", "What you tell us", LONGEST_TEXT, errors);
        if (errors.hasErrors()) {
            return null;
        }
        return new Person(
                typedName,
                typedEmail,
                typedTelephone,
                by,
                time,
                outward,
                known(FosterWords.OVER_21, over21),
                known(FosterWords.ROOM, room),
                home,
                known(FosterWords.HOUSING, housing),
                ages == null
                        ? List.of()
                        : Person.AGES.stream().filter(ages::contains).toList(),
                known(FosterWords.PREVIOUS, previous),
                words);
    }

    /** How the form speaks to whoever fills it in. */
    record Voice(String name, String contactBy, String email, String telephone) {
        static final Voice PUBLIC = new Voice(
                "Enter your name",
                "Choose how we may contact you",
                "Enter your e-mail address, so that we can e-mail you",
                "Enter your telephone number, so that we can reach you");
        static final Voice ADVISER = new Voice(
                "Enter the person’s name",
                "Choose how the person wants to be contacted",
                "Enter the e-mail address they want to be reached at",
                "Enter the telephone number they want to be reached on");
    }

    private static @Nullable String known(List<Option> options, @Nullable String value) {
        return FosterWords.isOne(options, value) ? value : null;
    }

    private static String required(
            @Nullable String text, String field, int longest, String blank, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            errors.rejectValue(field, "blank", blank);
        } else if (typed.length() > longest) {
            errors.rejectValue(field, "long", "Name must be %,d characters or fewer".formatted(longest));
        }
        return typed;
    }

    private static @Nullable String optional(
            @Nullable String text, String field, String name, int longest, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.length() > longest) {
            errors.rejectValue(field, "long", name + " must be %,d characters or fewer".formatted(longest));
        }
        return typed.isEmpty() ? null : typed;
    }

    private static @Nullable String shaped(
            @Nullable String text,
            String field,
            String name,
            Function<String, Optional<String>> shape,
            String otherwise,
            BindingResult errors) {
        var typed = optional(text, field, name, 254, errors);
        if (typed != null && !errors.hasFieldErrors(field) && shape.apply(typed).isEmpty()) {
            errors.rejectValue(field, "shape", otherwise);
        }
        return typed;
    }
}
