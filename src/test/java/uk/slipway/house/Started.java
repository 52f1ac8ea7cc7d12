package uk.slipway.house;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.slipway.Slipway;

/**
 * Slipway started as its user starts it, in a process of its own and without the tests' classes. Closing it ends the
 * process.
 */
public final class Started implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Started Slipway in ");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path console;

    private Started(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /**
     * Starts Slipway and waits until it answers.
     *
     * @param folder where it runs, and keeps its console
     * @param arguments of the command line; the port is a free one
     * @throws IllegalStateException if it stopped instead
     */
    public static Started slipway(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                        .collect(Collectors.joining(File.pathSeparator)),
                Slipway.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        try {
            var console = Files.createTempFile(folder, "console", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            var started = new Started(process, console);
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> !process.isAlive()
                            || READY.matcher(started.console()).find());
            if (!process.isAlive()) {
                throw new IllegalStateException("Slipway stopped:\n" + started.console());
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it has printed so far. */
    public String console() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        var port = PORT.matcher(console());
        if (!port.find()) {
            throw new IllegalStateException("Slipway has not said its port:\n" + console());
        }
        return "http://localhost:" + port.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(30))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
