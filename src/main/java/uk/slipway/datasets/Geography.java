package uk.slipway.datasets;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;

/** Says which place a row is about, and what is odd about the way it says so. One for each file. */
final class Geography {

    static final Set<String> COLUMNS = Set.of(
            "geographic_level",
            "country_code",
            "country_name",
            "region_code",
            "region_name",
            "old_la_code",
            "new_la_code",
            "la_name");

    private static final String ENGLAND = "E92000001";
    private static final Set<String> INNER_AND_OUTER_LONDON = Set.of("E13000001", "E13000002");
    private static final String LONDON = "E12000007";
    /** Not applicable and not available: the standard's codes for a place that is not known. */
    private static final Set<String> UNPLACED = Set.of("z", "x");

    private static final Set<String> NOT_KEPT = Set.of(
            "School",
            "Provider",
            "Local authority district",
            "Parliamentary constituency",
            "Ward",
            "MAT",
            "Sponsor",
            "Local enterprise partnership",
            "Local skills improvement plan area",
            "English devolved area",
            "Opportunity area",
            "RSC region",
            "Institution",
            "Planning area",
            "Police force area",
            "Lower layer super output area");

    /** What is remembered of a place: what identifies it in the file, and as what. */
    record Place(
            String level,
            String code,
            String name,
            @Nullable String region,
            @Nullable LocalAuthority authority) {}

    /** What is wrong with a combination of codes; the same for every row that has it. */
    private record Oddity(FindingKind kind, String column, String value) {}

    private record Known(
            @Nullable Place place,
            List<Oddity> oddities,
            @Nullable Integer firstYear) {}

    private record Code(LocalAuthority authority, @Nullable LocalDate starts) {}

    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<List<String>, Known> known = new HashMap<>();
    private boolean innerOrOuterLondon;
    private boolean london;

    /** Takes a copy of what it needs: while rows go into the database nothing else can be asked of that connection. */
    Geography(LocalAuthorities authorities) {
        for (var authority : authorities.ever()) {
            for (var code : authorities.codesOf(authority.id())) {
                codes.put(code.code(), new Code(authority, code.starts()));
            }
        }
        authorities.regions().forEach(region -> regions.put(region.code().value(), region.name()));
    }

    /**
     * The place of a row, or null where the row is not kept.
     *
     * @param cells the cells of {@code geographic_level, country_code, region_code, region_name, old_la_code,
     *     new_la_code, la_name}, an empty text where the file lacks the column
     */
    @Nullable
    Place place(List<String> cells, int lastYear, long line, Findings findings) {
        var found = known.get(cells);
        if (found == null) {
            found = judge(cells);
            // A file of a million unknown codes must not fill the memory.
            if (known.size() < 100_000) {
                known.put(cells, found);
            }
        }
        for (var oddity : found.oddities()) {
            findings.add(oddity.kind(), line, oddity.column(), oddity.value());
        }
        if (found.place() != null && found.firstYear() != null && lastYear < found.firstYear()) {
            findings.add(FindingKind.CODE_REWRITTEN, line, "new_la_code", cells.get(5));
        }
        return found.place();
    }

    void finish(Findings findings) {
        if (london && innerOrOuterLondon) {
            findings.add(FindingKind.LONDON_THREE_WAYS, null, "region_code", null);
        }
    }

    private Known judge(List<String> cells) {
        var level = cells.get(0);
        var odd = new java.util.ArrayList<Oddity>();
        if (!cells.get(1).equals(ENGLAND)) {
            odd.add(new Oddity(FindingKind.COUNTRY_UNKNOWN, "country_code", cells.get(1)));
        }
        return switch (level) {
            case "National" -> {
                lower(cells, 2, odd);
                yield new Known(new Place("NATIONAL", ENGLAND, "England", null, null), odd, null);
            }
            case "Regional" -> {
                lower(cells, 4, odd);
                yield regional(cells, odd);
            }
            case "Local authority" -> authority(cells, odd);
            default -> {
                odd.add(new Oddity(
                        NOT_KEPT.contains(level) ? FindingKind.LEVEL_NOT_KEPT : FindingKind.LEVEL_UNKNOWN,
                        "geographic_level",
                        level));
                yield new Known(null, odd, null);
            }
        };
    }

