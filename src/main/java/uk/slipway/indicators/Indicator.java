package uk.slipway.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A figure of a data set with what it means: unit, direction, source. */
@Entity
@Table(name = "indicator")
class Indicator extends AbstractAggregateRoot<Indicator> {

    @EmbeddedId
    private IndicatorId id;

    @Version
    private @Nullable Long version;

    private String slug;
    private String name;
    private String description;
    private @Nullable String numerator;
    private @Nullable String denominator;

    @Enumerated(EnumType.STRING)
    private Unit unit;

    @Column(name = "decimal_places")
    private short decimalPlaces;

    @Enumerated(EnumType.STRING)
    private Polarity polarity;

    @Column(name = "dataset_slug")
    private String dataset;

    private String figure;

    @Column(name = "filter_names")
    private String[] filterNames;

    @Column(name = "filter_items")
    private String[] filterItems;

    private String grouping;

    @Column(name = "next_publication")
    private @Nullable LocalDate nextPublication;

    @Column(name = "defined_at")
    private Instant definedAt;

    @Column(name = "defined_by")
    private String definedBy;

    protected Indicator() {}

    static Indicator define(IndicatorId id, String slug, Definition definition, String by, Instant at) {
        var indicator = new Indicator();
        indicator.id = id;
        indicator.slug = slug;
        indicator.take(definition, by, at);
        indicator.registerEvent(new Defined(id, "defined", definition.name(), at));
        return indicator;
    }

    /** Changes the definition; one that says the same changes nothing. */
    void redefine(Definition definition, String by, Instant at) {
        if (definition.equals(definition())) {
            return;
        }
        take(definition, by, at);
        registerEvent(new Defined(id, "changed the definition of", definition.name(), at));
    }

    private void take(Definition definition, String by, Instant at) {
        name = definition.name();
        description = definition.description();
        numerator = definition.numerator();
        denominator = definition.denominator();
        unit = definition.unit();
        decimalPlaces = (short) definition.decimalPlaces();
        polarity = definition.polarity();
        dataset = definition.dataset();
        figure = definition.figure();
        filterNames = definition.filters().keySet().toArray(String[]::new);
        filterItems = definition.filters().values().toArray(String[]::new);
        grouping = definition.grouping();
        nextPublication = definition.nextPublication();
        definedAt = at;
        definedBy = by;
    }

    IndicatorId id() {
        return id;
    }

    String slug() {
        return slug;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** Who said last what it means. */
    String definedBy() {
        return definedBy;
    }

    Definition definition() {
        Map<String, String> filters = new LinkedHashMap<>();
        for (int i = 0; i < filterNames.length; i++) {
            filters.put(filterNames[i], filterItems[i]);
        }
        return new Definition(
                name,
                description,
                numerator,
                denominator,
                unit,
                decimalPlaces,
                polarity,
                dataset,
                figure,
                filters,
                grouping,
                nextPublication);
    }

    /** An indicator was defined, or its definition changed. */
    record Defined(IndicatorId indicator, String what, String name, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("indicator", indicator.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return what + " the indicator " + name;
        }
    }
}
