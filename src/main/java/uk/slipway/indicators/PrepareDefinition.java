package uk.slipway.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** What there is to choose from when an indicator is defined. */
@UseCase(readOnly = true)
class PrepareDefinition {

    /**
     * The outcomes for children, young people and families of the Children's Social Care National Framework (Department
     * for Education, December 2023), shortened to headings.
     */
    private static final List<String> OUTCOMES = List.of(
            "National Framework outcome 1: families stay together and get the help they need",
            "National Framework outcome 2: supported by the family network",
            "National Framework outcome 3: safe in and outside of the home",
            "National Framework outcome 4: stable, loving homes");

    /** A published data set. */
    record Choice(String slug, String title) {}

    /** A filter with the items it takes. */
    record Filter(String name, String label, List<String> items) {}

    /**
     * What the latest release of a data set offers.
     *
     * @param figures the names of its columns, with the words for them
     */
    record Offer(
            String dataset,
            String title,
            String release,
            Map<String, String> figures,
            List<Filter> filters,
            List<String> groupings) {}

    /** An indicator as it is now, with the version to send back. */
    record Now(String slug, long version, Definition definition, String by) {}

    private final Indicators indicators;
    private final PublishedFigures published;
    private final CycleCalendar calendar;

    PrepareDefinition(Indicators indicators, PublishedFigures published, CycleCalendar calendar) {
        this.indicators = indicators;
        this.published = published;
        this.calendar = calendar;
    }

    /** The data sets that have a release, by title. */
    List<Choice> datasets(Viewer viewer) {
        mayDefine(viewer);
        return published.latest().values().stream()
                .map(release -> new Choice(release.slug(), release.title()))
                .sorted((one, other) -> one.title().compareToIgnoreCase(other.title()))
                .toList();
    }

    /** What its latest release offers; empty where it has none. */
    Optional<Offer> offer(Viewer viewer, String dataset) {
        mayDefine(viewer);
        return published.latest(dataset).map(release -> {
            var filters = new ArrayList<Filter>();
            published
                    .filtersOf(release.id())
                    .forEach((name, label) ->
                            filters.add(new Filter(name, label, published.itemsOf(release.id(), name))));
            return new Offer(
                    dataset,
                    release.title(),
                    release.label(),
                    new LinkedHashMap<>(published.figuresOf(release.id())),
                    filters,
                    groupings(viewer));
        });
    }

    Now now(Viewer viewer, String slug) {
        mayDefine(viewer);
        var indicator = indicators.findBySlug(slug).orElseThrow(NotFound::new);
        return new Now(slug, indicator.version(), indicator.definition(), indicator.definedBy());
    }

    /** The judgement areas of the year, the outcomes of the framework, and whatever is in use. */
    private List<String> groupings(Viewer viewer) {
        var groupings = new LinkedHashSet<String>();
        var region = viewer.region();
        if (region != null) {
            calendar.current(region)
                    .ifPresent(cycle -> cycle.scheme().areas().forEach(area -> groupings.add(area.name())));
        }
        groupings.addAll(OUTCOMES);
        indicators
                .findAllByOrderByGroupingAscNameAsc()
                .forEach(indicator -> groupings.add(indicator.definition().grouping()));
        return List.copyOf(groupings);
    }

    private static void mayDefine(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }
}
