package uk.slipway.brokering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.headlines.AgreedStrengths;
import uk.slipway.headlines.HeadlineId;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.DateParts;

/** The forms of this room. Each knows how to become what its use case takes. */
final class SupportForm {

    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    private SupportForm() {}

    /** What is asked for; "request" is the id it will have, so that pressing twice makes one. */
    record Ask(
            @Nullable String version,
            @Nullable String request,
            @Nullable String title,
            @Nullable String need,
            @Nullable String school,
            @Nullable String indicator,
            @Nullable DateParts wantedBy) {

        static Ask empty() {
            return new Ask(null, Uuid7.next().toString(), null, null, null, null, null);
        }

        static Ask of(SupportRequest request) {
            var wanted = request.wanted();
            return new Ask(
                    Long.toString(request.version()),
                    request.id().value().toString(),
                    wanted.title(),
                    wanted.need(),
                    wanted.school(),
                    wanted.indicator(),
                    DateParts.of(wanted.wantedBy()));
        }

        SupportRequestId id() {
            return new SupportRequestId(uuid(request));
        }

        long ofVersion() {
            return number(version);
        }

        SupportRequest.@Nullable Wanted toWanted(List<String> indicators, LocalDate today, Errors errors) {
            var named = text(title, 150, true, "title", "what you need in one line", errors);
            var said = text(need, 4000, true, "need", "what you need and why", errors);
            var forSchool = text(school, 200, false, "school", "the school", errors);
            var by = DateParts.required(wantedBy, "wantedBy", "Day by which you need it", errors);
            if (by != null && (by.isBefore(today) || by.isAfter(today.plusYears(3)))) {
                errors.rejectValue("wantedBy", "range", "The day by which you need it must be in the next three years");
            }
            var chosen = indicator == null || indicator.isBlank() ? null : indicator;
            if (chosen != null && !indicators.contains(chosen)) {
                errors.rejectValue("indicator", "unknown", "Choose an indicator from the list, or none");
            }
            return errors.hasErrors() || by == null
                    ? null
                    : new SupportRequest.Wanted(named, said, by, forSchool.isEmpty() ? null : forSchool, chosen);
        }
    }

    /** Who helps and how. */
    record Propose(
            @Nullable String version,
            @Nullable String supporter,
            @Nullable String offer,
            @Nullable String agreement,
            @Nullable DateParts startsOn,
            @Nullable DateParts endsOn,
            @Nullable DateParts lookBackOn,
            @Nullable String cost,
            @Nullable String paidBy) {

        static Propose of(SupportRequest request, @Nullable String supporter, @Nullable String offer) {
            var terms = request.terms();
            var version = Long.toString(request.version());
            if (terms == null) {
                return new Propose(version, supporter, offer, null, null, null, null, null, null);
            }
            var cost = terms.cost();
            return new Propose(
                    version,
                    supporter == null ? terms.supporter().value().toString() : supporter,
                    supporter == null ? Objects.toString(terms.offer(), null) : offer,
                    terms.agreement(),
                    DateParts.of(terms.startsOn()),
                    DateParts.of(terms.endsOn()),
                    DateParts.of(terms.lookBackOn()),
                    cost == null ? null : cost.toPlainString(),
                    terms.paidBy());
        }

        long ofVersion() {
            return number(version);
        }

        SupportRequest.@Nullable Terms toTerms(List<SupportRows.Body> bodies, Errors errors) {
            var helper = bodies.stream()
                    .map(SupportRows.Body::id)
                    .filter(id -> id.value().toString().equals(supporter))
                    .findFirst()
                    .orElse(null);
            if (helper == null) {
                errors.rejectValue("supporter", "none", "Choose who helps");
            }
            var words = text(agreement, 4000, true, "agreement", "what is agreed", errors);
            var starts = DateParts.required(startsOn, "startsOn", "First day", errors);
            var ends = DateParts.required(endsOn, "endsOn", "Last day", errors);
            var looks = DateParts.required(lookBackOn, "lookBackOn", "Day of the look-back", errors);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                errors.rejectValue("endsOn", "before", "The last day must not be before the first");
            }
            if (ends != null && looks != null && looks.isBefore(ends)) {
                errors.rejectValue("lookBackOn", "before", "The day of the look-back must not be before the last day");
            }
            var money = money(errors);
            var payer = text(paidBy, 200, false, "paidBy", "who pays", errors);
            return errors.hasErrors() || helper == null || starts == null || ends == null || looks == null
                    ? null
                    : new SupportRequest.Terms(
                            new OrganisationId(helper.value()),
                            offer == null || offer.isBlank() ? null : uuid(offer),
                            words,
                            starts,
                            ends,
                            looks,
                            money,
                            payer.isEmpty() ? null : payer);
        }

