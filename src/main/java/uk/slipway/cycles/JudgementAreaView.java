package uk.slipway.cycles;

/**
 * One area that Ofsted judges.
 *
 * @param code the same in every scheme that judges the same thing, such as {@code LEADERS}
 * @param name as Ofsted names it
 */
public record JudgementAreaView(String code, String name) {}
