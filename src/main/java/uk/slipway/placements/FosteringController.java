package uk.slipway.placements;

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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.DirectorOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringOnly;
import uk.slipway.region.RegionCode;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** Where people in fostering begin, and whom a Director has named to approve. */
@Controller
@FosteringOnly
class FosteringController {

    private static final Words WORDS = new Words();

    private final ReadFostering read;
    private final NominatedOfficers nominated;
    private final ReferralPages names;

    FosteringController(ReadFostering read, NominatedOfficers nominated, ReferralPages names) {
        this.read = read;
        this.nominated = nominated;
        this.names = names;
    }

    record Row(
            String name,
            String address,
            String who,
            String what,
            String when,
            boolean late,
            String state,
            String tag) {}

    record Page(
            String title,
            boolean ofAnAuthority,
            boolean mayRefer,
            boolean fosters,
            boolean writesProtocol,
            boolean directs,
            List<Row> own,
            List<Row> circulated,
            List<Row> offers,
            List<Row> consents,
            List<Row> placements,
            @Nullable String protocol,
            List<String> whoCanSee) {}

    @GetMapping("/fostering")
    ModelAndView home(Viewer viewer) {
        var home = read.home(viewer);
        var authority = viewer.authority();
        var region = Objects.requireNonNullElse(viewer.region(), RegionCode.NORTH_WEST);
        return new ModelAndView(
                "placements/home",
                Map.of(
                        "page",
                        new Page(
                                "Fostering: " + viewer.organisationName(),
                                authority != null,
                                authority != null && !viewer.is(Role.REVIEWING_OFFICER),
                                authority != null
                                        && (viewer.is(Role.FOSTERING_OFFICER)
                                                || viewer.is(Role.COMMISSIONER)
                                                || viewer.is(Role.DIRECTOR)),
                                authority == null && viewer.is(Role.COMMISSIONER),
                                viewer.is(Role.DIRECTOR),
                                home.referrals().stream()
                                        .filter(one -> one.placing().equals(authority))
                                        .map(one -> row(one, true, home, region))
                                        .toList(),
                                home.referrals().stream()
                                        .filter(one -> !one.placing().equals(authority))
                                        .map(one -> row(one, false, home, region))
                                        .toList(),
                                home.offers().stream()
                                        .map(one -> offer(one, one.placing().equals(authority), home, region))
                                        .toList(),
                                viewer.is(Role.REVIEWING_OFFICER)
                                        ? List.of()
                                        : home.consents().stream()
                                                .map(one -> consent(one, home))
                                                .toList(),
                                home.placements().stream()
                                        .map(one -> placement(one, home))
                                        .toList(),
                                home.protocol()
                                        .map(one -> "Version " + one.number() + ", in force since "
                                                + WORDS.shortDate(one.inForceOn()))
                                        .orElse(null),
                                authority == null
                                        ? List.of(
                                                "You see the protocol, who adjoins whom, and numbers.",
                                                "Referrals and placements are seen by their authorities alone.")
                                        : List.of(
                                                "Your authority’s people in fostering and its Director see what is its"
                                                        + " own, and what others have circulated to it."))));
    }

    private Row row(Referral one, boolean own, ReadFostering.Home home, RegionCode region) {
        boolean answered = home.withoutHome().contains(one.id());
        var due = answered ? null : home.answerDue(one, region);
        // Once an offer is in, the placing authority has to decide, and whoever made it has answered.
        boolean waits = due != null
                && (own
                        ? one.state() == ReferralState.CIRCULATED
                        : home.offers().stream()
                                .noneMatch(offer -> offer.referral().equals(one.id())));
        return new Row(
                one.reference(),
                "/fostering/referrals/" + one.id().value(),
                names.name(one.placing()),
                one.needs().childrenInWords() + ". " + one.needs().type().inWords()
                        + (one.needs().route() == Route.EMERGENCY ? ". Emergency" : ""),
                answered
                        ? "You have answered that no home can help"
                        : waits
                                ? (own ? "Answers " : "Answer ") + WORDS.dueIn(due, home.today())
                                : "Needed by " + WORDS.shortDate(one.needs().neededBy()),
                waits && Objects.requireNonNull(due).isBefore(home.today()),
                one.state().inWords(),
                one.state().tag());
    }

