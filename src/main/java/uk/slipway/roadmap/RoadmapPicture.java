package uk.slipway.roadmap;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Quarters across, priorities down; under each its activities as bars and its milestones as marks, each with its words. In
 * units of a picture {@value #WIDTH} wide, which fits one side of A3.
 *
 * @param today where the day lies, or null where it is outside
 */
record RoadmapPicture(
        int height,
        List<Quarter> quarters,
        List<Band> bands,
        @Nullable Integer today) {

    static final int WIDTH = 1200;
    private static final int LEFT = 320;
    private static final int RIGHT = 1190;
    private static final int TOP = 56;
    private static final int LINE = 24;
    private static final int MOST_QUARTERS = 12;
    private static final int MOST_LINES = 8;
    private static final int NAME = 36;
    private static final int LETTER = 8;

    /** Three months: where they begin, and how they are called. */
    record Quarter(int x, int middle, String months, String year) {}

    /** A priority: its words on the left, its whole time as a pale bar, what is under it line by line. */
    record Band(
            int y,
            int height,
            List<Text> name,
            Text standing,
            int x,
            int width,
            List<Bar> bars,
            List<Mark> marks,
            @Nullable Text more) {}

    record Text(int y, String words) {}

    record Bar(int x, int y, int width, String words, int textX, String anchor) {}

    record Mark(int x, int y, boolean reached, boolean late, String words, int textX, String anchor) {

        /** Its class in the picture; no template says it, since two underscores twice are Thymeleaf's own. */
        public String look() {
            return "slipway-roadmap__" + (reached ? "reached" : late ? "late" : "ahead");
        }
    }

    static RoadmapPicture of(
            List<Priority> priorities,
            List<RoadmapRows.Activity> activities,
            List<RoadmapRows.Milestone> milestones,
            LocalDate today) {
        var from = quarterOf(priorities.stream()
                .map(Priority::startsOn)
                .min(LocalDate::compareTo)
                .orElse(today));
        var until = quarterOf(priorities.stream()
                        .map(Priority::endsOn)
                        .max(LocalDate::compareTo)
                        .orElse(today))
                .plusMonths(3);
        if (quartersBetween(from, until) > MOST_QUARTERS) {
            var year = quarterOf(today).minusMonths(9);
            from = from.isBefore(year) ? year : from;
            var end = from.plusMonths(3L * MOST_QUARTERS);
            until = until.isAfter(end) ? end : until;
        }
        var scale = new Scale(from, until);
        var quarters = new ArrayList<Quarter>();
        for (var at = from; at.isBefore(until); at = at.plusMonths(3)) {
            quarters.add(new Quarter(
                    scale.x(at),
                    (scale.x(at) + scale.x(at.plusMonths(3))) / 2,
                    month(at) + " to " + month(at.plusMonths(2)),
                    Integer.toString(at.getYear())));
        }
        var bands = new ArrayList<Band>();
        int y = TOP;
        for (var priority : priorities) {
            var band = band(priority, activities, milestones, scale, y, today);
            bands.add(band);
            y += band.height();
        }
        return new RoadmapPicture(
                y + 10, quarters, bands, today.isBefore(from) || !today.isBefore(until) ? null : scale.x(today));
    }

    private static Band band(
            Priority priority,
            List<RoadmapRows.Activity> activities,
            List<RoadmapRows.Milestone> milestones,
            Scale scale,
            int y,
            LocalDate today) {
        var bars = new ArrayList<Bar>();
        var marks = new ArrayList<Mark>();
        int line = 0;
        int left = 0;
        for (var activity : activities) {
            if (!activity.priority().equals(priority.id())) {
                continue;
            }
            if (line == MOST_LINES) {
                left++;
                continue;
            }
            int x = scale.x(activity.startsOn());
            int width = Math.max(6, scale.x(activity.endsOn().plusDays(1)) - x);
            int at = y + 10 + LINE * line++;
            bars.add(
                    fits(activity.title(), x + width)
                            ? new Bar(x, at, width, activity.title(), x + width + 6, "start")
                            : new Bar(x, at, width, activity.title(), x - 6, "end"));
        }
        for (var milestone : milestones) {
            if (!milestone.priority().equals(priority.id())) {
                continue;
            }
            if (line == MOST_LINES) {
                left++;
                continue;
            }
            int x = scale.x(milestone.dueOn());
            int at = y + 10 + LINE * line++;
            var words = milestone.title()
                    + (milestone.reachedOn() != null ? " (reached)" : milestone.late(today) ? " (late)" : "");
            boolean right = fits(words, x + 10);
            marks.add(new Mark(
                    x,
                    at,
                    milestone.reachedOn() != null,
                    milestone.late(today),
                    words,
                    right ? x + 14 : x - 14,
                    right ? "start" : "end"));
        }
        var name = new ArrayList<Text>();
        int at = y + 22;
        for (var words : lines(priority.title())) {
            name.add(new Text(at, words));
            at += 20;
        }
        var status = priority.status();
        var standing = new Text(
                at,
                status == null
                        ? "Nobody has said yet how it stands"
                        : status.standing().inWords());
        int height = Math.max(at - y + 14, 18 + LINE * (line + (left > 0 ? 1 : 0)));
        int x = scale.x(priority.startsOn());
        return new Band(
                y,
                height,
                name,
                standing,
                x,
                Math.max(6, scale.x(priority.endsOn().plusDays(1)) - x),
                bars,
                marks,
                left == 0 ? null : new Text(y + 22 + LINE * line, "and " + left + " more, in the table"));
    }

    /** Whether words that begin behind this place end inside the picture; letters are taken as {@value #LETTER} wide. */
    private static boolean fits(String words, int x) {
        return x + 8 + words.length() * LETTER < RIGHT;
    }

    /** A title in at most two lines. */
    private static List<String> lines(String title) {
        if (title.length() <= NAME) {
            return List.of(title);
        }
        int cut = title.lastIndexOf(' ', NAME);
        cut = cut < NAME / 2 ? NAME : cut;
        var rest = title.substring(cut).strip();
        return List.of(
                title.substring(0, cut).strip(),
                rest.length() <= NAME ? rest : rest.substring(0, NAME - 1).strip() + "…");
    }

    private static LocalDate quarterOf(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static long quartersBetween(LocalDate from, LocalDate until) {
        return ChronoUnit.MONTHS.between(from, until) / 3;
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK);
    }

    private record Scale(LocalDate from, LocalDate until) {
        int x(LocalDate day) {
            double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
            return (int) Math.round(LEFT + (RIGHT - LEFT) * Math.clamp(share, 0, 1));
        }
    }
}
