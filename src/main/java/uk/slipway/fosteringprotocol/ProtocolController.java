package uk.slipway.fosteringprotocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import uk.slipway.accounts.Anyone;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Option;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The protocol: read by everybody, written by the region's commissioner. */
@Controller
@CommissionersOnly
class ProtocolController {

    private static final Words WORDS = new Words();

    private final ReadProtocol read;
    private final WriteProtocol write;

    ProtocolController(ReadProtocol read, WriteProtocol write) {
        this.read = read;
        this.write = write;
    }

    @GetMapping("/fostering/protocol")
    @Anyone
    ModelAndView inForce(@RequestParam(required = false) @Nullable String region) {
        return new ModelAndView("fosteringprotocol/protocol", Map.of("page", read.page(region, null)));
    }

    @GetMapping("/fostering/protocol/versions/{number}")
    @Anyone
    ModelAndView version(@PathVariable int number, @RequestParam(required = false) @Nullable String region) {
        return new ModelAndView("fosteringprotocol/protocol", Map.of("page", read.page(region, number)));
    }

    record DraftPage(String title, @Nullable String saved, boolean exists, List<Option> people) {}

    private static DraftPage draftPage(WriteProtocol.Desk desk) {
        return new DraftPage(
                desk.draft()
                        .map(draft -> "Draft of version " + draft.number())
                        .orElse("Write the next version of the protocol"),
                desk.draft()
                        .map(draft -> "Saved by " + draft.changedBy() + ", " + WORDS.moment(draft.changedAt()))
                        .orElse(null),
                desk.draft().isPresent(),
                Arrays.stream(Told.values())
                        .map(one -> Option.of(one.name(), one.inWords()))
                        .toList());
    }

    @GetMapping("/fostering/protocol/draft")
    ModelAndView draft(Viewer viewer) {
        var desk = write.desk(viewer);
        return new ModelAndView(
                "fosteringprotocol/draft",
                Map.of("page", draftPage(desk), "form", ProtocolForm.of(desk.draft(), desk.inForce())));
    }

    @PostMapping("/fostering/protocol/draft")
    ModelAndView save(
            Viewer viewer, @ModelAttribute("form") ProtocolForm form, BindingResult errors, RedirectAttributes flash) {
        var desk = write.desk(viewer);
        var terms = form.check(errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("fosteringprotocol/draft", draftPage(desk));
        }
        try {
            write.draft(viewer, form.ofVersion(), terms);
        } catch (EditConflict conflict) {
            var saved = ProtocolForm.of(desk.draft(), desk.inForce());
            return new ConflictPage(
                            draftPage(desk).title(),
                            "/fostering/protocol/draft",
                            "/fostering/protocol/draft",
                            draftPage(desk).saved(),
                            form.against(saved),
                            saved.carried())
                    .answer();
        }
        flash.addFlashAttribute("success", "The draft is saved. Nobody else sees it until you bring it into force.");
        return new ModelAndView("redirect:/fostering/protocol/draft");
    }

    record IssueForm(@Nullable String version, @Nullable DateParts inForceOn) {}

    record IssuePage(
            String title,
            @Nullable Integer number,
            List<ReadProtocol.Line> costs,
            List<ReadProtocol.Line> times,
            List<ReadProtocol.Line> calls) {}

    private static IssuePage issuePage(WriteProtocol.Desk desk) {
        var draft = desk.draft();
        return new IssuePage(
                draft.map(one -> "Bring version " + one.number() + " into force")
                        .orElse("There is no draft to bring into force"),
                draft.map(Protocol::number).orElse(null),
                draft.map(one -> ReadProtocol.costs(one.terms())).orElse(List.of()),
                draft.map(one -> ReadProtocol.times(one.terms())).orElse(List.of()),
                draft.map(one -> ReadProtocol.calls(one.terms())).orElse(List.of()));
    }

    @GetMapping("/fostering/protocol/draft/issue")
    ModelAndView askToIssue(Viewer viewer) {
        var desk = write.desk(viewer);
        return new ModelAndView(
                "fosteringprotocol/issue",
                Map.of(
                        "page",
                        issuePage(desk),
                        "form",
                        new IssueForm(
                                desk.draft()
                                        .map(draft -> Long.toString(draft.version()))
                                        .orElse(null),
                                DateParts.of(desk.today()))));
    }

