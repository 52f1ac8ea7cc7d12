package uk.slipway.cycles;

import org.jspecify.annotations.Nullable;

/**
 * One section that a template asks for.
 *
 * @param code its stable name inside the template, as it stands in an address
 * @param title the heading
 * @param guidance what to write, in plain text
 * @param areaCode the judgement area it is about; null for the other kinds
 * @param kind what it is for
 */
public record TemplateSectionView(
        String code,
        String title,
        String guidance,
        @Nullable String areaCode,
        SectionKind kind) {}