        private @Nullable BigDecimal money(Errors errors) {
            var typed = cost == null ? "" : cost.strip().replace(",", "").replaceFirst("^£", "");
            if (typed.isEmpty()) {
                return null;
            }
            if (!typed.matches("\\d{1,7}(\\.\\d{1,2})?") || new BigDecimal(typed).compareTo(MOST) > 0) {
                errors.rejectValue("cost", "number", "Cost must be an amount in pounds, such as 1200 or 1,200.50");
                return null;
            }
            return new BigDecimal(typed).setScale(2);
        }
    }

    /** Whether it helped. */
    record LookBack(@Nullable String helped, @Nullable String words) {

        @Nullable
        Helped toHelped(Errors errors) {
            for (var known : Helped.values()) {
                if (known.name().equals(helped)) {
                    return known;
                }
            }
            errors.rejectValue("helped", "none", "Choose whether it helped");
            return null;
        }

        String toWords(Errors errors) {
            return text(words, 4000, true, "words", "what changed", errors);
        }
    }

    /** The terms that somebody has read and agrees: when they were proposed. And for which side, where it is not their own. */
    record Agree(@Nullable String side, @Nullable String terms) {

        boolean ofHelper() {
            return "helper".equals(side);
        }

        /** Null where no terms are named. */
        @Nullable
        Instant read() {
            try {
                return terms == null ? null : Instant.parse(terms);
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }

    /** Why it ends without more. */
    record Withdraw(@Nullable String because) {}

    /** Something that can be given. */
    record Offer(
            @Nullable String offer,
            @Nullable String kind,
            @Nullable String who,
            @Nullable String title,
            @Nullable String what,
            @Nullable String strength,
            @Nullable DateParts until) {

        static Offer empty() {
            return new Offer(Uuid7.next().toString(), null, null, null, null, null, null);
        }

        UUID id() {
            return uuid(offer);
        }

        OfferSupport.@Nullable Offered toOffered(List<AgreedStrengths.Strength> own, LocalDate today, Errors errors) {
            OfferKind chosen = null;
            for (var known : OfferKind.values()) {
                if (known.name().equals(kind)) {
                    chosen = known;
                }
            }
            if (chosen == null) {
                errors.rejectValue("kind", "none", "Choose what sort of help it is");
            }
            var from = own.stream()
                    .filter(each -> each.id().value().toString().equals(strength))
                    .findFirst()
                    .orElse(null);
            if (chosen == OfferKind.STRENGTH && from == null) {
                errors.rejectValue("strength", "none", "Choose which agreed strength");
            }
            var person = text(who, 200, false, "who", "who it is", errors);
            boolean fromStrength = chosen == OfferKind.STRENGTH;
            var named = fromStrength && from != null
                    ? from.text()
                    : text(title, 200, !fromStrength, "title", "what you offer in one line", errors);
            var said = text(what, 2000, true, "what", "what you can give", errors);
            var last = DateParts.optional(until, "until", "Last day of the offer", errors);
            if (last != null && last.isBefore(today)) {
                errors.rejectValue("until", "past", "The last day of the offer must be today or in the future");
            }
            return errors.hasErrors() || chosen == null
                    ? null
                    : new OfferSupport.Offered(
                            chosen,
                            person.isEmpty() ? null : person,
                            named,
                            said,
                            fromStrength && from != null
                                    ? new HeadlineId(from.id().value())
                                    : null,
                            last);
        }
    }

    /** A text of a field: blank or too long is said there. */
    static String text(@Nullable String typed, int most, boolean needed, String field, String name, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty() && needed) {
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

    static UUID uuid(@Nullable String typed) {
        try {
            return typed == null ? Uuid7.next() : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return Uuid7.next();
        }
    }

    private static long number(@Nullable String typed) {
        try {
            return Long.parseLong(typed == null ? "" : typed.strip());
        } catch (NumberFormatException none) {
            return -2;
        }
    }
}
