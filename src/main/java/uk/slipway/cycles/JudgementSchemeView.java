package uk.slipway.cycles;

import java.util.List;

/**
 * How Ofsted judges, in the years that a cycle uses it.
 *
 * @param code such as {@code ILACS_2026}
 * @param name in full
 * @param overallGrade whether there is an overall grade beside the areas; from April 2026 there is none
 * @param areas the areas judged for themselves, the overall grade not among them, in the scheme's order
 * @param grades best first
 */
public record JudgementSchemeView(
        String code,
        String name,
        boolean overallGrade,
        List<JudgementAreaView> areas,
        List<JudgementGradeView> grades) {

    public JudgementSchemeView {
        areas = List.copyOf(areas);
        grades = List.copyOf(grades);
    }

    /** The name of an area, or its code where the scheme does not have it. */
    public String areaName(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .map(JudgementAreaView::name)
                .findFirst()
                .orElse(code);
    }
}
