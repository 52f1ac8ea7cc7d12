package uk.slipway.selfevaluation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** The steps of a self-evaluation: each asks first, says what it will do and to whom, and then does it. */
@Controller
@RequestMapping("/self-evaluations/{id}")
class TransitionController {

    record ReturnForm(@Nullable String because) {}

    record PaperForm(
            @Nullable String name,
            @Nullable DateParts signedOn,
            @Nullable MultipartFile scan) {}

    /** What one judgement area stands on: a picture in numbers, and a sentence. */
    record Balance(String area, int indicators, int others, int areas, String words, boolean warns) {}

    /** The page that asks before a step is taken. */
    record AskPage(
            String title,
            String heading,
            List<Crumb> crumbs,
            List<String> consequences,
            List<String> readers,
            List<Balance> balances,
            @Nullable String problem,
            String action,
            String button,
            String back,
            String readHref) {}

    private final ShowSelfEvaluation show;
    private final MoveSelfEvaluation move;
    private final StartNewVersion startNewVersion;
    private final Clock clock;

    TransitionController(
            ShowSelfEvaluation show, MoveSelfEvaluation move, StartNewVersion startNewVersion, Clock clock) {
        this.show = show;
        this.move = move;
        this.startNewVersion = startNewVersion;
        this.clock = clock;
    }

    @GetMapping("/send")
    @WritersOnly
    ModelAndView askToSend(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/ask", "page", sendPage(ours(id, viewer), null));
    }

