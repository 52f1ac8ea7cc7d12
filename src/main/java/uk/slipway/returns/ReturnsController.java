package uk.slipway.returns;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Quarter;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Option;
import uk.slipway.web.Tile;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The quarters for which a region asks, and who has answered. */
@Controller
@SignedIn
class ReturnsController {

    static final Crumb ALL = new Crumb("Quarterly returns", "/returns");

    private static final Words WORDS = new Words();
    private static final String DATES = "returns/dates";
    private static final String BEFORE = "Release date must be after the deadline";
    private static final String PAST = "Deadline must be today or in the future";
    /** How many quarters before the present one can be opened. */
    private static final int BACK = 8;

    private final ShowReturns show;
    private final OpenReturn open;
    private final ChangeDates dates;
    private final LocalAuthorities authorities;

    ReturnsController(ShowReturns show, OpenReturn open, ChangeDates dates, LocalAuthorities authorities) {
        this.show = show;
        this.open = open;
        this.dates = dates;
        this.authorities = authorities;
    }

    record ListPage(boolean team, boolean ofAnAuthority, List<Row> rows) {}

    record Row(
            UUID id,
            String months,
            String label,
            String deadline,
            String status,
            String standing,
            @Nullable String own,
            @Nullable String ownAddress,
            boolean late) {}

    record NewPage(String title, int asks, List<Option> quarters, List<Crumb> crumbs) {}

    record OpenForm(
            @Nullable String quarter,
            @Nullable DateParts deadline,
            @Nullable DateParts release) {}

