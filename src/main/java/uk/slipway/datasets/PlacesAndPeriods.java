package uk.slipway.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers the places and periods of one file as they are met. An authority is one place whatever its codes. */
final class PlacesAndPeriods {

    private static final int MOST_PLACES = 20_000;

    private record When(int period, String identifier) {}

    private record Numbered(int number, Geography.Place place) {}

    private final Map<String, Numbered> places = new LinkedHashMap<>();
    private final Map<When, Integer> periods = new LinkedHashMap<>();
    private @Nullable When lastWhen;
    private int lastPeriod;

    int place(Geography.Place place, Findings findings) {
        var authority = place.authority();
        var key = authority != null ? authority.id().value().toString() : place.level() + place.code();
        var known = places.get(key);
        if (known != null) {
            return known.number();
        }
        if (places.size() >= MOST_PLACES) {
            findings.add(FindingKind.TOO_MANY_PLACES);
            return 0;
        }
        var numbered = new Numbered(places.size() + 1, place);
        places.put(key, numbered);
        return numbered.number();
    }

    int period(int period, String identifier) {
        if (lastWhen == null
                || lastWhen.period() != period
                || !lastWhen.identifier().equals(identifier)) {
            lastWhen = new When(period, identifier);
            lastPeriod = periods.computeIfAbsent(lastWhen, any -> periods.size() + 1);
        }
        return lastPeriod;
    }

    void write(JdbcClient jdbc, int releaseKey) {
        List<Numbered> all = new ArrayList<>(places.values());
        jdbc.sql("""
            insert into dataset_place (release_key, number, level, code, name, region_code, authority_id)
            select :key, p.number, p.level, p.code, p.name, p.region, cast(p.authority as uuid)
            from unnest(cast(:numbers as int[]), cast(:levels as text[]), cast(:codes as text[]), cast(:names as text[]),
                cast(:regions as text[]), cast(:authorities as text[])) p(number, level, code, name, region, authority)
            """)
                .param("key", releaseKey)
                .param("numbers", all.stream().map(Numbered::number).toArray(Integer[]::new))
                .param("levels", texts(all, Geography.Place::level))
                .param("codes", texts(all, Geography.Place::code))
                .param("names", texts(all, Geography.Place::name))
                .param("regions", texts(all, Geography.Place::region))
                .param("authorities", texts(all, place -> {
                    var authority = place.authority();
                    return authority == null ? null : authority.id().value().toString();
                }))
                .update();
        jdbc.sql("""
            insert into dataset_period (release_key, number, period, identifier)
            select :key, p.number, p.period, p.identifier
            from unnest(cast(:numbers as int[]), cast(:periods as int[]), cast(:identifiers as text[]))
                p(number, period, identifier)
            """)
                .param("key", releaseKey)
                .param("numbers", periods.values().toArray(Integer[]::new))
                .param("periods", periods.keySet().stream().map(When::period).toArray(Integer[]::new))
                .param(
                        "identifiers",
                        periods.keySet().stream().map(When::identifier).toArray(String[]::new))
                .update();
    }

    private static @Nullable String[] texts(
            List<Numbered> all, java.util.function.Function<Geography.Place, @Nullable String> of) {
        return all.stream().map(one -> of.apply(one.place())).toArray(String[]::new);
    }
}
