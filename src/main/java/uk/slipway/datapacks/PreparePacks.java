package uk.slipway.datapacks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.indicators.IndicatorId;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The data lead freezes the year's figures for every authority, words what they suggest, and issues the packs. */
@UseCase
class PreparePacks {

    private final PackRows packs;
    private final ComparedFigures figures;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PreparePacks(
            PackRows packs,
            ComparedFigures figures,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packs = packs;
        this.figures = figures;
        this.calendar = calendar;
        this.authorities = authorities;
        this.events = events;
        this.clock = clock;
    }

    /** Every indicator that a pack may hold. */
    List<ComparedFigures.Choice> choices(Viewer viewer) {
        ofTheTeam(viewer);
        return figures.choices();
    }

    /**
     * Freezes the chosen indicators as they are today, for every authority of the region that has no pack yet this year;
     * a second time changes nothing.
     *
     * @return how many packs were prepared
     */
    int prepare(Viewer viewer, Set<IndicatorId> chosen, LocalDate due) {
        ofTheTeam(viewer);
        var cycle = current(viewer).orElseThrow(NotFound::new);
        packs.hold(cycle.id());
        var have = new HashSet<>(packs.withPack(cycle.id()));
        var today = LondonTime.today(clock);
        var without = authorities.in(cycle.region(), today).stream()
                .filter(authority -> !have.contains(authority.id()))
                .toList();
        if (without.isEmpty()) {
            return 0;
        }
        var prepared = packs.prepare(
                viewer.organisation(),
                cycle.id(),
                cycle.year(),
                without.stream().map(LocalAuthority::id).toList(),
                figures.latest(without, chosen),
                today,
                due);
        prepared.forEach((authority, id) ->
                events.publishEvent(new DataPack.Happened(id, authority, "prepared the data pack", clock.instant())));
        return prepared.size();
    }

    /** Takes away every pack of the year that is prepared and was not issued. */
    int discard(Viewer viewer) {
        ofTheTeam(viewer);
        return current(viewer)
                .map(cycle -> packs.discard(cycle.id(), viewer.organisation()))
                .orElse(0);
    }

    /** Issues every prepared pack of the year. */
    int issueAll(Viewer viewer) {
        ofTheTeam(viewer);
        return current(viewer).map(cycle -> issue(viewer, cycle, null)).orElse(0);
    }

    /** Issues one pack; one that was issued stays so. */
    void issue(Viewer viewer, UUID id) {
        ofTheTeam(viewer);
        var pack = packs.held(viewer, id);
        issue(viewer, calendar.find(pack.cycle()).orElseThrow(NotFound::new), id);
    }

    private int issue(Viewer viewer, CycleView cycle, @Nullable UUID one) {
        var at = clock.instant();
        var issued = packs.issue(cycle.id(), viewer.organisation(), one, at);
        issued.forEach(pack -> events.publishEvent(pack.happened("issued the data pack", at)));
        return issued.size();
    }

    /**
     * Words a proposed strength or challenge, or drops it; before the pack is issued.
     *
     * @throws EditConflict when somebody else changed it, or the pack has been issued
     */
    void word(Viewer viewer, UUID id, UUID figure, long version, String words, boolean dropped) {
        ofTheTeam(viewer);
        var pack = packs.held(viewer, id);
        var now = packs.figure(pack.id(), figure);
        if (now.finding() == null) {
            throw new NotFound();
        }
        if (words.equals(now.words()) && dropped == now.dropped()) {
            return;
        }
        if (now.version() != version || pack.state() != PackState.PREPARED) {
            throw new EditConflict();
        }
        packs.reword(figure, words, dropped);
        events.publishEvent(pack.happened(
                (dropped ? "dropped the proposal on " : "worded the proposal on ")
                        + now.figure().name(),
                clock.instant()));
    }

    private Optional<CycleView> current(Viewer viewer) {
        var region = viewer.region();
        return region == null ? Optional.empty() : calendar.current(region);
    }

    /** The indicators with these ids, of those that there are. */
    Set<IndicatorId> chosen(Viewer viewer, List<String> ids) {
        return choices(viewer).stream()
                .map(ComparedFigures.Choice::id)
                .filter(id -> ids.contains(id.value().toString()))
                .collect(Collectors.toSet());
    }

    private static void ofTheTeam(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
    }
}