    record QuarterPage(
            UUID id,
            String title,
            String months,
            String status,
            String lead,
            boolean board,
            boolean mayChangeDates,
            List<Tile> tiles,
            List<Line> lines,
            String filter,
            String sort,
            List<Option> filters,
            List<Group> groups,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Line(String name, String address, String state, String tag, boolean late, String when, String complete) {}

    record Group(String name, List<Indicator> indicators) {}

    record Indicator(UUID id, String name, String description) {}

    @GetMapping("/returns")
    ModelAndView list(Viewer viewer) {
        var listed = show.list(viewer);
        var today = show.today();
        var rows = listed.quarters().stream()
                .map(quarter -> row(viewer, quarter, listed.answers(), today))
                .toList();
        return new ModelAndView(
                "returns/list",
                Map.of("page", new ListPage(viewer.isOfTheRegionalTeam(), viewer.authority() != null, rows)));
    }

    private Row row(Viewer viewer, QuarterlyReturn quarter, List<ReturnRows.Counted> answers, LocalDate today) {
        var its = answers.stream()
                .map(ReturnRows.Counted::answer)
                .filter(answer -> answer.quarter().equals(quarter.id()))
                .toList();
        var own = its.stream()
                .filter(answer -> viewer.worksFor(answer.authority()))
                .findFirst()
                .orElse(null);
        long accepted = its.stream()
                .filter(answer -> answer.state() == ReturnState.ACCEPTED)
                .count();
        long submitted = its.stream()
                .filter(answer -> answer.state() == ReturnState.SUBMITTED)
                .count();
        return new Row(
                quarter.id(),
                quarter.quarter().months(),
                quarter.quarter().label(),
                quarter.deadline().isBefore(today)
                        ? "was due by " + WORDS.shortDate(quarter.deadline())
                        : "due " + WORDS.dueIn(quarter.deadline(), today),
                status(quarter, today),
                accepted + " accepted, " + submitted + " submitted"
                        + (viewer.isOfTheRegionalTeam() ? ", of " + its.size() : ""),
                own == null ? null : own.state().inWords(),
                own == null
                        ? null
                        : "/returns/" + quarter.id() + "/authorities/"
                                + authorities.get(own.authority()).gssCode(),
                own != null && own.isLate(quarter.deadline(), today));
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String status(QuarterlyReturn quarter, LocalDate today) {
        return quarter.isReleasedOn(today)
                ? "Released on " + WORDS.shortDate(quarter.releaseOn())
                : "Provisional: for the region only until " + WORDS.shortDate(quarter.releaseOn());
    }

    @GetMapping("/returns/new")
    @RegionalTeamOnly
    ModelAndView begin(Viewer viewer) {
        var today = show.today();
        var last = Quarter.of(today).previous();
        return new ModelAndView(
                "returns/new",
                Map.of(
                        "page",
                        newPage(viewer),
                        "form",
                        new OpenForm(last.slug(), DateParts.of(today.plusDays(28)), DateParts.of(today.plusDays(84)))));
    }

    private NewPage newPage(Viewer viewer) {
        var quarters = new ArrayList<Option>();
        var quarter = Quarter.of(show.today());
        for (int i = 0; i <= BACK; i++) {
            quarters.add(Option.of(quarter.slug(), quarter.months() + " (" + quarter.label() + ")"));
            quarter = quarter.previous();
        }
        return new NewPage("Open a quarterly return", open.asks(viewer), quarters, List.of(ALL));
    }

    @PostMapping("/returns/new")
    @RegionalTeamOnly
    ModelAndView open(
            Viewer viewer, @ModelAttribute("form") OpenForm form, BindingResult errors, RedirectAttributes flash) {
        var page = newPage(viewer);
        var quarter = page.quarters().stream().anyMatch(option -> option.value().equals(form.quarter()))
                ? Quarter.fromSlug(Objects.requireNonNull(form.quarter())).orElse(null)
                : null;
        if (quarter == null) {
            errors.rejectValue("quarter", "none", "Choose the quarter");
        }
        var deadline = DateParts.required(form.deadline(), "deadline", "Deadline", errors);
        var release = DateParts.required(form.release(), "release", "Release date", errors);
        if (deadline != null && deadline.isBefore(show.today())) {
            errors.rejectValue("deadline", "past", PAST);
        }
        if (deadline != null && release != null && !release.isAfter(deadline)) {
            errors.rejectValue("release", "before", BEFORE);
        }
        if (page.asks() == 0) {
            errors.rejectValue("quarter", "empty", "The list of indicators is empty. Fill it first");
        }
        if (errors.hasErrors() || quarter == null || deadline == null || release == null) {
            return Unprocessable.page("returns/new", page);
        }
        var id = open.open(viewer, quarter, deadline, release);
        flash.addFlashAttribute("success", "Open. Every authority of the region can enter its figures.");
        return new ModelAndView("redirect:/returns/" + id);
    }

    record DatesForm(
            @Nullable String version,
            @Nullable DateParts deadline,
            @Nullable DateParts release) {

        long ofVersion() {
            return version != null && version.matches("[0-9]{1,15}") ? Long.parseLong(version) : -1;
        }
    }

    record DatesPage(UUID id, String title, String months, List<Crumb> crumbs) {}

    @GetMapping("/returns/{id}/dates")
    @RegionalTeamOnly
    ModelAndView dates(Viewer viewer, @PathVariable UUID id) {
        var quarter = dates.of(viewer, id);
        return quarter.isReleasedOn(show.today())
                ? new ModelAndView("redirect:/returns/" + id)
                : new ModelAndView(
                        DATES,
                        Map.of(
                                "page",
                                datesPage(quarter),
                                "form",
                                new DatesForm(
                                        Long.toString(quarter.version()),
                                        DateParts.of(quarter.deadline()),
                                        DateParts.of(quarter.releaseOn()))));
    }

    private static DatesPage datesPage(QuarterlyReturn quarter) {
        var months = quarter.quarter().months();
        return new DatesPage(
                quarter.id(),
                "Change the dates: quarterly return, " + months,
                months,
                List.of(ALL, new Crumb(months, "/returns/" + quarter.id())));
    }

    @PostMapping("/returns/{id}/dates")
    @RegionalTeamOnly
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") DatesForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var quarter = dates.of(viewer, id);
        var deadline = DateParts.required(form.deadline(), "deadline", "Deadline", errors);
        var release = DateParts.required(form.release(), "release", "Release date", errors);
        if (deadline != null && !deadline.equals(quarter.deadline()) && deadline.isBefore(show.today())) {
            errors.rejectValue("deadline", "past", PAST);
        }
        if (deadline != null && release != null && !release.isAfter(deadline)) {
            errors.rejectValue("release", "before", BEFORE);
        } else if (release != null && !release.isAfter(show.today()) && !quarter.isReleasedOn(show.today())) {
            errors.rejectValue("release", "past", "Release date must be in the future");
        }
        if (errors.hasErrors() || deadline == null || release == null) {
            return Unprocessable.page(DATES, datesPage(quarter));
        }
        boolean changed;
        try {
            changed = dates.change(viewer, id, form.ofVersion(), deadline, release);
        } catch (EditConflict conflict) {
            return conflict(dates.of(viewer, id), form);
        }
        flash.addFlashAttribute(
                changed ? "success" : "notice",
                changed
                        ? "The dates are changed. The officers of the authorities that are asked are told."
                        : "Nothing was different, so nothing was changed.");
        return new ModelAndView("redirect:/returns/" + id);
    }

    private static ModelAndView conflict(QuarterlyReturn now, DatesForm form) {
        var fields = new ArrayList<ConflictField>();
        addParts(fields, "Deadline", "deadline", form.deadline(), DateParts.of(now.deadline()));
        addParts(fields, "Release date", "release", form.release(), DateParts.of(now.releaseOn()));
        var page = datesPage(now);
        var address = "/returns/" + now.id();
        return new ConflictPage(
                        page.title(),
                        address + "/dates",
                        address,
                        null,
                        fields,
                        Map.of("version", Long.toString(now.version())))
                .answer();
    }

    private static void addParts(
            List<ConflictField> fields, String label, String name, @Nullable DateParts mine, DateParts theirs) {
        var typed = mine == null ? DateParts.EMPTY : mine;
        fields.add(part(label + ", day", name + ".day", typed.day(), theirs.day()));
        fields.add(part(label + ", month", name + ".month", typed.month(), theirs.month()));
        fields.add(part(label + ", year", name + ".year", typed.year(), theirs.year()));
    }

    private static ConflictField part(String label, String name, @Nullable String mine, @Nullable String theirs) {
        return new ConflictField(
                label, name, Objects.requireNonNullElse(mine, ""), Objects.requireNonNullElse(theirs, ""), null);
    }

    @GetMapping("/returns/{id}")
    ModelAndView quarter(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String sort) {
        var whole = this.show.quarter(viewer, id);
        var today = this.show.today();
        var quarter = whole.quarter();
        boolean board = viewer.isOfTheRegionalTeam();
        var answers = whole.answers().stream()
                .sorted(Comparator.comparing((ReturnRows.Counted counted) ->
                                !counted.answer().isLate(quarter.deadline(), today)
                                        || !counted.answer().state().isWithTheAuthority())
                        .thenComparing(counted -> counted.answer().state())
                        .thenComparing(counted ->
                                authorities.get(counted.answer().authority()).name()))
                .filter(counted -> matches(show, counted.answer(), quarter, today))
                .toList();
        List<Line> lines =
                answers.stream().map(counted -> line(counted, whole, today)).toList();
        if ("name".equals(sort)) {
            lines = lines.stream().sorted(Comparator.comparing(Line::name)).toList();
        }
        var groups = new ArrayList<Group>();
        for (var asked : whole.asked()) {
            var name = asked.definition().grouping();
            var group = groups.stream().filter(one -> one.name().equals(name)).findFirst();
            if (group.isEmpty()) {
                groups.add(new Group(name, new ArrayList<>()));
            }
            group.orElseGet(groups::getLast)
                    .indicators()
                    .add(new Indicator(
                            asked.indicator(),
                            asked.definition().name(),
                            asked.definition().description()));
        }
        return new ModelAndView(
                "returns/quarter",
                Map.of(
                        "page",
                        new QuarterPage(
                                id,
                                "Quarterly return: " + quarter.quarter().months(),
                                quarter.quarter().months(),
                                status(quarter, today),
                                lead(whole, today, board),
                                board,
                                board && viewer.organisation().equals(quarter.team()) && !quarter.isReleasedOn(today),
                                answers.stream()
                                        .map(counted -> tile(counted, whole, today))
                                        .toList(),
                                lines,
                                show,
                                sort,
                                List.of(
                                        Option.of("all", "All"),
                                        Option.of("late", "Late"),
                                        Option.of("with-authority", "With the authority"),
                                        Option.of("submitted", "Submitted, to look at"),
                                        Option.of("accepted", "Accepted")),
                                groups,
                                board
                                        ? whole.trail().stream()
                                                .map(entry -> new TimelineEntry(
                                                        WORDS.moment(entry.at()), entry.who(), sentence(entry.what())))
                                                .toList()
                                        : List.of(),
                                whoCanSee(quarter, today),
                                List.of(ALL))));
    }

    private static boolean matches(String show, AuthorityReturn answer, QuarterlyReturn quarter, LocalDate today) {
        return switch (show) {
            case "late" -> answer.isLate(quarter.deadline(), today);
            case "with-authority" -> answer.state().isWithTheAuthority();
            case "submitted" -> answer.state() == ReturnState.SUBMITTED;
            case "accepted" -> answer.state() == ReturnState.ACCEPTED;
            default -> true;
        };
    }

    static List<String> whoCanSee(QuarterlyReturn quarter, LocalDate today) {
        var release = WORDS.shortDate(quarter.releaseOn());
        return quarter.isReleasedOn(today)
                ? List.of(
                        "Everybody who signs in sees the accepted figures, since " + release
                                + ", small numbers left out.",
                        "Figures that are submitted and not accepted: the region’s authorities and the regional team.")
                : List.of(
                        "An authority and the regional team see what is entered.",
                        "Once it is submitted, the region’s other authorities see it, with the authority’s name. It is"
                                + " provisional.",
                        "From " + release + " everybody who signs in sees the accepted figures.",
                        "Small numbers, and what could give them away: the authority itself and the regional team.");
    }

    private static String lead(ShowReturns.Whole whole, LocalDate today, boolean board) {
        var quarter = whole.quarter();
        var due = quarter.deadline().isBefore(today)
                ? "It was due by " + WORDS.date(quarter.deadline()) + "."
                : "It is due " + WORDS.dueIn(quarter.deadline(), today) + ".";
        if (!board) {
            return due;
        }
        long late = whole.answers().stream()
                .map(ReturnRows.Counted::answer)
                .filter(answer -> answer.state().isWithTheAuthority() && answer.isLate(quarter.deadline(), today))
                .count();
        long accepted = whole.answers().stream()
                .filter(counted -> counted.answer().state() == ReturnState.ACCEPTED)
                .count();
        return due + " " + accepted + " of "
                + WORDS.count(whole.answers().size(), "authority is", "authorities are") + " accepted"
                + (late == 0 ? "." : ", " + late + (late == 1 ? " is late." : " are late."));
    }

    private String address(ReturnRows.Counted counted) {
        return "/returns/" + counted.answer().quarter() + "/authorities/"
                + authorities.get(counted.answer().authority()).gssCode();
    }

    private Tile tile(ReturnRows.Counted counted, ShowReturns.Whole whole, LocalDate today) {
        var answer = counted.answer();
        var line = line(counted, whole, today);
        var look = switch (answer.state()) {
            case OPEN -> Tile.Look.WAITING;
            case WRITING, SUBMITTED -> Tile.Look.UNDER_WAY;
            case RETURNED -> Tile.Look.STOPPED;
            case ACCEPTED -> Tile.Look.DONE;
        };
        return new Tile(
                line.name(),
                line.address(),
                line.state() + (answer.state() == ReturnState.WRITING ? ", " + line.complete() : ""),
                line.late() ? line.when() : null,
                line.late() && answer.state().isWithTheAuthority() ? Tile.Look.LATE : look);
    }

    private Line line(ReturnRows.Counted counted, ShowReturns.Whole whole, LocalDate today) {
        var answer = counted.answer();
        var deadline = whole.quarter().deadline();
        boolean late = answer.isLate(deadline, today);
        var submitted = answer.submittedAt();
        return new Line(
                authorities.get(answer.authority()).label(),
                address(counted),
                answer.state().inWords(),
                answer.state().tag(),
                late,
                answer.state().isWithTheAuthority()
                        ? late
                                ? "Late by " + WORDS.count(today.toEpochDay() - deadline.toEpochDay(), "day", "days")
                                : "Due " + WORDS.shortDate(deadline)
                        : (late ? "Submitted late, " : "Submitted ")
                                + WORDS.shortDate(LondonTime.dayOf(Objects.requireNonNull(submitted))),
                counted.answered() + " of " + whole.asked().size() + " entered");
    }

    /** Every figure of a quarter that the viewer may see. */
    @GetMapping("/returns/{id}/figures.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id) {
        var rows = show.figures(viewer, id).stream()
                .map(placed -> figureRow(placed, authorities, show.today()))
                .toList();
        return CsvDownload.answer("quarterly-return", ReturnFile.FIGURES, rows);
    }

    /** A line of {@link ReturnFile#FIGURES}. */
    static List<String> figureRow(ReturnRows.Placed placed, LocalAuthorities authorities, LocalDate today) {
        var authority = authorities.get(placed.answer().authority());
        var definition = placed.asked().definition();
        var figure = placed.figure();
        var worth = figure.worth(definition);
        var row = new ArrayList<>(ReturnFile.place(
                placed.quarter().quarter(),
                authorities.region(authority.region()).name(),
                authority));
        row.add(CsvDownload.harmless(definition.name()));
        row.add(FigureCheck.plain(figure.numerator()));
        row.add(FigureCheck.plain(figure.denominator()));
        row.add(
                worth != null
                        ? worth.setScale(definition.decimalPlaces(), RoundingMode.HALF_UP)
                                .toPlainString()
                        : Objects.requireNonNullElse(figure.symbol(), ""));
        row.add(CsvDownload.harmless(Objects.requireNonNullElse(figure.note(), "")));
        row.add(LondonTime.dayOf(Objects.requireNonNull(placed.answer().submittedAt()))
                .toString());
        row.add(
                placed.answer().state() == ReturnState.ACCEPTED
                                && placed.quarter().isReleasedOn(today)
                        ? "released"
                        : "provisional");
        return row;
    }
}
