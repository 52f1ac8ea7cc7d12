package uk.slipway.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** Joiners and leavers: the account manager's of their own authority, the administrator's of every organisation. */
@Controller
@AccountManagersOnly
class PeopleController {

    private static final Words WORDS = new Words();
    private static final int LONGEST_NAME = 100;

    private final ListPeople listPeople;
    private final ShowAccount showAccount;
    private final ManageAccount manageAccount;
    private final OfferPlaces offerPlaces;
    private final Clock clock;

    PeopleController(
            ListPeople listPeople,
            ShowAccount showAccount,
            ManageAccount manageAccount,
            OfferPlaces offerPlaces,
            Clock clock) {
        this.listPeople = listPeople;
        this.showAccount = showAccount;
        this.manageAccount = manageAccount;
        this.offerPlaces = offerPlaces;
        this.clock = clock;
    }

    record SearchForm(@Nullable String search, @Nullable String organisation) {}

    record PeoplePage(
            String title,
            String lead,
            String search,
            @Nullable UUID organisation,
            List<Option> organisations,
            List<ListPeople.Listed> people,
            @Nullable UUID next,
            List<String> whoCanSee) {}

    record InviteForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String organisation,
            @Nullable DateParts from) {}

    record GiveForm(
            @Nullable String role,
            @Nullable String organisation,
            @Nullable DateParts from,
            @Nullable DateParts until) {}

    record EndForm(@Nullable String when, @Nullable DateParts lastDay) {}

    record FormPage(
            String title,
            String action,
            String back,
            List<Option> roles,
            List<Option> organisations,
            List<Crumb> crumbs) {}

    record HeldLine(
            String what,
            String when,
            boolean isOver,
            @Nullable String endHref) {}

    record AccountPage(
            String title,
            String name,
            String email,
            String state,
            String id,
            List<HeldLine> held,
            List<TimelineEntry> trail,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record EndPage(
            String title,
            String what,
            String name,
            String action,
            String back,
            boolean isRefused,
            List<Option> endings) {}

    private static final List<Option> ENDINGS =
            List.of(Option.of("now", "At once"), Option.of("day", "At the end of a day"));

    @GetMapping("/accounts")
    ModelAndView list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID after) {
        var typed = search == null ? "" : search.length() > LONGEST_NAME ? search.substring(0, LONGEST_NAME) : search;
        var found = listPeople.list(viewer, typed, organisation, after);
        boolean everybody = viewer.is(Role.ADMINISTRATOR);
        var page = new PeoplePage(
                everybody ? "People" : "People of " + viewer.organisationName(),
                everybody
                        ? "Everybody who has an account, in every organisation."
                        : "Everybody who has, or had, a role in " + viewer.organisationName() + ".",
                typed,
                organisation,
                offerPlaces.places(viewer),
                found.people(),
                found.next(),
                everybody
                        ? List.of("The administrators of Slipway see everybody.")
                        : List.of(
                                "The administrators of Slipway.",
                                "Account managers of " + viewer.organisationName() + "."));
        return new ModelAndView(
                "accounts/people",
                Map.of(
                        "page",
                        page,
                        "form",
                        new SearchForm(typed, organisation == null ? null : organisation.toString())));
    }

    @GetMapping("/accounts/new")
    ModelAndView joiner(Viewer viewer) {
        var form = new InviteForm(null, null, null, null, DateParts.of(LondonTime.today(clock)));
        return new ModelAndView("accounts/invite", Map.of("page", invitePage(viewer), "form", form));
    }

    @PostMapping("/accounts")
    ModelAndView invite(
            Viewer viewer, @ModelAttribute("form") InviteForm form, BindingResult errors, RedirectAttributes redirect) {
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            errors.rejectValue("name", "blank", "Enter the person’s name");
        } else if (name.length() > LONGEST_NAME || name.contains("\n")) {
            errors.rejectValue("name", "long", "Name must be one line of 100 characters or fewer");
        }
        var email = EmailAddress.of(form.email() == null ? "" : form.email());
        if (email.isEmpty()) {
            errors.rejectValue(
                    "email", "shape", "Enter an e-mail address in the correct format, like name@example.gov.uk");
        }
        var role = role(form.role());
        var organisation = organisation(viewer, form.organisation());
        checkRole(role, organisation, manageAccount::fitsJoiner, viewer, errors);
        var from = DateParts.required(form.from(), "from", "First day", errors);
        if (errors.hasErrors() || email.isEmpty() || role.isEmpty() || organisation.isEmpty() || from == null) {
            return Unprocessable.page("accounts/invite", invitePage(viewer));
        }
        var account = manageAccount.invite(viewer, name, email.get(), role.get(), organisation.get(), from);
        redirect.addFlashAttribute(
                "success",
                (role.get() == Role.APPOINTEE
                                ? name + " has an account. Appoint them, so that they can sign in. "
                                : name + " has the role " + role.get().inWords() + ". ")
                        + "If the account is new, an invitation is on its way");
        return new ModelAndView("redirect:/accounts/" + account.value());
    }

    @GetMapping("/accounts/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var shown = showAccount.show(viewer, new AccountId(id));
        var held = shown.held().stream()
                .map(one -> new HeldLine(
                        one.what(),
                        span(one),
                        one.isOver(),
                        one.isOver() || one.what().endsWith(", a forum")
                                ? null
                                : (one.isAppointment() ? "/accounts/appointments/" : "/accounts/roles/") + one.id()
                                        + "/end"))
                .toList();
        var trail = shown.trail().stream()
                .map(entry -> new TimelineEntry(
                        WORDS.moment(entry.at()),
                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                        entry.what()))
                .toList();
        var page = new AccountPage(
                shown.name() + ": account",
                shown.name(),
                shown.email(),
                shown.hasPassword() ? "Has chosen a password" : "Invited, has not chosen a password yet",
                id.toString(),
                held,
                trail,
                List.of(
                        "The administrators of Slipway",
                        "The account manager of the authority in which they hold a role"),
                List.of(new Crumb("People", "/accounts")));
        return new ModelAndView(
                "accounts/account",
                Map.of("page", page, "invitation", Uuid7.next().toString()));
    }

    @PostMapping("/accounts/{id}/invitation")
    ModelAndView inviteAgain(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID invitation,
            RedirectAttributes redirect) {
        manageAccount.inviteAgain(viewer, new AccountId(id), invitation == null ? Uuid7.next() : invitation);
        redirect.addFlashAttribute("success", "A new invitation is on its way; earlier ones no longer work");
        return new ModelAndView("redirect:/accounts/" + id);
    }

    @GetMapping("/accounts/{id}/role")
    ModelAndView anotherRole(Viewer viewer, @PathVariable UUID id) {
        var form = new GiveForm(null, null, DateParts.of(LondonTime.today(clock)), null);
        return new ModelAndView("accounts/give", Map.of("page", rolePage(viewer, id), "form", form));
    }

    @PostMapping("/accounts/{id}/role")
    ModelAndView giveRole(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") GiveForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var page = rolePage(viewer, id);
        var role = role(form.role());
        var organisation = organisation(viewer, form.organisation());
        checkRole(role, organisation, manageAccount::fits, viewer, errors);
        var span = span(form, errors);
        if (errors.hasErrors() || role.isEmpty() || organisation.isEmpty() || span.isEmpty()) {
            return Unprocessable.page("accounts/give", page);
        }
        manageAccount.giveRole(viewer, new AccountId(id), role.get(), organisation.get(), span.get());
        redirect.addFlashAttribute("success", "The role is given");
        return new ModelAndView("redirect:/accounts/" + id);
    }

    @GetMapping("/accounts/{id}/appointment")
    ModelAndView appointment(Viewer viewer, @PathVariable UUID id) {
        var form = new GiveForm(null, null, DateParts.of(LondonTime.today(clock)), null);
        return new ModelAndView("accounts/give", Map.of("page", appointmentPage(viewer, id), "form", form));
    }

    @PostMapping("/accounts/{id}/appointment")
    ModelAndView appoint(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") GiveForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var page = appointmentPage(viewer, id);
        var kind = List.of(AppointmentKind.values()).stream()
                .filter(known -> known.name().equals(form.role()))
                .findFirst();
        var organisation = organisation(viewer, form.organisation());
        if (kind.isEmpty()) {
            errors.rejectValue("role", "blank", "Select an appointment");
        } else if (organisation.isEmpty()) {
            errors.rejectValue("organisation", "blank", "Select an organisation");
        } else if (!manageAccount.mayAppointTo(
                viewer, kind.get(), organisation.get().value())) {
            errors.rejectValue("organisation", "fit", "Nobody is appointed to that in this organisation");
        }
        var span = span(form, errors);
        if (errors.hasErrors() || kind.isEmpty() || organisation.isEmpty() || span.isEmpty()) {
            return Unprocessable.page("accounts/give", page);
        }
        manageAccount.appoint(
                viewer, new AccountId(id), kind.get(), organisation.get().value(), span.get());
        redirect.addFlashAttribute("success", "The appointment is made");
        return new ModelAndView("redirect:/accounts/" + id);
    }

    @GetMapping("/accounts/roles/{id}/end")
    ModelAndView leaver(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "accounts/end", Map.of("page", endRolePage(viewer, id), "form", new EndForm(null, null)));
    }

    @PostMapping("/accounts/roles/{id}/end")
    ModelAndView endRole(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EndForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var ending = manageAccount.roleToEnd(viewer, new RoleHeldId(id));
        var lastDay = lastDay(form, errors);
        if (!errors.hasErrors() && !manageAccount.endRole(viewer, new RoleHeldId(id), lastDay)) {
            errors.rejectValue("when", "last", "You cannot end your own last role as administrator");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("accounts/end", endRolePage(viewer, id));
        }
        redirect.addFlashAttribute("success", ended(ending, lastDay));
        return new ModelAndView("redirect:/accounts/" + ending.account().value());
    }

    @GetMapping("/accounts/appointments/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "accounts/end", Map.of("page", endAppointmentPage(viewer, id), "form", new EndForm(null, null)));
    }

    @PostMapping("/accounts/appointments/{id}/end")
    ModelAndView endAppointment(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EndForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var ending = manageAccount.appointmentToEnd(viewer, new AppointmentId(id));
        var lastDay = lastDay(form, errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("accounts/end", endAppointmentPage(viewer, id));
        }
        manageAccount.endAppointment(viewer, new AppointmentId(id), lastDay);
        redirect.addFlashAttribute("success", ended(ending, lastDay));
        return new ModelAndView("redirect:/accounts/" + ending.account().value());
    }

    @FunctionalInterface
    private interface Fit {
        boolean fits(Viewer viewer, Role role, OrganisationId organisation);
    }

    private static void checkRole(
            Optional<Role> role, Optional<OrganisationId> organisation, Fit fit, Viewer viewer, BindingResult errors) {
        if (role.isEmpty()) {
            errors.rejectValue("role", "blank", "Select a role");
        } else if (organisation.isEmpty()) {
            errors.rejectValue("organisation", "blank", "Select an organisation");
        } else if (!fit.fits(viewer, role.get(), organisation.get())) {
            errors.rejectValue("role", "fit", "This role cannot be held in that organisation");
        }
    }

    private static Optional<Role> role(@Nullable String name) {
        return List.of(Role.values()).stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    /** An account manager is not asked: it is their own. */
    private static Optional<OrganisationId> organisation(Viewer viewer, @Nullable String chosen) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            return Optional.of(viewer.organisation());
        }
        try {
            return chosen == null || chosen.isBlank()
                    ? Optional.empty()
                    : Optional.of(new OrganisationId(UUID.fromString(chosen)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<DateSpan> span(GiveForm form, BindingResult errors) {
        var from = DateParts.required(form.from(), "from", "First day", errors);
        var until = DateParts.optional(form.until(), "until", "Last day", errors);
        if (from == null || errors.hasFieldErrors("until")) {
            return Optional.empty();
        }
        if (until != null && until.isBefore(from)) {
            errors.rejectValue("until", "date.order", "Last day must be the same as or after the first day");
            return Optional.empty();
        }
        return Optional.of(new DateSpan(from, until));
    }

    /** @return null for "at once", or with an error in the form */
    private @Nullable LocalDate lastDay(EndForm form, BindingResult errors) {
        if ("now".equals(form.when())) {
            return null;
        }
        if (!"day".equals(form.when())) {
            errors.rejectValue("when", "blank", "Select when it ends");
            return null;
        }
        var day = DateParts.required(form.lastDay(), "lastDay", "Last day", errors);
        if (day != null && day.isBefore(LondonTime.today(clock))) {
            errors.rejectValue("lastDay", "date.past", "Last day must be today or in the future");
        }
        return day;
    }

    private static String ended(ManageAccount.Ending ending, @Nullable LocalDate lastDay) {
        return lastDay == null
                ? ending.what() + ": ended for " + ending.name()
                : ending.what() + ": ends for " + ending.name() + " on " + WORDS.date(lastDay);
    }

    private static String span(ShowAccount.Held held) {
        var from = "from " + WORDS.shortDate(held.from());
        var until = held.until();
        if (until == null) {
            return from;
        }
        return until.isBefore(held.from())
                ? "for part of " + WORDS.shortDate(held.from())
                : from + " to " + WORDS.shortDate(until);
    }

    private FormPage invitePage(Viewer viewer) {
        return new FormPage(
                "Invite somebody",
                "/accounts",
                "/accounts",
                offerPlaces.rolesOfJoiner(viewer),
                offerPlaces.places(viewer),
                List.of(new Crumb("People", "/accounts")));
    }

    private FormPage rolePage(Viewer viewer, UUID id) {
        var shown = showAccount.show(viewer, new AccountId(id));
        return new FormPage(
                "Give " + shown.name() + " another role",
                "/accounts/" + id + "/role",
                "/accounts/" + id,
                offerPlaces.roles(viewer),
                offerPlaces.places(viewer),
                crumbs(shown));
    }

    private FormPage appointmentPage(Viewer viewer, UUID id) {
        var shown = showAccount.show(viewer, new AccountId(id));
        return new FormPage(
                "Appoint " + shown.name(),
                "/accounts/" + id + "/appointment",
                "/accounts/" + id,
                offerPlaces.appointments(viewer),
                offerPlaces.places(viewer),
                crumbs(shown));
    }

    private static List<Crumb> crumbs(ShowAccount.Shown shown) {
        return List.of(
                new Crumb("People", "/accounts"),
                new Crumb(shown.name(), "/accounts/" + shown.id().value()));
    }

    private EndPage endRolePage(Viewer viewer, UUID id) {
        var ending = manageAccount.roleToEnd(viewer, new RoleHeldId(id));
        return new EndPage(
                "End this role of " + ending.name(),
                ending.what(),
                ending.name(),
                "/accounts/roles/" + id + "/end",
                "/accounts/" + ending.account().value(),
                ending.isOwnLastAdministratorRole(),
                ENDINGS);
    }

    private EndPage endAppointmentPage(Viewer viewer, UUID id) {
        var ending = manageAccount.appointmentToEnd(viewer, new AppointmentId(id));
        return new EndPage(
                "End this appointment of " + ending.name(),
                ending.what(),
                ending.name(),
                "/accounts/appointments/" + id + "/end",
                "/accounts/" + ending.account().value(),
                false,
                ENDINGS);
    }
}
