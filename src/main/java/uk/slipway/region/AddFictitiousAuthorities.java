package uk.slipway.region;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;

/**
 * Adds local authorities that do not exist, for the demonstration only: what may not be invented about a real authority
 * can be told about these. Their codes begin with X, which no published code does.
 */
@UseCase
public class AddFictitiousAuthorities {

    private final JdbcClient database;
    private final LocalAuthorities authorities;

    AddFictitiousAuthorities(JdbcClient database, LocalAuthorities authorities) {
        this.database = database;
        this.authorities = authorities;
    }

    /**
     * Adds one unitary authority for each name; a name that has been added before is left as it is.
     *
     * @param region the region they are to be in
     * @param names visibly made-up names, at most 99
     * @return their ids, in the order of the names
     */
    public List<LocalAuthorityId> add(RegionCode region, List<String> names) {
        if (names.size() > 99) {
            throw new IllegalArgumentException("At most 99 fictitious authorities");
        }
        List<LocalAuthorityId> ids = new ArrayList<>();
        for (String name : names) {
            UUID id = UUID.nameUUIDFromBytes(("fictitious-authority:" + name).getBytes(StandardCharsets.UTF_8));
            ids.add(new LocalAuthorityId(id));
            boolean isNew = database.sql("select not exists (select from local_authority where id = :id)")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            if (isNew) {
                database.sql("""
                    insert into organisation (id, kind, name, region_code)
                    values (:id, 'LOCAL_AUTHORITY', :name, :region) on conflict do nothing
                    """)
                        .param("id", id)
                        .param("name", name)
                        .param("region", region.value())
                        .update();
                int number = database.sql("select count(*) + 1 from local_authority where fictitious")
                        .query(Integer.class)
                        .single();
                String gss = "X99%06d".formatted(number);
                String dfe = "X%02d".formatted(number);
                database.sql("""
                    insert into local_authority (id, gss_code, dfe_code, type, region_code, fictitious)
                    values (:id, :gss, :dfe, 'UNITARY_AUTHORITY', :region, true)
                    """)
                        .param("id", id)
                        .param("gss", gss)
                        .param("dfe", dfe)
                        .param("region", region.value())
                        .update();
                addCode(id, CodeScheme.GSS, gss);
                addCode(id, CodeScheme.DFE, dfe);
            }
        }
        authorities.forget();
        return ids;
    }

    private void addCode(UUID id, CodeScheme scheme, String code) {
        database.sql("insert into local_authority_code (scheme, code, authority_id) values (:scheme, :code, :id)")
                .param("scheme", scheme.name())
                .param("code", code)
                .param("id", id)
                .update();
    }
}
