package uk.slipway.indicators;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.datasets.PublishedFigures;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What figures mean and how authorities compare. What is chosen stands in the address. */
@Controller
@SignedIn
class IndicatorsController {

    private static final Words WORDS = new Words();

    private final ShowIndicator showIndicator;

    IndicatorsController(ShowIndicator showIndicator) {
        this.showIndicator = showIndicator;
    }

    /** What is chosen; as it stands in the address. */
    record ChoiceForm(
            @Nullable String authority,
            @Nullable String neighbours,
            @Nullable String also) {}

    record ListPage(@Nullable String authority, List<Group> groups, List<Option> authorities, boolean mayDefine) {}

    record Group(String name, List<Line> lines) {}

    record Line(String slug, String name, String period, String own, String england, String place) {}

    record ProfilePage(
            String authority, String gss, List<String> notes, List<ProfileGroup> groups, List<Crumb> crumbs) {}

    record ProfileGroup(String name, List<ProfileCard> cards) {}

    record ProfileCard(
            String slug,
            String name,
            String finding,
            String neighbours,
            String england,
            String place,
            @Nullable SmallPicture picture) {}

    record IndicatorPage(
            String slug,
            Definition definition,
            @Nullable String authority,
            @Nullable String gss,
            String finding,
            List<String> notes,
            List<Fact> facts,
            @Nullable TrendPicture trend,
            @Nullable StripPicture strip,
            String stripTitle,
            List<String> columns,
            List<Year> years,
            List<Option> authorities,
            List<Option> models,
            List<Option> also,
            boolean mayAdd,
            String source,
            boolean mayDefine,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record Year(String period, List<String> cells) {}

    @GetMapping("/indicators")
    ModelAndView list(Viewer viewer, @RequestParam(required = false) @Nullable String authority) {
        var listed = showIndicator.list(viewer, authority);
        var chosen = listed.isEmpty() ? null : listed.getFirst().authority();
        var groups = new ArrayList<Group>();
        for (var one : listed) {
            if (groups.isEmpty()
                    || !groups.getLast().name().equals(one.definition().grouping())) {
                groups.add(new Group(one.definition().grouping(), new ArrayList<>()));
            }
            groups.getLast().lines().add(line(one));
        }
        return new ModelAndView(
                "indicators/list",
                Map.of(
                        "page",
                        new ListPage(
                                chosen == null ? null : chosen.name(),
                                groups,
                                choices(showIndicator.choices()),
                                viewer.isOfTheRegionalTeam()),
                        "form",
                        new ChoiceForm(chosen == null ? "" : chosen.gssCode(), null, null)));
    }

    private static Line line(ShowIndicator.Listed one) {
        if (one.years().isEmpty()) {
            return new Line(one.slug(), one.definition().name(), "", "nothing published yet", "", "");
        }
        var latest = one.years().getLast();
        return new Line(
                one.slug(),
                one.definition().name(),
                FigureWords.period(latest.period()),
                one.authority() == null ? "" : FigureWords.cell(latest.own(), one.definition()),
                FigureWords.cell(latest.england(), one.definition()),
                place(latest));
    }

    private static String place(Compared at) {
        return at.rank() == null
                ? ""
                : at.rank() + " of " + at.ranked() + (at.band() == null ? "" : ", band " + at.band());
    }

    /** All indicators of one authority on one page. */
    @GetMapping("/authorities/{code}/profile")
    ModelAndView profile(Viewer viewer, @PathVariable String code) {
        var authority = showIndicator.authority(code);
        var groups = new ArrayList<ProfileGroup>();
        for (var one : showIndicator.list(viewer, code)) {
            if (groups.isEmpty()
                    || !groups.getLast().name().equals(one.definition().grouping())) {
                groups.add(new ProfileGroup(one.definition().grouping(), new ArrayList<>()));
            }
            groups.getLast().cards().add(card(one, authority));
        }
        return new ModelAndView(
                "indicators/profile",
                Map.of(
                        "page",
                        new ProfilePage(
                                authority.name(),
                                authority.gssCode(),
                                authority.fictitious()
                                        ? List.of(authority.name() + " is fictitious and has no published figures.")
                                        : tookOver(authority, showIndicator.predecessors(authority)),
                                groups,
                                List.of(
                                        new Crumb("Authorities", "/authorities"),
                                        new Crumb(authority.name(), "/authorities/" + authority.gssCode())))));
    }

    private static ProfileCard card(ShowIndicator.Listed one, LocalAuthority authority) {
        var definition = one.definition();
        if (one.years().isEmpty()) {
            return new ProfileCard(one.slug(), definition.name(), "Nothing has been published yet", "", "", "", null);
        }
        var latest = one.years().getLast();
        return new ProfileCard(
                one.slug(),
                definition.name(),
                ownWords(definition, authority, latest),
                latest.neighbours() == null ? "no figure" : FigureWords.value(latest.neighbours(), definition),
                FigureWords.cell(latest.england(), definition),
                place(latest),
                SmallPicture.of(definition, one.years()));
    }

    @GetMapping("/indicators/{slug}")
    ModelAndView show(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String neighbours,
            @RequestParam(required = false) @Nullable List<String> also) {
        var shown = showIndicator.show(viewer, slug, authority, neighbours, also == null ? List.of() : also);
        var chosen = shown.authority();
        return new ModelAndView(
                "indicators/indicator",
                Map.of(
                        "page",
                        page(shown, viewer.isOfTheRegionalTeam()),
                        "form",
                        new ChoiceForm(
                                chosen == null ? "" : chosen.gssCode(),
                                shown.model().published().toString(),
                                "")));
    }

    /** The figures behind the page, with the column names of Explore education statistics. */
    @GetMapping("/indicators/{slug}.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable String slug) {
        var name = withoutEnding(slug, ".csv");
        var text = showIndicator.csv(viewer, name);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same as a workbook. */
    @GetMapping("/indicators/{slug}.xlsx")
    ResponseEntity<byte[]> workbook(Viewer viewer, @PathVariable String slug) {
        var name = withoutEnding(slug, ".xlsx");
        var defined = showIndicator.definition(name);
        return FigureExport.workbook(
                new FigureExport.Cover(name, defined.definition().name(), aboutFile(List.of(defined))),
                showIndicator.rows(name));
    }

    /** An authority's figures of every year beside its region's and England's. */
    @GetMapping("/authorities/{code}/profile.csv")
    ResponseEntity<byte[]> profileCsv(Viewer viewer, @PathVariable String code) {
        var authority = showIndicator.authority(code);
        return FigureExport.csv(profileCover(authority), showIndicator.rows(viewer, authority));
    }

    /** The same as a workbook. */
    @GetMapping("/authorities/{code}/profile.xlsx")
    ResponseEntity<byte[]> profileWorkbook(Viewer viewer, @PathVariable String code) {
        var authority = showIndicator.authority(code);
        return FigureExport.workbook(profileCover(authority), showIndicator.rows(viewer, authority));
    }

    private FigureExport.Cover profileCover(LocalAuthority authority) {
        return new FigureExport.Cover(
                "profile-" + authority.gssCode(),
                "Figures of " + authority.name(),
                aboutFile(showIndicator.definitions()));
    }

    private static List<String> aboutFile(List<ShowIndicator.Defined> defined) {
        var words = new ArrayList<String>();
        words.add(FigureExport.SYMBOLS);
        for (var one : defined) {
            words.add(one.definition().name() + ": " + one.definition().description() + " Unit: "
                    + one.definition().unit().inWords() + ".");
        }
        defined.stream()
                .map(ShowIndicator.Defined::release)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(release -> words.add("Source: " + source(release)));
        return words;
    }

    private static String withoutEnding(String slug, String ending) {
        return slug.endsWith(ending) ? slug.substring(0, slug.length() - ending.length()) : slug;
    }

    private IndicatorPage page(ShowIndicator.Shown shown, boolean mayDefine) {
        var definition = shown.definition();
        var chosen = shown.authority();
        var regionName = shown.region() == null ? null : showIndicator.regionName(shown.region());
        var columns = new ArrayList<String>();
        if (chosen != null) {
            columns.add(chosen.name());
            columns.add("Statistical neighbours");
        }
        shown.also().forEach(other -> columns.add(other.name()));
        if (regionName != null) {
            columns.add(regionName);
        }
        columns.add("England");
        return new IndicatorPage(
                shown.slug(),
                definition,
                chosen == null ? null : chosen.name(),
                chosen == null ? null : chosen.gssCode(),
                finding(shown, regionName),
                notes(shown),
                facts(shown, regionName),
                shown.years().isEmpty() ? null : trend(shown, regionName),
                strip(shown, regionName),
                shown.latest()
                        .map(at -> "Every authority in England with a figure, " + FigureWords.period(at.period()))
                        .orElse(""),
                columns,
                years(shown, regionName),
                choices(shown.choices()),
                shown.models().stream()
                        .map(model -> Option.of(model.published().toString(), model.inWords()))
                        .toList(),
                choices(shown.also()),
                shown.also().size() < ShowIndicator.MOST_ALSO,
                source(shown),
                mayDefine,
                List.of(new Crumb(
                        "Figures", chosen == null ? "/indicators" : "/indicators?authority=" + chosen.gssCode())));
    }

    private static String source(ShowIndicator.Shown shown) {
        var release = shown.release();
        return release == null ? "Nothing has been published in its data set yet." : source(release);
    }

    static String source(PublishedFigures.PublishedRelease release) {
        return release.source() + ", " + release.title() + ", " + release.label()
                + (release.publishedOn() == null ? "" : ", published on " + WORDS.date(release.publishedOn())) + ".";
    }

    /** What the figures say, in one sentence; and never which is better where neither is. */
    private static String finding(ShowIndicator.Shown shown, @Nullable String regionName) {
        var definition = shown.definition();
        var latest = shown.latest().orElse(null);
        if (latest == null) {
            return "No figures have been published for this yet";
        }
        var year = FigureWords.period(latest.period());
        var england = latest.england();
        var chosen = shown.authority();
        if (chosen == null) {
            return england == null || england.value() == null
                    ? "England has no figure for " + year
                    : "England: " + FigureWords.value(england.value(), definition) + " in " + year
                            + ", with figures for " + WORDS.count(latest.ranked(), "authority", "authorities");
        }
        return ownWords(definition, chosen, latest);
    }

    private static String ownWords(Definition definition, LocalAuthority chosen, Compared latest) {
        var year = FigureWords.period(latest.period());
        var own = latest.own();
        if (own == null || own.value() == null) {
            return chosen.name() + " has no figure for " + year
                    + (own == null ? "" : ": " + FigureWords.symbol(own.symbol()));
        }
        var words =
                new StringBuilder(chosen.name() + ": " + FigureWords.value(own.value(), definition) + " in " + year);
        if (latest.change() != null) {
            words.append(", ")
                    .append(FigureWords.change(latest.change(), definition))
                    .append(" on the year before");
        }
        var england = latest.england();
        if (england != null && england.value() != null && !definition.isCount()) {
            int against = own.value().compareTo(england.value());
            words.append(against == 0 ? "; the same as England" : against > 0 ? "; above England" : "; below England");
        }
        return words.toString();
    }

    private static List<String> notes(ShowIndicator.Shown shown) {
        var notes = new ArrayList<String>();
        var definition = shown.definition();
        if (definition.polarity() == Polarity.NONE) {
            notes.add("Neither a high nor a low figure is good in itself, so there is no rank and no band.");
        }
        if (definition.isCount()) {
            notes.add(
                    "A count: a region’s and England’s are the sums of their authorities. They stand in the table, not"
                            + " in a picture of authorities.");
        }
        var chosen = shown.authority();
        if (chosen != null) {
            notes.addAll(tookOver(chosen, shown.predecessors()));
        }
        if (chosen != null && shown.neighbours().isEmpty()) {
            notes.add("The neighbours of " + shown.model().inWords() + " do not know " + chosen.name() + ".");
        }
        return notes;
    }

    private static List<String> tookOver(LocalAuthority authority, List<LocalAuthority> predecessors) {
        return predecessors.isEmpty()
                ? List.of()
                : List.of(authority.name() + " took over from "
                        + WORDS.list(
                                predecessors.stream().map(LocalAuthority::name).toList())
                        + (authority.starts() == null ? "" : " on " + WORDS.date(authority.starts()))
                        + ". Figures before that belong to another area and are not joined to its line.");
    }

    private static List<Fact> facts(ShowIndicator.Shown shown, @Nullable String regionName) {
        var definition = shown.definition();
        var latest = shown.latest().orElse(null);
        if (latest == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        var chosen = shown.authority();
        if (chosen != null) {
            facts.add(new Fact(chosen.name(), FigureWords.cell(latest.own(), definition)));
            facts.add(new Fact(
                    "Statistical neighbours, " + shown.model().inWords(),
                    latest.neighbours() == null
                            ? "no figure"
                            : FigureWords.value(latest.neighbours(), definition) + ", the mean of those with data"));
        }
        if (regionName != null) {
            facts.add(new Fact(regionName, FigureWords.cell(latest.region(), definition)));
        }
        facts.add(new Fact("England", FigureWords.cell(latest.england(), definition)));
        if (latest.rank() != null) {
            facts.add(new Fact(
                    "Place", latest.rank() + " of " + latest.ranked() + " authorities with data, 1 being best"));
        }
        if (latest.band() != null) {
            facts.add(new Fact("Quartile band", latest.band() + ", where A is the best quarter and D the least good"));
        }
        return facts;
    }

    private static TrendPicture trend(ShowIndicator.Shown shown, @Nullable String regionName) {
        var series = new ArrayList<TrendPicture.Series>();
        boolean sums = shown.definition().isCount();
        if (!sums || shown.authority() == null) {
            series.add(series("England", "others", shown.years(), at -> value(at.england())));
        }
        if (regionName != null && !sums) {
            series.add(series(regionName, "third", shown.years(), at -> value(at.region())));
        }
        shown.also()
                .forEach(other -> series.add(series(
                        other.name(),
                        "fourth",
                        shown.years(),
                        at -> value(shown.table().of(other.id(), at.period())))));
        if (shown.authority() != null) {
            if (!shown.neighbours().isEmpty()) {
                series.add(series("Neighbours", "second", shown.years(), Compared::neighbours));
            }
            series.add(series(shown.authority().name(), "own", shown.years(), at -> value(at.own())));
        }
        var periods = new ArrayList<String>();
        var symbols = new ArrayList<@Nullable String>();
        for (var at : shown.years()) {
            periods.add(FigureWords.period(at.period()));
            symbols.add(at.own() == null ? null : at.own().symbol());
        }
        return TrendPicture.of(series, periods, symbols, shown.definition().decimalPlaces());
    }

    private static @Nullable BigDecimal value(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.value();
    }

    private static TrendPicture.Series series(
            String name,
            String css,
            List<Compared> years,
            java.util.function.Function<Compared, @Nullable BigDecimal> value) {
        var values = new ArrayList<@Nullable Double>();
        for (var at : years) {
            var found = value.apply(at);
            values.add(found == null ? null : found.doubleValue());
        }
        return new TrendPicture.Series(name, css, values);
    }

    private static @Nullable StripPicture strip(ShowIndicator.Shown shown, @Nullable String regionName) {
        var latest = shown.latest().orElse(null);
        if (latest == null) {
            return null;
        }
        var all = shown.table().spread(latest.period()).values();
        if (all.isEmpty()) {
            return null;
        }
        var named = new ArrayList<StripPicture.Named>();
        if (shown.authority() != null && value(latest.own()) != null) {
            named.add(new StripPicture.Named(
                    shown.authority().name(), "own", Objects.requireNonNull(value(latest.own()))));
        }
        shown.also().forEach(other -> {
            var cell = shown.table().of(other.id(), latest.period());
            var value = value(cell);
            if (value != null) {
                named.add(new StripPicture.Named(other.name(), "fourth", value));
            }
        });
        boolean sums = shown.definition().isCount();
        if (regionName != null && !sums && value(latest.region()) != null) {
            named.add(new StripPicture.Named(regionName, "third", Objects.requireNonNull(value(latest.region()))));
        }
        if (!sums && value(latest.england()) != null) {
            named.add(new StripPicture.Named("England", "plain", Objects.requireNonNull(value(latest.england()))));
        }
        return StripPicture.of(all, named, shown.definition());
    }

    private static List<Year> years(ShowIndicator.Shown shown, @Nullable String regionName) {
        var definition = shown.definition();
        var years = new ArrayList<Year>();
        for (var at : shown.years().reversed()) {
            var cells = new ArrayList<String>();
            if (shown.authority() != null) {
                cells.add(FigureWords.cell(at.own(), definition));
                cells.add(at.neighbours() == null ? "no figure" : FigureWords.value(at.neighbours(), definition));
            }
            shown.also()
                    .forEach(other ->
                            cells.add(FigureWords.cell(shown.table().of(other.id(), at.period()), definition)));
            if (regionName != null) {
                cells.add(FigureWords.cell(at.region(), definition));
            }
            cells.add(FigureWords.cell(at.england(), definition));
            years.add(new Year(FigureWords.period(at.period()), cells));
        }
        return years;
    }

    private static List<Option> choices(List<LocalAuthority> authorities) {
        return authorities.stream()
                .map(authority -> Option.of(authority.gssCode(), authority.name()))
                .toList();
    }
}
