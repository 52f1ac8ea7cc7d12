package uk.slipway.threads;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;

/**
 * What a room tells of one kind of its things in a golden thread. Each room that has such a kind implements this as a
 * component.
 */
public interface ThreadSource {

    /** The kind of record that it describes, as it stands in a {@link RecordRef}. */
    String kind();

    /**
     * Describes those of some records that the viewer may see, in one statement however many they are (and a fixed number
     * where something is compared with what is published now). What the viewer may not see is absent.
     *
     * @param ids of records of {@link #kind()}, at least one
     * @return by the record's id
     */
    Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids);
}
