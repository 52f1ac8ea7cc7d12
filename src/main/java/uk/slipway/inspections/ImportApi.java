package uk.slipway.inspections;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ApiProblem;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What the regional team does with files of inspections in the browser, for a program with their token. */
@RestController
@RegionalTeamOnly
@RequestMapping(path = "/api/v1/inspections/files", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportApi {

    private final SendInspections sendInspections;
    private final AcceptWarnings acceptWarnings;
    private final ReadSentFile readSentFile;

    ImportApi(SendInspections sendInspections, AcceptWarnings acceptWarnings, ReadSentFile readSentFile) {
        this.sendInspections = sendInspections;
        this.acceptWarnings = acceptWarnings;
        this.readSentFile = readSentFile;
    }

    /** @param row as a spreadsheet numbers it; null where it is about the whole file */
    record FindingJson(
            String severity, @Nullable Integer row, String column, String value, String message, String advice) {}

    /**
     * @param id of the file, or null where it was refused: then nothing of it is kept
     * @param state {@code imported}, {@code waiting} for its warnings to be accepted, or {@code refused}
     * @param added and the like are null until it is imported
     */
    record ReportJson(
            @Nullable UUID id,
            String state,
            int rows,
            int inspections,
            @Nullable Integer added,
            @Nullable Integer changed,
            @Nullable Integer unchanged,
            @Nullable String acceptedBy,
            List<FindingJson> findings) {}

    /** Takes a file. One with an error changes nothing, one with warnings waits, one without takes effect. */
    @PostMapping
    ResponseEntity<?> send(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || file.isEmpty() || name.isBlank()) {
            return ApiProblem.unprocessable(List.of("file: Send the file with the inspections"));
        }
        if (file.getSize() > ImportController.MOST_BYTES) {
            return ApiProblem.unprocessable(List.of("file: Send a file of 20MB or less"));
        }
        var made = id == null ? Uuid7.next() : id;
        var read = sendInspections.handle(made, ImportController.short200(name), file.getBytes(), viewer);
        if (read.hasErrors()) {
            return ResponseEntity.unprocessableContent()
                    .body(new ReportJson(
                            null,
                            "refused",
                            read.rows(),
                            read.inspections().size(),
                            null,
                            null,
                            null,
                            null,
                            findings(read)));
        }
        return ResponseEntity.created(URI.create("/api/v1/inspections/files/" + made))
                .body(report(made));
    }

    @GetMapping("/{id}")
    ReportJson report(@PathVariable UUID id) {
        var found = readSentFile.handle(id);
        var sent = found.sent();
        var counts = sent.counts();
        return new ReportJson(
                id,
                counts == null ? "waiting" : "imported",
                found.read().rows(),
                found.read().inspections().size(),
                counts == null ? null : counts.added(),
                counts == null ? null : counts.changed(),
                counts == null ? null : counts.unchanged(),
                sent.acceptedBy(),
                findings(found.read()));
    }

    /** Lets a file take effect although it has warnings; a second time changes nothing. */
    @PostMapping("/{id}/accept")
    ReportJson accept(Viewer viewer, @PathVariable UUID id) {
        acceptWarnings.handle(id, viewer);
        return report(id);
    }

    private static List<FindingJson> findings(ReadFile read) {
        return read.problems().stream()
                .map(problem -> new FindingJson(
                        problem.error() ? "error" : "warning",
                        problem.row() == 0 ? null : problem.row(),
                        problem.column(),
                        problem.value(),
                        problem.what(),
                        problem.todo()))
                .toList();
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound() {
        return ApiProblem.of(HttpStatus.NOT_FOUND, "There is no such file of inspections");
    }

    @ExceptionHandler(NotYours.class)
    ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        return ApiProblem.notYours(request);
    }
}
