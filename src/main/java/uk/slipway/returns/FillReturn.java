package uk.slipway.returns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;

/** An authority's officers enter its figures; its key contact hands them in. */
@UseCase
class FillReturn {

    private final ReturnRows rows;
    private final Shares shares;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FillReturn(ReturnRows rows, Shares shares, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** Something keeps a return from being handed in: of which indicator, and what to do. */
    record Missing(int place, String words) {}

    /** Whether somebody hands in an authority's returns today. */
    boolean isKeyContact(Viewer viewer, LocalAuthorityId authority) {
        return viewer.is(Role.LA_OFFICER)
                && viewer.worksFor(authority)
                && directory.appointmentsOf(viewer.account(), Set.of(AppointmentKind.KEY_CONTACT)).stream()
                        .anyMatch(appointed -> appointed.subject().equals(authority.value()));
    }

    /**
     * Saves figures, by the indicator asked; an indicator that is not among them keeps what it has.
     *
     * @return false where nothing was different
     * @throws EditConflict when somebody else saved since, or it is with the region
     */
    boolean save(Viewer viewer, UUID quarter, LocalAuthorityId authority, long version, Map<UUID, Figure> figures) {
        var answer = ours(viewer, quarter, authority);
        var now = rows.figures(answer.id());
        if (figures.entrySet().stream()
                .allMatch(entry -> entry.getValue().says(now.getOrDefault(entry.getKey(), Figure.NONE)))) {
            return false;
        }
        if (answer.version() != version || !answer.state().isWithTheAuthority()) {
            throw new EditConflict();
        }
        var merged = new LinkedHashMap<>(now);
        merged.putAll(figures);
        rows.save(answer, merged, viewer.name(), clock.instant());
        var changed = rows.asked(quarter).stream()
                .filter(asked -> figures.containsKey(asked.id())
                        && !figures.getOrDefault(asked.id(), Figure.NONE)
                                .says(now.getOrDefault(asked.id(), Figure.NONE)))
                .map(asked -> asked.definition().name())
                .toList();
        tell(answer, changed.size() == 1 ? "entered " + changed.getFirst() : "entered " + changed.size() + " figures");
        return true;
    }

    /**
     * Hands the figures in: the region's authorities see them from now on.
     *
     * @return what is missing; empty where it is handed in
     * @throws EditConflict when somebody else saved since
     */
    List<Missing> submit(Viewer viewer, UUID quarter, LocalAuthorityId authority, long version) {
        var answer = ours(viewer, quarter, authority);
        if (!isKeyContact(viewer, authority)) {
            throw new NotYours();
        }
        if (answer.state() == ReturnState.SUBMITTED) {
            return List.of();
        }
        if (answer.version() != version || !answer.state().isWithTheAuthority()) {
            throw new EditConflict();
        }
        var of = rows.quarter(viewer, quarter);
        var missing = missing(rows.asked(quarter), rows.figures(answer.id()), rows.before(of, authority));
        if (!missing.isEmpty()) {
            return missing;
        }
        var now = clock.instant();
        rows.submit(answer.id(), viewer.name() + ", " + viewer.actingAs(), now);
        shares.show(
                AuthorityReturn.refOf(answer.id()),
                authority,
                Audience.MEMBERS,
                of.team().value(),
                "Handed in: the region’s authorities and the regional team see it.",
                viewer);
        boolean late = LondonTime.dayOf(now).isAfter(of.deadline());
        tell(answer, "submitted the quarterly return" + (late ? ", after the deadline" : ""));
        return List.of();
    }

    /** What is to be done before it can be handed in. */
    static List<Missing> missing(List<AskedIndicator> asked, Map<UUID, Figure> figures, Map<UUID, Figure> before) {
        var missing = new ArrayList<Missing>();
        for (var one : asked) {
            var figure = figures.getOrDefault(one.id(), Figure.NONE);
            var definition = one.definition();
            if (!figure.isAnswered()) {
                missing.add(new Missing(one.place(), definition.name() + ": enter a figure, or say why there is none"));
            } else if (figure.note() == null
                    && !FigureCheck.unusual(definition, figure, before.get(one.indicator()))
                            .isEmpty()) {
                missing.add(new Missing(
                        one.place(),
                        definition.name() + ": the figure is unusual. Change it, or say in a note why it is right"));
            }
        }
        return missing;
    }

    private AuthorityReturn ours(Viewer viewer, UUID quarter, LocalAuthorityId authority) {
        var answer = rows.held(viewer, quarter, authority);
        if (!viewer.worksFor(authority) || !viewer.is(Role.LA_OFFICER)) {
            throw new NotYours();
        }
        return answer;
    }

    private void tell(AuthorityReturn answer, String what) {
        events.publishEvent(answer.happened(what, clock.instant()));
    }
}
