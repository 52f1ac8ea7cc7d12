package uk.slipway.datasets;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Unprocessable;

/** Sending a file for a data set, reading what its check found, and deciding. */
@Controller
@RegionalTeamOnly
class SendFileController {

    private static final int LONGEST_LABEL = 100;
    private static final String RENAMED = "renamed";
    private static final String DIFFERENT = "different";
    static final String OVERTAKEN =
            "Another release was published while this file was being checked. Discard it and send it again";

    private final ShowDataset showDataset;
    private final ShowRelease showRelease;
    private final ReceiveRelease receiveRelease;
    private final PublishRelease publishRelease;
    private final DiscardRelease discardRelease;
    private final Renames renames;

    SendFileController(
            ShowDataset showDataset,
            ShowRelease showRelease,
            ReceiveRelease receiveRelease,
            PublishRelease publishRelease,
            DiscardRelease discardRelease,
            Renames renames) {
        this.renames = renames;
        this.showDataset = showDataset;
        this.showRelease = showRelease;
        this.receiveRelease = receiveRelease;
        this.publishRelease = publishRelease;
        this.discardRelease = discardRelease;
    }

    record FileForm(
            @Nullable UUID id,
            @Nullable String label,
            @Nullable DateParts publishedOn,
            @Nullable MultipartFile file,
            @Nullable MultipartFile meta) {

        FileForm {
            id = id == null ? Uuid7.next() : id;
        }

        /** The id of the record to be made. */
        UUID made() {
            return requireNonNull(id);
        }
    }

    record DecisionForm(@Nullable String accepted) {}

    record SendPage(String title, String slug, List<Crumb> crumbs) {}

    /** Somebody's answer to a proposed match. */
    record Answered(
            Rename rename,
            String field,
            List<Answer> answers,
            @Nullable String problem) {}

    record Answer(String value, String text, boolean checked) {}

    record FilePage(ShowRelease.Shown release, String size, List<Answered> renames, List<Crumb> crumbs) {

        public boolean waiting() {
            return release.state() == ReleaseState.CHECKED;
        }

        /** Whether somebody has to say first what was renamed. */
        public boolean asks() {
            return renames.stream().anyMatch(one -> one.rename().state() == Rename.State.PROPOSED);
        }
    }

    @GetMapping("/datasets/{slug}/files/new")
    ModelAndView begin(Viewer viewer, @PathVariable String slug) {
        return new ModelAndView(
                "datasets/send",
                Map.of("page", sendPage(viewer, slug), "form", new FileForm(null, null, null, null, null)));
    }

