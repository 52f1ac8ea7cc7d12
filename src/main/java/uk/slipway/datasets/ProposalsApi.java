package uk.slipway.datasets;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.ApiProblem;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Which versions a publisher has and Slipway has not, and what becomes of them, for a program with a data lead's token. */
@RestController
@RegionalTeamOnly
@RequestMapping(path = "/api/v1/datasets/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class ProposalsApi {

    private final Proposals proposals;
    private final FetchProposal fetchProposal;

    ProposalsApi(Proposals proposals, FetchProposal fetchProposal) {
        this.proposals = proposals;
        this.fetchProposal = fetchProposal;
    }

    /** @param publisherId under which its publisher knows the data set, or null where nobody is asked */
    record ProposalsJson(String dataset, @Nullable UUID publisherId, List<ProposalJson> proposals) {}

    record ProposalJson(
            UUID id,
            String version,
            @Nullable LocalDate publishedOn,
            int majorChanges,
            int minorChanges,
            String changes) {}

    record PublisherJson(@Nullable UUID publisherId) {}

    @GetMapping("/proposals")
    ProposalsJson waiting(Viewer viewer, @PathVariable String slug) {
        return json(viewer, slug);
    }

    @PutMapping("/publisher")
    ResponseEntity<?> publisher(
            Viewer viewer, @PathVariable String slug, @RequestBody(required = false) @Nullable PublisherJson sent) {
        if (sent == null) {
            return ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "Send a body with publisherId, which may be null");
        }
        proposals.namePublisherId(viewer, slug, sent.publisherId());
        return ResponseEntity.ok(json(viewer, slug));
    }

    @PostMapping("/proposals/{id}/take")
    ResponseEntity<?> take(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        try {
            var file = fetchProposal.fetch(viewer, slug, id);
            return ResponseEntity.created(URI.create("/api/v1/datasets/" + slug + "/files/" + file.value()))
                    .body(json(viewer, slug));
        } catch (PublishersApi.NoAnswer none) {
            return ApiProblem.of(
                    HttpStatus.BAD_GATEWAY,
                    "The publisher did not give the file: " + none.getMessage() + ". Nothing was changed");
        } catch (ReceiveRelease.SameFile same) {
            proposals.dismiss(viewer, slug, id);
            return ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "This version’s file is release " + same.number() + " already, and is not proposed any more");
        }
    }

    @PostMapping("/proposals/{id}/dismiss")
    ProposalsJson dismiss(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        proposals.dismiss(viewer, slug, id);
        return json(viewer, slug);
    }

    private ProposalsJson json(Viewer viewer, String slug) {
        return new ProposalsJson(
                slug,
                proposals.publisherId(viewer, slug).orElse(null),
                proposals.waiting(viewer, slug).stream()
                        .map(one -> new ProposalJson(
                                one.id(), one.version(), one.publishedOn(), one.major(), one.minor(), one.words()))
                        .toList());
    }

    @ExceptionHandler(NotYours.class)
    ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        return ApiProblem.notYours(request);
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound() {
        return ApiProblem.of(HttpStatus.NOT_FOUND, "There is no such data set, or no such proposal of it");
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return ApiProblem.of(
                HttpStatus.BAD_REQUEST, "What was sent cannot be read. /api/v1/openapi.json says what to send");
    }
}
