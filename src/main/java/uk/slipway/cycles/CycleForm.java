package uk.slipway.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.accounts.Role;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.DateParts;

/**
 * A year as it was typed. While a year is open its form has dates and responsible roles alone.
 *
 * @param id of the cycle to be made, where one is to be made
 * @param version of the cycle to be changed, where one is to be changed
 */
record CycleForm(
        @Nullable String id,
        @Nullable String version,
        @Nullable String year,
        @Nullable DateParts selfEvaluationDue,
        @Nullable List<String> selfEvaluationDueBy,
        @Nullable DateParts memorandumSigned,
        @Nullable List<String> memorandumSignedBy,
        @Nullable DateParts dataGroupMeets,
        @Nullable List<String> dataGroupMeetsBy,
        @Nullable DateParts forumsFrom,
        @Nullable List<String> forumsFromBy,
        @Nullable DateParts forumsTo,
        @Nullable List<String> forumsToBy,
        @Nullable DateParts conversationsFrom,
        @Nullable List<String> conversationsFromBy,
        @Nullable DateParts conversationsTo,
        @Nullable List<String> conversationsToBy,
        @Nullable String scheme,
        @Nullable String maximumPeers,
        @Nullable String educationSpecialist,
        @Nullable String socialCareLead,
        @Nullable String memorandum) {

    static final int MEMORANDUM_LIMIT = 20_000;

    static CycleForm of(CyclePlan plan, @Nullable UUID id, long version) {
        return new CycleForm(
                id == null ? null : id.toString(),
                Long.toString(version),
                plan.year().slug(),
                date(plan, MilestoneKind.SELF_EVALUATION_DUE),
                by(plan, MilestoneKind.SELF_EVALUATION_DUE),
                date(plan, MilestoneKind.MEMORANDUM_SIGNED),
                by(plan, MilestoneKind.MEMORANDUM_SIGNED),
                date(plan, MilestoneKind.DATA_GROUP_MEETS),
                by(plan, MilestoneKind.DATA_GROUP_MEETS),
                date(plan, MilestoneKind.FORUMS_FROM),
                by(plan, MilestoneKind.FORUMS_FROM),
                date(plan, MilestoneKind.FORUMS_TO),
                by(plan, MilestoneKind.FORUMS_TO),
                date(plan, MilestoneKind.CONVERSATIONS_FROM),
                by(plan, MilestoneKind.CONVERSATIONS_FROM),
                date(plan, MilestoneKind.CONVERSATIONS_TO),
                by(plan, MilestoneKind.CONVERSATIONS_TO),
                plan.schemeCode(),
                Integer.toString(plan.forumShape().maximumPeers()),
                Boolean.toString(plan.forumShape().educationSpecialist()),
                Boolean.toString(plan.forumShape().socialCareLead()),
                plan.memorandum());
    }

    CycleForm withVersion(long now) {
        return new CycleForm(
                id,
                Long.toString(now),
                year,
                selfEvaluationDue,
                selfEvaluationDueBy,
                memorandumSigned,
                memorandumSignedBy,
                dataGroupMeets,
                dataGroupMeetsBy,
                forumsFrom,
                forumsFromBy,
                forumsTo,
                forumsToBy,
                conversationsFrom,
                conversationsFromBy,
                conversationsTo,
                conversationsToBy,
                scheme,
                maximumPeers,
                educationSpecialist,
                socialCareLead,
                memorandum);
    }

    /** The field in which a milestone's date is typed. */
    static String fieldOf(MilestoneKind kind) {
        return switch (kind) {
            case SELF_EVALUATION_DUE -> "selfEvaluationDue";
            case MEMORANDUM_SIGNED -> "memorandumSigned";
            case DATA_GROUP_MEETS -> "dataGroupMeets";
            case FORUMS_FROM -> "forumsFrom";
            case FORUMS_TO -> "forumsTo";
            case CONVERSATIONS_FROM -> "conversationsFrom";
            case CONVERSATIONS_TO -> "conversationsTo";
        };
    }

    /** The id made with the form; a new one where it was lost or is none. */
    CycleId cycleId() {
        try {
            return new CycleId(id == null ? Uuid7.next() : UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return new CycleId(Uuid7.next());
        }
    }

    /** The version the form was opened with; one that matches nothing where it was lost. */
    long versionNumber() {
        try {
            return version == null ? -1 : Long.parseLong(version.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /**
     * The year that was typed.
     *
     * @param known what stands for the fields that the form of an open year does not have, or null when it has all
     * @param schemes the codes that can be chosen
     * @return null when something was rejected
     */
    @Nullable
    CyclePlan toPlan(AcademicYear of, @Nullable CyclePlan known, List<String> schemes, Errors errors) {
        var milestones = new ArrayList<Milestone>();
        for (var kind : MilestoneKind.values()) {
            var day = DateParts.required(dateOf(kind), fieldOf(kind), "Date of “" + kind.inWords() + "”", errors);
            var roles = rolesOf(kind);
            if (roles.isEmpty()) {
                errors.rejectValue(fieldOf(kind) + "By", "blank", "Select who sees to “" + kind.inWords() + "”");
            }
            if (day != null) {
                milestones.add(new Milestone(kind, day, new Responsible(roles)));
            }
        }
        var shape = known == null ? shape(errors) : known.forumShape();
        var chosenScheme = known == null ? scheme : known.schemeCode();
        if (chosenScheme == null || (known == null && !schemes.contains(chosenScheme))) {
            errors.rejectValue("scheme", "blank", "Select the judgement scheme");
        }
        var text = known == null ? (memorandum == null ? "" : memorandum.strip()) : known.memorandum();
        if (text.isBlank()) {
            errors.rejectValue("memorandum", "blank", "Enter the memorandum of understanding");
        } else if (known == null && text.length() > MEMORANDUM_LIMIT) {
            errors.rejectValue(
                    "memorandum", "long", "The memorandum of understanding must be 20,000 characters or fewer");
        }
        if (errors.hasErrors() || shape == null || chosenScheme == null) {
            return null;
        }
        var plan = new CyclePlan(of, milestones, chosenScheme, shape, text);
        for (var problem : plan.problems()) {
            errors.rejectValue(fieldOf(problem.kind()), "order", problem.words());
        }
        return errors.hasErrors() ? null : plan;
    }

    private @Nullable ForumShape shape(Errors errors) {
        var typed = maximumPeers == null ? "" : maximumPeers.strip();
        if (typed.isEmpty()) {
            errors.rejectValue("maximumPeers", "blank", "Enter how many peer Directors sit on a panel at most");
            return null;
        }
        if (!typed.matches("[0-9]{1,2}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > 20) {
            errors.rejectValue("maximumPeers", "number", "The number of peer Directors must be between 1 and 20");
            return null;
        }
        return new ForumShape(
                Integer.parseInt(typed), "true".equals(educationSpecialist), "true".equals(socialCareLead));
    }

    private @Nullable DateParts dateOf(MilestoneKind kind) {
        return switch (kind) {
            case SELF_EVALUATION_DUE -> selfEvaluationDue;
            case MEMORANDUM_SIGNED -> memorandumSigned;
            case DATA_GROUP_MEETS -> dataGroupMeets;
            case FORUMS_FROM -> forumsFrom;
            case FORUMS_TO -> forumsTo;
            case CONVERSATIONS_FROM -> conversationsFrom;
            case CONVERSATIONS_TO -> conversationsTo;
        };
    }

    private List<Role> rolesOf(MilestoneKind kind) {
        var typed = switch (kind) {
            case SELF_EVALUATION_DUE -> selfEvaluationDueBy;
            case MEMORANDUM_SIGNED -> memorandumSignedBy;
            case DATA_GROUP_MEETS -> dataGroupMeetsBy;
            case FORUMS_FROM -> forumsFromBy;
            case FORUMS_TO -> forumsToBy;
            case CONVERSATIONS_FROM -> conversationsFromBy;
            case CONVERSATIONS_TO -> conversationsToBy;
        };
        return typed == null
                ? List.of()
                : Responsible.CHOICES.stream()
                        .filter(role -> typed.contains(role.name()))
                        .toList();
    }

    private static DateParts date(CyclePlan plan, MilestoneKind kind) {
        return DateParts.of(plan.dayOf(kind));
    }

    private static List<String> by(CyclePlan plan, MilestoneKind kind) {
        return plan.milestones().stream()
                .filter(milestone -> milestone.kind() == kind)
                .flatMap(milestone -> milestone.responsible().roles().stream())
                .map(Role::name)
                .toList();
    }
}
