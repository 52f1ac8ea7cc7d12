package uk.slipway.particulars;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.kernel.LondonTime;
import uk.slipway.placements.PlacementId;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** A placed child's particulars: the page that shows none, opening them, writing them, and who may. */
@Controller
@WorkersOnly
class ParticularsController {

    private static final Words WORDS = new Words();
    private static final int LONGEST = 20_000;

    private final ShowParticulars show;
    private final OpenParticulars open;
    private final KeepParticulars keep;
    private final NameWorkers nameWorkers;
    private final Clock clock;

    ParticularsController(
            ShowParticulars show, OpenParticulars open, KeepParticulars keep, NameWorkers nameWorkers, Clock clock) {
        this.show = show;
        this.open = open;
        this.keep = keep;
        this.nameWorkers = nameWorkers;
        this.clock = clock;
    }

    record OpenForm(@Nullable String reason) {}

    record WorkerForm(@Nullable String account) {}

    record ChildForm(
            @Nullable String version,
            @Nullable String name,
            @Nullable DateParts born,
            @Nullable String carePlan,
            @Nullable String assessment) {}

    /** @param state what is kept of the child, in words */
    record ChildRow(int number, String name, String state, boolean kept) {}

    record Page(
            UUID id,
            String title,
            String reference,
            boolean possible,
            boolean agreed,
            boolean named,
            boolean mayKeep,
            boolean anyKept,
            List<ChildRow> children,
            List<ShowParticulars.Named> workers,
            List<Option> mayBeNamed,
            List<TimelineEntry> openings,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record OpenedPage(
            UUID id,
            String title,
            String reason,
            String since,
            String until,
            boolean mayKeep,
            List<OpenedChild> children,
            List<Crumb> crumbs) {}

    record OpenedChild(int number, String heading, String name, String born, String carePlan, String assessment) {}

    record ChildPage(UUID id, int number, String title, boolean kept, List<Crumb> crumbs) {}

    @GetMapping("/fostering/placements/{id}/particulars")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "particulars/particulars", Map.of("page", page(viewer, id), "form", new OpenForm(null)));
    }

    @PostMapping("/fostering/placements/{id}/particulars/open")
    ModelAndView open(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") OpenForm form, BindingResult errors) {
        var reason = Typed.text(form.reason(), "reason", "why you open them", 500, errors);
        NothingIdentifying.check(reason, "reason", LondonTime.today(clock), errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("particulars/particulars", page(viewer, id));
        }
        open.open(viewer, new PlacementId(id), reason);
        return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars/opened");
    }

    @GetMapping("/fostering/placements/{id}/particulars/opened")
    ModelAndView opened(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        var lying = open.lyingOpen(viewer, new PlacementId(id));
        if (lying.isEmpty()) {
            flash.addFlashAttribute("notice", "The particulars are closed. Say why you open them, and they open");
            return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
        }
        var shown = show.of(viewer, new PlacementId(id));
        var page = new OpenedPage(
                id,
                "Particulars: " + shown.placement().reference(),
                lying.get().reason(),
                WORDS.moment(lying.get().since()),
                WORDS.time(lying.get().until()),
                shown.mayKeep() && shown.possible(),
                lying.get().children().stream()
                        .map(child -> new OpenedChild(
                                child.number(),
                                shown.placement().children() == 1 ? "The child" : "Child " + child.number(),
                                child.name(),
                                WORDS.shortDate(child.born()),
                                child.carePlan(),
                                child.assessment()))
                        .toList(),
                crumbs(id, shown.placement().reference(), true));
        return new ModelAndView("particulars/opened", Map.of("page", page));
    }

    @GetMapping("/fostering/placements/{id}/particulars/children/{number}")
    ModelAndView child(Viewer viewer, @PathVariable UUID id, @PathVariable int number, RedirectAttributes flash) {
        var begun = keep.begin(viewer, new PlacementId(id), number);
        if (begun.mustOpenFirst()) {
            flash.addFlashAttribute("notice", "Open the particulars first, then you can change them");
            return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
        }
        var child = begun.child();
        var form = child == null
                ? new ChildForm("", null, DateParts.EMPTY, null, null)
                : new ChildForm(
                        String.valueOf(begun.version()),
                        child.name(),
                        DateParts.of(child.born()),
                        child.carePlan(),
                        child.assessment());
        return new ModelAndView(
                "particulars/child", Map.of("page", childPage(viewer, id, number, child != null), "form", form));
    }

    @PostMapping("/fostering/placements/{id}/particulars/children/{number}")
    ModelAndView keep(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @ModelAttribute("form") ChildForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var begun = keep.begin(viewer, new PlacementId(id), number);
        if (!keep.possible()) {
            throw new NotFound();
        }
        var name = Typed.text(form.name(), "name", "the child’s name", 200, errors);
        LocalDate born = DateParts.required(form.born(), "born", "Date of birth", errors);
        var today = LondonTime.today(clock);
        if (born != null && (born.isAfter(today) || born.isBefore(today.minusYears(26)))) {
            errors.rejectValue("born", "range", "Date of birth must be that of a child: in the past 26 years");
        }
        var carePlan = Typed.optional(form.carePlan(), "carePlan", "the care plan", LONGEST, errors);
        var assessment = Typed.optional(form.assessment(), "assessment", "the assessment", LONGEST, errors);
        if (errors.hasErrors() || born == null) {
            return Unprocessable.page("particulars/child", childPage(viewer, id, number, form.version() != null));
        }
        var child = new ChildParticulars(number, name, born, carePlan, assessment);
        try {
            keep.keep(viewer, new PlacementId(id), child, version(form.version()));
        } catch (EditConflict conflict) {
            return conflict(viewer, id, begun, child);
        }
        flash.addFlashAttribute("success", "The particulars are kept, encrypted");
        return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
    }

    @PostMapping("/fostering/placements/{id}/particulars/workers")
    ModelAndView name(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("worker") WorkerForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var account = account(form.account());
        if (account == null || !nameWorkers.name(viewer, new PlacementId(id), account)) {
            show.of(viewer, new PlacementId(id));
            flash.addFlashAttribute("notice", "Nobody was named. Choose one of the people in the list");
            return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
        }
        flash.addFlashAttribute("success", "They may open the particulars now, giving a reason");
        return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
    }

    @PostMapping("/fostering/placements/{id}/particulars/workers/{naming}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, @PathVariable UUID naming, RedirectAttributes flash) {
        nameWorkers.end(viewer, new PlacementId(id), naming);
        flash.addFlashAttribute("success", "They may not open the particulars any more");
        return new ModelAndView("redirect:/fostering/placements/" + id + "/particulars");
    }

    /** Both texts side by side, where the worker has the kept ones open; else they open them first. */
    private ModelAndView conflict(Viewer viewer, UUID id, KeepParticulars.Begun begun, ChildParticulars mine) {
        var theirs = begun.child();
        var address = "/fostering/placements/" + id + "/particulars";
        if (theirs == null) {
            throw new EditConflict();
        }
        var born = DateParts.of(mine.born());
        return new ConflictPage(
                        "Particulars",
                        address + "/children/" + mine.number(),
                        address,
                        null,
                        List.of(
                                new ConflictField("Name", "name", mine.name(), theirs.name(), null),
                                new ConflictField("Care plan", "carePlan", mine.carePlan(), theirs.carePlan(), null),
                                new ConflictField(
                                        "Assessment", "assessment", mine.assessment(), theirs.assessment(), null)),
                        Map.of(
                                "version", String.valueOf(begun.version()),
                                "born.day", Objects.requireNonNullElse(born.day(), ""),
                                "born.month", Objects.requireNonNullElse(born.month(), ""),
                                "born.year", Objects.requireNonNullElse(born.year(), "")))
                .answer();
    }

    private Page page(Viewer viewer, UUID id) {
        var shown = show.of(viewer, new PlacementId(id));
        var placement = shown.placement();
        var kept = shown.kept().stream().collect(Collectors.toMap(ParticularsRows.Kept::number, each -> each));
        var children = new ArrayList<ChildRow>();
        for (int number = 1; number <= placement.children(); number++) {
            var row = kept.get(number);
            children.add(new ChildRow(
                    number,
                    placement.children() == 1 ? "The child" : "Child " + number,
                    row == null
                            ? "Not kept yet"
                            : "Kept, encrypted, by " + row.keptBy() + ", " + WORDS.moment(row.keptAt()),
                    row != null));
        }
        return new Page(
                id,
                "Particulars: " + placement.reference(),
                placement.reference(),
                shown.possible(),
                shown.agreed(),
                shown.named(),
                shown.mayKeep() && shown.possible() && shown.agreed(),
                !kept.isEmpty(),
                children,
                shown.workers(),
                shown.mayBeNamed().stream()
                        .map(person -> new Option(person.account().value().toString(), person.name(), null))
                        .toList(),
                shown.openings().stream()
                        .map(opening -> new TimelineEntry(
                                "Opened by " + opening.who() + ", because: " + opening.reason(),
                                opening.who(),
                                WORDS.moment(opening.at())))
                        .toList(),
                List.of(
                        "This page shows no particulars. The people in fostering of " + shown.placing() + " and "
                                + shown.fostering() + " who see the placement see it.",
                        "The particulars themselves are opened by the workers named here, each time with a reason that"
                                + " stays in the placement’s history.",
                        "The recipient of a statutory notice that carries them reads them through the notice’s link,"
                                + " with a code."),
                crumbs(id, placement.reference(), false));
    }

    private ChildPage childPage(Viewer viewer, UUID id, int number, boolean kept) {
        var placement = show.of(viewer, new PlacementId(id)).placement();
        return new ChildPage(
                id,
                number,
                "Particulars of " + (placement.children() == 1 ? "the child" : "child " + number) + ": "
                        + placement.reference(),
                kept,
                crumbs(id, placement.reference(), true));
    }

    private static List<Crumb> crumbs(UUID id, String reference, boolean inside) {
        var crumbs = new ArrayList<>(List.of(
                new Crumb("Fostering", "/fostering"),
                new Crumb("Placement " + reference, "/fostering/placements/" + id)));
        if (inside) {
            crumbs.add(new Crumb("Particulars", "/fostering/placements/" + id + "/particulars"));
        }
        return crumbs;
    }

    private static @Nullable Long version(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException spoiled) {
            throw new EditConflict();
        }
    }

    private static @Nullable AccountId account(@Nullable String text) {
        try {
            return text == null ? null : new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
