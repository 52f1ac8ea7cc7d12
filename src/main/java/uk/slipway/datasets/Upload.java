package uk.slipway.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that was sent, with its meta file, kept on disk while it is read. */
record Upload(Path folder, String name, Path data, @Nullable Path meta) implements AutoCloseable {

    private static final int LONGEST_NAME = 255;

    static Upload of(MultipartFile file, @Nullable MultipartFile meta) throws IOException {
        var folder = Files.createTempDirectory("slipway-release");
        return new Upload(
                folder,
                name(file),
                kept(folder, "data", file),
                meta == null || meta.isEmpty() ? null : kept(folder, "meta", meta));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("data"));
        Files.deleteIfExists(folder.resolve("meta"));
        Files.deleteIfExists(folder);
    }

    private static Path kept(Path folder, String as, MultipartFile file) throws IOException {
        var path = folder.resolve(as);
        file.transferTo(path);
        return path;
    }

    private static String name(MultipartFile file) {
        var sent = file.getOriginalFilename();
        var name = sent == null ? "" : sent.replaceAll("(?s).*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank()
                ? "file"
                : name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
