import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An open-loop load: request number i leaves at i / rate, whatever became of the others, and its latency counts from that
 * moment. Arguments: rate, seconds that do not count (in which this process warms up too), seconds that do, and a file with
 * a target on each line (method, address, cookie, body, by tabs). In a body, {@code @VERSION@n@} is the record's version,
 * which each save counts up; such a target's next save waits for the answer to its last, as a writer does.
 */
class Load {

    private static final class Target {
        final String method;
        final URI address;
        final String cookie;
        final String before;
        final String after;
        final AtomicInteger version;
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        Target(String line) {
            var parts = line.split("\t", -1);
            method = parts[0];
            address = URI.create(parts[1]);
            cookie = parts[2];
            var body = parts[3].split("@VERSION@", -1);
            before = body[0];
            int end = body.length == 1 ? 0 : body[1].indexOf('@');
            after = body.length == 1 ? "" : body[1].substring(end + 1);
            version = body.length == 1 ? null : new AtomicInteger(Integer.parseInt(body[1].substring(0, end)));
        }

        CompletableFuture<HttpResponse<byte[]>> send(HttpClient client, int number) {
            if (version == null) {
                return client.sendAsync(request(number), HttpResponse.BodyHandlers.ofByteArray());
            }
            var answer = last.handle((before, failure) -> request(number))
                    .thenCompose(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
            last = answer;
            return answer;
        }

        private HttpRequest request(int number) {
            var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            if (method.equals("GET")) {
                return request.build();
            }
            var body = version == null ? before : before + version.getAndIncrement() + after;
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace("@NUMBER@", "" + number)))
                    .build();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rate = Integer.parseInt(arguments[0]);
        int uncounted = rate * Integer.parseInt(arguments[1]);
        int count = uncounted + rate * Integer.parseInt(arguments[2]);
        List<Target> targets = new ArrayList<>();
        for (var line : Files.readAllLines(Path.of(arguments[3]))) {
            targets.add(new Target(line));
        }
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var all = new long[count];
        var failures = new AtomicInteger();
        var done = new CountDownLatch(count);
        long start = System.nanoTime() + 100_000_000L;
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            targets.get(i % targets.size()).send(client, i).whenComplete((response, failure) -> {
                all[number] = System.nanoTime() - due;
                boolean signIn = response != null
                        && response.headers().firstValue("Location").orElse("").contains("/sign-in");
                if (failure != null || response.statusCode() >= 400 || signIn) {
                    failures.incrementAndGet();
                }
                done.countDown();
            });
        }
        done.await(60, TimeUnit.SECONDS);
        var latencies = Arrays.copyOfRange(all, Math.min(uncounted, count - 1), count);
        Arrays.sort(latencies);
        System.out.printf(
                Locale.ROOT,
                "%d %.1f %.1f %.1f %.1f %d%n",
                latencies.length,
                at(latencies, 0.50),
                at(latencies, 0.95),
                at(latencies, 0.99),
                latencies[latencies.length - 1] / 1e6,
                failures.get());
        System.exit(0);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] / 1e6;
    }
}
