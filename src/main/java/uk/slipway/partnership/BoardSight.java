package uk.slipway.partnership;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;

/**
 * "May this viewer see it" for what belongs to a board, as SQL that every statement about one joins. A board's business
 * is seen by who sits on it today, whatever role they act in, and by the regional team that owns it; what is restricted,
 * by its voting members and its clerk alone. A seat on one board shows nothing of another.
 */
@Component
public class BoardSight {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String SITS = """
        exists (select 1 from board_membership sight_m where sight_m.board_id = BOARD
            and sight_m.account_id = :viewerAccount and sight_m.starts_on <= :today
            and (sight_m.ends_on is null or sight_m.ends_on >= :today)""";

    private static final String OWNED = """
        exists (select 1 from board sight_b where sight_b.id = BOARD and sight_b.owner_organisation_id =""";

    private final Clock clock;

    BoardSight(Clock clock) {
        this.clock = clock;
    }

    /** Who may see a board's business: its members, and its regional team. */
    public String business(String boardColumn) {
        return of(boardColumn, "(" + SITS + ") or " + OWNED + " :viewerTeam))");
    }

    /** Who may see what is restricted to voting members: they, and the clerk. */
    public String restricted(String boardColumn) {
        return of(boardColumn, "(" + SITS + " and sight_m.voting) or " + OWNED + " :viewerClerkOf))");
    }

    /** Who keeps a board's agenda and minutes: its clerk, its chair and vice chair. */
    public String keeps(String boardColumn) {
        return of(
                boardColumn,
                "(" + SITS + " and sight_m.role in ('CHAIR', 'VICE_CHAIR')) or " + OWNED + " :viewerClerkOf))");
    }

    private static String of(String column, String predicate) {
        if (!column.matches("[a-z_]+(\\.[a-z_]+)?")) {
            throw new IllegalArgumentException("Not a column: " + column);
        }
        return predicate.replace("BOARD", column);
    }

    /** The predicates' parameters for a viewer; a statement adds its own. */
    public Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<String, Object>();
        var organisation = viewer.organisation().value();
        parameters.put("viewerAccount", viewer.account().value());
        parameters.put(
                "viewerTeam",
                viewer.isOfTheRegionalTeam() || viewer.is(Role.PARTNERSHIP_COORDINATOR) ? organisation : NOBODY);
        parameters.put("viewerClerkOf", viewer.is(Role.PARTNERSHIP_COORDINATOR) ? organisation : NOBODY);
        parameters.put("today", LondonTime.today(clock));
        return parameters;
    }
}
