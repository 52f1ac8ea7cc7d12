package uk.slipway.headlines;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.Visibility;

/**
 * What the forums of a year say together, drafted by the regional manager from agreed headlines without naming an
 * authority. It belongs to the regional team until it is published in the region.
 */
@Entity
@Table(name = "regional_headline")
class RegionalHeadline extends AbstractAggregateRoot<RegionalHeadline> {

    /** Identifies a regional headline. */
    @Embeddable
    record Id(@Column(name = "id") UUID value) implements Serializable {}

    enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Long version;

    @Embedded
    private Visibility visibility;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "region_code"))
    private RegionCode region;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cycle_id"))
    private CycleId cycle;

    @Column(name = "year_starts_in")
    private short yearStartsIn;

    @Enumerated(EnumType.STRING)
    private HeadlineKind kind;

    private String theme;
    private String text;

    @ElementCollection
    @CollectionTable(name = "regional_headline_source", joinColumns = @JoinColumn(name = "regional_headline_id"))
    @AttributeOverride(name = "value", column = @Column(name = "headline_id"))
    private Set<HeadlineId> sources = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    protected RegionalHeadline() {}

    static RegionalHeadline draft(
            Id id,
            OrganisationId regionalTeam,
            RegionCode region,
            CycleId cycle,
            AcademicYear year,
            HeadlineKind kind,
            String theme,
            String text,
            Set<HeadlineId> sources,
            Instant at) {
        var headline = new RegionalHeadline();
        headline.id = id;
        headline.visibility = Visibility.of(regionalTeam);
        headline.region = region;
        headline.cycle = cycle;
        headline.yearStartsIn = (short) year.startsIn();
        headline.kind = kind;
        headline.theme = theme;
        headline.text = text;
        headline.sources.addAll(sources);
        headline.state = State.DRAFT;
        headline.draftedAt = at;
        headline.registerEvent(new Happened(id, "drafted the regional headline", at));
        return headline;
    }

    /** Changes a draft. @throws IllegalStateException once it is published */
    void revise(HeadlineKind newKind, String newTheme, String newText, Set<HeadlineId> newSources, Instant at) {
        if (state != State.DRAFT) {
            throw new IllegalStateException("What is published does not change");
        }
        if (kind == newKind && theme.equals(newTheme) && text.equals(newText) && sources.equals(newSources)) {
            return;
        }
        kind = newKind;
        theme = newTheme;
        text = newText;
        if (!sources.equals(newSources)) {
            sources.clear();
            sources.addAll(newSources);
        }
        registerEvent(new Happened(id, "changed the regional headline", at));
    }

    void publish(Instant at) {
        if (state == State.PUBLISHED) {
            return;
        }
        if (state != State.DRAFT) {
            throw new IllegalStateException("Withdrawn");
        }
        state = State.PUBLISHED;
        publishedAt = at;
        registerEvent(new Happened(id, "published the regional headline", at));
    }

    void withdraw(String because, Instant at) {
        if (state == State.WITHDRAWN) {
            return;
        }
        state = State.WITHDRAWN;
        withdrawnBecause = because;
        registerEvent(new Happened(id, "withdrew the regional headline: " + because, at));
    }

    Id id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    RegionCode region() {
        return region;
    }

    CycleId cycle() {
        return cycle;
    }

    AcademicYear year() {
        return new AcademicYear(yearStartsIn);
    }

    HeadlineKind kind() {
        return kind;
    }

    String theme() {
        return theme;
    }

    String text() {
        return text;
    }

    Set<HeadlineId> sources() {
        return Set.copyOf(sources);
    }

    State state() {
        return state;
    }

    RecordRef ref() {
        return new RecordRef("regional-headline", id.value());
    }

    /** Something happened to a regional headline; it is no authority's. */
    public record Happened(Id headline, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("regional-headline", headline.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
