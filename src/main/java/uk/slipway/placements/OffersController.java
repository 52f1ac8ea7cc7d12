package uk.slipway.placements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringDecidersOnly;
import uk.slipway.fosteringprotocol.FosteringOfficersOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.fosteringprotocol.Protocol;
import uk.slipway.fosteringprotocol.Protocols;
import uk.slipway.vacancies.Vacancy;
import uk.slipway.vacancies.VacancyId;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** Offers: made by a fostering service, decided on by the placing authority, consented to, approved. */
@Controller
@FosteringDecidersOnly
class OffersController {

    private static final Words WORDS = new Words();

    private final DecideOnOffers decide;
    private final ReferralPages pages;
    private final Protocols protocols;

    OffersController(DecideOnOffers decide, ReferralPages pages, Protocols protocols) {
        this.decide = decide;
        this.pages = pages;
        this.protocols = protocols;
    }

    @GetMapping("/fostering/referrals/{id}/homes")
    @FosteringOfficersOnly
    ModelAndView homes(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/homes",
                Map.of("page", pages.homes(decide.matches(viewer, new ReferralId(id))), "form", new NoHomeForm(null)));
    }

    /** Why a fostering service has no home for a referral. */
    record NoHomeForm(@Nullable String reason) {}

    @PostMapping("/fostering/referrals/{id}/no-home")
    @FosteringOfficersOnly
    ModelAndView noHome(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") NoHomeForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = pages.homes(decide.matches(viewer, new ReferralId(id)));
        var reason = Typed.one(Reason.class, form.reason()).filter(one -> one.when() == Reason.When.NO_HOME);
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "none", "Choose why no home of yours can help");
            return Unprocessable.page("placements/homes", page);
        }
        decide.noHome(viewer, new ReferralId(id), reason.get());
        flash.addFlashAttribute(
                "success", "Answered. The placing authority is told. You can still offer a home while it is open.");
        return new ModelAndView("redirect:/fostering/referrals/" + id);
    }

    record OfferPage(
            String title,
            UUID referral,
            List<Crumb> crumbs,
            ReferralPages.Home home,
            List<Option> workers,
            String set) {}

    /** The version the referral was circulated under. */
    private Optional<Protocol> protocolOf(Viewer viewer, Referral referral) {
        var number = referral.protocolNumber();
        return number == null ? Optional.empty() : protocols.issued(Objects.requireNonNull(viewer.region()), number);
    }

    private OfferPage offerPage(Viewer viewer, UUID id, @Nullable String vacancy) {
        var own = decide.matches(viewer, new ReferralId(id));
        var match = own.matches().stream()
                .filter(one -> one.vacancy().id().value().toString().equals(vacancy))
                .findFirst()
                .orElseThrow(NotFound::new);
        var terms = protocolOf(viewer, own.referral());
        return new OfferPage(
                "Offer carer " + match.vacancy().terms().carerReference() + " for referral "
                        + own.referral().reference(),
                id,
                ReferralPages.crumbs(own.referral()),
                pages.home(match, false),
                ReferralPages.people(decide.supervisingWorkers(viewer)),
                terms.isEmpty()
                                || terms.get().terms().allowance() == null
                                || terms.get().terms().fee() == null
                        ? "The protocol does not set every amount: to be set by the region. Enter what your authority"
                                + " asks."
                        : "The amounts are those of the protocol.");
    }

    @GetMapping("/fostering/referrals/{id}/offers/new")
    @FosteringOfficersOnly
    ModelAndView begin(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String vacancy) {
        var page = offerPage(viewer, id, vacancy);
        var terms = protocolOf(
                        viewer, decide.matches(viewer, new ReferralId(id)).referral())
                .map(Protocol::terms)
                .orElse(null);
        return new ModelAndView(
                "placements/offer-form",
                Map.of(
                        "page",
                        page,
                        "form",
                        OfferForm.empty(page.home().vacancy().toString(), terms)));
    }

    @PostMapping("/fostering/referrals/{id}/offers/new")
    @FosteringOfficersOnly
    ModelAndView offer(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = offerPage(viewer, id, form.vacancy());
        var read = form.check(decide.supervisingWorkers(viewer), decide.today(), errors);
        if (read == null) {
            return Unprocessable.page("placements/offer-form", page);
        }
        var offer = form.offerId();
        try {
            decide.offer(
                    viewer,
                    offer,
                    new ReferralId(id),
                    new VacancyId(page.home().vacancy()),
                    read.supervising(),
                    read.content());
        } catch (DecideOnOffers.CannotBeOffered not) {
            errors.reject("not", Objects.toString(not.getMessage()));
            return Unprocessable.page("placements/offer-form", page);
        }
        flash.addFlashAttribute("success", "The home is offered. The placing authority is told.");
        return new ModelAndView("redirect:/fostering/offers/" + offer.value());
    }

    /** What is said of an offer; each act sends its own part. */
    record ActForm(
            @Nullable String version,
            @Nullable String reason,
            @Nullable String words,
            @Nullable String because,
            @Nullable DateParts toldOn) {}

    record ConsentRow(String who, String kind, String answer, String tag, String by) {}

    record Page(
            String title,
            UUID id,
            String version,
            List<Crumb> crumbs,
            String state,
            String tag,
            boolean placing,
            boolean open,
            boolean proposed,
            boolean mayShortlist,
            boolean mayPropose,
            boolean mayDecline,
            boolean mayWithdraw,
            boolean mayApprove,
            String approval,
            boolean askTold,
            String told,
            String toldHint,
            List<ReferralPages.Fact> facts,
            List<WeeklyCost.Line> costs,
            String score,
            List<String> parts,
            List<ConsentRow> consents,
            List<String> consentsMissing,
            List<Option> declines,
            List<Option> withdrawals,
            @Nullable String ended,
            List<String> whoCanSee) {}

    private Page page(DecideOnOffers.Seen seen, Viewer viewer) {
        var offer = seen.offer();
        var content = offer.content();
        var facts = new ArrayList<ReferralPages.Fact>();
        facts.add(new ReferralPages.Fact(
                "Referral",
                offer.placing().equals(viewer.authority())
                        ? seen.referral().reference()
                        : seen.referral().reference() + " of " + pages.name(offer.placing())));
        facts.add(new ReferralPages.Fact("For", seen.referral().needs().childrenInWords()));
        facts.add(new ReferralPages.Fact(
                "Home", "Carer " + offer.carerReference() + " of " + pages.name(offer.fostering())));
        facts.add(new ReferralPages.Fact(
                "Where",
                "In the area of " + pages.name(offer.area()) + ". "
                        + seen.locality().inWords()));
        facts.add(new ReferralPages.Fact("Could move in", WORDS.date(content.startOn())));
        facts.add(new ReferralPages.Fact("Why it matches", content.rationale()));
        facts.add(new ReferralPages.Fact("Not met, and what is done about it", none(content.gaps())));
        facts.add(new ReferralPages.Fact("Support", none(content.packageWords())));
        if (offer.proposedBecause() != null) {
            facts.add(new ReferralPages.Fact("Proposed because", offer.proposedBecause()));
        }
        boolean decides = seen.placing() && !viewer.is(Role.REVIEWING_OFFICER);
        boolean proposed = offer.state() == OfferState.PROPOSED;
        return new Page(
                "Offer of carer " + offer.carerReference() + " for referral "
                        + seen.referral().reference(),
                offer.id().value(),
                Long.toString(offer.version()),
                ReferralPages.crumbs(seen.referral()),
                offer.state().inWords(),
                offer.state().tag(),
                seen.placing(),
                offer.state().isOpen(),
                proposed,
                decides && offer.state() == OfferState.OFFERED,
                decides
                        && (offer.state() == OfferState.OFFERED || offer.state() == OfferState.SHORTLISTED)
                        && seen.referral().state() != ReferralState.MATCH_PROPOSED,
                decides && offer.state().isOpen(),
                !seen.placing()
                        && viewer.is(Role.FOSTERING_OFFICER)
                        && offer.state().isOpen(),
                proposed && seen.mayApprove(),
                seen.locality() == Locality.AT_A_DISTANCE
                        ? "It is at a distance: the Director of Children’s Services approves it (regulation 11)."
                        : "A nominated officer approves it, or the Director of Children’s Services.",
                seen.locality().isOutOfArea(),
                seen.locality() == Locality.AT_A_DISTANCE
                        ? "When was the area authority consulted and given the care plan?"
                        : "When was the area authority notified?",
                seen.referral().needs().route() == Route.EMERGENCY
                        ? "In an emergency it may follow the approval; leave it empty then"
                        : "It has to be before you approve the match",
                facts,
                content.cost().lines(),
                offer.score() + " of 100",
                List.of(offer.scoreWords().split("\n")),
                seen.consents().stream().map(this::row).toList(),
                seen.consents().stream()
                        .filter(consent -> consent.answer() != Offer.Consent.Answer.GIVEN)
                        .map(consent -> pages.name(consent.authority()) + ": "
                                + consent.kind().inWords() + ". "
                                + consent.answer().inWords())
                        .toList(),
                ReferralPages.reasons(Reason.When.OFFER_DECLINED),
                ReferralPages.reasons(Reason.When.OFFER_WITHDRAWN),
                offer.reason() == null || offer.state() == OfferState.ACCEPTED
                        ? null
                        : offer.reason()
                                + (offer.reasonWords() == null
                                                || offer.reasonWords().isBlank()
                                        ? "."
                                        : ": " + offer.reasonWords()),
                List.of(
                        "People in fostering and the Directors of " + pages.name(offer.placing()) + " and "
                                + pages.name(offer.fostering()) + ".",
                        "Other authorities that offered a home do not see it."));
    }

    private static String none(String words) {
        return words.isBlank() ? "Nothing said" : words;
    }

    private ConsentRow row(Offer.Consent consent) {
        return new ConsentRow(
                pages.name(consent.authority()),
                consent.kind().inWords(),
                consent.answer().inWords(),
                switch (consent.answer()) {
                    case ASKED -> "govuk-tag--blue";
                    case GIVEN -> "govuk-tag--green";
                    case REFUSED -> "govuk-tag--red";
                },
                consent.by() == null ? "" : consent.by() + ", " + WORDS.moment(consent.at()));
    }

    @GetMapping("/fostering/offers/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        var seen = decide.read(viewer, new OfferId(id));
        return new ModelAndView(
                "placements/offer",
                Map.of(
                        "page",
                        page(seen, viewer),
                        "form",
                        new ActForm(Long.toString(seen.offer().version()), null, null, null, DateParts.EMPTY)));
    }

    private ModelAndView again(Viewer viewer, UUID id) {
        return new ModelAndView(
                "placements/offer",
                Map.of("page", page(decide.read(viewer, new OfferId(id)), viewer)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/fostering/offers/{id}/shortlist")
    ModelAndView shortlist(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") ActForm form, RedirectAttributes flash) {
        decide.shortlist(viewer, new OfferId(id), Typed.version(form.version()));
        flash.addFlashAttribute("success", "The offer is on the shortlist.");
        return to(id);
    }

    @PostMapping("/fostering/offers/{id}/propose")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var because = reasoned(form, errors);
        if (errors.hasErrors()) {
            return again(viewer, id);
        }
        decide.propose(viewer, new OfferId(id), Typed.version(form.version()), because);
        flash.addFlashAttribute("success", "Proposed. Whoever has to consent is asked.");
        return to(id);
    }

    private String reasoned(ActForm form, BindingResult errors) {
        var because = Typed.text(form.because(), "because", "the reason", 1000, errors);
        NothingIdentifying.check(because, "because", decide.today(), errors);
        return because;
    }

    @PostMapping("/fostering/offers/{id}/decline")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var reason = coded(form, Reason.When.OFFER_DECLINED, errors);
        if (reason == null || errors.hasErrors()) {
            return again(viewer, id);
        }
        decide.decline(viewer, new OfferId(id), Typed.version(form.version()), reason, said(form));
        flash.addFlashAttribute("success", "Declined. The fostering service is told the reason.");
        return to(id);
    }

    @PostMapping("/fostering/offers/{id}/withdraw")
    @FosteringOfficersOnly
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var reason = coded(form, Reason.When.OFFER_WITHDRAWN, errors);
        if (reason == null || errors.hasErrors()) {
            return again(viewer, id);
        }
        decide.withdraw(viewer, new OfferId(id), reason, said(form));
        flash.addFlashAttribute("success", "Withdrawn. The placing authority is told the reason.");
        return to(id);
    }

    private @Nullable Reason coded(ActForm form, Reason.When when, BindingResult errors) {
        var reason = Typed.one(Reason.class, form.reason())
                .filter(one -> one.when() == when)
                .orElse(null);
        if (reason == null) {
            errors.rejectValue("reason", "none", "Choose the reason");
        }
        NothingIdentifying.check(
                Typed.optional(form.words(), "words", "what you add", 1000, errors), "words", decide.today(), errors);
        return reason;
    }

    private static @Nullable String said(ActForm form) {
        return form.words() == null || form.words().isBlank()
                ? null
                : form.words().strip();
    }

    @GetMapping("/fostering/offers/{id}/approve")
    ModelAndView askToApprove(Viewer viewer, @PathVariable UUID id) {
        var seen = decide.read(viewer, new OfferId(id));
        if (!seen.mayApprove()) {
            throw new uk.slipway.web.NotYours();
        }
        return new ModelAndView(
                "placements/approve",
                Map.of(
                        "page",
                        page(seen, viewer),
                        "form",
                        new ActForm(Long.toString(seen.offer().version()), null, null, null, DateParts.EMPTY)));
    }

    private ModelAndView approvalAgain(Viewer viewer, UUID id) {
        var seen = decide.read(viewer, new OfferId(id));
        if (!seen.mayApprove()) {
            throw new uk.slipway.web.NotYours();
        }
        return Unprocessable.page("placements/approve", page(seen, viewer));
    }

    @PostMapping("/fostering/offers/{id}/approve")
    ModelAndView approve(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var because = reasoned(form, errors);
        var toldOn = DateParts.optional(form.toldOn(), "toldOn", "Day the area authority was told", errors);
        if (toldOn != null && toldOn.isAfter(decide.today())) {
            errors.rejectValue("toldOn", "ahead", "The day the area authority was told must be today or in the past");
        }
        if (errors.hasErrors()) {
            return approvalAgain(viewer, id);
        }
        try {
            var placement = decide.approve(viewer, new OfferId(id), Typed.version(form.version()), because, toldOn);
            flash.addFlashAttribute(
                    "success", "Approved. Whoever else had offered a home is told. Sign the agreement now.");
            return new ModelAndView("redirect:/fostering/placements/" + placement.value());
        } catch (DecideOnOffers.NotApprovable not) {
            errors.rejectValue(not.field(), "not", Objects.toString(not.getMessage()));
            return approvalAgain(viewer, id);
        }
    }

    @PostMapping("/fostering/offers/{id}/refuse")
    ModelAndView refuse(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var because = reasoned(form, errors);
        if (errors.hasErrors()) {
            return approvalAgain(viewer, id);
        }
        decide.refuse(viewer, new OfferId(id), Typed.version(form.version()), because);
        flash.addFlashAttribute("success", "Not approved. The other offers stand.");
        return to(id);
    }

    /** Whether an authority consents. */
    record ConsentForm(@Nullable String answer, @Nullable String words) {}

    record ConsentPage(
            String title,
            UUID id,
            List<Crumb> crumbs,
            String lead,
            List<ReferralPages.Fact> facts,
            boolean open,
            String answer,
            List<Option> answers,
            List<String> whoCanSee) {}

    private ConsentPage consentPage(Viewer viewer, UUID id) {
        var asked = decide.asked(viewer, id);
        var offer = asked.offer();
        boolean service = asked.consent().kind() == Offer.Consent.Kind.FOSTERING_SERVICE;
        return new ConsentPage(
                "Consent to a proposed match: carer " + offer.carerReference(),
                id,
                ReferralPages.CRUMBS,
                service
                        ? "The placing authority proposes this home of yours as the match. Nobody can approve it"
                                + " before your service consents."
                        : "A child of your authority lives in this home. Nobody can approve the match before you"
                                + " consent.",
                List.of(
                        new ReferralPages.Fact(
                                "Home", "Carer " + offer.carerReference() + " of " + pages.name(offer.fostering())),
                        new ReferralPages.Fact("Placing authority", pages.name(offer.placing())),
                        new ReferralPages.Fact("Who would come", asked.needs().childrenInWords()),
                        new ReferralPages.Fact("Type", asked.needs().type().inWords()),
                        new ReferralPages.Fact(
                                "From", WORDS.date(offer.content().startOn())),
                        new ReferralPages.Fact("To be lived with", risks(asked)),
                        new ReferralPages.Fact("Foster children there now", there(asked.home()))),
                asked.consent().answer() == Offer.Consent.Answer.ASKED && offer.state() == OfferState.PROPOSED,
                asked.consent().answer().inWords(),
                List.of(Option.of("GIVEN", "We consent"), Option.of("REFUSED", "We do not consent")),
                List.of(
                        "You see the age, the type and the risks of who would come, and nothing else of the referral.",
                        "The placing and the fostering authority see your answer."));
    }

    private static String risks(DecideOnOffers.Asked asked) {
        var cautions = asked.needs().cautions();
        return cautions.isEmpty()
                ? "None is named"
                : String.join("; ", cautions.stream().map(one -> one.inWords()).toList());
    }

    private static String there(Vacancy home) {
        return home.children().isEmpty() ? "None" : WORDS.count(home.children().size(), "child", "children");
    }

    @GetMapping("/fostering/consents/{id}")
    ModelAndView asked(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "placements/consent", Map.of("page", consentPage(viewer, id), "form", new ConsentForm(null, null)));
    }

    @PostMapping("/fostering/consents/{id}")
    ModelAndView consent(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") ConsentForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = consentPage(viewer, id);
        var answer =
                Typed.chosen(Offer.Consent.Answer.class, form.answer(), "answer", "Say whether you consent", errors);
        if (answer == Offer.Consent.Answer.ASKED) {
            errors.rejectValue("answer", "none", "Say whether you consent");
        }
        var words = Typed.optional(form.words(), "words", "what you add", 1000, errors);
        NothingIdentifying.check(words, "words", decide.today(), errors);
        if (answer == Offer.Consent.Answer.REFUSED && words.isEmpty()) {
            errors.rejectValue("words", "blank", "Enter why you do not consent");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("placements/consent", page);
        }
        decide.consent(viewer, id, answer == Offer.Consent.Answer.GIVEN, words);
        flash.addFlashAttribute("success", "Your answer is recorded, and the placing authority is told.");
        return new ModelAndView("redirect:/fostering");
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/fostering/offers/" + id);
    }
}
