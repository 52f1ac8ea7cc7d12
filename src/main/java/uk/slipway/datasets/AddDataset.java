package uk.slipway.datasets;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** Adds a data set, to which files can then be sent. */
@UseCase
class AddDataset {

    private static final int LONGEST_SLUG = 80;

    /** Another data set has the same address, made of its title. */
    static final class TitleIsTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Datasets datasets;
    private final Clock clock;

    AddDataset(Datasets datasets, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    /**
     * Adds it; the same id a second time changes nothing.
     *
     * @return the part of its address that names it
     * @throws TitleIsTaken when another has this title, or one that makes the same address
     */
    String handle(Viewer viewer, DatasetId id, String title, String source, @Nullable String sourceAddress) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var known = datasets.findById(id);
        if (known.isPresent()) {
            return known.get().slug();
        }
        var slug = slug(title);
        if (datasets.findBySlug(slug).isPresent()) {
            throw new TitleIsTaken();
        }
        datasets.save(Dataset.add(id, slug, title, source, sourceAddress, viewer.name(), clock.instant()));
        return slug;
    }

    /** Lower-case words between hyphens; empty where the title has neither letters of the Latin alphabet nor digits. */
    static String slug(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}|['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_SLUG
                ? plain
                : plain.substring(0, LONGEST_SLUG).replaceAll("-$", "");
    }
}
