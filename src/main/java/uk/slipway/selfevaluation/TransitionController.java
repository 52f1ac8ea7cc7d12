package uk.slipway.selfevaluation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Markdown;
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

    /** The page that asks before a step is taken. */
    record AskPage(
            String title,
            String heading,
            List<Crumb> crumbs,
            List<String> consequences,
            List<ShowReaders.Readers> readers,
            @Nullable EvidencePicture evidence,
            @Nullable String problem,
            String action,
            String button,
            String back,
            String readHref) {}

    /** The page on which a signatory reads the text and signs it. */
    record SignPage(AskPage ask, List<ReadSection> sections, String read, List<String> whoCanSee) {}

    /** The page that says what changed while a signatory read. */
    record ChangedPage(
            String title, List<Crumb> crumbs, List<SignSelfEvaluation.Change> changes, String again, String back) {}

    private final ShowSelfEvaluation show;
    private final ShowReaders showReaders;
    private final SendForReview send;
    private final SignSelfEvaluation sign;
    private final ReturnToAuthor returnToAuthor;
    private final RecordSignOffOnPaper recordSignOffOnPaper;
    private final SubmitSelfEvaluation submit;
    private final WarnOfQueries warnOfQueries;
    private final StartNewVersion startNewVersion;
    private final Markdown markdown;
    private final Clock clock;

    TransitionController(
            ShowSelfEvaluation show,
            ShowReaders showReaders,
            SendForReview send,
            SignSelfEvaluation sign,
            ReturnToAuthor returnToAuthor,
            RecordSignOffOnPaper recordSignOffOnPaper,
            SubmitSelfEvaluation submit,
            WarnOfQueries warnOfQueries,
            StartNewVersion startNewVersion,
            Markdown markdown,
            Clock clock) {
        this.show = show;
        this.showReaders = showReaders;
        this.send = send;
        this.sign = sign;
        this.returnToAuthor = returnToAuthor;
        this.recordSignOffOnPaper = recordSignOffOnPaper;
        this.submit = submit;
        this.warnOfQueries = warnOfQueries;
        this.startNewVersion = startNewVersion;
        this.markdown = markdown;
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
            send.send(shown.head().id(), viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", sendPage(shown, notNow.why()));
        }
        return done(shown, "Sent for review", flash);
    }

    @GetMapping("/sign")
    @SignatoriesOnly
    ModelAndView askToSign(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/sign", "page", signPage(wholeOfOurs(id, viewer), viewer, null));
    }

    @PostMapping("/sign")
    @SignatoriesOnly
    ModelAndView sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String read,
            Viewer viewer,
            RedirectAttributes flash) {
        var head = ours(id, viewer).head();
        try {
            sign.sign(head.id(), TextRead.parse(read), viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/sign", signPage(wholeOfOurs(id, viewer), viewer, notNow.why()));
        } catch (SignSelfEvaluation.TextChanged changed) {
            return new ModelAndView(
                    "selfevaluation/changed", Map.of("page", changedPage(head, changed)), HttpStatus.CONFLICT);
        }
        return done(head, viewer.is(Role.DIRECTOR) ? "You have approved it" : "You have signed it", flash);
    }

    @GetMapping("/submit")
    @WritersOnly
    ModelAndView askToSubmit(@PathVariable UUID id, Viewer viewer) {
        return new ModelAndView("selfevaluation/ask", "page", submitPage(ours(id, viewer), viewer, null));
    }

    @PostMapping("/submit")
    @WritersOnly
    ModelAndView submit(@PathVariable UUID id, Viewer viewer, RedirectAttributes flash) {
        var shown = ours(id, viewer);
        var words = showReaders.of(shown.head().id(), viewer).stream()
                .map(ShowReaders.Readers::inWords)
                .collect(Collectors.joining(" "));
        try {
            submit.submit(shown.head().id(), words, viewer);
        } catch (NotNow notNow) {
            return Unprocessable.page("selfevaluation/ask", submitPage(shown, viewer, notNow.why()));
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
                returnToAuthor.returnIt(shown.head().id(), because, viewer);
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
                recordSignOffOnPaper.record(shown.head().id(), step, name, on, scan, viewer);
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

    private ShowSelfEvaluation.Whole wholeOfOurs(UUID id, Viewer viewer) {
        var whole = show.asDocument(new SelfEvaluationId(id), viewer);
        if (!viewer.worksFor(whole.head().authority())) {
            throw new NotFound();
        }
        return whole;
    }

    private static ModelAndView done(ShowSelfEvaluation.Shown shown, String words, RedirectAttributes flash) {
        return done(shown.head(), words, flash);
    }

    private static ModelAndView done(Reading.Head head, String words, RedirectAttributes flash) {
        flash.addFlashAttribute("success", words);
        return new ModelAndView("redirect:" + head.address());
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

    private SignPage signPage(ShowSelfEvaluation.Whole whole, Viewer viewer, @Nullable String problem) {
        var chain = whole.cycle().template().chain();
        var step = chain.stream()
                .filter(each -> each.role() == viewer.role())
                .findFirst()
                .orElseThrow(NotYours::new);
        boolean director = viewer.is(Role.DIRECTOR);
        var page = ask(
                whole.head(),
                director ? "Approve this self-evaluation?" : "Sign this self-evaluation?",
                List.of(
                        "Your name, " + viewer.name() + ", your role and today’s date will stand under the text below.",
                        "If anybody changes the text afterwards, your signature becomes void and you are asked again.",
                        inOrder(step, chain)),
                problem,
                "/sign",
                director ? "Approve it" : "Sign it");
        return new SignPage(
                page,
                ReadSection.of(whole, markdown),
                TextRead.of(whole).asSent(),
                SelfEvaluationController.whoCanSee(whole.head(), List.of()));
    }

    private static ChangedPage changedPage(Reading.Head head, SignSelfEvaluation.TextChanged changed) {
        return new ChangedPage(
                "The text changed: " + head.title(),
                crumbs(head),
                changed.changes(),
                head.address() + "/sign",
                head.address());
    }

    private static String inOrder(SignOffStep step, List<SignOffStep> chain) {
        int at = chain.indexOf(step);
        return at + 1 < chain.size()
                ? "After you: the " + chain.get(at + 1).role().inWords()
                        + (chain.get(at + 1).optional() ? " (optional)." : ".")
                : "You are the last to sign.";
    }

    private AskPage submitPage(ShowSelfEvaluation.Shown shown, Viewer viewer, @Nullable String problem) {
        var consequences = new ArrayList<String>();
        consequences.add("The text stands as it was signed. To change it later, you start a new version, which has to"
                + " be signed again.");
        var queries = warnOfQueries.of(shown.head().authority(), shown.head().cycle(), viewer);
        if (!queries.isEmpty()) {
            consequences.add((queries.size() == 1
                            ? "There is 1 open query on the data pack"
                            : "There are " + queries.size() + " open queries on the data pack")
                    + ": "
                    + queries.stream().map(query -> query.name()).collect(Collectors.joining(", "))
                    + ". You can submit all the same; the record will say so.");
        }
        var page = ask(shown.head(), "Submit this self-evaluation?", consequences, problem, "/submit", "Submit it");
        return new AskPage(
                page.title(),
                page.heading(),
                page.crumbs(),
                page.consequences(),
                showReaders.of(shown.head().id(), viewer),
                EvidencePicture.of(shown.sections()),
                page.problem(),
                page.action(),
                page.button(),
                page.back(),
                page.readHref());
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

    private static List<Crumb> crumbs(Reading.Head head) {
        return List.of(new Crumb("Self-evaluation", "/self-evaluations"), new Crumb(head.title(), head.address()));
    }

    private static AskPage ask(
            ShowSelfEvaluation.Shown shown,
            String heading,
            List<String> consequences,
            @Nullable String problem,
            String action,
            String button) {
        return ask(shown.head(), heading, consequences, problem, action, button);
    }

    private static AskPage ask(
            Reading.Head head,
            String heading,
            List<String> consequences,
            @Nullable String problem,
            String action,
            String button) {
        return new AskPage(
                (problem == null ? "" : "Error: ") + heading + " " + head.title(),
                heading,
                crumbs(head),
                consequences,
                List.of(),
                null,
                problem,
                head.address() + action,
                button,
                head.address(),
                head.address() + "/read");
    }
}
