package uk.slipway.headlines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Appointed;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Receipts;
import uk.slipway.sharing.Shown;
import uk.slipway.sharing.Snapshot;
import uk.slipway.web.NotFound;
import uk.slipway.web.Words;

/**
 * What an Ofsted colleague sees: the authorities assigned to them, the days, and copies of what their Directors shared.
 * Opening is written down, so this is a use case that writes.
 */
@UseCase
class OpenSharedHeadlines {

    private static final Words WORDS = new Words();

    private final Receipts receipts;
    private final Directory directory;
    private final LocalAuthorities authorities;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final SeminarProposals proposals;
    private final Headlines headlines;
    private final ObjectProvider<ConversationDates> conversationDates;
    private final Clock clock;

    OpenSharedHeadlines(
            Receipts receipts,
            Directory directory,
            LocalAuthorities authorities,
            ForumSummaries forums,
            CycleCalendar calendar,
            SeminarProposals proposals,
            Headlines headlines,
            ObjectProvider<ConversationDates> conversationDates,
            Clock clock) {
        this.receipts = receipts;
        this.directory = directory;
        this.authorities = authorities;
        this.forums = forums;
        this.calendar = calendar;
        this.proposals = proposals;
        this.headlines = headlines;
        this.conversationDates = conversationDates;
        this.clock = clock;
    }

    record AssignedPage(List<Row> rows, int unopened) {
        record Row(
                String authority,
                String gss,
                @Nullable String forum,
                @Nullable String conversation,
                int shared,
                int unopened,
                @Nullable String newest) {}
    }

    /** The assigned authorities with the days and how much was shared, new things first; no words of any headline. */
    AssignedPage assigned(Viewer viewer) {
        var shown = receipts.shownTo(viewer, Audience.OFSTED, "headline", null);
        var rows = new ArrayList<AssignedPage.Row>();
        var ofCycles = new ArrayList<ForumSummary>();
        var assigned = assignedTo(viewer);
        var conversationOf = new HashMap<LocalAuthorityId, String>();
        assigned.stream()
                .map(LocalAuthority::region)
                .distinct()
                .flatMap(region -> calendar.current(region).stream())
                .forEach(cycle -> {
                    ofCycles.addAll(forums.inCycle(viewer, cycle.id()));
                    conversationDates.ifAvailable(dates -> conversationOf.putAll(dates.inCycle(viewer, cycle.id())));
                });
        for (var authority : assigned) {
            var own = shown.stream()
                    .filter(item -> item.authority().equals(authority.id()))
                    .toList();
            rows.add(new AssignedPage.Row(
                    authority.label(),
                    authority.gssCode(),
                    ofCycles.stream()
                            .filter(forum -> forum.authority().equals(authority.id()))
                            // A cancelled forum has another in its place, if any is to be held.
                            .min(Comparator.comparing(forum -> forum.state() == ForumState.CANCELLED))
                            .map(OpenSharedHeadlines::dayOf)
                            .orElse(null),
                    conversationOf.get(authority.id()),
                    own.size(),
                    (int) own.stream().filter(Shown::isNew).count(),
                    own.stream()
                            .map(Shown::shownAt)
                            .max(Comparator.naturalOrder())
                            .map(WORDS::shortDate)
                            .orElse(null)));
        }
        rows.sort(Comparator.comparing((AssignedPage.Row row) -> row.unopened() == 0));
        return new AssignedPage(rows, (int) shown.stream().filter(Shown::isNew).count());
    }

    record SharedPage(
            String title,
            String authority,
            String gss,
            List<Shared> shared,
            List<Snapshot> snapshots,
            int unopened,
            String act) {
        record Shared(
                UUID headlineId,
                Snapshot snapshot,
                String sharedOn,
                boolean isNew,
                boolean mayPropose,
                @Nullable String proposal) {}
    }

