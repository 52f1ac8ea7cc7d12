package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no template may contain, each with the reason. */
class TemplateRulesTests {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** The one fragment that prints HTML made elsewhere, from sanitised Markdown. */
    private static final String MARKDOWN = "web/markdown.html";

    record Rule(String name, Pattern refused, String because) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "th:utext outside " + MARKDOWN,
                        Pattern.compile("th:utext|\\[\\("),
                        "text that people typed would become HTML"),
                new Rule("__${…}__", Pattern.compile("__\\s*[$*#@~]\\{"), "what people typed would be evaluated"),
                new Rule(
                        "an inline script",
                        Pattern.compile("<script(?![^>]*\\bsrc=)", Pattern.CASE_INSENSITIVE),
                        "the content security policy refuses it"),
                new Rule(
                        "an inline style",
                        Pattern.compile("<style|[\\s\"']style=|th:style", Pattern.CASE_INSENSITIVE),
                        "the content security policy refuses it"),
                new Rule(
                        "an inline event handler",
                        Pattern.compile("<[^>]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE),
                        "the content security policy refuses it"),
                new Rule(
                        "a condition beside a replacement",
                        Pattern.compile("<[^>]*th:(if|unless)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(if|unless)="),
                        "the replacement comes first, and the condition is never asked"),
                new Rule("a call of a bean", Pattern.compile("\\$\\{\\s*@"), "a template shows its page record alone"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noTemplateHas(Rule rule) throws IOException {
        var broken = new ArrayList<String>();
        for (var template : templates().entrySet()) {
            if (rule.name().startsWith("th:utext") && template.getKey().equals(MARKDOWN)) {
                continue;
            }
            var match = rule.refused().matcher(template.getValue());
            while (match.find()) {
                long line = template.getValue()
                        .substring(0, match.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                broken.add(template.getKey() + ":" + (line + 1) + " " + match.group());
            }
        }
        assertThat(broken)
                .as("No template has %s, because %s", rule.name(), rule.because())
                .isEmpty();
    }

    /** Templates without their comments, by path. */
    private static Map<String, String> templates() throws IOException {
        var found = new TreeMap<String, String>();
        List<Path> files;
        try (var walk = Files.walk(TEMPLATES)) {
            files = walk.filter(file -> file.toString().endsWith(".html")).toList();
        }
        for (var file : files) {
            found.put(
                    TEMPLATES.relativize(file).toString().replace('\\', '/'),
                    Files.readString(file).replaceAll("(?s)<!--.*?-->", ""));
        }
        assertThat(found).as("templates").isNotEmpty();
        return found;
    }
}
