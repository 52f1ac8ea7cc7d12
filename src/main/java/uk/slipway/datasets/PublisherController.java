package uk.slipway.datasets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
import uk.slipway.web.Crumb;
import uk.slipway.web.Unprocessable;

/** Asking a data set's publisher for new versions, and deciding on those that were found. */
@Controller
@RegionalTeamOnly
class PublisherController {

    private static final String VIEW = "datasets/publisher";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ShowDataset showDataset;
    private final Proposals proposals;
    private final FetchProposal fetchProposal;
    private final PublishersApi publisher;

    PublisherController(
            ShowDataset showDataset, Proposals proposals, FetchProposal fetchProposal, PublishersApi publisher) {
        this.showDataset = showDataset;
        this.proposals = proposals;
        this.fetchProposal = fetchProposal;
        this.publisher = publisher;
    }

    record PublisherForm(@Nullable String publisherId) {}

    record PublisherPage(String title, String dataset, String slug, boolean on, List<Crumb> crumbs) {}

    @GetMapping("/datasets/{slug}/publisher")
    ModelAndView ask(Viewer viewer, @PathVariable String slug) {
        var known = proposals.publisherId(viewer, slug);
        return new ModelAndView(
                VIEW,
                Map.of(
                        "page",
                        page(viewer, slug),
                        "form",
                        new PublisherForm(known.map(UUID::toString).orElse(""))));
    }

    @PostMapping("/datasets/{slug}/publisher")
    ModelAndView name(
            Viewer viewer,
            @PathVariable String slug,
            @ModelAttribute("form") PublisherForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var page = page(viewer, slug);
        var typed = form.publisherId() == null ? "" : form.publisherId().strip();
        if (!typed.isEmpty() && !ID.matcher(typed).matches()) {
            errors.rejectValue(
                    "publisherId",
                    "shape",
                    "The id must look like 63cfc86e-c334-4e58-2912-08da0807d53c. Copy it from the data set’s page");
            return Unprocessable.page(VIEW, page);
        }
        proposals.namePublisherId(viewer, slug, typed.isEmpty() ? null : UUID.fromString(typed));
        redirect.addFlashAttribute(
                "success",
                typed.isEmpty()
                        ? "The publisher is not asked for new versions"
                        : "The publisher is asked for new versions twice a day. What it has is proposed on this page");
        return new ModelAndView("redirect:/datasets/" + slug);
    }

    @PostMapping("/datasets/{slug}/proposals/{id}/take")
    String take(Viewer viewer, @PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            var file = fetchProposal.fetch(viewer, slug, id);
            return "redirect:/datasets/" + slug + "/files/" + file.value();
        } catch (PublishersApi.NoAnswer none) {
            redirect.addFlashAttribute(
                    "notice",
                    "Explore education statistics did not give the file: " + none.getMessage()
                            + ". Nothing was changed; try again later");
        } catch (ReceiveRelease.SameFile same) {
            proposals.dismiss(viewer, slug, id);
            redirect.addFlashAttribute(
                    "notice", "This version’s file is release " + same.number() + " already. Nothing was changed");
        }
        return "redirect:/datasets/" + slug;
    }

    @PostMapping("/datasets/{slug}/proposals/{id}/dismiss")
    String dismiss(Viewer viewer, @PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        proposals.dismiss(viewer, slug, id);
        redirect.addFlashAttribute("success", "This version is set aside, and is not proposed again");
        return "redirect:/datasets/" + slug;
    }

    private PublisherPage page(Viewer viewer, String slug) {
        var dataset = showDataset.show(viewer, slug);
        return new PublisherPage(
                "Ask for new versions: " + dataset.title(),
                dataset.title(),
                slug,
                publisher.isOn(),
                List.of(DatasetsController.ALL, new Crumb(dataset.title(), "/datasets/" + slug)));
    }
}
