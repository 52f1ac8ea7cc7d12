package uk.slipway.headlines;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** The record gate: a headline for a viewer who may see it whole. Ofsted never does; it reads the copy that was shown. */
@Component
class SeenHeadlines {

    private final Headlines headlines;
    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final Directory directory;

    SeenHeadlines(Headlines headlines, JdbcClient jdbc, MaySee maySee, Directory directory) {
        this.headlines = headlines;
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.directory = directory;
    }

    /** @throws NotFound when there is none, or the viewer may not see it */
    Headline require(Viewer viewer, HeadlineId id) {
        if (viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotFound();
        }
        boolean seen = jdbc.sql("select exists (select 1 from headline h where h.id = :id and " + maySee.of("h") + ")")
                .params(maySee.parameters(viewer))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new NotFound();
        }
        return headlines.findById(id).orElseThrow(NotFound::new);
    }

    /**
     * The headline in the version that the viewer's form was made of.
     *
     * @throws EditConflict when somebody has changed it since
     */
    Headline require(Viewer viewer, HeadlineId id, long version) {
        var headline = require(viewer, id);
        if (headline.version() != version) {
            throw new EditConflict();
        }
        return headline;
    }

    /** Whether the viewer writes a forum's headlines: the regional manager, and who facilitates it or takes its notes. */
    boolean mayCapture(Viewer viewer, ForumId forum) {
        return viewer.is(Role.REGIONAL_MANAGER)
                || directory
                        .appointmentsOf(
                                viewer.account(), Set.of(AppointmentKind.FACILITATOR, AppointmentKind.NOTE_TAKER))
                        .stream()
                        .anyMatch(appointed -> appointed.subject().equals(forum.value()));
    }

    /** @throws NotYours when the viewer does not write this forum's headlines */
    void requireCapture(Viewer viewer, ForumId forum) {
        if (!mayCapture(viewer, forum)) {
            throw new NotYours();
        }
    }
}
