package uk.slipway.returns;

import java.util.List;
import java.util.Map;
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
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** Who hands in which authority's quarterly returns. */
@Controller
@RegionalTeamOnly
class KeyContactsController {

    private final KeyContacts contacts;

    KeyContactsController(KeyContacts contacts) {
        this.contacts = contacts;
    }

    /** @param officer the account and the authority, joined by a colon */
    record AppointForm(@Nullable String officer) {}

    record ContactsPage(List<Line> lines, List<Option> officers, int without, List<Crumb> crumbs) {}

    record Line(String authority, List<Contact> contacts) {}

    record Contact(UUID appointment, String name, String email) {}

    @GetMapping("/returns/contacts")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("returns/contacts", Map.of("page", page(viewer), "form", new AppointForm("")));
    }

    private ContactsPage page(Viewer viewer) {
        var found = contacts.list(viewer);
        var lines = found.authorities().stream()
                .map(authority -> new Line(
                        authority.label(),
                        found.appointed().getOrDefault(authority.id().value(), List.of()).stream()
                                .map(one -> new Contact(
                                        one.id().value(),
                                        one.person().name(),
                                        one.person().email()))
                                .toList()))
                .toList();
        return new ContactsPage(
                lines,
                found.officers().stream()
                        .map(officer -> Option.of(
                                officer.person().account().value() + ":"
                                        + officer.authority().value(),
                                officer.authorityName() + ": "
                                        + officer.person().name()))
                        .toList(),
                (int) lines.stream().filter(line -> line.contacts().isEmpty()).count(),
                List.of(ReturnsController.ALL));
    }

    @PostMapping("/returns/contacts")
    ModelAndView appoint(
            Viewer viewer, @ModelAttribute("form") AppointForm form, BindingResult errors, RedirectAttributes flash) {
        var page = page(viewer);
        var chosen = page.officers().stream()
                .filter(option -> option.value().equals(form.officer()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("officer", "none", "Choose an officer");
            return Unprocessable.page("returns/contacts", page);
        }
        var value = chosen.get().value();
        int colon = value.indexOf(':');
        contacts.appoint(
                viewer,
                UUID.fromString(value.substring(0, colon)),
                new LocalAuthorityId(UUID.fromString(value.substring(colon + 1))));
        flash.addFlashAttribute("success", "Appointed: " + chosen.get().text());
        return new ModelAndView("redirect:/returns/contacts");
    }

    @PostMapping("/returns/contacts/{appointment}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID appointment, RedirectAttributes flash) {
        contacts.end(viewer, appointment);
        flash.addFlashAttribute("success", "Ended. They can still enter figures, as every officer can.");
        return new ModelAndView("redirect:/returns/contacts");
    }
}
