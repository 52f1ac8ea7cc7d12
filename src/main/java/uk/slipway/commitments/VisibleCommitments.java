package uk.slipway.commitments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.sharing.MaySee;

/**
 * Which commitments a viewer may see: those that belong to their authority or were shown to them; and, for the regional
 * team, those that come from a headline it may see. What became of one stays with its authority: an answer may stand in a
 * self-evaluation that is still a draft.
 */
@Component
class VisibleCommitments {

    private final MaySee maySee;

    VisibleCommitments(MaySee maySee) {
        this.maySee = maySee;
    }

    /** Goes behind {@code from commitment c}: the record that a commitment comes from, as the predicate wants it. */
    String from() {
        return " cross join lateral (select c.from_id as id, c.authority_id, c.other_authority_id,"
                + " c.owner_organisation_id) origin ";
    }

    String where() {
        return "(" + maySee.of("c") + " or (:regionalTeam and " + maySee.of("origin") + "))";
    }

    Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<>(maySee.parameters(viewer));
        parameters.put("regionalTeam", viewer.isOfTheRegionalTeam());
        return parameters;
    }

    /** The commitment without what only its authority sees. */
    static CommitmentView asSeenBy(Viewer viewer, CommitmentView commitment) {
        return viewer.worksFor(commitment.authority())
                ? commitment
                : new CommitmentView(
                        commitment.id(),
                        commitment.authority(),
                        commitment.madeIn(),
                        commitment.madeInYear(),
                        commitment.source(),
                        commitment.from(),
                        commitment.text(),
                        commitment.areaCode(),
                        commitment.owner(),
                        commitment.due(),
                        CommitmentState.OPEN,
                        List.of());
    }
}
