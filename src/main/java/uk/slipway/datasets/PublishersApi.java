package uk.slipway.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kernel.LondonTime;

/**
 * The public API of Explore education statistics, version 1: a data set's latest version, what it changed, and its file. It
 * is asked only where {@code slipway.ees.address} names its address.
 */
@Component
class PublishersApi {

    /** The publisher did not answer, or not with what its documents promise. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String why) {
            super(why);
        }

        NoAnswer(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * A data set's version.
     *
     * @param number such as {@code 2.1}: the part before the first point counts changes that break what was built on it
     */
    record Latest(String number, @Nullable LocalDate published) {}

    /** What a version changed, counted, and in words. */
    record Changes(int major, int minor, String words) {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_A_FILE = Duration.ofMinutes(10);
    private static final long LARGEST_ANSWER = 5_000_000;
    private static final long LARGEST_FILE = 1_000_000_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("filters", "filters");
        LISTS.put("filterOptions", "items of filters");
        LISTS.put("indicators", "figures");
        LISTS.put("timePeriods", "periods");
        LISTS.put("geographicLevels", "geographic levels");
        LISTS.put("locationGroups", "groups of places");
        LISTS.put("locationOptions", "places");
    }

    private final String address;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PublishersApi(@Value("${slipway.ees.address:}") String address, JsonMapper json) {
        this.address = address.strip().replaceAll("/+$", "");
        this.json = json;
    }

    /** Whether anybody is asked. */
    boolean isOn() {
        return !address.isEmpty();
    }

    /** @throws NoAnswer when it cannot be read */
    Latest latest(UUID dataset) {
        var version = read("/v1/data-sets/" + dataset).path("latestVersion");
        var number = version.path("version").asString("");
        if (!NUMBER.matcher(number).matches()) {
            throw new NoAnswer("it names no latest version");
        }
        return new Latest(number, day(version.path("published").asString("")));
    }

    /** @throws NoAnswer when it cannot be read */
    Changes changes(UUID dataset, String version) {
        var changes = read("/v1/data-sets/" + dataset + "/versions/" + version + "/changes");
        var major = count(changes.path("majorChanges"));
        var minor = count(changes.path("minorChanges"));
        var words = new ArrayList<String>();
        LISTS.forEach((list, name) -> {
            var parts = new ArrayList<String>();
            add(parts, major.get(list), "changed or removed");
            add(parts, minor.get(list), "added or renamed");
            if (!parts.isEmpty()) {
                words.add(name + ": " + String.join(", ", parts));
            }
        });
        var notes = changes.path("notes").asString("").strip();
        if (!notes.isEmpty()) {
            words.add("its publisher says: " + notes.replaceAll("\\p{Cntrl}+", " "));
        }
        var all = String.join("; ", words);
        return new Changes(
                major.values().stream().mapToInt(Integer::intValue).sum(),
                minor.values().stream().mapToInt(Integer::intValue).sum(),
                all.length() <= LONGEST_WORDS ? all : all.substring(0, LONGEST_WORDS - 1) + "…");
    }

    /** @throws NoAnswer when it cannot be fetched whole */
    void download(UUID dataset, String version, Path to) {
        try (var in = ask("/v1/data-sets/" + dataset + "/csv?dataSetVersion=" + version, PATIENCE_FOR_A_FILE);
                var out = Files.newOutputStream(to)) {
            copy(in, out, LARGEST_FILE);
        } catch (IOException broken) {
            throw new NoAnswer("its file broke off", broken);
        }
    }

    private JsonNode read(String path) {
        try (var in = ask(path, PATIENCE)) {
            var bytes = new java.io.ByteArrayOutputStream();
            copy(in, bytes, LARGEST_ANSWER);
            return json.readTree(bytes.toByteArray());
        } catch (IOException | JacksonException unreadable) {
            throw new NoAnswer("its answer cannot be read", unreadable);
        }
    }

    private InputStream ask(String path, Duration patience) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(patience)
                            .header("User-Agent", "Slipway")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new NoAnswer(
                        answer.statusCode() == 404
                                ? "it knows no data set with this id"
                                : "it answered with the status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new NoAnswer("it cannot be reached", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("it was not waited for", stopped);
        }
    }

    private static void copy(InputStream in, java.io.OutputStream out, long most) throws IOException {
        var piece = new byte[64 * 1024];
        long all = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            all += read;
            if (all > most) {
                throw new NoAnswer("its answer is larger than is taken");
            }
            out.write(piece, 0, read);
        }
    }

    /** How many changes each list holds; those of items and places are grouped by their filter or level. */
    private static Map<String, Integer> count(JsonNode changes) {
        var counted = new LinkedHashMap<String, Integer>();
        for (var list : LISTS.keySet()) {
            int found = 0;
            for (var change : changes.path(list)) {
                found += change.path("options").isArray()
                        ? change.path("options").size()
                        : 1;
            }
            counted.put(list, found);
        }
        return counted;
    }

    private static void add(List<String> parts, @Nullable Integer count, String words) {
        if (count != null && count > 0) {
            parts.add(count + " " + words);
        }
    }

    private static @Nullable LocalDate day(String moment) {
        try {
            return moment.isEmpty()
                    ? null
                    : OffsetDateTime.parse(moment)
                            .atZoneSameInstant(LondonTime.ZONE)
                            .toLocalDate();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
