package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AuthorityOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.datapacks.PackSummaries;
import uk.slipway.kernel.Uuid7;
import uk.slipway.threads.Origin;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

@Controller
@ForumPeopleOnly
class QuestionsController {

    private final ShowForum showForum;
    private final WriteQuestion writeQuestion;
    private final RespondToQuestion respond;
    private final ShowPackBeside packBeside;
    private final OfferToAskFrom offer;

    QuestionsController(
            ShowForum showForum,
            WriteQuestion writeQuestion,
            RespondToQuestion respond,
            ShowPackBeside packBeside,
            OfferToAskFrom offer) {
        this.showForum = showForum;
        this.writeQuestion = writeQuestion;
        this.respond = respond;
        this.packBeside = packBeside;
        this.offer = offer;
    }

    record QuestionForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String source,
            @Nullable String area,
            @Nullable String from,
            @Nullable String text) {}

    record MoveForm(@Nullable String direction) {}

    record ResponseForm(@Nullable String version, @Nullable String response) {}

    record QuestionsPage(
            ShowForum.ForumPage forum,
            String title,
            List<Crumb> crumbs,
            List<Option> areas,
            ShowForum.@Nullable Asked asked,
            String action,
            boolean mayAdd,
            List<Option> origins,
            PackSummaries.@Nullable PackSummary pack) {

        /** How many questions have no response yet, as far as the viewer sees. */
        public long unanswered() {
            return forum.questions().stream()
                    .filter(question -> question.response().isEmpty())
                    .count();
        }
    }

    @GetMapping("/forums/{id}/questions")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
        return new ModelAndView(
                "peerchallenge/questions", Map.of("page", page(viewer, id, null), "form", emptyForm(from)));
    }

    @PostMapping("/forums/{id}/questions")
    ModelAndView add(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id, null);
        if (!page.forum().prepares() && !page.forum().onPanel()) {
            throw new NotYours();
        }
        var text = Typed.required(form.text(), ChallengeQuestion.LONGEST_QUESTION, "text", "the question", errors);
        var source = source(form, page.forum().prepares(), errors);
        if (!Origin.isOffered(form.from(), page.origins())) {
            errors.rejectValue("from", "unknown", "Choose what the question was made from, or nothing in particular");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/questions", page);
        }
        writeQuestion.add(
                new ForumId(id),
                new QuestionId(Typed.id(form.id())),
                source,
                Typed.area(form.area(), page.forum().cycle()),
                text,
                Origin.parse(form.from()).orElse(null),
                viewer);
        flash.addFlashAttribute("success", "The question has been added.");
        return new ModelAndView("redirect:/forums/" + id + "/questions");
    }

    @GetMapping("/forums/{id}/questions/{question}")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id, @PathVariable UUID question) {
        var page = page(viewer, id, question);
        var asked = Objects.requireNonNull(page.asked());
        return new ModelAndView(
                "peerchallenge/question",
                Map.of(
                        "page",
                        page,
                        "form",
                        new QuestionForm(
                                null,
                                Long.toString(asked.version()),
                                asked.sourceKind().name(),
                                asked.areaCode(),
                                null,
                                asked.text())));
    }

    @PostMapping("/forums/{id}/questions/{question}")
    ModelAndView rewrite(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id, question);
        var asked = Objects.requireNonNull(page.asked());
        var text = Typed.required(form.text(), ChallengeQuestion.LONGEST_QUESTION, "text", "the question", errors);
        var source = source(form, page.forum().prepares(), errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/question", page);
        }
        var area = Typed.area(form.area(), page.forum().cycle());
        try {
            writeQuestion.rewrite(
                    new ForumId(id),
                    new QuestionId(question),
                    Typed.version(form.version()),
                    source,
                    area,
                    text,
                    viewer);
        } catch (EditConflict conflict) {
            return new ConflictPage(
                            page.title(),
                            "/forums/" + id + "/questions/" + question,
                            "/forums/" + id + "/questions",
                            null,
                            List.of(new ConflictField("Question", "text", text, asked.text(), null)),
                            Map.of(
                                    "version",
                                    Long.toString(asked.version()),
                                    "source",
                                    source.name(),
                                    "area",
                                    area == null ? "" : area))
                    .answer();
        }
        flash.addFlashAttribute("success", "The question has been changed.");
        return new ModelAndView("redirect:/forums/" + id + "/questions");
    }

    @PostMapping("/forums/{id}/questions/{question}/move")
    ModelAndView move(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID question, @ModelAttribute("form") MoveForm form) {
        writeQuestion.move(new ForumId(id), new QuestionId(question), "up".equals(form.direction()), viewer);
        return new ModelAndView("redirect:/forums/" + id + "/questions");
    }

    @PostMapping("/forums/{id}/questions/{question}/remove")
    ModelAndView remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID question, RedirectAttributes flash) {
        writeQuestion.remove(new ForumId(id), new QuestionId(question), viewer);
        flash.addFlashAttribute("success", "The question has been removed.");
        return new ModelAndView("redirect:/forums/" + id + "/questions");
    }

    @AuthorityOnly
    @GetMapping("/forums/{id}/responses")
    ModelAndView responses(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("peerchallenge/responses", Map.of("page", answered(viewer, id, null)));
    }

    @AuthorityOnly
    @GetMapping("/forums/{id}/responses/{question}")
    ModelAndView response(Viewer viewer, @PathVariable UUID id, @PathVariable UUID question) {
        var page = answered(viewer, id, question);
        var asked = Objects.requireNonNull(page.asked());
        return new ModelAndView(
                "peerchallenge/response",
                Map.of("page", page, "form", new ResponseForm(Long.toString(asked.version()), asked.response())));
    }

    @AuthorityOnly
    @PostMapping("/forums/{id}/responses/{question}")
    ModelAndView save(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @ModelAttribute("form") ResponseForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = answered(viewer, id, question);
        var asked = Objects.requireNonNull(page.asked());
        var text = Typed.required(
                form.response(), ChallengeQuestion.LONGEST_RESPONSE, "response", "your response", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/response", page);
        }
        try {
            respond.save(new ForumId(id), new QuestionId(question), Typed.version(form.version()), text, viewer);
        } catch (EditConflict conflict) {
            return new ConflictPage(
                            page.title(),
                            "/forums/" + id + "/responses/" + question,
                            "/forums/" + id + "/responses",
                            asked.respondedBy(),
                            List.of(new ConflictField("Your response", "response", text, asked.response(), null)),
                            Map.of("version", Long.toString(asked.version())))
                    .answer();
        }
        flash.addFlashAttribute(
                "success", "The response has been saved. Nobody outside the authority sees it before you send it.");
        return new ModelAndView("redirect:/forums/" + id + "/responses");
    }

    @AuthorityOnly
    @PostMapping("/forums/{id}/responses/send")
    ModelAndView send(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        respond.send(new ForumId(id), viewer);
        flash.addFlashAttribute("success", "Your responses have been sent to the panel and the regional team.");
        return new ModelAndView("redirect:/forums/" + id);
    }

    private QuestionsPage answered(Viewer viewer, UUID id, @Nullable UUID question) {
        var forum = showForum.of(new ForumId(id), viewer);
        if (!forum.answers()) {
            throw new NotYours();
        }
        if (!forum.seesQuestions()) {
            throw new OutOfStep("The questions have not been issued yet.");
        }
        return page(viewer, forum, question, "Responses");
    }

    private QuestionsPage page(Viewer viewer, UUID id, @Nullable UUID question) {
        var forum = showForum.of(new ForumId(id), viewer);
        if (!forum.seesQuestions()) {
            throw new OutOfStep("The questions have not been issued yet.");
        }
        if (question != null && !forum.prepares()) {
            throw new NotYours();
        }
        return page(viewer, forum, question, "Challenge questions");
    }

    private QuestionsPage page(Viewer viewer, ShowForum.ForumPage forum, @Nullable UUID question, String what) {
        var asked = question == null
                ? null
                : forum.questions().stream()
                        .filter(one -> one.id().equals(question))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        boolean mayAdd = forum.questionsOpen() && (forum.prepares() || forum.onPanel());
        var areas = new ArrayList<Option>();
        areas.add(Option.of("", "No one area"));
        areas.addAll(forum.areas());
        return new QuestionsPage(
                forum,
                (asked == null ? what : what.substring(0, what.length() - 1) + " " + asked.number()) + ": "
                        + forum.authority().name() + ", "
                        + forum.cycle().year().label(),
                List.of(
                        new Crumb("Home", "/"),
                        new Crumb("Forums", "/forums"),
                        new Crumb(forum.authority().name(), "/forums/" + forum.id())),
                areas,
                asked,
                "/forums/" + forum.id() + "/questions" + (asked == null ? "" : "/" + asked.id()),
                mayAdd,
                mayAdd && asked == null
                        ? Origin.options(offer.of(
                                viewer, forum.authority().id(), forum.cycle().id()))
                        : List.of(),
                packBeside.of(viewer, forum.authority().id(), forum.cycle().id()));
    }

    private static QuestionForm emptyForm(@Nullable String from) {
        return new QuestionForm(Uuid7.next().toString(), null, QuestionSource.DATA_GROUP.name(), null, from, null);
    }

    private static QuestionSource source(QuestionForm form, boolean prepares, BindingResult errors) {
        if (!prepares) {
            return QuestionSource.PEER;
        }
        for (var source : QuestionSource.values()) {
            if (source.name().equals(form.source())) {
                return source;
            }
        }
        errors.rejectValue("source", "blank", "Choose where the question comes from");
        return QuestionSource.DATA_GROUP;
    }
}
