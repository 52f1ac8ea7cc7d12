package uk.slipway.indicators;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.PublishedFigure;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.NeighbourModel;
import uk.slipway.region.RegionCode;
import uk.slipway.web.NotFound;

/** One indicator, for one authority beside the others. Figures and definitions are public. */
@UseCase(readOnly = true)
class ShowIndicator {

    /**
     * What was asked for, and what follows from it.
     *
     * @param release the release that the figures are from, or null where none has been published
     * @param authority the authority in the middle, or null where none is chosen
     * @param model the model of statistical neighbours
     * @param also further authorities chosen to look at
     * @param years every period, oldest first
     */
    record Shown(
            String slug,
            Definition definition,
            PublishedFigures.@Nullable PublishedRelease release,
            @Nullable LocalAuthority authority,
            NeighbourModel model,
            List<NeighbourModel> models,
            List<LocalAuthority> neighbours,
            List<LocalAuthority> also,
            List<LocalAuthority> predecessors,
            @Nullable RegionCode region,
            List<LocalAuthority> choices,
            FigureTable table,
            List<Compared> years) {

        /** The period looked at: the last. */
        Optional<Compared> latest() {
            return years.isEmpty() ? Optional.empty() : Optional.of(years.getLast());
        }
    }

    static final int MOST_ALSO = 3;

