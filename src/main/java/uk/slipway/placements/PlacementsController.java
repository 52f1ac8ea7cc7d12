package uk.slipway.placements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringDecidersOnly;
import uk.slipway.fosteringprotocol.FosteringOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Option;
import uk.slipway.web.Step;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** Placements: agreed by two authorities, started, ended. */
@Controller
@FosteringDecidersOnly
class PlacementsController {

    private static final Words WORDS = new Words();

    private final RunPlacement run;
    private final ReferralPages names;
    private final List<BesidePlacement> beside;

    PlacementsController(RunPlacement run, ReferralPages names, List<BesidePlacement> beside) {
        this.run = run;
        this.names = names;
        this.beside = beside;
    }

    record MatterRow(String matter, String decides, String reason) {}

    record Page(
            String title,
            UUID id,
            String version,
            List<Crumb> crumbs,
            String state,
            String tag,
            List<Step> steps,
            List<ReferralPages.Fact> facts,
            List<WeeklyCost.Line> costs,
            List<MatterRow> matters,
            List<ReferralPages.Fact> signatures,
            boolean mayAgree,
            boolean maySign,
            boolean mayStart,
            boolean mayPlan,
            boolean maySayWhyPlanFollows,
            boolean mayTell,
            boolean mayEnd,
            boolean mayCancel,
            boolean mayName,
            List<Option> endings,
            List<Option> cancellations,
            @Nullable String ended,
            List<TimelineEntry> history,
            List<Crumb> beside,
            List<String> whoCanSee) {}

    /** What is recorded of a placement; each act sends its own part. */
    record ActForm(
            @Nullable String version,
            @Nullable DateParts on,
            @Nullable String reason,
            @Nullable String words) {}

    private Page page(Viewer viewer, RunPlacement.Seen seen) {
        var placement = seen.placement();
        var view = placement.view();
        boolean placing = view.placing().equals(viewer.authority());
        boolean acts = !viewer.is(Role.REVIEWING_OFFICER);
        boolean going = view.state() != PlacementState.ENDED && view.state() != PlacementState.CANCELLED;
        boolean signedByUs = (placing ? placement.placingSigned() : placement.fosteringSigned()) != null;
        var endings = new ArrayList<>(ReferralPages.reasons(Reason.When.ENDED_PLANNED).stream()
                .map(option -> Option.of(option.value(), "As planned: " + option.text()))
                .toList());
        ReferralPages.reasons(Reason.When.ENDED_UNPLANNED)
                .forEach(option -> endings.add(Option.of(option.value(), "Unplanned: " + option.text())));
        return new Page(
                "Placement " + view.reference() + ": " + names.name(view.placing()) + " with "
                        + names.name(view.fostering()),
                view.id().value(),
                Long.toString(placement.version()),
                ReferralPages.CRUMBS,
                view.state().inWords(),
                view.state().tag(),
                steps(seen),
                facts(seen),
                placement.cost().lines(),
                Arrays.stream(DelegatedMatter.values())
                        .filter(seen.matters()::containsKey)
                        .map(matter -> {
                            var one = java.util.Objects.requireNonNull(
                                    seen.matters().get(matter));
                            return new MatterRow(matter.inWords(), one.decides().inWords(), one.reason());
                        })
                        .toList(),
                List.of(
                        signature(names.name(view.placing()), placement.placingSigned()),
                        signature(names.name(view.fostering()), placement.fosteringSigned())),
                acts && going && view.agreedAt() == null,
                acts && going && !signedByUs && !viewer.is(Role.SOCIAL_WORKER),
                acts
                        && placing
                        && view.state().isAhead()
                        && (view.isEmergency() || view.state() != PlacementState.APPROVED),
                acts && placing && going && view.planSignedOn() == null,
                acts && placing && going && view.planSignedOn() == null && !view.isEmergency(),
                acts && placing && going && view.locality().isOutOfArea() && view.areaToldOn() == null,
                acts && placing && view.state().isLive(),
                acts && view.state().isAhead(),
                acts && going,
                endings,
                ReferralPages.reasons(Reason.When.CANCELLED),
                ended(placement),
                seen.trail().stream().map(ReferralPages::entry).toList(),
                beside.stream()
                        .flatMap(room -> room.pages(viewer, view).stream())
                        .toList(),
                List.of(
                        "People in fostering and the Directors of " + names.name(view.placing()) + " and "
                                + names.name(view.fostering()) + "; the reviewing officer of the child.",
                        "No other authority. The regional team and Ofsted see numbers only."));
    }

