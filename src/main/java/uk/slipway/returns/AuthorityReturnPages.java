package uk.slipway.returns;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of one authority's answer say. */
@Component
class AuthorityReturnPages {

    private static final Words WORDS = new Words();
    private static final int HISTORY = 40;

    static final Map<String, String> PARTS = Map.of(
            "numerator", "counted",
            "denominator", "out of",
            "value", "figure",
            "symbol", "why there is no figure",
            "note", "note");

    private static final List<Option> SYMBOLS = List.of(
            Option.of("", "There is a figure, or not yet"),
            Option.of("x", "Not available (x)"),
            Option.of("c", "Suppressed (c)"),
            Option.of("z", "Not applicable (z)"));

    record RecordPage(
            UUID id,
            String code,
            String title,
            String authority,
            String months,
            String state,
            String tag,
            String lead,
            @Nullable String reason,
            String status,
            long version,
            boolean mayWrite,
            boolean maySubmit,
            boolean mayDecide,
            boolean mayReopen,
            boolean team,
            List<Group> groups,
            List<TimelineEntry> history,
            List<Fact> facts,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record Group(String name, List<Line> lines) {}

    record Line(
            UUID indicator,
            String name,
            String figure,
            String counted,
            String before,
            List<String> unusual,
            String note) {}

    record FormPage(
            UUID id,
            String code,
            String title,
            String authority,
            String months,
            long version,
            List<FieldGroup> groups,
            List<Option> symbols,
            List<Map<String, String>> errors,
            int answered,
            int asked,
            String due,
            String rule,
            List<Crumb> crumbs) {}

    record FieldGroup(String name, List<Field> fields) {}

    /**
     * An indicator as it is filled in.
     *
     * @param wrong what is wrong, by part
     * @param unusual what is unusual about what is saved
     */
    record Field(
            int place,
            String name,
            String description,
            boolean ratio,
            @Nullable String numerator,
            @Nullable String denominator,
            String unit,
            FigureCheck.Typed typed,
            Map<String, String> wrong,
            List<String> unusual,
            String before) {}

    record FilePage(
            UUID id,
            String code,
            String title,
            String authority,
            String months,
            List<ReturnFile.Problem> problems,
            List<Crumb> crumbs) {}

    record SubmitPage(
            UUID id,
            String code,
            String title,
            String authority,
            String months,
            long version,
            List<FillReturn.Missing> missing,
            List<Group> groups,
            boolean contact,
            List<String> contacts,
            boolean late,
            String shown,
            List<Crumb> crumbs) {}

    record GiveBackPage(
            UUID id,
            String code,
            String title,
            String authority,
            String months,
            boolean accepted,
            List<Crumb> crumbs) {}

    String title(ShowReturns.One one) {
        return "Quarterly return: " + one.authority().name() + ", "
                + one.quarter().quarter().months();
    }

    private static List<Crumb> crumbs(ShowReturns.One one, boolean below) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(ReturnsController.ALL);
        crumbs.add(new Crumb(
                one.quarter().quarter().months(), "/returns/" + one.quarter().id()));
        if (below) {
            crumbs.add(new Crumb(
                    one.authority().name(),
                    "/returns/" + one.quarter().id() + "/authorities/"
                            + one.authority().gssCode()));
        }
        return crumbs;
    }

