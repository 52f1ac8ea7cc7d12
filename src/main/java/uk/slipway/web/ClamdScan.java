package uk.slipway.web;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks clamd, the daemon of ClamAV, by its INSTREAM command, where {@code slipway.virus-scan.clamd} names its host and port.
 * The file is sent in chunks, each after its length, and a length of nought ends it; the answer is one line.
 */
@Component
class ClamdScan implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final int CHUNK = 64 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_ANSWER = 4096;

    private final String address;

    /** @param address {@code host:port}, or empty where no file is scanned */
    ClamdScan(@Value("${slipway.virus-scan.clamd:}") String address) {
        this.address = address.strip();
    }

    @Override
    public Verdict scan(byte[] content) {
        if (address.isEmpty()) {
            return Verdict.NOT_SCANNED;
        }
        try {
            var answer = ask(content);
            if (answer.endsWith("FOUND")) {
                LOG.warn("An uploaded file was refused by the virus scanner: {}", answer);
                return Verdict.INFECTED;
            }
            if (answer.endsWith("OK")) {
                return Verdict.CLEAN;
            }
            LOG.warn("The virus scanner answered: {}", answer);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The virus scanner at {} did not answer", address, e);
        }
        return Verdict.UNANSWERED;
    }

    private String ask(byte[] content) throws IOException {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("slipway.virus-scan.clamd is host:port, not " + address);
        }
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = in.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }
}
