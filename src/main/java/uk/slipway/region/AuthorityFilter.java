package uk.slipway.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which authorities a reader asks for.
 *
 * @param asAt the day on which they exist; {@link ListAuthorities#EARLIEST} at the earliest
 * @param region only of this region, or null for all
 * @param search part of a name, or a whole code of any date; blank for all
 */
public record AuthorityFilter(LocalDate asAt, @Nullable RegionCode region, String search) {}
