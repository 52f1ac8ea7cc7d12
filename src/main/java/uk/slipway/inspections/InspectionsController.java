package uk.slipway.inspections;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.PublishedScheme;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.Region;
import uk.slipway.region.RegionCode;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What Ofsted has published, for everybody who signs in: all of it is public. */
@Controller
@SignedIn
class InspectionsController {

    /** The columns of the latest reports, as the cells of a row come. */
    private static final List<String> JUDGEMENTS = List.of(
            "Overall effectiveness", "Impact of leaders", "Help and protection", "Children in care", "Care leavers");

    private static final String OVERALL = "OVERALL";

    /** What can be followed over time, since it was judged alike under all schemes of ILACS. */
    private static final Map<String, String> AREAS = new LinkedHashMap<>();

    static {
        AREAS.put(OVERALL, "Overall effectiveness");
        AREAS.put("LEADERS", "Impact of leaders on social work practice");
        AREAS.put("HELP_AND_PROTECTION", "Children who need help and protection");
    }

    private static final List<String> WHO = List.of(
            "Everybody who can sign in sees this page. Ofsted has published all of it.",
            "The grades were read from Ofsted’s reports by a program: where it matters, open the report.");

    private final ListInspections listInspections;
    private final LocalAuthorities authorities;
    private final Clock clock;
    private final Words words = new Words();

    InspectionsController(ListInspections listInspections, LocalAuthorities authorities, Clock clock) {
        this.listInspections = listInspections;
        this.authorities = authorities;
        this.clock = clock;
    }

    private record Chosen(Region region, String area) {}

    @GetMapping("/inspections")
    ModelAndView region(@ModelAttribute("form") InspectionsForm form, BindingResult errors, Viewer viewer) {
        var chosen = chosen(form, viewer);
        var today = LondonTime.today(clock);
        var ever = of(chosen.region());
        var found = listInspections.handle(ever.stream().map(LocalAuthority::id).toList());
        var picture = GradesOverTime.of(ever, found.inspections(), chosen.area(), today);
        var rows = new ArrayList<InspectionsPage.Row>();
        for (var authority : ever) {
            var latest = found.inspections().stream()
                    .filter(inspection -> inspection.authority().equals(authority.id()))
                    .findFirst();
            if (authority.existsOn(today) && latest.isPresent()) {
                rows.add(row(authority, latest.get(), found.schemes()));
            }
        }
        return new ModelAndView(
                "inspections/region",
                Map.of(
                        "page",
                        new InspectionsPage(
                                chosen.region().name(),
                                AREAS.getOrDefault(chosen.area(), ""),
                                finding(picture, chosen.region()),
                                picture,
                                picture.bars().stream()
                                        .map(InspectionsController::year)
                                        .toList(),
                                JUDGEMENTS,
                                rows,
                                authorities.regions().stream()
                                        .map(region -> Option.of(region.code().value(), region.name()))
                                        .toList(),
                                AREAS.entrySet().stream()
                                        .map(area -> Option.of(area.getKey(), area.getValue()))
                                        .toList(),
                                "/inspections/by-year.csv?region="
                                        + chosen.region().code().value() + "&area=" + chosen.area(),
                                "/inspections/judgements.csv?region="
                                        + chosen.region().code().value(),
                                viewer.isOfTheRegionalTeam(),
                                WHO),
                        "form",
                        new InspectionsForm(chosen.region().code().value(), chosen.area())));
    }

    @GetMapping("/inspections/by-year.csv")
    ResponseEntity<String> byYear(@ModelAttribute("form") InspectionsForm form, BindingResult errors, Viewer viewer) {
        var chosen = chosen(form, viewer);
        var ever = of(chosen.region());
        var found = listInspections.handle(ever.stream().map(LocalAuthority::id).toList());
        var csv = new StringBuilder("year,region_code,judgement");
        for (var grade : Grade.values()) {
            csv.append(',').append(grade.name().toLowerCase(Locale.ROOT));
        }
        csv.append(",no_such_grade\r\n");
        for (var bar : GradesOverTime.of(ever, found.inspections(), chosen.area(), LondonTime.today(clock))
                .bars()) {
            csv.append(bar.label().replace("*", ""))
                    .append(',')
                    .append(chosen.region().code().value())
                    .append(',')
                    .append(chosen.area());
            for (var count : year(bar).counts()) {
                csv.append(',').append(count);
            }
            csv.append("\r\n");
        }
        return csv("by-year", csv.toString());
    }

