package uk.slipway.cycles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** A regional manager sets a year up, changes, opens and closes it. */
@Controller
@RegionalManagerOnly
class ManageCyclesController {

    private static final String FORM = "cycles/form";
    private static final String CONFIRM = "cycles/confirm";

    private final ProposeCycle proposeCycle;
    private final SetUpCycle setUpCycle;
    private final ReadCycleToChange readCycleToChange;
    private final ChangeCycle changeCycle;
    private final OpenCycle openCycle;
    private final CloseCycle closeCycle;
    private final JudgementSchemes schemes;
    private final Words words = new Words();

    ManageCyclesController(
            ProposeCycle proposeCycle,
            SetUpCycle setUpCycle,
            ReadCycleToChange readCycleToChange,
            ChangeCycle changeCycle,
            OpenCycle openCycle,
            CloseCycle closeCycle,
            JudgementSchemes schemes) {
        this.proposeCycle = proposeCycle;
        this.setUpCycle = setUpCycle;
        this.readCycleToChange = readCycleToChange;
        this.changeCycle = changeCycle;
        this.openCycle = openCycle;
        this.closeCycle = closeCycle;
        this.schemes = schemes;
    }

    @GetMapping("/cycles/new")
    ModelAndView propose(Viewer viewer) {
        var proposal = proposeCycle.handle(viewer);
        return new ModelAndView(
                FORM,
                Map.of(
                        "page", newPage(proposal.plan().year(), proposal.from()),
                        "form", CycleForm.of(proposal.plan(), Uuid7.next(), 0)));
    }

    @PostMapping("/cycles/new")
    ModelAndView setUp(
            @ModelAttribute("form") CycleForm form, BindingResult errors, Viewer viewer, RedirectAttributes redirect) {
        var typed = form.year() == null ? "" : form.year().strip();
        var year = AcademicYear.fromSlug(typed).orElse(null);
        if (year == null) {
            errors.rejectValue("year", "year", "Enter the academic year like 2026-27");
        }
        // The dates are checked even where the year is wrong, so that everything is said at once.
        var plan = form.toPlan(year == null ? new AcademicYear(2000) : year, null, schemeCodes(), errors);
        if (year == null || plan == null) {
            return Unprocessable.page(FORM, newPage(year, null));
        }
        try {
            setUpCycle.handle(form.cycleId(), plan, viewer);
        } catch (YearTaken taken) {
            errors.rejectValue("year", "taken", String.valueOf(taken.getMessage()));
            return Unprocessable.page(FORM, newPage(year, null));
        } catch (DataIntegrityViolationException setUpMeanwhile) {
            errors.rejectValue("year", "taken", String.valueOf(new YearTaken(year).getMessage()));
            return Unprocessable.page(FORM, newPage(year, null));
        }
        redirect.addFlashAttribute("success", "The year " + year.label() + " is set up. Nobody else sees it yet");
        return new ModelAndView("redirect:/cycles/" + year.slug());
    }

    @GetMapping("/cycles/{year}/edit")
    ModelAndView edit(@PathVariable String year, Viewer viewer) {
        var found = changeable(year, viewer);
        return new ModelAndView(
                FORM,
                Map.of(
                        "page", editPage(found, List.of()),
                        "form", CycleForm.of(found.plan(), null, found.version())));
    }

    @PostMapping("/cycles/{year}/edit")
    ModelAndView change(
            @PathVariable String year,
            @ModelAttribute("form") CycleForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes redirect) {
        var found = changeable(year, viewer);
        var known = found.state() == CycleState.OPEN ? found.plan() : null;
        var plan = form.toPlan(found.plan().year(), known, schemeCodes(), errors);
        if (plan == null) {
            return Unprocessable.page(FORM, editPage(found, List.of()));
        }
        try {
            changeCycle.handle(plan, form.versionNumber(), viewer);
        } catch (EditConflict | OptimisticLockingFailureException conflict) {
            var now = changeable(year, viewer);
            var answer = new ModelAndView(FORM, HttpStatus.CONFLICT);
            answer.addObject("page", editPage(now, differences(plan, now.plan())));
            answer.addObject("form", form.withVersion(now.version()));
            return answer;
        }
        redirect.addFlashAttribute("success", "The year " + plan.year().label() + " is changed");
        return new ModelAndView("redirect:/cycles/" + plan.year().slug());
    }

    @GetMapping("/cycles/{year}/open")
    ModelAndView confirmOpening(@PathVariable String year, Viewer viewer) {
        var found = readCycleToChange.handle(yearOf(year), viewer);
        return new ModelAndView(CONFIRM, "page", openingPage(found));
    }

    @PostMapping("/cycles/{year}/open")
    ModelAndView open(@PathVariable String year, Viewer viewer, RedirectAttributes redirect) {
        try {
            openCycle.handle(yearOf(year), viewer);
        } catch (NotInThisState refused) {
            return Unprocessable.page(CONFIRM, openingPage(readCycleToChange.handle(yearOf(year), viewer)));
        }
        redirect.addFlashAttribute("success", "The year " + yearOf(year).label() + " is open");
        return new ModelAndView("redirect:/cycles/" + year);
    }

    @GetMapping("/cycles/{year}/close")
    ModelAndView confirmClosing(@PathVariable String year, Viewer viewer) {
        return new ModelAndView(CONFIRM, "page", closingPage(readCycleToChange.handle(yearOf(year), viewer)));
    }

    @PostMapping("/cycles/{year}/close")
    ModelAndView close(@PathVariable String year, Viewer viewer, RedirectAttributes redirect) {
        try {
            closeCycle.handle(yearOf(year), viewer);
        } catch (NotInThisState refused) {
            return Unprocessable.page(CONFIRM, closingPage(readCycleToChange.handle(yearOf(year), viewer)));
        }
        redirect.addFlashAttribute("success", "The year " + yearOf(year).label() + " is closed");
        return new ModelAndView("redirect:/cycles/" + year);
    }

