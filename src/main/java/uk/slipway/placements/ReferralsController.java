package uk.slipway.placements;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringDecidersOnly;
import uk.slipway.fosteringprotocol.FosteringOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;

/** Referrals: written, searched for, weighed, circulated and closed by the placing authority. */
@Controller
@FosteringDecidersOnly
class ReferralsController {

    private final WriteReferral write;
    private final LookAtReferral look;
    private final ReferralPages pages;

    ReferralsController(WriteReferral write, LookAtReferral look, ReferralPages pages) {
        this.write = write;
        this.look = look;
        this.pages = pages;
    }

    private Map<String, LocalAuthority> byCode(Viewer viewer) {
        return write.authorities(viewer).stream().collect(Collectors.toMap(LocalAuthority::gssCode, one -> one));
    }

    private ReferralPages.NeedsPage needsPage(Viewer viewer, String title, String action) {
        return pages.needs(
                title, action, write.authorities(viewer), write.socialWorkers(viewer), write.reviewingOfficers(viewer));
    }

    @GetMapping("/fostering/referrals/new")
    ModelAndView begin(Viewer viewer) {
        WriteReferral.placing(viewer);
        var own = write.authorities(viewer).stream()
                .filter(one -> one.id().equals(viewer.authority()))
                .map(LocalAuthority::gssCode)
                .findFirst()
                .orElse("");
        return new ModelAndView(
                "placements/needs",
                Map.of(
                        "page", needsPage(viewer, "Begin a referral", "/fostering/referrals/new"),
                        "form", NeedsForm.empty(own)));
    }

    @PostMapping("/fostering/referrals/new")
    ModelAndView begin(
            Viewer viewer, @ModelAttribute("form") NeedsForm form, BindingResult errors, RedirectAttributes flash) {
        WriteReferral.placing(viewer);
        var read = form.check(
                byCode(viewer), write.socialWorkers(viewer), write.reviewingOfficers(viewer), write.today(), errors);
        if (read == null) {
            return Unprocessable.page(
                    "placements/needs", needsPage(viewer, "Begin a referral", "/fostering/referrals/new"));
        }
        var id = form.referralId();
        write.begin(viewer, id, read.needs(), read.socialWorker(), read.reviewing(), read.budget());
        flash.addFlashAttribute("success", "The referral is begun. Nobody outside your authority sees it yet.");
        return to(id.value());
    }

    /** One of the ways in which a referral closes, as it is typed. */
    record ClosingForm(@Nullable String reason, @Nullable String weeklyRate) {}

