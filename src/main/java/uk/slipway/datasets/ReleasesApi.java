package uk.slipway.datasets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ApiProblem;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What the regional data lead does with files in the browser, for a program with their token. */
@RestController
@RegionalTeamOnly
@RequestMapping(path = "/api/v1/datasets/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleasesApi {

    private final ReceiveRelease receiveRelease;
    private final ShowRelease showRelease;
    private final PublishRelease publishRelease;
    private final DiscardRelease discardRelease;
    private final Renames renames;

    ReleasesApi(
            ReceiveRelease receiveRelease,
            ShowRelease showRelease,
            PublishRelease publishRelease,
            DiscardRelease discardRelease,
            Renames renames) {
        this.renames = renames;
        this.receiveRelease = receiveRelease;
        this.showRelease = showRelease;
        this.publishRelease = publishRelease;
        this.discardRelease = discardRelease;
    }

    record FileJson(String name, long bytes, String sha256, String encoding) {}

    /** @param row counted from 1, the header being row 1; null where it is about the whole file */
    record FindingJson(
            String severity,
            @Nullable Long row,
            @Nullable String column,
            @Nullable String value,
            long times,
            String message,
            String advice) {}

    /**
     * Something that seems to be renamed.
     *
     * @param filter of an item, the filter's name in this file
     * @param sameValues the share of its figures before that are here at the same places and periods, or null where none
     *     can be compared
     * @param answer {@code renamed} or {@code different}; {@code proposed} until somebody has said it
     */
    record RenameJson(
            UUID id,
            String kind,
            @Nullable String filter,
            String before,
            String now,
            @Nullable BigDecimal sameValues,
            boolean samePlace,
            boolean alike,
            String answer,
            @Nullable String answeredBy) {}

    /** @param number of the release, or null until it is published */
    record ReportJson(
            UUID id,
            String dataset,
            String state,
            @Nullable Integer number,
            String label,
            @Nullable LocalDate publishedOn,
            FileJson file,
            long rows,
            long rowsKept,
            long errors,
            long warnings,
            List<FindingJson> findings,
            List<RenameJson> renames) {}

    record DecisionJson(@Nullable Boolean acceptWarnings) {}

    /** By the id of a proposal: true where it was renamed, false where it is something else. */
    record AnswersJson(@Nullable Map<UUID, @Nullable Boolean> renamed) {}

    @PostMapping("/releases")
    ResponseEntity<?> send(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String publishedOn,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile meta)
            throws IOException {
        var wrong = new ArrayList<String>();
        var called = label == null ? "" : label.strip();
        SendFileController.wrongWithLabel(called).ifPresent(problem -> wrong.add("label: " + problem));
        var day = day(publishedOn, wrong);
        var made = id(id, wrong);
        if (file == null || file.isEmpty()) {
            wrong.add("file: Send the file that was downloaded");
        }
        if (!wrong.isEmpty() || file == null) {
            return ApiProblem.unprocessable(wrong);
        }
        try (var upload = Upload.of(file, meta)) {
            receiveRelease.handle(
                    viewer,
                    made,
                    slug,
                    new ReceiveRelease.Sent(called, day, upload.name(), upload.data(), upload.meta()));
        } catch (ReceiveRelease.SameFile same) {
            return ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "This very file is release " + same.number() + " already. Nothing was changed");
        }
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + slug + "/files/" + made.value()))
                .body(report(viewer, slug, made));
    }

    @GetMapping("/files/{id}")
    ReportJson report(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        return report(viewer, slug, new ReleaseId(id));
    }

    @PostMapping("/files/{id}/renames")
    ResponseEntity<?> answer(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable AnswersJson sent) {
        var answers = new LinkedHashMap<UUID, Boolean>();
        if (sent != null && sent.renamed() != null) {
            sent.renamed().forEach((rename, renamed) -> {
                if (renamed != null) {
                    answers.put(rename, renamed);
                }
            });
        }
        if (answers.isEmpty()) {
            return ApiProblem.unprocessable(
                    List.of("renamed: Send true or false for the id of each match that the report proposes"));
        }
        try {
            renames.decide(viewer, slug, new ReleaseId(id), answers);
        } catch (Release.NotWaiting decided) {
            return ApiProblem.of(HttpStatus.CONFLICT, "This file was decided on already. Nothing was changed");
        }
        return ResponseEntity.ok(report(viewer, slug, new ReleaseId(id)));
    }

    @PostMapping("/files/{id}/publish")
    ResponseEntity<?> publish(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable DecisionJson decision) {
        try {
            publishRelease.handle(
                    viewer,
                    slug,
                    new ReleaseId(id),
                    decision != null && Boolean.TRUE.equals(decision.acceptWarnings()));
        } catch (PublishRelease.WarningsStand stand) {
            return ApiProblem.unprocessable(
                    List.of("acceptWarnings: Send true to accept the warnings, or discard the file"));
        } catch (PublishRelease.RenamesStand stand) {
            return ApiProblem.unprocessable(
                    List.of("renames: Say of each match that the report proposes whether it was renamed"));
        } catch (PublishRelease.Overtaken overtaken) {
            return ApiProblem.of(HttpStatus.CONFLICT, SendFileController.OVERTAKEN);
        } catch (PublishRelease.RowsAreGone gone) {
            return ApiProblem.of(
                    HttpStatus.CONFLICT, "The checked rows are no longer there. Discard this file and send it again");
        } catch (Release.NotWaiting decided) {
            return ApiProblem.of(HttpStatus.CONFLICT, "This file was decided on already. Nothing was changed");
        }
        return ResponseEntity.ok(report(viewer, slug, new ReleaseId(id)));
    }

    @PostMapping("/files/{id}/discard")
    ResponseEntity<?> discard(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        try {
            discardRelease.handle(viewer, slug, new ReleaseId(id));
        } catch (Release.NotWaiting decided) {
            return ApiProblem.of(HttpStatus.CONFLICT, "This file was decided on already. Nothing was changed");
        }
        return ResponseEntity.ok(report(viewer, slug, new ReleaseId(id)));
    }

    private ReportJson report(Viewer viewer, String slug, ReleaseId id) {
        var shown = showRelease.file(viewer, slug, id);
        return new ReportJson(
                shown.id(),
                shown.slug(),
                shown.state().name().toLowerCase(Locale.ROOT),
                shown.number(),
                shown.label(),
                shown.publishedOn(),
                new FileJson(
                        shown.file().name(),
                        shown.file().bytes(),
                        shown.file().sha256(),
                        shown.file().encoding()),
                shown.rows(),
                shown.kept(),
                shown.errors(),
                shown.warnings(),
                shown.findings().stream()
                        .map(found -> new FindingJson(
                                found.severity().name().toLowerCase(Locale.ROOT),
                                found.line(),
                                found.column(),
                                found.value(),
                                found.times(),
                                found.message(),
                                found.advice()))
                        .toList(),
                renames.of(id).stream()
                        .map(one -> new RenameJson(
                                one.id(),
                                one.kind().name().toLowerCase(Locale.ROOT),
                                one.filter(),
                                one.before(),
                                one.now(),
                                one.sameValues(),
                                one.samePlace(),
                                one.alike(),
                                one.state().name().toLowerCase(Locale.ROOT),
                                one.decidedBy()))
                        .toList());
    }

    private static @Nullable LocalDate day(@Nullable String sent, List<String> wrong) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(sent.strip());
        } catch (DateTimeParseException none) {
            wrong.add("publishedOn: Send a date such as 2026-11-19");
            return null;
        }
    }

    private static ReleaseId id(@Nullable String sent, List<String> wrong) {
        if (sent != null && !sent.isBlank()) {
            try {
                return new ReleaseId(UUID.fromString(sent.strip()));
            } catch (IllegalArgumentException none) {
                wrong.add("id: Send a UUID, or leave it out");
            }
        }
        return new ReleaseId(Uuid7.next());
    }

    @ExceptionHandler(NotYours.class)
    ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        return ApiProblem.notYours(request);
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound() {
        return ApiProblem.of(HttpStatus.NOT_FOUND, "There is no such data set, or no such file of it");
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> unreadable() {
        return ApiProblem.of(
                HttpStatus.BAD_REQUEST, "What was sent cannot be read. /api/v1/openapi.json says what to send");
    }
}
