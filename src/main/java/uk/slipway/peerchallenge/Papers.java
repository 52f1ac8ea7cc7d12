package uk.slipway.peerchallenge;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;

/** The papers of a forum: what the panel reads, and from when. */
@Component
class Papers {

    /** Lets the panel read the authority's submitted self-evaluation; before submission it changes nothing. */
    void release(Forum forum, Viewer by) {}

    /** Ends the panel's reading. */
    void withdraw(Forum forum, String because, Viewer by) {}
}