    @PostMapping("/datasets/{slug}/files/new")
    ModelAndView send(
            Viewer viewer, @PathVariable String slug, @ModelAttribute("form") FileForm form, BindingResult errors)
            throws IOException {
        var page = sendPage(viewer, slug);
        var label = form.label() == null ? "" : form.label().strip();
        wrongWithLabel(label).ifPresent(problem -> errors.rejectValue("label", "label", problem));
        var publishedOn = DateParts.optional(form.publishedOn(), "publishedOn", "Day of publication", errors);
        var file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "blank", "Choose the file that was downloaded");
        }
        if (errors.hasErrors() || file == null) {
            return Unprocessable.page("datasets/send", page);
        }
        try (var upload = Upload.of(file, form.meta())) {
            receiveRelease.handle(
                    viewer,
                    new ReleaseId(form.made()),
                    slug,
                    new ReceiveRelease.Sent(label, publishedOn, upload.name(), upload.data(), upload.meta()));
        } catch (ReceiveRelease.SameFile same) {
            errors.rejectValue(
                    "file",
                    "same",
                    "This very file is release " + same.number()
                            + " already. Nothing was changed; choose another file");
            return Unprocessable.page("datasets/send", page);
        }
        return new ModelAndView("redirect:" + address(slug, form.made()));
    }

    @GetMapping("/datasets/{slug}/files/{id}")
    ModelAndView report(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        return new ModelAndView(
                "datasets/file", Map.of("page", filePage(viewer, slug, id), "form", new DecisionForm(null)));
    }

    @PostMapping("/datasets/{slug}/files/{id}/renames")
    ModelAndView answer(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        showRelease.file(viewer, slug, new ReleaseId(id));
        var answers = new LinkedHashMap<UUID, Boolean>();
        for (var rename : renames.of(new ReleaseId(id))) {
            var answer = sent.getOrDefault(field(rename), "");
            if (answer.equals(RENAMED) || answer.equals(DIFFERENT)) {
                answers.put(rename.id(), answer.equals(RENAMED));
            } else {
                // Proposals are no part of the form's record, because every file has others.
                errors.addError(new FieldError(
                        errors.getObjectName(),
                        field(rename),
                        "Say whether “" + rename.labelBefore() + "” was renamed to “" + rename.labelNow() + "”"));
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("datasets/file", filePage(viewer, slug, id, errors, sent));
        }
        try {
            renames.decide(viewer, slug, new ReleaseId(id), answers);
            redirect.addFlashAttribute("success", "Your answers are kept. They count when the file is published");
        } catch (Release.NotWaiting decided) {
            redirect.addFlashAttribute("notice", "This file was decided on already. Nothing was changed");
        }
        return new ModelAndView("redirect:" + address(slug, id));
    }

    @PostMapping("/datasets/{slug}/files/{id}/publish")
    ModelAndView publish(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        try {
            publishRelease.handle(viewer, slug, new ReleaseId(id), "true".equals(form.accepted()));
            redirect.addFlashAttribute("success", "The release is published. Everybody can read its figures");
        } catch (PublishRelease.WarningsStand stand) {
            errors.rejectValue("accepted", "blank", "Tick the box to accept the warnings, or discard the file");
            return Unprocessable.page("datasets/file", filePage(viewer, slug, id));
        } catch (PublishRelease.RenamesStand stand) {
            errors.reject("renames", "Say first what was renamed, and save the answers");
            return Unprocessable.page("datasets/file", filePage(viewer, slug, id));
        } catch (PublishRelease.Overtaken overtaken) {
            errors.reject("overtaken", OVERTAKEN);
            return Unprocessable.page("datasets/file", filePage(viewer, slug, id));
        } catch (PublishRelease.RowsAreGone gone) {
            errors.reject("gone", "The checked rows are no longer there. Discard this file and send it again");
            return Unprocessable.page("datasets/file", filePage(viewer, slug, id));
        } catch (Release.NotWaiting decided) {
            redirect.addFlashAttribute("notice", "This file was decided on already. Nothing was changed");
        }
        return new ModelAndView("redirect:" + address(slug, id));
    }

    @PostMapping("/datasets/{slug}/files/{id}/discard")
    ModelAndView discard(Viewer viewer, @PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            discardRelease.handle(viewer, slug, new ReleaseId(id));
            redirect.addFlashAttribute("success", "The file is discarded. Nothing of it was published");
        } catch (Release.NotWaiting decided) {
            redirect.addFlashAttribute("notice", "This file was decided on already. Nothing was changed");
        }
        return new ModelAndView("redirect:" + address(slug, id));
    }

    private SendPage sendPage(Viewer viewer, String slug) {
        var dataset = showDataset.show(viewer, slug);
        return new SendPage(
                dataset.title(),
                slug,
                List.of(DatasetsController.ALL, new Crumb(dataset.title(), "/datasets/" + slug)));
    }

    private FilePage filePage(Viewer viewer, String slug, UUID id) {
        return filePage(viewer, slug, id, null, Map.of());
    }

    private FilePage filePage(
            Viewer viewer, String slug, UUID id, @Nullable BindingResult errors, Map<String, String> sent) {
        var release = showRelease.file(viewer, slug, new ReleaseId(id));
        return new FilePage(
                release,
                ShowRelease.size(release.file().bytes()),
                renames.of(new ReleaseId(id)).stream()
                        .map(rename -> answered(rename, errors, sent))
                        .toList(),
                List.of(DatasetsController.ALL, new Crumb(release.title(), "/datasets/" + slug)));
    }

    /** What is wrong with what a release is called, if anything. */
    static Optional<String> wrongWithLabel(String label) {
        if (label.isEmpty()) {
            return Optional.of("Enter what the release is called, for example 2026");
        }
        return label.length() > LONGEST_LABEL || label.contains("\n")
                ? Optional.of("The release’s name must be one line of 100 characters or fewer")
                : Optional.empty();
    }

    private static Answered answered(Rename rename, @Nullable BindingResult errors, Map<String, String> sent) {
        var said = sent.getOrDefault(
                field(rename),
                rename.state() == Rename.State.PROPOSED
                        ? ""
                        : rename.state().name().toLowerCase(Locale.ROOT));
        var error = errors == null ? null : errors.getFieldError(field(rename));
        return new Answered(
                rename,
                field(rename),
                List.of(
                        new Answer(RENAMED, "Yes, it was renamed", said.equals(RENAMED)),
                        new Answer(DIFFERENT, "No, these are two different things", said.equals(DIFFERENT))),
                error == null ? null : error.getDefaultMessage());
    }

    private static String field(Rename rename) {
        return "rename-" + rename.id();
    }

    private static String address(String slug, UUID id) {
        return "/datasets/" + slug + "/files/" + id;
    }
}
