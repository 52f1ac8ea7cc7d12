package uk.slipway.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.kernel.WorkingCalendar;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What the pages of clocks say. */
@Component
class ClockPages {

    private static final Words WORDS = new Words();

    /** Of these there may be several. */
    private static final Set<RecipientKind> SEVERAL =
            Set.of(RecipientKind.PARENT, RecipientKind.CONTACT, RecipientKind.PREVIOUS_CARER, RecipientKind.SCHOOL);

    private final LocalAuthorities authorities;

    ClockPages(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    record ListPage(String title, String finding, List<PlacementRow> rows) {}

    record PlacementRow(
            UUID id,
            String reference,
            String parties,
            String route,
            String standing,
            String tag,
            String words,
            boolean late,
            String open) {}

    record StripPage(
            UUID id,
            String title,
            String reference,
            String state,
            String parties,
            String finding,
            StripPicture picture,
            List<ClockRow> clocks,
            List<Group> groups,
            boolean gives,
            boolean particulars,
            List<Option> steps,
            List<String> recorded,
            List<String> calls,
            String tells,
            List<Law> laws,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record ClockRow(
            String what,
            String cited,
            String link,
            String read,
            String standing,
            String tag,
            String words,
            String moved,
            String progress,
            boolean late) {}

    /** Whom one regulation names. */
    record Group(String title, String due, List<Recipient> recipients) {}

    /** @param tell where somebody of this kind is told, or null where the viewer does not tell them */
    record Recipient(
            String kind,
            String provision,
            List<Told> told,
            @Nullable String tell,
            String tellWords) {}

    record Told(UUID id, String name, String state, String tag, String words) {}

    /** @param readAt the text that was read, which is not always the one in force behind the link */
    record Law(String cited, String title, String link, String words, String readAt, String checked) {}

    ListPage list(Collection<ShowClocks.Counted> all) {
        var rows = all.stream()
                .filter(counted ->
                        !counted.open().isEmpty() || counted.placement().endedOn() == null)
                .map(this::row)
                .toList();
        long late = rows.stream().filter(PlacementRow::late).count();
        var finding = rows.isEmpty()
                ? ""
                : late == 0
                        ? "No clock is late."
                        : late == 1 ? "A clock of 1 placement is late." : "Clocks of " + late + " placements are late.";
        return new ListPage("Clocks of your placements", finding, rows);
    }

    private PlacementRow row(ShowClocks.Counted counted) {
        var placement = counted.placement();
        var open = counted.open();
        var first = open.stream()
                .min(Comparator.comparing(clock ->
                        clock.due() == null ? LocalDate.MAX : clock.due().on()))
                .orElse(null);
        var standing =
                first == null ? StatutoryClock.Standing.DONE : first.standing(counted.today(), counted.calendar());
        return new PlacementRow(
                placement.id().value(),
                placement.reference(),
                parties(placement),
                placement.route().inWords(),
                first == null ? "Nothing open" : standing.inWords(),
                standing.tag(),
                first == null
                        ? "Everything asked for so far is done"
                        : first.kind().inWords() + ": " + lower(first.inWords(counted.today(), counted.calendar())),
                counted.isLate(),
                open.size() < 2 ? "" : "and " + WORDS.count(open.size() - 1, "other clock runs", "other clocks run"));
    }

    StripPage strip(Viewer viewer, ShowClocks.Strip strip) {
        var counted = strip.counted();
        var placement = counted.placement();
        var today = counted.today();
        boolean gives = GiveNotice.gives(viewer, placement);
        var rules = new ClockRules(
                placement,
                strip.notices(),
                strip.steps().stream().collect(Collectors.toMap(ClockRows.Recorded::step, ClockRows.Recorded::on)),
                strip.days(),
                counted.limits(),
                today);
        var groups = new ArrayList<Group>();
        groups.add(group(
                "Who is told of the placement, regulation 13",
                rules.noticesDue(today),
                Regulation.NOTIFICATION,
                RecipientKind.ofThePlacement(placement),
                strip,
                gives));
        if (rules.endingNoticesDue(today) != null) {
            groups.add(group(
                    "Who is told of the ending, regulation 14",
                    rules.endingNoticesDue(today),
                    Regulation.ENDING,
                    ClockRules.toldOfTheEnding(placement, strip.notices()),
                    strip,
                    gives));
        }
        return new StripPage(
                placement.id().value(),
                "Statutory clocks: " + placement.reference(),
                placement.reference(),
                placement.state().inWords(),
                parties(placement) + ". " + placement.route().inWords() + ", "
                        + lower(placement.locality().inWords()) + ".",
                finding(counted),
                StripPicture.of(counted),
                counted.clocks().stream()
                        .map(clock -> row(clock, strip.checks(), today, counted.calendar()))
                        .toList(),
                groups,
                gives,
                PagesBesidePlacement.worksWithTheChild(viewer),
                steps(placement),
                strip.steps().stream()
                        .map(step -> step.step().inWords() + " " + WORDS.date(step.on())
                                + (step.words().isEmpty() ? "" : " (" + step.words() + ")") + ". Recorded by "
                                + step.by() + ", " + WORDS.moment(step.at()) + ".")
                        .toList(),
                strip.calls(),
                tells(counted.limits()),
                laws(strip.checks()),
                whoCanSee(placement),
                List.of(
                        new Crumb("Fostering", "/fostering"),
                        new Crumb(
                                "Placement " + placement.reference(),
                                "/fostering/placements/" + placement.id().value())));
    }

    private static String tells(Protocol.Limits limits) {
        return limits.before() == null && limits.after() == null
                ? "Whom a clock warns, and whom it calls once it is late, is to be set by the region in its protocol."
                        + " Until then what is late stands here, and on the pages of those who work on it."
                : limits.before() == null
                        ? "Whom a clock warns before it is due is to be set by the region in its protocol."
                        : limits.after() == null
                                ? "Whom a clock calls once it is late is to be set by the region in its protocol."
                                : "";
    }

    private static String finding(ShowClocks.Counted counted) {
        if (counted.clocks().isEmpty()) {
            return "The placement did not start: no clock runs.";
        }
        var late = counted.clocks().stream()
                .filter(clock -> clock.standing(counted.today(), counted.calendar()) == StatutoryClock.Standing.LATE)
                .map(clock -> clock.kind().inWords())
                .toList();
        if (!late.isEmpty()) {
            return (late.size() == 1 ? "1 clock is late: " : late.size() + " clocks are late: ")
                    + lower(WORDS.list(late)) + ".";
        }
        int open = counted.open().size();
        return open == 0
                ? "Everything the law asks for so far is done."
                : WORDS.count(open, "clock runs", "clocks run") + ", the next until " + WORDS.date(counted.next())
                        + ".";
    }

    private static ClockRow row(
            StatutoryClock clock,
            Map<Regulation, ClockRows.Checked> checks,
            LocalDate today,
            WorkingCalendar calendar) {
        var standing = clock.standing(today, calendar);
        var regulation = clock.kind().regulation();
        return new ClockRow(
                clock.kind().inWords(),
                regulation.cited(),
                regulation.link(),
                read(clock.kind(), checks.get(regulation)),
                standing.inWords(),
                standing.tag(),
                clock.inWords(today, calendar),
                clock.moved(today),
                clock.progress(),
                standing == StatutoryClock.Standing.LATE);
    }

    /** Which text a clock goes by, in a few words. */
    private static String read(ClockKind kind, ClockRows.@Nullable Checked check) {
        if (check != null) {
            return "checked by the region " + WORDS.shortDate(check.on());
        }
        return kind.isRead() ? "read " + WORDS.shortDate(Regulation.READ_ON) : "to be checked by the region";
    }

    private Group group(
            String title,
            KnownDays.@Nullable Due due,
            Regulation regulation,
            Collection<RecipientKind> kinds,
            ShowClocks.Strip strip,
            boolean gives) {
        var id = strip.counted().placement().id().value();
        return new Group(
                title,
                due == null ? "" : "By " + WORDS.date(due.on()),
                kinds.stream()
                        .map(kind -> {
                            var told = strip.notices().stream()
                                    .filter(notice -> notice.regulation() == regulation && notice.kind() == kind)
                                    .map(ClockPages::told)
                                    .toList();
                            boolean more = told.isEmpty() || SEVERAL.contains(kind);
                            return new Recipient(
                                    kind.inWords(),
                                    regulation == Regulation.ENDING
                                            ? "regulation 14(2)"
                                            : "regulation " + kind.provision(),
                                    told,
                                    gives && more
                                            ? "/fostering/placements/" + id + "/notices/" + regulation.number() + "/"
                                                    + kind.slug()
                                            : null,
                                    told.isEmpty() ? "Tell them" : "Tell somebody else");
                        })
                        .toList());
    }

    private static Told told(StatutoryNotice notice) {
        return new Told(
                notice.id().value(),
                notice.name().isEmpty() ? notice.kind().inWords() : notice.name(),
                notice.state().inWords(),
                notice.acknowledgedAt() != null
                        ? "govuk-tag--green"
                        : notice.state().tag(),
                notice.acknowledgedAt() != null
                        ? "Acknowledged " + WORDS.shortDate(notice.acknowledgedAt())
                        : notice.settledOn() == null ? "" : WORDS.shortDate(notice.settledOn()));
    }

    private static List<Option> steps(PlacementView placement) {
        return Arrays.stream(EndingStep.values())
                .filter(step -> step != EndingStep.INTENDED || placement.endedOn() == null)
                .map(step -> new Option(
                        step.name(),
                        switch (step) {
                            case INTENDED -> "The authority intends to end the placement";
                            case REVIEWED -> "The child’s case has been reviewed";
                            case IMMEDIATE_RISK -> "There was an immediate risk, so the review was not waited for";
                            case LEFT_OUT -> "Regulation 14 does not apply to this ending (14(5))";
                        },
                        switch (step) {
                            case INTENDED -> "The day on which it is to end";
                            case REVIEWED -> "The day of the review";
                            case IMMEDIATE_RISK -> "The day of the decision; say why";
                            case LEFT_OUT ->
                                "It ended under regulation 19(c), 23(2) or 25(6), or section 22D(1) of the Act applies;"
                                        + " say which";
                        }))
                .toList();
    }

    static List<Law> laws(Map<Regulation, ClockRows.Checked> checks) {
        return Arrays.stream(Regulation.values())
                .map(regulation -> {
                    var check = checks.get(regulation);
                    return new Law(
                            regulation.cited(),
                            regulation.title(),
                            regulation.link(),
                            regulation.inWords(),
                            regulation.readAt(),
                            regulation.read() + (check == null ? unread(regulation) : checked(check)));
                })
                .toList();
    }

    /** What of a regulation could not be read. */
    private static String unread(Regulation regulation) {
        return regulation == Regulation.PLACEMENT_DECISION
                ? " Paragraph (3), which says what may follow the approval of an emergency, could not be read: to be"
                        + " checked by the region."
                : "";
    }

    private static String checked(ClockRows.Checked check) {
        return " Checked against the text in force by " + check.by() + ", " + WORDS.shortDate(check.on()) + ": "
                + check.words();
    }

    String parties(PlacementView placement) {
        return authorities.get(placement.placing()).name() + " with a carer of "
                + authorities.get(placement.fostering()).name()
                + (placement.area().equals(placement.fostering())
                        ? ""
                        : ", in the area of "
                                + authorities.get(placement.area()).name());
    }

    List<String> whoCanSee(PlacementView placement) {
        var placing = authorities.get(placement.placing()).name();
        return List.of(
                "The fostering service, commissioners and Director of " + placing + " and of "
                        + authorities.get(placement.fostering()).name() + ", the child’s social workers in " + placing
                        + " and their reviewing officer.",
                "No regional, Ofsted or other authority’s role.");
    }

    static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
