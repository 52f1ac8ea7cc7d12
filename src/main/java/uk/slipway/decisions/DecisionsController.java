package uk.slipway.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.util.UriComponentsBuilder;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.MembershipId;
import uk.slipway.partnership.Protocol;
import uk.slipway.partnership.Typed;
import uk.slipway.threads.Origin;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** The register of decisions: read by everybody as far as it is public, kept by clerk and chair, voted on by members. */
@Controller
@SignedIn
class DecisionsController {

    private final ShowDecisions show;
    private final ProposeDecision propose;
    private final MakeDecision make;

    DecisionsController(ShowDecisions show, ProposeDecision propose, MakeDecision make) {
        this.show = show;
        this.propose = propose;
        this.make = make;
    }

    record FilterForm(
            @Nullable String board,
            @Nullable String state,
            @Nullable String protocol,
            @Nullable String q) {

        /** What is no choice of the form narrows nothing. */
        DecisionRows.Filter filter() {
            return new DecisionRows.Filter(
                    Typed.id(board).orElse(null),
                    named(state, DecisionState.values()),
                    named(protocol, Protocol.values()),
                    q == null || q.isBlank()
                            ? null
                            : q.strip().substring(0, Math.min(200, q.strip().length())));
        }

        private static <E extends Enum<E>> @Nullable String named(@Nullable String typed, E[] values) {
            for (var value : values) {
                if (value.name().equals(typed)) {
                    return typed;
                }
            }
            return null;
        }

        String query() {
            var filter = filter();
            var query = UriComponentsBuilder.newInstance();
            if (filter.board() != null) {
                query.queryParam("board", filter.board());
            }
            if (filter.state() != null) {
                query.queryParam("state", filter.state());
            }
            if (filter.protocol() != null) {
                query.queryParam("protocol", filter.protocol());
            }
            if (filter.words() != null) {
                query.queryParam("q", "{q}");
                return query.encode().buildAndExpand(filter.words()).toUriString();
            }
            return query.toUriString();
        }
    }

    @GetMapping("/decisions")
    ModelAndView register(Viewer viewer, @ModelAttribute("form") FilterForm form) {
        return new ModelAndView(
                "decisions/register", Map.of("page", show.register(viewer, form.filter(), form.query())));
    }

    @GetMapping("/decisions.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @ModelAttribute("form") FilterForm form) {
        return CsvDownload.answer("decisions", ShowDecisions.COLUMNS, show.csv(viewer, form.filter()));
    }

