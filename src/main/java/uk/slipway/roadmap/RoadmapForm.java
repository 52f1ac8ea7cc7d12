package uk.slipway.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Seat;
import uk.slipway.web.DateParts;

/** The forms of this room. Each knows how to become what its use case takes. */
final class RoadmapForm {

    private RoadmapForm() {}

    /** A priority; "priority" is the id it will have, so that pressing twice makes one. */
    record OfPriority(
            @Nullable String version,
            @Nullable String priority,
            @Nullable String title,
            @Nullable String outcome,
            @Nullable String initiative,
            @Nullable DateParts startsOn,
            @Nullable DateParts endsOn) {

        static OfPriority empty() {
            return new OfPriority(null, Uuid7.next().toString(), null, null, null, null, null);
        }

        static OfPriority of(Priority priority) {
            var initiative = priority.initiative();
            return new OfPriority(
                    Long.toString(priority.version()),
                    priority.id().value().toString(),
                    priority.title(),
                    priority.outcome(),
                    initiative == null ? null : initiative.id().toString(),
                    DateParts.of(priority.startsOn()),
                    DateParts.of(priority.endsOn()));
        }

        PriorityId id() {
            return new PriorityId(uuid(priority));
        }

        long ofVersion() {
            return number(version);
        }

        KeepPriorities.@Nullable PriorityTyped toTyped(List<Initiative> known, Errors errors) {
            var named = text(title, 150, "title", "the priority in one line", errors);
            var sought = text(outcome, 2000, "outcome", "what will be different", errors);
            var from = DateParts.required(startsOn, "startsOn", "First day", errors);
            var until = DateParts.required(endsOn, "endsOn", "Last day", errors);
            span(from, until, "endsOn", errors);
            UUID joins = null;
            if (initiative != null && !initiative.isBlank()) {
                joins = known.stream()
                        .map(Initiative::id)
                        .filter(id -> id.toString().equals(initiative))
                        .findFirst()
                        .orElse(null);
                if (joins == null) {
                    errors.rejectValue("initiative", "unknown", "Choose an initiative from the list, or none");
                }
            }
            return errors.hasErrors() || from == null || until == null
                    ? null
                    : new KeepPriorities.PriorityTyped(named, sought, joins, from, until);
        }
    }

