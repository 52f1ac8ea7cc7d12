package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTests {
    private static List<Path> built() throws IOException, URISyntaxException {
        URL folder =
                Objects.requireNonNull(AssetsTests.class.getResource("/static/assets"), "the front end was not built");
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void carryNothingOfTheBrandOfGovUk() throws Exception {
        List<Path> files = built();

        assertThat(files).isNotEmpty().noneMatch(file -> file.toString().contains(".woff"));
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContainIgnoringCase("gds transport")
                    .doesNotContainIgnoringCase("crown")
                    .doesNotContainIgnoringCase("crest")
                    .doesNotContain(".woff");
        }
    }

    @Test
    void areAllThatTheLayoutAsksFor() throws Exception {
        assertThat(built().stream().map(file -> file.getFileName().toString()))
                .contains("slipway.css", "slipway.js", "supported.js", "favicon.svg", "favicon.png");
        assertThat(AssetsTests.class.getResource("/static/favicon.ico"))
                .as("what browsers ask for unasked")
                .isNotNull();
    }

    @Test
    void templatesHaveNoInlineScriptStyleOrUnescapedText() throws Exception {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain("th:utext", "__${", " style=\"", "<style", "=\"javascript:")
                        .doesNotContainPattern("<script(?![^>]*src)")
                        .doesNotContainPattern(" on[a-z]+=\"");
            }
        }
    }
}
