package uk.slipway.cycles;

/**
 * One grade of a scheme.
 *
 * @param code such as {@code GOOD}
 * @param name as Ofsted names it
 */
public record JudgementGradeView(String code, String name) {}
