package uk.slipway.headlines;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.sharing.MaySee;
import uk.slipway.threads.Strand;
import uk.slipway.threads.Summary;
import uk.slipway.threads.ThreadSource;

/**
 * A headline in a golden thread. To Ofsted it is the copy that was shared, and without its words until the reader has opened
 * it on its own page, where that is written down.
 */
@Component
class HeadlinesInThreads implements ThreadSource {

    private static final String KIND = "headline";

    private final JdbcClient jdbc;
    private final MaySee maySee;

    HeadlinesInThreads(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Summary> describe(Viewer viewer, Set<UUID> ids) {
        return viewer.is(Role.OFSTED_COLLEAGUE) ? copies(viewer, ids) : whole(viewer, ids);
    }

    private Map<UUID, Summary> whole(Viewer viewer, Set<UUID> ids) {
        return jdbc
                .sql("""
                    select h.id, h.kind, h.text, h.state, h.drafted_at, o.name as authority_name
                    from headline h join organisation o on o.id = h.authority_id where h.id in (:ids) and MAYSEE
                    """.replace("MAYSEE", maySee.of("h")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return Map.entry(
                            id,
                            new Summary(
                                    Strand.HEADLINE,
                                    "Headline",
                                    row.getString("text"),
                                    row.getString("authority_name"),
                                    LondonTime.dayOf(
                                            row.getTimestamp("drafted_at").toInstant()),
                                    HeadlineKind.valueOf(row.getString("kind")).inWords() + ": "
                                            + HeadlineState.valueOf(row.getString("state"))
                                                    .inWords()
                                                    .toLowerCase(java.util.Locale.UK),
                                    null,
                                    "/headlines/" + id));
                })
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, Summary> copies(Viewer viewer, Set<UUID> ids) {
        return jdbc
                .sql("""
                    select distinct on (h.id) h.id, i.heading, i.body, r.made_at, o.name as authority_name,
                           exists (select 1 from share_opening opened
                               where opened.share_id = s.id and opened.account_id = :viewerAccount) as opened
                    from headline h join organisation o on o.id = h.authority_id
                      join receipt_item i on i.record_id = h.id join receipt r on r.id = i.receipt_id
                      join share s on s.id = i.share_id and s.ended_at is null and s.audience = 'OFSTED'
                    where h.id in (:ids) and MAYSEE order by h.id, r.made_at desc
                    """.replace("MAYSEE", maySee.of("h")))
                .params(maySee.parameters(viewer))
                .param("ids", ids)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return Map.entry(
                            id,
                            new Summary(
                                    Strand.HEADLINE,
                                    "Headline",
                                    row.getBoolean("opened")
                                            ? row.getString("body")
                                            : "Shared with you; you have not opened it yet",
                                    row.getString("authority_name"),
                                    LondonTime.dayOf(row.getTimestamp("made_at").toInstant()),
                                    row.getString("heading"),
                                    null,
                                    "/headlines/" + id));
                })
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
