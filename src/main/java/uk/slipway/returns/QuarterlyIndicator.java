package uk.slipway.returns;

import java.util.UUID;
import uk.slipway.kernel.RecordRef;

/**
 * A line of a region's list.
 *
 * @param place its place in the list, from 1
 * @param asked whether the next return asks for it
 */
record QuarterlyIndicator(UUID id, long version, int place, boolean asked, QuarterlyDefinition definition) {

    static RecordRef refOf(UUID id) {
        return new RecordRef("quarterly-indicator", id);
    }
}
