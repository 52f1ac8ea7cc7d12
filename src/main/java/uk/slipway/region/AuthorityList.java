package uk.slipway.region;

import java.time.LocalDate;
import java.util.List;

/**
 * Authorities as at a day, by region.
 *
 * @param asAt that day
 * @param groups the regions that have any, the reader's own first
 * @param count how many authorities, fictitious ones not counted
 * @param fictitious how many fictitious ones are listed beside them
 * @param onOtherDays authorities that were searched for but do not exist on that day, with what came before or after
 */
public record AuthorityList(
        LocalDate asAt, List<Group> groups, int count, int fictitious, List<OnOtherDays> onOtherDays) {

    /**
     * The authorities of one region.
     *
     * @param region the region
     * @param authorities its authorities, by name
     */
    public record Group(Region region, List<LocalAuthority> authorities) {

        /** How many real authorities it has. */
        public int count() {
            return (int) authorities.stream()
                    .filter(authority -> !authority.fictitious())
                    .count();
        }
    }

    /**
     * An authority that has ended by the day asked for, or has not yet started.
     *
     * @param authority the authority
     * @param predecessors those it took over from
     * @param successors those that took over from it
     */
    public record OnOtherDays(
            LocalAuthority authority, List<LocalAuthority> predecessors, List<LocalAuthority> successors) {}
}
