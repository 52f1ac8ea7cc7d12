package uk.slipway.datasets;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A file as it was sent: plain, gzipped, or a zip that holds the table and perhaps its meta file. */
final class PublishedFile {

    /** Unpacked; the largest published table at hand has 72 megabytes. */
    private static final long LARGEST = 2_000_000_000L;

    private static final long HARMLESS = 20_000_000L;
    private static final int SUSPICIOUS_RATIO = 250;
    private static final int MOST_ENTRIES = 100;

    /** The file is none that Slipway can unpack, for a reason that a person can act on. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final FindingKind kind;

        Refused(FindingKind kind, String why) {
            super(why);
            this.kind = kind;
        }

        FindingKind kind() {
            return kind;
        }
    }

    private enum Wrapping {
        PLAIN,
        GZIP,
        ZIP
    }

    private final Path path;
    private final Wrapping wrapping;
    private final long packed;
    private final @Nullable String table;
    private final @Nullable String meta;

    private PublishedFile(Path path, Wrapping wrapping, long packed, @Nullable String table, @Nullable String meta) {
        this.path = path;
        this.wrapping = wrapping;
        this.packed = packed;
        this.table = table;
        this.meta = meta;
    }

    /**
     * Looks at the first bytes, whatever the name says, and into a zip's list of contents.
     *
     * @throws Refused when it is no table, or a zip without one
     */
    static PublishedFile at(Path path) throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            throw new Refused(FindingKind.EMPTY, "The file is empty");
        }
        byte[] start;
        try (var in = Files.newInputStream(path)) {
            start = in.readNBytes(4);
        }
        if (start.length >= 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
            return new PublishedFile(path, Wrapping.GZIP, size, null, null);
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
            return zip(path, size);
        }
        if (start.length >= 4 && (start[0] & 0xff) == 0xd0 && (start[1] & 0xff) == 0xcf) {
            throw new Refused(FindingKind.NOT_A_TABLE, "This is an Excel workbook");
        }
        if (start.length >= 4 && start[0] == '%' && start[1] == 'P' && start[2] == 'D' && start[3] == 'F') {
            throw new Refused(FindingKind.NOT_A_TABLE, "This is a PDF");
        }
        return new PublishedFile(path, Wrapping.PLAIN, size, null, null);
    }

    private static PublishedFile zip(Path path, long size) throws IOException {
        List<String> tables = new ArrayList<>();
        String meta = null;
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused(FindingKind.NOT_A_TABLE, "The zip file holds more than " + MOST_ENTRIES + " files");
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement().getName();
                var name = entry.toLowerCase(Locale.ROOT);
                if (name.equals("[content_types].xml") || name.startsWith("xl/")) {
                    throw new Refused(FindingKind.NOT_A_TABLE, "This is an Excel workbook");
                }
                if (name.endsWith(".meta.csv")) {
                    meta = entry;
                } else if (name.endsWith(".csv")) {
                    tables.add(entry);
                }
            }
        } catch (ZipException broken) {
            throw new Refused(FindingKind.NOT_A_TABLE, "The zip file is damaged");
        }
        if (tables.size() != 1) {
            throw new Refused(
                    FindingKind.NOT_A_TABLE,
                    tables.isEmpty() ? "The zip file holds no .csv file" : "The zip file holds more than one table");
        }
        return new PublishedFile(path, Wrapping.ZIP, size, tables.getFirst(), meta);
    }

    /** The table's bytes, unpacked. */
    InputStream table() throws IOException {
        return switch (wrapping) {
            case PLAIN -> new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            case GZIP -> {
                try {
                    yield new Limited(
                            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)), 1 << 16),
                            packed,
                            () -> {});
                } catch (ZipException broken) {
                    throw new Refused(FindingKind.NOT_A_TABLE, "The gzip file is damaged");
                }
            }
            case ZIP -> entry(requireNonNull(table));
        };
    }

    /** The meta file inside the zip, or null where there is none. */
    @Nullable
    InputStream meta() throws IOException {
        return meta == null ? null : entry(meta);
    }

    private InputStream entry(String name) throws IOException {
        var zip = new ZipFile(path.toFile());
        var entry = zip.getEntry(name);
        if (entry == null) {
            zip.close();
            throw new Refused(FindingKind.NOT_A_TABLE, "The zip file is damaged");
        }
        return new Limited(zip.getInputStream(entry), packed, zip);
    }

    /** Stops where a small file unpacks into a huge one. */
    private static final class Limited extends FilterInputStream {
        private final long packed;
        private final Closeable whole;
        private long read;

        Limited(InputStream in, long packed, Closeable whole) {
            super(in);
            this.packed = packed;
            this.whole = whole;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got;
            try {
                got = in.read(bytes, offset, length);
            } catch (EOFException | ZipException broken) {
                throw new Refused(FindingKind.BROKEN_ROW, "The packed file ends too early");
            }
            if (got > 0) {
                read += got;
                if (read > LARGEST || read > HARMLESS && read / SUSPICIOUS_RATIO > packed) {
                    throw new Refused(FindingKind.TOO_LARGE, "It unpacks to more than can be a published table");
                }
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            super.close();
            whole.close();
        }
    }
}
