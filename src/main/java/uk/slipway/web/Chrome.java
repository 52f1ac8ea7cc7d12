package uk.slipway.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: who is signed in, for whom they act and where they can go.
 *
 * @param personName the signed-in person, or null when nobody is
 * @param actingAs the role and organisation they act for, such as "Director of Children's Services, Bolton"
 * @param maySwitch whether they hold another role to switch to
 * @param navigation the service navigation of this role, in order
 * @param demonstration whether the page carries the demonstration banner
 * @param switchHref the page on which another role is chosen
 * @param signOutHref the address that ends the session when it is posted to
 */
public record Chrome(
        @Nullable String personName,
        @Nullable String actingAs,
        boolean maySwitch,
        List<NavigationItem> navigation,
        boolean demonstration,
        String switchHref,
        String signOutHref) {
    public Chrome {
        navigation = List.copyOf(navigation);
    }

    /** A header with the usual addresses. */
    public Chrome(
            @Nullable String personName,
            @Nullable String actingAs,
            boolean maySwitch,
            List<NavigationItem> navigation,
            boolean demonstration) {
        this(personName, actingAs, maySwitch, navigation, demonstration, "/switch-role", "/sign-out");
    }

    /** The header of a page that nobody is signed in to. */
    public static Chrome signedOut(boolean demonstration) {
        return new Chrome(null, null, false, List.of(), demonstration);
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return personName != null;
    }
}
