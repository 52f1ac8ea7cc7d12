package uk.slipway.peerchallenge;

import java.util.ArrayList;
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
import uk.slipway.accounts.OfstedOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

@Controller
@ForumPeopleOnly
class KeyLinesController {

    private final SendKeyLine sendKeyLine;
    private final CycleAreas areas;

    KeyLinesController(SendKeyLine sendKeyLine, CycleAreas areas) {
        this.sendKeyLine = sendKeyLine;
        this.areas = areas;
    }

    record KeyLineForm(
            @Nullable String id,
            @Nullable String authority,
            @Nullable String area,
            @Nullable String text,
            @Nullable String because) {}

    record KeyLinesPage(
            String title,
            List<Crumb> crumbs,
            List<KeyLine> lines,
            List<Option> authorities,
            List<Option> areas,
            boolean sends,
            boolean answers,
            String words) {}

    record KeyLinePage(String title, List<Crumb> crumbs, KeyLine line, List<Option> areas) {}

    @GetMapping("/forums/key-lines")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "peerchallenge/key-lines",
                Map.of(
                        "page",
                        page(viewer),
                        "form",
                        new KeyLineForm(Uuid7.next().toString(), null, null, null, null)));
    }

    @OfstedOnly
    @PostMapping("/forums/key-lines")
    ModelAndView send(
            Viewer viewer, @ModelAttribute("form") KeyLineForm form, BindingResult errors, RedirectAttributes flash) {
        var text = Typed.required(form.text(), KeyLineOfEnquiry.LONGEST, "text", "the key line of enquiry", errors);
        if (form.authority() == null || form.authority().isBlank()) {
            errors.rejectValue("authority", "blank", "Choose an authority");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/key-lines", page(viewer));
        }
        sendKeyLine.send(
                Typed.id(form.id()),
                new LocalAuthorityId(Typed.id(form.authority())),
                form.area() == null || form.area().isBlank() ? null : areas.known(form.area()),
                text,
                viewer);
        flash.addFlashAttribute("success", "The key line of enquiry has been sent to the data group.");
        return new ModelAndView("redirect:/forums/key-lines");
    }

    @GetMapping("/forums/key-lines/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var line = sendKeyLine.seenBy(viewer, id);
        return new ModelAndView(
                "peerchallenge/key-line",
                Map.of(
                        "page",
                        page(line),
                        "form",
                        new KeyLineForm(Uuid7.next().toString(), null, null, line.text(), null)));
    }

    @PostMapping("/forums/key-lines/{id}/question")
    ModelAndView turnIntoQuestion(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") KeyLineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var line = sendKeyLine.seenBy(viewer, id);
        var text = Typed.required(form.text(), ChallengeQuestion.LONGEST_QUESTION, "text", "the question", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/key-line", page(line));
        }
        sendKeyLine.turnIntoQuestion(
                id,
                Typed.id(form.id()),
                form.area() == null || form.area().isBlank() ? null : areas.known(form.area()),
                text,
                viewer);
        flash.addFlashAttribute(
                "success", "It is now one of the challenge questions for " + line.authorityName() + ".");
        return new ModelAndView("redirect:/forums/key-lines");
    }

    @PostMapping("/forums/key-lines/{id}/set-aside")
    ModelAndView setAside(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") KeyLineForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var line = sendKeyLine.seenBy(viewer, id);
        var because = Typed.required(form.because(), 500, "because", "the reason", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("peerchallenge/key-line", page(line));
        }
        sendKeyLine.setAside(id, because, viewer);
        flash.addFlashAttribute(
                "success", "The key line of enquiry has been set aside. Ofsted’s team reads the reason.");
        return new ModelAndView("redirect:/forums/key-lines");
    }

    private KeyLinesPage page(Viewer viewer) {
        boolean sends = viewer.is(Role.OFSTED_COLLEAGUE);
        var options = new ArrayList<Option>();
        if (sends) {
            options.add(Option.of("", "Choose an authority"));
            sendKeyLine
                    .linked(viewer)
                    .forEach(one -> options.add(Option.of(one.id().value().toString(), one.label())));
        }
        return new KeyLinesPage(
                "Key lines of enquiry",
                List.of(new Crumb("Home", "/"), new Crumb("Forums", "/forums")),
                sendKeyLine.seenBy(viewer),
                options,
                areas.options(),
                sends,
                !sends,
                SendKeyLine.WORDS);
    }

    private KeyLinePage page(KeyLine line) {
        return new KeyLinePage(
                "Key line of enquiry: " + line.authorityName(),
                List.of(
                        new Crumb("Home", "/"),
                        new Crumb("Forums", "/forums"),
                        new Crumb("Key lines of enquiry", "/forums/key-lines")),
                line,
                areas.options());
    }
}
