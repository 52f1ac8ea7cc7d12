package uk.slipway.placements;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Person;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.DateParts;
import uk.slipway.web.Typed;

/** An offer as it is typed. */
record OfferForm(
        @Nullable String id,
        @Nullable String vacancy,
        @Nullable DateParts startOn,
        @Nullable String allowance,
        @Nullable String fee,
        @Nullable String support,
        @Nullable String management,
        @Nullable String packageWords,
        @Nullable String rationale,
        @Nullable String gaps,
        @Nullable String supervisingWorker) {

    /** An empty one, with the amounts that the protocol has set. */
    static OfferForm empty(String vacancy, Protocol.@Nullable Terms terms) {
        return new OfferForm(
                Uuid7.next().toString(),
                vacancy,
                DateParts.EMPTY,
                terms == null || terms.allowance() == null
                        ? null
                        : terms.allowance().toPlainString(),
                terms == null || terms.fee() == null ? null : terms.fee().toPlainString(),
                terms == null || terms.support() == null
                        ? null
                        : terms.support().toPlainString(),
                terms == null || terms.management() == null
                        ? null
                        : terms.management().toPlainString(),
                null,
                null,
                null,
                null);
    }

    OfferId offerId() {
        try {
            return new OfferId(UUID.fromString(id == null ? "" : id.strip()));
        } catch (IllegalArgumentException lost) {
            return new OfferId(Uuid7.next());
        }
    }

    /** What the form says. */
    record Read(AccountId supervising, Offer.Content content) {}

    @Nullable
    Read check(List<Person> workers, LocalDate today, Errors errors) {
        var start = DateParts.required(startOn, "startOn", "Day the child could move in", errors);
        if (start != null && (start.isBefore(today) || start.isAfter(today.plusYears(2)))) {
            errors.rejectValue("startOn", "range", "The day the child could move in must be today or later");
        }
        var costs = cost(allowance, fee, support, management, errors);
        var offered = Typed.optional(packageWords, "packageWords", "the support", 2000, errors);
        var why = Typed.text(rationale, "rationale", "why this home matches", 2000, errors);
        var lacks = Typed.optional(gaps, "gaps", "what is not met", 2000, errors);
        NothingIdentifying.check(offered, "packageWords", today, errors);
        NothingIdentifying.check(why, "rationale", today, errors);
        NothingIdentifying.check(lacks, "gaps", today, errors);
        var worker = NeedsForm.person(workers, supervisingWorker);
        if (worker == null) {
            errors.rejectValue("supervisingWorker", "none", "Choose who supervises the carer");
        }
        if (errors.hasErrors() || costs == null) {
            return null;
        }
        return new Read(
                Objects.requireNonNull(worker),
                new Offer.Content(Objects.requireNonNull(start), costs, offered, why, lacks));
    }

    /** The four lines of the cost model, each of which must be given. */
    static @Nullable WeeklyCost cost(
            @Nullable String allowance,
            @Nullable String fee,
            @Nullable String support,
            @Nullable String management,
            Errors errors) {
        var first = Typed.amount(allowance, "allowance", "the carer’s allowance", errors);
        var second = Typed.amount(fee, "fee", "the carer’s fee", errors);
        var third = Typed.amount(support, "support", "the support", errors);
        var fourth = Typed.amount(management, "management", "the management charge", errors);
        return first == null || second == null || third == null || fourth == null
                ? null
                : new WeeklyCost(first, second, third, fourth);
    }
}
