package uk.slipway.indicators;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotYours;

/** The regional data lead says what a figure of a data set means. */
@UseCase
class DefineIndicator {

    private static final int LONGEST_SLUG = 80;

    /** Another indicator has this name, or one that makes the same address. */
    static final class NameIsTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Indicators indicators;
    private final Clock clock;

    DefineIndicator(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * Defines it; the same id a second time changes nothing.
     *
     * @return the part of its address that names it
     * @throws NameIsTaken when another has the name
     */
    String define(Viewer viewer, IndicatorId id, Definition definition) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var known = indicators.findById(id);
        if (known.isPresent()) {
            return known.get().slug();
        }
        var slug = slug(definition.name());
        if (indicators.findBySlug(slug).isPresent()) {
            throw new NameIsTaken();
        }
        indicators.save(Indicator.define(id, slug, definition, viewer.name(), clock.instant()));
        return slug;
    }

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