    record ProposalForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String item,
            @Nullable String title,
            @Nullable String text,
            @Nullable String options,
            @Nullable String rationale,
            @Nullable String protocol,
            @Nullable String clause,
            @Nullable DateParts lookAgain,
            @Nullable String supersedes,
            @Nullable String restricted,
            @Nullable String from) {

        static ProposalForm of(Decision decision) {
            var words = decision.words();
            return new ProposalForm(
                    decision.id().value().toString(),
                    Long.toString(decision.version()),
                    decision.item() == null ? null : decision.item().value().toString(),
                    words.title(),
                    words.text(),
                    words.options(),
                    words.rationale(),
                    decision.protocol().name(),
                    decision.clause() == null ? "" : decision.clause().toString(),
                    DateParts.of(decision.lookAgainOn()),
                    decision.supersedes() == null
                            ? ""
                            : decision.supersedes().value().toString(),
                    decision.restricted() ? "true" : null,
                    null);
        }

        ProposeDecision.@Nullable Proposal typed(
                DecisionPages.FormPage page, @Nullable AgendaItemId under, boolean isRestricted, BindingResult errors) {
            var typedTitle = Typed.text(title, "title", "a title", 200, errors);
            var typedText = Typed.text(text, "text", "what is decided", 4000, errors);
            var typedOptions = Typed.optional(options, "options", "the options", 4000, errors);
            var typedRationale = Typed.optional(rationale, "rationale", "the rationale", 4000, errors);
            var typedProtocol = Typed.choice(protocol, Protocol.class, "protocol", "Choose how it is decided", errors);
            var typedClause = offered(clause, page.clauses(), "clause", errors);
            var again = DateParts.optional(lookAgain, "lookAgain", "Day to look again", errors);
            var before = offered(supersedes, page.superseded(), "supersedes", errors);
            if (errors.hasErrors() || typedProtocol == null) {
                return null;
            }
            return new ProposeDecision.Proposal(
                    under,
                    isRestricted,
                    new Decision.Words(typedTitle, typedText, typedOptions, typedRationale),
                    typedProtocol,
                    typedClause,
                    again,
                    before == null ? null : new DecisionId(before));
        }

        private static @Nullable UUID offered(
                @Nullable String typed, List<Option> options, String field, BindingResult errors) {
            if (typed == null || typed.isBlank()) {
                return null;
            }
            if (options.stream().noneMatch(option -> option.value().equals(typed))) {
                errors.rejectValue(field, "none", "Choose from the list");
                return null;
            }
            return UUID.fromString(typed);
        }
    }

    @GetMapping("/boards/{board}/decisions/new")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID board,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String supersedes,
            @RequestParam(required = false) @Nullable String from) {
        var id = new BoardId(board);
        var under = under(item);
        var page = show.proposeForm(viewer, id, under);
        return form(
                "propose",
                page,
                new ProposalForm(
                        Uuid7.next().toString(),
                        null,
                        item,
                        null,
                        null,
                        null,
                        null,
                        show.usual(id),
                        null,
                        DateParts.EMPTY,
                        supersedes,
                        null,
                        from));
    }

    @PostMapping("/boards/{board}/decisions/new")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var under = under(form.item());
        var page = show.proposeForm(viewer, id, under);
        var decision = new DecisionId(Typed.id(form.id()).orElseGet(Uuid7::next));
        boolean restricted = under == null ? "true".equals(form.restricted()) : show.restricted(viewer, under);
        if (!Origin.isOffered(form.from(), page.origins())) {
            errors.rejectValue("from", "none", "Choose from the list");
        }
        var typed = form.typed(page, under, restricted, errors);
        if (typed != null) {
            try {
                propose.propose(
                        viewer, id, decision, typed, Origin.parse(form.from()).orElse(null));
            } catch (Refused refused) {
                errors.rejectValue(refused.field(), "refused", refused.words());
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("decisions/propose", page);
        }
        flash.addFlashAttribute("success", "The proposal is in the register. Put it to the board when it is ready.");
        return back(decision.value());
    }

    private static @Nullable AgendaItemId under(@Nullable String item) {
        return item == null || item.isBlank()
                ? null
                : new AgendaItemId(Typed.id(item).orElseThrow(NotFound::new));
    }

    @GetMapping("/decisions/{decision}/change")
    ModelAndView change(Viewer viewer, @PathVariable UUID decision) {
        var id = new DecisionId(decision);
        return form("propose", show.changeForm(viewer, id), ProposalForm.of(show.decision(viewer, id)));
    }

    @PostMapping("/decisions/{decision}/change")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new DecisionId(decision);
        var page = show.changeForm(viewer, id);
        var now = show.decision(viewer, id);
        var typed = form.typed(
                page, now.item(), now.item() == null ? "true".equals(form.restricted()) : now.restricted(), errors);
        if (typed != null) {
            try {
                propose.change(viewer, id, Typed.version(form.version()), typed);
            } catch (EditConflict conflict) {
                var saved = show.decision(viewer, id);
                if (!saved.state().isDraft()) {
                    throw conflict;
                }
                return conflict(typed, saved, page);
            } catch (Refused refused) {
                errors.rejectValue(refused.field(), "refused", refused.words());
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("decisions/propose", page);
        }
        flash.addFlashAttribute("success", "The proposal has been changed.");
        return back(decision);
    }

    private static ModelAndView conflict(ProposeDecision.Proposal mine, Decision now, DecisionPages.FormPage page) {
        var theirs = ProposeDecision.of(now);
        var address = "/decisions/" + now.id().value();
        var fields = new ArrayList<>(List.of(
                ConflictField.text(
                        "Title", "title", mine.words().title(), theirs.words().title()),
                ConflictField.text(
                        "What is decided?",
                        "text",
                        mine.words().text(),
                        theirs.words().text()),
                ConflictField.text(
                        "Which options were considered?",
                        "options",
                        mine.words().options(),
                        theirs.words().options()),
                ConflictField.text(
                        "Why this one?",
                        "rationale",
                        mine.words().rationale(),
                        theirs.words().rationale()),
                ConflictField.choice(
                        "How is it decided?",
                        "protocol",
                        page.protocols(),
                        "None",
                        mine.protocol().name(),
                        theirs.protocol().name()),
                ConflictField.choice(
                        "Which clause of the remit covers it?",
                        "clause",
                        page.clauses(),
                        "No clause",
                        Objects.toString(mine.clause(), null),
                        Objects.toString(theirs.clause(), null)),
                ConflictField.date(
                        "When does the board look at it again?", "lookAgain", mine.lookAgainOn(), theirs.lookAgainOn()),
                ConflictField.choice(
                        "Does it supersede another decision?",
                        "supersedes",
                        page.superseded(),
                        "No",
                        id(mine.supersedes()),
                        id(theirs.supersedes()))));
        if (page.mayRestrict()) {
            fields.add(ConflictField.tick(
                    "Restricted to voting members", "restricted", mine.restricted(), theirs.restricted()));
        }
        return ConflictPage.of(
                        now.reference() + ": " + now.words().title(),
                        address + "/change",
                        address,
                        now.version(),
                        fields.toArray(ConflictField[]::new))
                .answer();
    }

    private static @Nullable String id(@Nullable DecisionId decision) {
        return decision == null ? null : decision.value().toString();
    }

    /** What can be sent from a decision's page: each button its own part. */
    record ActForm(
            @Nullable String version,
            @Nullable DateParts deadline,
            @Nullable String member,
            @Nullable String answer,
            @Nullable String dissent,
            @Nullable String interested,
            @Nullable String interest,
            @Nullable String how,
            @Nullable String reason,
            @Nullable String review) {}

    @GetMapping("/decisions/{decision}")
    ModelAndView decision(Viewer viewer, @PathVariable UUID decision) {
        var page = show.page(viewer, new DecisionId(decision));
        var form = new ActForm(
                null,
                DateParts.EMPTY,
                first(page.mayVoteFor()),
                null,
                null,
                first(page.mayDeclareFor()),
                null,
                null,
                null,
                null);
        return form("decision", page, form);
    }

    private static @Nullable String first(List<Option> options) {
        return options.isEmpty() ? null : options.getFirst().value();
    }

    @PostMapping("/decisions/{decision}/circulate")
    ModelAndView circulate(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        LocalDate deadline = DateParts.optional(form.deadline(), "deadline", "Last day to answer", errors);
        return act(
                viewer,
                decision,
                errors,
                flash,
                "The decision has been put to the board.",
                id -> propose.circulate(viewer, id, deadline));
    }

    @PostMapping("/decisions/{decision}/votes")
    ModelAndView vote(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var member = Typed.id(form.member()).map(MembershipId::new);
        if (member.isEmpty()) {
            errors.rejectValue("member", "none", "Choose whose vote it is");
        }
        var answer = Typed.choice(form.answer(), Vote.Answer.class, "answer", "Choose the vote", errors);
        var dissent = Typed.optional(form.dissent(), "dissent", "the dissent", 2000, errors);
        return act(viewer, decision, errors, flash, "The vote has been recorded.", id -> {
            if (member.isPresent() && answer != null) {
                make.vote(viewer, id, Typed.version(form.version()), member.get(), answer, dissent);
            }
        });
    }

    @PostMapping("/decisions/{decision}/interests")
    ModelAndView declare(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var member = Typed.id(form.interested()).map(MembershipId::new);
        if (member.isEmpty()) {
            errors.rejectValue("interested", "none", "Choose who has the interest");
        }
        var words = Typed.text(form.interest(), "interest", "what the interest is", 2000, errors);
        return act(
                viewer,
                decision,
                errors,
                flash,
                "The interest has been recorded.",
                id -> make.declare(viewer, id, member.orElseThrow(), words));
    }

    @PostMapping("/decisions/{decision}/interests/withdraw")
    ModelAndView takeBack(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var member = Typed.id(form.interested()).map(MembershipId::new).orElseThrow(NotFound::new);
        return act(
                viewer,
                decision,
                errors,
                flash,
                "The interest has been taken back. The history keeps that it was declared.",
                id -> make.takeBack(viewer, id, member));
    }

    @PostMapping("/decisions/{decision}/decide")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return act(
                viewer,
                decision,
                errors,
                flash,
                "The outcome has been recorded.",
                id -> make.decide(viewer, id, Typed.version(form.version())));
    }

    @PostMapping("/decisions/{decision}/stop")
    ModelAndView stop(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var how = Typed.choice(
                form.how(), MakeDecision.Stop.class, "how", "Choose whether to defer or withdraw it", errors);
        var reason = Typed.text(form.reason(), "reason", "why", 2000, errors);
        return act(
                viewer,
                decision,
                errors,
                flash,
                how == MakeDecision.Stop.DEFER ? "The decision has been deferred." : "The proposal has been withdrawn.",
                id -> make.stop(viewer, id, Objects.requireNonNull(how), reason));
    }

    @PostMapping("/decisions/{decision}/implemented")
    ModelAndView implemented(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return act(
                viewer,
                decision,
                errors,
                flash,
                "Recorded: it has been carried out.",
                id -> make.implemented(viewer, id));
    }

    @PostMapping("/decisions/{decision}/review")
    ModelAndView review(
            Viewer viewer,
            @PathVariable UUID decision,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var review = Typed.text(form.review(), "review", "what was found", 4000, errors);
        return act(
                viewer,
                decision,
                errors,
                flash,
                "What was found has been recorded.",
                id -> make.reviewed(viewer, id, review));
    }

    private interface Act {
        void on(DecisionId id);
    }

    /** One act on a decision, or its page again with what stands in the way. */
    private ModelAndView act(
            Viewer viewer, UUID decision, BindingResult errors, RedirectAttributes flash, String done, Act act) {
        var id = new DecisionId(decision);
        show.decision(viewer, id);
        if (!errors.hasErrors()) {
            try {
                act.on(id);
            } catch (Refused refused) {
                if (FIELDS.contains(refused.field())) {
                    errors.rejectValue(refused.field(), "refused", refused.words());
                } else {
                    errors.reject("refused", refused.words());
                }
            }
        }
        if (errors.hasErrors()) {
            return new ModelAndView(
                    "decisions/decision", Map.of("page", show.page(viewer, id)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("success", done);
        return back(decision);
    }

    private static final List<String> FIELDS =
            List.of("deadline", "member", "answer", "dissent", "interested", "interest", "how", "reason", "review");

    private static ModelAndView back(UUID decision) {
        return new ModelAndView("redirect:/decisions/" + decision);
    }

    private static ModelAndView form(String view, Object page, Object form) {
        return new ModelAndView("decisions/" + view, Map.of("page", page, "form", form));
    }
}