    @PostMapping("/send")
    @WritersOnly
    ModelAndView send(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        var shown = ours(id, viewer);
        try {
            move.sendForReview(shown.head().id(), viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", sendPage(shown, notNow.why()));
        }
        return done(shown, "Sent for review", flash);
    }

    @GetMapping("/sign")
    @SignatoriesOnly
    ModelAndView askToSign(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/ask", "page", signPage(ours(id, viewer), viewer, null));
    }

    @PostMapping("/sign")
    @SignatoriesOnly
    ModelAndView sign(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        var shown = ours(id, viewer);
        try {
            move.signOff(shown.head().id(), viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", signPage(shown, viewer, notNow.why()));
        }
        return done(shown, viewer.is(Role.DIRECTOR) ? "You have approved it" : "You have signed it", flash);
    }

    @GetMapping("/submit")
    @WritersOnly
    ModelAndView askToSubmit(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/ask", "page", submitPage(ours(id, viewer), null));
    }

    @PostMapping("/submit")
    @WritersOnly
    ModelAndView submit(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        var shown = ours(id, viewer);
        try {
            move.submit(shown.head().id(), String.join(" ", readers(shown.head())), viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", submitPage(shown, notNow.why()));
        }
        return done(shown, "Submitted. The regional team and its data group can read it now.", flash);
    }

    @GetMapping("/new-version")
    @WritersOnly
    ModelAndView askToStartAnew(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/ask", "page", newVersionPage(ours(id, viewer), null));
    }

    @PostMapping("/new-version")
    @WritersOnly
    ModelAndView startAnew(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        var shown = ours(id, viewer);
        try {
            var next = startNewVersion.startFrom(shown.head().id(), viewer);
            return new ModelAndView("redirect:/self-evaluations/" + next.value());
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", newVersionPage(shown, notNow.why()));
        }
    }

    @GetMapping("/return")
    @SignatoriesOnly
    ModelAndView askToReturn(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/return")
                .addObject("page", returnPage(ours(id, viewer)))
                .addObject("form", new ReturnForm(null));
    }

    @PostMapping("/return")
    @SignatoriesOnly
    ModelAndView returnIt(
            @PathVariable UUID id,
            @ModelAttribute("form") ReturnForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        var shown = ours(id, viewer);
        var because = form.because() == null ? "" : form.because().strip();
        if (because.isEmpty()) {
            errors.rejectValue("because", "blank", "Enter what has to change");
        } else if (because.length() > Point.LONGEST) {
            errors.rejectValue("because", "long", "What has to change must be 2,000 characters or fewer");
        }
        if (!errors.hasErrors()) {
            try {
                move.returnToAuthor(shown.head().id(), because, viewer);
                return done(shown, "Returned to its author", flash);
            } catch (NotNow notNow) {
                errors.rejectValue("because", "state", notNow.why());
            }
        }
        return Unprocessable.page("selfevaluation/return", returnPage(shown));
    }

    @GetMapping("/paper/{step}")
    @WritersOnly
    ModelAndView askForPaper(@PathVariable UUID id, @PathVariable int step, Viewer viewer) {
        return new ModelAndView("selfevaluation/paper")
                .addObject("page", paperPage(ours(id, viewer), step))
                .addObject("form", new PaperForm(null, DateParts.EMPTY, null));
    }

    @PostMapping("/paper/{step}")
    @WritersOnly
    ModelAndView recordPaper(
            @PathVariable UUID id,
            @PathVariable int step,
            @ModelAttribute("form") PaperForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        var shown = ours(id, viewer);
        var page = paperPage(shown, step);
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            errors.rejectValue("name", "blank", "Enter who signed");
        } else if (name.length() > 100) {
            errors.rejectValue("name", "long", "Who signed must be 100 characters or fewer");
        }
        LocalDate on = DateParts.required(form.signedOn(), "signedOn", "The date of the signature", errors);
        if (on != null && on.isAfter(LondonTime.today(clock))) {
            errors.rejectValue("signedOn", "date.future", "The date of the signature must be today or in the past");
        }
        var scan = SectionController.file(form.scan(), "scan", errors);
        if (scan == null && !errors.hasFieldErrors("scan")) {
            errors.rejectValue("scan", "blank", "Choose the scan of the signed paper");
        }
        if (on != null && scan != null && !errors.hasErrors()) {
            try {
                move.recordPaperSignature(shown.head().id(), step, name, on, scan, viewer);
                return done(shown, "Signature recorded", flash);
            } catch (NotNow notNow) {
                errors.rejectValue("name", "state", notNow.why());
            }
        }
        return Unprocessable.page("selfevaluation/paper", page);
    }

    private ShowSelfEvaluation.Shown ours(UUID id, Viewer viewer) {
        var shown = show.asRecord(new SelfEvaluationId(id), viewer);
        if (!viewer.worksFor(shown.head().authority())) {
            throw new NotFound();
        }
        return shown;
    }

    private static ModelAndView done(ShowSelfEvaluation.Shown shown, String words, RedirectAttributes flash) {
        flash.addFlashAttribute("success", words);
        return new ModelAndView("redirect:" + shown.head().address());
    }

    private static AskPage sendPage(ShowSelfEvaluation.Shown shown, @Nullable String problem) {
        var consequences = new ArrayList<String>();
        long open =
                shown.sections().stream().filter(section -> !section.complete()).count();
        if (open > 0) {
            consequences.add(
                    open == 1
                            ? "1 section is not marked as complete. You can send it all the same."
                            : open + " sections are not marked as complete. You can send it all the same.");
        }
        for (var step : shown.cycle().template().chain()) {
            consequences.add("The " + step.role().inWords() + " " + step.verb() + " it"
                    + (step.optional() ? ", if they want to." : "."));
        }
        consequences.add("Each of them can return it to you with a reason.");
        consequences.add("A change to the text after somebody has signed makes their signature void.");
        consequences.add("Nobody outside " + shown.head().authorityName() + " can read it yet.");
        return ask(shown, "Send it for review?", consequences, problem, "/send", "Send for review");
    }

    private static AskPage signPage(ShowSelfEvaluation.Shown shown, Viewer viewer, @Nullable String problem) {
        var step = shown.cycle().template().chain().stream()
                .filter(each -> each.role() == viewer.role())
                .findFirst()
                .orElseThrow(NotYours::new);
        boolean director = viewer.is(Role.DIRECTOR);
        return ask(
                shown,
                director ? "Approve this self-evaluation?" : "Sign this self-evaluation?",
                List.of(
                        "Your name, " + viewer.name() + ", your role and today’s date will stand under it.",
                        "If anybody changes the text afterwards, your signature becomes void and you are asked again.",
                        inOrder(step, shown.cycle().template().chain())),
                problem,
                "/sign",
                director ? "Approve it" : "Sign it");
    }

    private static String inOrder(SignOffStep step, List<SignOffStep> chain) {
        int at = chain.indexOf(step);
        return at + 1 < chain.size()
                ? "After you: the " + chain.get(at + 1).role().inWords()
                        + (chain.get(at + 1).optional() ? " (optional)." : ".")
                : "You are the last to sign.";
    }

    private static List<String> readers(Reading.Head head) {
        return List.of(
                "The regional team, from the moment you submit it.",
                "The regional team’s strategic performance and data group, from the same moment.",
                "The panel of " + head.authorityName() + "’s peer challenge forum, while it is its panel.",
                "Ofsted does not see it. What Ofsted sees are the headlines that your Director decides to share.");
    }

    private static AskPage submitPage(ShowSelfEvaluation.Shown shown, @Nullable String problem) {
        var page = ask(
                shown,
                "Submit this self-evaluation?",
                List.of("The text stands as it was signed. To change it later, you start a new version, which has to"
                        + " be signed again."),
                problem,
                "/submit",
                "Submit it");
        return new AskPage(
                page.title(),
                page.heading(),
                page.crumbs(),
                page.consequences(),
                readers(shown.head()),
                shown.sections().stream()
                        .filter(section -> section.areaCode() != null)
                        .map(TransitionController::balance)
                        .toList(),
                page.problem(),
                page.action(),
                page.button(),
                page.back(),
                page.readHref());
    }

    private static Balance balance(Reading.SectionLine section) {
        var warnings = new ArrayList<String>();
        if (section.evidence() == 0) {
            warnings.add("there is no evidence");
        } else if (section.evidence() == section.indicators()) {
            warnings.add("the evidence is indicators only");
        }
        if (section.areas() == 0) {
            warnings.add("no area for development is stated");
        }
        return new Balance(
                section.title(),
                section.indicators(),
                section.evidence() - section.indicators(),
                section.areas(),
                warnings.isEmpty() ? "Balanced" : "Think again: " + String.join(", and ", warnings),
                !warnings.isEmpty());
    }

    private static AskPage newVersionPage(ShowSelfEvaluation.Shown shown, @Nullable String problem) {
        return ask(
                shown,
                "Start a new version?",
                List.of(
                        "You get a copy of everything to change. Nobody outside "
                                + shown.head().authorityName() + " sees it while you write.",
                        "Readers go on seeing the version that was submitted.",
                        "The new version has to be reviewed, signed and submitted like the first."),
                problem,
                "/new-version",
                "Start a new version");
    }

    private static AskPage returnPage(ShowSelfEvaluation.Shown shown) {
        return ask(
                shown,
                "Return it to its author",
                List.of("It becomes a draft again, and the signatures given so far become void."),
                null,
                "/return",
                "Return it");
    }

    private static AskPage paperPage(ShowSelfEvaluation.Shown shown, int step) {
        var chain = shown.cycle().template().chain();
        if (step < 0 || step >= chain.size()) {
            throw new NotFound();
        }
        return ask(
                shown,
                "Record a signature on paper: " + chain.get(step).role().inWords(),
                List.of("The record shows that it was signed on paper, who signed, and that you recorded it."),
                null,
                "/paper/" + step,
                "Record the signature");
    }

    private static AskPage ask(
            ShowSelfEvaluation.Shown shown,
            String heading,
            List<String> consequences,
            @Nullable String problem,
            String action,
            String button) {
        var head = shown.head();
        return new AskPage(
                (problem == null ? "" : "Error: ") + heading + " " + head.title(),
                heading,
                List.of(new Crumb("Self-evaluation", "/self-evaluations"), new Crumb(head.title(), head.address())),
                consequences,
                List.of(),
                List.of(),
                problem,
                head.address() + action,
                button,
                head.address(),
                head.address() + "/read");
    }
}
