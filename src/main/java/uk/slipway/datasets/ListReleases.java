package uk.slipway.datasets;

import java.util.Comparator;
import java.util.List;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** What has been published, for whoever asks. */
@UseCase(readOnly = true)
class ListReleases {

    private final PublishedFigures published;

    ListReleases(PublishedFigures published) {
        this.published = published;
    }

    /** The latest release of every data set that has one, by title. */
    List<PublishedFigures.PublishedRelease> latest() {
        return published.latest().values().stream()
                .sorted(Comparator.comparing(PublishedFigures.PublishedRelease::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * Every release of one data set, latest first; at least one.
     *
     * @throws NotFound where nothing has been published under this name
     */
    List<PublishedFigures.PublishedRelease> of(String slug) {
        var releases = published.releasesOf(slug);
        if (releases.isEmpty()) {
            throw new NotFound();
        }
        return releases;
    }
}
