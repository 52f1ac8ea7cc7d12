package uk.slipway.peerchallenge;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.selfevaluation.PanelReaders;

/** Names the panel that reads an authority's self-evaluation. */
@Component
class PanelsOfForums implements PanelReaders {

    private final Forums forums;
    private final LocalAuthorities authorities;

    PanelsOfForums(Forums forums, LocalAuthorities authorities) {
        this.forums = forums;
        this.authorities = authorities;
    }

    @Override
    public List<String> ofForum(LocalAuthorityId authority, CycleId cycle) {
        return forums.of(authority, cycle).stream()
                .filter(forum -> forum.steps().stream().anyMatch(step -> step.state() == ForumState.PANEL_CONFIRMED))
                .filter(forum -> forum.state() != ForumState.CANCELLED)
                .findFirst()
                .map(forum -> forum.panel().stream().map(this::inWords).toList())
                .orElse(List.of());
    }

    private String inWords(PanelSeat seat) {
        var from = seat.authority();
        return seat.name() + ", " + seat.part().inWords()
                + (from == null ? "" : ", " + authorities.get(from).name());
    }
}
