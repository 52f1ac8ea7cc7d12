package uk.slipway.headlines;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.peerchallenge.QuestionsOfForum;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Words a forum's headlines, at the meeting and after it. */
@UseCase
class DraftHeadlines {

    /** What the page says before the button is pressed. */
    static final String SEEN_BY =
            "Seen at once by %s’s officers and signatories, the forum’s panel, and the regional team"
                    + " and its data group. Ofsted sees nothing of it unless the Director shares it once it is agreed.";

    private final Headlines headlines;
    private final SeenHeadlines seen;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final Organisations organisations;
    private final LocalAuthorities authorities;
    private final Shares shares;
    private final QuestionsOfForum questions;
    private final Links links;
    private final ForumHeadlinesSettled settled;
    private final Clock clock;

    DraftHeadlines(
            Headlines headlines,
            SeenHeadlines seen,
            ForumSummaries forums,
            CycleCalendar calendar,
            Organisations organisations,
            LocalAuthorities authorities,
            Shares shares,
            QuestionsOfForum questions,
            Links links,
            ForumHeadlinesSettled settled,
            Clock clock) {
        this.headlines = headlines;
        this.seen = seen;
        this.forums = forums;
        this.calendar = calendar;
        this.organisations = organisations;
        this.authorities = authorities;
        this.shares = shares;
        this.questions = questions;
        this.links = links;
        this.settled = settled;
        this.clock = clock;
    }

    /**
     * Drafts a headline; the same id a second time in the same forum changes nothing.
     *
     * @param from the forum's question that it is made from, or null
     * @throws NotFound where the viewer may not see the forum, the id is another forum's, or it has no such question
     * @throws NotYours where they do not write its headlines
     * @throws TakesNoHeadlines when the forum takes none at its step
     */
    void draft(Viewer viewer, ForumId forumId, HeadlineId id, HeadlineForm.Typed typed, @Nullable RecordRef from) {
        var forum = forums.find(viewer, forumId).orElseThrow(NotFound::new);
        seen.requireCapture(viewer, forumId);
        var existing = headlines.findById(id);
        if (existing.isPresent()) {
            if (!existing.get().forum().equals(forumId)) {
                throw new NotFound();
            }
            return;
        }
        var refusal = refusal(forum.state());
        if (refusal != null) {
            throw new TakesNoHeadlines(refusal);
        }
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var headline = headlines.save(Headline.draft(
                id,
                forum.authority(),
                forum.cycle(),
                forumId,
                cycle.year(),
                content(typed, cycle),
                viewer,
                clock.instant()));
        show(headline, forum, viewer);
        if (from != null) {
            if (questions.of(viewer, forumId).stream()
                    .noneMatch(question -> question.record().equals(from))) {
                throw new NotFound();
            }
            links.choose(from, headline.ref(), headline.authority(), viewer);
        }
    }

    /**
     * Changes a draft, or answers the authority's words with new ones.
     *
     * @throws EditConflict when somebody changed it since the form was made
     */
    void propose(Viewer viewer, HeadlineId id, long version, UUID act, HeadlineForm.Typed typed) {
        var headline = seen.require(viewer, id);
        seen.requireCapture(viewer, headline.forum());
        if (headline.hasSaid(act)) {
            return;
        }
        if (headline.version() != version || headline.state().isSettled()) {
            throw new EditConflict();
        }
        var cycle = calendar.find(headline.cycle()).orElseThrow(NotFound::new);
        headline.propose(act, content(typed, cycle), viewer, clock.instant());
        headlines.save(headline);
    }

    /** The regional manager does not pursue it; what both sides wrote stays. */
    void drop(Viewer viewer, HeadlineId id, long version, String because) {
        var headline = seen.require(viewer, id);
        if (!viewer.is(Role.REGIONAL_MANAGER)) {
            throw new NotYours();
        }
        if (headline.state() == HeadlineState.DROPPED) {
            return;
        }
        if (headline.version() != version || headline.state().isSettled()) {
            throw new EditConflict();
        }
        headline.drop(because, clock.instant());
        headlines.save(headline);
        settled.look(headline.forum(), viewer);
    }

    /**
     * The drafts are complete: the authority is asked to agree them.
     *
     * @throws NothingDrafted when there is none
     */
    void complete(Viewer viewer, ForumId forumId) {
        var forum = forums.find(viewer, forumId).orElseThrow(NotFound::new);
        seen.requireCapture(viewer, forumId);
        if (headlines.findByForumOrderByDraftedAt(forumId).isEmpty()) {
            throw new NothingDrafted();
        }
        settled.drafted(forum, viewer);
    }

    private void show(Headline headline, ForumSummary forum, Viewer viewer) {
        var authority = authorities.get(headline.authority());
        var words = SEEN_BY.formatted(authority.name());
        shares.show(
                headline.ref(), headline.authority(), Audience.PANEL, forum.id().value(), words, viewer);
        shares.show(
                headline.ref(),
                headline.authority(),
                Audience.REGION,
                organisations.regionalTeamOf(authority.region()).id().value(),
                words,
                viewer);
    }

    private static HeadlineContent content(HeadlineForm.Typed typed, CycleView cycle) {
        return new HeadlineContent(
                typed.kind(),
                areaIn(cycle, typed.area()),
                nameIn(cycle, typed.area()),
                typed.text(),
                typed.evidence(),
                typed.tags());
    }

    /** An area that the scheme does not have is left out, as if none had been chosen. */
    private static @Nullable String areaIn(CycleView cycle, @Nullable String code) {
        return cycle.scheme().areas().stream().anyMatch(area -> area.code().equals(code)) ? code : null;
    }

    private static @Nullable String nameIn(CycleView cycle, @Nullable String code) {
        var known = areaIn(cycle, code);
        return known == null ? null : cycle.scheme().areaName(known);
    }

    /** Why a forum takes no headline at this step, as a sentence without its full stop; null where it takes one. */
    static @Nullable String refusal(ForumState step) {
        return switch (step) {
            case PLANNED, PANEL_CONFIRMED ->
                "This forum takes no headlines yet: they are drafted once its pack is issued";
            case PACK_ISSUED, QUESTIONS_ISSUED, RESPONSES_IN, HELD, HEADLINES_DRAFT -> null;
            case HEADLINES_AGREED -> "This forum takes no new headlines: its headlines are agreed";
            case CONVERSATION_HELD -> "This forum takes no new headlines: its annual conversation has been held";
            case CLOSED -> "This forum takes no new headlines: it is closed";
            case POSTPONED -> "This forum takes no headlines: it is postponed";
            case CANCELLED -> "This forum takes no headlines: it is cancelled";
        };
    }

    /** The forum takes no headlines at its step: not yet, or no more. */
    static class TakesNoHeadlines extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakesNoHeadlines(String words) {
            super(words);
        }

        /** Why, as a sentence without its full stop. */
        String inWords() {
            return String.valueOf(getMessage());
        }
    }

    /** There is no draft to complete. */
    static class NothingDrafted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
