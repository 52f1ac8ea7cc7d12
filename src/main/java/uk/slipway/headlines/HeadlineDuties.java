package uk.slipway.headlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.Words;

/** What the two sides and Ofsted owe about headlines. */
@Component
class HeadlineDuties implements Duties {

    private static final Words WORDS = new Words();

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final SharedHeadlines shared;
    private final LocalAuthorities authorities;
    private final ForumSummaries forums;

    HeadlineDuties(
            JdbcClient jdbc,
            MaySee maySee,
            SharedHeadlines shared,
            LocalAuthorities authorities,
            ForumSummaries forums) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.shared = shared;
        this.authorities = authorities;
        this.forums = forums;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        return switch (viewer.role()) {
            case DIRECTOR, LA_OFFICER -> ofTheAuthority(viewer);
            case REGIONAL_MANAGER -> ofTheManager(viewer);
            case OFSTED_COLLEAGUE -> ofOfsted(viewer);
            default -> List.of();
        };
    }

    private List<Duty> ofTheAuthority(Viewer viewer) {
        record Waiting(ForumId forum, int drafts, int shareable, int proposals) {}
        boolean director = viewer.is(Role.DIRECTOR);
        var found = jdbc.sql("""
            select * from (
                select h.forum_id,
                       count(*) filter (where h.state = 'DRAFT') as drafts,
                       count(*) filter (where h.state = 'AGREED' and 0 = (
                           select count(*) from share s where s.record_id = h.id and s.audience = 'OFSTED')) as shareable,
                       count(*) filter (where p.state = 'PROPOSED') as proposals
                from headline h left join seminar_proposal p on p.headline_id = h.id
                where h.authority_id = :viewerAuthority group by h.forum_id) waiting
            where drafts + shareable + proposals > 0
            """)
                .params(Map.of("viewerAuthority", maySee.parameters(viewer).get("viewerAuthority")))
                .query((row, number) -> new Waiting(
                        new ForumId(row.getObject("forum_id", UUID.class)),
                        row.getInt("drafts"),
                        row.getInt("shareable"),
                        row.getInt("proposals")))
                .list();
        var forumOf = forums.named(viewer, found.stream().map(Waiting::forum).toList());
        var duties = new ArrayList<Duty>();
        found.forEach(waiting -> {
            var page = "/forums/" + waiting.forum().value() + "/headlines";
            var forum = forumOf.get(waiting.forum());
            if (forum == null) {
                return;
            }
            var state = forum.state();
            if (waiting.drafts() > 0 && state == ForumState.HEADLINES_DRAFT) {
                duties.add(new Duty(
                        (director ? "Agree " : "Comment on ")
                                + WORDS.count(waiting.drafts(), "draft headline", "draft headlines"),
                        page,
                        null,
                        director ? Duty.Kind.OWED : Duty.Kind.WAITING));
            }
            if (director && waiting.shareable() > 0 && state == ForumState.HEADLINES_AGREED) {
                duties.add(new Duty(
                        "Decide whether to share "
                                + WORDS.count(waiting.shareable(), "agreed headline", "agreed headlines")
                                + " with Ofsted",
                        page + "/share",
                        null,
                        Duty.Kind.WAITING));
            }
            if (director && waiting.proposals() > 0) {
                duties.add(
                        new Duty("Answer Ofsted’s proposal of a strength for a seminar", page, null, Duty.Kind.OWED));
            }
        });
        return duties;
    }

    private List<Duty> ofTheManager(Viewer viewer) {
        record Disputed(LocalAuthorityId authority, UUID forum, int count) {}
        return jdbc
                .sql("select h.authority_id, h.forum_id, count(*) as disputed from headline h where h.state ="
                        + " 'DISPUTED' and "
                        + maySee.of("h") + " group by 1, 2")
                .params(maySee.parameters(viewer))
                .query((row, number) -> new Disputed(
                        new LocalAuthorityId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getInt(3)))
                .list()
                .stream()
                .map(disputed -> new Duty(
                        "Answer " + authorities.get(disputed.authority()).name() + "’s own words for "
                                + WORDS.count(disputed.count(), "headline", "headlines"),
                        "/forums/" + disputed.forum() + "/headlines",
                        null,
                        Duty.Kind.OWED))
                .toList();
    }

    private List<Duty> ofOfsted(Viewer viewer) {
        int unopened = shared.unopenedBy(viewer);
        return unopened == 0
                ? List.of()
                : List.of(new Duty(
                        "Open " + WORDS.count(unopened, "headline", "headlines") + " shared with you",
                        "/headlines",
                        null,
                        Duty.Kind.WAITING));
    }
}
