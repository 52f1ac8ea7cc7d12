package uk.slipway.peerchallenge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/** One of Ofsted's key lines of enquiry in a golden thread; never to the authority that it is about. */
@Component
class KeyLinesInThreads implements ThreadSource {

    private final JdbcClient jdbc;
    private final MaySee maySee;

    KeyLinesInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return KeyLineId.KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        var found = new HashMap<UUID, Summary>();
        jdbc.sql("""
            select k.id, k.text, k.about_authority_id, k.sent_at, k.question_id, k.set_aside_because,
                   o.name as authority_name
            from key_line_of_enquiry k join organisation o on o.id = k.about_authority_id
            where k.id in (:ids) and MAYSEE
              and (not :ofsted or exists (select 1 from appointment a where a.account_id = :viewerAccount
                  and a.kind = 'OFSTED_LINK' and a.subject_id = k.about_authority_id
                  and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))
            """.replace("MAYSEE", maySee.of("k")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .param("ofsted", viewer.is(Role.OFSTED_COLLEAGUE))
                .query(row -> {
                    if (!viewer.worksFor(new LocalAuthorityId(row.getObject("about_authority_id", UUID.class)))) {
                        found.put(
                                row.getObject("id", UUID.class),
                                new Summary(
                                        Strand.KEY_LINE,
                                        "Key line of enquiry",
                                        row.getString("text"),
                                        row.getString("authority_name"),
                                        LondonTime.dayOf(
                                                row.getTimestamp("sent_at").toInstant()),
                                        row.getObject("question_id") != null
                                                ? "Became a question"
                                                : row.getString("set_aside_because") != null
                                                        ? "Set aside"
                                                        : "Waits for the data group",
                                        null,
                                        "/forums/key-lines"));
                    }
                });
        return found;
    }
}
