package uk.slipway.cycles;

import java.time.LocalDate;
import java.util.List;
import uk.slipway.accounts.Role;

/**
 * One date of a year.
 *
 * @param kind which of the year's dates it is
 * @param on the day
 * @param responsible the roles that see to it
 */
public record MilestoneView(MilestoneKind kind, LocalDate on, List<Role> responsible) {

    public MilestoneView {
        responsible = List.copyOf(responsible);
    }
}
