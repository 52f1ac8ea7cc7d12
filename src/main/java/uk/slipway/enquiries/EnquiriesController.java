package uk.slipway.enquiries;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;

/** The pages of those who work on enquiries. */
@Controller
@EnquiryWorkersOnly
class EnquiriesController {

    private static final String ONE = "enquiries/enquiry";
    private static final String WRITE_DOWN = "enquiries/write-down";
    private static final String DETAILS = "enquiries/details";
    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_REASON = 500;

    private final ShowEnquiries show;
    private final Enquire enquire;
    private final WorkOnEnquiry work;
    private final HandOver handOver;
    private final PersonalRecords records;
    private final EnquiryPages pages;
    private final LocalAuthorities authorities;

    EnquiriesController(
            ShowEnquiries show,
            Enquire enquire,
            WorkOnEnquiry work,
            HandOver handOver,
            PersonalRecords records,
            EnquiryPages pages,
            LocalAuthorities authorities) {
        this.show = show;
        this.enquire = enquire;
        this.work = work;
        this.handOver = handOver;
        this.records = records;
        this.pages = pages;
        this.authorities = authorities;
    }

    /** What is done on the page of an enquiry; each of its forms sends some of this. */
    record EnquiryForm(
            @Nullable String version,
            @Nullable String stage,
            @Nullable DateParts on,
            @Nullable String action,
            @Nullable DateParts due,
            @Nullable String note,
            @Nullable String noteId,
            @Nullable String route,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String exit,
            @Nullable DateParts exitOn) {

        static EnquiryForm of(long version, LocalDate today) {
            return new EnquiryForm(
                    Long.toString(version),
                    null,
                    DateParts.of(today),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    DateParts.of(today));
        }

        long ofVersion() {
            return number(version);
        }
    }

    record WriteDownPage(
            String title,
            List<Option> channels,
            List<Option> campaigns,
            List<Option> over21,
            List<Option> room,
            List<Option> councils,
            List<Option> participating,
            List<Option> contactBy,
            List<Option> ages,
            List<Option> housing,
            List<Option> previous,
            String key,
            List<Crumb> crumbs) {}

    record DetailsPage(
            UUID id,
            String title,
            List<Option> over21,
            List<Option> room,
            List<Option> contactBy,
            List<Option> ages,
            List<Option> housing,
            List<Option> previous,
            List<Crumb> crumbs) {}

    record CopyPage(UUID id, String title, List<PersonalRecords.Kept> kept, int enquiries, List<Crumb> crumbs) {}

    record ErasePage(UUID id, String title, String reference, int enquiries, List<Crumb> crumbs) {}

    record EraseForm(@Nullable String sure) {}

    @GetMapping("/enquiries")
    ModelAndView board(
            Viewer viewer,
            @ModelAttribute EnquiryPages.Filters asked,
            @RequestParam(required = false) @Nullable String after) {
        var filters = new EnquiryPages.Filters(
                blank(asked.state()),
                blank(asked.stage()),
                blank(asked.baton()),
                blank(asked.authority()),
                blank(asked.q()),
                blank(asked.mine()));
        var typed = filters.q();
        var reference = typed == null ? null : reference(typed);
        LocalDate afterDue = null;
        UUID afterId = null;
        if (after != null && after.contains("~")) {
            var parts = after.split("~", 2);
            afterId = id(parts[1]).orElse(null);
            afterDue = day(parts[0]);
        }
        var filter = new EnquiryRows.Filter(
                typed != null && filters.state() == null ? "any" : filters.state() == null ? "open" : filters.state(),
                EnquiryStage.of(filters.stage()).orElse(null),
                "FRONT_DOOR".equals(filters.baton())
                        ? Side.FRONT_DOOR
                        : "AUTHORITY".equals(filters.baton()) ? Side.AUTHORITY : null,
                filters.authority() == null
                        ? null
                        : authorities
                                .byCode(filters.authority())
                                .map(LocalAuthority::id)
                                .orElse(null),
                reference,
                typed == null || reference != null ? List.of() : show.nameHashes(typed),
                "true".equals(filters.mine()) ? viewer.account().value() : null,
                afterDue,
                afterId);
        return new ModelAndView(
                "enquiries/board",
                Map.of("page", pages.board(viewer, show.board(viewer, filter), filters, show.councils(viewer))));
    }

