package uk.slipway.embedded;

import java.nio.file.Path;

/** Another application runs on the embedded database's folder. */
class FolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super("Another Slipway is running on the database in " + folder);
    }
}
