package uk.slipway.threads;

/** What a thing is in a golden thread; in the order in which one is usually made from another. */
public enum Strand {
    FIGURE,
    SENTENCE,
    KEY_LINE,
    QUESTION,
    HEADLINE,
    SEMINAR,
    AGENDA_ITEM,
    NEXT_STEP,
    COMMITMENT,
    PRIORITY,
    DECISION,
    ACTION,
    ANSWER
}
