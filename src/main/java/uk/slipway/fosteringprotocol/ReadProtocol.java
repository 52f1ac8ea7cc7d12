package uk.slipway.fosteringprotocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.RegionCode;
import uk.slipway.web.Markdown;
import uk.slipway.web.NotFound;
import uk.slipway.web.SafeHtml;
import uk.slipway.web.Words;

/** The protocol for reading, by anybody. */
@UseCase(readOnly = true)
class ReadProtocol {

    private static final Words WORDS = new Words();

    private final Protocols protocols;
    private final LocalAuthorities authorities;
    private final Markdown markdown;

    ReadProtocol(Protocols protocols, LocalAuthorities authorities, Markdown markdown) {
        this.protocols = protocols;
        this.authorities = authorities;
        this.markdown = markdown;
    }

    /** A line of a table. */
    record Line(String name, String words) {}

    /** Another version. */
    record Other(String words, String address) {}

    record Page(
            String title,
            boolean exists,
            @Nullable String standing,
            @Nullable SafeHtml text,
            @Nullable SafeHtml approvals,
            @Nullable SafeHtml escalation,
            List<Line> costs,
            List<Line> times,
            List<Line> calls,
            List<Line> signatories,
            List<Other> others) {}

    /** The version in force, or the one of a number. @throws NotFound for a number that was not issued */
    Page page(@Nullable String region, @Nullable Integer number) {
        var code = Optional.ofNullable(region)
                .flatMap(typed -> authorities.regions().stream()
                        .map(known -> known.code())
                        .filter(known -> known.value().equals(typed))
                        .findFirst())
                .or(() -> protocols.regions().stream().findFirst())
                .orElse(RegionCode.NORTH_WEST);
        var all = protocols.issued(code);
        var inForce = protocols.inForce(code);
        var shown = number == null
                ? inForce
                : all.stream().filter(one -> one.number() == number).findFirst();
        var name = authorities.region(code).name();
        if (shown.isEmpty()) {
            if (number != null) {
                throw new NotFound();
            }
            return new Page(
                    "Fostering protocol, " + name,
                    false,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    others(all, null));
        }
        var protocol = shown.get();
        boolean current = inForce.filter(one -> one.id().equals(protocol.id())).isPresent();
        var terms = protocol.terms();
        return new Page(
                "Fostering protocol, " + name + ", version " + protocol.number(),
                true,
                current
                        ? "In force since " + WORDS.shortDate(protocol.inForceOn()) + "."
                        : inForce.isPresent() && isBefore(protocol, inForce.get())
                                ? "An earlier version, from " + WORDS.shortDate(protocol.inForceOn())
                                        + ". It is no longer in force; it holds for referrals and placements made"
                                        + " under it."
                                : "It comes into force on " + WORDS.shortDate(protocol.inForceOn()) + ".",
                markdown.toHtml(terms.text()),
                said(terms.approvals()),
                said(terms.escalation()),
                costs(terms),
                times(terms),
                calls(terms),
                protocol.signatories().stream()
                        .map(signed -> new Line(
                                authorities.get(signed.authority()).label(), WORDS.shortDate(signed.signedOn())))
                        .sorted(Comparator.comparing(Line::name))
                        .toList(),
                others(all, protocol));
    }

    private static boolean isBefore(Protocol one, Protocol other) {
        return one.number() < other.number();
    }

    private @Nullable SafeHtml said(String text) {
        return text.isBlank() ? null : markdown.toHtml(text);
    }

    static List<Line> costs(Protocol.Terms terms) {
        return List.of(
                new Line("Carer’s allowance for the child", weekly(terms.allowance())),
                new Line("Carer’s fee", weekly(terms.fee())),
                new Line("Support", weekly(terms.support())),
                new Line("Management charge of the fostering authority", weekly(terms.management())));
    }

    static List<Line> times(Protocol.Terms terms) {
        return List.of(
                new Line(
                        "A fostering service answers a referral within",
                        working(terms.limits().offerDays())),
                new Line(
                        "The placing authority decides on an offer within",
                        working(terms.limits().decisionDays())),
                new Line(
                        "After an emergency is approved, the area authority is notified or consulted within",
                        working(terms.limits().emergencyAreaDays())),
                new Line("A closed referral is deleted to statistics after", kept(terms.keepClosedDays())),
                new Line("An ended placement is deleted to statistics after", kept(terms.keepEndedDays())));
    }

    /** Who is told before something is due, and once it is late. */
    static List<Line> calls(Protocol.Terms terms) {
        var before = terms.limits().before();
        var after = terms.limits().after();
        return List.of(
                new Line(
                        "Before it is due",
                        before == null
                                ? Protocol.TO_BE_SET
                                : people(before) + ", "
                                        + (before.days() == 0
                                                ? "on the day it is due"
                                                : working(before.days()) + " before")),
                new Line(
                        "Once it is late",
                        after == null
                                ? Protocol.TO_BE_SET
                                : people(after) + ", "
                                        + (after.days() == 0 ? "as soon as it is" : "after " + working(after.days()))));
    }

    private static String people(Protocol.Call call) {
        return WORDS.list(call.people().stream().map(Told::inWords).toList())
                .replace(", The ", ", the ")
                .replace(" and The ", " and the ");
    }

    private static String weekly(@Nullable BigDecimal pounds) {
        return pounds == null ? Protocol.TO_BE_SET : String.format(Locale.UK, "£%,.2f a week", pounds);
    }

    private static String kept(@Nullable Integer days) {
        return days == null ? Protocol.TO_BE_SET : WORDS.count(days, "day", "days");
    }

    private static String working(@Nullable Integer days) {
        return days == null ? Protocol.TO_BE_SET : WORDS.count(days, "working day", "working days");
    }

    private static List<Other> others(List<Protocol> all, @Nullable Protocol shown) {
        var others = new ArrayList<Other>();
        for (var one : all) {
            if (shown == null || !one.id().equals(shown.id())) {
                others.add(new Other(
                        "Version " + one.number() + ", from " + WORDS.shortDate(one.inForceOn()),
                        "/fostering/protocol/versions/" + one.number() + "?region="
                                + one.region().value()));
            }
        }
        return others;
    }
}
