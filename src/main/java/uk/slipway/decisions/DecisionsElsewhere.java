package uk.slipway.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.meetings.AgendaItemId;
import uk.slipway.meetings.DecisionsOnAgenda;
import uk.slipway.meetings.MeetingId;
import uk.slipway.partnership.BoardId;
import uk.slipway.partnership.Boards;
import uk.slipway.partnership.OnBoardPage;

/** Decisions on the pages of the rooms below: under the items of a meeting, in its record, on a board's page. */
@Component
@Order(20)
class DecisionsElsewhere implements DecisionsOnAgenda, OnBoardPage {

    private static final int SHOWN = 6;

    private final DecisionRows rows;
    private final Boards boards;

    DecisionsElsewhere(DecisionRows rows, Boards boards) {
        this.rows = rows;
        this.boards = boards;
    }

    @Override
    public Map<AgendaItemId, List<DecisionsOnAgenda.Line>> of(Viewer viewer, MeetingId meeting) {
        return byItem(rows.under(viewer, meeting));
    }

    @Override
    public Map<AgendaItemId, List<DecisionsOnAgenda.Line>> published(MeetingId meeting) {
        return byItem(rows.publishedUnder(meeting));
    }

    private static Map<AgendaItemId, List<DecisionsOnAgenda.Line>> byItem(List<Decision> decisions) {
        var lines = new LinkedHashMap<AgendaItemId, List<DecisionsOnAgenda.Line>>();
        for (var decision : decisions) {
            lines.computeIfAbsent(Objects.requireNonNull(decision.item()), any -> new ArrayList<>())
                    .add(new DecisionsOnAgenda.Line(
                            ShowDecisions.named(decision),
                            address(decision),
                            decision.outcome() == null ? null : ShowDecisions.sentence(decision)));
        }
        return lines;
    }

    private static String address(Decision decision) {
        return "/decisions/" + decision.id().value();
    }

    @Override
    public boolean decidedUnder(AgendaItemId item) {
        return rows.isDecidedUnder(item);
    }

    @Override
    public String proposeAt(UUID board, @Nullable AgendaItemId item) {
        return "/boards/" + board + "/decisions/new" + (item == null ? "" : "?item=" + item.value());
    }

    @Override
    public Part of(Viewer viewer, BoardId board, boolean business) {
        var ways = new ArrayList<Way>();
        ways.add(new Way("The whole register", "/decisions?board=" + board.value()));
        if (business && boards.mayKeep(viewer, board)) {
            ways.add(new Way("Propose a decision outside a meeting", proposeAt(board.value(), null)));
        }
        return new Part(
                "Decisions",
                rows.latest(viewer, board, SHOWN).stream()
                        .map(decision -> new OnBoardPage.Line(
                                decision.reference() + ": " + decision.words().title(),
                                address(decision),
                                ShowDecisions.state(decision)))
                        .toList(),
                "What the board decides will be here, numbered.",
                ways);
    }
}
