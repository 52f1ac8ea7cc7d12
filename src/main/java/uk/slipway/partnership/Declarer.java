package uk.slipway.partnership;

import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;

/**
 * Who declared an interest, of themselves or of a member on whose behalf they wrote it down.
 *
 * @param account theirs, or null for what was declared before accounts were kept with it
 * @param name their name and the role they acted in, as they were then
 */
public record Declarer(@Nullable AccountId account, String name) {

    public static Declarer of(Viewer viewer) {
        return new Declarer(viewer.account(), viewer.name() + ", " + viewer.actingAs());
    }

    /** Whether it is the viewer: by the account; by name and role only where no account is known. */
    public boolean is(Viewer viewer) {
        return account == null ? name.equals(of(viewer).name()) : account.equals(viewer.account());
    }
}
