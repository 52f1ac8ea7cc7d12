package uk.slipway.inspections;

import java.util.List;
import java.util.UUID;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** A file that was sent, and the report on it. */
@UseCase(readOnly = true)
class ReadSentFile {

    private final SentFiles sent;
    private final InspectionFile file;

    ReadSentFile(SentFiles sent, InspectionFile file) {
        this.sent = sent;
        this.file = file;
    }

    record Found(SentFile sent, ReadFile read) {}

    /** The latest files, the newest first. */
    List<SentFiles.Sent> latest() {
        return sent.latest();
    }

    Found handle(UUID id) {
        var found = sent.find(id).orElseThrow(NotFound::new);
        return new Found(found, file.read(found.name(), found.content()));
    }
}
