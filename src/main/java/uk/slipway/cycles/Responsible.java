package uk.slipway.cycles;

import java.util.List;
import java.util.stream.Collectors;
import uk.slipway.accounts.Role;

/** The roles that see to a milestone, in the order of {@link Role}. */
record Responsible(List<Role> roles) {

    /** Who can be made responsible for a milestone. */
    static final List<Role> CHOICES = List.of(
            Role.LA_OFFICER,
            Role.DIRECTOR,
            Role.CHIEF_EXECUTIVE,
            Role.LEAD_MEMBER,
            Role.REGIONAL_MANAGER,
            Role.DATA_LEAD,
            Role.OFSTED_COLLEAGUE);

    Responsible {
        roles = roles.stream().distinct().sorted().toList();
    }

    static Responsible of(Role... roles) {
        return new Responsible(List.of(roles));
    }

    String inWords() {
        return roles.stream().map(Role::inWords).collect(Collectors.joining(", "));
    }
}