    RecordPage record(Viewer viewer, ShowReturns.One one, boolean contact, LocalDate today) {
        var answer = one.answer();
        boolean team = viewer.isOfTheRegionalTeam()
                && viewer.organisation().equals(one.quarter().team());
        boolean write = ShowReturns.mayWrite(viewer, one);
        boolean inside = team || viewer.worksFor(one.authority().id());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Deadline", WORDS.date(one.quarter().deadline())));
        if (answer.submittedAt() != null) {
            facts.add(new Fact(
                    "Submitted",
                    WORDS.moment(answer.submittedAt())
                            + (inside ? " by " + answer.submittedBy() : "")
                            + (LondonTime.dayOf(answer.submittedAt())
                                            .isAfter(one.quarter().deadline())
                                    ? ", after the deadline"
                                    : "")));
        }
        if (answer.acceptedAt() != null) {
            facts.add(new Fact(
                    "Accepted", WORDS.moment(answer.acceptedAt()) + (inside ? " by " + answer.acceptedBy() : "")));
        }
        if (inside) {
            facts.add(new Fact(
                    one.contacts().size() > 1 ? "Key contacts" : "Key contact",
                    one.contacts().isEmpty() ? "Nobody yet" : WORDS.list(one.contacts())));
        }
        return new RecordPage(
                one.quarter().id(),
                one.authority().gssCode(),
                title(one),
                one.authority().name(),
                one.quarter().quarter().months(),
                answer.state().inWords(),
                answer.state().tag(),
                lead(one, today),
                inside ? answer.reason() : null,
                ReturnsController.status(one.quarter(), today),
                answer.version(),
                write,
                write && contact,
                team && answer.state() == ReturnState.SUBMITTED,
                team && answer.state() == ReturnState.ACCEPTED,
                team,
                groups(one),
                one.trail().stream()
                        .limit(HISTORY)
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                ReturnsController.sentence(entry.what())))
                        .toList(),
                facts,
                whoCanSee(one, today),
                crumbs(one, false));
    }

    private static String lead(ShowReturns.One one, LocalDate today) {
        var name = one.authority().name();
        var deadline = one.quarter().deadline();
        long answered =
                one.asked().stream().filter(asked -> one.of(asked).isAnswered()).count();
        boolean late = one.answer().isLate(deadline, today);
        var due = late
                ? " It is late: it was due by " + WORDS.date(deadline) + "."
                : " It is due " + WORDS.dueIn(deadline, today) + ".";
        return switch (one.answer().state()) {
            case OPEN -> name + " has not started yet." + due;
            case WRITING ->
                name + " has entered " + answered + " of " + one.asked().size() + " and has not submitted yet." + due;
            case SUBMITTED -> name + " has submitted. The regional team has not looked at it yet.";
            case RETURNED -> "The regional team gave it back to " + name + "." + due;
            case ACCEPTED -> "The regional team has accepted it. The figures are locked.";
        };
    }

    private static List<String> whoCanSee(ShowReturns.One one, LocalDate today) {
        var name = one.authority().name();
        var small = "Small numbers, and what could give them away: " + name + " and the regional team.";
        return switch (one.answer().state()) {
            case OPEN, WRITING, RETURNED -> List.of(name + " and the regional team.");
            case SUBMITTED ->
                List.of("The region’s authorities and the regional team: the figures are provisional.", small);
            case ACCEPTED ->
                one.quarter().isReleasedOn(today)
                        ? List.of("Everybody who signs in.", small)
                        : List.of(
                                "The region’s authorities and the regional team: the figures are provisional.",
                                "From " + WORDS.shortDate(one.quarter().releaseOn()) + " everybody who signs in.",
                                small);
        };
    }

    private static List<Group> groups(ShowReturns.One one) {
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var asked : one.asked()) {
            var definition = asked.definition();
            var figure = one.of(asked);
            var before = one.before(asked);
            groups.computeIfAbsent(definition.grouping(), any -> new ArrayList<>())
                    .add(new Line(
                            asked.indicator(),
                            definition.name(),
                            words(definition, figure),
                            counted(figure),
                            before == null ? "" : words(definition, before),
                            FigureCheck.unusual(definition, figure, before),
                            Objects.requireNonNullElse(figure.note(), "")));
        }
        return groups.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What was counted, out of what; empty where that is not how the figure came about. */
    static String counted(Figure figure) {
        return figure.numerator() == null || figure.denominator() == null
                ? ""
                : grouped(figure.numerator()) + " of " + grouped(figure.denominator());
    }

    private static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.UK)).format(number);
    }

    /** A figure as it is read. */
    static String words(QuarterlyDefinition definition, Figure figure) {
        if (figure.symbol() != null) {
            return switch (figure.symbol()) {
                case "x" -> "not available (x)";
                case "c" -> "suppressed (c)";
                default -> "not applicable (z)";
            };
        }
        var worth = figure.worth(definition);
        return worth == null ? "not entered yet" : definition.speech().cell(worth, null);
    }

    FormPage form(
            ShowReturns.One one,
            Map<Integer, FigureCheck.Typed> typed,
            Map<Integer, List<FigureCheck.Problem>> problems,
            long version) {
        var groups = new LinkedHashMap<String, List<Field>>();
        var errors = new ArrayList<Map<String, String>>();
        int answered = 0;
        for (var asked : one.asked()) {
            var definition = asked.definition();
            var wrong = new LinkedHashMap<String, String>();
            for (var problem : problems.getOrDefault(asked.place(), List.of())) {
                if (wrong.putIfAbsent(problem.part(), problem.words()) == null) {
                    errors.add(Map.of(
                            "text",
                            definition.name() + ": " + problem.words(),
                            "href",
                            "#" + problem.part() + "-" + asked.place()));
                }
            }
            var figure = one.of(asked);
            var before = one.before(asked);
            answered += figure.isAnswered() ? 1 : 0;
            groups.computeIfAbsent(definition.grouping(), any -> new ArrayList<>())
                    .add(new Field(
                            asked.place(),
                            definition.name(),
                            definition.description(),
                            definition.isRatio(),
                            definition.numerator(),
                            definition.denominator(),
                            definition.unit().inWords(),
                            Objects.requireNonNull(typed.get(asked.place())),
                            wrong,
                            FigureCheck.unusual(definition, figure, before),
                            before == null
                                    ? ""
                                    : words(definition, before)
                                            + (before.numerator() == null ? "" : " (" + counted(before) + ")")));
        }
        return new FormPage(
                one.quarter().id(),
                one.authority().gssCode(),
                "Enter the figures: " + one.authority().name() + ", "
                        + one.quarter().quarter().months(),
                one.authority().name(),
                one.quarter().quarter().months(),
                version,
                groups.entrySet().stream()
                        .map(entry -> new FieldGroup(entry.getKey(), entry.getValue()))
                        .toList(),
                SYMBOLS,
                errors,
                answered,
                one.asked().size(),
                WORDS.date(one.quarter().deadline()),
                FigureCheck.IN_WORDS,
                crumbs(one, true));
    }

    FilePage file(ShowReturns.One one, List<ReturnFile.Problem> problems) {
        return new FilePage(
                one.quarter().id(),
                one.authority().gssCode(),
                "Send a file: " + one.authority().name() + ", "
                        + one.quarter().quarter().months(),
                one.authority().name(),
                one.quarter().quarter().months(),
                problems,
                crumbs(one, true));
    }

    SubmitPage submit(ShowReturns.One one, boolean contact, LocalDate today) {
        return new SubmitPage(
                one.quarter().id(),
                one.authority().gssCode(),
                "Submit the quarterly return: " + one.authority().name() + ", "
                        + one.quarter().quarter().months(),
                one.authority().name(),
                one.quarter().quarter().months(),
                one.answer().version(),
                FillReturn.missing(one.asked(), one.figures(), one.before()),
                groups(one),
                contact,
                one.contacts(),
                one.answer().isLate(one.quarter().deadline(), today),
                WORDS.shortDate(one.quarter().releaseOn()),
                crumbs(one, true));
    }

    GiveBackPage giveBack(ShowReturns.One one) {
        return new GiveBackPage(
                one.quarter().id(),
                one.authority().gssCode(),
                (one.answer().state() == ReturnState.ACCEPTED ? "Reopen" : "Return") + " the quarterly return: "
                        + one.authority().name() + ", "
                        + one.quarter().quarter().months(),
                one.authority().name(),
                one.quarter().quarter().months(),
                one.answer().state() == ReturnState.ACCEPTED,
                crumbs(one, true));
    }
}