    /** Opens what one authority has shared. @throws NotFound for an authority that is not assigned to the viewer */
    SharedPage open(Viewer viewer, String code) {
        var authority = authorities.byCode(code).orElseThrow(NotFound::new);
        if (assignedTo(viewer).stream().noneMatch(other -> other.id().equals(authority.id()))) {
            throw new NotFound();
        }
        return page(viewer, authority, receipts.shownTo(viewer, Audience.OFSTED, "headline", authority.id()));
    }

    /** Opens one shared headline. @throws NotFound when it does not stand shared with the viewer */
    SharedPage open(Viewer viewer, HeadlineId id) {
        var shown = receipts.shownTo(viewer, Audience.OFSTED, "headline", null).stream()
                .filter(item -> item.snapshot().record().id().equals(id.value()))
                .toList();
        if (shown.isEmpty()) {
            throw new NotFound();
        }
        return page(viewer, authorities.get(shown.getFirst().authority()), shown);
    }

    /** Proposes a shared strength for a seminar; a headline that has been proposed is left as it is. */
    void proposeForSeminar(Viewer viewer, HeadlineId id, UUID proposal, @Nullable String note) {
        var shown = receipts.shownTo(viewer, Audience.OFSTED, "headline", null).stream()
                .filter(item -> item.snapshot().record().id().equals(id.value()))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (headlines.findById(id).orElseThrow(NotFound::new).kind() != HeadlineKind.STRENGTH) {
            throw new NotFound();
        }
        if (proposals.findByHeadline(id).isEmpty()) {
            if (proposals.existsById(new SeminarProposal.Id(proposal))) {
                throw new NotFound();
            }
            proposals.save(SeminarProposal.propose(
                    new SeminarProposal.Id(proposal), shown.authority(), id, note, viewer, clock.instant()));
        }
    }

    private SharedPage page(Viewer viewer, LocalAuthority authority, List<Shown> shown) {
        receipts.opened(shown, viewer);
        var proposed = proposals
                .findByHeadlineIn(shown.stream()
                        .map(item -> new HeadlineId(item.snapshot().record().id()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(SeminarProposal::headline, proposal -> proposal));
        return new SharedPage(
                "Shared by " + authority.name(),
                authority.name(),
                authority.gssCode(),
                shown.stream()
                        .map(item -> {
                            var id = new HeadlineId(item.snapshot().record().id());
                            var proposal = proposed.get(id);
                            return new SharedPage.Shared(
                                    id.value(),
                                    item.snapshot(),
                                    WORDS.date(item.shownAt()),
                                    item.isNew(),
                                    proposal == null
                                            && item.snapshot().heading().startsWith(HeadlineKind.STRENGTH.inWords()),
                                    proposal == null ? null : words(proposal));
                        })
                        .toList(),
                shown.stream().map(Shown::snapshot).toList(),
                (int) shown.stream().filter(Shown::isNew).count(),
                Uuid7.next().toString());
    }

    private static String words(SeminarProposal proposal) {
        var on = WORDS.shortDate(proposal.proposedAt());
        return switch (proposal.state()) {
            case PROPOSED -> "Proposed for a seminar on " + on + "; waits for the Director’s consent.";
            case CONSENTED -> "Proposed for a seminar on " + on + "; the Director has consented.";
            case DECLINED ->
                "Proposed for a seminar on " + on + "; the Director declined: " + proposal.declinedBecause();
        };
    }

    private List<LocalAuthority> assignedTo(Viewer viewer) {
        if (!viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotFound();
        }
        var ids = directory.appointmentsOf(viewer.account(), Set.of(AppointmentKind.OFSTED_LINK)).stream()
                .map(Appointed::subject)
                .map(LocalAuthorityId::new)
                .toList();
        return authorities.named(ids).values().stream()
                .sorted(Comparator.comparing(LocalAuthority::fictitious).thenComparing(LocalAuthority::name))
                .toList();
    }

    private static String dayOf(ForumSummary forum) {
        var date = forum.date();
        return switch (forum.state()) {
            case POSTPONED -> "Postponed";
            case CANCELLED -> "Cancelled";
            default -> date == null ? "No date yet" : WORDS.date(date);
        };
    }
}
