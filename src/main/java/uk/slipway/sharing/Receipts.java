package uk.slipway.sharing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * Shows copies of records to an audience, keeps the receipt, and writes down who opens them. To be called inside a use
 * case, whose transaction it joins; the use case decides whether the viewer may.
 */
@Component
public class Receipts {

    private final JdbcClient jdbc;
    private final Shares shares;
    private final MaySee maySee;
    private final AuditTrail trail;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Shares shares, MaySee maySee, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.maySee = maySee;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Shows what the preview showed and keeps the receipt. A record that the audience can read already is left as it
     * was shown then; the same receipt a second time changes nothing.
     *
     * @param id made when the preview was rendered
     */
    public void issue(ReceiptId id, Showing showing, Viewer by) {
        int isNew = jdbc.sql("""
            insert into receipt (id, authority_id, about_kind, about_id, title, audience, audience_id, words,
                                 made_at, made_by, made_by_name, made_by_acting)
            values (:id, :authority, :aboutKind, :about, :title, :audience, :audienceId, :words,
                    :at, :by, :byName, :acting)
            on conflict do nothing
            """)
                .param("id", id.value())
                .param("authority", showing.authority().value())
                .param("aboutKind", showing.about().kind())
                .param("about", showing.about().id())
                .param("title", showing.title())
                .param("audience", showing.audience().name())
                .param("audienceId", showing.audienceId())
                .param("words", showing.words())
                .param("at", now())
                .param("by", by.account().value())
                .param("byName", by.name())
                .param("acting", by.actingAs())
                .update();
        if (isNew == 0) {
            return;
        }
        int position = 0;
        for (var snapshot : showing.snapshots()) {
            var share = shares.show(
                    snapshot.record(),
                    showing.authority(),
                    showing.audience(),
                    showing.audienceId(),
                    showing.words(),
                    by);
            jdbc.sql("""
                insert into receipt_item (receipt_id, position, share_id, record_kind, record_id, heading, body, detail)
                values (:receipt, :position, :share, :kind, :record, :heading, :body, :detail)
                on conflict (share_id) do nothing
                """)
                    .param("receipt", id.value())
                    .param("position", position++)
                    .param("share", share.value())
                    .param("kind", snapshot.record().kind())
                    .param("record", snapshot.record().id())
                    .param("heading", snapshot.heading())
                    .param("body", snapshot.body())
                    .param("detail", snapshot.detail())
                    .update();
        }
        trail.append(
                new RecordRef("receipt", id.value()),
                showing.authority(),
                "showed to " + showing.audience().inWords() + ": " + showing.title(),
                clock.instant(),
                actor(by));
    }

    /** A receipt, for those who work on the authority's records; empty for everybody else. */
    public Optional<Receipt> find(ReceiptId id, Viewer viewer) {
        return receipts("r.id = :key", id.value(), viewer).stream().findFirst();
    }

    /** The receipts for what belongs to a record, oldest first, for those who work on the authority's records. */
    public List<Receipt> about(RecordRef about, Viewer viewer) {
        return receipts("r.about_id = :key", about.id(), viewer);
    }

    /**
     * Withdraws items of a receipt; those that were withdrawn before stay as they were.
     *
     * @return the names of those who had opened one of them, none when nobody had
     */
    public List<String> withdraw(Receipt receipt, Collection<ShareId> chosen, String because, Viewer by) {
        var names = new ArrayList<String>();
        for (var item : receipt.items()) {
            if (chosen.contains(item.share()) && shares.end(item.share(), because, by)) {
                item.openings().stream()
                        .map(Opening::who)
                        .filter(name -> !names.contains(name))
                        .forEach(names::add);
                trail.append(
                        item.snapshot().record(),
                        receipt.authority(),
                        "withdrew it from " + receipt.audience().inWords() + "; "
                                + (item.openings().isEmpty() ? "nobody had opened it" : "it had been opened"),
                        clock.instant(),
                        actor(by));
            }
        }
        return names;
    }

