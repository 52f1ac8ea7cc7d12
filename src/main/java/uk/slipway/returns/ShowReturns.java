package uk.slipway.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.NotFound;

/** Quarterly returns for reading; each page in a fixed number of statements. */
@UseCase(readOnly = true)
class ShowReturns {

    /** Two years. */
    static final int QUARTERS = 8;

    private final ReturnRows rows;
    private final IndicatorRows indicators;
    private final LocalAuthorities authorities;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    ShowReturns(
            ReturnRows rows,
            IndicatorRows indicators,
            LocalAuthorities authorities,
            Directory directory,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.indicators = indicators;
        this.authorities = authorities;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    record Listed(List<QuarterlyReturn> quarters, List<ReturnRows.Counted> answers) {}

    /** The quarters that a viewer may see, with the answers they may. */
    Listed list(Viewer viewer) {
        var quarters = rows.quarters(viewer);
        return new Listed(
                quarters,
                rows.answers(viewer, quarters.stream().map(QuarterlyReturn::id).toList()));
    }

    record Whole(
            QuarterlyReturn quarter,
            List<AskedIndicator> asked,
            List<ReturnRows.Counted> answers,
            List<TrailEntry> trail) {}

    Whole quarter(Viewer viewer, UUID id) {
        var quarter = rows.quarter(viewer, id);
        return new Whole(
                quarter, rows.asked(id), rows.answers(viewer, List.of(id)), trail.of(QuarterlyReturn.refOf(id)));
    }

    /** One authority's answer: what is asked, what it says, and what it said the quarter before. */
    record One(
            QuarterlyReturn quarter,
            LocalAuthority authority,
            AuthorityReturn answer,
            List<AskedIndicator> asked,
            Map<UUID, Figure> figures,
            Map<UUID, Figure> before,
            List<TrailEntry> trail,
            List<String> contacts) {

        Figure of(AskedIndicator indicator) {
            return figures.getOrDefault(indicator.id(), Figure.NONE);
        }

        @Nullable
        Figure before(AskedIndicator indicator) {
            return before.get(indicator.indicator());
        }
    }

    /** @throws NotFound for a code that is no authority's, or an answer that the viewer may not see */
    One one(Viewer viewer, UUID id, String code) {
        var authority = authority(code);
        var quarter = rows.quarter(viewer, id);
        var answer = rows.answer(viewer, id, authority.id());
        boolean inside = NamedFigures.readsWhole(viewer, quarter, authority.id());
        return new One(
                quarter,
                authority,
                answer,
                rows.asked(id),
                inside ? rows.figures(answer.id()) : named(viewer, answer),
                inside ? rows.before(quarter, authority.id()) : Map.of(),
                inside ? trail.of(AuthorityReturn.refOf(answer.id())) : List.of(),
                inside
                        ? directory.appointedTo(authority.id().value(), Set.of(AppointmentKind.KEY_CONTACT)).stream()
                                .map(appointed -> appointed.person().name())
                                .toList()
                        : List.of());
    }

    /** The figures of an answer, by the indicator asked, as somebody reads them who is neither its authority nor its team. */
    private Map<UUID, Figure> named(Viewer viewer, AuthorityReturn answer) {
        return NamedFigures.of(viewer, rows.of(viewer, answer.quarter())).figures().stream()
                .filter(placed -> placed.answer().id().equals(answer.id()))
                .collect(Collectors.toMap(placed -> placed.asked().id(), ReturnRows.Placed::figure));
    }

    /** @throws NotFound for a code that is no authority's */
    LocalAuthority authority(String code) {
        return authorities.byCode(code).orElseThrow(NotFound::new);
    }

    /** @param named its figures, as far as the viewer may read them with names */
    record Over(AskedIndicator indicator, NamedFigures named) {

        List<ReturnRows.Placed> figures() {
            return named.figures();
        }
    }

    /** One indicator across authorities and quarters. */
    Over indicator(Viewer viewer, UUID id) {
        var newest = rows.newest(viewer, id).orElseThrow(NotFound::new);
        return new Over(newest, NamedFigures.of(viewer, rows.over(viewer, id, QUARTERS)));
    }

    record Anonymous(
            QuarterlyReturn quarter, AskedIndicator indicator, List<ReturnRows.Placed> figures, int notAccepted) {}

    /** The figures of one indicator in one quarter, to be anonymised. */
    Anonymous anonymous(Viewer viewer, UUID id, UUID indicator) {
        var quarter = rows.quarter(viewer, id);
        var asked = rows.asked(id).stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Anonymous(
                quarter,
                asked,
                rows.of(viewer, id).stream()
                        .filter(placed -> placed.asked().id().equals(asked.id()))
                        .toList(),
                rows.notAccepted(id));
    }

    /** Every figure of a quarter that a viewer may see, small numbers only where they may. */
    List<ReturnRows.Placed> figures(Viewer viewer, UUID id) {
        rows.quarter(viewer, id);
        return NamedFigures.of(viewer, rows.of(viewer, id)).figures();
    }

    /** The lines of the viewer's region's list; empty for who is of no regional team. */
    List<QuarterlyIndicator> ownList(Viewer viewer) {
        return viewer.isOfTheRegionalTeam() ? indicators.of(viewer.organisation()) : List.of();
    }

    String regionName(QuarterlyReturn quarter) {
        return authorities.region(quarter.region()).name();
    }

    LocalDate today() {
        return LondonTime.today(clock);
    }

    static boolean mayWrite(Viewer viewer, One one) {
        return viewer.is(Role.LA_OFFICER)
                && viewer.worksFor(one.authority().id())
                && one.answer().state().isWithTheAuthority();
    }
}
