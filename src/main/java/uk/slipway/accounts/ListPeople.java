package uk.slipway.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;

/** Lists the people whose accounts somebody manages, by name, fifty at a time, in one statement. */
@UseCase(readOnly = true)
class ListPeople {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    ListPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One person.
     *
     * @param roles what they hold today, in words; blank when nothing
     */
    record Listed(UUID id, String name, String email, String roles, boolean hasPassword) {}

    /** @param next the id of the last person shown, when there are more */
    record People(List<Listed> people, @Nullable UUID next) {}

    /**
     * The people from a place in the list on.
     *
     * @param search part of a name, an address or an organisation, or blank
     * @param organisation who has to do with this organisation today only, or null for everybody
     * @param after the id of the last person of the page before, or null
     */
    public People list(Viewer viewer, String search, @Nullable UUID organisation, @Nullable UUID after) {
        var found = jdbc.sql("""
            select a.id, a.name, a.email, a.password_hash is not null as has_password, coalesce(r.roles, '') as roles
            from account a left join lateral (
                select string_agg(h.role || '|' || o.name, '~' order by h.role, o.name) as roles,
                       string_agg(lower(o.name), ' ') as organisations
                from role_held h join organisation o on o.id = h.organisation_id
                where h.account_id = a.id and h.starts_on <= :today
                  and (h.ends_on is null or h.ends_on >= :today)
                  and (:everybody or h.organisation_id = :organisation)) r on true
            where (:everybody
                or exists (select 1 from role_held h
                    where h.account_id = a.id and h.organisation_id = :organisation)
                or exists (select 1 from appointment p where p.account_id = a.id
                    and p.kind = 'ACTING_DIRECTOR' and p.subject_id = :organisation))
              and (:search = '' or position(:search in lower(a.name)) > 0
                or position(:search in a.email) > 0 or position(:search in r.organisations) > 0)
              and (cast(:chosen as uuid) is null
                or exists (select 1 from role_held h where h.account_id = a.id and h.organisation_id = :chosen
                    and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today))
                or exists (select 1 from appointment p where p.account_id = a.id and p.subject_id = :chosen
                    and p.starts_on <= :today and (p.ends_on is null or p.ends_on >= :today)))
              and (cast(:after as uuid) is null
                or (lower(a.name), a.id) > (select lower(b.name), b.id from account b where b.id = :after))
            order by lower(a.name), a.id limit :most
            """)
                .param("today", LondonTime.today(clock))
                .param("everybody", viewer.is(Role.ADMINISTRATOR))
                .param("organisation", viewer.organisation().value())
                .param("search", search.strip().toLowerCase(Locale.ROOT))
                .param("chosen", organisation)
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, number) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        inWords(row.getString("roles")),
                        row.getBoolean("has_password")))
                .list();
        boolean more = found.size() > PAGE;
        return new People(
                more ? found.subList(0, PAGE) : found,
                more ? found.get(PAGE - 1).id() : null);
    }

    private static String inWords(String roles) {
        if (roles.isEmpty()) {
            return "";
        }
        var words = new StringBuilder();
        for (var held : roles.split("~")) {
            var parts = held.split("\\|", 2);
            words.append(words.isEmpty() ? "" : "; ")
                    .append(Role.valueOf(parts[0]).inWords())
                    .append(", ")
                    .append(parts[1]);
        }
        return words.toString();
    }
}
