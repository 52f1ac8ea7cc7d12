package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** A Director declares a conflict of interest with an authority, and withdraws it again. */
@UseCase
public class DeclareConflict {

    private final DeclaredConflicts conflicts;
    private final LocalAuthorities authorities;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeclareConflict(DeclaredConflicts conflicts, LocalAuthorities authorities, JdbcClient jdbc, Clock clock) {
        this.conflicts = conflicts;
        this.authorities = authorities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A declared conflict as it is read.
     *
     * @param id its id
     * @param name who declared it
     * @param authorityName with which authority
     * @param reason why
     * @param declaredAt since when
     */
    public record Declared(UUID id, String name, String authorityName, String reason, Instant declaredAt) {}

    /** Declares one; with the same authority again it changes nothing. */
    public void declare(UUID id, LocalAuthorityId with, String reason, Viewer viewer) {
        var own = viewer.authority();
        if (!viewer.is(Role.DIRECTOR) || own == null) {
            throw new NotYours();
        }
        if (authorities.find(with).isEmpty() || with.equals(own)) {
            throw new NotFound();
        }
        boolean there = conflicts.findById(new ConflictId(id)).isPresent()
                || jdbc.sql("""
                    select exists (select 1 from declared_conflict where account_id = :account
                    and with_authority_id = :with and withdrawn_at is null)
                    """)
                        .param("account", viewer.account().value())
                        .param("with", with.value())
                        .query(Boolean.class)
                        .single();
        if (!there) {
            conflicts.save(DeclaredConflict.declare(new ConflictId(id), own, viewer, with, reason, clock.instant()));
        }
    }

    /** Withdraws one's own. */
    public void withdraw(UUID id, Viewer viewer) {
        var conflict = conflicts
                .findById(new ConflictId(id))
                .filter(one -> one.account().equals(viewer.account()))
                .orElseThrow(NotFound::new);
        conflict.withdraw(clock.instant());
        conflicts.save(conflict);
    }

    /** A Director's own; for the regional team those of its region's Directors. */
    public List<Declared> seenBy(Viewer viewer) {
        var region = viewer.isOfTheRegionalTeam() ? viewer.region() : null;
        return jdbc.sql("""
            select d.id, d.name, d.with_authority_id, d.reason, d.declared_at
            from declared_conflict d join local_authority la on la.id = d.authority_id
            where d.withdrawn_at is null
              and (d.account_id = :account or la.region_code = cast(:region as text))
            order by lower(d.name), d.declared_at, d.id
            """)
                .param("account", viewer.account().value())
                .param("region", region == null ? null : region.value())
                .query((row, number) -> new Declared(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        authorities
                                .get(new LocalAuthorityId(row.getObject("with_authority_id", UUID.class)))
                                .name(),
                        row.getString("reason"),
                        row.getTimestamp("declared_at").toInstant()))
                .list();
    }
}