    static AcademicYear yearOf(String slug) {
        return AcademicYear.fromSlug(slug).orElseThrow(NotFound::new);
    }

    private ReadCycleToChange.Found changeable(String year, Viewer viewer) {
        var found = readCycleToChange.handle(yearOf(year), viewer);
        if (found.state() == CycleState.CLOSED) {
            throw new NotFound();
        }
        return found;
    }

    private List<String> schemeCodes() {
        return schemes.all().stream().map(JudgementScheme::code).toList();
    }

    private CycleFormPage newPage(@Nullable AcademicYear year, @Nullable AcademicYear from) {
        return formPage(
                year == null ? "Set up a year" : "Set up the year " + year.label(),
                "/cycles/new",
                "Save and look at the timetable",
                from == null
                        ? null
                        : "Copied from " + from.label()
                                + ": each date a year later, moved to a working day where it is none.",
                false,
                List.of(),
                List.of(new Crumb("Years", "/cycles")));
    }

    private CycleFormPage editPage(ReadCycleToChange.Found found, List<CycleFormPage.Difference> conflict) {
        var year = found.plan().year();
        boolean open = found.state() == CycleState.OPEN;
        return formPage(
                (open ? "Change the dates of " : "Change the year ") + year.label(),
                "/cycles/" + year.slug() + "/edit",
                conflict.isEmpty() ? "Save changes" : "Save yours over what is saved now",
                null,
                open,
                conflict,
                List.of(new Crumb("Years", "/cycles"), new Crumb(year.label(), "/cycles/" + year.slug())));
    }

    private CycleFormPage formPage(
            String title,
            String action,
            String button,
            @Nullable String copiedFrom,
            boolean datesOnly,
            List<CycleFormPage.Difference> conflict,
            List<Crumb> crumbs) {
        return new CycleFormPage(
                title,
                action,
                button,
                copiedFrom,
                datesOnly,
                Arrays.stream(MilestoneKind.values())
                        .map(kind -> new CycleFormPage.Field(
                                kind.inWords(), CycleForm.fieldOf(kind), CycleForm.fieldOf(kind) + "By"))
                        .toList(),
                Responsible.CHOICES.stream()
                        .map(role -> Option.of(role.name(), role.inWords()))
                        .toList(),
                datesOnly
                        ? List.of()
                        : schemes.all().stream()
                                .map(scheme -> new Option(
                                        scheme.code(),
                                        scheme.name(),
                                        CycleWords.sentence(scheme.validInWords()) + ". "
                                                + (scheme.overallGrade()
                                                        ? "With an overall grade."
                                                        : "No overall grade.")))
                                .toList(),
                conflict,
                crumbs);
    }

    private List<CycleFormPage.Difference> differences(CyclePlan mine, CyclePlan theirs) {
        var differences = new ArrayList<CycleFormPage.Difference>();
        for (var kind : MilestoneKind.values()) {
            difference(differences, kind.inWords(), words.date(mine.dayOf(kind)), words.date(theirs.dayOf(kind)));
            difference(differences, kind.inWords() + ": who sees to it", by(mine, kind), by(theirs, kind));
        }
        difference(differences, "Judgement scheme", nameOf(mine.schemeCode()), nameOf(theirs.schemeCode()));
        difference(differences, "Panel", CycleWords.panel(mine.forumShape()), CycleWords.panel(theirs.forumShape()));
        difference(differences, "Memorandum of understanding", mine.memorandum(), theirs.memorandum());
        return differences;
    }

    private static String by(CyclePlan plan, MilestoneKind kind) {
        return plan.milestones().stream()
                .filter(milestone -> milestone.kind() == kind)
                .findFirst()
                .orElseThrow()
                .responsible()
                .inWords();
    }

    private String nameOf(String scheme) {
        return schemes.find(scheme).map(JudgementScheme::name).orElse(scheme);
    }

    private static void difference(
            List<CycleFormPage.Difference> differences, String label, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            differences.add(new CycleFormPage.Difference(label, mine, theirs));
        }
    }

    private static ConfirmPage openingPage(ReadCycleToChange.Found found) {
        var year = found.plan().year();
        return new ConfirmPage(
                "Open the year " + year.label(),
                List.of(
                        "Everybody in the region who can sign in sees the timetable.",
                        "Authorities can write their self-evaluations and sign the memorandum of understanding.",
                        "The judgement scheme, the panel's shape and the memorandum's text can no longer be changed."
                                + " Dates can, and everybody sees which were moved."),
                found.plan().warnings(),
                "/cycles/" + year.slug() + "/open",
                "Open the year",
                "/cycles/" + year.slug(),
                found.state() == CycleState.CLOSED ? "This year is closed and cannot be opened again." : null,
                List.of(new Crumb("Years", "/cycles"), new Crumb(year.label(), "/cycles/" + year.slug())));
    }

    private static ConfirmPage closingPage(ReadCycleToChange.Found found) {
        var year = found.plan().year();
        return new ConfirmPage(
                "Close the year " + year.label(),
                List.of(
                        "Its dates and the signatures under its memorandum stand as they are.",
                        "It stays readable by the same people.",
                        "A closed year is not opened again."),
                List.of(),
                "/cycles/" + year.slug() + "/close",
                "Close the year",
                "/cycles/" + year.slug(),
                found.state() == CycleState.DRAFT ? "This year has not been opened yet." : null,
                List.of(new Crumb("Years", "/cycles"), new Crumb(year.label(), "/cycles/" + year.slug())));
    }
}
