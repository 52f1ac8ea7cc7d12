package uk.slipway.vacancies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.MaySee;

/** All vacancies. Neighbours read what is open; the fostering service alone changes its own. */
@Component
public class VacancyBook {

    private static final String SELECT = """
        select v.*, array(select c.authority_id from vacancy_child c where c.vacancy_id = v.id order by c.number) as child_of,
               array(select c.age_band from vacancy_child c where c.vacancy_id = v.id order by c.number) as child_band
        from vacancy v
        """;

    private final JdbcClient jdbc;
    private final MaySee maySee;

    VacancyBook(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /** Every open vacancy of a region's authorities, for rules that say which authorities can help; at most 2,000. */
    public List<Vacancy> openIn(RegionCode region) {
        return jdbc.sql(SELECT + " join organisation o on o.id = v.authority_id where o.region_code = :region"
                        + " and v.state = 'OPEN' order by v.authority_id, v.carer_reference limit 2000")
                .param("region", region.value())
                .query(VacancyBook::vacancy)
                .list();
    }

    /** The open vacancies of one fostering service. */
    public List<Vacancy> openOf(LocalAuthorityId authority) {
        return jdbc.sql(SELECT + " where v.authority_id = :authority and v.state = 'OPEN' order by v.carer_reference"
                        + " limit 500")
                .param("authority", authority.value())
                .query(VacancyBook::vacancy)
                .list();
    }

    /** The vacancy, and nobody else changes it until this transaction ends. */
    public Optional<Vacancy> held(VacancyId id) {
        return jdbc.sql(SELECT + " where v.id = :id for update of v")
                .param("id", id.value())
                .query(VacancyBook::vacancy)
                .optional();
    }

    /** These vacancies, whatever has become of them. */
    public List<Vacancy> named(Collection<VacancyId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where v.id in (:ids)")
                        .param("ids", ids.stream().map(VacancyId::value).toList())
                        .query(VacancyBook::vacancy)
                        .list();
    }

    /** Children of an authority are to live there. @throws IllegalStateException where there is no room for them */
    public void take(VacancyId id, LocalAuthorityId placing, List<AgeBand> children) {
        int taken = jdbc.sql("update vacancy set free_places = free_places - :n, version = version + 1"
                        + " where id = :id and state = 'OPEN' and free_places >= :n")
                .param("n", children.size())
                .param("id", id.value())
                .update();
        if (taken == 0) {
            throw new IllegalStateException("There is no room");
        }
        int number = jdbc.sql("select coalesce(max(number), 0) from vacancy_child where vacancy_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        for (var band : children) {
            number++;
            child(id, number, new Vacancy.ChildThere(placing, band));
        }
    }

    /** They have left, or will not come. */
    public void giveBack(VacancyId id, LocalAuthorityId placing, int children) {
        int left = jdbc.sql("""
            delete from vacancy_child where vacancy_id = :id and number in (select number from vacancy_child
                where vacancy_id = :id and authority_id = :placing order by number desc limit :n)
            """)
                .param("id", id.value())
                .param("placing", placing.value())
                .param("n", children)
                .update();
        jdbc.sql("update vacancy set free_places = least(approved_places, free_places + :n), version = version + 1"
                        + " where id = :id")
                .param("n", left)
                .param("id", id.value())
                .update();
    }

    Optional<Vacancy> seen(Viewer viewer, VacancyId id) {
        return jdbc.sql(SELECT + " where v.id = :id and " + maySee.of("v"))
                .params(maySee.inFostering(viewer))
                .param("id", id.value())
                .query(VacancyBook::vacancy)
                .optional();
    }

    /** Those of the viewer's authority that are not closed: confirmed ones first, stale and paused ones below. */
    List<Vacancy> seen(Viewer viewer, Instant now) {
        return jdbc.sql(SELECT + " where v.state <> 'CLOSED' and " + maySee.of("v")
                        + " order by v.state, v.confirmed_at < :stale, v.free_from, v.carer_reference limit 500")
                .params(maySee.inFostering(viewer))
                .param("stale", now.minus(Vacancy.CONFIRMED_FOR).atOffset(ZoneOffset.UTC))
                .query(VacancyBook::vacancy)
                .list();
    }

    boolean isTaken(LocalAuthorityId authority, String carerReference, VacancyId except) {
        return jdbc.sql("select exists (select 1 from vacancy where authority_id = :authority and carer_reference ="
                        + " :reference and state <> 'CLOSED' and id <> :except)")
                .param("authority", authority.value())
                .param("reference", carerReference)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    void keep(Vacancy vacancy, Instant now) {
        var terms = vacancy.terms();
        jdbc.sql("""
            insert into vacancy (id, version, authority_id, area_authority_id, carer_reference, postcode_area,
                approved_places, free_places, youngest, oldest, types, skills, features, not_suited, words, free_from,
                state, paused_because, confirmed_at, added_at)
            values (:id, 0, :authority, :area, :reference, :postcode, :approved, :free, :youngest, :oldest, :types, :skills,
                :features, :notSuited, :words, :from, :state, :because, :confirmed, :now)
            on conflict (id) do update set version = vacancy.version + 1, area_authority_id = excluded.area_authority_id,
                carer_reference = excluded.carer_reference, postcode_area = excluded.postcode_area,
                approved_places = excluded.approved_places, free_places = excluded.free_places,
                youngest = excluded.youngest, oldest = excluded.oldest, types = excluded.types, skills = excluded.skills,
                features = excluded.features, not_suited = excluded.not_suited, words = excluded.words,
                free_from = excluded.free_from, state = excluded.state, paused_because = excluded.paused_because,
                confirmed_at = excluded.confirmed_at
            """)
                .param("id", vacancy.id().value())
                .param("authority", vacancy.fostering().value())
                .param("area", vacancy.area().value())
                .param("reference", terms.carerReference())
                .param("postcode", terms.postcodeArea())
                .param("approved", terms.approvedPlaces())
                .param("free", terms.freePlaces())
                .param("youngest", terms.youngest())
                .param("oldest", terms.oldest())
                .param("types", names(terms.types()))
                .param("skills", names(terms.skills()))
                .param("features", names(terms.features()))
                .param("notSuited", names(terms.notSuited()))
                .param("words", terms.words())
                .param("from", terms.freeFrom())
                .param("state", vacancy.state().name())
                .param("because", vacancy.pausedBecause())
                .param("confirmed", vacancy.confirmedAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from vacancy_child where vacancy_id = :id")
                .param("id", vacancy.id().value())
                .update();
        int number = 0;
        for (var there : vacancy.children()) {
            number++;
            child(vacancy.id(), number, there);
        }
    }

    private void child(VacancyId id, int number, Vacancy.ChildThere there) {
        jdbc.sql("insert into vacancy_child (vacancy_id, number, authority_id, age_band) values"
                        + " (:id, :number, :authority, :band)")
                .param("id", id.value())
                .param("number", number)
                .param("authority", there.authority().value())
                .param("band", there.ageBand().name())
                .update();
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static <E extends Enum<E>> List<E> constants(ResultSet row, String column, Class<E> of)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(of, name))
                .toList();
    }

    private static Vacancy vacancy(ResultSet row, int number) throws SQLException {
        var authorities = (UUID[]) row.getArray("child_of").getArray();
        var bands = (String[]) row.getArray("child_band").getArray();
        var children = new ArrayList<Vacancy.ChildThere>();
        for (int i = 0; i < authorities.length; i++) {
            children.add(new Vacancy.ChildThere(new LocalAuthorityId(authorities[i]), AgeBand.valueOf(bands[i])));
        }
        return new Vacancy(
                new VacancyId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                new LocalAuthorityId(row.getObject("area_authority_id", UUID.class)),
                new Vacancy.Terms(
                        row.getString("carer_reference"),
                        row.getString("postcode_area"),
                        row.getInt("approved_places"),
                        row.getInt("free_places"),
                        row.getInt("youngest"),
                        row.getInt("oldest"),
                        constants(row, "types", PlacementType.class),
                        constants(row, "skills", Skill.class),
                        constants(row, "features", HomeFeature.class),
                        constants(row, "not_suited", Caution.class),
                        row.getString("words"),
                        row.getObject("free_from", LocalDate.class)),
                Vacancy.State.valueOf(row.getString("state")),
                row.getString("paused_because"),
                row.getTimestamp("confirmed_at").toInstant(),
                List.copyOf(children));
    }
}