    @PostMapping("/fostering/protocol/draft/issue")
    ModelAndView issue(
            Viewer viewer, @ModelAttribute("form") IssueForm form, BindingResult errors, RedirectAttributes flash) {
        var desk = write.desk(viewer);
        var day = DateParts.required(form.inForceOn(), "inForceOn", "Day it comes into force", errors);
        if (day != null
                && (day.isBefore(desk.today()) || day.isAfter(desk.today().plusYears(2)))) {
            errors.rejectValue("inForceOn", "range", "The day must be today or later, within two years");
        }
        if (errors.hasErrors() || day == null) {
            return Unprocessable.page("fosteringprotocol/issue", issuePage(desk));
        }
        var number = write.issue(viewer, Typed.version(form.version()), day);
        flash.addFlashAttribute(
                number.isPresent() ? "success" : "notice",
                number.map(issued ->
                                "Version " + issued + " is issued. It is in force from " + WORDS.shortDate(day) + ".")
                        .orElse("There was no draft to issue."));
        return new ModelAndView("redirect:/fostering/protocol");
    }

    record SignatureForm(
            @Nullable String authority, @Nullable DateParts signedOn) {}

    record Signed(String name, String code, String on) {}

    record SignatoriesPage(String title, boolean exists, List<Signed> signed, List<Option> authorities) {}

    private SignatoriesPage signatories(WriteProtocol.Desk desk) {
        var names = desk.authorities().stream().collect(java.util.stream.Collectors.toMap(one -> one.id(), one -> one));
        return new SignatoriesPage(
                desk.inForce()
                        .map(one -> "Who has signed version " + one.number() + " of the protocol")
                        .orElse("Who has signed the protocol"),
                desk.inForce().isPresent(),
                desk.inForce().map(Protocol::signatories).orElse(List.of()).stream()
                        .filter(signed -> names.containsKey(signed.authority()))
                        .map(signed -> {
                            var authority = java.util.Objects.requireNonNull(names.get(signed.authority()));
                            return new Signed(
                                    authority.label(), authority.gssCode(), WORDS.shortDate(signed.signedOn()));
                        })
                        .toList(),
                desk.authorities().stream()
                        .map(one -> Option.of(one.gssCode(), one.label()))
                        .toList());
    }

    @GetMapping("/fostering/protocol/signatories")
    ModelAndView signatories(Viewer viewer) {
        return new ModelAndView(
                "fosteringprotocol/signatories",
                Map.of("page", signatories(write.desk(viewer)), "form", new SignatureForm(null, DateParts.EMPTY)));
    }

    @PostMapping("/fostering/protocol/signatories")
    ModelAndView sign(
            Viewer viewer, @ModelAttribute("form") SignatureForm form, BindingResult errors, RedirectAttributes flash) {
        var desk = write.desk(viewer);
        var page = signatories(desk);
        var code = form.authority() == null ? "" : form.authority();
        if (page.authorities().stream().noneMatch(option -> option.value().equals(code))) {
            errors.rejectValue("authority", "none", "Choose the authority that signed");
        }
        var on = DateParts.required(form.signedOn(), "signedOn", "Day it signed", errors);
        if (on != null && (on.isAfter(desk.today()) || on.getYear() < 2000)) {
            errors.rejectValue("signedOn", "ahead", "The day it signed must be today or in the past");
        }
        if (errors.hasErrors() || on == null) {
            return Unprocessable.page("fosteringprotocol/signatories", page);
        }
        write.sign(viewer, code, on);
        flash.addFlashAttribute("success", "The signature is noted.");
        return new ModelAndView("redirect:/fostering/protocol/signatories");
    }

    @PostMapping("/fostering/protocol/signatories/{code}/remove")
    ModelAndView unsign(Viewer viewer, @PathVariable String code, RedirectAttributes flash) {
        write.unsign(viewer, code);
        flash.addFlashAttribute("success", "The signature is taken out.");
        return new ModelAndView("redirect:/fostering/protocol/signatories");
    }
}
