package uk.slipway.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of published files that stands beside the clone: {@code ../shared/data}, or what {@code
 * -Dslipway.shared.data} names. Where it is absent its tests are skipped; it is a failure where it was named, or under {@code
 * CI=true}, where a copy is put beside the clone.
 */
public final class SharedData {

    private static final String NAMED = System.getProperty("slipway.shared.data");
    private static final Path FOLDER = Path.of(NAMED == null ? "../shared/data" : NAMED);

    private SharedData() {}

    /** The folder, or the test ends here: as a failure or as a skip. */
    public static Path folder() {
        if (!Files.isDirectory(FOLDER)) {
            assertThat(NAMED != null || "true".equals(System.getenv("CI")))
                    .as("The published files at %s are not there", FOLDER)
                    .isFalse();
            assumeTrue(false, "No published files at " + FOLDER);
        }
        return FOLDER;
    }

    /** Every file below the folder, by its path within it, in the order of the alphabet. */
    public static List<String> files() throws IOException {
        var folder = folder();
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
