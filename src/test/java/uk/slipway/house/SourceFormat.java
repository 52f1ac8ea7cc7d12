package uk.slipway.house;

import com.palantir.javaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs palantir-java-format over every source of the project, on the JDK that compiles them. */
final class SourceFormat {

    private SourceFormat() {}

    /** @param arguments {@code --check} to report and fail, {@code --write} to format */
    public static void main(String[] arguments) throws IOException {
        boolean check = List.of(arguments).contains("--check");
        var command = new ArrayList<String>();
        command.add("--palantir");
        if (check) {
            command.addAll(List.of("--dry-run", "--set-exit-if-changed"));
        } else {
            command.add("--replace");
        }
        for (var root : List.of("src/main/java", "src/test/java", "bench")) {
            if (Files.isDirectory(Path.of(root))) {
                try (var files = Files.walk(Path.of(root))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::toString)
                            .forEach(command::add);
                }
            }
        }
        if (check) {
            System.out.println(
                    "Sources that are not formatted (mend with: mvn -Dquick test-compile exec:exec@format-write):");
        }
        Main.main(command.toArray(String[]::new));
    }
}