    /** Every judgement of a region's authorities, each with its report. */
    @GetMapping("/inspections/judgements.csv")
    ResponseEntity<String> judgements(
            @ModelAttribute("form") InspectionsForm form, BindingResult errors, Viewer viewer) {
        var names = new HashMap<LocalAuthorityId, LocalAuthority>();
        of(chosen(form, viewer).region()).forEach(authority -> names.put(authority.id(), authority));
        var text = new StringWriter();
        var csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(
                "la_name",
                "new_la_code",
                "publication_date",
                "scheme",
                "inspection_start_date",
                "inspection_end_date",
                "judgement",
                "reading",
                "grade",
                "source");
        for (var inspection : listInspections.handle(names.keySet()).inspections()) {
            var authority = Objects.requireNonNull(names.get(inspection.authority()));
            for (var judgement : inspection.judgements()) {
                csv.writeRecord(
                        authority.name(),
                        authority.gssCode(),
                        inspection.published().toString(),
                        Objects.toString(inspection.scheme(), ""),
                        Objects.toString(inspection.starts(), ""),
                        Objects.toString(inspection.ends(), ""),
                        judgement.area(),
                        judgement.reading().name().toLowerCase(Locale.ROOT),
                        judgement.grade() == null ? "" : judgement.grade().inWords(),
                        inspection.source());
            }
        }
        return csv("judgements", text.toString());
    }

