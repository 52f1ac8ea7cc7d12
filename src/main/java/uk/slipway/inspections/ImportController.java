package uk.slipway.inspections;

import java.io.IOException;
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
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The regional team brings published inspections in. */
@Controller
@RegionalTeamOnly
class ImportController {

    private static final String SEND = "inspections/import";
    static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final String REPORT = "inspections/report";

    private final SendInspections sendInspections;
    private final AcceptWarnings acceptWarnings;
    private final ReadSentFile readSentFile;
    private final Words words = new Words();

    ImportController(SendInspections sendInspections, AcceptWarnings acceptWarnings, ReadSentFile readSentFile) {
        this.sendInspections = sendInspections;
        this.acceptWarnings = acceptWarnings;
        this.readSentFile = readSentFile;
    }

    @GetMapping("/inspections/import")
    ModelAndView choose() {
        return new ModelAndView(
                SEND,
                Map.of(
                        "page",
                        page(List.of()),
                        "form",
                        new ImportForm(Uuid7.next().toString(), null)));
    }

    @PostMapping("/inspections/import")
    ModelAndView send(@ModelAttribute("form") ImportForm form, BindingResult errors, Viewer viewer) throws IOException {
        var file = form.file();
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isBlank()) {
            errors.rejectValue("file", "blank", "Choose the file with the inspections");
            return Unprocessable.page(SEND, page(List.of()));
        }
        if (file.getSize() > MOST_BYTES) {
            errors.rejectValue("file", "large", "The file must be 20MB or smaller");
            return Unprocessable.page(SEND, page(List.of()));
        }
        var id = idOf(form.id());
        var read = sendInspections.handle(id, short200(name), file.getBytes(), viewer);
        if (read.hasErrors()) {
            long wrong = read.problems().stream().filter(Problem::error).count();
            errors.rejectValue(
                    "file",
                    "wrong",
                    wrong == 1
                            ? read.problems().stream()
                                    .filter(Problem::error)
                                    .findFirst()
                                    .orElseThrow()
                                    .what()
                            : "The file has " + wrong + " errors. Nothing was changed.");
            return Unprocessable.page(SEND, page(read.problems()));
        }
        return new ModelAndView("redirect:/inspections/import/" + id);
    }

    @GetMapping("/inspections/import/{id}")
    ModelAndView report(@PathVariable("id") String id) {
        var found = readSentFile.handle(address(id));
        return new ModelAndView(REPORT, "page", page(found));
    }

    @PostMapping("/inspections/import/{id}/accept")
    ModelAndView accept(@PathVariable("id") String id, Viewer viewer, RedirectAttributes redirect) {
        acceptWarnings.handle(address(id), viewer);
        redirect.addFlashAttribute("success", "The inspections are imported");
        return new ModelAndView("redirect:/inspections/import/" + id);
    }

    /** The end of a file's name, as long as it is kept. */
    static String short200(String name) {
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private ImportPage page(List<Problem> problems) {
        return new ImportPage(
                "Import published inspections",
                "",
                problems,
                null,
                null,
                readSentFile.latest().stream()
                        .map(sent -> new ImportPage.SentLine(
                                sent.name(),
                                "/inspections/import/" + sent.id(),
                                sent.waits() ? "Its warnings wait to be accepted" : "Imported",
                                words.shortDate(sent.at()) + ", " + sent.by()))
                        .toList(),
                List.of(new Crumb("Inspections", "/inspections")),
                List.of("The regional manager and the regional data lead see this page."));
    }

    private ImportPage page(ReadSentFile.Found found) {
        var sent = found.sent();
        var read = found.read();
        var counts = sent.counts();
        var says = read.rows() + " rows, " + read.inspections().size() + " inspections, " + read.judgements()
                + " judgements. ";
        var finding = counts == null
                ? says + "Nothing is imported yet: "
                        + words.count(read.problems().size(), "warning waits", "warnings wait") + " to be accepted."
                : counts.added() + counts.changed() == 0
                        ? says + "Nothing changed: all of it was held already."
                        : says + counts.added() + " inspections were added, " + counts.changed() + " changed, "
                                + counts.unchanged() + " were held already.";
        return new ImportPage(
                (counts == null ? "Check the warnings: " : "Imported: ") + sent.name(),
                finding,
                read.problems(),
                counts == null ? "/inspections/import/" + sent.id() + "/accept" : null,
                "Sent by " + sent.sentBy() + " on " + words.moment(sent.sentAt())
                        + (sent.acceptedBy() == null
                                ? "."
                                : ". Warnings accepted by " + sent.acceptedBy() + " on "
                                        + words.moment(sent.acceptedAt()) + "."),
                List.of(),
                List.of(
                        new Crumb("Inspections", "/inspections"),
                        new Crumb("Import published inspections", "/inspections/import")),
                List.of("The regional manager and the regional data lead see this page."));
    }

    private static UUID idOf(@Nullable String id) {
        try {
            return id == null ? Uuid7.next() : UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return Uuid7.next();
        }
    }

    private static UUID address(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }
}
