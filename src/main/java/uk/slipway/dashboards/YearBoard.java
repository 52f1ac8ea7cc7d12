package uk.slipway.dashboards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.annualconversation.ConversationState;
import uk.slipway.annualconversation.ConversationSummaries;
import uk.slipway.annualconversation.ConversationSummary;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.LondonTime;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.selfevaluation.SelfEvaluationSummaries;
import uk.slipway.selfevaluation.SelfEvaluationSummary;

/** Puts the rooms' published summaries together: one statement for each room, however many authorities there are. */
@Component
class YearBoard {

    private static final Comparator<AuthorityYear> LATE_FIRST = Comparator.comparing(
                    (AuthorityYear year) -> !year.late())
            .thenComparing(AuthorityYear::standing)
            .thenComparing(year -> year.authority().name());

    private final LocalAuthorities authorities;
    private final SelfEvaluationSummaries selfEvaluations;
    private final ForumSummaries forums;
    private final ConversationSummaries conversations;
    private final Clock clock;

    YearBoard(
            LocalAuthorities authorities,
            SelfEvaluationSummaries selfEvaluations,
            ForumSummaries forums,
            ConversationSummaries conversations,
            Clock clock) {
        this.authorities = authorities;
        this.selfEvaluations = selfEvaluations;
        this.forums = forums;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Every authority of the cycle's region, late ones first, then those with the longest way to go. */
    List<AuthorityYear> of(Viewer viewer, CycleView cycle) {
        return years(viewer, cycle, authorities.in(cycle.region(), LondonTime.today(clock))).stream()
                .sorted(LATE_FIRST)
                .toList();
    }

    /** One authority's year, as far as the viewer may know of it. */
    AuthorityYear of(Viewer viewer, CycleView cycle, LocalAuthority authority) {
        return new AuthorityYear(
                authority,
                cycle,
                selfEvaluations.of(viewer, authority.id(), cycle.id()).orElse(null),
                forums.of(viewer, authority.id(), cycle.id()).orElse(null),
                byAuthority(conversations.of(viewer, authority.id(), cycle.id()))
                        .get(authority.id()),
                LondonTime.today(clock));
    }

    private List<AuthorityYear> years(Viewer viewer, CycleView cycle, List<LocalAuthority> shown) {
        var selfEvaluationOf = by(selfEvaluations.inCycle(viewer, cycle.id()), SelfEvaluationSummary::authority);
        var forumOf = by(forums.inCycle(viewer, cycle.id()), ForumSummary::authority);
        var conversationOn = byAuthority(conversations.inCycle(viewer, cycle.id()));
        var today = LondonTime.today(clock);
        return shown.stream()
                .map(authority -> new AuthorityYear(
                        authority,
                        cycle,
                        selfEvaluationOf.get(authority.id()),
                        forumOf.get(authority.id()),
                        conversationOn.get(authority.id()),
                        today))
                .toList();
    }

    /** The day of each authority's first conversation of the year that was not called off. */
    private static Map<LocalAuthorityId, LocalDate> byAuthority(List<ConversationSummary> summaries) {
        return summaries.stream()
                .filter(conversation -> conversation.state() != ConversationState.CANCELLED)
                .collect(Collectors.toMap(
                        ConversationSummary::authority,
                        ConversationSummary::date,
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static <K, V> Map<K, V> by(List<V> summaries, Function<V, K> authority) {
        return summaries.stream().collect(Collectors.toMap(authority, Function.identity(), (first, second) -> second));
    }
}
