package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Against a server that speaks clamd's INSTREAM as its manual describes it. */
class ClamdScanTests {

    private static final byte[] FILE = "a file longer than nothing".getBytes(StandardCharsets.UTF_8);

    @Test
    void asksNobodyUnlessAScannerIsNamed() {
        assertThat(new ClamdScan("").scan(FILE)).isEqualTo(VirusScan.Verdict.NOT_SCANNED);
    }

    @Test
    void sendsTheWholeFileAndReadsTheVerdict() throws Exception {
        assertThat(answered("stream: OK")).isEqualTo(VirusScan.Verdict.CLEAN);
        assertThat(answered("stream: Eicar-Test-Signature FOUND")).isEqualTo(VirusScan.Verdict.INFECTED);
        assertThat(answered("INSTREAM size limit exceeded. ERROR")).isEqualTo(VirusScan.Verdict.UNANSWERED);
    }

    @Test
    void saysWhenTheScannerDoesNotAnswer() throws Exception {
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertThat(new ClamdScan("localhost:" + nobody).scan(FILE)).isEqualTo(VirusScan.Verdict.UNANSWERED);
        assertThat(new ClamdScan("no address").scan(FILE)).isEqualTo(VirusScan.Verdict.UNANSWERED);
    }

    private static VirusScan.Verdict answered(String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> serve(server, answer));
            var verdict = new ClamdScan("localhost:" + server.getLocalPort()).scan(FILE);
            assertThat(received.get()).isEqualTo(FILE);
            return verdict;
        }
    }

    private static byte[] serve(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            var in = new DataInputStream(client.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var file = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                file.write(in.readNBytes(length));
            }
            client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return file.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
