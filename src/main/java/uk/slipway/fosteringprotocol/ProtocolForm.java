package uk.slipway.fosteringprotocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.web.ConflictField;
import uk.slipway.web.Typed;

/** The draft as it is typed. */
record ProtocolForm(
        @Nullable String version,
        @Nullable String text,
        @Nullable String approvals,
        @Nullable String escalation,
        @Nullable String offerDays,
        @Nullable String decisionDays,
        @Nullable String emergencyAreaDays,
        @Nullable String warnDays,
        @Nullable List<String> warned,
        @Nullable String callDays,
        @Nullable List<String> called,
        @Nullable String keepClosedDays,
        @Nullable String keepEndedDays,
        @Nullable String allowance,
        @Nullable String fee,
        @Nullable String support,
        @Nullable String management) {

    static ProtocolForm of(Optional<Protocol> draft, Optional<Protocol> inForce) {
        var from = draft.or(() -> inForce);
        if (from.isEmpty()) {
            return new ProtocolForm(
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);
        }
        var terms = from.get().terms();
        var limits = terms.limits();
        return new ProtocolForm(
                draft.map(one -> Long.toString(one.version())).orElse(null),
                terms.text(),
                terms.approvals(),
                terms.escalation(),
                said(limits.offerDays()),
                said(limits.decisionDays()),
                said(limits.emergencyAreaDays()),
                days(limits.before()),
                people(limits.before()),
                days(limits.after()),
                people(limits.after()),
                said(terms.keepClosedDays()),
                said(terms.keepEndedDays()),
                said(terms.allowance()),
                said(terms.fee()),
                said(terms.support()),
                said(terms.management()));
    }

    Protocol.Terms check(Errors errors) {
        return new Protocol.Terms(
                Typed.text(text, "text", "the text of the protocol", 50_000, errors),
                Typed.optional(approvals, "approvals", "who approves what", 5000, errors),
                Typed.optional(escalation, "escalation", "what happens when something is late", 5000, errors),
                limits(errors),
                Typed.whole(
                        keepClosedDays, "keepClosedDays", "the days that closed referrals are kept", 1, 3650, errors),
                Typed.whole(
                        keepEndedDays, "keepEndedDays", "the days that ended placements are kept", 1, 36_500, errors),
                Typed.money(allowance, "allowance", "the carer’s allowance", errors),
                Typed.money(fee, "fee", "the carer’s fee", errors),
                Typed.money(support, "support", "the support", errors),
                Typed.money(management, "management", "the management charge", errors));
    }

    private Protocol.Limits limits(Errors errors) {
        return new Protocol.Limits(
                Typed.whole(offerDays, "offerDays", "the working days for an answer", 1, 60, errors),
                Typed.whole(decisionDays, "decisionDays", "the working days for a decision", 1, 60, errors),
                Typed.whole(
                        emergencyAreaDays,
                        "emergencyAreaDays",
                        "the working days to tell the area authority",
                        1,
                        60,
                        errors),
                call(warnDays, "warnDays", "the working days before", warned, "warned", errors),
                call(callDays, "callDays", "the working days after", called, "called", errors));
    }

    /** Both the days and the people, or neither. */
    private static Protocol.@Nullable Call call(
            @Nullable String typed,
            String daysField,
            String what,
            @Nullable List<String> ticked,
            String peopleField,
            Errors errors) {
        var days = Typed.whole(typed, daysField, what, 0, 60, errors);
        var people = Typed.ticked(Told.class, ticked);
        if (days == null && !people.isEmpty() && !errors.hasFieldErrors(daysField)) {
            errors.rejectValue(daysField, "blank", "Enter " + what + ", or untick who is told");
        }
        if (days != null && people.isEmpty()) {
            errors.rejectValue(peopleField, "none", "Choose who is told, or leave " + what + " empty");
        }
        return days == null || people.isEmpty() ? null : new Protocol.Call(days, Set.copyOf(people));
    }

    @Nullable
    Long ofVersion() {
        return version == null || version.isBlank() ? null : (Long) Typed.version(version);
    }

    /** What was typed beside what is saved. */
    List<ConflictField> against(ProtocolForm saved) {
        return List.of(
                field("Text", "text", text, saved.text),
                field("Who approves what", "approvals", approvals, saved.approvals),
                field("When something is late", "escalation", escalation, saved.escalation),
                field("Working days for an answer", "offerDays", offerDays, saved.offerDays),
                field("Working days for a decision", "decisionDays", decisionDays, saved.decisionDays),
                field(
                        "Working days to tell the area authority in an emergency",
                        "emergencyAreaDays",
                        emergencyAreaDays,
                        saved.emergencyAreaDays),
                field("Working days before it is due", "warnDays", warnDays, saved.warnDays),
                people("Who is told before it is due", "warned", warned, saved.warned),
                field("Working days after it was due", "callDays", callDays, saved.callDays),
                people("Who is told once it is late", "called", called, saved.called),
                field("Days closed referrals are kept", "keepClosedDays", keepClosedDays, saved.keepClosedDays),
                field("Days ended placements are kept", "keepEndedDays", keepEndedDays, saved.keepEndedDays),
                field("Allowance", "allowance", allowance, saved.allowance),
                field("Fee", "fee", fee, saved.fee),
                field("Support", "support", support, saved.support),
                field("Management charge", "management", management, saved.management));
    }

    Map<String, String> carried() {
        return version == null ? Map.of() : Map.of("version", version);
    }

    private static ConflictField field(String label, String name, @Nullable String mine, @Nullable String theirs) {
        return new ConflictField(label, name, mine == null ? "" : mine, theirs == null ? "" : theirs, null);
    }

    private static ConflictField people(
            String label, String name, @Nullable List<String> mine, @Nullable List<String> theirs) {
        return new ConflictField(
                label,
                name,
                inWords(mine),
                inWords(theirs),
                null,
                Map.of(name, mine == null ? "" : String.join(",", mine)));
    }

    private static String inWords(@Nullable List<String> ticked) {
        var people = Typed.ticked(Told.class, ticked);
        return people.isEmpty() ? "Nobody" : people.stream().map(Told::inWords).collect(Collectors.joining(", "));
    }

    private static @Nullable String days(Protocol.@Nullable Call call) {
        return call == null ? null : Integer.toString(call.days());
    }

    private static @Nullable List<String> people(Protocol.@Nullable Call call) {
        return call == null ? null : call.people().stream().map(Enum::name).toList();
    }

    private static @Nullable String said(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String said(@Nullable BigDecimal pounds) {
        return pounds == null ? null : pounds.toPlainString();
    }
}
