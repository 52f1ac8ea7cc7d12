package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** A section of a template's version. */
@Embeddable
record TemplateSection(
        String code,
        String title,
        String guidance,
        @Column(name = "area_code") @Nullable String areaCode,
        @Enumerated(EnumType.STRING) SectionKind kind) {}