    private static ResponseEntity<String> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"inspections-" + name + ".csv\"")
                .body(text);
    }

    @GetMapping("/inspections/{code}")
    ModelAndView authority(@PathVariable("code") String code) {
        var authority = authorities.byCode(code).orElseThrow(NotFound::new);
        if (!code.equals(authority.gssCode())) {
            return new ModelAndView("redirect:/inspections/" + authority.gssCode());
        }
        return new ModelAndView(
                "inspections/authority", "page", history(authority, listInspections.handle(List.of(authority.id()))));
    }

    private HistoryPage history(LocalAuthority authority, ListInspections.Found found) {
        var inspections = found.inspections();
        var names = new LinkedHashMap<String, String>();
        for (var scheme : found.schemes()) {
            if (inspections.stream().anyMatch(inspection -> scheme.code().equals(inspection.scheme()))) {
                scheme.areas().forEach(area -> names.putIfAbsent(area.code(), area.name()));
            }
        }
        found.schemes()
                .forEach(scheme -> scheme.areas().stream()
                        .filter(area -> inspections.stream()
                                .anyMatch(
                                        inspection -> inspection.of(area.code()).isPresent()))
                        .forEach(area -> names.putIfAbsent(area.code(), area.name())));
        var order = new ArrayList<>(names.keySet());
        if (order.remove(OVERALL)) {
            order.addFirst(OVERALL);
        }
        var others = new ArrayList<Crumb>();
        authorities
                .predecessorsOf(authority.id())
                .forEach(other ->
                        others.add(new Crumb(other.name() + ", which came before", "/inspections/" + other.gssCode())));
        authorities
                .successorsOf(authority.id())
                .forEach(other ->
                        others.add(new Crumb(other.name() + ", which came after", "/inspections/" + other.gssCode())));
        var finding = inspections.isEmpty()
                ? ""
                : inspections.size() == 1
                        ? "One inspection is held; its report was published on "
                                + words.shortDate(inspections.getFirst().published())
                        : inspections.size() + " inspections are held; the latest report was published on "
                                + words.shortDate(inspections.getFirst().published());
        return new HistoryPage(
                authority.label(),
                "/authorities/" + authority.gssCode(),
                finding,
                inspections.stream()
                        .map(inspection -> new HistoryPage.Column(
                                words.shortDate(inspection.published()),
                                shortName(inspection, found.schemes()),
                                inspection.kind().inWords(),
                                inspection.starts() == null
                                        ? "Days not stated in source"
                                        : words.shortDate(inspection.starts())
                                                + (inspection.ends() == null
                                                        ? ""
                                                        : " to " + words.shortDate(inspection.ends())),
                                inspection.source()))
                        .toList(),
                order.stream()
                        .map(area -> new HistoryPage.Line(
                                names.getOrDefault(area, area),
                                inspections.stream()
                                        .map(inspection -> cell(inspection, area, found.schemes()))
                                        .toList()))
                        .toList(),
                others,
                found.schemes().stream()
                        .filter(scheme -> inspections.stream()
                                .anyMatch(inspection -> scheme.code().equals(inspection.scheme())))
                        .filter(scheme -> scheme.note() != null)
                        .map(scheme -> scheme.shortName() + ": " + scheme.note())
                        .toList(),
                authority.fictitious(),
                List.of(new Crumb(
                        "Inspections",
                        "/inspections?region=" + authority.region().value())),
                WHO);
    }

    private InspectionsPage.Row row(LocalAuthority authority, Inspection latest, List<PublishedScheme> schemes) {
        var cells = new ArrayList<String>();
        for (var area : List.of(OVERALL, "LEADERS", "HELP_AND_PROTECTION", "IN_CARE", "CARE_LEAVERS")) {
            var together = latest.of("IN_CARE_AND_CARE_LEAVERS");
            cells.add(
                    together.isPresent() && area.equals("IN_CARE")
                            ? together.get().inWords() + ", judged together with care leavers"
                            : together.isPresent() && area.equals("CARE_LEAVERS")
                                    ? "Judged together with children in care"
                                    : cell(latest, area, schemes));
        }
        return new InspectionsPage.Row(
                authority.label(),
                "/inspections/" + authority.gssCode(),
                words.shortDate(latest.published()),
                shortName(latest, schemes),
                cells);
    }

    /** What an inspection says of an area, in words that never make a grade where there is none. */
    private static String cell(Inspection inspection, String area, List<PublishedScheme> schemes) {
        var judgement = inspection.of(area);
        if (judgement.isPresent()) {
            return judgement.get().inWords();
        }
        var scheme = scheme(inspection, schemes);
        if (scheme.isPresent() && scheme.get().judges(area)) {
            return "Not in source";
        }
        if (area.equals(OVERALL) && scheme.isPresent()) {
            return "No overall grade from April 2026";
        }
        return area.equals("IN_CARE")
                                && inspection.of("IN_CARE_AND_CARE_LEAVERS").isPresent()
                        || area.equals("CARE_LEAVERS")
                                && inspection.of("IN_CARE_AND_CARE_LEAVERS").isPresent()
                ? "Judged together: see children in care and care leavers"
                : scheme.isPresent() ? "Not judged under this scheme" : "Not known, as the scheme is not stated";
    }

    private static Optional<PublishedScheme> scheme(Inspection inspection, List<PublishedScheme> schemes) {
        return schemes.stream()
                .filter(scheme -> scheme.code().equals(inspection.scheme()))
                .findFirst();
    }

    private static String shortName(Inspection inspection, List<PublishedScheme> schemes) {
        return scheme(inspection, schemes).map(PublishedScheme::shortName).orElse("Scheme not stated in source");
    }

    private static InspectionsPage.Year year(GradesOverTime.Bar bar) {
        var counts = new ArrayList<Integer>();
        Arrays.stream(Grade.values()).forEach(grade -> counts.add(bar.of(grade)));
        counts.add(bar.without());
        return new InspectionsPage.Year(bar.label(), counts);
    }

    private static String finding(GradesOverTime picture, Region region) {
        if (picture.bars().isEmpty()) {
            return "";
        }
        var now = picture.bars().getLast();
        int good = now.of(Grade.OUTSTANDING) + now.of(Grade.GOOD);
        int graded = good + now.of(Grade.REQUIRES_IMPROVEMENT) + now.of(Grade.INADEQUATE);
        return good + " of " + (graded + now.without()) + " authorities of the " + region.name()
                + " are good or outstanding by their latest report"
                + (now.without() == 0 ? "" : "; " + now.without() + " have no such grade in it");
    }

    private List<LocalAuthority> of(Region region) {
        return authorities.ever().stream()
                .filter(authority -> authority.region().equals(region.code()) && !authority.fictitious())
                .toList();
    }

    private Chosen chosen(InspectionsForm form, Viewer viewer) {
        var own = viewer.region() == null
                ? RegionCode.NORTH_WEST.value()
                : viewer.region().value();
        var region = given(form.region(), own);
        var area = given(form.area(), OVERALL);
        if (!AREAS.containsKey(area)) {
            throw new NotFound();
        }
        return new Chosen(
                authorities.regions().stream()
                        .filter(known -> known.code().value().equals(region))
                        .findFirst()
                        .orElseThrow(NotFound::new),
                area);
    }

    private static String given(@Nullable String typed, String otherwise) {
        return typed == null || typed.isBlank() ? otherwise : typed.strip();
    }
}
