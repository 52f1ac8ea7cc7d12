package uk.slipway.datasets;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.ApiProblem;
import uk.slipway.web.NotYours;

/** A data set is added by a program with the regional data lead's token, as on the page. */
@RestController
@RegionalTeamOnly
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class AddDatasetApi {

    private final AddDataset addDataset;

    AddDatasetApi(AddDataset addDataset) {
        this.addDataset = addDataset;
    }

    /** @param id the data set's, or null for a new one; sent a second time it changes nothing */
    record NewJson(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String source,
            @Nullable String sourceAddress) {}

    record AddedJson(
            String slug,
            String title,
            String source,
            @Nullable String sourceAddress) {}

    @PostMapping("/datasets")
    ResponseEntity<?> add(Viewer viewer, @RequestBody(required = false) @Nullable NewJson sent) {
        if (sent == null) {
            return ApiProblem.unprocessable(List.of("Send the title and the source as JSON"));
        }
        var wrong = new ArrayList<String>();
        var title = line(sent.title(), "title", wrong);
        var source = line(sent.source(), "source", wrong);
        if (!title.isEmpty() && AddDataset.slug(title).isEmpty()) {
            wrong.add("title: Send letters or digits, because its address is made of it");
        }
        var address = sent.sourceAddress() == null ? "" : sent.sourceAddress().strip();
        if (!address.isEmpty() && !DatasetsController.isWebAddress(address)) {
            wrong.add("sourceAddress: Send a web address that starts with https://");
        }
        if (!wrong.isEmpty()) {
            return ApiProblem.unprocessable(wrong);
        }
        var id = new DatasetId(sent.id() == null ? Uuid7.next() : sent.id());
        try {
            var slug = addDataset.handle(viewer, id, title, source, address.isEmpty() ? null : address);
            return ResponseEntity.created(URI.create("/api/v1/datasets/" + slug + "/releases"))
                    .body(new AddedJson(slug, title, source, address.isEmpty() ? null : address));
        } catch (AddDataset.TitleIsTaken taken) {
            return ApiProblem.of(HttpStatus.CONFLICT, "There is a data set with this title already");
        }
    }

    private static String line(@Nullable String sent, String field, List<String> wrong) {
        var text = sent == null ? "" : sent.strip();
        if (text.isEmpty()) {
            wrong.add(field + ": Send some text");
        } else if (text.length() > DatasetsController.LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            wrong.add(field + ": Send one line of 200 characters or fewer");
        }
        return text;
    }

    @ExceptionHandler(NotYours.class)
    ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        return ApiProblem.notYours(request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return ApiProblem.of(
                HttpStatus.BAD_REQUEST, "What was sent cannot be read. /api/v1/openapi.json says what to send");
    }
}
