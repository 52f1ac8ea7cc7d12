package uk.slipway.vacancies;

/** What kind of placement a carer is approved for, or a child needs. */
public enum PlacementType {
    SHORT_TERM("Short term"),
    LONG_TERM("Long term"),
    EMERGENCY("Emergency"),
    SHORT_BREAKS("Short breaks"),
    PARENT_AND_CHILD("Parent and child");

    private final String words;

    PlacementType(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
