package uk.slipway.peerchallenge;

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
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.NotFound;
import uk.slipway.web.Unprocessable;

@Controller
@RegionalManagerOnly
class PanelController {

    private final ShowForum showForum;
    private final SeatPanel seatPanel;
    private final FindPerson findPerson;

    PanelController(ShowForum showForum, SeatPanel seatPanel, FindPerson findPerson) {
        this.showForum = showForum;
        this.seatPanel = seatPanel;
        this.findPerson = findPerson;
    }

    record SeatForm(
            @Nullable String part,
            @Nullable String account,
            @Nullable String person,
            @Nullable String email,
            @Nullable String because) {}

    @GetMapping("/forums/{id}/panel")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "peerchallenge/panel",
                Map.of(
                        "page",
                        showForum.panelOf(new ForumId(id), viewer),
                        "form",
                        new SeatForm(null, null, null, null, null)));
    }

    /** Who joins is a Director chosen from the list ({@code account}), somebody known ({@code person}), or an address. */
    @PostMapping("/forums/{id}/panel/join")
    ModelAndView join(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SeatForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = showForum.panelOf(new ForumId(id), viewer);
        var part = java.util.Arrays.stream(AppointmentKind.values())
                .filter(kind -> kind.isOnAPanel() && kind.name().equals(form.part()))
                .findFirst()
                .orElse(null);
        if (part == null) {
            errors.rejectValue("part", "blank", "Choose the part on the panel");
        }
        var because = Typed.optional(form.because(), 500, "because", "reason", errors);
        var account = findPerson.find(form.account(), form.person(), form.email());
        String where = part == AppointmentKind.PEER ? "account" : "person";
        if (account == null) {
            errors.rejectValue(
                    where,
                    "blank",
                    part == AppointmentKind.PEER
                            ? "Choose a Director"
                            : "Choose a person, or enter the e-mail address of somebody with an account");
        }
        if (!errors.hasErrors() && part != null && account != null) {
            try {
                seatPanel.join(new ForumId(id), account, part, because, viewer);
                flash.addFlashAttribute("success", "They are on the panel.");
                return new ModelAndView("redirect:/forums/" + id + "/panel");
            } catch (RuleBroken broken) {
                ForumsController.reject(broken, where, errors);
            } catch (NotFound notADirector) {
                errors.rejectValue(where, "unknown", "Choose a Director of the region for a peer’s place");
            }
        }
        return Unprocessable.page("peerchallenge/panel", page);
    }

    @PostMapping("/forums/{id}/panel/leave")
    ModelAndView leave(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") SeatForm form, RedirectAttributes flash) {
        seatPanel.leave(new ForumId(id), new AccountId(Typed.id(form.account())), viewer);
        flash.addFlashAttribute("success", "They have left the panel and no longer see the forum.");
        return new ModelAndView("redirect:/forums/" + id + "/panel");
    }
}
