package uk.slipway.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on a folder that survives restarts. It takes over a folder whose application was killed, server
 * still running or not, and while it is open it starts a server that died again, on the same port, so that the pool
 * finds it.
 */
class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final int port;
    private final Thread watch;
    private EmbeddedPostgres postgres;
    private volatile boolean closing;

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder the data folder, made when it is missing, and made anew when no start on it ever {@linkplain #finished
     *     finished}; the lock and the mark of a finished start lie beside it
     * @throws FolderInUse when another application runs on the folder
     */
    EmbeddedServer(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        Files.createDirectories(beside(""));
        lockFile = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = lock();
        try {
            port = freePort();
            clearUnfinished();
            postgres = startAgain();
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
        watch = Thread.ofPlatform().name("embedded-postgres-watch").daemon().start(this::watch);
    }

    /** The application has started, and told its demonstration where it has one: what is in the folder is kept from now on. */
    void finished() {
        try {
            Files.writeString(beside(".made"), "A start on this folder once finished.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    int port() {
        return port;
    }

    /** The server's main process; empty while there is none. */
    Optional<ProcessHandle> process() {
        var file = folder.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .map(String::strip)
                            .flatMap(pid -> process(pid))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        watch.interrupt();
        try {
            watch.join(STOPS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (lockFile) {
            postgres.close();
            lock.release();
        }
    }

    private FileLock lock() throws IOException {
        try {
            var got = lockFile.tryLock();
            if (got != null) {
                return got;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("The folder is in use in this JVM", e);
        }
        lockFile.close();
        throw new FolderInUse(folder);
    }

    /** A folder whose very first start was interrupted holds half a demonstration, or not even a database. */
    private void clearUnfinished() throws IOException {
        if (Files.exists(folder) && !Files.exists(beside(".made"))) {
            LOG.info("The first start on {} never finished: making it anew", folder);
            stopOrphan();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Starts on the folder; PostgreSQL recovers what it had committed. Its dying children may hold the folder a moment. */
    private EmbeddedPostgres startAgain() throws IOException {
        IOException failed = new IOException("PostgreSQL did not start on " + folder);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            stopOrphan();
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofSeconds(30))
                        // Both are off by default in the embedded server, and a kill would lose what was just saved.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "localhost")
                        .start();
            } catch (IOException | RuntimeException e) {
                failed.addSuppressed(e);
                LOG.info("PostgreSQL did not start at attempt {} of {}", attempt, ATTEMPTS);
                pause(Duration.ofSeconds(1));
            }
        }
        throw failed;
    }

    /** Stops the server that a killed application left behind; we hold the lock, so it is nobody's. */
    private void stopOrphan() throws IOException {
        var orphan = process();
        if (orphan.isPresent()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left on {}", folder);
            orphan.get().destroy();
            if (!gone(orphan.get())) {
                orphan.get().destroyForcibly();
                if (!gone(orphan.get())) {
                    throw new IOException(
                            "PostgreSQL with process id " + orphan.get().pid() + " does not stop");
                }
            }
        } else {
            // Its number may by now be another program's, which PostgreSQL would take for a running server.
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        }
    }

    private static boolean gone(ProcessHandle process) {
        try {
            CompletableFuture<ProcessHandle> exit = process.onExit();
            exit.get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private void watch() {
        while (!closing) {
            pause(LOOKS_EVERY);
            if (!closing && !answers() && process().isEmpty()) {
                LOG.warn("PostgreSQL has died: starting it again on port {}", port);
                try {
                    postgres.close();
                    postgres = startAgain();
                    LOG.info("PostgreSQL answers again on port {}", port);
                } catch (IOException | RuntimeException e) {
                    LOG.error("PostgreSQL could not be started again; trying on", e);
                }
            }
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path beside(String suffix) {
        var parent = folder.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a folder for a database: " + folder);
        }
        return suffix.isEmpty() ? parent : parent.resolve(folder.getFileName() + suffix);
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.matches("[0-9]{1,10}")
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .filter(EmbeddedServer::isPostgres)
                : Optional.empty();
    }

    private static boolean isPostgres(ProcessHandle process) {
        @Nullable String command = process.info().command().orElse(null);
        return command == null || command.contains("postgres");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
