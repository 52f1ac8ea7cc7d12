package uk.slipway.selfevaluation;

import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.CheckedFile;
import uk.slipway.web.NotFound;

/** Opens a file that a self-evaluation names. */
@UseCase(readOnly = true)
class OpenDocument {

    private final Documents documents;

    OpenDocument(Documents documents) {
        this.documents = documents;
    }

    /** @throws NotFound when there is none that the viewer may read */
    CheckedFile open(UUID document, Viewer viewer) {
        return documents.read(document, viewer).orElseThrow(NotFound::new);
    }
}
