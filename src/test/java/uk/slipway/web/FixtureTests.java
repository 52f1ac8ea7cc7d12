package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every fragment gives the HTML of the design system: each case of its own {@code fixtures.json} is rendered through the
 * template engine and compared after parsing, so that white space and the order of attributes do not count. What cannot
 * be the same is listed with its reason in {@code fixture-exceptions.txt}; a case on the list that is the same after all
 * fails too, so that the list is never longer than it has to be.
 */
class FixtureTests {
    private static final Path FIXTURES = Path.of("node_modules/govuk-frontend/dist/govuk/components");
    private static final Path EXCEPTIONS = Path.of("src/test/resources/uk/slipway/web/fixture-exceptions.txt");
    /** Attributes that mean the same whatever their value. */
    private static final Set<String> ALONE = Set.of("checked", "disabled", "hidden", "multiple", "open", "selected");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> components() {
        return Stream.of(
                "back-link",
                "breadcrumbs",
                "button",
                "character-count",
                "checkboxes",
                "date-input",
                "details",
                "error-message",
                "error-summary",
                "fieldset",
                "file-upload",
                "generic-header",
                "hint",
                "input",
                "inset-text",
                "label",
                "notification-banner",
                "pagination",
                "panel",
                "password-input",
                "phase-banner",
                "radios",
                "select",
                "service-navigation",
                "skip-link",
                "summary-list",
                "table",
                "tabs",
                "tag",
                "task-list",
                "textarea",
                "warning-text");
    }

    @ParameterizedTest
    @MethodSource("components")
    void givesTheHtmlOfTheDesignSystem(String component) throws IOException {
        Map<String, String> exceptions = exceptionsOf(component);
        List<String> differences = new ArrayList<>();
        List<String> neverMet = new ArrayList<>(exceptions.keySet());
        int passed = 0;
        List<Map<String, Object>> fixtures = fixturesOf(component);
        for (Map<String, Object> fixture : fixtures) {
            String name = String.valueOf(fixture.get("name"));
            neverMet.remove(name);
            String expected = normal(String.valueOf(fixture.get("html")));
            String actual = rendered(component, fixture);
            boolean same = expected.equals(actual);
            passed += same ? 1 : 0;
            if (!same && !exceptions.containsKey(name)) {
                differences.add("%s | %s%nexpected%n%s%nbut was%n%s".formatted(component, name, expected, actual));
            }
            if (same && exceptions.containsKey(name)) {
                differences.add("%s | %s is the same: take it off the list of exceptions".formatted(component, name));
            }
        }
        System.out.printf("%s: %d of %d%n", component, passed, fixtures.size());
        assertThat(differences).isEmpty();
        assertThat(neverMet).as("exceptions that no fixture has").isEmpty();
    }

    private static String rendered(String component, Map<String, Object> fixture) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("options", options(fixture.get("options"), ""));
        try {
            return normal(Rendering.render(
                    "<div th:replace=\"~{web/%s :: %s(${options})}\"></div>".formatted(component, camel(component)),
                    model));
        } catch (RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return "(cannot be rendered: " + cause.getMessage() + ")";
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> fixturesOf(String component) throws IOException {
        Map<String, Object> file =
                JSON.readValue(Files.readString(FIXTURES.resolve(component + "/fixtures.json")), Map.class);
        return Objects.requireNonNull((List<Map<String, Object>>) file.get("fixtures"));
    }

    /** Lines of "component | case | reason". */
    private static Map<String, String> exceptionsOf(String component) throws IOException {
        Map<String, String> exceptions = new TreeMap<>();
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            String[] parts = line.split(" \\| ", 3);
            if (!line.startsWith("#") && parts.length == 3 && parts[0].equals(component)) {
                exceptions.put(parts[1], parts[2]);
            }
        }
        return exceptions;
    }

    private static String camel(String component) {
        StringBuilder camel = new StringBuilder();
        for (String word : component.split("-")) {
            camel.append(
                    camel.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    /** The options of a macro as a page would give them: markup is taken as it is. */
    private static @Nullable Object options(@Nullable Object value, String key) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, item) ->
                        copy.put(name, key.equals("attributes") ? item : options(item, String.valueOf(name), key)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(options(item, key)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object options(@Nullable Object value, String name, String parent) {
        boolean markup = name.equals("html") || name.endsWith("Html") || parent.equals("slots");
        return markup && value instanceof String text && !text.isEmpty() ? new SafeHtml(text) : options(value, name);
    }

    static String normal(String html) {
        StringBuilder normal = new StringBuilder();
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            append(node, normal, "");
        }
        return normal.toString();
    }

    private static void append(Node node, StringBuilder normal, String indent) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText().strip().replaceAll("\\s+", " ");
            if (!words.isEmpty()) {
                normal.append(indent).append(words).append('\n');
            }
        } else if (node instanceof Element element) {
            normal.append(indent).append('<').append(element.tagName());
            Map<String, String> attributes = new TreeMap<>();
            for (Attribute attribute : element.attributes()) {
                attributes.put(
                        attribute.getKey(),
                        ALONE.contains(attribute.getKey())
                                ? ""
                                : attribute.getValue().strip().replaceAll("\\s+", " "));
            }
            attributes.forEach((name, value) ->
                    normal.append(' ').append(name).append("=\"").append(value).append('"'));
            normal.append(">\n");
            for (Node child : element.childNodes()) {
                append(child, normal, indent + " ");
            }
        }
    }
}
