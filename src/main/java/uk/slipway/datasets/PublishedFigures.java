package uk.slipway.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/** The figures of published releases, for reading. What is being checked is never among them. */
@Component
public class PublishedFigures {

    /**
     * A published release. Its figures never change, so that whoever reads them may keep them by its id.
     *
     * @param number counts up within the data set
     * @param publishedOn when its publisher published it, or null where that is not known
     */
    public record PublishedRelease(
            ReleaseId id,
            DatasetId dataset,
            String slug,
            String title,
            String source,
            int number,
            String label,
            @Nullable LocalDate publishedOn) {}

    /** More items of a filter than these are not offered. */
    public static final int MOST_ITEMS = 500;

    private final JdbcClient jdbc;

    PublishedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest release of every data set that has one, in one statement. */
    public Map<DatasetId, PublishedRelease> latest() {
        return jdbc.sql("""
            select distinct on (d.id) r.id, d.id as dataset_id, d.slug, d.title, d.source, r.number, r.label, r.published_on
            from dataset d join dataset_release r on r.dataset_id = d.id and r.state = 'PUBLISHED'
            order by d.id, r.number desc
            """).query(PublishedFigures::release).list().stream()
                .collect(Collectors.toMap(
                        PublishedRelease::dataset, release -> release, (one, other) -> one, LinkedHashMap::new));
    }

    /** The latest release of the data set with this name in its address. */
    public Optional<PublishedRelease> latest(String slug) {
        return jdbc.sql("""
            select r.id, d.id as dataset_id, d.slug, d.title, d.source, r.number, r.label, r.published_on
            from dataset d join dataset_release r on r.dataset_id = d.id and r.state = 'PUBLISHED'
            where d.slug = :slug order by r.number desc limit 1
            """)
                .param("slug", slug)
                .query(PublishedFigures::release)
                .optional();
    }

    /** Every published release of the data set with this name in its address, latest first; at most 200. */
    public List<PublishedRelease> releasesOf(String slug) {
        return jdbc.sql("""
            select r.id, d.id as dataset_id, d.slug, d.title, d.source, r.number, r.label, r.published_on
            from dataset d join dataset_release r on r.dataset_id = d.id and r.state = 'PUBLISHED'
            where d.slug = :slug order by r.number desc limit 200
            """)
                .param("slug", slug)
                .query(PublishedFigures::release)
                .list();
    }

    /** The names of a release's figures, with the words for them. */
    public Map<String, String> figuresOf(ReleaseId release) {
        return columns(release, "FIGURE");
    }

    /** The names of a release's filters, with the words for them. */
    public Map<String, String> filtersOf(ReleaseId release) {
        return columns(release, "FILTER");
    }

    /** The items that a release's filter takes, in the order of the alphabet; at most {@value #MOST_ITEMS}. */
    public List<String> itemsOf(ReleaseId release, String filter) {
        return jdbc.sql("""
            select distinct s.items[c.number] as item from dataset_release r
            join dataset_column c on c.release_key = r.key and c.role = 'FILTER' and c.name = :filter
            join dataset_series s on s.release_key = r.key
            where r.id = :release and r.state = 'PUBLISHED' order by 1 limit %d
            """.formatted(MOST_ITEMS))
                .param("release", release.value())
                .param("filter", filter)
                .query((row, number) -> row.getString("item"))
                .list();
    }

    /**
     * One figure for every place and period of a release, periods in order; empty where the release has no such figure.
     *
     * @param figure the name of its column
     * @param filters the item chosen of each filter, by the filter's name; Total where one is not named
     */
    public List<PublishedFigure> of(ReleaseId release, String figure, Map<String, String> filters) {
        var names = filters.keySet().toArray(String[]::new);
        var items = filters.values().toArray(String[]::new);
        return jdbc.sql("""
            select p.level, p.code, p.name, p.region_code, p.authority_id, t.period, o.value, o.symbol
            from dataset_release r
            join dataset_column c on c.release_key = r.key and c.role = 'FIGURE' and c.name = :figure
            join dataset_series s on s.release_key = r.key and s.items = array(
                select coalesce(chosen.item, 'Total') from dataset_column f
                left join unnest(cast(:names as text[]), cast(:items as text[])) chosen(name, item) on chosen.name = f.name
                where f.release_key = r.key and f.role = 'FILTER' order by f.number)
            join observation o on o.release_key = r.key and o.figure = c.number and o.series = s.number
            join dataset_place p on p.release_key = r.key and p.number = o.place
            join dataset_period t on t.release_key = r.key and t.number = o.period
            where r.id = :release and r.state = 'PUBLISHED'
            order by t.period, p.level, p.name
            """)
                .param("release", release.value())
                .param("figure", figure)
                .param("names", names)
                .param("items", items)
                .query((row, number) -> new PublishedFigure(
                        PublishedFigure.Level.valueOf(row.getString("level")),
                        row.getString("code"),
                        row.getString("name"),
                        region(row),
                        authority(row),
                        row.getInt("period"),
                        row.getBigDecimal("value"),
                        row.getString("symbol")))
                .list();
    }

    private Map<String, String> columns(ReleaseId release, String role) {
        record Named(String name, String label) {}
        return jdbc
                .sql("""
                    select c.name, c.label from dataset_release r join dataset_column c on c.release_key = r.key
                    where r.id = :release and r.state = 'PUBLISHED' and c.role = :role order by c.position limit 1000
                    """)
                .param("release", release.value())
                .param("role", role)
                .query((row, number) -> new Named(row.getString("name"), row.getString("label")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::name, Named::label, (one, other) -> one, LinkedHashMap::new));
    }

    private static PublishedRelease release(ResultSet row, int number) throws SQLException {
        return new PublishedRelease(
                new ReleaseId(row.getObject("id", UUID.class)),
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                row.getString("source"),
                row.getInt("number"),
                row.getString("label"),
                row.getObject("published_on", LocalDate.class));
    }

    private static @Nullable RegionCode region(ResultSet row) throws SQLException {
        var code = row.getString("region_code");
        return code == null ? null : new RegionCode(code);
    }

    private static @Nullable LocalAuthorityId authority(ResultSet row) throws SQLException {
        var id = row.getObject("authority_id", UUID.class);
        return id == null ? null : new LocalAuthorityId(id);
    }
}