    /**
     * What stands before a viewer: copies of records of one kind that were shown to an audience the viewer is part of,
     * newest first. One statement, whatever their number.
     *
     * @param authority of one authority, or null for all
     */
    public List<Shown> shownTo(Viewer viewer, Audience audience, String kind, @Nullable LocalAuthorityId authority) {
        return jdbc.sql("""
            select i.share_id, i.receipt_id, r.authority_id, r.about_kind, r.about_id, i.record_kind, i.record_id,
                   i.heading, i.body, i.detail, r.made_at, o.first_opened
            from receipt r join receipt_item i on i.receipt_id = r.id
              join share standing on standing.id = i.share_id and standing.ended_at is null
              left join share_opening o on o.share_id = i.share_id and o.account_id = :viewerAccount
            where r.audience = :audience and i.record_kind = :kind
              and (cast(:authority as uuid) is null or r.authority_id = :authority)
              and exists (select 1 from (values (i.record_id, r.authority_id, cast(null as uuid), cast(null as uuid)))
                  as shown (id, authority_id, other_authority_id, owner_organisation_id)
                  where %s)
            order by r.made_at desc, r.id, i.position
            """.formatted(maySee.of("shown")))
                .params(maySee.parameters(viewer))
                .param("audience", audience.name())
                .param("kind", kind)
                .param("authority", authority == null ? null : authority.value())
                .query(Receipts::shown)
                .list();
    }