    private final Indicators indicators;
    private final PublishedFigures published;
    private final FigureTables tables;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ShowIndicator(
            Indicators indicators,
            PublishedFigures published,
            FigureTables tables,
            LocalAuthorities authorities,
            Clock clock) {
        this.indicators = indicators;
        this.published = published;
        this.tables = tables;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * @param code any code the authority has or had; null for the viewer's own; blank for none
     * @param model such as {@code 2025-05}; another is read as the newest
     */
    Shown show(Viewer viewer, String slug, @Nullable String code, @Nullable String model, List<String> alsoCodes) {
        return shown(slug, chosen(viewer, code), viewer.region(), model, alsoCodes);
    }

    /** For whoever asks, signed in or not: definitions and published figures are public. */
    Shown publicly(String slug, String code, @Nullable String model) {
        return shown(slug, authority(code), null, model, List.of());
    }

    private Shown shown(
            String slug,
            @Nullable LocalAuthority authority,
            @Nullable RegionCode ofViewer,
            @Nullable String model,
            List<String> alsoCodes) {
        var indicator = indicators.findBySlug(slug).orElseThrow(NotFound::new);
        var definition = indicator.definition();
        var release = published.latest(definition.dataset()).orElse(null);
        var table = release == null ? new FigureTable(List.of()) : tables.of(release.id(), definition);
        var models = authorities.neighbourModels();
        var neighbourModel = models.stream()
                .filter(known -> known.published().toString().equals(model))
                .findFirst()
                .orElse(models.getFirst());
        var neighbours = authority == null
                ? List.<LocalAuthority>of()
                : authorities.neighboursOf(authority.id(), neighbourModel).stream()
                        .map(neighbour -> neighbour.authority())
                        .toList();
        var also = alsoCodes.stream()
                .map(authorities::byCode)
                .flatMap(Optional::stream)
                .filter(other -> !other.equals(authority))
                .distinct()
                .limit(MOST_ALSO)
                .toList();
        var years = new ArrayList<Compared>();
        for (int period : table.periods()) {
            years.add(Compared.of(table, definition.polarity(), authority, ofViewer, neighbours, period));
        }
        return new Shown(
                slug,
                definition,
                release,
                authority,
                neighbourModel,
                models,
                neighbours,
                also,
                authority == null ? List.of() : authorities.predecessorsOf(authority.id()),
                authority == null ? ofViewer : authority.region(),
                choices(LondonTime.today(clock)),
                table,
                years);
    }

    /** Every indicator with its latest release, by heading and name. */
    List<Listed> list(Viewer viewer, @Nullable String code) {
        var authority = chosen(viewer, code);
        var releases = published.latest().values();
        return indicators.findAllByOrderByGroupingAscNameAsc().stream()
                .map(indicator -> {
                    var definition = indicator.definition();
                    var release = releases.stream()
                            .filter(each -> each.slug().equals(definition.dataset()))
                            .findFirst()
                            .orElse(null);
                    var table = release == null ? new FigureTable(List.of()) : tables.of(release.id(), definition);
                    var neighbours = authority == null
                            ? List.<LocalAuthority>of()
                            : authorities
                                    .neighboursOf(
                                            authority.id(),
                                            authorities.neighbourModels().getFirst())
                                    .stream()
                                    .map(neighbour -> neighbour.authority())
                                    .toList();
                    return new Listed(
                            indicator.slug(),
                            definition,
                            authority,
                            table.periods().stream()
                                    .map(period -> Compared.of(
                                            table,
                                            definition.polarity(),
                                            authority,
                                            viewer.region(),
                                            neighbours,
                                            period))
                                    .toList());
                })
                .toList();
    }

    /** A line of the list or of a profile. */
    record Listed(
            String slug, Definition definition, @Nullable LocalAuthority authority, List<Compared> years) {}

    private @Nullable LocalAuthority chosen(Viewer viewer, @Nullable String code) {
        if (code == null) {
            var own = viewer.authority();
            return own == null
                    ? null
                    : authorities.find(own).filter(found -> !found.fictitious()).orElse(null);
        }
        return code.isBlank() ? null : authorities.byCode(code).orElseThrow(NotFound::new);
    }

    /** The authorities of today, from which one is chosen. */
    List<LocalAuthority> choices() {
        return choices(LondonTime.today(clock));
    }

    /** The authority that has, or once had, this code. */
    LocalAuthority authority(String code) {
        return authorities.byCode(code).orElseThrow(NotFound::new);
    }

    /** The authorities that one took over from. */
    List<LocalAuthority> predecessors(LocalAuthority authority) {
        return authorities.predecessorsOf(authority.id());
    }

    /** A region's name. */
    String regionName(RegionCode region) {
        return authorities.region(region).name();
    }

    /** Every indicator as it is defined, by heading and name, with the latest release of its data set. */
    List<Defined> definitions() {
        var releases = published.latest().values();
        return indicators.findAllByOrderByGroupingAscNameAsc().stream()
                .map(indicator -> new Defined(
                        indicator.slug(),
                        indicator.definition(),
                        indicator.version(),
                        releases.stream()
                                .filter(each -> each.slug()
                                        .equals(indicator.definition().dataset()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** One indicator as it is defined. */
    Defined definition(String slug) {
        var indicator = indicators.findBySlug(slug).orElseThrow(NotFound::new);
        var definition = indicator.definition();
        return new Defined(
                slug,
                definition,
                indicator.version(),
                published.latest(definition.dataset()).orElse(null));
    }

    /** An indicator as it is defined; the release is null where nothing has been published. */
    record Defined(
            String slug, Definition definition, long version, PublishedFigures.@Nullable PublishedRelease release) {}

    /** Every published figure of the indicator, in the order of periods. */
    List<PublishedFigure> figures(String slug) {
        var defined = definition(slug);
        var release = defined.release();
        return release == null
                ? List.of()
                : published.of(
                        release.id(),
                        defined.definition().figure(),
                        defined.definition().filters());
    }

    /** Every published figure of the indicator, as it is exported. */
    List<FigureExport.Row> rows(String slug) {
        var name = definition(slug).definition().name();
        return figures(slug).stream()
                .map(figure -> new FigureExport.Row(
                        name, figure.period(), place(figure), new FigureTable.Cell(figure.value(), figure.symbol())))
                .toList();
    }

    private FigureExport.Place place(PublishedFigure figure) {
        var region = figure.region();
        return switch (figure.level()) {
            case NATIONAL -> FigureExport.Place.ENGLAND;
            case REGIONAL -> FigureExport.Place.region(figure.code(), figure.name());
            case LOCAL_AUTHORITY ->
                FigureExport.Place.authority(
                        region == null ? "" : region.value(),
                        region == null ? "" : regionName(region),
                        figure.code(),
                        figure.name());
        };
    }

    /** Every indicator's figures of an authority, its region and England, oldest first, as they are exported. */
    List<FigureExport.Row> rows(Viewer viewer, LocalAuthority authority) {
        var region = FigureExport.Place.region(authority.region().value(), regionName(authority.region()));
        var own = FigureExport.Place.authority(
                authority.region().value(), regionName(authority.region()), authority.gssCode(), authority.name());
        var rows = new ArrayList<FigureExport.Row>();
        for (var one : list(viewer, authority.gssCode())) {
            var name = one.definition().name();
            for (var at : one.years()) {
                add(rows, name, at.period(), FigureExport.Place.ENGLAND, at.england());
                add(rows, name, at.period(), region, at.region());
                add(rows, name, at.period(), own, at.own());
            }
        }
        return rows;
    }

    private static void add(
            List<FigureExport.Row> rows,
            String indicator,
            int period,
            FigureExport.Place place,
            FigureTable.@Nullable Cell cell) {
        if (cell != null) {
            rows.add(new FigureExport.Row(indicator, period, place, cell));
        }
    }

    /** Every published figure of the indicator, with the column names of Explore education statistics. */
    String csv(Viewer viewer, String slug) {
        var indicator = indicators.findBySlug(slug).orElseThrow(NotFound::new);
        var definition = indicator.definition();
        var release = published.latest(definition.dataset()).orElse(null);
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    "time_period",
                    "geographic_level",
                    "country_code",
                    "country_name",
                    "region_code",
                    "region_name",
                    "new_la_code",
                    "la_name",
                    definition.figure());
            for (var figure : release == null
                    ? List.<PublishedFigure>of()
                    : published.of(release.id(), definition.figure(), definition.filters())) {
                var region = figure.region();
                boolean authority = figure.level() == PublishedFigure.Level.LOCAL_AUTHORITY;
                boolean regional = figure.level() == PublishedFigure.Level.REGIONAL;
                csv.writeRecord(
                        Integer.toString(figure.period()),
                        authority ? "Local authority" : regional ? "Regional" : "National",
                        "E92000001",
                        "England",
                        regional ? figure.code() : region == null ? "" : region.value(),
                        regional ? figure.name() : region == null ? "" : regionName(region),
                        authority ? figure.code() : "",
                        authority ? figure.name() : "",
                        figure.value() == null
                                ? figure.symbol()
                                : figure.value().toPlainString());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private List<LocalAuthority> choices(LocalDate today) {
        return authorities.all(today).stream()
                .filter(authority -> !authority.fictitious())
                .toList();
    }
}
