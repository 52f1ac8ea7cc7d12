package uk.slipway.meetings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Typed;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;

/** The forms of meetings, as they are typed, and how each becomes a command. */
final class MeetingForms {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*(am|pm)?");

    private MeetingForms() {}

    /** "10:30", "2pm", "2.30 pm"; null where it is no time. */
    static @Nullable LocalTime time(@Nullable String typed) {
        var match = TIME.matcher(typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        int hour = Integer.parseInt(match.group(1));
        int minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        if (match.group(3) != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (match.group(3).equals("pm") ? 12 : 0);
        }
        try {
            return LocalTime.of(hour, minute);
        } catch (DateTimeException none) {
            return null;
        }
    }

    record PlanForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String title,
            @Nullable DateParts on,
            @Nullable String starts,
            @Nullable String place,
            @Nullable String count,
            @Nullable String weeks,
            @Nullable String series,
            @Nullable String backlog) {

        static PlanForm empty() {
            return new PlanForm(
                    Uuid7.next().toString(), null, null, DateParts.EMPTY, null, null, "1", null, null, "true");
        }

        static PlanForm of(Meeting meeting) {
            return new PlanForm(
                    null,
                    Long.toString(meeting.version()),
                    meeting.title(),
                    DateParts.of(meeting.on()),
                    meeting.starts().toString(),
                    meeting.place(),
                    null,
                    null,
                    null,
                    null);
        }

        PlanMeetings.@Nullable Arranged typed(Errors errors) {
            var typedTitle = Typed.text(title, "title", "the title", 200, errors);
            LocalDate day = DateParts.required(on, "on", "Date", errors);
            var time = time(starts);
            if (time == null) {
                errors.rejectValue("starts", "time", "Enter the time it starts, such as 10:30 or 2pm");
            }
            var typedPlace = Typed.text(place, "place", "the place, or how to join", 200, errors);
            return errors.hasErrors() || day == null || time == null
                    ? null
                    : new PlanMeetings.Arranged(typedTitle, day, time, typedPlace);
        }
    }

    record DuplicateForm(@Nullable String id, @Nullable DateParts on) {}

    record ReasonForm(@Nullable String reason) {}

    record ItemForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String title,
            @Nullable String kind,
            @Nullable String note,
            @Nullable String lead,
            @Nullable String leadName,
            @Nullable String minutes,
            @Nullable String restricted) {

        static ItemForm empty() {
            return new ItemForm(Uuid7.next().toString(), null, null, null, null, null, null, "10", null);
        }

        static ItemForm of(AgendaItem item) {
            return new ItemForm(
                    item.id().value().toString(),
                    Long.toString(item.version()),
                    item.title(),
                    item.kind().name(),
                    item.note(),
                    item.lead() == null ? "" : item.lead().value().toString(),
                    item.lead() == null ? item.leadName() : "",
                    Integer.toString(item.minutesAllotted()),
                    item.restricted() ? "true" : null);
        }

        SetAgenda.@Nullable ItemTyped typed(List<Option> leads, Errors errors) {
            var typedTitle = Typed.text(title, "title", "the title", 200, errors);
            var typedKind =
                    Typed.choice(kind, ItemKind.class, "kind", "Choose what the board is asked to do with it", errors);
            var typedNote = Typed.optional(note, "note", "the note", 4000, errors);
            MembershipId member = null;
            if (lead != null && !lead.isBlank()) {
                if (leads.stream().anyMatch(option -> option.value().equals(lead))) {
                    member = new MembershipId(Typed.id(lead).orElseThrow());
                } else {
                    errors.rejectValue("lead", "none", "Choose a member of the board, or enter a name");
                }
            }
            var name = member == null ? Typed.optional(leadName, "leadName", "the name", 200, errors) : null;
            int allotted = Typed.number(minutes, "minutes", "the minutes", 1, 480, errors);
            return errors.hasErrors() || typedKind == null
                    ? null
                    : new SetAgenda.ItemTyped(
                            typedKind, typedTitle, typedNote, member, name, allotted, "true".equals(restricted));
        }
    }

    record MoveForm(@Nullable String version, @Nullable String to) {}

    record TakeForm(@Nullable List<String> items) {}

    record PaperForm(
            @Nullable String id,
            @Nullable String title,
            @Nullable MultipartFile file) {
        static PaperForm empty() {
            return new PaperForm(Uuid7.next().toString(), null, null);
        }
    }

    record InterestForm(@Nullable String member, @Nullable String words) {}

    /** One line for each seat: the four lists go together. */
    record AttendanceForm(
            @Nullable String version,
            @Nullable List<String> member,
            @Nullable List<String> status,
            @Nullable List<String> deputy,
            @Nullable List<String> deputyName,
            @Nullable String others) {

        /**
         * The lines that could be read; a deputy is one of the board's, else a name.
         *
         * @throws NotFound when a line is of no member, as the page writes none
         */
        Map<MembershipId, Attendance> lines(Errors errors) {
            if (count(status) != count(member)) {
                throw new NotFound();
            }
            var lines = new LinkedHashMap<MembershipId, Attendance>();
            for (int at = 0; member != null && at < member.size() && at < 300; at++) {
                var id = Typed.id(member.get(at)).map(MembershipId::new).orElseThrow(NotFound::new);
                var chosen = get(status, at);
                var said = java.util.Arrays.stream(Attendance.Status.values())
                        .filter(one -> one.name().equals(chosen))
                        .findFirst()
                        .orElse(Attendance.Status.ABSENT);
                var name = get(deputyName, at).strip();
                if (name.length() > 200) {
                    errors.rejectValue("member", "long", "A deputy’s name must be 200 characters or fewer");
                    name = name.substring(0, 200);
                }
                var stands = said == Attendance.Status.DEPUTY
                        ? Typed.id(get(deputy, at)).orElse(null)
                        : null;
                if (said == Attendance.Status.DEPUTY && stands == null && name.isEmpty()) {
                    errors.rejectValue("member", "deputy", "Say who stood in, for each member who sent a deputy");
                }
                boolean named = said == Attendance.Status.DEPUTY && stands == null && !name.isEmpty();
                lines.put(
                        id,
                        new Attendance(
                                id, said, stands == null ? null : new MembershipId(stands), named ? name : null));
            }
            if (lines.isEmpty() && errors.getErrorCount() == 0) {
                errors.rejectValue("member", "none", "The board has no members on this day");
            }
            return lines;
        }

        /** What was typed as the name of a deputy, whether it could be read or not. */
        Map<MembershipId, String> names() {
            var names = new LinkedHashMap<MembershipId, String>();
            for (int at = 0; member != null && at < member.size() && at < 300; at++) {
                var name = get(deputyName, at);
                Typed.id(member.get(at)).map(MembershipId::new).ifPresent(id -> names.put(id, name));
            }
            return names;
        }

        private static int count(@Nullable List<String> list) {
            return list == null ? 0 : list.size();
        }

        private static String get(@Nullable List<String> list, int at) {
            return list == null || at >= list.size() || list.get(at) == null ? "" : list.get(at);
        }
    }

    record MinuteForm(@Nullable String version, @Nullable String minute) {}
}
