package uk.slipway.selfevaluation;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;

/** Lists self-evaluations: the own authority's, those shown to the viewer, and the region's states for its team. */
@UseCase(readOnly = true)
class ListSelfEvaluations {

    /** How many of those shown stand on one page. */
    static final int PAGE = 50;

    /** Where a page ends: when its last line was submitted, and which it is. */
    record Line(Instant submittedAt, UUID id) {

        private static final Pattern SENT = Pattern.compile("([0-9TZ:.-]{1,40})_([0-9a-f-]{36})");

        /** As an address carries it. */
        String asSent() {
            return submittedAt + "_" + id;
        }

        /** What an address carried; null, the first page, where it is none. */
        static @Nullable Line parse(String sent) {
            var matcher = SENT.matcher(sent);
            if (!matcher.matches()) {
                return null;
            }
            try {
                return new Line(Instant.parse(matcher.group(1)), UUID.fromString(matcher.group(2)));
            } catch (DateTimeParseException | IllegalArgumentException malformed) {
                return null;
            }
        }
    }

    /** An authority and how far it is; without a summary it has not started. */
    record Standing(LocalAuthority authority, @Nullable SelfEvaluationSummary summary) {}

    /**
     * What the list shows.
     *
     * @param cycle the open cycle, or null
     * @param own the own authority's versions, newest first
     * @param shown what others have shown, newest first
     * @param more the last of them, where there are more
     * @param region every authority of the region, for the regional team only
     */
    record Listed(
            @Nullable CycleView cycle,
            List<Reading.Head> own,
            List<Reading.Head> shown,
            @Nullable Line more,
            List<Standing> region) {}

    private final Reading reading;
    private final SelfEvaluationSummaries summaries;
    private final LocalAuthorities authorities;
    private final CycleCalendar calendar;
    private final Clock clock;

    ListSelfEvaluations(
            Reading reading,
            SelfEvaluationSummaries summaries,
            LocalAuthorities authorities,
            CycleCalendar calendar,
            Clock clock) {
        this.reading = reading;
        this.summaries = summaries;
        this.authorities = authorities;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param before go on below this line */
    Listed seenBy(Viewer viewer, @Nullable Line before) {
        var region = viewer.region();
        Optional<CycleView> cycle = region == null ? Optional.empty() : calendar.current(region);
        LocalAuthorityId authority = viewer.authority();
        boolean works = authority != null && viewer.worksFor(authority);
        var own = authority != null && works ? reading.ofAuthority(authority) : List.<Reading.Head>of();
        if (viewer.isOfTheRegionalTeam()) {
            return new Listed(cycle.orElse(null), own, List.of(), null, standings(viewer, cycle));
        }
        var shown = new ArrayList<>(reading.shownTo(viewer, authority, before, PAGE + 1));
        Line more = null;
        if (shown.size() > PAGE) {
            shown.removeLast();
            var last = shown.getLast();
            more = new Line(
                    java.util.Objects.requireNonNull(last.submittedAt()),
                    last.id().value());
        }
        return new Listed(cycle.orElse(null), own, shown, more, List.of());
    }

    private List<Standing> standings(Viewer viewer, Optional<CycleView> cycle) {
        var region = viewer.region();
        if (cycle.isEmpty() || region == null) {
            return List.of();
        }
        Map<LocalAuthorityId, SelfEvaluationSummary> known = summaries
                .inCycle(viewer, cycle.get().id())
                .stream()
                .collect(toMap(SelfEvaluationSummary::authority, Function.identity()));
        return authorities.in(region, LondonTime.today(clock)).stream()
                .map(authority -> new Standing(authority, known.get(authority.id())))
                .toList();
    }
}
