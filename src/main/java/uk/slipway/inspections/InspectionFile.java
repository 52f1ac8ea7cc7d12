package uk.slipway.inspections;

import java.net.URI;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.cycles.PublishedScheme;
import uk.slipway.cycles.PublishedSchemes;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;

/** Understands the history and overview files of published inspections. */
@Component
class InspectionFile {

    private static final String AUTHORITY = "local_authority";
    private static final String SOURCE = "inspection_link";
    private static final String PUBLISHED = "publication_date";
    private static final String FRAMEWORK = "inspection_framework";
    private static final String STARTS = "inspection_start_date";
    private static final String ENDS = "inspection_end_date";
    private static final String OVERALL = "overall_effectiveness_grade";
    private static final String LEADERS = "impact_of_leaders_grade";
    private static final String PROTECTION = "help_and_protection_grade";
    private static final String IN_CARE = "in_care_grade";
    private static final String CARE_LEAVERS = "care_leavers_grade";
    private static final List<String> GRADES = List.of(OVERALL, LEADERS, PROTECTION, IN_CARE, CARE_LEAVERS);
    private static final List<String> CODES = List.of("la_code", "ltla23cd", "new_la_code", "gss_code");

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})");
    private static final Pattern DAYS = Pattern.compile("\\d{5}");

    /** A report may come out months after its inspection: in this time after a change, its day does not tell the scheme. */
    private static final int MONTHS_TO_PUBLISH = 6;

    /** The single inspection framework began in 2013, on a day that has not been checked: from here on it is certain. */
    private static final LocalDate OLDEST_CERTAIN = LocalDate.of(2014, 1, 1);

    /** Names that no rule makes one of the published ones. */
    private static final Map<String, String> OTHER_NAMES = Map.of("londoncorporation", "cityoflondon");

    private final LocalAuthorities authorities;
    private final PublishedSchemes schemes;

    InspectionFile(LocalAuthorities authorities, PublishedSchemes schemes) {
        this.authorities = authorities;
        this.schemes = schemes;
    }

    /** Everything the file says, and all its problems at once. */
    ReadFile read(String name, byte[] content) {
        Sheet sheet;
        try {
            sheet = Sheet.of(name, content);
        } catch (Sheet.Unreadable unreadable) {
            return new ReadFile(0, List.of(), List.of(unreadable.problem()));
        }
        List<Problem> problems = new ArrayList<>();
        var needed = new ArrayList<>(List.of(AUTHORITY, SOURCE, PUBLISHED, FRAMEWORK, STARTS, ENDS));
        needed.addAll(GRADES);
        needed.stream()
                .filter(column -> !sheet.headings().contains(column))
                .forEach(column -> problems.add(new Problem(
                        1,
                        column,
                        "",
                        "The column is missing",
                        "Choose the file as it was published, with all its columns",
                        true)));
        if (!problems.isEmpty()) {
            return new ReadFile(sheet.lines().size(), List.of(), problems);
        }
        if (sheet.windows1252()) {
            problems.add(new Problem(
                    0,
                    "",
                    "",
                    "The file is not UTF-8; it was read as Windows-1252",
                    "Check that names look right",
                    false));
        }
        var known = schemes.all();
        var names = names();
        Set<String> sources = new HashSet<>();
        List<Inspection> inspections = new ArrayList<>();
        for (var line : sheet.lines()) {
            new Row(line, problems).read(known, names, sources).ifPresent(inspections::add);
        }
        return new ReadFile(sheet.lines().size(), inspections, problems);
    }

    private Map<String, List<LocalAuthority>> names() {
        Map<String, List<LocalAuthority>> names = new HashMap<>();
        for (var authority : authorities.ever()) {
            if (!authority.fictitious()) {
                names.computeIfAbsent(letters(authority.name()), none -> new ArrayList<>())
                        .add(authority);
            }
        }
        return names;
    }

    /** "Bristol, City of" and "bristol", "County Durham" and "durham", "telford & wrekin": only what tells them apart. */
    static String letters(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll(",\\s*(city|county) of\\s*$", "")
                .replaceAll("^county\\s+(?!of)", "")
                .replaceAll("[^a-z]", "");
        return OTHER_NAMES.getOrDefault(plain, plain);
    }

    /** Reads 9/5/25, 09/05/2025, or the number of days by which a workbook keeps a date; empty when it is none. */
    static Optional<LocalDate> date(String written) {
        try {
            var date = DATE.matcher(written);
            if (date.matches()) {
                int year = Integer.parseInt(date.group(3));
                return Optional.of(LocalDate.of(
                        year < 100 ? 2000 + year : year,
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(1))));
            }
            return DAYS.matcher(written).matches()
                    ? Optional.of(LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(written)))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** One row while it is read. */
    private final class Row {

        private final Sheet.Line line;
        private final List<Problem> problems;
        private boolean wrong;

        Row(Sheet.Line line, List<Problem> problems) {
            this.line = line;
            this.problems = problems;
        }

        private void error(String column, String what, String todo) {
            wrong = true;
            problems.add(new Problem(line.number(), column, line.get(column), what, todo, true));
        }

        private void warn(String column, String what, String todo) {
            problems.add(new Problem(line.number(), column, line.get(column), what, todo, false));
        }

        Optional<Inspection> read(
                List<PublishedScheme> schemes, Map<String, List<LocalAuthority>> names, Set<String> sources) {
            for (var column : line.formulas()) {
                if (GRADES.contains(column)
                        || List.of(AUTHORITY, SOURCE, PUBLISHED, STARTS, ENDS).contains(column)) {
                    error(
                            column,
                            "There is a formula in this cell",
                            "Save the workbook with values in place of formulas");
                }
            }
            var published = day(PUBLISHED, true);
            var starts = day(STARTS, false);
            var ends = day(ENDS, false);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                error(ENDS, "The inspection ends before it starts", "Correct the two dates from the report");
            }
            var source = line.get(SOURCE);
            if (!isAddress(source)) {
                error(
                        SOURCE,
                        "This is not the address of a report",
                        "Enter the report’s address, which begins with https://");
            } else if (!sources.add(source)) {
                error(SOURCE, "The same report is in the file twice", "Keep one row for each report");
            }
            if (wrong || published == null) {
                return Optional.empty();
            }
            var authority = authority(names, published);
            if (authority == null) {
                warn(
                        AUTHORITY,
                        "No local authority is known by this name; the row will be left out",
                        "Use the authority’s published name, or accept that the row is left out");
                return Optional.empty();
            }
            var scheme = scheme(schemes, starts, published);
            var judgements = judgements(scheme);
            return wrong
                    ? Optional.empty()
                    : Optional.of(new Inspection(
                            authority.id(),
                            scheme == null ? null : scheme.code(),
                            kind(),
                            starts,
                            ends,
                            published,
                            source,
                            judgements));
        }

        private @Nullable LocalDate day(String column, boolean needed) {
            var written = line.get(column);
            if (written.isEmpty() || written.equals("data_unreadable")) {
                if (needed) {
                    error(column, "There is no date", "Enter the day, such as 09/05/2025");
                }
                return null;
            }
            var day = date(written).orElse(null);
            if (day == null || day.getYear() < 2000 || day.getYear() > 2100) {
                error(column, "This is not a day that exists", "Enter the day as dd/mm/yyyy, such as 09/05/2025");
                return null;
            }
            return day;
        }

        private static boolean isAddress(String source) {
            try {
                var address = URI.create(source);
                return "https".equals(address.getScheme()) && address.getHost() != null;
            } catch (IllegalArgumentException none) {
                return false;
            }
        }

        private @Nullable LocalAuthority authority(Map<String, List<LocalAuthority>> names, LocalDate published) {
            for (var column : CODES) {
                var coded = authorities.byCode(line.get(column));
                if (coded.isPresent() && !coded.get().fictitious()) {
                    return coded.get();
                }
            }
            var same = names.getOrDefault(letters(line.get(AUTHORITY)), List.of());
            return same.stream()
                    .filter(authority -> authority.existsOn(published))
                    .findFirst()
                    .or(() -> same.stream().findFirst())
                    .orElse(null);
        }

        private Inspection.Kind kind() {
            return switch (line.get(FRAMEWORK).toLowerCase(Locale.ROOT)) {
                case "short" -> Inspection.Kind.SHORT;
                case "standard" -> Inspection.Kind.STANDARD;
                case "" -> Inspection.Kind.NOT_STATED;
                default -> {
                    warn(
                            FRAMEWORK,
                            "This kind of inspection is not known; it will be kept as one of another kind",
                            "Accept it, or enter short or standard");
                    yield Inspection.Kind.OTHER;
                }
            };
        }

        private @Nullable PublishedScheme scheme(
                List<PublishedScheme> schemes, @Nullable LocalDate starts, LocalDate published) {
            var day = starts == null ? published : starts;
            var found = schemes.stream()
                    .filter(scheme -> scheme.isUsedOn(day))
                    .findFirst()
                    .orElse(null);
            var from = found == null || found.from() == null ? OLDEST_CERTAIN : found.from();
            var certain = starts == null ? from.plusMonths(MONTHS_TO_PUBLISH) : from;
            if (found == null || day.isBefore(certain)) {
                warn(
                        starts == null ? STARTS : PUBLISHED,
                        "It is not certain by which scheme this inspection judged",
                        "Accept that the scheme is shown as not stated, or enter the inspection’s dates from the"
                                + " report");
                return null;
            }
            return found;
        }

        private List<Judgement> judgements(@Nullable PublishedScheme scheme) {
            List<Judgement> judgements = new ArrayList<>();
            for (var column : GRADES) {
                var area = area(column, scheme);
                var written = line.get(column);
                var grade = Grade.from(written).orElse(null);
                if (area == null) {
                    if (grade != null) {
                        warn(
                                column,
                                "The scheme of this inspection has no such judgement; it will be left out",
                                "Check the inspection’s dates in the report");
                    }
                    continue;
                }
                if (grade != null) {
                    judgements.add(new Judgement(area, Reading.GRADED, grade));
                } else if (written.isEmpty()) {
                    judgements.add(new Judgement(area, Reading.BLANK, null));
                } else {
                    warn(
                            column,
                            written.equals("data_unreadable")
                                    ? "The grade was not readable in the source"
                                    : "This is not a grade; it will be shown as not readable in source",
                            "Accept it, or enter the grade from the report");
                    judgements.add(new Judgement(area, Reading.UNREADABLE, null));
                }
            }
            return judgements;
        }

        private @Nullable String area(String column, @Nullable PublishedScheme scheme) {
            boolean sif = scheme != null && scheme.judges("LOOKED_AFTER");
            boolean together = scheme != null && scheme.judges("IN_CARE_AND_CARE_LEAVERS");
            var area = switch (column) {
                case OVERALL -> "OVERALL";
                case LEADERS -> sif ? "LEADERSHIP" : "LEADERS";
                case PROTECTION -> "HELP_AND_PROTECTION";
                case IN_CARE -> sif ? "LOOKED_AFTER" : together ? "IN_CARE_AND_CARE_LEAVERS" : "IN_CARE";
                default -> "CARE_LEAVERS";
            };
            return scheme == null || scheme.judges(area) ? area : null;
        }
    }
}
