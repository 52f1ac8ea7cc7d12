package uk.slipway.indicators;

import java.text.Normalizer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The regional data lead says what a figure of a data set means, and says it better later. */
@UseCase
class DefineIndicator {

    private static final int LONGEST_SLUG = 80;
    /** The address of the page on which an indicator is defined cannot be an indicator's. */
    private static final String NEVER = "new";

    /** Another indicator has this name, or one that makes the same address. */
    static final class NameIsTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** No indicator can have this address. */
    static final class NotAnAddress extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The latest release of the data set has no such figure, filter or item. */
    static final class NotInTheRelease extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        NotInTheRelease(String what) {
            super(what);
            this.what = what;
        }

        /** What is not there, as a sentence without its full stop. */
        String what() {
            return what;
        }
    }

    private final Indicators indicators;
    private final PublishedFigures published;
    private final Clock clock;

    DefineIndicator(Indicators indicators, PublishedFigures published, Clock clock) {
        this.indicators = indicators;
        this.published = published;
        this.clock = clock;
    }

    /**
     * Defines it; the same id a second time changes nothing.
     *
     * @return the part of its address that names it
     * @throws NameIsTaken when another has the name
     * @throws NotInTheRelease when the data set has nothing published that the definition could be read from
     */
    String define(Viewer viewer, IndicatorId id, Definition definition) {
        mayDefine(viewer);
        var known = indicators.findById(id);
        if (known.isPresent()) {
            return known.get().slug();
        }
        var slug = slug(definition.name());
        if (slug.equals(NEVER) || indicators.findBySlug(slug).isPresent()) {
            throw new NameIsTaken();
        }
        indicators.save(Indicator.define(id, slug, fitting(definition), viewer.name(), clock.instant()));
        return slug;
    }

    /**
     * Changes what is said of it. Its address stays, because people have kept it.
     *
     * @param version of the definition that was read before it was changed
     * @throws EditConflict when somebody else has changed it since
     * @throws NotInTheRelease when the data set has nothing published that the definition could be read from
     */
    void redefine(Viewer viewer, String slug, long version, Definition definition) {
        mayDefine(viewer);
        var indicator = indicators.findBySlug(slug).orElseThrow(NotFound::new);
        var fitting = fitting(definition);
        if (fitting.equals(indicator.definition())) {
            return;
        }
        if (indicator.version() != version) {
            throw new EditConflict();
        }
        indicator.redefine(fitting, viewer.name(), clock.instant());
        indicators.save(indicator);
    }

    /**
     * Defines the indicator with this address, or changes what is said of it: what a program does that has one to put there.
     *
     * @param version of the definition that was read before, or null to change it whatever it says now
     * @return whether it is new
     * @throws NotAnAddress when nothing has the address, and nothing can
     * @throws EditConflict when somebody else has changed it since
     * @throws NotInTheRelease when the data set has nothing published that the definition could be read from
     */
    boolean put(Viewer viewer, String slug, @Nullable Long version, Definition definition) {
        mayDefine(viewer);
        var known = indicators.findBySlug(slug);
        if (known.isPresent()) {
            redefine(viewer, slug, version == null ? known.get().version() : version, definition);
            return false;
        }
        if (slug.equals(NEVER) || !slug.equals(slug(slug))) {
            throw new NotAnAddress();
        }
        indicators.save(Indicator.define(
                new IndicatorId(Uuid7.next()), slug, fitting(definition), viewer.name(), clock.instant()));
        return true;
    }

    private static void mayDefine(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }

    /** The definition, with only those filters named that are not at their total. */
    private Definition fitting(Definition definition) {
        var release = published
                .latest(definition.dataset())
                .orElseThrow(() -> new NotInTheRelease("The data set has no published release"))
                .id();
        if (!published.figuresOf(release).containsKey(definition.figure())) {
            throw new NotInTheRelease("The latest release has no figure " + definition.figure());
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        var filters = published.filtersOf(release);
        for (var filter : definition.filters().keySet()) {
            if (!filters.containsKey(filter)) {
                throw new NotInTheRelease("The latest release has no filter " + filter);
            }
        }
        for (var filter : filters.keySet()) {
            var item = definition.filters().getOrDefault(filter, Definition.TOTAL);
            var items = published.itemsOf(release, filter);
            if (!items.contains(item) && items.size() < PublishedFigures.MOST_ITEMS) {
                throw new NotInTheRelease("The filter " + filter + " has no item " + item);
            }
            if (!item.equals(Definition.TOTAL)) {
                chosen.put(filter, item);
            }
        }
        return definition.withFilters(chosen);
    }

    /** Lower-case words between hyphens; empty where the name has neither letters of the Latin alphabet nor digits. */
    static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}|['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_SLUG
                ? plain
                : plain.substring(0, LONGEST_SLUG).replaceAll("-$", "");
    }
}
