package uk.slipway.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.Region;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;

/** The state of the region: what stands out in the published figures, by rules that the page states. */
@Controller
@SignedIn
class StateController {

    private final ShowState showState;

    StateController(ShowState showState) {
        this.showState = showState;
    }

    /** What is chosen; as it stands in the address. */
    record ChoiceForm(@Nullable String region, @Nullable String indicator) {}

    /** @param link the indicator that a sentence is about */
    record Finding(String link, String name, String words) {}

    record Group(String name, List<Row> rows) {}

    /** @param address of this page with the indicator on its map */
    record Row(
            String address,
            String name,
            String period,
            String region,
            String england,
            String change,
            String place,
            String quarters) {}

    record Tiles(String finding, boolean banded, TileMap tiles, List<Member> members) {}

    /**
     * @param address of the indicator with this authority
     * @param band empty where it has none, null where the indicator has none
     */
    record Member(
            String address,
            String name,
            String value,
            String change,
            @Nullable String band) {}

    record StatePage(
            String region,
            String code,
            int authorities,
            List<Finding> standsOut,
            List<Group> groups,
            @Nullable Tiles map,
            List<Option> regions,
            List<Option> indicators,
            List<String> sources,
            List<Crumb> crumbs) {}

    @GetMapping("/region/state")
    ModelAndView show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String indicator) {
        var state = showState.show(viewer, region);
        var chosen = chosen(state, indicator);
        var standsOut = new ArrayList<Finding>();
        var groups = new ArrayList<Group>();
        for (var line : state.lines()) {
            standsOut(line, state)
                    .forEach(words -> standsOut.add(
                            new Finding(line.slug(), line.definition().name(), words)));
            if (groups.isEmpty()
                    || !groups.getLast().name().equals(line.definition().grouping())) {
                groups.add(new Group(line.definition().grouping(), new ArrayList<>()));
            }
            groups.getLast().rows().add(row(line, state.region()));
        }
        return new ModelAndView(
                "indicators/state",
                Map.of(
                        "page",
                        new StatePage(
                                state.region().name(),
                                state.region().code().value(),
                                state.authorities().size(),
                                standsOut,
                                groups,
                                chosen == null ? null : map(chosen, state),
                                state.regions().stream()
                                        .map(one -> Option.of(one.code().value(), one.name()))
                                        .toList(),
                                state.lines().stream()
                                        .map(line -> Option.of(
                                                line.slug(), line.definition().name()))
                                        .toList(),
                                sources(state),
                                List.of(new Crumb("Figures", "/indicators"))),
                        "form",
                        new ChoiceForm(state.region().code().value(), chosen == null ? "" : chosen.slug())));
    }

    /** The figures behind the page, with the column names of Explore education statistics. */
    @GetMapping("/region/state.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @RequestParam(required = false) @Nullable String region) {
        var state = showState.show(viewer, region);
        return FigureExport.csv(cover(state), rows(state));
    }

    /** The same as a workbook. */
    @GetMapping("/region/state.xlsx")
    ResponseEntity<byte[]> workbook(Viewer viewer, @RequestParam(required = false) @Nullable String region) {
        var state = showState.show(viewer, region);
        return FigureExport.workbook(cover(state), rows(state));
    }

    private static ShowState.@Nullable Line chosen(ShowState.State state, @Nullable String indicator) {
        return state.lines().stream()
                .filter(line -> line.slug().equals(indicator))
                .findFirst()
                .or(() -> state.lines().stream()
                        .filter(line -> line.definition().polarity() != Polarity.NONE)
                        .findFirst())
                .or(() -> state.lines().stream().findFirst())
                .orElse(null);
    }

    /** The rules. Each says only what its figures bear, and none calls a figure good that has no good direction. */
    private static List<String> standsOut(ShowState.Line line, ShowState.State state) {
        var found = new ArrayList<String>();
        var definition = line.definition();
        var name = state.region().name();
        var year = FigureWords.period(line.period());
        var own = value(line.region());
        if (own != null && line.place() != null && line.regions() > 2) {
            if (line.place() == 1) {
                found.add("%s has the best figure of the %d regions: %s in %s."
                        .formatted(name, line.regions(), FigureWords.value(own, definition), year));
            } else if (line.place() == line.regions()) {
                found.add("%s has the least good figure of the %d regions: %s in %s."
                        .formatted(name, line.regions(), FigureWords.value(own, definition), year));
            }
        }
        quarter(line, Band.A, "the best quarter").ifPresent(found::add);
        quarter(line, Band.D, "the least good quarter").ifPresent(found::add);
        var change = line.change();
        var englandChange = line.englandChange();
        if (change != null
                && englandChange != null
                && rounded(change, definition) * rounded(englandChange, definition) < 0) {
            found.add("%s moved the other way from England: %s while England went %s, between the year before and %s."
                    .formatted(
                            name,
                            FigureWords.change(change, definition),
                            FigureWords.change(englandChange, definition),
                            year));
        }
        return found;
    }

    /** A quarter of England's authorities would be one in four; two in five of a region's is worth a look. */
    private static Optional<String> quarter(ShowState.Line line, Band band, String called) {
        int in = line.bands().getOrDefault(band, 0);
        return line.withData() >= 5 && in * 5 >= line.withData() * 2
                ? Optional.of("%d of the %d authorities with a figure are in %s of England’s, band %s."
                        .formatted(in, line.withData(), called, band))
                : Optional.empty();
    }

    private static int rounded(BigDecimal change, Definition definition) {
        return change.setScale(definition.decimalPlaces(), RoundingMode.HALF_UP).signum();
    }

    private static Row row(ShowState.Line line, Region region) {
        var definition = line.definition();
        return new Row(
                "/region/state?region=" + region.code().value() + "&indicator=" + line.slug(),
                definition.name(),
                FigureWords.period(line.period()),
                FigureWords.cell(line.region(), definition),
                FigureWords.cell(line.england(), definition),
                line.change() == null ? "" : FigureWords.change(line.change(), definition),
                line.place() == null ? "" : line.place() + " of " + line.regions(),
                quarters(line));
    }

    private static String quarters(ShowState.Line line) {
        if (line.bands().isEmpty()) {
            return "";
        }
        var words = new ArrayList<String>();
        for (var band : Band.values()) {
            words.add(band + " " + line.bands().getOrDefault(band, 0));
        }
        return String.join(", ", words);
    }

    private static Tiles map(ShowState.Line line, ShowState.State state) {
        var definition = line.definition();
        boolean banded = definition.polarity() != Polarity.NONE;
        var places = new ArrayList<TileMap.Place>();
        var members = new ArrayList<Member>();
        for (int i = 0; i < state.authorities().size(); i++) {
            var authority = state.authorities().get(i);
            var standing = line.authorities().get(i);
            var own = standing.own();
            var value = value(own);
            places.add(new TileMap.Place(
                    authority.gssCode(),
                    authority.name(),
                    value == null
                            ? (own == null ? "no figure" : String.valueOf(own.symbol()))
                            : FigureWords.value(value, definition),
                    standing.band()));
            members.add(new Member(
                    "/indicators/" + line.slug() + "?authority=" + authority.gssCode(),
                    authority.name(),
                    FigureWords.cell(own, definition),
                    standing.change() == null ? "" : FigureWords.change(standing.change(), definition),
                    !banded
                            ? null
                            : standing.band() == null ? "" : standing.band().name()));
        }
        var own = value(line.region());
        return new Tiles(
                "%s, %s: %s in %s, England %s"
                        .formatted(
                                definition.name(),
                                state.region().name(),
                                own == null ? "no figure" : FigureWords.value(own, definition),
                                FigureWords.period(line.period()),
                                FigureWords.cell(line.england(), definition)),
                banded,
                TileMap.of(places),
                members);
    }

    private static List<String> sources(ShowState.State state) {
        return state.lines().stream()
                .map(ShowState.Line::release)
                .filter(Objects::nonNull)
                .distinct()
                .map(IndicatorsController::source)
                .toList();
    }

    private static FigureExport.Cover cover(ShowState.State state) {
        var words = new ArrayList<String>();
        words.add("The latest published figure of every indicator, for the region, England and each local authority.");
        words.add(FigureExport.SYMBOLS);
        sources(state).forEach(source -> words.add("Source: " + source));
        return new FigureExport.Cover(
                "state-of-the-region-" + state.region().code().value(),
                "State of the region: " + state.region().name(),
                words);
    }

    private static List<FigureExport.Row> rows(ShowState.State state) {
        var region = state.region();
        var rows = new ArrayList<FigureExport.Row>();
        for (var line : state.lines()) {
            var name = line.definition().name();
            if (line.england() != null) {
                rows.add(new FigureExport.Row(name, line.period(), FigureExport.Place.ENGLAND, line.england()));
            }
            if (line.region() != null) {
                rows.add(new FigureExport.Row(
                        name,
                        line.period(),
                        FigureExport.Place.region(region.code().value(), region.name()),
                        line.region()));
            }
            for (int i = 0; i < state.authorities().size(); i++) {
                var authority = state.authorities().get(i);
                var own = line.authorities().get(i).own();
                if (own != null) {
                    rows.add(new FigureExport.Row(
                            name,
                            line.period(),
                            FigureExport.Place.authority(
                                    region.code().value(), region.name(), authority.gssCode(), authority.name()),
                            own));
                }
            }
        }
        return rows;
    }

    private static @Nullable BigDecimal value(FigureTable.@Nullable Cell cell) {
        return cell == null ? null : cell.value();
    }
}
