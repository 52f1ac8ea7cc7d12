package uk.slipway.selfevaluation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.CommitmentAnswer;
import uk.slipway.commitments.CommitmentId;
import uk.slipway.commitments.CommitmentView;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Markdown;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.SafeHtml;
import uk.slipway.web.Unprocessable;

/**
 * The writing pages. A section is one form: whatever button is pressed, the text is saved first, so that going to add a
 * strength or to look at the preview never loses a word, with script or without.
 */
@Controller
@WritersOnly
@RequestMapping("/self-evaluations/{id}/sections/{code}")
class SectionController {

    record SectionForm(
            @Nullable String body,
            @Nullable String grade,
            @Nullable String complete,
            @Nullable String version) {}

    record PointForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String text,
            @Nullable String version) {}

    record EvidenceForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable DateParts dated,
            @Nullable String note,
            @Nullable MultipartFile file) {}

    record AnswerForm(@Nullable String answer, @Nullable String note) {}

    /** A commitment with this year's answer. */
    record CommitmentLine(
            CommitmentView commitment,
            @Nullable String answer,
            @Nullable String note) {}

    /** The writing page. */
    record SectionPage(
            ShowSection.Laid laid,
            String title,
            List<Crumb> crumbs,
            String address,
            List<String> guidance,
            List<Option> grades,
            List<CommitmentLine> commitments,
            int most,
            @Nullable SafeHtml preview,
            List<String> unknownMarkers,
            @Nullable String next,
            @Nullable String previous,
            @Nullable String warning,
            List<String> whoCanSee) {

        public List<Reading.PointLine> strengths() {
            return laid.of(Point.Kind.STRENGTH);
        }

        public List<Reading.PointLine> areas() {
            return laid.of(Point.Kind.AREA_FOR_DEVELOPMENT);
        }
    }

    /** A page about one point, one piece of evidence or one commitment of a section. */
    record PartPage(
            String title,
            String heading,
            List<Crumb> crumbs,
            String action,
            String back,
            @Nullable String warning,
            List<Option> options,
            @Nullable String about,
            int most) {}

    private final ShowSection show;
    private final SaveSection save;
    private final WritePoint writePoint;
    private final WriteEvidence writeEvidence;
    private final AnswerCommitment answerCommitment;
    private final Markdown markdown;
    private final Clock clock;

    SectionController(
            ShowSection show,
            SaveSection save,
            WritePoint writePoint,
            WriteEvidence writeEvidence,
            AnswerCommitment answerCommitment,
            Markdown markdown,
            Clock clock) {
        this.show = show;
        this.save = save;
        this.writePoint = writePoint;
        this.writeEvidence = writeEvidence;
        this.answerCommitment = answerCommitment;
        this.markdown = markdown;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView section(
            @PathVariable UUID id, @PathVariable String code, @RequestParam Optional<String> preview, Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        var section = laid.section();
        return new ModelAndView("selfevaluation/section")
                .addObject("page", page(laid, preview.isPresent()))
                .addObject(
                        "form",
                        new SectionForm(
                                section.body(),
                                section.grade(),
                                section.complete() ? "true" : null,
                                Long.toString(section.version())));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "stay") String then,
            @ModelAttribute("form") SectionForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        var evaluation = new SelfEvaluationId(id);
        var body = orEmpty(form.body());
        var laid = show.of(evaluation, code, viewer);
        var grade = blankToNull(form.grade());
        if (body.length() > Section.LONGEST) {
            errors.rejectValue(
                    "body",
                    "long",
                    "The text must be 50,000 characters or fewer. Shorten it by %,d"
                            .formatted(body.length() - Section.LONGEST));
        }
        if (grade != null
                && laid.grades().stream().noneMatch(each -> each.code().equals(grade))) {
            errors.rejectValue("grade", "unknown", "Choose one of the grades, or none");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("selfevaluation/section", page(laid, false));
        }
        var draft = new SaveSection.Draft(
                body, grade, "true".equals(form.complete()) || "on".equals(form.complete()), number(form.version()));
        try {
            say(
                    save.save(evaluation, code, draft, viewer),
                    "Saved: " + laid.section().title(),
                    flash);
        } catch (SaveSection.Stale stale) {
            return conflict(laid, form, stale.theirs(), stale.savedBy(), stale.original(), stale.version());
        } catch (OptimisticLockingFailureException atTheSameMoment) {
            var now = show.of(evaluation, code, viewer);
            var section = now.section();
            return conflict(
                    now, form, section.body(), section.savedBy(), laid.section().body(), section.version());
        } catch (NotNow notNow) {
            errors.rejectValue("body", "state", notNow.why());
            return Unprocessable.page("selfevaluation/section", page(laid, false));
        }
        return new ModelAndView("redirect:" + addressAfter(then, laid));
    }

    /** Where a button leads once everything is saved; only addresses of this section, or the sections beside it. */
    private static String addressAfter(String then, ShowSection.Laid laid) {
        var here = addressOf(laid);
        if (then.startsWith("change-")) {
            return laid.points().stream()
                    .filter(point -> then.equals("change-" + point.id()))
                    .map(point -> here + "/points/" + point.id())
                    .findFirst()
                    .orElse(here);
        }
        if (then.startsWith("answer-")) {
            return laid.commitments().stream()
                    .filter(commitment ->
                            then.equals("answer-" + commitment.id().value()))
                    .map(commitment -> here + "/commitments/" + commitment.id().value())
                    .findFirst()
                    .orElse(here);
        }
        if (then.startsWith("remove-")) {
            var known = laid.evidence().stream().anyMatch(piece -> then.equals("remove-" + piece.id()));
            return known ? here + "/evidence/" + then.substring("remove-".length()) + "/remove" : here;
        }
        return switch (then) {
            case "preview" -> here + "?preview=true#preview";
            case "strength" -> here + "/points/new?kind=STRENGTH";
            case "area" -> here + "/points/new?kind=AREA_FOR_DEVELOPMENT";
            case "evidence" -> here + "/evidence/new";
            case "figure" -> here + "/figures/new";
            case "next" -> {
                var next = neighbour(laid, 1);
                yield next == null ? laid.head().address() : next;
            }
            default -> here;
        };
    }

    @GetMapping("/points/{point}")
    ModelAndView point(
            @PathVariable UUID id,
            @PathVariable String code,
            @PathVariable String point,
            @RequestParam(defaultValue = "STRENGTH") String kind,
            Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        if (point.equals("new")) {
            var fresh = kindOf(kind);
            return new ModelAndView("selfevaluation/point")
                    .addObject("page", pointPage(laid, fresh, true))
                    .addObject("form", new PointForm(Uuid7.next().toString(), fresh.name(), "", null));
        }
        var known = show.point(laid, point).orElseThrow(NotFound::new);
        return new ModelAndView("selfevaluation/point")
                .addObject("page", pointPage(laid, known.kind(), false))
                .addObject(
                        "form",
                        new PointForm(
                                known.id().toString(),
                                known.kind().name(),
                                known.text(),
                                Long.toString(known.version())));
    }

    @PostMapping("/points")
    ModelAndView writePoint(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") PointForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        var evaluation = new SelfEvaluationId(id);
        var laid = show.of(evaluation, code, viewer);
        var kind = kindOf(orEmpty(form.kind()));
        var text = orEmpty(form.text()).strip();
        var version = blankToNull(form.version());
        var page = pointPage(laid, kind, version == null);
        if (text.isEmpty()) {
            errors.rejectValue("text", "blank", "Enter the " + kind.inWords());
        } else if (text.length() > Point.LONGEST) {
            errors.rejectValue("text", "long", "The " + kind.inWords() + " must be 2,000 characters or fewer");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("selfevaluation/point", page);
        }
        try {
            int voided = writePoint.write(
                    evaluation, code, uuid(form.id()), kind, text, version == null ? null : number(version), viewer);
            say(voided, "Saved: " + kind.inWords(), flash);
        } catch (WritePoint.Stale stale) {
            return new ConflictPage(
                            laid.section().title() + ": " + laid.head().title(),
                            addressOf(laid) + "/points",
                            addressOf(laid),
                            null,
                            List.of(new ConflictField(kind.title(), "text", text, stale.theirs(), null)),
                            Map.of(
                                    "id", orEmpty(form.id()),
                                    "kind", kind.name(),
                                    "version", Long.toString(stale.version())))
                    .answer();
        } catch (NotNow notNow) {
            errors.rejectValue("text", "state", notNow.why());
            return Unprocessable.page("selfevaluation/point", page);
        }
        return new ModelAndView("redirect:" + addressOf(laid) + "#points");
    }

    @PostMapping("/points/{point}/remove")
    String removePoint(
            @PathVariable UUID id,
            @PathVariable String code,
            @PathVariable UUID point,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            say(writePoint.remove(new SelfEvaluationId(id), code, point, viewer), "Removed", flash);
        } catch (NotNow notNow) {
            flash.addFlashAttribute("notice", notNow.why());
        }
        return "redirect:/self-evaluations/" + id + "/sections/" + code + "#points";
    }

    @GetMapping("/evidence/new")
    ModelAndView evidence(@PathVariable UUID id, @PathVariable String code, Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        return new ModelAndView("selfevaluation/evidence")
                .addObject("page", evidencePage(laid))
                .addObject("form", new EvidenceForm(Uuid7.next().toString(), null, null, DateParts.EMPTY, null, null));
    }

    @PostMapping("/evidence")
    ModelAndView addEvidence(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") EvidenceForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        var evaluation = new SelfEvaluationId(id);
        var laid = show.of(evaluation, code, viewer);
        var kind = Arrays.stream(EvidenceKind.values())
                .filter(each -> each.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        var reference = orEmpty(form.reference()).strip();
        var note = orEmpty(form.note()).strip();
        if (kind == null) {
            errors.rejectValue("kind", "blank", "Choose what kind of evidence it is");
        }
        if (reference.isEmpty()) {
            errors.rejectValue("reference", "blank", "Enter what the evidence is");
        } else if (reference.length() > Evidence.LONGEST_REFERENCE) {
            errors.rejectValue("reference", "long", "What the evidence is must be 300 characters or fewer");
        }
        LocalDate dated = DateParts.optional(form.dated(), "dated", "The date of the evidence", errors);
        if (dated != null && dated.isAfter(LondonTime.today(clock))) {
            errors.rejectValue("dated", "date.future", "The date of the evidence must be today or in the past");
        }
        if (note.length() > Evidence.LONGEST_NOTE) {
            errors.rejectValue("note", "long", "What it shows must be 2,000 characters or fewer");
        }
        CheckedFile file = file(form.file(), "file", errors);
        if (kind == null || errors.hasErrors()) {
            return Unprocessable.page("selfevaluation/evidence", evidencePage(laid));
        }
        try {
            var draft = new Evidence.Draft(kind, reference, dated, note, null);
            say(writeEvidence.add(evaluation, code, uuid(form.id()), draft, file, viewer), "Evidence added", flash);
        } catch (NotNow notNow) {
            errors.rejectValue("reference", "state", notNow.why());
            return Unprocessable.page("selfevaluation/evidence", evidencePage(laid));
        }
        return new ModelAndView("redirect:" + addressOf(laid) + "#evidence");
    }

    @GetMapping("/evidence/{piece}/remove")
    ModelAndView askToRemoveEvidence(
            @PathVariable UUID id, @PathVariable String code, @PathVariable UUID piece, Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        var known = laid.evidence().stream()
                .filter(each -> each.id().equals(piece))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new ModelAndView("selfevaluation/remove")
                .addObject(
                        "page",
                        part(
                                laid,
                                "Remove this evidence?",
                                addressOf(laid) + "/evidence/" + piece + "/remove",
                                List.of(),
                                known.kind().inWords() + ": " + known.reference(),
                                0));
    }

    @PostMapping("/evidence/{piece}/remove")
    String removeEvidence(
            @PathVariable UUID id,
            @PathVariable String code,
            @PathVariable UUID piece,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            say(writeEvidence.remove(new SelfEvaluationId(id), code, piece, viewer), "Evidence removed", flash);
        } catch (NotNow notNow) {
            flash.addFlashAttribute("notice", notNow.why());
        }
        return "redirect:/self-evaluations/" + id + "/sections/" + code + "#evidence";
    }

    @GetMapping("/commitments/{commitment}")
    ModelAndView commitment(
            @PathVariable UUID id, @PathVariable String code, @PathVariable UUID commitment, Viewer viewer) {
        var laid = show.of(new SelfEvaluationId(id), code, viewer);
        var asked = asked(laid, commitment);
        var before = asked.answerIn(laid.head().cycle());
        return new ModelAndView("selfevaluation/commitment")
                .addObject("page", commitmentPage(laid, asked))
                .addObject(
                        "form",
                        new AnswerForm(
                                before.map(answered -> answered.answer().name()).orElse(null),
                                before.map(answered -> answered.note()).orElse("")));
    }

    @PostMapping("/commitments/{commitment}")
    ModelAndView answer(
            @PathVariable UUID id,
            @PathVariable String code,
            @PathVariable UUID commitment,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        var evaluation = new SelfEvaluationId(id);
        var laid = show.of(evaluation, code, viewer);
        var asked = asked(laid, commitment);
        var answer = Arrays.stream(CommitmentAnswer.values())
                .filter(each -> each.name().equals(form.answer()))
                .findFirst()
                .orElse(null);
        var note = orEmpty(form.note()).strip();
        if (answer == null) {
            errors.rejectValue("answer", "blank", "Choose how it went");
        }
        if (note.length() > Point.LONGEST) {
            errors.rejectValue("note", "long", "What happened must be 2,000 characters or fewer");
        }
        if (answer == null || errors.hasErrors()) {
            return Unprocessable.page("selfevaluation/commitment", commitmentPage(laid, asked));
        }
        try {
            int voided = answerCommitment.answer(evaluation, code, new CommitmentId(commitment), answer, note, viewer);
            say(voided, "Answered: " + answer.inWords().toLowerCase(java.util.Locale.UK), flash);
        } catch (NotNow notNow) {
            errors.rejectValue("answer", "state", notNow.why());
            return Unprocessable.page("selfevaluation/commitment", commitmentPage(laid, asked));
        }
        return new ModelAndView("redirect:" + addressOf(laid) + "#commitments");
    }

    /** What was uploaded, if anything was; rejects the field when it is not an accepted file. */
    static @Nullable CheckedFile file(@Nullable MultipartFile sent, String field, BindingResult errors)
            throws IOException {
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        if (sent.getSize() > CheckedFile.LARGEST) {
            errors.rejectValue(field, "large", "The file must be smaller than 10MB. Choose it again");
            return null;
        }
        var checked = CheckedFile.of(orEmpty(sent.getOriginalFilename()), sent.getBytes());
        if (checked.isEmpty()) {
            errors.rejectValue(
                    field, "type", "The file must be a PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), PNG or JPEG without macros");
        }
        return checked.orElse(null);
    }

    private static CommitmentView asked(ShowSection.Laid laid, UUID commitment) {
        return laid.commitments().stream()
                .filter(each -> each.id().value().equals(commitment))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static void say(int voided, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("success", done);
        if (voided > 0) {
            flash.addFlashAttribute(
                    "notice",
                    (voided == 1 ? "1 signature is" : voided + " signatures are")
                            + " void because of this change. It needs to be approved and signed again.");
        }
    }

    private static ModelAndView conflict(
            ShowSection.Laid laid,
            SectionForm form,
            String theirs,
            @Nullable String savedBy,
            @Nullable String original,
            long version) {
        var hidden = new java.util.HashMap<String, String>();
        hidden.put("version", Long.toString(version));
        hidden.put("grade", orEmpty(form.grade()));
        if (form.complete() != null) {
            hidden.put("complete", form.complete());
        }
        return new ConflictPage(
                        laid.section().title() + ": " + laid.head().title(),
                        addressOf(laid),
                        addressOf(laid),
                        savedBy,
                        List.of(new ConflictField(
                                laid.section().title(), "body", orEmpty(form.body()), theirs, original)),
                        hidden)
                .answer();
    }

    private SectionPage page(ShowSection.Laid laid, boolean preview) {
        var section = laid.section();
        var head = laid.head();
        var figures = FiguresInText.of(laid.evidence());
        var commitments = laid.commitments().stream()
                .map(each -> new CommitmentLine(
                        each,
                        each.answerIn(head.cycle())
                                .map(answered -> answered.answer().inWords())
                                .orElse(null),
                        each.answerIn(head.cycle())
                                .map(answered -> answered.note())
                                .orElse(null)))
                .toList();
        return new SectionPage(
                laid,
                section.title() + ": " + head.title(),
                crumbs(head),
                addressOf(laid),
                section.guidance()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                grades(laid),
                commitments,
                Section.LONGEST,
                preview ? markdown.toHtml(section.body(), figures) : null,
                figures.unknownIn(markdown.markersIn(section.body())),
                neighbour(laid, 1),
                neighbour(laid, -1),
                warning(head),
                List.of("Only " + head.authorityName() + " until it is submitted: its officers, Director, Chief "
                        + "Executive and Lead Member."));
    }

    /** The scheme's grades, and none: nobody has to grade themselves. */
    private static List<Option> grades(ShowSection.Laid laid) {
        if (laid.grades().isEmpty()) {
            return List.of();
        }
        var options = new java.util.ArrayList<Option>();
        laid.grades().forEach(grade -> options.add(Option.of(grade.code(), grade.name())));
        options.add(Option.of("", "No grade of our own"));
        return options;
    }

    static @Nullable String warning(Reading.Head head) {
        if (!head.open()) {
            return "This has been submitted. Nothing can be changed here: a change makes a new version.";
        }
        if (head.signatures() == 0) {
            return null;
        }
        return head.signatures() == 1
                ? "1 person has signed this. A change here makes that signature void, and signing begins again."
                : head.signatures()
                        + " people have signed this. A change here makes their signatures void, and signing begins"
                        + " again.";
    }

    private PartPage pointPage(ShowSection.Laid laid, Point.Kind kind, boolean fresh) {
        var article = kind == Point.Kind.STRENGTH ? "a strength" : "an area for development";
        return part(
                laid,
                fresh ? "Add " + article : "Change " + article,
                addressOf(laid) + "/points",
                List.of(),
                kind == Point.Kind.STRENGTH
                        ? "Say what is going well, and what difference it makes to children."
                        : "Say what needs to get better, for whom, and how you will know. Being open about it earns"
                                + " trust.",
                Point.LONGEST);
    }

    private PartPage evidencePage(ShowSection.Laid laid) {
        return part(
                laid,
                "Add evidence",
                addressOf(laid) + "/evidence",
                Arrays.stream(EvidenceKind.values())
                        .map(kind -> new Option(kind.name(), kind.inWords(), kind.hint()))
                        .toList(),
                null,
                Evidence.LONGEST_NOTE);
    }

    private PartPage commitmentPage(ShowSection.Laid laid, CommitmentView asked) {
        return part(
                laid,
                "How did it go?",
                addressOf(laid) + "/commitments/" + asked.id().value(),
                Arrays.stream(CommitmentAnswer.values())
                        .map(answer -> Option.of(answer.name(), answer.inWords()))
                        .toList(),
                asked.text(),
                Point.LONGEST);
    }

    private static PartPage part(
            ShowSection.Laid laid,
            String heading,
            String action,
            List<Option> options,
            @Nullable String about,
            int most) {
        var crumbs = new java.util.ArrayList<>(crumbs(laid.head()));
        crumbs.add(new Crumb(laid.section().title(), addressOf(laid)));
        return new PartPage(
                heading + ": " + laid.section().title() + ", " + laid.head().title(),
                heading,
                crumbs,
                action,
                addressOf(laid),
                warning(laid.head()),
                options,
                about,
                most);
    }

    static List<Crumb> crumbs(Reading.Head head) {
        return List.of(new Crumb("Self-evaluation", "/self-evaluations"), new Crumb(head.title(), head.address()));
    }

    static String addressOf(ShowSection.Laid laid) {
        return laid.head().address() + "/sections/" + laid.section().code();
    }

    private static @Nullable String neighbour(ShowSection.Laid laid, int step) {
        for (int at = 0; at < laid.others().size(); at++) {
            int beside = at + step;
            if (laid.others().get(at).code().equals(laid.section().code())
                    && beside >= 0
                    && beside < laid.others().size()) {
                return laid.head().address() + "/sections/"
                        + laid.others().get(beside).code();
            }
        }
        return null;
    }

    private static Point.Kind kindOf(String name) {
        return Arrays.stream(Point.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(orEmpty(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }

    /** A version as the form carried it; one that is no number is nobody's, so that it conflicts and nothing is lost. */
    private static long number(@Nullable String text) {
        try {
            return Long.parseLong(orEmpty(text));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