    private static void lower(List<String> cells, int from, List<Oddity> odd) {
        for (int i = from; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                odd.add(new Oddity(FindingKind.LEVEL_OVERFILLED, "geographic_level", cells.get(0)));
                return;
            }
        }
    }

    private Known regional(List<String> cells, List<Oddity> odd) {
        var code = cells.get(2);
        var name = cells.get(3);
        if (code.isEmpty() || name.isEmpty()) {
            odd.add(new Oddity(FindingKind.LEVEL_INCOMPLETE, code.isEmpty() ? "region_code" : "region_name", ""));
            return new Known(null, odd, null);
        }
        boolean part = INNER_AND_OUTER_LONDON.contains(code);
        innerOrOuterLondon |= part;
        london |= code.equals(LONDON);
        if (UNPLACED.contains(code)) {
            odd.add(new Oddity(FindingKind.REGION_NOT_PLACED, "region_code", code + ", " + name));
            return new Known(new Place("REGIONAL", code, name, null, null), odd, null);
        }
        var proper = regions.get(code);
        if (proper == null && !part) {
            odd.add(new Oddity(FindingKind.REGION_UNKNOWN, "region_code", code));
            return new Known(null, odd, null);
        }
        if (proper != null && !same(proper, name)) {
            odd.add(new Oddity(FindingKind.REGION_NAME, "region_name", name));
        }
        return new Known(new Place("REGIONAL", code, name, part ? null : code, null), odd, null);
    }

    private Known authority(List<String> cells, List<Oddity> odd) {
        var dfe = cells.get(4);
        var gss = cells.get(5);
        var name = cells.get(6);
        if (gss.isEmpty() && dfe.isEmpty() || name.isEmpty()) {
            odd.add(new Oddity(FindingKind.LEVEL_INCOMPLETE, name.isEmpty() ? "la_name" : "new_la_code", ""));
            return new Known(null, odd, null);
        }
        var byGss = codes.get(gss);
        var byDfe = codes.get(dfe);
        if (byGss != null
                && byDfe != null
                && !byGss.authority().id().equals(byDfe.authority().id())) {
            odd.add(new Oddity(FindingKind.AUTHORITY_CODES_DIFFER, "old_la_code", dfe + " beside " + gss));
            return new Known(null, odd, null);
        }
        var by = byGss != null ? byGss : byDfe;
        var authority = by == null ? null : by.authority();
        var code = gss.isEmpty() ? dfe : gss;
        if (authority == null) {
            odd.add(new Oddity(FindingKind.AUTHORITY_UNKNOWN, "new_la_code", code + ", " + name));
            return new Known(new Place("LOCAL_AUTHORITY", code, name, null, null), odd, null);
        }
        if (!same(authority.name(), name)) {
            odd.add(new Oddity(FindingKind.AUTHORITY_NAME, "la_name", name));
        }
        var region = cells.get(2);
        if (!region.isEmpty()
                && !region.equals(authority.region().value())
                && !INNER_AND_OUTER_LONDON.contains(region)) {
            odd.add(new Oddity(FindingKind.AUTHORITY_REGION, "region_code", name + " in " + region));
        }
        var starts = byGss == null ? null : byGss.starts();
        // The codes of 2009 stand for what was before them.
        Integer firstYear = starts == null || starts.getYear() <= 2009 ? null : starts.getYear();
        return new Known(
                new Place("LOCAL_AUTHORITY", code, name, authority.region().value(), authority), odd, firstYear);
    }

    private static boolean same(String proper, String written) {
        return plain(proper).equals(plain(written));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.UK)
                .replace("&", "and")
                .replace("yorkshire and the humber", "yorkshire and humber")
                .replaceAll("\\bcity of\\b|, city of\\b|, county of\\b|\\bcounty\\b|upon|[^a-z]", "")
                .replace("eastofengland", "east");
    }
}
