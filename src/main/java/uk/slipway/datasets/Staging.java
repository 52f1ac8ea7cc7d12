package uk.slipway.datasets;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Writes checked rows into the staging table with COPY in its binary format: no escaping, and no more memory than one
 * buffer. A row is an array of text, because a file may have more columns than a table can.
 */
final class Staging {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int OF_TEXT = 25;
    private static final int FLUSH = 1 << 16;

    private final CopyIn copy;
    private final int release;
    private byte[] buffer = new byte[FLUSH * 2];
    private int length;

    Staging(CopyManager copies, int release) throws SQLException {
        this.copy = copies.copyIn(
                "copy dataset_staged (release_key, line, place, period, series, cells) from stdin binary");
        this.release = release;
        bytes(HEADER);
    }

    void row(long line, int place, int period, UUID series, List<String> cells) throws SQLException {
        int16(6);
        int32(4);
        int32(release);
        int32(8);
        int64(line);
        int32(4);
        int32(place);
        int32(4);
        int32(period);
        int32(16);
        int64(series.getMostSignificantBits());
        int64(series.getLeastSignificantBits());
        room(4);
        int sizeAt = length;
        length += 4;
        int32(1);
        int32(0);
        int32(OF_TEXT);
        int32(cells.size());
        int32(1);
        for (var cell : cells) {
            text(cell);
        }
        put32(sizeAt, length - sizeAt - 4);
        if (length >= FLUSH) {
            flush();
        }
    }

    /** The rows are there when the transaction is. */
    long finish() throws SQLException {
        int16(-1);
        flush();
        return copy.endCopy();
    }

    void abandon() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void text(String text) {
        int characters = text.length();
        room(4 + characters);
        int at = length + 4;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                var encoded = text.getBytes(StandardCharsets.UTF_8);
                int32(encoded.length);
                bytes(encoded);
                return;
            }
            buffer[at++] = (byte) c;
        }
        put32(length, characters);
        length = at;
    }

    private void bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, buffer, length, more.length);
        length += more.length;
    }

    private void int16(int value) {
        room(2);
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void int32(int value) {
        room(4);
        put32(length, value);
        length += 4;
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    private void put32(int at, int value) {
        buffer[at] = (byte) (value >> 24);
        buffer[at + 1] = (byte) (value >> 16);
        buffer[at + 2] = (byte) (value >> 8);
        buffer[at + 3] = (byte) value;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
