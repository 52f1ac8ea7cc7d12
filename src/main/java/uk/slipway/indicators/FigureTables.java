package uk.slipway.indicators;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.datasets.ReleaseId;

/**
 * The figures behind indicators, kept in memory: what has been published never changes, so that a page asks which release is
 * the latest and reads the database again only where there is a new one.
 */
@Component
class FigureTables {

    private static final int MOST = 200;

    private record Key(ReleaseId release, String figure, Map<String, String> filters) {}

    private final PublishedFigures published;
    private final Map<Key, FigureTable> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FigureTable> eldest) {
            return size() > MOST;
        }
    };

    FigureTables(PublishedFigures published) {
        this.published = published;
    }

    FigureTable of(ReleaseId release, Definition definition) {
        var key = new Key(release, definition.figure(), definition.filters());
        var known = known(key);
        if (known == null) {
            // Read outside the lock: a second thread may read the same, and both are right.
            known = new FigureTable(published.of(release, definition.figure(), definition.filters()));
            synchronized (kept) {
                kept.put(key, known);
            }
        }
        return known;
    }

    private @Nullable FigureTable known(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }
}
