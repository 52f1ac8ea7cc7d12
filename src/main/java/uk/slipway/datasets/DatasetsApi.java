package uk.slipway.datasets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.Anyone;
import uk.slipway.web.NotFound;

/** The data sets and their releases for programs. What has been published is public. */
@RestController
@Anyone
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetsApi {

    private final ListReleases listReleases;
    private final ShowChanges showChanges;

    DatasetsApi(ListReleases listReleases, ShowChanges showChanges) {
        this.showChanges = showChanges;
        this.listReleases = listReleases;
    }

    record DatasetJson(String slug, String title, String source, ReleaseJson latestRelease) {}

    record DatasetsJson(List<DatasetJson> datasets) {}

    record ReleaseJson(int number, String label, @Nullable LocalDate publishedOn) {

        static ReleaseJson of(PublishedFigures.PublishedRelease release) {
            return new ReleaseJson(release.number(), release.label(), release.publishedOn());
        }
    }

    record ReleasesJson(String dataset, String title, String source, List<ReleaseJson> releases) {}

    @GetMapping("/datasets")
    DatasetsJson all() {
        return new DatasetsJson(listReleases.latest().stream()
                .map(release ->
                        new DatasetJson(release.slug(), release.title(), release.source(), ReleaseJson.of(release)))
                .toList());
    }

    @GetMapping("/datasets/{slug}/releases")
    ReleasesJson releases(@PathVariable String slug) {
        var releases = listReleases.of(slug);
        var latest = releases.getFirst();
        return new ReleasesJson(
                latest.slug(),
                latest.title(),
                latest.source(),
                releases.stream().map(ReleaseJson::of).toList());
    }

    record ChangeJson(String kind, String what, long times) {}

    record RestatementJson(
            String figure,
            List<String> items,
            int period,
            String code,
            String name,
            @Nullable BigDecimal valueBefore,
            @Nullable String symbolBefore,
            @Nullable BigDecimal valueAfter,
            @Nullable String symbolAfter) {}

    record ChangesJson(
            String dataset,
            int release,
            @Nullable String since,
            List<ChangeJson> changes,
            long restated,
            List<RestatementJson> restatements) {}

    @GetMapping("/datasets/{slug}/releases/{number}/changes")
    ChangesJson changes(@PathVariable String slug, @PathVariable String number) {
        var changes = showChanges.of(
                slug,
                number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0,
                ReleaseComparison.MOST_RESTATEMENTS);
        return new ChangesJson(
                slug,
                changes.number(),
                changes.before(),
                changes.changes().stream()
                        .map(change -> new ChangeJson(
                                change.kind().name().toLowerCase(Locale.ROOT), change.label(), change.times()))
                        .toList(),
                changes.restated(),
                changes.restatements().stream()
                        .map(one -> new RestatementJson(
                                one.figure(),
                                one.items(),
                                one.period(),
                                one.code(),
                                one.place(),
                                one.valueBefore(),
                                one.symbolBefore(),
                                one.valueAfter(),
                                one.symbolAfter()))
                        .toList());
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "There is no published data set of this name"));
    }
}