    @GetMapping("/fostering/referrals/{id}")
    @FosteringOnly
    ModelAndView record(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/referral",
                Map.of(
                        "page",
                        pages.page(viewer, look.look(viewer, new ReferralId(id))),
                        "form",
                        new ClosingForm(null, null)));
    }

    private ReferralPages.Page page(Viewer viewer, UUID id) {
        var page = pages.page(viewer, look.look(viewer, new ReferralId(id)));
        if (!page.mayAct()) {
            throw new NotYours();
        }
        return page;
    }

    @GetMapping("/fostering/referrals/{id}/needs")
    ModelAndView needs(Viewer viewer, @PathVariable UUID id) {
        var seen = own(viewer, id);
        var home = write.authorities(viewer).stream()
                .filter(one -> one.id().equals(seen.referral().needs().home()))
                .map(LocalAuthority::gssCode)
                .findFirst()
                .orElse("");
        return new ModelAndView(
                "placements/needs",
                Map.of("page", needsOf(viewer, id, seen), "form", NeedsForm.of(seen.referral(), home)));
    }

    private ReferralPages.NeedsPage needsOf(Viewer viewer, UUID id, LookAtReferral.Seen seen) {
        return needsPage(
                viewer,
                "What is needed: referral " + seen.referral().reference(),
                "/fostering/referrals/" + id + "/needs");
    }

    private LookAtReferral.Seen own(Viewer viewer, UUID id) {
        var seen = look.look(viewer, new ReferralId(id));
        WriteReferral.requirePlacing(viewer, seen.referral());
        return seen;
    }

    @PostMapping("/fostering/referrals/{id}/needs")
    ModelAndView need(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") NeedsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var seen = own(viewer, id);
        var read = form.check(
                byCode(viewer), write.socialWorkers(viewer), write.reviewingOfficers(viewer), write.today(), errors);
        if (read == null) {
            return Unprocessable.page("placements/needs", needsOf(viewer, id, seen));
        }
        try {
            write.need(
                    viewer,
                    new ReferralId(id),
                    Typed.version(form.version()),
                    read.needs(),
                    read.socialWorker(),
                    read.reviewing(),
                    read.budget());
        } catch (EditConflict conflict) {
            var meanwhile = ReferralPages.meanwhile(
                    seen.referral().version(), pages.page(viewer, seen).facts());
            if (!seen.referral().state().isBeingWritten() || !meanwhile.isAfter(form.version())) {
                throw conflict;
            }
            return meanwhile.answer("placements/needs", needsOf(viewer, id, seen));
        }
        flash.addFlashAttribute("success", "What is needed is saved.");
        return to(id);
    }

    /** One heading's text. */
    record SectionForm(@Nullable String version, @Nullable String text) {}

    record SectionPage(
            String title, String name, String guidance, String action, String back, boolean open, List<Crumb> crumbs) {}

    private static ReferralSection section(String path) {
        for (var section : ReferralSection.values()) {
            if (section.path().equals(path)) {
                return section;
            }
        }
        throw new NotFound();
    }

    private static SectionPage sectionPage(ReferralSection section, Referral referral) {
        var base = "/fostering/referrals/" + referral.id().value();
        return new SectionPage(
                section.inWords() + ": referral " + referral.reference(),
                section.inWords(),
                section.guidance(),
                base + "/sections/" + section.path(),
                base,
                referral.state().isBeingWritten(),
                ReferralPages.crumbs(referral));
    }

    @GetMapping("/fostering/referrals/{id}/sections/{section}")
    ModelAndView section(Viewer viewer, @PathVariable UUID id, @PathVariable String section) {
        var which = section(section);
        var seen = own(viewer, id);
        var text = Optional.ofNullable(seen.texts().get(which));
        return new ModelAndView(
                "placements/section",
                Map.of(
                        "page",
                        sectionPage(which, seen.referral()),
                        "form",
                        new SectionForm(
                                Long.toString(text.map(Referral.Text::version).orElse(0L)),
                                text.map(Referral.Text::text).orElse(null))));
    }

    @PostMapping("/fostering/referrals/{id}/sections/{section}")
    ModelAndView write(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String section,
            @ModelAttribute("form") SectionForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var which = section(section);
        var seen = own(viewer, id);
        var page = sectionPage(which, seen.referral());
        var text = Typed.optional(form.text(), "text", "the text", 5000, errors);
        NothingIdentifying.check(text, "text", write.today(), errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("placements/section", page);
        }
        try {
            write.write(viewer, new ReferralId(id), which, Typed.version(form.version()), text);
        } catch (EditConflict conflict) {
            var saved = Optional.ofNullable(seen.texts().get(which));
            return new ConflictPage(
                            page.title(),
                            page.action(),
                            page.back(),
                            null,
                            List.of(new ConflictField(
                                    which.inWords(),
                                    "text",
                                    text,
                                    saved.map(Referral.Text::text).orElse(""),
                                    null)),
                            Map.of(
                                    "version",
                                    Long.toString(
                                            saved.map(Referral.Text::version).orElse(0L))))
                    .answer();
        }
        flash.addFlashAttribute("success", "“" + which.inWords() + "” is saved.");
        return to(id);
    }

    /** The search among the authority's own homes. */
    record SearchForm(
            @Nullable String version,
            @Nullable DateParts on,
            @Nullable String outcome,
            @Nullable String words) {}

    record SearchPage(
            String title, UUID id, List<Crumb> crumbs, List<Option> outcomes, List<ReferralPages.Home> homes) {}

    private SearchPage searchPage(Viewer viewer, UUID id, Referral referral) {
        return new SearchPage(
                "Search among your own homes: referral " + referral.reference(),
                id,
                ReferralPages.crumbs(referral),
                ReferralPages.options(Referral.Search.Outcome.values(), Referral.Search.Outcome::inWords),
                write.ownHomes(viewer, new ReferralId(id)).stream()
                        .map(match -> pages.home(match, false))
                        .toList());
    }

    @GetMapping("/fostering/referrals/{id}/search")
    ModelAndView search(Viewer viewer, @PathVariable UUID id) {
        var referral = own(viewer, id).referral();
        var search = referral.search();
        return new ModelAndView(
                "placements/search",
                Map.of(
                        "page",
                        searchPage(viewer, id, referral),
                        "form",
                        new SearchForm(
                                Long.toString(referral.version()),
                                DateParts.of(search == null ? write.today() : search.on()),
                                search == null ? null : search.outcome().name(),
                                search == null ? null : search.words())));
    }

    @PostMapping("/fostering/referrals/{id}/search")
    ModelAndView searched(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SearchForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var referral = own(viewer, id).referral();
        var on = DateParts.required(form.on(), "on", "Day of the search", errors);
        if (on != null
                && (on.isAfter(write.today()) || on.isBefore(write.today().minusYears(1)))) {
            errors.rejectValue("on", "range", "The day of the search must be today or in the past year");
        }
        var outcome = Typed.chosen(
                Referral.Search.Outcome.class, form.outcome(), "outcome", "Say what came of the search", errors);
        var words = Typed.optional(form.words(), "words", "what was considered", 2000, errors);
        NothingIdentifying.check(words, "words", write.today(), errors);
        if (errors.hasErrors() || on == null || outcome == null) {
            return Unprocessable.page("placements/search", searchPage(viewer, id, referral));
        }
        write.search(
                viewer, new ReferralId(id), Typed.version(form.version()), new Referral.Search(on, outcome, words));
        flash.addFlashAttribute(
                "success",
                outcome == Referral.Search.Outcome.FOUND
                        ? "Recorded. The referral is closed: the child stays with a home of your own."
                        : "The search is recorded.");
        return to(id);
    }

    record WeightsPage(String title, UUID id, List<Crumb> crumbs, boolean open, String version, List<Weight> weights) {}

    record Weight(String name, String words, int weight) {}

    @GetMapping("/fostering/referrals/{id}/weights")
    ModelAndView weights(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/weights",
                Map.of("page", weightsPage(id, own(viewer, id).referral())));
    }

    private static WeightsPage weightsPage(UUID id, Referral referral) {
        return new WeightsPage(
                "Weigh the criteria: referral " + referral.reference(),
                id,
                ReferralPages.crumbs(referral),
                referral.state().isBeingWritten(),
                Long.toString(referral.version()),
                java.util.Arrays.stream(Criterion.values())
                        .map(one -> new Weight(
                                one.name(), one.inWords(), referral.weights().getOrDefault(one, 3)))
                        .toList());
    }

    @PostMapping("/fostering/referrals/{id}/weights")
    ModelAndView weigh(
            Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes flash) {
        var referral = own(viewer, id).referral();
        var weights = new EnumMap<Criterion, Integer>(Criterion.class);
        for (var criterion : Criterion.values()) {
            var weight = typed.getOrDefault(criterion.name(), "").strip();
            if (weight.matches("[0-5]")) {
                weights.put(criterion, Integer.valueOf(weight));
            }
        }
        if (weights.size() < Criterion.values().length
                || weights.values().stream().mapToInt(Integer::intValue).sum() == 0) {
            flash.addFlashAttribute(
                    "notice", "Give each criterion a weight from 0 to 5, and at least one more than 0.");
            return new ModelAndView("redirect:/fostering/referrals/" + id + "/weights");
        }
        write.weigh(viewer, new ReferralId(id), Typed.version(typed.get("version")), new LinkedHashMap<>(weights));
        flash.addFlashAttribute("success", "The weights of referral " + referral.reference() + " are saved.");
        return to(id);
    }

    @GetMapping("/fostering/referrals/{id}/circulate")
    ModelAndView askToCirculate(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/circulate", Map.of("page", pages.circulation(write.prepare(viewer, new ReferralId(id)))));
    }

    @PostMapping("/fostering/referrals/{id}/circulate")
    ModelAndView circulate(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String version,
            RedirectAttributes flash) {
        switch (write.circulate(viewer, new ReferralId(id), Typed.version(version))) {
            case SENT ->
                flash.addFlashAttribute("success", "Circulated. What it says and how it is weighed cannot change now.");
            case NOT_READY -> {
                flash.addFlashAttribute("notice", "Something has to be done before the referral can be circulated.");
                return new ModelAndView("redirect:/fostering/referrals/" + id + "/circulate");
            }
            case NOBODY_CAN_HELP ->
                flash.addFlashAttribute("notice", "No other authority has a vacancy that fits, so nothing was sent.");
        }
        return to(id);
    }

    @PostMapping("/fostering/referrals/{id}/withdraw")
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ClosingForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        var reason = Typed.one(Reason.class, form.reason()).filter(one -> one.when() == Reason.When.REFERRAL_WITHDRAWN);
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "none", "Choose why the referral is withdrawn");
            return Unprocessable.page("placements/referral", page);
        }
        write.withdraw(viewer, new ReferralId(id), reason.get());
        flash.addFlashAttribute("success", "The referral is withdrawn. Whoever had offered a home is told.");
        return to(id);
    }

    @PostMapping("/fostering/referrals/{id}/no-offer")
    ModelAndView noOffer(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        write.noOffer(viewer, new ReferralId(id));
        flash.addFlashAttribute("success", "Closed: no home was found among the authorities.");
        return to(id);
    }

    @PostMapping("/fostering/referrals/{id}/agency")
    ModelAndView agency(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ClosingForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = page(viewer, id);
        var rate = Typed.amount(form.weeklyRate(), "weeklyRate", "the agency’s weekly rate", errors);
        if (errors.hasErrors() || rate == null) {
            return Unprocessable.page("placements/referral", page);
        }
        write.agency(viewer, new ReferralId(id), rate);
        flash.addFlashAttribute("success", "Recorded: placed with an agency. Whoever had offered a home is told.");
        return to(id);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/fostering/referrals/" + id);
    }
}
