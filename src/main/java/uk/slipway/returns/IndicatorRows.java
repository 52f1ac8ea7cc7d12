package uk.slipway.returns;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;
import uk.slipway.region.OrganisationId;

/** A region's list of quarterly indicators. */
@Component
class IndicatorRows {

    private final JdbcClient jdbc;

    IndicatorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list of a regional team, in its order. */
    List<QuarterlyIndicator> of(OrganisationId team) {
        return jdbc.sql("select * from quarterly_indicator where owner_organisation_id = :team order by place, id limit"
                        + " 500")
                .param("team", team.value())
                .query(IndicatorRows::indicator)
                .list();
    }

    Optional<QuarterlyIndicator> find(UUID id, OrganisationId team) {
        return jdbc.sql("select * from quarterly_indicator where id = :id and owner_organisation_id = :team for update")
                .param("id", id)
                .param("team", team.value())
                .query(IndicatorRows::indicator)
                .optional();
    }

    /** Whether another line of the list has this name. */
    boolean isTaken(OrganisationId team, String name, UUID except) {
        return jdbc.sql("select exists (select 1 from quarterly_indicator where owner_organisation_id = :team and"
                        + " lower(name) = lower(:name) and id <> :except)")
                .param("team", team.value())
                .param("name", name)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /** Puts a line at the end of the list; one that is there already, or whose name is, stays. */
    boolean add(UUID id, OrganisationId team, QuarterlyDefinition definition) {
        return jdbc.sql("""
            insert into quarterly_indicator (id, version, owner_organisation_id, place, grouping, name, description,
                numerator, denominator, unit, decimal_places, polarity, threshold, least, most, asked)
            select :id, 0, :team, coalesce(max(place), 0) + 1, :grouping, :name, :description, :numerator, :denominator,
                :unit, :places, :polarity, :threshold, cast(:least as numeric), cast(:most as numeric), true
            from quarterly_indicator where owner_organisation_id = :team
            on conflict do nothing
            """)
                        .params(parameters(definition))
                        .param("id", id)
                        .param("team", team.value())
                        .update()
                == 1;
    }

    void change(UUID id, QuarterlyDefinition definition, boolean asked) {
        jdbc.sql("""
            update quarterly_indicator set grouping = :grouping, name = :name, description = :description,
                numerator = :numerator, denominator = :denominator, unit = :unit, decimal_places = :places,
                polarity = :polarity, threshold = :threshold, least = cast(:least as numeric),
                most = cast(:most as numeric), asked = :asked, version = version + 1
            where id = :id
            """)
                .params(parameters(definition))
                .param("id", id)
                .param("asked", asked)
                .update();
    }

    private static Map<String, @Nullable Object> parameters(QuarterlyDefinition definition) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("grouping", definition.grouping());
        parameters.put("name", definition.name());
        parameters.put("description", definition.description());
        parameters.put("numerator", definition.numerator());
        parameters.put("denominator", definition.denominator());
        parameters.put("unit", definition.unit().name());
        parameters.put("places", definition.decimalPlaces());
        parameters.put("polarity", definition.polarity().name());
        parameters.put("threshold", definition.threshold());
        parameters.put("least", definition.least());
        parameters.put("most", definition.most());
        return parameters;
    }

    private static QuarterlyIndicator indicator(ResultSet row, int number) throws SQLException {
        return new QuarterlyIndicator(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getInt("place"),
                row.getBoolean("asked"),
                definition(row));
    }

    /** Of any table that has its columns. */
    static QuarterlyDefinition definition(ResultSet row) throws SQLException {
        return new QuarterlyDefinition(
                row.getString("grouping"),
                row.getString("name"),
                row.getString("description"),
                row.getString("numerator"),
                row.getString("denominator"),
                Unit.valueOf(row.getString("unit")),
                row.getInt("decimal_places"),
                Polarity.valueOf(row.getString("polarity")),
                row.getInt("threshold"),
                stripped(row.getBigDecimal("least")),
                stripped(row.getBigDecimal("most")));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
