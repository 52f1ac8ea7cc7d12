package uk.slipway.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Person;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.Caution;
import uk.slipway.vacancies.HomeFeature;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Skill;
import uk.slipway.web.DateParts;
import uk.slipway.web.Typed;

/** What is needed, as it is typed. Children are sent as a list of age bands, one for each. */
record NeedsForm(
        @Nullable String id,
        @Nullable String version,
        @Nullable String route,
        @Nullable List<String> ageBands,
        @Nullable String gender,
        @Nullable String legalStatus,
        @Nullable String type,
        @Nullable DateParts neededBy,
        @Nullable String duration,
        @Nullable String home,
        @Nullable List<String> about,
        @Nullable List<String> skills,
        @Nullable List<String> avoid,
        @Nullable List<String> cautions,
        @Nullable String socialWorker,
        @Nullable String reviewingOfficer,
        @Nullable String weeklyBudget) {

    /** For how many brothers and sisters the form has places. */
    static final int CHILDREN = 4;

    static NeedsForm empty(String home) {
        return new NeedsForm(
                Uuid7.next().toString(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                DateParts.EMPTY,
                null,
                home,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static NeedsForm of(Referral referral, String home) {
        var needs = referral.needs();
        var about = new ArrayList<String>();
        if (needs.keyStage4()) {
            about.add("KEY_STAGE_4");
        }
        if (needs.ehcPlan()) {
            about.add("EHC_PLAN");
        }
        var reviewing = referral.reviewingOfficer();
        return new NeedsForm(
                referral.id().value().toString(),
                Long.toString(referral.version()),
                needs.route().name(),
                names(needs.ageBands()),
                needs.gender().name(),
                needs.legalStatus().name(),
                needs.type().name(),
                DateParts.of(needs.neededBy()),
                needs.duration().name(),
                home,
                about,
                names(needs.skills()),
                names(needs.avoid()),
                names(needs.cautions()),
                referral.socialWorker().value().toString(),
                reviewing == null ? null : reviewing.value().toString(),
                referral.weeklyBudget() == null ? null : referral.weeklyBudget().toPlainString());
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    /** The age band of a line; the form shows it again. */
    public String ageBand(int line) {
        return ageBands == null || line >= ageBands.size() || ageBands.get(line) == null ? "" : ageBands.get(line);
    }

    /** A form whose id was lost makes a record of its own. */
    ReferralId referralId() {
        try {
            return new ReferralId(UUID.fromString(id == null ? "" : id.strip()));
        } catch (IllegalArgumentException lost) {
            return new ReferralId(Uuid7.next());
        }
    }

    /** What the form says. */
    record Read(
            Needs needs,
            AccountId socialWorker,
            @Nullable AccountId reviewing,
            @Nullable BigDecimal budget) {}

    /** What the form says, or null where something was rejected. */
    @Nullable
    Read check(
            Map<String, LocalAuthority> byCode,
            List<Person> workers,
            List<Person> reviewers,
            LocalDate today,
            Errors errors) {
        var which = Typed.chosen(Route.class, route, "route", "Say whether it is planned or an emergency", errors);
        var bands = new ArrayList<AgeBand>();
        for (int line = 0; line < CHILDREN; line++) {
            Typed.one(AgeBand.class, ageBand(line)).ifPresent(bands::add);
        }
        if (bands.isEmpty()) {
            errors.rejectValue("ageBands", "none", "Choose the age of at least one child");
        }
        var girlOrBoy = Typed.chosen(Needs.Gender.class, gender, "gender", "Say whether it is a girl or a boy", errors);
        var legal =
                Typed.chosen(Needs.LegalStatus.class, legalStatus, "legalStatus", "Choose the legal status", errors);
        var kind = Typed.chosen(PlacementType.class, type, "type", "Choose the type of placement", errors);
        var by = DateParts.required(neededBy, "neededBy", "Day by which it is needed", errors);
        if (by != null && (by.isBefore(today.minusDays(14)) || by.isAfter(today.plusYears(2)))) {
            errors.rejectValue("neededBy", "range", "The day by which it is needed must be within the next two years");
        }
        var howLong = Typed.chosen(
                Needs.Duration.class, duration, "duration", "Say for how long, as far as it is known", errors);
        var from = byCode.get(home == null ? "" : home.strip());
        if (from == null) {
            errors.rejectValue("home", "none", "Choose the area that a home should be close to");
        }
        var worker = person(workers, socialWorker);
        if (worker == null) {
            errors.rejectValue("socialWorker", "none", "Choose the child’s social worker");
        }
        var reviewer = person(reviewers, reviewingOfficer);
        if (reviewer == null && reviewingOfficer != null && !reviewingOfficer.isBlank()) {
            errors.rejectValue("reviewingOfficer", "none", "Choose the reviewing officer from the list");
        }
        var budget = Typed.money(weeklyBudget, "weeklyBudget", "the weekly budget", errors);
        if (errors.hasErrors()) {
            return null;
        }
        return new Read(
                new Needs(
                        Objects.requireNonNull(which),
                        Objects.requireNonNull(from).id(),
                        List.copyOf(bands),
                        Objects.requireNonNull(girlOrBoy),
                        Objects.requireNonNull(legal),
                        Objects.requireNonNull(kind),
                        Objects.requireNonNull(by),
                        Objects.requireNonNull(howLong),
                        about != null && about.contains("KEY_STAGE_4"),
                        about != null && about.contains("EHC_PLAN"),
                        Typed.ticked(Skill.class, skills),
                        Typed.ticked(HomeFeature.class, avoid),
                        Typed.ticked(Caution.class, cautions)),
                Objects.requireNonNull(worker),
                reviewer,
                budget);
    }

    static @Nullable AccountId person(List<Person> people, @Nullable String typed) {
        return people.stream()
                .map(Person::account)
                .filter(account -> account.value().toString().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
