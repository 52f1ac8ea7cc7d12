package uk.slipway.headlines;

import java.time.Clock;
import java.util.UUID;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.CommitmentLedger;
import uk.slipway.commitments.CommitmentSource;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** What the two sides say to each other's words: a comment, agreement, other words. */
@UseCase
class AnswerHeadline {

    private final Headlines headlines;
    private final SeenHeadlines seen;
    private final CommitmentLedger ledger;
    private final ForumHeadlinesSettled settled;
    private final Clock clock;

    AnswerHeadline(
            Headlines headlines,
            SeenHeadlines seen,
            CommitmentLedger ledger,
            ForumHeadlinesSettled settled,
            Clock clock) {
        this.headlines = headlines;
        this.seen = seen;
        this.ledger = ledger;
        this.settled = settled;
        this.clock = clock;
    }

    /** Comments, for the authority's officers and signatories and for the regional manager. */
    void comment(Viewer viewer, HeadlineId id, UUID act, String comment) {
        var headline = seen.require(viewer, id);
        headline.comment(act, sideOf(viewer, headline), comment, viewer, clock.instant());
        headlines.save(headline);
    }

    /**
     * The Director agrees to the region's words; a second time changes nothing. An area for development becomes a
     * commitment.
     *
     * @throws EditConflict when the words are not those that the form showed
     */
    void agree(Viewer viewer, HeadlineId id, long version) {
        var headline = seen.require(viewer, id);
        requireDirector(viewer, headline);
        if (headline.state() == HeadlineState.AGREED) {
            return;
        }
        requireOnTheTable(headline, version, HeadlineState.DRAFT);
        headline.agree(clock.instant());
        agreed(headline, viewer);
    }

    /** The Director disputes the region's words with other words. */
    void dispute(Viewer viewer, HeadlineId id, long version, UUID act, String ownWords) {
        var headline = seen.require(viewer, id);
        requireDirector(viewer, headline);
        if (headline.hasSaid(act)) {
            return;
        }
        requireOnTheTable(headline, version, HeadlineState.DRAFT);
        headline.dispute(act, ownWords, viewer, clock.instant());
        headlines.save(headline);
    }

    /** The regional manager accepts the authority's words. */
    void acceptAuthoritysWords(Viewer viewer, HeadlineId id, long version) {
        var headline = seen.require(viewer, id);
        if (!viewer.is(Role.REGIONAL_MANAGER)) {
            throw new NotYours();
        }
        if (headline.state() == HeadlineState.AGREED) {
            return;
        }
        requireOnTheTable(headline, version, HeadlineState.DISPUTED);
        headline.acceptAuthoritysWords(clock.instant());
        agreed(headline, viewer);
    }

    private void agreed(Headline headline, Viewer viewer) {
        headlines.save(headline);
        if (headline.kind() == HeadlineKind.AREA_FOR_DEVELOPMENT) {
            ledger.make(
                    headline.authority(),
                    headline.cycle(),
                    CommitmentSource.AREA_FOR_DEVELOPMENT,
                    headline.ref(),
                    headline.text(),
                    headline.content().areaCode(),
                    null,
                    null);
        }
        settled.look(headline.forum(), viewer);
    }

    private static void requireOnTheTable(Headline headline, long version, HeadlineState state) {
        if (headline.version() != version || headline.state() != state) {
            throw new EditConflict();
        }
    }

    private static void requireDirector(Viewer viewer, Headline headline) {
        if (!viewer.directs(headline.authority())) {
            throw new NotYours();
        }
    }

    private static Side sideOf(Viewer viewer, Headline headline) {
        if (viewer.worksFor(headline.authority())) {
            return Side.AUTHORITY;
        }
        if (viewer.is(Role.REGIONAL_MANAGER)) {
            return Side.REGION;
        }
        throw new NotYours();
    }
}