    /** Where another authority's child lives already, the one that is asked is told neither the carer nor the referral. */
    private Row consent(Offer.Consent one, ReadFostering.Home home) {
        var offer = home.offers().stream()
                .filter(each -> each.id().equals(one.offer()))
                .findFirst();
        return new Row(
                offer.map(each -> home.match(each)).orElse("A home where a child of yours lives"),
                "/fostering/consents/" + one.id(),
                offer.map(each -> names.name(each.placing())).orElse(""),
                one.kind().inWords(),
                "",
                false,
                one.answer().inWords(),
                "govuk-tag--blue");
    }

    private Row offer(Offer one, boolean placing, ReadFostering.Home home, RegionCode region) {
        var due = home.decisionDue(one, region);
        return new Row(
                home.match(one),
                "/fostering/offers/" + one.id().value(),
                placing ? "From " + names.name(one.fostering()) : "To " + names.name(one.placing()),
                one.score() + " of 100",
                due == null
                        ? "Offered on " + WORDS.shortDate(one.offeredAt())
                        : (placing ? "Decide " : "Decision ") + WORDS.dueIn(due, home.today()),
                due != null && due.isBefore(home.today()),
                one.state().inWords(),
                one.state().tag());
    }

    private Row placement(PlacementView one, ReadFostering.Home home) {
        boolean late = one.state().isAhead() && one.startsOn().isBefore(home.today());
        return new Row(
                one.reference(),
                "/fostering/placements/" + one.id().value(),
                names.name(one.placing()) + " with " + names.name(one.fostering()),
                one.locality().inWords(),
                one.startedOn() != null
                        ? "Since " + WORDS.shortDate(one.startedOn())
                        : "Starts " + WORDS.dueIn(one.startsOn(), home.today()),
                late,
                one.state().inWords(),
                one.state().tag());
    }

    /** Whom the Director names. */
    record NamingForm(@Nullable String account) {}

    record NamedRow(UUID id, String name, String since) {}

    record NominatedPage(String title, List<Crumb> crumbs, List<NamedRow> named, List<Option> people) {}

    private NominatedPage nominatedPage(Viewer viewer) {
        return new NominatedPage(
                "Nominated officers: " + viewer.organisationName(),
                ReferralPages.CRUMBS,
                nominated.of(Objects.requireNonNull(viewer.authority())).stream()
                        .map(one -> new NamedRow(one.id(), one.name(), WORDS.shortDate(one.since())))
                        .toList(),
                ReferralPages.people(nominated.candidates(viewer)));
    }

    @GetMapping("/fostering/nominated-officers")
    @DirectorOnly
    ModelAndView nominated(Viewer viewer) {
        return new ModelAndView(
                "placements/nominated", Map.of("page", nominatedPage(viewer), "form", new NamingForm(null)));
    }

    @PostMapping("/fostering/nominated-officers")
    @DirectorOnly
    ModelAndView name(
            Viewer viewer, @ModelAttribute("form") NamingForm form, BindingResult errors, RedirectAttributes flash) {
        var page = nominatedPage(viewer);
        try {
            nominated.name(viewer, form.account() == null ? "" : form.account());
        } catch (NotFound nobody) {
            errors.rejectValue("account", "none", "Choose who may approve matches");
            return Unprocessable.page("placements/nominated", page);
        }
        flash.addFlashAttribute("success", "Named. They may approve matches that are not at a distance.");
        return new ModelAndView("redirect:/fostering/nominated-officers");
    }

    @PostMapping("/fostering/nominated-officers/{id}/end")
    @DirectorOnly
    ModelAndView end(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        nominated.end(viewer, id);
        flash.addFlashAttribute("success", "They approve no longer.");
        return new ModelAndView("redirect:/fostering/nominated-officers");
    }
}
