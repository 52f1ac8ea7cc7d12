package uk.slipway.commitments;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which commitments a list shows, as it stands in the address.
 *
 * @param state for one's own authority alone
 * @param authority of the regional team's list
 * @param before where the page goes on, or null for the first
 */
record CommitmentsFilter(
        @Nullable CommitmentState state,
        @Nullable String areaCode,
        @Nullable UUID authority,
        @Nullable Place before) {

    /** The last row of the page before. */
    record Place(int year, UUID id) {

        /** Reads {@code 2025_…}; empty when it is not one. */
        static Optional<Place> from(String address) {
            try {
                int line = address.indexOf('_');
                return line != 4
                        ? Optional.empty()
                        : Optional.of(new Place(
                                Integer.parseInt(address.substring(0, line)),
                                UUID.fromString(address.substring(line + 1))));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }

        String inAddress() {
            return year + "_" + id;
        }
    }
}
