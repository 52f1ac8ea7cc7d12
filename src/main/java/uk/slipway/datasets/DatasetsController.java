package uk.slipway.datasets;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The data sets and their releases. Published figures are public facts; who sends files is the regional team. */
@Controller
@SignedIn
class DatasetsController {

    static final Crumb ALL = new Crumb("Data sets", "/datasets");
    static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_RESTATEMENTS = 100;
    private static final Words WORDS = new Words();

    private final ListDatasets listDatasets;
    private final ShowDataset showDataset;
    private final ShowRelease showRelease;
    private final AddDataset addDataset;
    private final ShowChanges showChanges;
    private final Proposals proposals;

    DatasetsController(
            ListDatasets listDatasets,
            ShowDataset showDataset,
            ShowRelease showRelease,
            AddDataset addDataset,
            ShowChanges showChanges,
            Proposals proposals) {
        this.proposals = proposals;
        this.showChanges = showChanges;
        this.listDatasets = listDatasets;
        this.showDataset = showDataset;
        this.showRelease = showRelease;
        this.addDataset = addDataset;
    }

    record SearchForm(@Nullable String search) {}

    record DatasetForm(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String source,
            @Nullable String sourceAddress) {

        /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
        DatasetForm {
            id = id == null ? Uuid7.next() : id;
        }

        /** The id of the record to be made. */
        UUID made() {
            return requireNonNull(id);
        }
    }

    record ListPage(String search, List<ListDatasets.Listed> datasets, boolean mayAdd) {}

    record NewPage(List<Crumb> crumbs) {}

    record DatasetPage(
            ShowDataset.Shown dataset,
            boolean maySend,
            List<Proposals.Proposal> proposals,
            List<TimelineEntry> history,
            List<Crumb> crumbs) {}

    record ReleasePage(
            ShowRelease.Shown release,
            String size,
            @Nullable String before,
            List<ShowChanges.Line> changes,
            long restated,
            List<ShowChanges.Restatement> restatements,
            List<Crumb> crumbs) {}

    @GetMapping("/datasets")
    ModelAndView list(Viewer viewer, @RequestParam(required = false) @Nullable String search) {
        var typed = search == null ? "" : search.strip();
        if (typed.length() > LONGEST) {
            typed = typed.substring(0, LONGEST);
        }
        return new ModelAndView(
                "datasets/list",
                Map.of(
                        "page",
                        new ListPage(typed, listDatasets.list(viewer, typed), viewer.isOfTheRegionalTeam()),
                        "form",
                        new SearchForm(typed)));
    }

    @RegionalTeamOnly
    @GetMapping("/datasets/new")
    ModelAndView begin() {
        return new ModelAndView(
                "datasets/new",
                Map.of("page", new NewPage(List.of(ALL)), "form", new DatasetForm(null, null, null, null)));
    }

    @RegionalTeamOnly
    @PostMapping("/datasets/new")
    ModelAndView add(
            Viewer viewer,
            @ModelAttribute("form") DatasetForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var title = line(form.title(), "title", "Enter the title", "Title", errors);
        var source = line(form.source(), "source", "Enter who publishes it", "Who publishes it", errors);
        if (!title.isEmpty() && AddDataset.slug(title).isEmpty()) {
            errors.rejectValue(
                    "title", "letters", "Title must have letters or digits, because its address is made of it");
        }
        var address = form.sourceAddress() == null ? "" : form.sourceAddress().strip();
        if (!address.isEmpty() && !isWebAddress(address)) {
            errors.rejectValue("sourceAddress", "address", "Address must be a web address that starts with https://");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("datasets/new", new NewPage(List.of(ALL)));
        }
        try {
            var slug = addDataset.handle(
                    viewer, new DatasetId(form.made()), title, source, address.isEmpty() ? null : address);
            redirect.addFlashAttribute("success", "The data set is added. Send its first file");
            return new ModelAndView("redirect:/datasets/" + slug);
        } catch (AddDataset.TitleIsTaken taken) {
            errors.rejectValue("title", "taken", "There is a data set with this title already");
            return Unprocessable.page("datasets/new", new NewPage(List.of(ALL)));
        }
    }

    @GetMapping("/datasets/{slug}")
    ModelAndView show(Viewer viewer, @PathVariable String slug) {
        var dataset = showDataset.show(viewer, slug);
        var history = dataset.history().stream()
                .map(entry -> new TimelineEntry(
                        WORDS.moment(entry.at()),
                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                        entry.who() + " " + entry.what()))
                .toList();
        return new ModelAndView(
                "datasets/dataset",
                Map.of(
                        "page",
                        new DatasetPage(
                                dataset,
                                viewer.isOfTheRegionalTeam(),
                                proposals.waiting(viewer, slug),
                                history,
                                List.of(ALL))));
    }

    @GetMapping("/datasets/{slug}/releases/{number}")
    ModelAndView release(Viewer viewer, @PathVariable String slug, @PathVariable String number) {
        int numbered = number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
        var release = showRelease.release(viewer, slug, numbered);
        var changes = showChanges.of(slug, numbered, MOST_RESTATEMENTS);
        return new ModelAndView(
                "datasets/release",
                Map.of(
                        "page",
                        new ReleasePage(
                                release,
                                ShowRelease.size(release.file().bytes()),
                                changes.before(),
                                changes.lines(),
                                changes.restated(),
                                changes.restatements(),
                                List.of(ALL, new Crumb(release.title(), "/datasets/" + slug)))));
    }

    private static String line(
            @Nullable String typed, String field, String whenBlank, String name, BindingResult errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            errors.rejectValue(field, "blank", whenBlank);
        } else if (text.length() > LONGEST || text.contains("\n")) {
            errors.rejectValue(field, "long", name + " must be one line of 200 characters or fewer");
        }
        return text;
    }

    /** Whether it is the address of a page, at most 500 characters long. */
    static boolean isWebAddress(String address) {
        try {
            var uri = new URI(address);
            return address.length() <= LONGEST_ADDRESS
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