    private static @Nullable String ended(PlacementRows.Whole placement) {
        var view = placement.view();
        if (view.state() == PlacementState.CANCELLED) {
            return "It did not start: " + view.endingReason() + ".";
        }
        var ending = view.ending();
        return ending == null
                ? null
                : "Ended on " + WORDS.shortDate(view.endedOn()) + ". " + ending.inWords() + ": " + view.endingReason()
                        + "." + (placement.endingWords() == null ? "" : " " + placement.endingWords());
    }

    private static ReferralPages.Fact signature(String authority, PlacementRows.@Nullable Signature signed) {
        return new ReferralPages.Fact(
                authority, signed == null ? "Not signed yet" : signed.by() + ", " + WORDS.moment(signed.at()));
    }

    private static List<Step> steps(RunPlacement.Seen seen) {
        var view = seen.placement().view();
        var steps = new ArrayList<Step>();
        steps.add(new Step("Approved", WORDS.shortDate(view.approvedAt()), Step.Progress.DONE));
        steps.add(step("Agreed", WORDS.shortDate(view.agreedAt()), view.agreedAt() != null));
        steps.add(step("Started", WORDS.shortDate(view.startedOn()), view.startedOn() != null));
        steps.add(step("Plan signed", WORDS.shortDate(view.planSignedOn()), view.planSignedOn() != null));
        steps.add(step("Ended", WORDS.shortDate(view.endedOn()), view.endedOn() != null));
        return steps;
    }

    private static Step step(String name, String words, boolean done) {
        return new Step(name, done ? words : "Not yet", done ? Step.Progress.DONE : Step.Progress.AHEAD);
    }

    private List<ReferralPages.Fact> facts(RunPlacement.Seen seen) {
        var placement = seen.placement();
        var view = placement.view();
        var facts = new ArrayList<ReferralPages.Fact>();
        facts.add(new ReferralPages.Fact("Placing authority (responsible)", names.name(view.placing())));
        facts.add(new ReferralPages.Fact(
                "Fostering authority", names.name(view.fostering()) + ", carer " + view.carerReference()));
        facts.add(new ReferralPages.Fact(
                "Area authority",
                names.name(view.area()) + ". " + view.locality().inWords()));
        facts.add(new ReferralPages.Fact(
                "For",
                WORDS.count(view.children(), "child", "children") + ", the youngest " + view.ageBand() + ". "
                        + placement.type().inWords() + ". " + view.route().inWords()));
        facts.add(fromAndUntil(placement));
        facts.add(new ReferralPages.Fact(
                "Approved",
                placement.approvedBy() + ", " + WORDS.moment(view.approvedAt()) + ": " + placement.approvedBecause()));
        if (view.locality().isOutOfArea()) {
            facts.add(new ReferralPages.Fact(
                    view.locality() == Locality.AT_A_DISTANCE ? "Area authority consulted" : "Area authority notified",
                    view.areaToldOn() == null ? "Not yet" : WORDS.shortDate(view.areaToldOn())));
        }
        facts.add(new ReferralPages.Fact("Placement plan", plan(view)));
        facts.add(new ReferralPages.Fact("Social worker", worker(seen, view.socialWorker())));
        facts.add(new ReferralPages.Fact("Carer’s supervising social worker", worker(seen, view.supervisingWorker())));
        facts.add(new ReferralPages.Fact("Independent Reviewing Officer", worker(seen, view.reviewingOfficer())));
        facts.add(new ReferralPages.Fact("Protocol", "Version " + view.protocolNumber()));
        return facts;
    }

