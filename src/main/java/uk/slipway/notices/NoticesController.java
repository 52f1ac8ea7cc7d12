package uk.slipway.notices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.EmailAddress;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.placements.PlacementId;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Meanwhile;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;

/** The register of notices, one notice, and telling somebody. */
@Controller
@FosteringOnly
class NoticesController {

    private static final String MISSING = "Write down the child’s particulars first, or send the notice without them";

    private final ShowNotices show;
    private final GiveNotice give;
    private final AcknowledgeNotice acknowledge;
    private final NoticePages pages;

    NoticesController(ShowNotices show, GiveNotice give, AcknowledgeNotice acknowledge, NoticePages pages) {
        this.show = show;
        this.give = give;
        this.acknowledge = acknowledge;
        this.pages = pages;
    }

    record RegisterForm(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String search,
            @Nullable String mine) {

        NoticeRows.Filter filter(String address) {
            var text = search == null ? "" : search.strip();
            return new NoticeRows.Filter(
                    Typed.one(NoticeState.class, state).orElse(null),
                    Typed.one(RecipientKind.class, kind).orElse(null),
                    null,
                    "WAITING".equals(state),
                    text.length() > 100 ? "" : text.toLowerCase(Locale.ROOT),
                    isMine() ? address : "");
        }

        boolean isMine() {
            return "true".equals(mine);
        }

        /** The filters as they stand in an address, without the question mark. */
        String query() {
            var parts = new ArrayList<String>();
            add(parts, "state", state);
            add(parts, "kind", kind);
            add(parts, "search", search);
            add(parts, "mine", mine);
            return String.join("&", parts);
        }

        private static void add(List<String> parts, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    record TellForm(
            @Nullable String version,
            @Nullable String how,
            @Nullable String name,
            @Nullable String email,
            @Nullable String codeEmail,
            @Nullable String carries,
            @Nullable DateParts on,
            @Nullable String words) {}

    record ActForm(@Nullable String version) {}

    @GetMapping("/notices")
    ModelAndView register(
            Viewer viewer,
            @ModelAttribute("form") RegisterForm form,
            @RequestParam(required = false) @Nullable UUID after) {
        ClocksController.requireParty(viewer);
        return new ModelAndView(
                "notices/register",
                Map.of(
                        "page",
                        pages.register(
                                viewer,
                                show.register(viewer, form.filter(mine(viewer, form)), after),
                                form,
                                form.isMine()),
                        "form",
                        form));
    }

    @GetMapping("/notices.csv")
    ResponseEntity<byte[]> download(Viewer viewer, @ModelAttribute("form") RegisterForm form) {
        ClocksController.requireParty(viewer);
        return CsvDownload.answer(
                "statutory-notices",
                NoticePages.COLUMNS,
                show.download(viewer, form.filter(mine(viewer, form))).stream()
                        .map(NoticePages::line)
                        .toList());
    }

    private String mine(Viewer viewer, RegisterForm form) {
        return form.isMine() ? show.address(viewer) : "";
    }

    @GetMapping("/fostering/placements/{id}/notices/{regulation}/{kind}")
    @NoticeGiversOnly
    ModelAndView tell(
            Viewer viewer, @PathVariable UUID id, @PathVariable String regulation, @PathVariable String kind) {
        var begun = begin(viewer, id, regulation, kind);
        var form = new TellForm(
                null, "SENT", begun.name(), begun.email(), begun.codeEmail(), "true", DateParts.EMPTY, null);
        return new ModelAndView(
                "notices/tell", Map.of("page", pages.tell(begun, regulation(regulation), kind(kind)), "form", form));
    }

    @PostMapping("/fostering/placements/{id}/notices/{regulation}/{kind}")
    @NoticeGiversOnly
    ModelAndView tell(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String regulation,
            @PathVariable String kind,
            @ModelAttribute("form") TellForm form,
            BindingResult errors) {
        var page = pages.tell(begin(viewer, id, regulation, kind), regulation(regulation), kind(kind));
        var how = Typed.chosen(NoticeState.class, form.how(), "how", "Choose how they are told", errors);
        if (how == NoticeState.PREPARED) {
            errors.rejectValue("how", "none", "Choose how they are told");
        }
        NoticeId notice = null;
        if (how == NoticeState.SENT) {
            var to = to(form, errors);
            if (!errors.hasErrors()) {
                notice = give.prepare(viewer, new PlacementId(id), regulation(regulation), kind(kind), to);
            }
        } else if (how != null) {
            var otherwise = otherwise(form, how, errors);
            if (!errors.hasErrors() && otherwise != null) {
                notice = give.record(viewer, new PlacementId(id), regulation(regulation), kind(kind), otherwise);
            }
        }
        return notice == null
                ? Unprocessable.page("notices/tell", page)
                : new ModelAndView(
                        how == NoticeState.SENT
                                ? "redirect:/notices/" + notice.value()
                                : "redirect:/fostering/placements/" + id + "/clocks");
    }

    @GetMapping("/notices/{id}")
    ModelAndView notice(Viewer viewer, @PathVariable UUID id) {
        var page = pages.notice(show.of(viewer, new NoticeId(id)));
        return new ModelAndView(
                "notices/notice",
                Map.of(
                        "page",
                        page,
                        "form",
                        new TellForm(
                                Long.toString(page.version()), null, null, null, null, null, DateParts.EMPTY, null)));
    }

    @PostMapping("/notices/{id}/send")
    @NoticeGiversOnly
    ModelAndView send(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("act") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        try {
            give.send(viewer, new NoticeId(id), Typed.version(form.version()));
        } catch (EditConflict changed) {
            return changed(viewer, id);
        } catch (GiveNotice.ParticularsMissing missing) {
            flash.addFlashAttribute("notice", MISSING);
            return new ModelAndView("redirect:/notices/" + id);
        }
        flash.addFlashAttribute("success", "The notice is on its way. You see here when it is acknowledged");
        return new ModelAndView("redirect:/notices/" + id);
    }

    @PostMapping("/notices/{id}/send-again")
    @NoticeGiversOnly
    ModelAndView sendAgain(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("act") ActForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        try {
            give.sendAgain(viewer, new NoticeId(id), Typed.version(form.version()));
        } catch (EditConflict changed) {
            return changed(viewer, id);
        }
        flash.addFlashAttribute("success", "The notice is on its way again, with a new link");
        return new ModelAndView("redirect:/notices/" + id);
    }

    @GetMapping("/notices/{id}/correct")
    @NoticeGiversOnly
    ModelAndView correct(Viewer viewer, @PathVariable UUID id) {
        var one = correctable(viewer, id);
        var notice = one.notice();
        return new ModelAndView(
                "notices/correct",
                Map.of(
                        "page",
                        pages.correct(one),
                        "form",
                        new TellForm(
                                Long.toString(notice.version()),
                                null,
                                notice.name(),
                                notice.email(),
                                notice.codeEmail(),
                                Boolean.toString(notice.carriesParticulars()),
                                DateParts.EMPTY,
                                null)));
    }

    @PostMapping("/notices/{id}/correct")
    @NoticeGiversOnly
    ModelAndView correct(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") TellForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = show.of(viewer, new NoticeId(id));
        if (!one.gives()) {
            throw new NotYours();
        }
        var to = to(form, errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("notices/correct", pages.correct(one));
        }
        try {
            give.correct(viewer, new NoticeId(id), Typed.version(form.version()), to);
        } catch (GiveNotice.ParticularsMissing missing) {
            errors.rejectValue("carries", "missing", MISSING);
            return Unprocessable.page("notices/correct", pages.correct(one));
        } catch (EditConflict changed) {
            if (one.notice().state() != NoticeState.PREPARED && one.notice().state() != NoticeState.SENT
                    || one.notice().acknowledgedAt() != null) {
                return changed(viewer, id);
            }
            return conflict(id, one, to);
        }
        flash.addFlashAttribute(
                "success",
                one.notice().state() == NoticeState.SENT
                        ? "Corrected, and on its way again with a new link"
                        : "Corrected");
        return new ModelAndView("redirect:/notices/" + id);
    }

    @PostMapping("/notices/{id}/settle")
    @NoticeGiversOnly
    ModelAndView settle(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") TellForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = show.of(viewer, new NoticeId(id));
        if (!one.gives()) {
            throw new NotYours();
        }
        var how = Typed.chosen(NoticeState.class, form.how(), "how", "Choose how it was given, or why not", errors);
        if (how == NoticeState.PREPARED || how == NoticeState.SENT) {
            errors.rejectValue("how", "none", "Choose how it was given, or why not");
        }
        var named = new TellForm(
                form.version(), form.how(), one.notice().name(), null, null, null, form.on(), form.words());
        var otherwise = how == null ? null : otherwise(named, how, errors);
        if (errors.hasErrors() || otherwise == null) {
            return Unprocessable.page("notices/notice", pages.notice(one));
        }
        try {
            give.settle(viewer, new NoticeId(id), Typed.version(form.version()), otherwise);
        } catch (EditConflict changed) {
            return meanwhile(viewer, id);
        }
        flash.addFlashAttribute("success", "Recorded");
        return new ModelAndView("redirect:/notices/" + id);
    }

    @PostMapping("/notices/{id}/acknowledge")
    ModelAndView acknowledge(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        acknowledge.acknowledge(viewer, new NoticeId(id));
        flash.addFlashAttribute("success", "You acknowledged the notice. The authority knows");
        return new ModelAndView("redirect:/notices/" + id);
    }

    private GiveNotice.To to(TellForm form, BindingResult errors) {
        var name = Typed.text(form.name(), "name", "the name of the recipient", 200, errors);
        var email = address(form.email(), "email", true, errors);
        var code = address(form.codeEmail(), "codeEmail", false, errors);
        return new GiveNotice.To(
                name,
                email,
                code.isEmpty() || code.equals(email) ? null : code,
                "true".equals(form.carries()) || "on".equals(form.carries()));
    }

    private static String address(@Nullable String typed, String field, boolean needed, BindingResult errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            if (needed) {
                errors.rejectValue(field, "blank", "Enter an e-mail address");
            }
            return "";
        }
        var address = EmailAddress.of(text);
        if (address.isEmpty()) {
            errors.rejectValue(
                    field, "shape", "Enter an e-mail address in the correct format, like name@example.gov.uk");
        }
        return address.map(EmailAddress::value).orElse("");
    }

    private GiveNotice.@Nullable Otherwise otherwise(TellForm form, NoticeState how, BindingResult errors) {
        boolean paper = how == NoticeState.ON_PAPER;
        var words = Typed.text(
                form.words(), "words", paper ? "how it was given, for example by letter" : "the reason", 1000, errors);
        NothingIdentifying.check(words, "words", show.today(), errors);
        var name = paper
                ? Typed.text(form.name(), "name", "the name of the recipient", 200, errors)
                : Typed.optional(form.name(), "name", "the name of the recipient", 200, errors);
        LocalDate on = paper ? DateParts.required(form.on(), "on", "Day it was given", errors) : show.today();
        if (NoticePages.isAhead(on, show.today())) {
            errors.rejectValue("on", "future", "Day it was given must be today or in the past");
        }
        return on == null ? null : new GiveNotice.Otherwise(how, name, on, words);
    }

    private ShowNotices.Begun begin(Viewer viewer, UUID id, String regulation, String kind) {
        var begun = show.begin(viewer, new PlacementId(id), regulation(regulation), kind(kind));
        if (!begun.gives()) {
            throw new NotYours();
        }
        return begun;
    }

    private ShowNotices.One correctable(Viewer viewer, UUID id) {
        var one = show.of(viewer, new NoticeId(id));
        if (!one.gives()) {
            throw new NotYours();
        }
        if (one.notice().email() == null || one.notice().acknowledgedAt() != null) {
            throw new NotFound();
        }
        return one;
    }

    private static Regulation regulation(String number) {
        return number.matches("[0-9]{1,2}")
                ? Regulation.numbered(Integer.parseInt(number)).orElseThrow(NotFound::new)
                : notFound();
    }

    private static Regulation notFound() {
        throw new NotFound();
    }

    private static RecipientKind kind(String slug) {
        return RecipientKind.of(slug).orElseThrow(NotFound::new);
    }

    /** The notice as it stands now, with the form as it was typed. */
    private ModelAndView meanwhile(Viewer viewer, UUID id) {
        var now = pages.notice(show.of(viewer, new NoticeId(id)));
        if (!now.maySettle()) {
            return changed(viewer, id);
        }
        return new Meanwhile(
                        Long.toString(now.version()),
                        List.of(
                                new Meanwhile.Line("The notice", now.state()),
                                new Meanwhile.Line("Recipient", now.name().isEmpty() ? now.kind() : now.name())))
                .answer("notices/notice", now);
    }

    private ModelAndView changed(Viewer viewer, UUID id) {
        var view = notice(viewer, id);
        view.addObject(
                "changed",
                "The notice has been changed since you opened the page. Nothing of yours has been done. Read it"
                        + " again.");
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static ModelAndView conflict(UUID id, ShowNotices.One one, GiveNotice.To mine) {
        var theirs = one.notice();
        return new ConflictPage(
                        "Notice: " + one.placement().reference(),
                        "/notices/" + id + "/correct",
                        "/notices/" + id,
                        null,
                        List.of(
                                new ConflictField("Name", "name", mine.name(), theirs.name(), null),
                                new ConflictField(
                                        "E-mail address",
                                        "email",
                                        mine.email(),
                                        Objects.requireNonNullElse(theirs.email(), ""),
                                        null),
                                new ConflictField(
                                        "Another address for the code",
                                        "codeEmail",
                                        Objects.requireNonNullElse(mine.codeEmail(), ""),
                                        Objects.requireNonNullElse(theirs.codeEmail(), ""),
                                        null)),
                        Map.of(
                                "version", Long.toString(theirs.version()),
                                "carries", Boolean.toString(mine.carriesParticulars())))
                .answer();
    }
}
