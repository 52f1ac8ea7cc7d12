package uk.slipway.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.RegionCode;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The organisations beside the local authorities: dioceses, trusts and others, in which people can hold roles. */
@Controller
@AdministratorOnly
class OrganisationsController {

    private static final Words WORDS = new Words();
    private static final int LONGEST_NAME = 200;

    private final ListOrganisations listOrganisations;
    private final RegisterOrganisation registerOrganisation;

    OrganisationsController(ListOrganisations listOrganisations, RegisterOrganisation registerOrganisation) {
        this.listOrganisations = listOrganisations;
        this.registerOrganisation = registerOrganisation;
    }

    record SearchForm(@Nullable String search, @Nullable String kind) {}

    record OrganisationForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String region,
            @Nullable DateParts starts) {

        /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
        OrganisationForm {
            id = OrganisationsController.id(id) == null ? Uuid7.next().toString() : id;
        }
    }

    record OrganisationsPage(
            String search,
            @Nullable String kind,
            List<Option> kinds,
            List<ListOrganisations.Listed> organisations,
            @Nullable UUID next,
            List<TimelineEntry> history) {
        public boolean filtered() {
            return !search.isBlank() || kind != null;
        }
    }

    record NewPage(List<Option> kinds, List<Option> regions, List<Crumb> crumbs) {}

    @GetMapping("/organisations")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID after) {
        var typed = search == null ? "" : search.length() > LONGEST_NAME ? search.substring(0, LONGEST_NAME) : search;
        var chosen = kind(kind);
        var found = listOrganisations.list(typed, chosen, after);
        var page = new OrganisationsPage(
                typed,
                chosen == null ? null : chosen.name(),
                Arrays.stream(OrganisationKind.values())
                        .filter(known -> known != OrganisationKind.LOCAL_AUTHORITY)
                        .map(known -> Option.of(known.name(), known.inWords()))
                        .toList(),
                found.organisations(),
                found.next(),
                listOrganisations.history().stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                entry.who() + " " + entry.what()))
                        .toList());
        return new ModelAndView(
                "accounts/organisations", Map.of("page", page, "form", new SearchForm(typed, page.kind())));
    }

    @GetMapping("/organisations/new")
    ModelAndView begin() {
        var form = new OrganisationForm(Uuid7.next().toString(), null, null, null, null);
        return new ModelAndView("accounts/organisation-new", Map.of("page", newPage(), "form", form));
    }

    @PostMapping("/organisations")
    ModelAndView add(
            Viewer viewer,
            @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            errors.rejectValue("name", "blank", "Enter the organisation’s name");
        } else if (name.length() > LONGEST_NAME || name.contains("\n")) {
            errors.rejectValue("name", "long", "Name must be one line of 200 characters or fewer");
        }
        var kind = kind(form.kind());
        if (kind == null || !RegisterOrganisation.KINDS.contains(kind)) {
            errors.rejectValue("kind", "blank", "Select what it is");
        }
        var region = form.region() == null || form.region().isBlank() ? null : form.region();
        if (region != null
                && listOrganisations.regions().stream()
                        .noneMatch(known -> known.value().equals(region))) {
            errors.rejectValue("region", "unknown", "Select a region from the list");
        }
        var starts = DateParts.optional(form.starts(), "starts", "First day", errors);
        var id = id(form.id());
        if (errors.hasErrors() || kind == null || id == null) {
            return Unprocessable.page("accounts/organisation-new", newPage());
        }
        try {
            registerOrganisation.register(
                    viewer, id, kind, name, region == null ? null : new RegionCode(region), starts);
        } catch (RegisterOrganisation.NameIsTaken taken) {
            errors.rejectValue("name", "taken", "There is an organisation with this name already");
            return Unprocessable.page("accounts/organisation-new", newPage());
        }
        redirect.addFlashAttribute("success", name + " is added. People can now be given roles in it");
        return new ModelAndView("redirect:/organisations");
    }

    private NewPage newPage() {
        return new NewPage(
                RegisterOrganisation.KINDS.stream()
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                listOrganisations.regions(),
                List.of(new Crumb("Organisations", "/organisations")));
    }

    private static @Nullable OrganisationKind kind(@Nullable String name) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable OrganisationId id(@Nullable String text) {
        try {
            return text == null ? null : new OrganisationId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
