package uk.slipway.selfevaluation;

import java.time.Clock;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.SharedPacks;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.NotFound;

/**
 * Shows an authority's submitted self-evaluation to its forum's panel, as the page said before it was submitted. For the
 * room of the forums, when it releases the papers.
 */
@UseCase
public class ShowSelfEvaluationToPanel {

    private final SelfEvaluations evaluations;
    private final Shares shares;
    private final SharedPacks packs;
    private final Clock clock;

    ShowSelfEvaluationToPanel(SelfEvaluations evaluations, Shares shares, SharedPacks packs, Clock clock) {
        this.evaluations = evaluations;
        this.shares = shares;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * Shows the newest submitted version; a later one follows by itself when it is submitted.
     *
     * @param forum the forum whose panel is to read it
     * @return false when the authority has submitted none yet
     * @throws NotFound when the viewer is neither of the authority nor of the regional team
     */
    public boolean show(LocalAuthorityId authority, CycleId cycle, RecordRef forum, Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam() && !viewer.worksFor(authority)) {
            throw new NotFound();
        }
        var submitted = evaluations.findNewestSubmitted(authority.value(), cycle.value());
        submitted.ifPresent(evaluation -> shares.show(
                evaluation.id().asRecord(),
                authority,
                Audience.PANEL,
                forum.id(),
                "Shown to the forum’s panel with its papers on " + LondonTime.today(clock)
                        + ", as the page said before submission.",
                viewer));
        if (submitted.isPresent()) {
            packs.show(
                    authority,
                    cycle,
                    Audience.PANEL,
                    forum.id(),
                    "Shown to the forum’s panel with the self-evaluation on " + LondonTime.today(clock) + ".",
                    viewer);
        }
        return submitted.isPresent();
    }
}