    private static ReferralPages.Fact fromAndUntil(PlacementRows.Whole placement) {
        return new ReferralPages.Fact(
                "From and until",
                WORDS.date(placement.view().startsOn())
                        + (placement.until() == null ? ", open" : " until " + WORDS.date(placement.until())));
    }

    /** Whether the agreement still can be: not when both have signed it, or the placement is over. */
    private static boolean mayBeChanged(PlacementRows.Whole placement) {
        var state = placement.view().state();
        return placement.view().agreedAt() == null
                && state != PlacementState.ENDED
                && state != PlacementState.CANCELLED;
    }

    private static String plan(PlacementView view) {
        if (view.planSignedOn() != null) {
            return "Signed on " + WORDS.shortDate(view.planSignedOn());
        }
        return view.planFollowsBecause() == null
                ? "Not signed yet"
                : "Follows the start within five working days (regulation 9(2)): " + view.planFollowsBecause();
    }

    private static String worker(RunPlacement.Seen seen, @Nullable AccountId account) {
        var person = account == null ? null : seen.workers().get(account);
        return person == null ? "Not named yet" : person.name();
    }

    @GetMapping("/fostering/placements/{id}")
    @FosteringOnly
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        var seen = run.read(viewer, new PlacementId(id));
        return new ModelAndView(
                "placements/placement",
                Map.of(
                        "page",
                        page(viewer, seen),
                        "form",
                        new ActForm(Long.toString(seen.placement().version()), DateParts.EMPTY, null, null)));
    }

    private ModelAndView again(Viewer viewer, UUID id) {
        return new ModelAndView(
                "placements/placement",
                Map.of("page", page(viewer, run.read(viewer, new PlacementId(id)))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Dates and costs, as they are typed. */
    record AgreementForm(
            @Nullable String version,
            @Nullable DateParts startsOn,
            @Nullable DateParts until,
            @Nullable String allowance,
            @Nullable String fee,
            @Nullable String support,
            @Nullable String management) {}

    record AgreementPage(String title, UUID id, List<Crumb> crumbs) {}

    private static AgreementPage agreementPage(RunPlacement.Seen seen) {
        var view = seen.placement().view();
        return new AgreementPage(
                "Dates and costs: placement " + view.reference(), view.id().value(), crumbs(view));
    }

    private static List<Crumb> crumbs(PlacementView view) {
        return List.of(
                new Crumb("Fostering", "/fostering"),
                new Crumb(
                        "Placement " + view.reference(),
                        "/fostering/placements/" + view.id().value()));
    }

    @GetMapping("/fostering/placements/{id}/agreement")
    ModelAndView agreement(Viewer viewer, @PathVariable UUID id) {
        var seen = run.read(viewer, new PlacementId(id));
        var placement = seen.placement();
        return new ModelAndView(
                "placements/agreement",
                Map.of(
                        "page",
                        agreementPage(seen),
                        "form",
                        new AgreementForm(
                                Long.toString(placement.version()),
                                DateParts.of(placement.view().startsOn()),
                                DateParts.of(placement.until()),
                                placement.cost().allowance().toPlainString(),
                                placement.cost().fee().toPlainString(),
                                placement.cost().support().toPlainString(),
                                placement.cost().management().toPlainString())));
    }

    @PostMapping("/fostering/placements/{id}/agreement")
    ModelAndView agree(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var seen = run.read(viewer, new PlacementId(id));
        var start = DateParts.required(form.startsOn(), "startsOn", "Day the child moves in", errors);
        var until = DateParts.optional(form.until(), "until", "Last day", errors);
        if (start != null
                && (start.getYear() < 2020 || start.isAfter(seen.today().plusYears(2)))) {
            errors.rejectValue("startsOn", "range", "The day the child moves in must be within the next two years");
        }
        if (start != null && until != null && until.isBefore(start)) {
            errors.rejectValue("until", "order", "The last day must not be before the day the child moves in");
        }
        var cost = OfferForm.cost(form.allowance(), form.fee(), form.support(), form.management(), errors);
        if (errors.hasErrors() || start == null || cost == null) {
            return Unprocessable.page("placements/agreement", agreementPage(seen));
        }
        try {
            run.agree(viewer, new PlacementId(id), Typed.version(form.version()), start, until, cost);
        } catch (EditConflict conflict) {
            var saved = new ArrayList<ReferralPages.Fact>();
            saved.add(fromAndUntil(seen.placement()));
            seen.placement()
                    .cost()
                    .lines()
                    .forEach(line -> saved.add(new ReferralPages.Fact(line.name(), line.words())));
            var meanwhile = ReferralPages.meanwhile(seen.placement().version(), saved);
            if (!mayBeChanged(seen.placement()) || !meanwhile.isAfter(form.version())) {
                throw conflict;
            }
            return meanwhile.answer("placements/agreement", agreementPage(seen));
        }
        flash.addFlashAttribute("success", "Dates and costs are saved. Both authorities sign them.");
        return to(id);
    }

    record DelegationPage(
            String title,
            UUID id,
            List<Crumb> crumbs,
            String version,
            List<Option> decides,
            List<Map<String, String>> errors,
            List<MatterField> matters) {}

    record MatterField(
            String name,
            String words,
            String decides,
            String reason,
            @Nullable String error) {}

    private static DelegationPage delegationPage(
            RunPlacement.Seen seen, @Nullable Map<String, String> typed, Map<String, String> errors) {
        var view = seen.placement().view();
        return new DelegationPage(
                "Who decides what: placement " + view.reference(),
                view.id().value(),
                crumbs(view),
                typed == null ? Long.toString(seen.placement().version()) : typed.getOrDefault("version", ""),
                ReferralPages.options(DelegatedMatter.Decides.values(), DelegatedMatter.Decides::inWords),
                errors.entrySet().stream()
                        .map(error -> Map.of("text", error.getValue(), "href", "#" + error.getKey()))
                        .toList(),
                Arrays.stream(DelegatedMatter.values())
                        .map(matter -> {
                            var known = seen.matters().get(matter);
                            return new MatterField(
                                    matter.name(),
                                    matter.inWords(),
                                    typed != null
                                            ? typed.getOrDefault(matter.name(), "")
                                            : known == null
                                                    ? "CARER"
                                                    : known.decides().name(),
                                    typed != null
                                            ? typed.getOrDefault(matter.name() + "-reason", "")
                                            : known == null ? "" : known.reason(),
                                    errors.get(matter.name()));
                        })
                        .toList());
    }

    @GetMapping("/fostering/placements/{id}/delegation")
    ModelAndView delegation(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/delegation",
                Map.of("page", delegationPage(run.read(viewer, new PlacementId(id)), null, Map.of())));
    }

    @PostMapping("/fostering/placements/{id}/delegation")
    ModelAndView delegate(
            Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes flash) {
        var seen = run.read(viewer, new PlacementId(id));
        var matters = new EnumMap<DelegatedMatter, PlacementRows.Matter>(DelegatedMatter.class);
        var errors = new java.util.LinkedHashMap<String, String>();
        for (var matter : DelegatedMatter.values()) {
            var decides = Typed.one(DelegatedMatter.Decides.class, typed.get(matter.name()));
            var reason = typed.getOrDefault(matter.name() + "-reason", "").strip();
            var found = uk.slipway.kernel.IdentifyingText.in(reason, seen.today());
            if (decides.isEmpty()) {
                errors.put(matter.name(), matter.inWords() + ": choose who decides");
            } else if (decides.get() != DelegatedMatter.Decides.CARER && reason.isEmpty()) {
                errors.put(matter.name(), matter.inWords() + ": enter the reason why the carer does not decide");
            } else if (reason.length() > 500) {
                errors.put(matter.name(), matter.inWords() + ": the reason must be 500 characters or fewer");
            } else if (!found.isEmpty()) {
                errors.put(
                        matter.name(),
                        matter.inWords() + ": take out what could identify a child or family: "
                                + found.getFirst().inWords());
            } else {
                matters.put(
                        matter,
                        new PlacementRows.Matter(
                                decides.get(), decides.get() == DelegatedMatter.Decides.CARER ? "" : reason));
            }
        }
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "placements/delegation",
                    Map.of("page", delegationPage(seen, typed, errors)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            run.delegate(viewer, new PlacementId(id), Typed.version(typed.get("version")), matters);
        } catch (EditConflict conflict) {
            var meanwhile = ReferralPages.meanwhile(
                    seen.placement().version(),
                    seen.matters().entrySet().stream()
                            .map(one -> new ReferralPages.Fact(
                                    one.getKey().inWords(),
                                    one.getValue().decides().inWords()
                                            + (one.getValue().reason().isEmpty()
                                                    ? ""
                                                    : ": " + one.getValue().reason())))
                            .toList());
            if (!mayBeChanged(seen.placement()) || !meanwhile.isAfter(typed.get("version"))) {
                throw conflict;
            }
            return meanwhile.answer("placements/delegation", delegationPage(seen, typed, Map.of()));
        }
        flash.addFlashAttribute("success", "Who decides what is saved. Both authorities sign it.");
        return to(id);
    }

    @PostMapping("/fostering/placements/{id}/sign")
    ModelAndView sign(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") ActForm form, RedirectAttributes flash) {
        if (run.sign(viewer, new PlacementId(id), Typed.version(form.version()))) {
            flash.addFlashAttribute("success", "You signed the agreement for your authority.");
        } else {
            flash.addFlashAttribute("notice", "Say first who decides what day to day.");
        }
        return to(id);
    }

    /** A page that asks for a day, and at the end for the reason. */
    record DayPage(
            String title,
            String action,
            String back,
            List<Crumb> crumbs,
            String legend,
            String button,
            List<Option> endings) {}

    private DayPage dayPage(Viewer viewer, UUID id, String act, String legend, String button) {
        var seen = placings(viewer, id);
        var view = seen.placement().view();
        var base = "/fostering/placements/" + id;
        return new DayPage(
                button + ": placement " + view.reference(),
                base + "/" + act,
                base,
                crumbs(view),
                legend,
                button,
                act.equals("end") ? page(viewer, seen).endings() : List.of());
    }

    /** For the placing authority, which alone does this. */
    private RunPlacement.Seen placings(Viewer viewer, UUID id) {
        var seen = run.read(viewer, new PlacementId(id));
        if (!seen.placement().view().placing().equals(viewer.authority())) {
            throw new uk.slipway.web.NotYours();
        }
        return seen;
    }

    private ModelAndView day(DayPage page) {
        return new ModelAndView(
                "placements/day", Map.of("page", page, "form", new ActForm(null, DateParts.EMPTY, null, null)));
    }

    private DayPage startPage(Viewer viewer, UUID id) {
        return dayPage(viewer, id, "start", "On which day did the child move in?", "Record the start");
    }

    private DayPage planPage(Viewer viewer, UUID id) {
        return dayPage(
                viewer, id, "plan", "On which day was the placement plan signed?", "Record that the plan is signed");
    }

    private DayPage toldPage(Viewer viewer, UUID id) {
        return dayPage(
                viewer, id, "area-told", "On which day was the area authority told?", "Record that the area was told");
    }

    private DayPage endPage(Viewer viewer, UUID id) {
        return dayPage(viewer, id, "end", "On which day did it end?", "Record the end");
    }

    @GetMapping("/fostering/placements/{id}/start")
    ModelAndView askStart(Viewer viewer, @PathVariable UUID id) {
        return day(startPage(viewer, id));
    }

    @GetMapping("/fostering/placements/{id}/plan")
    ModelAndView askPlan(Viewer viewer, @PathVariable UUID id) {
        return day(planPage(viewer, id));
    }

    @GetMapping("/fostering/placements/{id}/area-told")
    ModelAndView askTold(Viewer viewer, @PathVariable UUID id) {
        return day(toldPage(viewer, id));
    }

    @GetMapping("/fostering/placements/{id}/end")
    ModelAndView askEnd(Viewer viewer, @PathVariable UUID id) {
        return day(endPage(viewer, id));
    }

    @PostMapping("/fostering/placements/{id}/start")
    ModelAndView start(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var on = past(viewer, id, form, "Day the child moved in", errors);
        if (errors.hasErrors() || on == null) {
            return Unprocessable.page("placements/day", startPage(viewer, id));
        }
        try {
            run.start(viewer, new PlacementId(id), on);
        } catch (RunPlacement.NotAgreed not) {
            errors.rejectValue(
                    "on", "agreed", "Both authorities sign the agreement first. Only an emergency may start before");
            return Unprocessable.page("placements/day", startPage(viewer, id));
        }
        flash.addFlashAttribute("success", "Recorded: the placement has started.");
        return to(id);
    }

    @PostMapping("/fostering/placements/{id}/plan")
    ModelAndView plan(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var on = past(viewer, id, form, "Day the plan was signed", errors);
        if (errors.hasErrors() || on == null) {
            return Unprocessable.page("placements/day", planPage(viewer, id));
        }
        run.planSigned(viewer, new PlacementId(id), on);
        flash.addFlashAttribute("success", "Recorded: the placement plan is signed.");
        return to(id);
    }

    record PlanLaterPage(String title, UUID id, List<Crumb> crumbs) {}

    private PlanLaterPage planLaterPage(Viewer viewer, UUID id) {
        var view = placings(viewer, id).placement().view();
        return new PlanLaterPage("Why the plan follows the start: placement " + view.reference(), id, crumbs(view));
    }

    @GetMapping("/fostering/placements/{id}/plan-later")
    ModelAndView askPlanLater(Viewer viewer, @PathVariable UUID id) {
        var said = run.read(viewer, new PlacementId(id)).placement().view().planFollowsBecause();
        return new ModelAndView(
                "placements/plan-later",
                Map.of("page", planLaterPage(viewer, id), "form", new ActForm(null, null, null, said)));
    }

    @PostMapping("/fostering/placements/{id}/plan-later")
    ModelAndView planLater(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var because = Typed.text(
                form.words(), "words", "why it is not reasonably practicable before the start", 1000, errors);
        NothingIdentifying.check(
                because, "words", run.read(viewer, new PlacementId(id)).today(), errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("placements/plan-later", planLaterPage(viewer, id));
        }
        run.planFollows(viewer, new PlacementId(id), because);
        flash.addFlashAttribute("success", "Recorded. The plan is due within five working days of the start.");
        return to(id);
    }

    @PostMapping("/fostering/placements/{id}/area-told")
    ModelAndView areaTold(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var on = past(viewer, id, form, "Day the area authority was told", errors);
        if (errors.hasErrors() || on == null) {
            return Unprocessable.page("placements/day", toldPage(viewer, id));
        }
        run.areaTold(viewer, new PlacementId(id), on);
        flash.addFlashAttribute("success", "Recorded: the area authority was told.");
        return to(id);
    }

    private java.time.@Nullable LocalDate past(
            Viewer viewer, UUID id, ActForm form, String what, BindingResult errors) {
        var today = run.read(viewer, new PlacementId(id)).today();
        var on = DateParts.required(form.on(), "on", what, errors);
        if (on != null && (on.isAfter(today) || on.isBefore(today.minusYears(20)))) {
            errors.rejectValue("on", "ahead", what + " must be today or in the past");
        }
        return on;
    }

    @PostMapping("/fostering/placements/{id}/end")
    ModelAndView end(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var on = past(viewer, id, form, "Day it ended", errors);
        var view = run.read(viewer, new PlacementId(id)).placement().view();
        if (on != null && view.startedOn() != null && on.isBefore(view.startedOn())) {
            errors.rejectValue("on", "order", "The day it ended must not be before it started");
        }
        var reason = Typed.one(Reason.class, form.reason())
                .filter(one -> one.when() == Reason.When.ENDED_PLANNED || one.when() == Reason.When.ENDED_UNPLANNED)
                .orElse(null);
        if (reason == null) {
            errors.rejectValue("reason", "none", "Choose how and why it ended");
        }
        var words = Typed.optional(form.words(), "words", "what was learned", 2000, errors);
        NothingIdentifying.check(
                words, "words", run.read(viewer, new PlacementId(id)).today(), errors);
        if (errors.hasErrors() || on == null || reason == null) {
            return Unprocessable.page("placements/day", endPage(viewer, id));
        }
        run.end(
                viewer,
                new PlacementId(id),
                on,
                reason.when() == Reason.When.ENDED_PLANNED ? Ending.PLANNED : Ending.UNPLANNED,
                reason,
                words.isEmpty() ? null : words);
        flash.addFlashAttribute("success", "Recorded: the placement has ended. The home has room again.");
        return to(id);
    }

    @PostMapping("/fostering/placements/{id}/cancel")
    ModelAndView cancel(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var reason = Typed.one(Reason.class, form.reason())
                .filter(one -> one.when() == Reason.When.CANCELLED)
                .orElse(null);
        if (reason == null) {
            errors.rejectValue("reason", "none", "Choose why it will not start");
            return again(viewer, id);
        }
        run.cancel(viewer, new PlacementId(id), reason);
        flash.addFlashAttribute("success", "Recorded: it will not start. The home has room again.");
        return to(id);
    }

    /** Who works with the child, as chosen. */
    record WorkersForm(
            @Nullable String socialWorker,
            @Nullable String reviewingOfficer,
            @Nullable String supervisingWorker) {}

    record WorkersPage(
            String title,
            UUID id,
            List<Crumb> crumbs,
            boolean placing,
            List<Option> workers,
            List<Option> reviewers,
            List<Option> supervisors) {}

    private WorkersPage workersPage(Viewer viewer, PlacementView view) {
        return new WorkersPage(
                "Who works with the child: placement " + view.reference(),
                view.id().value(),
                crumbs(view),
                view.placing().equals(viewer.authority()),
                ReferralPages.people(run.holding(Role.SOCIAL_WORKER, view.placing())),
                ReferralPages.people(run.holding(Role.REVIEWING_OFFICER, view.placing())),
                ReferralPages.people(run.holding(Role.FOSTERING_OFFICER, view.fostering())));
    }

    @GetMapping("/fostering/placements/{id}/workers")
    ModelAndView workers(Viewer viewer, @PathVariable UUID id) {
        var view = run.read(viewer, new PlacementId(id)).placement().view();
        var reviewing = view.reviewingOfficer();
        return new ModelAndView(
                "placements/workers",
                Map.of(
                        "page",
                        workersPage(viewer, view),
                        "form",
                        new WorkersForm(
                                view.socialWorker().value().toString(),
                                reviewing == null ? null : reviewing.value().toString(),
                                view.supervisingWorker().value().toString())));
    }

    @PostMapping("/fostering/placements/{id}/workers")
    ModelAndView name(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") WorkersForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var view = run.read(viewer, new PlacementId(id)).placement().view();
        var page = workersPage(viewer, view);
        var worker = chosen(form.socialWorker(), page.placing() ? page.workers() : List.of());
        var reviewer = chosen(form.reviewingOfficer(), page.placing() ? page.reviewers() : List.of());
        var supervisor = chosen(form.supervisingWorker(), page.placing() ? List.of() : page.supervisors());
        if (page.placing() && worker == null) {
            errors.rejectValue("socialWorker", "none", "Choose the child’s social worker");
        }
        if (!page.placing() && supervisor == null) {
            errors.rejectValue("supervisingWorker", "none", "Choose who supervises the carer");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("placements/workers", page);
        }
        run.workers(viewer, new PlacementId(id), worker, reviewer, supervisor);
        flash.addFlashAttribute("success", "Who works with the child is saved.");
        return to(id);
    }

    private static @Nullable AccountId chosen(@Nullable String typed, List<Option> options) {
        return options.stream()
                .filter(option -> option.value().equals(typed))
                .findFirst()
                .map(option -> new AccountId(UUID.fromString(option.value())))
                .orElse(null);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/fostering/placements/" + id);
    }
}
