import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends published files and defines indicators as a program does: through the API, with a data lead's token. */
class Figures {

    static final Path SHARED = Path.of(System.getProperty("slipway.shared.data", "../shared/data"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "slipway-bench-7d3f";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;
    private final String token;

    Figures(String origin, Bench.Person lead) throws Exception {
        this.origin = origin;
        var form = Jsoup.parse(lead.client()
                .send(
                        HttpRequest.newBuilder(URI.create(origin + "/account")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        var body = "name=bench&days=7&_csrf="
                + Bench.encode(form.select("input[name=_csrf]").first().val());
        lead.client()
                .send(
                        HttpRequest.newBuilder(URI.create(origin + "/account/tokens"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        var page = lead.client()
                .send(
                        HttpRequest.newBuilder(URI.create(origin + "/account")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var found = Pattern.compile("slipway_[A-Za-z0-9_-]+").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No token on the account page");
        }
        token = found.group();
    }

    /** Sends every table of the folder and publishes what is not refused; says how many of each there are. */
    String loadAll() throws Exception {
        int taken = 0;
        int refused = 0;
        try (var all = Files.walk(SHARED)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                var name = SHARED.relativize(file).toString();
                if (name.contains(".meta.") || name.startsWith("ofsted") || !name.matches(".*\\.(csv|gz|zip)")) {
                    continue;
                }
                var slug = add(name);
                var report = send(slug, file);
                if (report.path("state").asString("").equals("checked")) {
                    publish(slug, report.path("id").asString());
                    taken++;
                } else {
                    refused++;
                }
            }
        }
        int indicators = 0;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(Path.of("bench", "indicators.csv"))) {
            for (var row : reader.stream().toList()) {
                define(row.getFieldsAsMap());
                indicators++;
            }
        }
        return taken + " published files (" + refused + " were refused), " + indicators + " indicators";
    }

    /** Adds a data set of this title and answers the slug that names it. */
    String add(String title) throws Exception {
        return json("POST", "/api/v1/datasets", Map.of("title", title, "source", "Department for Education"), 201)
                .path("slug")
                .asString();
    }

    /** Sends the file, with the meta file beside it where there is one, and answers the report. */
    JsonNode send(String slug, Path file) throws Exception {
        var name = file.getFileName().toString();
        var body = new ByteArrayOutputStream();
        part(body, "label", null, "2025".getBytes(StandardCharsets.UTF_8));
        part(body, "file", name, Files.readAllBytes(file));
        var meta = file.resolveSibling(name.replaceAll("\\.csv(\\.gz)?$", ".meta.csv"));
        if (!meta.equals(file) && Files.exists(meta)) {
            part(body, "meta", meta.getFileName().toString(), Files.readAllBytes(meta));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(origin + "/api/v1/datasets/" + slug + "/releases"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return answer(request, 201);
    }

    /** Publishes a checked file and accepts its warnings. */
    JsonNode publish(String slug, String id) throws Exception {
        return json(
                "POST", "/api/v1/datasets/" + slug + "/files/" + id + "/publish", Map.of("acceptWarnings", true), 200);
    }

    private void define(Map<String, String> row) throws Exception {
        var filters = new LinkedHashMap<String, String>();
        for (var filter : row.get("filters").split(";")) {
            if (!filter.isBlank()) {
                filters.put(filter.split("=", 2)[0], filter.split("=", 2)[1]);
            }
        }
        var definition = new LinkedHashMap<String, Object>();
        for (var field : List.of("name", "unit", "polarity", "dataset", "figure", "grouping")) {
            definition.put(field, row.get(field));
        }
        definition.put("description", "For the benchmark.");
        definition.put("decimalPlaces", Integer.parseInt(row.get("places")));
        definition.put("filters", filters);
        json("PUT", "/api/v1/indicators/" + row.get("slug"), definition, 201);
    }

    private JsonNode json(String method, String path, Object body, int expected) throws Exception {
        return answer(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                expected);
    }

    private JsonNode answer(HttpRequest request, int expected) throws Exception {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%s answered %d: %s", request.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private static void part(ByteArrayOutputStream body, String name, String file, byte[] bytes) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                        + (file == null ? "" : "; filename=\"" + file + "\"") + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
