package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Takes care of a form that arrived without the session it was made in. */
public interface LostSubmission {

    /**
     * Keeps what was typed, if the form says whose it is.
     *
     * @return what it was kept under; empty when nothing was kept
     */
    Optional<Kept> keep(HttpServletRequest request);

    /**
     * What was kept.
     *
     * @param owner the only account to which it will be shown
     * @param address where it is shown
     */
    record Kept(AccountId owner, String address) {}
}