    /** Writes down that a viewer opened what was shown to them; the first time goes into the trail. */
    public void opened(Collection<Shown> opened, Viewer viewer) {
        if (opened.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into share_opening (share_id, account_id, first_opened, last_opened)
            select id, :account, :at, :at from share where id in (:shares)
            on conflict (share_id, account_id) do update set last_opened = excluded.last_opened
            """)
                .param("account", viewer.account().value())
                .param("at", now())
                .param(
                        "shares",
                        opened.stream().map(shown -> shown.share().value()).toList())
                .update();
        opened.stream()
                .filter(Shown::isNew)
                .collect(groupingBy(Shown::receipt))
                .forEach((receipt, items) -> trail.append(
                        new RecordRef("receipt", receipt.value()),
                        items.getFirst().authority(),
                        "opened what was shown",
                        clock.instant(),
                        actor(viewer)));
    }

    private List<Receipt> receipts(String which, UUID key, Viewer viewer) {
        record Head(Receipt receipt, @Nullable UUID audienceId) {}
        var authority = viewer.authority();
        if (authority == null || !viewer.role().worksOnItsAuthoritysRecords()) {
            return List.of();
        }
        var heads = jdbc.sql("""
            select r.id, r.authority_id, r.about_kind, r.about_id, r.title, r.audience, r.audience_id, r.words, r.made_at,
                   r.made_by_name, r.made_by_acting
            from receipt r where %s and r.authority_id = :authority order by r.made_at, r.id
            """.formatted(which))
                .param("key", key)
                .param("authority", authority.value())
                .query((row, number) -> new Head(
                        new Receipt(
                                new ReceiptId(row.getObject("id", UUID.class)),
                                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                                new RecordRef(row.getString("about_kind"), row.getObject("about_id", UUID.class)),
                                row.getString("title"),
                                Audience.valueOf(row.getString("audience")),
                                row.getString("words"),
                                row.getTimestamp("made_at").toInstant(),
                                row.getString("made_by_name"),
                                row.getString("made_by_acting"),
                                List.of(),
                                List.of()),
                        row.getObject("audience_id", UUID.class)))
                .list();
        if (heads.isEmpty()) {
            return List.of();
        }
        var items =
                itemsOf(heads.stream().map(head -> head.receipt().id().value()).toList());
        var openers = whoCanOpen(
                authority,
                heads.stream().map(head -> head.receipt().audience()).collect(toSet()),
                heads.stream()
                        .flatMap(head -> Optional.ofNullable(head.audienceId()).stream())
                        .collect(toSet()));
        return heads.stream()
                .map(Head::receipt)
                .map(head -> new Receipt(
                        head.id(),
                        head.authority(),
                        head.about(),
                        head.title(),
                        head.audience(),
                        head.words(),
                        head.madeAt(),
                        head.madeBy(),
                        head.madeByActing(),
                        items.getOrDefault(head.id(), List.of()),
                        openers.getOrDefault(head.audience(), List.of())))
                .toList();
    }

    private Map<ReceiptId, List<ShownItem>> itemsOf(List<UUID> receipts) {
        record Row(ReceiptId receipt, ShownItem item) {}
        record OpeningOf(UUID share, Opening opening) {}
        var openings = jdbc
                .sql("""
                    select o.share_id, a.name, o.first_opened, o.last_opened
                    from receipt_item i join share_opening o on o.share_id = i.share_id join account a on a.id = o.account_id
                    where i.receipt_id in (:receipts) order by o.first_opened, a.name
                    """)
                .param("receipts", receipts)
                .query((row, number) -> new OpeningOf(
                        row.getObject("share_id", UUID.class),
                        new Opening(
                                row.getString("name"),
                                row.getTimestamp("first_opened").toInstant(),
                                row.getTimestamp("last_opened").toInstant())))
                .list()
                .stream()
                .collect(groupingBy(OpeningOf::share));
        return jdbc
                .sql("""
                    select i.receipt_id, i.share_id, i.record_kind, i.record_id, i.heading, i.body, i.detail,
                           s.ended_at, s.ended_by_name, s.ended_because
                    from receipt_item i join share s on s.id = i.share_id
                    where i.receipt_id in (:receipts) order by i.receipt_id, i.position
                    """)
                .param("receipts", receipts)
                .query((row, number) -> new Row(
                        new ReceiptId(row.getObject("receipt_id", UUID.class)),
                        new ShownItem(
                                new ShareId(row.getObject("share_id", UUID.class)),
                                snapshot(row),
                                openings.getOrDefault(row.getObject("share_id", UUID.class), List.of()).stream()
                                        .map(OpeningOf::opening)
                                        .toList(),
                                instant(row.getTimestamp("ended_at")),
                                row.getString("ended_by_name"),
                                row.getString("ended_because"))))
                .list()
                .stream()
                .collect(groupingBy(
                        Row::receipt,
                        java.util.stream.Collectors.mapping(Row::item, java.util.stream.Collectors.toList())));
    }

    /** The people behind an audience today, by name. */
    private Map<Audience, List<String>> whoCanOpen(
            LocalAuthorityId authority, Collection<Audience> audiences, Collection<UUID> audienceIds) {
        record Person(Audience audience, String name) {}
        if (audienceIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                    select distinct 'OFSTED' as audience, a.name from account a
                      join appointment p on p.account_id = a.id and p.kind = 'OFSTED_LINK' and p.subject_id = :authority
                        and p.starts_on <= :today and (p.ends_on is null or p.ends_on >= :today)
                      join role_held h on h.account_id = a.id and h.role = :ofsted
                        and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)
                    where a.closed_on is null and 'OFSTED' in (:audiences)
                    union
                    select distinct 'REGION', a.name from account a
                      join role_held h on h.account_id = a.id and h.organisation_id in (:ids)
                        and h.role in (:regional) and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)
                    where a.closed_on is null and 'REGION' in (:audiences)
                    union
                    select distinct 'REGION', a.name from account a
                      join appointment p on p.account_id = a.id and p.kind = 'DATA_GROUP' and p.subject_id in (:ids)
                        and p.starts_on <= :today and (p.ends_on is null or p.ends_on >= :today)
                    where a.closed_on is null and 'REGION' in (:audiences)
                    order by 2
                    """)
                .param("authority", authority.value())
                .param("today", LondonTime.today(clock))
                .param("ofsted", Role.OFSTED_COLLEAGUE.name())
                .param("regional", List.of(Role.REGIONAL_MANAGER.name(), Role.DATA_LEAD.name()))
                .param("audiences", audiences.stream().map(Audience::name).toList())
                .param("ids", audienceIds)
                .query((row, number) -> new Person(Audience.valueOf(row.getString("audience")), row.getString("name")))
                .list()
                .stream()
                .collect(groupingBy(
                        Person::audience,
                        java.util.stream.Collectors.mapping(Person::name, java.util.stream.Collectors.toList())));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Actor actor(Viewer viewer) {
        return new Actor(viewer.account().value(), viewer.name(), viewer.actingAs());
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                new RecordRef(row.getString("record_kind"), row.getObject("record_id", UUID.class)),
                row.getString("heading"),
                row.getString("body"),
                row.getString("detail"));
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                new ShareId(row.getObject("share_id", UUID.class)),
                new ReceiptId(row.getObject("receipt_id", UUID.class)),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new RecordRef(row.getString("about_kind"), row.getObject("about_id", UUID.class)),
                snapshot(row),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("first_opened")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
