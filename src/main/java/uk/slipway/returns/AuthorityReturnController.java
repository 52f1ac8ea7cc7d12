package uk.slipway.returns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** One authority's answer: entered, handed in, accepted or given back. */
@Controller
@SignedIn
class AuthorityReturnController {

    private static final int LONGEST_REASON = 2000;

    private final ShowReturns show;
    private final FillReturn fill;
    private final DecideReturn decide;
    private final AuthorityReturnPages pages;

    AuthorityReturnController(ShowReturns show, FillReturn fill, DecideReturn decide, AuthorityReturnPages pages) {
        this.show = show;
        this.fill = fill;
        this.decide = decide;
        this.pages = pages;
    }

    /** What a button sends with it: the version the page showed. */
    record ActForm(@Nullable String version, @Nullable String reason) {

        long ofVersion() {
            return versionOf(version);
        }
    }

    record FileForm(@Nullable String version, @Nullable MultipartFile file) {}

    private static long versionOf(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1;
    }

    private static String address(UUID id, String code) {
        return "/returns/" + id + "/authorities/" + code;
    }

    @GetMapping("/returns/{id}/authorities/{code}")
    ModelAndView record(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        return recordPage(viewer, show.one(viewer, id, code), HttpStatus.OK, null);
    }

    private ModelAndView recordPage(
            Viewer viewer, ShowReturns.One one, HttpStatusCode status, @Nullable String changed) {
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                pages.record(
                        viewer, one, fill.isKeyContact(viewer, one.authority().id()), show.today()));
        if (changed != null) {
            model.put("changed", changed);
        }
        return new ModelAndView("returns/record", model, status);
    }

    private ModelAndView overtaken(Viewer viewer, UUID id, String code) {
        return recordPage(
                viewer,
                show.one(viewer, id, code),
                HttpStatus.CONFLICT,
                "The return has been changed since you opened the page. Nothing of yours has been done. Read it"
                        + " again.");
    }

    @GetMapping("/returns/{id}/authorities/{code}/figures")
    @ReturnWritersOnly
    ModelAndView write(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        var one = written(viewer, id, code);
        if (!one.answer().state().isWithTheAuthority()) {
            return new ModelAndView("redirect:" + address(id, code));
        }
        var typed = new HashMap<Integer, FigureCheck.Typed>();
        one.asked().forEach(asked -> typed.put(asked.place(), FigureCheck.Typed.of(one.of(asked))));
        return new ModelAndView(
                "returns/figures",
                Map.of("page", pages.form(one, typed, Map.of(), one.answer().version())));
    }

    @PostMapping("/returns/{id}/authorities/{code}/figures")
    @ReturnWritersOnly
    ModelAndView save(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        var one = written(viewer, id, code);
        var typed = new LinkedHashMap<Integer, FigureCheck.Typed>();
        var figures = new LinkedHashMap<UUID, Figure>();
        var problems = new HashMap<Integer, List<FigureCheck.Problem>>();
        for (var asked : one.asked()) {
            var now = FigureCheck.Typed.of(one.of(asked));
            var said = new FigureCheck.Typed(
                    sent("numerator", asked, sent, now.numerator()),
                    sent("denominator", asked, sent, now.denominator()),
                    sent("value", asked, sent, now.value()),
                    sent("symbol", asked, sent, now.symbol()),
                    sent("note", asked, sent, now.note()));
            var read = FigureCheck.read(asked.definition(), said);
            typed.put(asked.place(), said);
            figures.put(asked.id(), read.figure());
            if (!read.problems().isEmpty()) {
                problems.put(asked.place(), read.problems());
            }
        }
        long version = versionOf(sent.getFirst("version"));
        if (!problems.isEmpty()) {
            return new ModelAndView(
                    "returns/figures",
                    Map.of("page", pages.form(one, typed, problems, version)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean changed;
        try {
            changed = fill.save(viewer, id, one.authority().id(), version, figures);
        } catch (EditConflict conflict) {
            return conflict(viewer, id, code, typed);
        }
        flash.addFlashAttribute(
                changed ? "success" : "notice",
                changed
                        ? "Saved. Nobody outside your authority and the regional team sees it before it is submitted."
                        : "Nothing was different, so nothing was changed.");
        return new ModelAndView(
                "redirect:" + address(id, code) + ("submit".equals(sent.getFirst("then")) ? "/submit" : "/figures"));
    }

    private static String sent(
            String part, AskedIndicator asked, MultiValueMap<String, String> sent, String otherwise) {
        var typed = sent.getFirst(part + "-" + asked.place());
        return typed == null ? otherwise : typed;
    }

    /**
     * What somebody else saved stands beside what was typed or sent in a file, wherever they differ.
     *
     * @param typed by place; an indicator that is not among them is as it is saved
     */
    private ModelAndView conflict(Viewer viewer, UUID id, String code, Map<Integer, FigureCheck.Typed> typed) {
        var now = show.one(viewer, id, code);
        if (!now.answer().state().isWithTheAuthority()) {
            return overtaken(viewer, id, code);
        }
        var fields = new ArrayList<ConflictField>();
        var hidden = new HashMap<String, String>();
        hidden.put("version", Long.toString(now.answer().version()));
        for (var asked : now.asked()) {
            var saved = FigureCheck.Typed.of(now.of(asked));
            var mine = parts(typed.getOrDefault(asked.place(), saved));
            var theirs = parts(saved);
            mine.forEach((part, text) -> {
                var name = part + "-" + asked.place();
                if (text.strip().equals(Objects.requireNonNull(theirs.get(part)).strip())) {
                    hidden.put(name, text);
                } else {
                    fields.add(new ConflictField(
                            asked.definition().name() + ", " + AuthorityReturnPages.PARTS.get(part),
                            name,
                            text,
                            Objects.requireNonNull(theirs.get(part)),
                            null));
                }
            });
        }
        var address = address(id, code) + "/figures";
        return new ConflictPage(pages.title(now), address, address, now.answer().savedBy(), fields, hidden).answer();
    }

    private static Map<String, String> parts(FigureCheck.Typed typed) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("numerator", typed.numerator());
        parts.put("denominator", typed.denominator());
        parts.put("value", typed.value());
        parts.put("symbol", typed.symbol());
        parts.put("note", typed.note());
        return parts;
    }

    private ShowReturns.One written(Viewer viewer, UUID id, String code) {
        var one = show.one(viewer, id, code);
        if (!viewer.worksFor(one.authority().id())) {
            throw new NotYours();
        }
        return one;
    }

    @GetMapping("/returns/{id}/authorities/{code}/template.csv")
    @ReturnWritersOnly
    ResponseEntity<byte[]> template(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        var one = written(viewer, id, code);
        return CsvDownload.answer(
                "quarterly-return-" + code + "-" + one.quarter().quarter().slug(),
                ReturnFile.TEMPLATE,
                ReturnFile.template(one, show.regionName(one.quarter())));
    }

    @GetMapping("/returns/{id}/authorities/{code}/file")
    @ReturnWritersOnly
    ModelAndView chooseFile(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        var one = written(viewer, id, code);
        if (!one.answer().state().isWithTheAuthority()) {
            return new ModelAndView("redirect:" + address(id, code));
        }
        return new ModelAndView(
                "returns/file",
                Map.of(
                        "page",
                        pages.file(one, List.of()),
                        "form",
                        new FileForm(Long.toString(one.answer().version()), null)));
    }

    @PostMapping("/returns/{id}/authorities/{code}/file")
    @ReturnWritersOnly
    ModelAndView sendFile(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") FileForm form,
            BindingResult errors,
            RedirectAttributes flash)
            throws IOException {
        var one = written(viewer, id, code);
        var file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "blank", "Choose the template that you filled in");
        } else if (file.getSize() > ReturnFile.LARGEST) {
            errors.rejectValue(
                    "file", "large", "The file must be smaller than 1 MB. Choose the template you filled in");
        }
        if (errors.hasErrors() || file == null) {
            return Unprocessable.page("returns/file", pages.file(one, List.of()));
        }
        var read = ReturnFile.read(file.getBytes(), one.quarter().quarter(), one.authority(), one.asked());
        if (!read.problems().isEmpty()) {
            errors.rejectValue(
                    "file", "wrong", "Nothing of the file was taken. Put right what is listed, and choose it again");
            return Unprocessable.page("returns/file", pages.file(one, read.problems()));
        }
        try {
            boolean changed = fill.save(viewer, id, one.authority().id(), versionOf(form.version()), read.figures());
            flash.addFlashAttribute(
                    changed ? "success" : "notice",
                    changed
                            ? "Taken from the file: " + read.figures().size() + " of "
                                    + one.asked().size() + " indicators."
                                    + (read.windows()
                                            ? " It was written in Windows-1252: look at the notes for odd letters."
                                            : "")
                            : "The file says what is entered already, so nothing was changed.");
        } catch (EditConflict conflict) {
            var said = new HashMap<Integer, FigureCheck.Typed>();
            one.asked().stream()
                    .filter(asked -> read.figures().containsKey(asked.id()))
                    .forEach(asked -> said.put(
                            asked.place(),
                            FigureCheck.Typed.of(
                                    Objects.requireNonNull(read.figures().get(asked.id())))));
            return conflict(viewer, id, code, said);
        }
        return new ModelAndView("redirect:" + address(id, code) + "/figures");
    }

    @GetMapping("/returns/{id}/authorities/{code}/submit")
    @ReturnWritersOnly
    ModelAndView check(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        var one = written(viewer, id, code);
        if (!one.answer().state().isWithTheAuthority()) {
            return new ModelAndView("redirect:" + address(id, code));
        }
        return new ModelAndView("returns/submit", Map.of("page", submitPage(viewer, one)));
    }

    private AuthorityReturnPages.SubmitPage submitPage(Viewer viewer, ShowReturns.One one) {
        return pages.submit(one, fill.isKeyContact(viewer, one.authority().id()), show.today());
    }

    @PostMapping("/returns/{id}/authorities/{code}/submit")
    @ReturnWritersOnly
    ModelAndView submit(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var authority = show.authority(code).id();
        try {
            var missing = fill.submit(viewer, id, authority, form.ofVersion());
            if (!missing.isEmpty()) {
                errors.reject("missing", "The return cannot be submitted yet. What is missing is listed below");
                return Unprocessable.page("returns/submit", submitPage(viewer, written(viewer, id, code)));
            }
        } catch (EditConflict conflict) {
            return overtaken(viewer, id, code);
        }
        flash.addFlashAttribute("success", "Submitted. The regional team looks at it.");
        return new ModelAndView("redirect:" + address(id, code));
    }

    @PostMapping("/returns/{id}/authorities/{code}/accept")
    @RegionalTeamOnly
    ModelAndView accept(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") ActForm form,
            RedirectAttributes flash) {
        try {
            decide.accept(viewer, id, show.authority(code).id(), form.ofVersion());
        } catch (EditConflict conflict) {
            return overtaken(viewer, id, code);
        }
        flash.addFlashAttribute("success", "Accepted. The figures are locked.");
        return new ModelAndView("redirect:" + address(id, code));
    }

    @GetMapping("/returns/{id}/authorities/{code}/give-back")
    @RegionalTeamOnly
    ModelAndView askReason(Viewer viewer, @PathVariable UUID id, @PathVariable String code) {
        var one = show.one(viewer, id, code);
        if (one.answer().state().isWithTheAuthority()) {
            return new ModelAndView("redirect:" + address(id, code));
        }
        return new ModelAndView(
                "returns/give-back",
                Map.of(
                        "page",
                        pages.giveBack(one),
                        "form",
                        new ActForm(Long.toString(one.answer().version()), null)));
    }

    @PostMapping("/returns/{id}/authorities/{code}/give-back")
    @RegionalTeamOnly
    ModelAndView giveBack(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = show.one(viewer, id, code);
        var reason = form.reason() == null ? "" : form.reason().strip();
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "blank", "Enter what the authority should look at");
        } else if (reason.length() > LONGEST_REASON) {
            errors.rejectValue(
                    "reason", "long", "The reason must be %,d characters or fewer".formatted(LONGEST_REASON));
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("returns/give-back", pages.giveBack(one));
        }
        try {
            decide.giveBack(viewer, id, one.authority().id(), form.ofVersion(), reason);
        } catch (EditConflict conflict) {
            return giveBackConflict(viewer, id, code, reason);
        }
        flash.addFlashAttribute("success", "Given back to " + one.authority().name() + " with your reason.");
        return new ModelAndView("redirect:" + address(id, code));
    }

    private ModelAndView giveBackConflict(Viewer viewer, UUID id, String code, String reason) {
        var now = show.one(viewer, id, code);
        var address = address(id, code);
        return new ConflictPage(
                        pages.title(now),
                        address + "/give-back",
                        address,
                        null,
                        List.of(new ConflictField(
                                "Reason",
                                "reason",
                                reason,
                                Objects.requireNonNullElse(now.answer().reason(), ""),
                                null)),
                        Map.of("version", Long.toString(now.answer().version())))
                .answer();
    }
}