    /** A reference as it was typed or read out; null where it is none. */
    private static @Nullable String reference(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.length() == 10 && letters.startsWith("FE")) {
            letters = letters.substring(2);
        } else if (!typed.contains("-") || letters.length() != 8) {
            return null;
        }
        return "FE-" + letters.substring(0, 4) + "-" + letters.substring(4);
    }

    @GetMapping("/enquiries/new")
    @AdvisersOnly
    ModelAndView writeDown(Viewer viewer) {
        return new ModelAndView(
                WRITE_DOWN, Map.of("page", writeDownPage(viewer, Uuid7.next().toString()), "form", FosterForm.empty()));
    }

    @PostMapping("/enquiries/new")
    @AdvisersOnly
    ModelAndView writeDown(
            Viewer viewer, @ModelAttribute("form") FosterForm form, BindingResult errors, RedirectAttributes flash) {
        var open = enquire.own(viewer);
        var channel = Channel.of(form.channel()).filter(one -> one != Channel.FORM);
        if (channel.isEmpty()) {
            errors.rejectValue("channel", "none", "Choose how the enquiry came in");
        }
        var person = form.toPerson(errors, FosterForm.Voice.ADVISER);
        if (!"true".equals(form.consent())) {
            errors.rejectValue("consent", "none", "Tick the box once the person has agreed");
        }
        var key = id(form.key());
        if (errors.hasErrors() || person == null || channel.isEmpty()) {
            return Unprocessable.page(
                    WRITE_DOWN, writeDownPage(viewer, key.orElseGet(Uuid7::next).toString()));
        }
        var enquiry = enquire.record(
                viewer,
                new Enquire.Asked(
                        person,
                        open.council(form.council()).map(LocalAuthority::id).orElse(null),
                        open.council(form.wants()).map(LocalAuthority::id).orElse(null)),
                channel.get(),
                id(form.campaign()).orElse(null),
                key.orElseGet(Uuid7::next));
        flash.addFlashAttribute("success", "The enquiry has been written down.");
        return new ModelAndView("redirect:/enquiries/" + enquiry);
    }

    private WriteDownPage writeDownPage(Viewer viewer, String key) {
        var open = enquire.own(viewer);
        return new WriteDownPage(
                "Write down an enquiry",
                Arrays.stream(Channel.values())
                        .filter(channel -> channel != Channel.FORM)
                        .map(channel -> Option.of(channel.name(), channel.inWords()))
                        .toList(),
                enquire.campaigns(viewer).stream()
                        .map(campaign -> Option.of(campaign.id().toString(), campaign.name()))
                        .toList(),
                FosterWords.OVER_21,
                FosterWords.ROOM,
                open.councils().stream()
                        .map(council -> Option.of(council.gssCode(), council.label()))
                        .toList(),
                open.participating().stream()
                        .map(council -> Option.of(council.gssCode(), council.label()))
                        .toList(),
                FosterWords.CONTACT_BY,
                FosterWords.AGES,
                FosterWords.HOUSING,
                FosterWords.PREVIOUS,
                key,
                List.of(EnquiryPages.BOARD));
    }

    @GetMapping("/enquiries/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        var one = show.one(viewer, id);
        return new ModelAndView(
                ONE,
                Map.of(
                        "page",
                        pages.one(viewer, one, Uuid7.next()),
                        "form",
                        EnquiryForm.of(one.enquiry().version(), one.today())));
    }

    @PostMapping("/enquiries/{id}/stage")
    ModelAndView moveOn(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        holder(viewer, id);
        var stage = EnquiryStage.of(form.stage());
        if (stage.isEmpty()) {
            errors.rejectValue("stage", "none", "Choose the stage it came to");
        }
        var on = DateParts.required(form.on(), "on", "Day", errors);
        if (!errors.hasErrors() && stage.isPresent() && on != null) {
            work.moveOn(viewer, id, form.ofVersion(), stage.get(), on)
                    .ifPresent(objection -> errors.rejectValue("on", "day", objection));
        }
        return errors.hasErrors() ? again(viewer, id, form) : done(id, "It stands at its new stage.", flash);
    }

    @PostMapping("/enquiries/{id}/end-stage-1")
    ModelAndView endStage1(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        work.endStage1(viewer, id);
        return done(id, "Stage 1 has ended.", flash);
    }

    @PostMapping("/enquiries/{id}/next-action")
    ModelAndView plan(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        holder(viewer, id);
        var action = NextAction.of(form.action());
        if (action.isEmpty()) {
            errors.rejectValue("action", "none", "Choose what is to be done next");
        }
        var due = DateParts.required(form.due(), "due", "Day by which it is due", errors);
        if (errors.hasErrors() || action.isEmpty() || due == null) {
            return again(viewer, id, form);
        }
        work.plan(viewer, id, form.ofVersion(), action.get(), due);
        return done(id, "The next action is set.", flash);
    }

    @PostMapping("/enquiries/{id}/notes")
    ModelAndView note(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        holder(viewer, id);
        var words = typed(form.note(), LONGEST_NOTE, "note", "Note", errors);
        if (errors.hasErrors()) {
            return again(viewer, id, form);
        }
        work.note(viewer, id, id(form.noteId()).orElseThrow(EditConflict::new), words);
        return done(id, "The note is kept.", flash);
    }

    @PostMapping("/enquiries/{id}/route")
    @AdvisersOnly
    ModelAndView route(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        holder(viewer, id);
        var council = council(form.route(), "route", "Choose where it is to go", errors);
        if (council.isEmpty()) {
            return again(viewer, id, form);
        }
        work.goesTo(viewer, id, form.ofVersion(), council.get().id());
        return done(id, "It goes to " + council.get().name() + " once you hand it over.", flash);
    }

    @PostMapping("/enquiries/{id}/leave")
    ModelAndView leave(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        holder(viewer, id);
        var reason = ExitReason.of(form.exit());
        if (reason.isEmpty()) {
            errors.rejectValue("exit", "none", "Choose why it goes no further");
        }
        var on = DateParts.required(form.exitOn(), "exitOn", "Day", errors);
        if (!errors.hasErrors() && reason.isPresent() && on != null) {
            work.leave(viewer, id, form.ofVersion(), reason.get(), on)
                    .ifPresent(objection -> errors.rejectValue("exitOn", "day", objection));
        }
        return errors.hasErrors() ? again(viewer, id, form) : done(id, "It is closed, and can be reopened.", flash);
    }

    @PostMapping("/enquiries/{id}/reopen")
    ModelAndView reopen(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        work.reopen(viewer, id);
        return done(id, "It is open again. The clock of its stage begins today.", flash);
    }

    @PostMapping("/enquiries/{id}/release")
    @AdvisersOnly
    ModelAndView release(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        work.release(viewer, id);
        return done(id, "It is let in. Its clock begins today.", flash);
    }

    @PostMapping("/enquiries/{id}/discard")
    @AdvisersOnly
    ModelAndView discard(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        work.discard(viewer, id);
        flash.addFlashAttribute("success", "It has been deleted.");
        return new ModelAndView("redirect:/enquiries?state=apart");
    }

    @PostMapping("/enquiries/{id}/hand-over")
    ModelAndView offer(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var enquiry = holder(viewer, id);
        if (enquiry.baton() == Side.AUTHORITY) {
            handOver.offer(viewer, id, form.ofVersion(), null);
            return done(id, "It is offered back to the front door.", flash);
        }
        var council = council(form.to(), "to", "Choose to whom you offer it", errors);
        if (council.isEmpty()) {
            return again(viewer, id, form);
        }
        handOver.offer(viewer, id, form.ofVersion(), council.get().id());
        return done(id, "It is offered to " + council.get().name() + ", and stays with you until they accept.", flash);
    }

    @PostMapping("/enquiries/{id}/hand-over/{offer}/accept")
    ModelAndView accept(Viewer viewer, @PathVariable UUID id, @PathVariable UUID offer, RedirectAttributes flash) {
        handOver.accept(viewer, id, offer);
        return done(id, "You hold the baton now.", flash);
    }

    @PostMapping("/enquiries/{id}/hand-over/{offer}/decline")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID offer,
            @ModelAttribute("form") EnquiryForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var asked = show.one(viewer, id).offers().stream()
                .map(ShowEnquiries.Answered::offer)
                .filter(one -> one.id().equals(offer))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (asked.to() != EnquiryRows.sideOf(viewer)) {
            throw new NotYours();
        }
        var reason = typed(form.reason(), LONGEST_REASON, "reason", "Reason", errors);
        if (errors.hasErrors()) {
            return again(viewer, id, form);
        }
        handOver.decline(viewer, id, offer, reason);
        flash.addFlashAttribute("success", "You declined the hand-over. The other side has your reason.");
        return new ModelAndView("redirect:/enquiries");
    }

    @PostMapping("/enquiries/{id}/hand-over/{offer}/take-back")
    ModelAndView takeBack(Viewer viewer, @PathVariable UUID id, @PathVariable UUID offer, RedirectAttributes flash) {
        handOver.takeBack(viewer, id, offer);
        return done(id, "You took the offer back.", flash);
    }

    @GetMapping("/enquiries/{id}/details")
    ModelAndView details(Viewer viewer, @PathVariable UUID id) {
        var enquiry = holder(viewer, id);
        return new ModelAndView(
                DETAILS,
                Map.of(
                        "page",
                        detailsPage(enquiry),
                        "form",
                        FosterForm.of(show.person(viewer, id).orElseThrow(NotYours::new), enquiry.version())));
    }

    @PostMapping("/enquiries/{id}/details")
    ModelAndView details(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") FosterForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var enquiry = holder(viewer, id);
        var person = form.toPerson(errors, FosterForm.Voice.ADVISER);
        if (errors.hasErrors() || person == null) {
            return Unprocessable.page(DETAILS, detailsPage(enquiry));
        }
        work.putRight(viewer, id, number(form.version()), person);
        return done(id, "The details have been put right.", flash);
    }

    private static DetailsPage detailsPage(Enquiry enquiry) {
        return new DetailsPage(
                enquiry.id(),
                "Put details right: " + enquiry.reference(),
                FosterWords.OVER_21,
                FosterWords.ROOM,
                FosterWords.CONTACT_BY,
                FosterWords.AGES,
                FosterWords.HOUSING,
                FosterWords.PREVIOUS,
                crumbs(enquiry.id(), enquiry.reference()));
    }

    @GetMapping("/enquiries/{id}/copy")
    ModelAndView copy(Viewer viewer, @PathVariable UUID id) {
        var everything = records.of(viewer, id);
        return new ModelAndView(
                "enquiries/copy",
                Map.of(
                        "page",
                        new CopyPage(
                                id,
                                "Everything kept about the person: " + everything.reference(),
                                everything.kept(),
                                everything.enquiries(),
                                crumbs(id, everything.reference()))));
    }

    @GetMapping("/enquiries/{id}/copy.json")
    ResponseEntity<byte[]> copyAsJson(Viewer viewer, @PathVariable UUID id) {
        var everything = records.of(viewer, id);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "json", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(everything.reference() + ".json")
                                .build()
                                .toString())
                .body(records.asJson(everything));
    }

    @GetMapping("/enquiries/{id}/copy.csv")
    ResponseEntity<byte[]> copyAsCsv(Viewer viewer, @PathVariable UUID id) {
        var everything = records.of(viewer, id);
        return CsvDownload.answer(
                everything.reference(),
                List.of("enquiry", "what", "says"),
                everything.kept().stream()
                        .map(kept -> List.of(kept.enquiry(), kept.what(), CsvDownload.harmless(kept.says())))
                        .toList());
    }

    @GetMapping("/enquiries/{id}/erase")
    ModelAndView askToErase(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("enquiries/erase", Map.of("page", erasePage(viewer, id), "form", new EraseForm(null)));
    }

    @PostMapping("/enquiries/{id}/erase")
    ModelAndView erase(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") EraseForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (!"true".equals(form.sure())) {
            var page = erasePage(viewer, id);
            errors.rejectValue("sure", "none", "Tick the box if it is to be erased for good");
            return Unprocessable.page("enquiries/erase", page);
        }
        int erased = records.erase(viewer, id);
        flash.addFlashAttribute(
                "success",
                erased == 1
                        ? "The personal data has been erased. What stays is statistics."
                        : "The personal data of " + erased + " enquiries has been erased. What stays is statistics.");
        return new ModelAndView("redirect:/enquiries");
    }

    private ErasePage erasePage(Viewer viewer, UUID id) {
        var enquiry = holder(viewer, id);
        return new ErasePage(
                id,
                "Erase the personal data: " + enquiry.reference(),
                enquiry.reference(),
                records.toErase(viewer, id),
                crumbs(id, enquiry.reference()));
    }

    private static List<Crumb> crumbs(UUID id, String reference) {
        return List.of(EnquiryPages.BOARD, new Crumb(reference, "/enquiries/" + id));
    }

    /** The enquiry, for somebody whose side holds it. */
    private Enquiry holder(Viewer viewer, UUID id) {
        var enquiry = show.one(viewer, id).enquiry();
        if (!WorkOnEnquiry.holds(viewer, enquiry)) {
            throw new NotYours();
        }
        return enquiry;
    }

    private ModelAndView again(Viewer viewer, UUID id, EnquiryForm form) {
        return Unprocessable.page(
                ONE, pages.one(viewer, show.one(viewer, id), id(form.noteId()).orElseGet(Uuid7::next)));
    }

    private static ModelAndView done(UUID id, String words, RedirectAttributes flash) {
        flash.addFlashAttribute("success", words);
        return new ModelAndView("redirect:/enquiries/" + id);
    }

    private Optional<LocalAuthority> council(
            @Nullable String gssCode, String field, String none, BindingResult errors) {
        var council =
                gssCode == null || gssCode.isBlank() ? Optional.<LocalAuthority>empty() : authorities.byCode(gssCode);
        if (council.isEmpty()) {
            errors.rejectValue(field, "none", none);
        }
        return council;
    }

    private static String typed(@Nullable String text, int longest, String field, String name, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            errors.rejectValue(field, "blank", "Enter the " + name.toLowerCase(Locale.UK));
        } else if (typed.length() > longest) {
            errors.rejectValue(field, "long", name + " must be %,d characters or fewer".formatted(longest));
        }
        return typed;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** A version as a form carries it; what is none fits no record. */
    static long number(@Nullable String text) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(text, ""));
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
