package uk.slipway.peerchallenge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Finds a forum for a viewer: what they may not see is not there. */
@Component
class ForumGate {

    private final Forums forums;
    private final JdbcClient jdbc;
    private final MaySee maySee;

    ForumGate(Forums forums, JdbcClient jdbc, MaySee maySee) {
        this.forums = forums;
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** The forum, if the viewer may see it. */
    Forum seenBy(Viewer viewer, ForumId id) {
        boolean visible = jdbc.sql("select exists (select 1 from forum f where f.id = :id and " + maySee.of("f") + ")")
                .params(maySee.parameters(viewer))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw new NotFound();
        }
        return forums.findById(id).orElseThrow(NotFound::new);
    }

    /** The forum, if the viewer is the regional manager of its region. */
    Forum managedBy(Viewer viewer, ForumId id) {
        var forum = seenBy(viewer, id);
        if (!viewer.is(Role.REGIONAL_MANAGER)) {
            throw new NotYours();
        }
        return forum;
    }

    /** The forum of an authority the viewer works for. */
    Forum answeredBy(Viewer viewer, ForumId id) {
        var forum = seenBy(viewer, id);
        if (!viewer.worksFor(forum.authority())) {
            throw new NotYours();
        }
        return forum;
    }

    /** Whether the viewer may write down what is said at the forum: the regional manager, its facilitator and note taker. */
    static boolean mayCapture(Viewer viewer, Forum forum) {
        return viewer.is(Role.REGIONAL_MANAGER)
                || forum.panel().stream()
                        .anyMatch(seat -> seat.account().equals(viewer.account())
                                && (seat.part() == AppointmentKind.FACILITATOR
                                        || seat.part() == AppointmentKind.NOTE_TAKER));
    }

    /** Whether the viewer prepares questions: the regional team and its data group, but nobody for their own authority. */
    boolean preparesQuestions(Viewer viewer, LocalAuthorityId about) {
        return !viewer.worksFor(about) && (viewer.isOfTheRegionalTeam() || isInTheDataGroup(viewer));
    }

    /** Whether the viewer writes questions for a forum: who prepares them, and the panel's people of other authorities. */
    boolean writesQuestions(Viewer viewer, Forum forum) {
        return preparesQuestions(viewer, forum.authority())
                || !viewer.worksFor(forum.authority()) && forum.hasOnPanel(viewer.account());
    }

    boolean isInTheDataGroup(Viewer viewer) {
        return jdbc.sql("""
            select exists (select 1 from appointment a where a.account_id = :viewerAccount
                and a.kind = 'DATA_GROUP' and a.starts_on <= :today
                and (a.ends_on is null or a.ends_on >= :today))
            """)
                .params(maySee.parameters(viewer))
                .query(Boolean.class)
                .single();
    }
}
