package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import uk.slipway.accounts.Role;

/** A day of a cycle and the roles that see to it. */
@Embeddable
record Milestone(
        @Enumerated(EnumType.STRING) MilestoneKind kind,
        @Column(name = "falls_on") LocalDate on,
        @Convert(converter = RolesColumn.class) Responsible responsible) {

    Milestone on(LocalDate day) {
        return new Milestone(kind, day, responsible);
    }

    static Milestone of(MilestoneKind kind, LocalDate on, Role... responsible) {
        return new Milestone(kind, on, Responsible.of(responsible));
    }
}
