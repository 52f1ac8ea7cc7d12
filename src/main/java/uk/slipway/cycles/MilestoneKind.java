package uk.slipway.cycles;

/** The dates that every year has, in the order in which they come. */
public enum MilestoneKind {
    SELF_EVALUATION_DUE("Self-evaluation due"),
    MEMORANDUM_SIGNED("Memorandum of understanding signed"),
    DATA_GROUP_MEETS("Strategic performance and data group meets"),
    FORUMS_FROM("Forums from"),
    FORUMS_TO("Forums to"),
    CONVERSATIONS_FROM("Conversations with Ofsted from"),
    CONVERSATIONS_TO("Conversations with Ofsted to");

    private final String words;

    MilestoneKind(String words) {
        this.words = words;
    }

    /** As it is shown to people, at the beginning of a line. */
    public String inWords() {
        return words;
    }
}