    /** What is added under a priority; each act sends its own part. */
    record Part(
            @Nullable String version,
            @Nullable String part,
            @Nullable String standing,
            @Nullable String words,
            @Nullable String indicator,
            @Nullable String target,
            @Nullable String targetYear,
            @Nullable String activity,
            @Nullable DateParts from,
            @Nullable DateParts until,
            @Nullable String milestone,
            @Nullable DateParts due,
            @Nullable String action,
            @Nullable String owner,
            @Nullable DateParts actionDue,
            @Nullable String decision,
            @Nullable String because) {

        static Part empty() {
            return new Part(
                    null,
                    Uuid7.next().toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        UUID id() {
            return uuid(part);
        }

        long ofVersion() {
            return number(version);
        }

        @Nullable
        Standing toStanding(Errors errors) {
            var chosen = Arrays.stream(Standing.values())
                    .filter(known -> known.name().equals(standing))
                    .findFirst()
                    .orElse(null);
            if (chosen == null) {
                errors.rejectValue("standing", "none", "Choose how it stands");
            }
            return chosen;
        }

        @Nullable
        BigDecimal toTarget(Errors errors) {
            var typed = target == null ? "" : target.strip().replace(",", "").replace("%", "");
            if (!typed.matches("\\d{1,9}(\\.\\d{1,4})?")) {
                errors.rejectValue("target", "number", "Target must be a number, such as 12.5");
                return null;
            }
            return new BigDecimal(typed);
        }

        int toYear(LocalDate today, Errors errors) {
            var typed = targetYear == null ? "" : targetYear.strip();
            int year = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
            if (year < today.getYear() || year > today.getYear() + 15) {
                errors.rejectValue("targetYear", "range", "Year of the target must be this year or one of the next 15");
            }
            return year;
        }
    }

    /** Who owns an action, of those who have a seat; the field is called "owner". */
    static @Nullable MembershipId owner(@Nullable String sent, List<Seat> seats, Errors errors) {
        var chosen = seats.stream()
                .filter(seat -> !seat.left() && seat.id().value().toString().equals(sent))
                .map(Seat::id)
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            errors.rejectValue("owner", "none", "Choose who on the board owns it");
        }
        return chosen;
    }

    /** What is done with an action. */
    record OfAction(
            @Nullable String version,
            @Nullable String words,
            @Nullable String owner,
            @Nullable DateParts due) {

        static OfAction of(Action action) {
            return new OfAction(
                    Long.toString(action.version()),
                    null,
                    action.ownerSeat().value().toString(),
                    DateParts.of(action.dueOn()));
        }

        long ofVersion() {
            return number(version);
        }

        @Nullable
        MembershipId toOwner(List<Seat> seats, Errors errors) {
            return RoadmapForm.owner(owner, seats, errors);
        }
    }

    /** An activity as it is changed. */
    record OfActivity(
            @Nullable String version,
            @Nullable String activity,
            @Nullable DateParts from,
            @Nullable DateParts until) {

        static OfActivity of(RoadmapRows.Activity now) {
            return new OfActivity(
                    Long.toString(now.version()),
                    now.title(),
                    DateParts.of(now.startsOn()),
                    DateParts.of(now.endsOn()));
        }

        long ofVersion() {
            return number(version);
        }

        KeepPriorities.@Nullable ActivityTyped toTyped(Errors errors) {
            var title = text(activity, 150, "activity", "the activity", errors);
            var first = DateParts.required(from, "from", "First day of the activity", errors);
            var last = DateParts.required(until, "until", "Last day of the activity", errors);
            span(first, last, "until", errors);
            return errors.hasErrors() || first == null || last == null
                    ? null
                    : new KeepPriorities.ActivityTyped(title, first, last);
        }
    }

    /** A milestone as it is changed. */
    record OfMilestone(
            @Nullable String version,
            @Nullable String milestone,
            @Nullable DateParts due,
            @Nullable DateParts reached) {

        static OfMilestone of(RoadmapRows.Milestone now) {
            return new OfMilestone(
                    Long.toString(now.version()),
                    now.title(),
                    DateParts.of(now.dueOn()),
                    DateParts.of(now.reachedOn()));
        }

        long ofVersion() {
            return number(version);
        }

        KeepPriorities.@Nullable MilestoneTyped toTyped(LocalDate today, Errors errors) {
            var title = text(milestone, 150, "milestone", "the milestone", errors);
            var day = DateParts.required(due, "due", "Day of the milestone", errors);
            var on = DateParts.optional(reached, "reached", "Day on which it was reached", errors);
            if (on != null && on.isAfter(today)) {
                errors.rejectValue("reached", "future", "Day on which it was reached must be today or in the past");
            }
            return errors.hasErrors() || day == null ? null : new KeepPriorities.MilestoneTyped(title, day, on);
        }
    }

    /** The aims of a plan, typed or in a file. */
    record Aims(@Nullable String words, @Nullable MultipartFile file) {}

    /** Which priorities an aim backs. */
    record Tie(@Nullable String version, @Nullable List<String> priorities) {

        long ofVersion() {
            return number(version);
        }
    }

    /** An initiative of the region's list. */
    record OfInitiative(
            @Nullable String initiative,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String about,
            @Nullable DateParts startsOn,
            @Nullable DateParts endsOn) {

        static OfInitiative empty() {
            return new OfInitiative(Uuid7.next().toString(), null, null, null, null, null);
        }

        UUID id() {
            return uuid(initiative);
        }

        Initiative.@Nullable Kind toKind(Errors errors) {
            var chosen = Arrays.stream(Initiative.Kind.values())
                    .filter(known -> known.name().equals(kind))
                    .findFirst()
                    .orElse(null);
            if (chosen == null) {
                errors.rejectValue("kind", "none", "Choose whether it is national or devolved");
            }
            return chosen;
        }
    }

    /** A text of a field: blank or too long is said there. */
    static String text(@Nullable String typed, int most, String field, String name, Errors errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
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

    static void span(@Nullable LocalDate from, @Nullable LocalDate until, String field, Errors errors) {
        if (from != null && until != null && until.isBefore(from)) {
            errors.rejectValue(field, "before", "The last day must not be before the first");
        }
        if (from != null && until != null && from.plusYears(10).isBefore(until)) {
            errors.rejectValue(field, "long", "The last day must be within ten years of the first");
        }
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
