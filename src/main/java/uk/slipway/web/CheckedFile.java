package uk.slipway.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An uploaded file whose content was looked at: a PDF, a Word document, an Excel workbook, a PowerPoint presentation, a PNG
 * or a JPEG. What its name or its sender says of its type counts for nothing.
 *
 * @param name its name, made harmless
 * @param mediaType what its content is
 */
public record CheckedFile(String name, String mediaType, byte[] content) {

    /** The largest file accepted unless a room says another size, in bytes: 10 MB. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int ENTRIES_LOOKED_AT = 2_000;
    private static final int LONGEST_NAME = 200;

    /** The file, if it is one of the accepted kinds and not larger than {@link #LARGEST}. */
    public static Optional<CheckedFile> of(String name, byte[] content) {
        return of(name, content, LARGEST);
    }

    /** The file, if it is one of the accepted kinds and has at most so many bytes. */
    public static Optional<CheckedFile> of(String name, byte[] content, int largest) {
        if (content.length == 0 || content.length > largest) {
            return Optional.empty();
        }
        return typeOf(content).map(type -> new CheckedFile(safe(name), type, content));
    }

    private static Optional<String> typeOf(byte[] content) {
        if (begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of("application/pdf");
        }
        if (begins(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
            return Optional.of("image/png");
        }
        if (begins(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return Optional.of("image/jpeg");
        }
        if (begins(content, new byte[] {'P', 'K', 3, 4})) {
            return officeType(content);
        }
        return Optional.empty();
    }

    /** Word and Excel files are archives; their parts tell which, and whether macros are inside. */
    private static Optional<String> officeType(byte[] content) {
        Set<String> parts = new HashSet<>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = archive.getNextEntry();
            while (entry != null && parts.size() < ENTRIES_LOOKED_AT) {
                parts.add(entry.getName());
                entry = archive.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        if (!parts.contains("[Content_Types].xml")
                || parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
            return Optional.empty();
        }
        if (parts.contains("word/document.xml")) {
            return Optional.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        }
        if (parts.contains("xl/workbook.xml")) {
            return Optional.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
        if (parts.contains("ppt/presentation.xml")) {
            return Optional.of("application/vnd.openxmlformats-officedocument.presentationml.presentation");
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] content, byte[] mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int at = 0; at < mark.length; at++) {
            if (content[at] != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>:|?*\\p{Cf}\\p{Cs}]", "")
                .strip();
        if (last.isEmpty()) {
            return "document";
        }
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedFile file
                && file.name.equals(name)
                && java.util.Arrays.equals(file.content, content);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name + ", " + content.length + " bytes of " + mediaType;
    }
}
