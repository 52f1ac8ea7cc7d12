package uk.slipway.accounts;

import java.util.List;

/**
 * One entry of the service navigation, contributed by a room as a bean.
 *
 * @param label the word shown: {@code Self-evaluation}
 * @param path the address it leads to: {@code /self-evaluations}
 * @param order its place from left to right: 0 Home, 10 This year, 20 Self-evaluation, 30 Forums, 40 Headlines,
 *     50 Conversations, 60 Figures, 65 Data sets, 70 Board, 74 Fostering, 80 Authorities, 90 People
 * @param roles the roles that are shown it
 * @param ofAnAuthority whether it is shown only to who acts for a local authority: a role may be the region's as well
 */
public record NavigationEntry(String label, String path, int order, List<Role> roles, boolean ofAnAuthority) {

    public NavigationEntry {
        roles = List.copyOf(roles);
    }

    /** An entry for these roles, whomever they act for. */
    public NavigationEntry(String label, String path, int order, List<Role> roles) {
        this(label, path, order, roles, false);
    }

    /** An entry for everybody who is signed in. */
    public static NavigationEntry forEverybody(String label, String path, int order) {
        return new NavigationEntry(label, path, order, List.of(Role.values()));
    }

    boolean isFor(Viewer viewer) {
        return roles.contains(viewer.role()) && (!ofAnAuthority || viewer.authority() != null);
    }
}
