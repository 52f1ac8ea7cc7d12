package uk.slipway.cycles;

/** What a section of a self-evaluation is for. */
public enum SectionKind {
    CONTEXT,
    /** Progress on last year's priorities, commitments and conversation. */
    PROGRESS,
    /** The three questions for one judgement area. */
    JUDGEMENT_AREA,
    /** Plans for the next twelve months. */
    PLANS
}
